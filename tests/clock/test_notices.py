"""What people hear of a change, from the database to the chat."""

from collections.abc import AsyncIterator

import pytest_asyncio
from clock_world import World, world_at
from reminder_days import at, day

from handlers.stage.stage import Stage
from storage.database import Database

ROOM = "Andere zaal: themagroep Veiligheid is nu in zaal 2 (was zaal 5). De tijd blijft 11.40 tot 12.40."


@pytest_asyncio.fixture
async def telling(database_url: str, stage: Stage, address: str) -> AsyncIterator[World]:
    database = Database.open(database_url)
    try:
        async with world_at(database, stage, address, at(9), tells=True) as world:
            await world.save(day())
            yield world
    finally:
        await database.close()


def silent(world: World, number: int) -> list[bool]:
    """Say of each message in somebody's chat whether it came without a sound."""
    return [bool(call.get("disable_notification")) for call in calls(world, number)]


def calls(world: World, number: int) -> list[dict[str, object]]:
    return [c.parameters for c in world.stage.called("sendMessage") if str(c.parameters.get("chat_id")) == str(number)]


async def test_who_follows_hears_at_once_of_what_is_near(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.joins(2, "wwz", lead=None)
    await telling.at(at(11, 25))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 25, 2))
    assert telling.told(1) == [ROOM]
    assert telling.told(2) == []
    await telling.at(at(11, 40))
    assert telling.told(1) == [ROOM]
