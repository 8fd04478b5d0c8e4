"""The log of what people with a role did: in which role and for which group, never who by name."""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.access import Role
from bot.programme.model import Event, Text
from storage.tables import acts, changes
from storage.values import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done: ``what`` is a word (change, undo, broadcast, invite, …), ``about`` a key or name.

    ``revision`` is that of the event which a change of the programme made, 0 for other acts; where that turned the
    whole day, ``before`` and ``after`` are how it stood (:func:`day_as_text`). Never a secret in it.
    """

    at: datetime
    role: str
    group: str = ""
    what: str
    about: str = ""
    before: str = ""
    after: str = ""
    revision: int = 0


_COLUMNS: Final = tuple(acts.c[f.name] for f in fields(Act))
COMMAND_LINE: Final = "command line"
"""What stands for the role of who works at the machine itself."""


def record(
    conn: Connection,
    event_id: int,
    acting: tuple[Role, str] | None,
    what: str,
    *,
    now: datetime,
    about: str = "",
    before: str = "",
    after: str = "",
    revision: int = 0,
) -> None:
    """Keep an act; ``acting`` is role and group, None for the command line."""
    role, group = (COMMAND_LINE, "") if acting is None else (acting[0].value, acting[1])
    values = {"event_id": event_id, "at": now, "role": role, "group": group, "what": what, "about": about}
    conn.execute(sa.insert(acts).values(values | {"before": before, "after": after, "revision": revision}))


def day_as_text(event: Event) -> str:
    """Write how a day stands as a whole, so that it can be put back so."""
    return json.dumps({"situation": to_json(Text, event.situation), "online": event.online})


def day_before(conn: Connection, event_id: int, revision: int) -> tuple[Text, bool] | None:
    """Give how a day stood, its situation and whether it was online, before a revision that turned it."""
    query = sa.select(acts.c.before).where(acts.c.event_id == event_id, acts.c.revision == revision)
    found = conn.execute(query.where(acts.c.before != "")).scalar()
    if found is None:
        return None
    return _day(found)


def turned_to(act: Act) -> Text | None:
    """Give the situation that an act brought about which turned the whole day, or turned it back; else None."""
    return _day(act.after)[0] if act.revision and act.after else None


def _day(kept: str) -> tuple[Text, bool]:
    day = json.loads(kept)
    return from_json(Text, day["situation"]), day["online"]


def turnings(conn: Connection, event_id: int) -> tuple[tuple[int, Text], ...]:
    """Give each revision that turned the whole day, or turned it back, with the situation before it, last first."""
    query = sa.select(acts.c.revision, acts.c.before).where(acts.c.event_id == event_id, acts.c.before != "")
    rows = conn.execute(query.where(acts.c.revision > 0).order_by(acts.c.revision.desc()))
    return tuple((revision, _day(before)[0]) for revision, before in rows)


def turned_since(conn: Connection, event_id: int, revision: int, *, upto: int | None = None) -> bool:
    """Say whether the whole day was turned, or turned back, in a revision or later, at most in ``upto``."""
    query = sa.select(acts.c.id).where(acts.c.event_id == event_id, acts.c.revision >= revision, acts.c.before != "")
    query = query if upto is None else query.where(acts.c.revision <= upto)
    return conn.execute(query.limit(1)).first() is not None


def recent(
    conn: Connection,
    event_id: int,
    limit: int,
    *,
    start: int = 0,
    groups: tuple[str, ...] | None = None,
    keys: tuple[str, ...] = (),
) -> tuple[Act, ...]:
    """Give the last acts of an event, newest first, from number ``start`` on.

    With ``groups`` only those for these, and those that changed a session with one of ``keys``.
    """
    query = sa.select(*_COLUMNS).where(acts.c.event_id == event_id)
    if groups is not None:
        changed = sa.select(changes.c.revision).where(changes.c.event_id == event_id, changes.c.key.in_(keys))
        query = query.where(sa.or_(acts.c.group.in_(groups), acts.c.revision.in_(changed)))
    rows = conn.execute(query.order_by(acts.c.id.desc()).limit(limit).offset(start)).mappings()
    return tuple(Act(**row) for row in rows)
