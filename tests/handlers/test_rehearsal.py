"""A rehearsal where real people use the database changes nothing of theirs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from reminder_days import day
from sqlalchemy import Connection

from bot.people.access import Role
from bot.people.model import ChatKind
from handlers import rehearsal
from storage import chat_rows, programme, roles
from storage.database import Database

NOW = datetime(2023, 2, 1, tzinfo=UTC)


def fill(conn: Connection, *, channel: str) -> None:
    programme.save_groups(conn, day().groups)
    programme.save(conn, day(), now=NOW)
    chat_rows.chat_for(conn, channel=channel, address="7", kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW)


async def test_where_nobody_real_is_the_database_itself_is_used(database: Database, database_url: str) -> None:
    await database.write(fill, channel="stage")
    assert await rehearsal.apart(database, database_url) == database_url


async def test_where_real_people_are_the_days_are_copied_and_nobody_with_them(
    database: Database, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await database.write(fill, channel="telegram")
    url = await rehearsal.apart(database, database_url)
    assert url != database_url
    copy = Database.open(url)
    try:
        real = await database.read(programme.load, "haarlem-2023")
        played = await copy.read(programme.load, "haarlem-2023")
        assert [(s.key, s.start, s.room, s.title) for s in played.sessions] == [
            (s.key, s.start, s.room, s.title) for s in real.sessions
        ]
        assert not await copy.read(chat_rows.any_on, "telegram")
        await copy.write(rehearsal.play_organiser, played, "1002")
        (grant,) = await copy.read(roles.grants_of, "stage", "1002")
        assert (grant.role, grant.event_id) == (Role.ORGANISER, played.event.id)
    finally:
        await copy.close()
    # The next one begins anew.
    again = Database.open(await rehearsal.apart(database, database_url))
    try:
        assert await again.read(roles.grants_of, "stage", "1002") == ()
    finally:
        await again.close()
