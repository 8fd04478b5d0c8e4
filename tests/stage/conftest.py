from collections.abc import AsyncIterator

import pytest
from stage_bots import make_bot
from telegram import Bot

from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage(first_update_id=1)


@pytest.fixture
def person(stage: Stage) -> Person:
    return stage.person(1, "Gast")


@pytest.fixture
async def address(stage: Stage) -> AsyncIterator[str]:
    async with serving(stage) as url:
        yield url


@pytest.fixture
async def bot(stage: Stage, address: str) -> AsyncIterator[Bot]:
    async with make_bot(address, stage.token) as connected:
        yield connected
