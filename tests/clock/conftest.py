"""A world of which the tests turn the clocks: a day, its people, and Telegram's stage."""

from collections.abc import AsyncIterator

import pytest
from calendar_programs import khal, libical, program  # noqa: F401 - fixtures
from clock_world import World, world_at
from reminder_days import at, day

from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from storage.database import Database


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """SQLite, unless a test says by its parameter that it is about the database itself."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def address(stage: Stage) -> AsyncIterator[str]:
    async with serving(stage) as url:
        yield url


@pytest.fixture
async def world(database: Database, stage: Stage, address: str) -> AsyncIterator[World]:
    """The day is kept and nobody follows anything yet; it is nine o'clock."""
    async with world_at(database, stage, address, at(9)) as made:
        await made.save(day())
        yield made
