"""What stays right when processes end, die or stand beside each other."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from clock_world import World, world_at
from reminder_days import at, day

from bot.outbox.model import OutboxState
from handlers.clock.outbox import LEASE, OutboxStore
from handlers.stage.faults import FaultKind
from handlers.stage.stage import Stage
from storage.database import Database

SAFETY_SOON = "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."
BOTH = pytest.mark.parametrize("backend", ["sqlite", "postgresql"], indirect=True)


@asynccontextmanager
async def opened(url: str, stage: Stage, address: str, moment: datetime, **facts: Any) -> AsyncIterator[World]:
    """Open the database and deliver from it, as a process does; close all of it after."""
    database = Database.open(url)
    try:
        async with world_at(database, stage, address, moment, **facts) as world:
            yield world
    finally:
        await database.close()


@BOTH
async def test_what_was_planned_comes_after_closing_and_opening_again(
    database_url: str, stage: Stage, address: str
) -> None:
    async with opened(database_url, stage, address, at(9)) as first:
        await first.save(day())
        await first.joins(1, "sociaal")
        await first.at(at(10, 20))
        assert len(first.told(1)) == 1
    async with opened(database_url, stage, address, at(10, 21)) as second:
        # Planned by the first, and what it sent is not sent again.
        assert await second.states() == {OutboxState.SENT: 1, OutboxState.PLANNED: 2}
        await second.at(at(11, 29, 50))
        assert len(second.told(1)) == 1
        await second.at(at(11, 30))
        assert len(second.told(1)) == 2


@BOTH
async def test_killed_in_mid_send_it_comes_once_more_marked(
    database_url: str, stage: Stage, address: str, tmp_path: Path
) -> None:
    async with opened(database_url, stage, address, at(9)) as before:
        await before.save(day())
        await before.joins(1, "veiligheid")
    # The message is put in the chat at once, and the answer to that never reaches the one who sent it.
    stage.fail(FaultKind.SLOW, "sendMessage", seconds=60)
    with (tmp_path / "errors").open("wb") as errors:
        victim = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("deliverer.py")),
            *(database_url, address, stage.token, at(11, 30).isoformat()),
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONPATH": "."},
            stderr=errors,
        )
        try:
            arrived = await stage.person(1).reply(timeout=20)
        finally:
            victim.send_signal(signal.SIGKILL)
            await victim.wait()
    assert arrived.text == SAFETY_SOON
    assert (tmp_path / "errors").read_text() == ""
    async with opened(database_url, stage, address, at(11, 31), real_begin=datetime.now(UTC)) as after:
        assert await after.states() == {OutboxState.SENDING: 1}
        await after.at(at(11, 31))
        # As long as its lease lasts it may still be in somebody's hands.
        assert after.told(1) == [SAFETY_SOON]
        await after.pass_seconds(LEASE.total_seconds())
        await after.at(at(11, 32))
        assert after.told(1) == [
            SAFETY_SOON,
            "Over 8 minuten: themagroep Veiligheid, 11.40 uur, zaal 5. (herhaald)",
        ]
        await after.at(at(11, 35))
        assert len(after.told(1)) == 2
        assert await after.states() == {OutboxState.SENT: 1}


async def test_what_a_dead_process_had_in_hand_is_let_go_when_it_is_of_no_use(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    world.begin += timedelta(minutes=10)
    dead = OutboxStore(world.services, real=world.real)
    assert len(await dead.claim(5)) == 1
    await world.at(at(11, 50))
    await world.pass_seconds(LEASE.total_seconds())
    await world.at(at(11, 51))
    assert world.told(1) == []
    assert await world.rows() == [(OutboxState.SKIPPED, "expired")]


@BOTH
async def test_two_that_deliver_from_one_database_send_each_message_once(
    database_url: str, stage: Stage, address: str
) -> None:
    async with (
        opened(database_url, stage, address, at(9)) as one,
        opened(database_url, stage, address, at(9)) as other,
    ):
        await one.save(day())
        await one.crowd(24, "veiligheid")
        await one.ticks.plan()
        await asyncio.gather(one.at(at(11, 30)), other.at(at(11, 30)))
        await asyncio.gather(one.pass_seconds(5), other.pass_seconds(5))
        assert [one.told(number) for number in range(1, 25)] == [[SAFETY_SOON]] * 24


async def test_a_stop_finishes_what_is_in_flight_and_starts_nothing(
    database_url: str, stage: Stage, address: str
) -> None:
    async with opened(database_url, stage, address, at(9)) as world:
        await world.save(day())
        await world.crowd(40, "veiligheid")
        stage.fail(FaultKind.LATE, "sendMessage", seconds=0.1, times=40)
        ticking = asyncio.create_task(world.at(at(11, 30), seconds=0.2))
        await stage.until(lambda s: len(s.called("sendMessage")) == 1)
        world.ticks.delivery.stop()
        await ticking
        await world.pass_seconds(2)
        states = await world.states()
    sent = sum(len(stage.person(number).messages) for number in range(1, 41))
    assert states == {OutboxState.SENT: sent, OutboxState.PLANNED: 40 - sent}
    assert 0 < sent <= 24


async def test_three_hundred_have_it_in_time_and_nobody_too_early(world: World) -> None:
    await world.crowd(300, "veiligheid")
    await world.at(at(11, 29), seconds=0)
    arrived: list[tuple[datetime, int]] = []
    while world.now() < at(11, 30, 2):
        await world.pass_seconds(0.5)
        arrived.append((world.now(), len(world.stage.called("sendMessage"))))
    assert dict(arrived)[at(11, 29, 49)] == 0
    assert dict(arrived)[at(11, 30, 1)] == 300
    assert {len(world.told(number)) for number in range(1, 301)} == {1}
