"""The server of the web door, in the loop that runs already."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

from starlette.types import ASGIApp
from uvicorn import Config, Server

LAST_WORDS: Final = 2
"""Seconds that answers under way get to finish when the server stops."""


class QuietServer(Server):
    """uvicorn's server, which leaves Ctrl-C to the process it is part of."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def serving(app: ASGIApp, *, host: str, port: int) -> AsyncIterator[str]:
    """Serve the application while the context lasts, and give the address: ``http://HOST:PORT``.

    Port 0 takes a free one. Raises OSError when the port is in use or the host is not this machine's.
    """
    listener = _listener(host, port)
    config = Config(
        app,
        lifespan="off",
        ws="none",
        log_config=None,
        # It would tell secret addresses; the application has a log of its own.
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
        timeout_graceful_shutdown=LAST_WORDS,
    )
    server = QuietServer(config)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        shown = f"[{host}]" if ":" in host else host
        yield f"http://{shown}:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        listener.close()


def _listener(host: str, port: int) -> socket.socket:
    """Take the port now, so that one in use is told before anything else runs."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener
