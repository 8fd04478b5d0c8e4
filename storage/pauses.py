"""Events of which nothing goes out for now but what somebody waits for."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.outbox.model import WAITED_FOR, OutboxState
from storage.database import insert
from storage.tables import outbox, pauses


def pause(conn: Connection, event_id: int, now: datetime) -> None:
    """Let nothing of an event go out until it is resumed but what somebody waits for; twice is once."""
    row = insert(conn, pauses).values(event_id=event_id, since=now)
    conn.execute(row.on_conflict_do_nothing())


def resume(conn: Connection, event_id: int) -> bool:
    """Let what is due go out again, and say whether it was paused."""
    return conn.execute(sa.delete(pauses).where(pauses.c.event_id == event_id)).rowcount > 0


def paused_since(conn: Connection, event_id: int) -> datetime | None:
    """Give since when nothing of an event goes out, None when all does."""
    return conn.execute(sa.select(pauses.c.since).where(pauses.c.event_id == event_id)).scalar_one_or_none()


def waiting(conn: Connection, event_id: int, now: datetime) -> int:
    """Count what of an event is due and waits, for its turn or for the end of a pause."""
    due = (outbox.c.event_id == event_id, outbox.c.state == OutboxState.PLANNED, outbox.c.priority > WAITED_FOR)
    query = sa.select(sa.func.count()).where(*due, outbox.c.due_at <= now, outbox.c.expires_at > now)
    return conn.execute(query).scalar_one()
