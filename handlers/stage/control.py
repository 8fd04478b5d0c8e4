"""The stage worked from another process: /stage/control/… with JSON."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from handlers.stage.faults import Fault, FaultKind
from handlers.stage.flood import Flood, StrictWindow, TokenBuckets
from handlers.stage.refusals import Json
from handlers.stage.stage import Stage

FLOODS: Final[dict[str, Callable[[], Flood | None]]] = {
    "off": lambda: None,
    "buckets": TokenBuckets,
    "window": StrictWindow,
}


async def plan_fault(request: Request, stage: Stage) -> Any:
    """Plan a fault: the fields of Fault."""
    given = await _object(request)
    fault = Fault(**given | {"kind": FaultKind(given["kind"])})
    stage.faults.add(fault)
    return asdict(fault)


async def clear_faults(_: Request, stage: Stage) -> Any:
    """Forget the planned faults."""
    stage.faults.clear()
    return []


async def set_flood(request: Request, stage: Stage) -> Any:
    """Choose the flood limits: {"model": "off" | "buckets" | "window"}."""
    model = (await _object(request))["model"]
    stage.flood = FLOODS[model]()
    return {"model": model}


async def list_calls(request: Request, stage: Stage) -> Any:
    """Give the calls so far, from number ``since`` on, of one ``method`` if given."""
    since = int(request.query_params.get("since", "0"))
    method = request.query_params.get("method", "").lower()
    return [
        asdict(call) | {"wall": call.wall.isoformat()}
        for call in stage.calls[since:]
        if method in ("", call.method.lower())
    ]


async def list_messages(request: Request, stage: Stage) -> Any:
    """Give what stands in a chat, as Message."""
    return [message.to_json() for message in stage.chat(int(request.path_params["chat_id"])).messages]


async def send(request: Request, stage: Stage) -> Any:
    """Let a person write: {"text", "first_name", "language_code"}; the person is made at first use."""
    given = await _object(request)
    person = stage.person(
        request.path_params["person_id"],
        given.get("first_name", "Gast"),
        given.get("language_code", "nl"),
    )
    return (await person.send(given["text"])).to_json()


async def press(request: Request, stage: Stage) -> Any:
    """Let a person press a button: {"message_id", "button"}, by its label or data."""
    given = await _object(request)
    person = stage.people[request.path_params["person_id"]]
    message = person.chat.message(given["message_id"])
    if message is None:
        raise LookupError("no such message")
    return {"id": (await person.press(message, given["button"])).id}


async def block(request: Request, stage: Stage) -> Any:
    """Let a person block the bot, or with {"blocked": false} let it in again."""
    person = stage.people[request.path_params["person_id"]]
    if (await _object(request)).get("blocked", True):
        await person.block()
    else:
        await person.unblock()
    return {"blocked": person.blocked}


async def _object(request: Request) -> Json:
    value = json.loads(await request.body() or b"{}")
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return value


def _control(path: str, work: Callable[[Request, Stage], Awaitable[Any]], method: str) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await work(request, request.app.state.stage))
        except (KeyError, LookupError, TypeError, ValueError) as mistake:
            return JSONResponse({"error": f"{type(mistake).__name__}: {mistake}"}, status_code=400)

    return Route(f"/stage/control/{path}", endpoint, methods=[method])


CONTROL_ROUTES: Final = (
    _control("faults", plan_fault, "POST"),
    _control("faults", clear_faults, "DELETE"),
    _control("flood", set_flood, "POST"),
    _control("calls", list_calls, "GET"),
    _control("chats/{chat_id}", list_messages, "GET"),
    _control("people/{person_id:int}/send", send, "POST"),
    _control("people/{person_id:int}/press", press, "POST"),
    _control("people/{person_id:int}/block", block, "POST"),
)
