"""The programme: loaded whole, saved by comparing, every change a revision."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.errors import RevisionConflict, UnknownEvent
from bot.programme.changes import Change, compare
from bot.programme.model import Event, Group, Programme, Session, State
from storage import desk, event_rows, group_rows, session_rows
from storage.database import SAVE_LOCK, alone
from storage.tables import changes
from storage.tables import events as event_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A change as it is kept: the revision that it made, when, by whom and why."""

    revision: int
    at: datetime
    key: str
    before: Session | None
    after: Session | None
    who: str = ""
    why: str = ""


_RECORDED: Final = tuple(f.name for f in fields(Recorded))


def events(conn: Connection) -> tuple[Event, ...]:
    """Give all events by first day."""
    query = sa.select(event_table).order_by(event_table.c.first_day, event_table.c.key)
    rows = conn.execute(query).mappings().all()
    return tuple(event_rows.event_value(row, session_rows.speaker_ids(conn, row["id"])) for row in rows)


def revisions(conn: Connection) -> dict[str, int]:
    """Give the revision of every event by key, so that a process sees what another one changed."""
    return dict(conn.execute(sa.select(event_table.c.key, event_table.c.revision)).all())


def key_of(conn: Connection, event_id: int) -> str | None:
    """Give the key of an event by its id, None where there is none."""
    return conn.execute(sa.select(event_table.c.key).where(event_table.c.id == event_id)).scalar_one_or_none()


def groups(conn: Connection) -> tuple[Group, ...]:
    """Give the groups of the network in its order, without the tracks of single events."""
    return group_rows.load(conn)


def save_groups(conn: Connection, wanted: Sequence[Group]) -> None:
    """Add or change groups by slug; ids stay, and groups that are not given stay too.

    Every programme shows them, so a change raises the revision of every event.
    """
    alone(conn, SAVE_LOCK)
    if group_rows.save(conn, wanted):
        conn.execute(sa.update(event_table).values(revision=event_table.c.revision + 1))


def load(conn: Connection, key: str) -> Programme:
    """Give the whole programme of an event; raises UnknownEvent."""
    row = conn.execute(sa.select(event_table).where(event_table.c.key == key)).mappings().first()
    if row is None:
        raise UnknownEvent(key, tuple(sorted(revisions(conn))))
    event_id = row["id"]
    return Programme(
        event=event_rows.event_value(row, session_rows.speaker_ids(conn, event_id)),
        rooms=event_rows.load_rooms(conn, event_id),
        groups=group_rows.load(conn, [key]),
        sessions=session_rows.load(conn, event_id),
        not_meeting=event_rows.load_not_meeting(conn, event_id),
        kept_answers=desk.kept(conn, event_id),
    )


def save(
    conn: Connection, programme: Programme, *, now: datetime, who: str = "", why: str = "", seen: int | None = None
) -> tuple[Change, ...]:
    """Make the event what ``programme`` says, by keys and slugs, and give the sessions that changed.

    The revision goes up when anything differs, and only then; the ids, uids, revisions and sequences
    in ``programme`` are not looked at. Groups are added and changed, never deleted. Sessions that
    are left out are kept apart and come back under the same id and uid.
    Raises RevisionConflict when the event is not at ``seen``, UnknownReference for a room, group or
    session that is named and not there.
    """
    alone(conn, SAVE_LOCK)
    key = programme.event.key
    event_id, found = _found(conn, programme.event)
    if seen is not None and seen != found:
        raise RevisionConflict(key, seen, found)
    before = load(conn, key)
    touched = compare(before, programme)
    regrouped = group_rows.save(conn, programme.groups)
    if found and not touched and not regrouped and _frame(before) == _frame(programme):
        return ()
    stamp = session_rows.Stamp(event_id=event_id, event=key, revision=found + 1, now=now)
    session_rows.add_speakers(conn, event_id, programme.event.people)
    row = event_rows.event_columns(programme.event) | {"revision": stamp.revision, "modified": now}
    if programme.event.state is State.PUBLISHED and before.event.state is not State.PUBLISHED:
        # What changed before anybody could see the day is no news.
        row["announced"] = stamp.revision
    conn.execute(sa.update(event_table).where(event_table.c.id == event_id).values(row))
    if regrouped:
        others = sa.update(event_table).where(event_table.c.id != event_id)
        conn.execute(others.values(revision=event_table.c.revision + 1))
    group_ids = {group.slug: group.id for group in group_rows.load(conn, [key])}
    room_ids = event_rows.write_rooms(conn, event_id, programme.rooms, now)
    session_rows.write(conn, stamp, touched, room_ids, group_ids)
    session_ids = session_rows.ids(conn, event_id)
    event_rows.write_not_meeting(conn, event_id, programme.not_meeting, group_ids, session_ids)
    after = load(conn, key).session_by_key
    made = tuple(Change(change.before, after.get(change.key)) for change in touched)
    _record(conn, stamp, made, who, why)
    return made


def changes_since(conn: Connection, event_id: int, moment: datetime) -> tuple[Recorded, ...]:
    """Give the changes of an event after ``moment``, oldest first; the first import is a change of everything."""
    query = (
        sa.select(changes)
        .where(changes.c.event_id == event_id, changes.c.at > moment)
        .order_by(changes.c.revision, changes.c.id)
    )
    return tuple(Recorded(**{name: row[name] for name in _RECORDED}) for row in conn.execute(query).mappings())


def changes_of(conn: Connection, event_id: int, key: str) -> tuple[Recorded, ...]:
    """Give the changes of one session, also of one that is gone, oldest first."""
    query = sa.select(changes).where(changes.c.event_id == event_id, changes.c.key == key)
    rows = conn.execute(query.order_by(changes.c.revision, changes.c.id)).mappings()
    return tuple(Recorded(**{name: row[name] for name in _RECORDED}) for row in rows)


def _found(conn: Connection, event: Event) -> tuple[int, int]:
    """Give the id and revision of the event, made with revision 0 if need be."""
    row = sa.select(event_table.c.id, event_table.c.revision).where(event_table.c.key == event.key)
    found = conn.execute(row).first()
    if found is None:
        conn.execute(sa.insert(event_table).values(event_rows.event_columns(event) | {"revision": 0}))
        found = conn.execute(row).one()
    return found


def _frame(programme: Programme) -> tuple[object, ...]:
    """Give what a day is besides its groups and sessions, without what storage adds."""
    rooms = tuple(replace(room, id=0) for room in programme.rooms)
    return event_rows.event_columns(programme.event), rooms, programme.not_meeting


def _record(conn: Connection, stamp: session_rows.Stamp, made: Sequence[Change], who: str, why: str) -> None:
    rows = [
        {
            "event_id": stamp.event_id,
            "revision": stamp.revision,
            "at": stamp.now,
            "key": change.key,
            "before": change.before,
            "after": change.after,
            "who": who,
            "why": why,
        }
        for change in made
    ]
    if rows:
        conn.execute(sa.insert(changes), rows)
