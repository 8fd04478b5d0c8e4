"""Pages for what is not there, each with a way on."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.programme.model import Programme
from bot.wording.names import capital, session_name
from handlers.web.render import render
from handlers.web.site import site_of, words_for
from storage import feeds
from storage import programme as programmes

NOT_FOUND = 404
GONE = 410


def unknown(request: Request) -> Response:
    """Say that there is nothing at an address."""
    return _refusal(request, NOT_FOUND, "web-unknown")


async def no_calendar(request: Request, secret: str) -> Response:
    """Say that a secret address was renewed, or never was one."""
    renewed = await site_of(request).services.database.read(feeds.is_renewed, secret)
    return _refusal(request, GONE, "web-renewed") if renewed else _refusal(request, NOT_FOUND, "web-unknown-own")


async def no_session(request: Request, programme: Programme) -> Response:
    """Say that a session is not in the programme, or not any more."""
    words = words_for(request)
    event = programme.event.title.to(words.language)
    key = request.path_params["key"]
    history = await site_of(request).services.database.read(programmes.changes_of, programme.event.id, key)
    before = history[-1].before if history else None
    if before is None:
        return _refusal(request, NOT_FOUND, "web-no-session", programme, event=event)
    name = capital(session_name(before, programme, words))
    return _refusal(request, GONE, "web-session-gone", programme, event=event, session=name)


async def wrong(request: Request, error: Exception) -> Response:
    """Answer what the routes refuse: an unknown address, or another method than reading."""
    status = error.status_code if isinstance(error, HTTPException) else NOT_FOUND
    if status == NOT_FOUND:
        return unknown(request)
    response = _refusal(request, status, "web-method")
    response.headers.update(getattr(error, "headers", None) or {})
    return response


async def failed(request: Request, _error: Exception) -> Response:
    """Say that it is our fault; the error itself goes into the log."""
    return _refusal(request, 500, "web-failed")


def _refusal(request: Request, status: int, key: str, programme: Programme | None = None, **values: str) -> Response:
    words = words_for(request)
    titles = {"web-unknown-own": "web-unknown-title"}
    return render(
        request,
        "message.html",
        words,
        status=status,
        title=words(titles.get(key, f"{key}-title")),
        text=words(key, **values),
        event=programme.event if programme else None,
    )
