"""Changes that were asked for and are not sent yet, and what the next message of a chat may be."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.changing.edit import Edit
from storage.database import insert
from storage.tables import drafts, expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A change as its author saw it in the preview, made at the event's revision ``seen``.

    ``options`` are whole changes of which one is meant. ``made`` is the revision that sending it made, 0 before.
    """

    id: int
    chat_id: int
    event_id: int
    edits: tuple[Edit, ...]
    options: tuple[tuple[Edit, ...], ...] = ()
    seen: int
    at: datetime
    made: int = 0
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What the next message of a chat may be: ``what`` it was asked, ``about`` which session, draft or broadcast."""

    what: str
    about: int


_COLUMNS: Final = tuple(drafts.c[f.name] for f in fields(Draft))


def add(
    conn: Connection,
    chat_id: int,
    event_id: int,
    edits: Sequence[Edit],
    *,
    options: Sequence[Sequence[Edit]] = (),
    seen: int,
    now: datetime,
) -> Draft:
    """Keep a draft."""
    values = {
        "chat_id": chat_id,
        "event_id": event_id,
        "edits": tuple(edits),
        "options": tuple(tuple(one) for one in options),
        "seen": seen,
        "at": now,
        "made": 0,
    }
    row = conn.execute(sa.insert(drafts).values(values).returning(*_COLUMNS)).mappings().one()
    return Draft(**row)


def find(conn: Connection, draft_id: int, chat_id: int) -> Draft | None:
    """Give a draft of this chat; None for that of another one, and where it is forgotten."""
    one = sa.select(*_COLUMNS).where(drafts.c.id == draft_id, drafts.c.chat_id == chat_id)
    row = conn.execute(one).mappings().first()
    return None if row is None else Draft(**row)


def made_in(conn: Connection, event_id: int) -> tuple[Draft, ...]:
    """Give the changes of an event that were sent from a chat, the last one first."""
    of = (drafts.c.event_id == event_id, drafts.c.made > 0)
    rows = conn.execute(sa.select(*_COLUMNS).where(*of).order_by(drafts.c.made.desc())).mappings()
    return tuple(Draft(**row) for row in rows)


def set_edits(conn: Connection, draft_id: int, edits: Sequence[Edit], seen: int) -> None:
    """Keep what of a draft is meant, and the revision at which it is shown."""
    conn.execute(sa.update(drafts).where(drafts.c.id == draft_id).values(edits=tuple(edits), options=(), seen=seen))


def end(conn: Connection, draft_id: int, now: datetime, *, made: int = 0) -> None:
    """Keep that a draft was sent (``made`` is the revision) or left."""
    conn.execute(sa.update(drafts).where(drafts.c.id == draft_id).values(made=made, ended_at=now))


def expect(conn: Connection, chat_id: int, what: str, about: int, now: datetime) -> None:
    """Keep what the next message of a chat may be; it takes the place of what was expected before."""
    values = {"what": what, "about": about, "at": now}
    row = insert(conn, expected).values(chat_id=chat_id, **values)
    conn.execute(row.on_conflict_do_update(index_elements=["chat_id"], set_=values))


def expected_of(conn: Connection, chat_id: int, *, since: datetime) -> Expected | None:
    """Give what the next message of a chat may be, if it was asked after ``since``."""
    query = sa.select(expected.c.what, expected.c.about).where(expected.c.chat_id == chat_id, expected.c.at > since)
    row = conn.execute(query).first()
    return None if row is None else Expected(row.what, row.about)


def expect_nothing(conn: Connection, chat_id: int) -> None:
    """Take the next message of a chat for what it is."""
    conn.execute(sa.delete(expected).where(expected.c.chat_id == chat_id))
