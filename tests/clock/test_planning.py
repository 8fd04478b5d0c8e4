"""The tick that plans: at once when something was chosen or changed, and cheap when nothing was."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from clock_world import World, world_at
from reminder_days import at

from bot.programme.model import State
from handlers.clock.planning import LONGEST
from handlers.stage.stage import Stage
from storage import outbox
from storage.database import Database


async def test_a_choice_is_planned_by_the_next_tick(world: World) -> None:
    await world.joins(1, "sociaal")
    assert await world.ticks.planner.tick() == 3
    assert not world.services.planned.is_set()
    assert await world.ticks.planner.tick() == 0
    await world.joins(2, "veiligheid")
    assert await world.ticks.planner.tick() == 1


async def test_a_change_of_the_day_by_another_process_is_planned_by_the_next_tick(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.ticks.planner.tick()
    await world.change("veiligheid", start=at(12))
    assert await world.ticks.planner.tick() == 1


async def test_a_choice_that_nobody_told_of_waits_half_a_minute_at_most(world: World) -> None:
    await world.ticks.planner.tick()
    await world.joins(1, "veiligheid")
    world.services.planned.clear()
    assert await world.ticks.planner.tick() == 0
    await world.pass_seconds(LONGEST)
    assert await world.ticks.planner.tick() == 1


async def test_a_clock_that_is_set_back_is_news(world: World) -> None:
    await world.ticks.planner.tick()
    await world.joins(1, "veiligheid")
    world.services.planned.clear()
    assert await world.ticks.planner.tick() == 0
    world.begin -= timedelta(hours=2)
    assert await world.ticks.planner.tick() == 1


async def test_a_clock_that_is_set_ahead_is_news(world: World) -> None:
    await world.joins(1, "veiligheid")
    world.begin = at(9) - timedelta(hours=40)
    assert await world.ticks.planner.tick() == 0
    world.begin = at(9) - timedelta(hours=16)
    # The brief of the evening before, and the reminder.
    assert await world.ticks.planner.tick() == 2


@pytest.mark.parametrize("channel", ["stage", "telegram"])
async def test_a_rehearsal_that_starts_again_sends_again_and_nothing_else_does(
    world: World, database: Database, stage: Stage, address: str, channel: str
) -> None:
    await world.stop()
    async with world_at(database, stage, address, at(9), channel=channel) as first:
        await first.joins(1, "veiligheid")
        await first.joins(2, "veiligheid", channel="stage" if channel == "telegram" else "telegram")
        await first.at(at(11, 30))
        assert len(first.told(1)) == 1
    async with world_at(database, stage, address, at(9), channel=channel) as again:
        await again.at(at(9, 25))
        await again.at(at(11, 30))
        assert len(again.told(1)) == (2 if channel == "stage" else 1)
        assert again.told(2) == []


async def test_a_rehearsal_that_goes_on_sends_nothing_twice(
    world: World, database: Database, stage: Stage, address: str
) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 30))
    await world.stop()
    async with world_at(database, stage, address, at(11, 30, 5)) as again:
        await again.at(at(11, 30, 6))
        assert len(again.told(1)) == 1


async def test_only_days_that_are_near_are_planned(world: World) -> None:
    world.begin = at(9) - timedelta(days=30)
    await world.joins(1, "veiligheid")
    assert await world.ticks.planner.tick() == 0
    world.begin = at(9) - timedelta(hours=20)
    # The brief of the evening before, and the reminder.
    assert await world.ticks.planner.tick() == 2


async def test_a_day_that_becomes_published_is_planned(world: World) -> None:
    programme = await world.programme()
    await world.save(replace(programme, event=replace(programme.event, state=State.DRAFT)))
    await world.joins(1, "veiligheid")
    assert await world.ticks.planner.tick() == 0
    await world.save(programme)
    assert await world.ticks.planner.tick() == 1


async def test_many_rows_go_in_parts_and_all_are_there(world: World) -> None:
    await world.crowd(600, "sociaal")
    assert await world.ticks.planner.tick() == 1800
    planned = await world.database.read(outbox.planned_for, 1, "stage")
    assert len({row.key for row in planned}) == 1800
    # The 600 of 11.30 need more than twenty seconds; the last has it in time.
    dues = [row.due_at for row in planned if row.starts_at == at(11, 40)]
    assert (min(dues), max(dues)) == (at(11, 29, 40), at(11, 30))


@pytest.fixture
async def fast(database: Database, stage: Stage, address: str, world: World) -> AsyncIterator[World]:
    """The same day on a clock that runs sixty times as fast."""
    await world.stop()
    async with world_at(database, stage, address, at(9), speed=60.0) as made:
        yield made


async def test_on_a_fast_clock_it_begins_earlier_and_comes_in_time(fast: World) -> None:
    await fast.crowd(30, "veiligheid")
    await fast.at(at(11, 28), seconds=0)
    # Thirty messages take a second, which is a minute of the day.
    assert min(r.due_at for r in await fast.database.read(outbox.planned_for, 1, "stage")) == at(11, 28, 58)
    await fast.pass_seconds(0.95)
    assert len(fast.stage.called("sendMessage")) == 0
    await fast.pass_seconds(1.1)
    assert fast.now() == at(11, 30, 3)
    assert len(fast.stage.called("sendMessage")) == 30
