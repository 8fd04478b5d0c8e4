"""No kill between a change and what calendars hear of it loses anything, or sends it twice."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from clock_world import World, world_at
from icalendar import Calendar
from mail_server import MailServer, calendar_of, mail_server
from reminder_days import at, day
from sqlalchemy import Connection

from bot.outbox.model import OutboxState
from bot.people.model import Chat
from handlers.clock.outbox import LEASE
from handlers.stage.stage import Stage
from storage import mailboxes
from storage.database import Database

JAN = "jan@stad.example"
BOTH = pytest.mark.parametrize("backend", ["sqlite", "postgresql"], indirect=True)


@asynccontextmanager
async def opened(
    url: str, stage: Stage, address: str, moment: datetime, server: MailServer, **facts: Any
) -> AsyncIterator[World]:
    """Open the database and deliver from it, by mail too, as a process does."""
    database = Database.open(url)
    given = {"smtp_url": server.url, "mail_from": "agenda@g40.example"}
    try:
        async with world_at(database, stage, address, moment, given=given, **facts) as world:
            yield world
    finally:
        await database.close()


@asynccontextmanager
async def victim(url: str, stage: Stage, address: str, moment: datetime, server: MailServer) -> AsyncIterator[None]:
    """Run a process that is killed at the end of the context."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("deliverer.py")),
        *(url, address, stage.token, moment.isoformat(), server.url),
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": "."},
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        await process.wait()


def _connect(conn: Connection, chat: Chat) -> None:
    mailboxes.make_code(conn, chat, channel="mail-stage", address=JAN, code="123456", now=at(9))
    mailboxes.try_code(conn, chat.id, "123456", since=at(1), now=at(9))


async def _changed(world: World) -> None:
    """Let somebody have a session as a file and by mail, and then move it."""
    await world.save(day())
    chat = await world.joins(1, "veiligheid", lead=None)
    await world.hands(chat, "veiligheid")
    await world.database.write(_connect, chat)
    await world.change("veiligheid", room="zaal-3")


def numbers(files: list[bytes]) -> list[int]:
    return [int(event["sequence"]) for file in files for event in Calendar.from_ical(file).events]


@BOTH
async def test_killed_between_planning_and_sending(database_url: str, stage: Stage, address: str) -> None:
    async with mail_server() as server:
        async with opened(database_url, stage, address, at(9), server) as before:
            await _changed(before)
            async with victim(database_url, stage, address, at(9), server):
                async with asyncio.timeout(20):
                    # The file, the mail, and word of what changed.
                    while await before.states() != {OutboxState.PLANNED: 3}:  # noqa: ASYNC110 - nobody tells when
                        await asyncio.sleep(0.05)
            assert (before.told(1), server.raw) == ([], [])
        async with opened(database_url, stage, address, at(9, 2), server) as after:
            await after.at(at(9, 2), seconds=3)
            await after.at(at(9, 10), seconds=3)
            assert numbers(after.files(1)) == [1]
            assert numbers([calendar_of(mail) for mail in server.mails()]) == [1]
            assert await after.states() == {OutboxState.SENT: 3}


@BOTH
async def test_killed_in_mid_send_the_same_mail_comes_again(database_url: str, stage: Stage, address: str) -> None:
    async with mail_server() as server:
        async with opened(database_url, stage, address, at(9), server) as before:
            await _changed(before)
        server.silent = True
        async with victim(database_url, stage, address, at(11), server):
            await asyncio.wait_for(server.arrived.wait(), 20)
        server.silent = False
        real = datetime.now(UTC)
        async with opened(database_url, stage, address, at(11, 1), server, real_begin=real) as after:
            await after.pass_seconds(LEASE.total_seconds() + 1)
            await after.at(at(11, 2), seconds=3)
            await after.at(at(11, 10), seconds=3)
        first, again = server.mails()
        assert first["Message-ID"] == again["Message-ID"]
        assert numbers([calendar_of(first), calendar_of(again)]) == [1, 1]
