"""The inbox: what Telegram sent, kept before it is confirmed, handled in order, then marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.database import insert
from storage.tables import inbox

ATTEMPTS: Final = 3
"""How often handling an update is started; one that ends the process each time must not do so for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """An update that waits: ``data`` is the JSON as it came, ``attempts`` how often it was started."""

    bot: int
    update_id: int
    chat_key: str
    data: str
    attempts: int = 0


def store(conn: Connection, bot: int, updates: Sequence[tuple[int, str, str]], now: datetime) -> int:
    """Keep updates as (update_id, chat_key, json) and give the number of new ones; known ones stay as they are."""
    if not updates:
        return 0
    rows = [
        {
            "bot": bot,
            "update_id": update_id,
            "chat_key": chat_key,
            "data": data,
            "received_at": now,
            "attempts": 0,
            "gave_up": False,
        }
        for update_id, chat_key, data in updates
    ]
    new = insert(conn, inbox).on_conflict_do_nothing().returning(inbox.c.update_id)
    return len(conn.execute(new, rows).all())


def waiting(conn: Connection, bot: int) -> tuple[InboxRow, ...]:
    """Give the updates that are still to be handled, in the order of Telegram."""
    return _open(conn, bot, inbox.c.attempts < ATTEMPTS)


def stuck(conn: Connection, bot: int) -> tuple[InboxRow, ...]:
    """Give the updates that were started as often as may be and never ended: each time the process did."""
    return _open(conn, bot, inbox.c.attempts >= ATTEMPTS)


def started(conn: Connection, bot: int, update_id: int) -> None:
    """Count an attempt, before it is made."""
    conn.execute(_one(bot, update_id).values(attempts=inbox.c.attempts + 1))


def handled(conn: Connection, bot: int, update_id: int, now: datetime) -> None:
    """Mark an update as done."""
    conn.execute(_one(bot, update_id).values(done_at=now))


def gave_up(conn: Connection, bot: int, update_id: int, now: datetime) -> None:
    """Mark an update as done without an answer."""
    conn.execute(_one(bot, update_id).values(done_at=now, gave_up=True))


def _one(bot: int, update_id: int) -> sa.Update:
    return sa.update(inbox).where(inbox.c.bot == bot, inbox.c.update_id == update_id)


def _open(conn: Connection, bot: int, which: sa.ColumnElement[bool]) -> tuple[InboxRow, ...]:
    columns = (inbox.c.bot, inbox.c.update_id, inbox.c.chat_key, inbox.c.data, inbox.c.attempts)
    query = sa.select(*columns).where(inbox.c.bot == bot, inbox.c.done_at.is_(None), which).order_by(inbox.c.update_id)
    return tuple(InboxRow(**row) for row in conn.execute(query).mappings())
