"""An event as rows: the event itself, its rooms, and the groups that do not meet there."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.errors import UnknownReference
from bot.programme.model import Event, NotMeeting, Room
from storage.tables import groups, not_meeting, rooms, sessions

_EVENT: Final = tuple(f.name for f in fields(Event))
_ROOM: Final = tuple(f.name for f in fields(Room))


def event_value(row: sa.RowMapping, people: Mapping[str | None, int]) -> Event:
    """Make an event of its row; its people get the ids that they have as speakers."""
    event = Event(**{name: row[name] for name in _EVENT})
    return replace(event, people=tuple(replace(p, id=people[p.name]) if p.name in people else p for p in event.people))


def event_columns(event: Event) -> dict[str, Any]:
    """Give what a person wrote about an event, as the columns of its row."""
    kept = {"id", "revision", "modified"}
    columns = {name: getattr(event, name) for name in _EVENT if name not in kept}
    return columns | {"people": tuple(replace(person, id=0) for person in event.people)}


def load_rooms(conn: Connection, event_id: int) -> tuple[Room, ...]:
    """Give the rooms of an event in their order."""
    live = sa.and_(rooms.c.event_id == event_id, rooms.c.removed_at.is_(None))
    query = sa.select(rooms).where(live).order_by(rooms.c.position)
    return tuple(Room(**{name: row[name] for name in _ROOM}) for row in conn.execute(query).mappings())


def write_rooms(conn: Connection, event_id: int, wanted: Sequence[Room], now: datetime) -> dict[str, int]:
    """Make these the rooms of the event, and give their ids by slug.

    A room that is left out keeps its id for when it comes back, so that no button leads to another room.
    """
    of_event = rooms.c.event_id == event_id
    known = dict(conn.execute(sa.select(rooms.c.slug, rooms.c.id).where(of_event)).all())
    gone = sa.and_(of_event, rooms.c.removed_at.is_(None), rooms.c.slug.not_in([room.slug for room in wanted]))
    conn.execute(sa.update(rooms).where(gone).values(removed_at=now))
    for position, room in enumerate(wanted):
        values = {name: getattr(room, name) for name in _ROOM if name != "id"}
        values |= {"position": position, "removed_at": None}
        if room.slug in known:
            conn.execute(sa.update(rooms).where(rooms.c.id == known[room.slug]).values(values))
        else:
            conn.execute(sa.insert(rooms).values(values | {"event_id": event_id}))
    return {room.slug: room.id for room in load_rooms(conn, event_id)}


def load_not_meeting(conn: Connection, event_id: int) -> tuple[NotMeeting, ...]:
    """Give the groups that the programme names as not meeting, in its order."""
    query = (
        sa.select(groups.c.slug, not_meeting.c.title, not_meeting.c.text, sessions.c.key)
        .join_from(not_meeting, groups)
        .join(sessions, sessions.c.id == not_meeting.c.instead_id, isouter=True)
        .where(not_meeting.c.event_id == event_id)
        .order_by(not_meeting.c.position)
    )
    return tuple(
        NotMeeting(group=slug, title=title, text=text, instead=key) for slug, title, text, key in conn.execute(query)
    )


def write_not_meeting(
    conn: Connection,
    event_id: int,
    wanted: Sequence[NotMeeting],
    group_ids: Mapping[str, int],
    session_ids: Mapping[str, int],
) -> None:
    """Write anew which groups do not meet; raises UnknownReference for a group or session that is not there."""
    conn.execute(sa.delete(not_meeting).where(not_meeting.c.event_id == event_id))
    for position, one in enumerate(wanted):
        if one.group not in group_ids:
            raise UnknownReference("group", one.group, one.title)
        if one.instead is not None and one.instead not in session_ids:
            raise UnknownReference("session", one.instead, one.title)
        row = {"title": one.title, "text": one.text, "group_id": group_ids[one.group]}
        place = {"event_id": event_id, "position": position, "instead_id": session_ids.get(one.instead or "")}
        conn.execute(sa.insert(not_meeting).values(row | place))
