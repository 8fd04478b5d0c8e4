"""The stage's server, in the loop that runs already."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from uvicorn.config import Config
from uvicorn.server import ServerState

from handlers.stage.app import create_app
from handlers.stage.connections import StageProtocol
from handlers.stage.stage import Stage

LOOPBACK: Final = "127.0.0.1"
KEEP_ALIVE: Final = 75
"""Seconds that an idle connection stays open: longer than clients keep theirs, so none is closed under a request."""
LAST_WORDS: Final = 2.0
"""Seconds that calls in progress get to finish when the server closes."""


@asynccontextmanager
async def serving(stage: Stage, port: int = 0) -> AsyncIterator[str]:
    """Serve the stage on loopback while the context lasts, and give its address: ``http://127.0.0.1:PORT``.

    Port 0 takes a free one. Raises OSError when the port is in use. No signal handlers are set.
    """
    config = Config(
        create_app(stage),
        loop="asyncio",
        http=StageProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        date_header=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
    )
    config.load()
    state = ServerState()
    listener = _listener(port)
    server = await asyncio.get_running_loop().create_server(
        lambda: StageProtocol(config=config, server_state=state, app_state={}),
        sock=listener,
    )
    try:
        yield f"http://{LOOPBACK}:{listener.getsockname()[1]}"
    finally:
        server.close()
        stage.close()
        await _finish(state)
        await server.wait_closed()


def _listener(port: int) -> socket.socket:
    # asyncio sends small answers without delay only on sockets that say they are TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
    except OSError:
        listener.close()
        raise
    return listener


async def _finish(state: ServerState) -> None:
    """Let calls in progress end, then close what is still open."""
    for connection in list(state.connections):
        connection.shutdown()
    if state.tasks:
        _, late = await asyncio.wait(set(state.tasks), timeout=LAST_WORDS)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=LAST_WORDS)
    for connection in list(state.connections):
        if connection.transport is not None:
            connection.transport.abort()
    while state.connections:  # noqa: ASYNC110 - a closed transport tells its protocol in the next round of the loop
        await asyncio.sleep(0)
