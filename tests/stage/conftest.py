from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from handlers.stage.serving import serving
from handlers.stage.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage(first_update_id=1)


@pytest.fixture
async def address(stage: Stage) -> AsyncIterator[str]:
    async with serving(stage) as url:
        yield url


@pytest.fixture
async def bot(stage: Stage, address: str) -> AsyncIterator[Bot]:
    async with make_bot(address, stage.token) as connected:
        yield connected


def make_bot(address: str, token: str, *, read_timeout: float = 5.0) -> Bot:
    """Make the library's own bot, pointed at the stage."""
    return Bot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=HTTPXRequest(connection_pool_size=20, pool_timeout=5.0, read_timeout=read_timeout),
        get_updates_request=HTTPXRequest(connection_pool_size=4, pool_timeout=5.0, read_timeout=read_timeout),
    )
