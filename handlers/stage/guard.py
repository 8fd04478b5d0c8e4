"""Keeps other websites out: a page elsewhere in the same browser must not work the stage."""

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class Guard:
    """Lets through what this machine asks for under a local name, from no other origin."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        if scope["type"] == "http" and not allowed(Headers(scope=scope), scope["path"]):
            await PlainTextResponse("Forbidden", status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def allowed(headers: Headers, path: str) -> bool:
    """Say whether a request may pass.

    The name in ``Host`` must be a local one, or a foreign name could be pointed at this machine (DNS rebinding).
    A browser tells where a request comes from (``Origin``, ``Sec-Fetch-Site``); only the page itself may be
    opened from elsewhere.
    """
    host = headers.get("host", "")
    if urlsplit(f"//{host}").hostname not in LOCAL_NAMES:
        return False
    if headers.get("origin", f"http://{host}") != f"http://{host}":
        return False
    return path == "/" or headers.get("sec-fetch-site", "none") in {"same-origin", "none"}
