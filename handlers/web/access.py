"""What goes with every answer, and one line about it in the log, without secrets."""

import logging
import re
import time
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handlers.web.render import HEADERS

log: Final = logging.getLogger(__name__)

_NAME: Final = "[a-z0-9-]{1,40}"
PUBLIC: Final = re.compile(rf"/|/(?!agenda/){_NAME}(?:\.ics|/{_NAME}\.ics|/s/{_NAME}(?:\.ics)?)")
"""Addresses that may stand in a log; any other may be a secret one, or one with a mistake in it."""
_RAW: Final = [(name.encode(), value.encode()) for name, value in HEADERS.items()]


class Access:
    """Adds the headers that guard every answer, and logs the request; uvicorn's own log would tell the address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"].extend(_RAW)
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            if log.isEnabledFor(logging.INFO):
                taken = 1000 * (time.perf_counter() - start)
                log.info("%s %s %d, %.1f ms", scope["method"], shown(scope["path"]), status, taken)


def shown(path: str) -> str:
    """Give a path as a log may have it."""
    if PUBLIC.fullmatch(path):
        return path
    return "/agenda/***" if path.startswith("/agenda/") else "(another address)"
