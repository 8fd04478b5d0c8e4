"""The ticks by themselves, on the real clock: that they run, outlive a failure, and stop."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from clock_world import World, sentences
from reminder_days import at

from bot.clock import EventClock
from bot.outbox.model import OutboxState
from bot.outbox.pacing import Pacer
from handlers.clock.planning import Planner
from handlers.clock.ticks import GRACE, make_scheduler, make_ticks, running
from handlers.services import Services, make_services
from handlers.telegram.sender import TelegramSender
from storage import chat_rows, personal
from storage.database import Database


async def test_the_whole_of_it_runs_by_itself_and_stops(world: World, database: Database) -> None:
    await world.joins(1, "veiligheid")
    await world.stop()
    services = make_services(
        database=database,
        clock=EventClock(at(11, 29, 59)),
        catalogue=sentences(),
        settings=world.services.settings,
    )
    pacer = Pacer()
    async with running(make_ticks(services, TelegramSender(world.bot), pacer)):
        told = await world.stage.person(1).reply(timeout=5)
    assert told.text == "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."
    # The context ended while the message was being recorded, and waited for that.
    assert await world.states() == {OutboxState.SENT: 1}


async def test_the_schedule_is_in_utc_catches_up_once_and_forgives_lateness(world: World) -> None:
    scheduler = make_scheduler(world.ticks)
    scheduler.start(paused=True)
    try:
        jobs = {job.id: (job.coalesce, job.max_instances, job.misfire_grace_time) for job in scheduler.get_jobs()}
    finally:
        scheduler.shutdown(wait=False)
    assert jobs == dict.fromkeys(("plan", "tell", "rescue", "tidy"), (True, 1, GRACE))
    assert scheduler.timezone is UTC


class OutOfOrder(Planner):
    """A planner whose database is away."""

    async def tick(self) -> int:
        raise ConnectionError("the database is away")


async def test_a_tick_that_fails_is_told_and_the_others_go_on(world: World, caplog: pytest.LogCaptureFixture) -> None:
    chat = await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    world.begin = at(11, 51)
    broken = replace(world.ticks, planner=OutOfOrder(world.services, world.ticks.delivery.wake))
    scheduler = make_scheduler(broken)
    with caplog.at_level(logging.ERROR):
        scheduler.start()
        async with asyncio.timeout(20):
            while OutboxState.SKIPPED not in await world.states():  # noqa: ASYNC110 - the database rings no bell
                await asyncio.sleep(0.01)
        scheduler.shutdown(wait=False)
    assert "the tick «plan» failed: ConnectionError('the database is away')" in caplog.messages
    assert await world.database.read(chat_rows.chat_by_id, chat.id) == chat


class Endless(Planner):
    """A planner that is at work when the process is told to stop."""

    def __init__(self, services: Services, wake: Callable[[], None]) -> None:
        super().__init__(services, wake)
        self.begun = asyncio.Event()

    async def tick(self) -> int:
        self.begun.set()
        await asyncio.Event().wait()
        return 0


async def test_a_stop_in_the_middle_of_a_tick_is_no_failure(world: World, caplog: pytest.LogCaptureFixture) -> None:
    await world.stop()
    fresh = make_ticks(world.services, TelegramSender(world.bot), world.pacer)
    with caplog.at_level(logging.INFO):
        planner = Endless(world.services, fresh.delivery.wake)
        async with running(replace(fresh, planner=planner)):
            await asyncio.wait_for(planner.begun.wait(), 10)
        await asyncio.sleep(0.01)
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []


async def test_tidying_deletes_what_has_passed_its_term(world: World) -> None:
    chat = await world.joins(1, "veiligheid")
    await world.at(at(11, 30))
    await world.ticks.tidy()
    assert await world.states() == {OutboxState.SENT: 1}
    world.begin += timedelta(days=personal.AFTER_EVENT) + personal.TALK
    await world.ticks.tidy()
    assert await world.states() == {}
    assert await world.database.read(chat_rows.chat_by_id, chat.id) == chat
