"""The ledger: which chat has which session in a calendar, as it was when it was handed over."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.ical.ledger import Entry, Ledger
from bot.programme.model import Session
from storage import session_rows
from storage.database import insert
from storage.tables import chats, handed_out, sessions

_ENTRY: Final = tuple(handed_out.c[f.name] for f in fields(Entry))


def record(conn: Connection, chat_id: int, entries: Iterable[Entry], *, how: str, now: datetime) -> None:
    """Keep what was handed over; an older entry never takes the place of a newer one."""
    rows = [asdict(entry) | {"chat_id": chat_id, "how": how, "at": now} for entry in entries]
    if not rows:
        return
    new = insert(conn, handed_out)
    kept = {c.name: new.excluded[c.name] for c in handed_out.c if c.name not in {"chat_id", "session_id"}}
    statement = new.on_conflict_do_update(
        index_elements=["chat_id", "session_id"],
        set_=kept,
        where=handed_out.c.sequence <= new.excluded.sequence,
    )
    conn.execute(statement, rows)


def ledger(conn: Connection, chat_id: int, event_id: int) -> Ledger:
    """Give what a chat holds of an event."""
    query = sa.select(*_ENTRY).join(sessions).where(handed_out.c.chat_id == chat_id, sessions.c.event_id == event_id)
    held = tuple(Entry(**row) for row in conn.execute(query.order_by(handed_out.c.session_id)).mappings())
    return Ledger(held, gone(conn, event_id, held))


def behind(conn: Connection, event_id: int, channel: str) -> dict[int, tuple[Entry, ...]]:
    """Give what the chats of a channel that can be written to hold with an older number than the session has now."""
    return _by_chat(conn, event_id, channel, handed_out.c.sequence < sessions.c.sequence, chats.c.active)


def all_held(conn: Connection, event_id: int, channel: str) -> dict[int, tuple[Entry, ...]]:
    """Give all that the chats of a channel hold of an event."""
    return _by_chat(conn, event_id, channel)


def gone(conn: Connection, event_id: int, held: Sequence[Entry]) -> tuple[Session, ...]:
    """Give those of the sessions that are held which left the programme."""
    if not held:
        return ()
    ids = {entry.session_id for entry in held}
    return tuple(s for s in session_rows.load(conn, event_id, removed=True) if s.id in ids)


def _by_chat(
    conn: Connection, event_id: int, channel: str, *where: sa.ColumnElement[bool]
) -> dict[int, tuple[Entry, ...]]:
    query = (
        sa.select(handed_out.c.chat_id, *_ENTRY)
        .join(sessions, sessions.c.id == handed_out.c.session_id)
        .join(chats, chats.c.id == handed_out.c.chat_id)
        .where(sessions.c.event_id == event_id, chats.c.channel == channel, *where)
        .order_by(handed_out.c.chat_id, handed_out.c.session_id)
    )
    found: dict[int, list[Entry]] = defaultdict(list)
    for chat_id, *values in conn.execute(query):
        found[chat_id].append(Entry(**dict(zip((c.name for c in _ENTRY), values, strict=True))))
    return {chat_id: tuple(entries) for chat_id, entries in found.items()}
