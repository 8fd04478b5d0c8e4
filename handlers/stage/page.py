"""The chat page: a phone-like chat in the browser, with the real bot behind it."""

import json
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from handlers.stage.entities import chunks
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.refusals import Json
from handlers.stage.stage import Stage

FIRST_PERSON: Final = 1001
"""The person of a tab that asks for nobody in particular; the same after a restart, with all that it chose."""
LATER_PEOPLE: Final = range(100_000_000, 900_000_000)
"""Where the ids of new people are drawn from: one that was used before would bring its old choices along."""
LANGUAGES: Final = ("nl", "en")
BEAT: Final = 1.0
"""Seconds between two looks at whether the bot is there."""
RETRY: Final = 1000
"""Milliseconds after which a page that lost its stage looks for it again."""
CLOCK_BEATS: Final = 5
"""Beats between two corrections of the page's clock."""

PAGE_FILES: Final = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/stage/page.css": ("page.css", "text/css; charset=utf-8"),
    "/stage/page.js": ("page.js", "text/javascript; charset=utf-8"),
    "/stage/page_messages.js": ("page_messages.js", "text/javascript; charset=utf-8"),
    "/stage/page_words.js": ("page_words.js", "text/javascript; charset=utf-8"),
}
PAGE_HEADERS: Final = {
    "cache-control": "no-cache",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def page_routes() -> list[Route]:
    """Give the routes of the page and of what it asks."""
    person = "/stage/people/{person_id:int}"
    return [
        *(_file_route(path, name, media) for path, (name, media) in PAGE_FILES.items()),
        Route("/stage/people", new_person, methods=["POST"]),
        Route(f"{person}/events", events, methods=["GET"]),
        Route(f"{person}/messages", say, methods=["POST"]),
        Route(f"{person}/presses", press, methods=["POST"]),
        Route(f"{person}/language", choose_language, methods=["POST"]),
        Route("/stage/files/{path:path}", sent_file, methods=["GET"]),
    ]


def _file_route(path: str, name: str, media: str) -> Route:
    content = Path(__file__).with_name(name).read_bytes()

    async def endpoint(_: Request) -> Response:
        return Response(content, media_type=media, headers=PAGE_HEADERS)

    return Route(path, endpoint, methods=["GET"], name=name)


def _person(request: Request) -> Person:
    """Give the person of the address; a page that outlived an earlier stage keeps its person."""
    stage: Stage = request.app.state.stage
    person_id: int = request.path_params["person_id"]
    if person_id in stage.people:
        return stage.people[person_id]
    return stage.person(person_id, _guest_name(stage), started=False)


def _guest_name(stage: Stage) -> str:
    """Name the next guest; whoever was made with the stage is none."""
    return f"Gast {sum(p.first_name.startswith('Gast') for p in stage.people.values()) + 1}"


async def new_person(request: Request) -> Response:
    """Make a new person, for a tab of its own."""
    stage: Stage = request.app.state.stage
    person_id = secrets.choice(LATER_PEOPLE)
    stage.person(person_id, _guest_name(stage), started=False)
    return JSONResponse({"id": person_id})


async def say(request: Request) -> Response:
    """Take what a person typed: {"text", "reply_to"}; a long text becomes several messages, as in the apps."""
    person = _person(request)
    given = await _given(request)
    parts = [part for part in chunks(str(given.get("text", "")).strip()) if part.strip()]
    if not parts:
        return _mistake("there is no text")
    reply_to = person.chat.message(given.get("reply_to") or 0)
    return JSONResponse({"ids": [(await person.send(part, reply_to=reply_to)).id for part in parts]})


async def press(request: Request) -> Response:
    """Take a pressed button: {"message_id", "data"}."""
    person = _person(request)
    given = await _given(request)
    message = person.chat.message(given.get("message_id", 0))
    if message is None:
        return _mistake("there is no such message")
    try:
        return JSONResponse({"id": (await person.press(message, str(given.get("data")))).id})
    except LookupError as missing:
        return _mistake(str(missing))


async def choose_language(request: Request) -> Response:
    """Change the language that Telegram would tell of the person: {"language_code"}."""
    person = _person(request)
    code = (await _given(request)).get("language_code")
    if code not in LANGUAGES:
        return _mistake(f"the languages are {', '.join(LANGUAGES)}")
    person.language_code = code
    person.chat.show({"type": "profile"})
    return JSONResponse({"language_code": code})


async def sent_file(request: Request) -> Response:
    """Give a file that stands in a chat, to be kept (a photo: to be seen)."""
    stage: Stage = request.app.state.stage
    stored = stage.files.by_path(request.path_params["path"])
    if stored is None:
        return _mistake("there is no such file", status=404)
    name = json.dumps(stored.name.encode("ascii", "replace").decode())
    kind = "inline" if stored.kind == "photo" else "attachment"
    headers = {"content-disposition": f"{kind}; filename={name}", "x-content-type-options": "nosniff"}
    return Response(stored.data, media_type=stored.mime, headers=headers)


async def _given(request: Request) -> Json:
    try:
        value = json.loads(await request.body())
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _mistake(reason: str, status: int = 400) -> Response:
    return JSONResponse({"error": reason}, status_code=status)


async def events(request: Request) -> Response:
    """Stream what happens in a person's chat: first all that stands there, then each change."""
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    stream = _stream(request.app.state.stage, _person(request))
    return StreamingResponse(stream, media_type="text/event-stream", headers=headers)


async def _stream(stage: Stage, person: Person) -> AsyncIterator[str]:
    chat = person.chat
    yield f"retry: {RETRY}\n\n"
    seen, presence, beats = len(chat.events), stage.updates.presence, 0
    yield _event("state", _state(stage, person))
    while not stage.closing:
        while seen < len(chat.events):
            event = chat.events[seen]
            seen += 1
            if (shown := _shown(stage, person, event)) is not None:
                yield _event(event["type"], shown)
        if stage.updates.presence != presence:
            presence = stage.updates.presence
            yield _event("presence", {"presence": presence})
        if not await chat.changed.changed(BEAT):
            beats += 1
            if beats % CLOCK_BEATS == 0:
                yield _event("clock", _clock(stage))


def _event(name: str, value: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(value)}\n\n"


def _state(stage: Stage, person: Person) -> Json:
    profile = _profile(stage, person)
    return {
        "person": {"id": person.id, "name": person.first_name, "language": person.language_code or LANGUAGES[0]},
        "bot": {"name": stage.name, "username": stage.username, "descriptions": profile["descriptions"]},
        "presence": stage.updates.presence,
        "clock": _clock(stage),
        "commands": profile["commands"],
        "suggestions": stage.suggestions,
        "messages": [_message(message) for message in person.messages],
    }


def _profile(stage: Stage, person: Person) -> Json:
    return {
        "commands": stage.profile.commands_for(person.id, person.language_code or LANGUAGES[0]),
        "descriptions": {code: stage.profile.text("description", code) for code in LANGUAGES},
    }


def _clock(stage: Stage) -> Json:
    return {"now": stage.clock().timestamp() * 1000, "speed": stage.clock.speed, "zone": stage.zone}


def _shown(stage: Stage, person: Person, event: Json) -> Json | None:
    """Turn a note in the chat into what the page is told; None when it is overtaken."""
    match event["type"]:
        case "message":
            message = person.chat.message(event["id"])
            return None if message is None else _message(message)
        case "profile":
            return _profile(stage, person)
        case _:
            return event


def _message(message: Message) -> Json:
    """Give a message as the page shows it."""
    shown: Json = {
        "id": message.id,
        "own": not message.from_bot,
        "date": message.date * 1000,
        "edits": message.edits,
        "text": message.text,
        "entities": list(message.content.entities),
        "buttons": [
            [{"text": button.text, "data": button.data, "url": button.url} for button in row] for row in message.buttons
        ],
    }
    if message.file is not None:
        shown["file"] = {
            "kind": message.file.kind,
            "name": message.file.name,
            "size": message.file.size,
            "href": f"/stage/files/{message.file.path}",
            "width": message.file.width,
            "height": message.file.height,
        }
    return shown
