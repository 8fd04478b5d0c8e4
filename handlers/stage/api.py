"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import hmac
import math
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from handlers.stage import answering, describing, sending
from handlers.stage.bodies import BODY_LIMIT, Parameters, read_parameters
from handlers.stage.calls import Call
from handlers.stage.connections import hang_up
from handlers.stage.faults import Fault, FaultKind
from handlers.stage.refusals import Json, Refused, too_many_requests
from handlers.stage.stage import Stage

Method = Callable[[Stage, Parameters], Any]

METHODS: Final[Mapping[str, Method]] = {
    name.lower(): method
    for name, method in {
        "answerCallbackQuery": answering.answer_callback_query,
        "answerInlineQuery": answering.answer_inline_query,
        "deleteMessage": sending.delete_message,
        "deleteMyCommands": describing.delete_my_commands,
        "deleteWebhook": describing.delete_webhook,
        "editMessageCaption": sending.edit_message_caption,
        "editMessageMedia": sending.edit_message_media,
        "editMessageReplyMarkup": sending.edit_message_reply_markup,
        "editMessageText": sending.edit_message_text,
        "getChat": describing.get_chat,
        "getChatAdministrators": describing.get_chat_administrators,
        "getChatMember": describing.get_chat_member,
        "getChatMenuButton": describing.get_chat_menu_button,
        "getFile": sending.get_file,
        "getMe": describing.get_me,
        "getMyCommands": describing.get_my_commands,
        "getMyDescription": describing.text_getter("description"),
        "getMyName": describing.text_getter("name"),
        "getMyShortDescription": describing.text_getter("short_description"),
        "getWebhookInfo": describing.get_webhook_info,
        "sendChatAction": sending.send_chat_action,
        "sendDocument": sending.send_document,
        "sendMessage": sending.send_message,
        "sendPhoto": sending.send_photo,
        "setChatMenuButton": describing.set_chat_menu_button,
        "setMyCommands": describing.set_my_commands,
        "setMyDescription": describing.text_setter("description"),
        "setMyName": describing.text_setter("name"),
        "setMyShortDescription": describing.text_setter("short_description"),
        "setWebhook": describing.set_webhook,
    }.items()
}
GET_UPDATES: Final = "getupdates"
FLOOD_METHODS: Final = frozenset(
    {
        "sendmessage",
        "senddocument",
        "sendphoto",
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "editmessagereplymarkup",
    },
)
TOKEN: Final = re.compile(r"\d+:[A-Za-z0-9_-]+")


@dataclass(slots=True, kw_only=True)
class _Arrival:
    """A call as it came in, until it is answered and recorded."""

    stage: Stage
    method: str
    parameters: Parameters = field(default_factory=Parameters)
    monotonic: float = field(default_factory=time.monotonic)
    wall: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def chat_id(self) -> int | None:
        return self.parameters.integer("chat_id") or None

    def record(self, status: int, description: str = "") -> None:
        self.stage.record(
            Call(
                method=self.method,
                parameters=dict(self.parameters.fields),
                chat_id=self.chat_id,
                status=status,
                monotonic=self.monotonic,
                wall=self.wall,
                description=description,
            ),
        )


async def bot_call(request: Request) -> Response:
    """Answer a call of the bot."""
    stage: Stage = request.app.state.stage
    arrival = _Arrival(stage=stage, method=request.path_params["method"])
    try:
        check_token(stage, request.path_params["token"])
        arrival.parameters = await _parameters(request)
        return await _answer(request, arrival)
    except ClientDisconnect:
        # Whoever called was killed while asking, and nobody reads the answer.
        arrival.record(0, "hung up while asking")
        return Response(status_code=400)
    except Refused as refusal:
        arrival.record(refusal.code, refusal.description)
        return refused(refusal)


def check_token(stage: Stage, token: str) -> None:
    """Refuse a wrong token: 404 for what can be none, 401 for another one, as Telegram does."""
    if not TOKEN.fullmatch(token):
        raise Refused(404, "Not Found")
    if not hmac.compare_digest(token, stage.token):
        raise Refused(401, "Unauthorized")


def refused(refusal: Refused) -> JSONResponse:
    """Give the HTTP answer of a refusal."""
    return JSONResponse(refusal.to_json(), status_code=refusal.code)


async def _parameters(request: Request) -> Parameters:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise Refused(413, "Request Entity Too Large")
    return read_parameters(request.url.query, request.headers.get("content-type", ""), bytes(body))


async def _answer(request: Request, arrival: _Arrival) -> Response:
    stage = arrival.stage
    fault = stage.faults.take(arrival.method, arrival.chat_id)
    if fault is not None:
        await _go_wrong_before(arrival, fault)
        if fault.kind is FaultKind.DROP_BEFORE:
            arrival.record(0, "dropped before it was done")
            return await hang_up(request)
    result = await _result(request, arrival)
    if fault is not None and fault.kind is FaultKind.DROP_AFTER:
        arrival.record(0, "dropped after it was done")
        return await hang_up(request)
    arrival.record(200)
    if fault is not None and fault.kind is FaultKind.SLOW:
        await stage.pause(fault.seconds)
    return JSONResponse({"ok": True, "result": result})


async def _go_wrong_before(arrival: _Arrival, fault: Fault) -> None:
    refusal = fault.refusal()
    if refusal is not None:
        raise refusal
    if fault.kind is FaultKind.LATE:
        await arrival.stage.pause(fault.seconds)


async def _result(request: Request, arrival: _Arrival) -> Any:
    stage, name = arrival.stage, arrival.method.lower()
    if name == GET_UPDATES:
        return await _updates(request, arrival)
    method = METHODS.get(name)
    if method is None:
        raise Refused(404, "Not Found: method not found")
    if stage.flood is not None and name in FLOOD_METHODS:
        seconds = stage.flood.wait(arrival.chat_id or 0, arrival.monotonic)
        if seconds > 0:
            raise too_many_requests(max(1, math.ceil(seconds)))
    return method(stage, arrival.parameters)


async def _updates(request: Request, arrival: _Arrival) -> list[Json]:
    """Wait for updates, no longer than the bot itself does."""
    updates, parameters = arrival.stage.updates, arrival.parameters
    describing.allow_updates(arrival.stage, parameters)
    offset, limit = parameters.integer("offset"), parameters.integer("limit", 100)
    poll = asyncio.ensure_future(updates.poll(offset, limit, parameters.integer("timeout")))
    gone = asyncio.ensure_future(request.receive())
    try:
        await asyncio.wait({poll, gone}, return_when=asyncio.FIRST_COMPLETED)
        if poll.done():
            return poll.result()
        poll.cancel()
        await asyncio.wait({poll})
        updates.hung_up()
        raise Refused(499, "Client closed the connection")
    finally:
        gone.cancel()
        poll.cancel()


async def bot_file(request: Request) -> Response:
    """Give a file that was sent, by the path that getFile told."""
    stage: Stage = request.app.state.stage
    try:
        check_token(stage, request.path_params["token"])
    except Refused as refusal:
        return refused(refusal)
    stored = stage.files.by_path(request.path_params["path"])
    if stored is None:
        return refused(Refused(404, "Not Found"))
    return Response(stored.data, media_type="application/octet-stream")
