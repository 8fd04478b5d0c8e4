"""Telling of changes while other processes deliver and change, on PostgreSQL, where they do so at the same time."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from reminder_days import at, day
from sqlalchemy import Connection

from bot.people.model import ChatKind
from handlers.consequences import announce
from storage import chat_rows, choice_rows, notices, outbox, programme
from storage.database import Database

NOW = at(11, 25)
pytestmark = pytest.mark.parametrize("backend", ["postgresql"], indirect=True)


def prepare(conn: Connection) -> None:
    """Keep a day, and somebody who follows one of its groups."""
    programme.save_groups(conn, day().groups)
    programme.save(conn, day(), now=NOW)
    kept = programme.load(conn, "haarlem-2023")
    guest, _ = chat_rows.chat_for(
        conn, channel="stage", address="1", kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
    )
    choice_rows.follow(conn, guest.id, kept.group_by_slug["veiligheid"].id, NOW)


def changed(conn: Connection, room: str) -> None:
    """Move a session and let those concerned know."""
    found = programme.load(conn, "haarlem-2023")
    sessions = tuple(replace(s, room=room) if s.key == "veiligheid" else s for s in found.sessions)
    programme.save(conn, replace(found, sessions=sessions), now=NOW)
    announce(conn, programme.load(conn, "haarlem-2023"), "stage", now=NOW)


def meanwhile(act: Callable[[], object]) -> None:
    """Do something on another thread, and wait for it."""
    thread = threading.Thread(target=act)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


async def test_what_waits_is_not_taken_while_a_change_joins_it(database: Database, database_url: str) -> None:
    await database.write(prepare)
    await database.write(changed, "zaal-2")
    other = Database.open(database_url)
    taken: list[int] = []

    async def claim() -> None:
        rows = await other.write(outbox.claim, "stage", NOW, 10, timedelta(seconds=45), datetime.now(UTC))
        taken.append(len(rows))

    def joins(conn: Connection) -> None:
        found = programme.load(conn, "haarlem-2023")
        assert len(notices.earlier(conn, found.event.id, "stage", NOW).waiting) == 1
        meanwhile(lambda: asyncio.run(claim()))
        changed(conn, "zaal-4")

    await database.write(joins)
    await claim()
    assert taken == [0, 1]
    await other.close()


async def test_an_older_look_takes_nothing_back_of_what_was_announced(database: Database, database_url: str) -> None:
    await database.write(prepare)
    other = Database.open(database_url)

    def late(conn: Connection) -> None:
        old = programme.load(conn, "haarlem-2023")
        meanwhile(lambda: asyncio.run(other.write(changed, "zaal-2")))
        assert announce(conn, old, "stage", now=NOW) == {}

    await database.write(late)
    event = (await database.read(programme.load, "haarlem-2023")).event
    assert await database.read(notices.announced, event.id) == event.revision
    await other.close()
