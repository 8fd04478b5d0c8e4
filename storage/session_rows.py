"""The sessions of an event as rows, with their groups and speakers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.errors import UnknownReference
from bot.programme.changes import Change
from bot.programme.model import Session, SessionGroup, Speaker
from storage.tables import groups, rooms, session_groups, session_speakers, sessions, speakers

UID_DOMAIN: Final = "netwerkdag.g40"
"""The last part of every UID (RFC 5545 3.8.4.7): nobody's server, and never to be changed."""

_KEPT: Final = frozenset({"id", "uid", "sequence", "revision", "modified"})
_COLUMNS: Final = tuple(f.name for f in fields(Session) if f.name in sessions.c)
_PLAIN: Final = tuple(name for name in _COLUMNS if name not in _KEPT)
_PART: Final = ("role", "part", "provisional", "absent", "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The event a change belongs to, the revision it makes, and when."""

    event_id: int
    event: str
    revision: int
    now: datetime


def load(conn: Connection, event_id: int, *, removed: bool = False) -> tuple[Session, ...]:
    """Give the sessions that are in the programme, or those that left it."""
    of = _removed(event_id) if removed else _live(event_id)
    named = dict(conn.execute(sa.select(rooms.c.id, rooms.c.slug).where(rooms.c.event_id == event_id)).all())
    held = _held(conn, of)
    spoken = _spoken(conn, of)
    columns = [sessions.c[name] for name in _COLUMNS]
    query = sa.select(*columns, sessions.c.room_id).where(of)
    found = []
    for *values, room_id in conn.execute(query):
        named_values: dict[str, Any] = dict(zip(_COLUMNS, values, strict=True))
        session_id = named_values["id"]
        found.append(
            Session(
                **named_values,
                room=named.get(room_id),
                groups=tuple(held.get(session_id, ())),
                speakers=tuple(spoken.get(session_id, ())),
            )
        )
    return tuple(found)


def write(
    conn: Connection, stamp: Stamp, touched: Iterable[Change], room_ids: Mapping[str, int], group_ids: Mapping[str, int]
) -> None:
    """Write what changed: new sessions, changed ones, ones that return, ones that leave.

    A session that returns keeps its id and uid; leaving and returning each raise SEQUENCE.
    Raises UnknownReference for a room or group that is not there.
    """
    new: list[dict[str, Any]] = []
    gone = _gone(conn, stamp.event_id)
    listed: list[Session] = []
    for change in touched:
        session = change.after
        if session is None:
            _update(conn, stamp, change.key, {"removed_at": stamp.now}, moves=True)
            continue
        values = _values(session, room_ids)
        listed.append(session)
        if change.before is not None or session.key in gone:
            _update(conn, stamp, session.key, values | {"removed_at": None}, moves=change.moves_calendar)
        else:
            uid = f"{session.key}.{stamp.event}@{UID_DOMAIN}"
            kept = {"event_id": stamp.event_id, "uid": uid, "sequence": 0}
            new.append(values | kept | {"revision": stamp.revision, "modified": stamp.now})
    if new:
        conn.execute(sa.insert(sessions), new)
    _write_parts(conn, stamp.event_id, listed, group_ids)


def ids(conn: Connection, event_id: int) -> dict[str, int]:
    """Give the ids of the sessions that are in the programme, by key."""
    return dict(conn.execute(sa.select(sessions.c.key, sessions.c.id).where(_live(event_id))).all())


def speaker_ids(conn: Connection, event_id: int) -> dict[str | None, int]:
    """Give the ids of the event's people by name."""
    query = sa.select(speakers.c.name, speakers.c.id).where(speakers.c.event_id == event_id)
    return dict(conn.execute(query).all())


def add_speakers(conn: Connection, event_id: int, people: Iterable[Speaker]) -> dict[str | None, int]:
    """Add the named people who are not there yet, and give all ids by name."""
    known = speaker_ids(conn, event_id)
    names = dict.fromkeys(person.name for person in people if person.name is not None and person.name not in known)
    if not names:
        return known
    conn.execute(sa.insert(speakers), [{"event_id": event_id, "name": name} for name in names])
    return speaker_ids(conn, event_id)


def _live(event_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(sessions.c.event_id == event_id, sessions.c.removed_at.is_(None))


def _removed(event_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(sessions.c.event_id == event_id, sessions.c.removed_at.is_not(None))


def _held(conn: Connection, of: sa.ColumnElement[bool]) -> dict[int, list[SessionGroup]]:
    query = (
        sa.select(session_groups.c.session_id, groups.c.slug, session_groups.c.relation)
        .join_from(session_groups, groups)
        .join(sessions, sessions.c.id == session_groups.c.session_id)
        .where(of)
        .order_by(session_groups.c.session_id, session_groups.c.position)
    )
    found: dict[int, list[SessionGroup]] = defaultdict(list)
    for session_id, slug, relation in conn.execute(query):
        found[session_id].append(SessionGroup(slug, relation))
    return found


def _spoken(conn: Connection, of: sa.ColumnElement[bool]) -> dict[int, list[Speaker]]:
    parts = [session_speakers.c[name] for name in _PART]
    query = (
        sa.select(session_speakers.c.session_id, session_speakers.c.speaker_id, speakers.c.name, *parts)
        .join_from(session_speakers, speakers, isouter=True)
        .join(sessions, sessions.c.id == session_speakers.c.session_id)
        .where(of)
        .order_by(session_speakers.c.session_id, session_speakers.c.position)
    )
    found: dict[int, list[Speaker]] = defaultdict(list)
    for session_id, speaker_id, name, *part in conn.execute(query):
        found[session_id].append(Speaker(name=name, id=speaker_id or 0, **dict(zip(_PART, part, strict=True))))
    return found


def _gone(conn: Connection, event_id: int) -> frozenset[str]:
    return frozenset(conn.execute(sa.select(sessions.c.key).where(_removed(event_id))).scalars())


def _update(conn: Connection, stamp: Stamp, key: str, values: dict[str, Any], *, moves: bool) -> None:
    one = sa.update(sessions).where(sessions.c.event_id == stamp.event_id, sessions.c.key == key)
    kept = {"revision": stamp.revision, "modified": stamp.now, "sequence": sessions.c.sequence + int(moves)}
    conn.execute(one.values(values | kept))


def _values(session: Session, room_ids: Mapping[str, int]) -> dict[str, Any]:
    if session.room is not None and session.room not in room_ids:
        raise UnknownReference("room", session.room, session.key)
    room_id = None if session.room is None else room_ids[session.room]
    return {name: getattr(session, name) for name in _PLAIN} | {"room_id": room_id}


def _write_parts(conn: Connection, event_id: int, listed: list[Session], group_ids: Mapping[str, int]) -> None:
    """Write the groups and speakers of the sessions anew."""
    session_ids = ids(conn, event_id)
    people = add_speakers(conn, event_id, (speaker for session in listed for speaker in session.speakers))
    held, spoken = [], []
    for session in listed:
        session_id = session_ids[session.key]
        for position, part in enumerate(session.groups):
            if part.group not in group_ids:
                raise UnknownReference("group", part.group, session.key)
            held.append(
                {
                    "session_id": session_id,
                    "position": position,
                    "group_id": group_ids[part.group],
                    "relation": part.relation,
                }
            )
        for position, speaker in enumerate(session.speakers):
            speaker_id = None if speaker.name is None else people[speaker.name]
            row = {"session_id": session_id, "position": position, "speaker_id": speaker_id}
            spoken.append(row | {name: getattr(speaker, name) for name in _PART})
    old = [{"old": session_ids[session.key]} for session in listed]
    for table, rows in ((session_groups, held), (session_speakers, spoken)):
        if old:
            conn.execute(sa.delete(table).where(table.c.session_id == sa.bindparam("old")), old)
        if rows:
            conn.execute(sa.insert(table), rows)
