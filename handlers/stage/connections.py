"""Connections: breaking one off on purpose."""

import asyncio
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol

HANG_UP: Final = "hang_up"


class StageProtocol(H11Protocol):
    """uvicorn's HTTP, where a request can find how to break its own connection off."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Keep what breaks the connection off in the state that every request of it sees."""
        super().connection_made(transport)
        self.app_state[HANG_UP] = transport.abort


async def hang_up(request: Request) -> Response:
    """Break the connection off before a byte of the answer is sent; the response given back goes nowhere."""
    request.scope["state"][HANG_UP]()
    while (await request.receive())["type"] != "http.disconnect":
        pass
    return Response()
