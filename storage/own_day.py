"""When people are at an event, and how they settled what they had at the same time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.model import Stay
from storage.database import insert
from storage.tables import attendance, chats, settled_overlaps

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """Two sessions at the same time that are not asked about again; ``dropped`` is the one that made way, if any."""

    first: int
    second: int
    dropped: int | None = None


def stay(conn: Connection, chat_id: int, event_id: int) -> Stay:
    """Give when a chat is at an event."""
    query = _stays().where(attendance.c.chat_id == chat_id, attendance.c.event_id == event_id)
    row = conn.execute(query).mappings().first()
    return Stay() if row is None else _stay(row)


def all_stays(conn: Connection, event_id: int) -> dict[int, Stay]:
    """Give for each chat that is known to attend an event, or not to, when it does."""
    query = _stays().where(attendance.c.event_id == event_id)
    return {row["chat_id"]: _stay(row) for row in conn.execute(query).mappings()}


def attend(conn: Connection, chat_id: int, event_id: int, now: datetime) -> None:
    """Keep that a chat is at an event; the first moment stands."""
    row = insert(conn, attendance).values(chat_id=chat_id, event_id=event_id, since=now)
    conn.execute(row.on_conflict_do_nothing())


def set_stay(conn: Connection, chat_id: int, event_id: int, wanted: Stay, now: datetime) -> None:
    """Keep when a chat is at an event."""
    facts = {"arrives": wanted.arrives, "leaves": wanted.leaves, "absent": wanted.absent}
    row = insert(conn, attendance).values(chat_id=chat_id, event_id=event_id, since=now, **facts)
    conn.execute(row.on_conflict_do_update(index_elements=["chat_id", "event_id"], set_=facts))


def settle(conn: Connection, chat_id: int, event_id: int, settled: Iterable[Settled]) -> None:
    """Keep how overlaps were settled; the last word on two sessions counts."""
    for one in settled:
        first, second = sorted((one.first, one.second))
        row = insert(conn, settled_overlaps).values(
            chat_id=chat_id, event_id=event_id, first_id=first, second_id=second, dropped_id=one.dropped
        )
        conn.execute(
            row.on_conflict_do_update(
                index_elements=["chat_id", "first_id", "second_id"], set_={"dropped_id": one.dropped}
            )
        )


def settled(conn: Connection, chat_id: int, event_id: int) -> tuple[Settled, ...]:
    """Give the overlaps of an event that a chat settled."""
    pair = settled_overlaps.c
    query = (
        sa.select(pair.first_id, pair.second_id, pair.dropped_id)
        .where(pair.chat_id == chat_id, pair.event_id == event_id)
        .order_by(pair.first_id, pair.second_id)
    )
    return tuple(Settled(first, second, dropped) for first, second, dropped in conn.execute(query))


def unsettle(conn: Connection, chat_id: int, pairs: Iterable[Pair]) -> None:
    """Forget how overlaps were settled."""
    for pair in pairs:
        first, second = sorted(pair)
        conn.execute(
            sa.delete(settled_overlaps).where(
                settled_overlaps.c.chat_id == chat_id,
                settled_overlaps.c.first_id == first,
                settled_overlaps.c.second_id == second,
            )
        )


def set_brief(conn: Connection, chat_id: int, minutes: int | None) -> None:
    """Keep when, in minutes after midnight, the brief of the evening before goes out; None is never."""
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(brief=minutes))


def set_morning(conn: Connection, chat_id: int, minutes: int | None) -> None:
    """Keep when, in minutes after midnight, the brief of the morning itself goes out; None is never."""
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(morning=minutes))


def set_quiet(conn: Connection, chat_id: int, quiet: bool) -> None:
    """Keep whether reminders wait while the person is in a session."""
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(quiet=quiet))


def is_silent(conn: Connection, channel: str, address: str) -> bool:
    """Say whether a chat that we know cannot be written to."""
    query = sa.select(chats.c.id).where(chats.c.channel == channel, chats.c.address == address, ~chats.c.active)
    return conn.execute(query).first() is not None


def _stays() -> sa.Select[int, datetime | None, datetime | None, bool]:
    columns = attendance.c
    return sa.select(columns.chat_id, columns.arrives, columns.leaves, columns.absent)


def _stay(row: sa.RowMapping) -> Stay:
    return Stay(attends=True, arrives=row["arrives"], leaves=row["leaves"], absent=row["absent"])
