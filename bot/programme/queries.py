"""Questions put to a day, by name; each edge rule stands here once.

A session owns its first minute but not its last: at 11.40 the session that starts at 11.40 runs and the one
that ends at 11.40 does not. Cancelled sessions take part in nothing here unless a function says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.programme.model import LOGISTIC_KINDS, GroupKind, Programme, Relation, Room, Session, Speaker


@dataclass(frozen=True, slots=True)
class RoomMoment:
    """What runs in a room at a moment (``now``) and what starts there after it (``next``), on the same day."""

    room: Room
    now: tuple[Session, ...]
    next: Session | None


def on_day(programme: Programme, day: date) -> tuple[Session, ...]:
    """List what goes ahead on a local day, in order."""
    return tuple(s for s in programme.on(day) if s.goes_ahead)


def at(programme: Programme, moment: datetime) -> tuple[Session, ...]:
    """List what runs at a moment; an item without an end runs until its day is over."""
    day = programme.local(moment).date()
    return tuple(
        s
        for s in programme.sessions
        if s.goes_ahead and s.runs_at(moment) and (s.end is not None or programme.local(s.start).date() == day)
    )


def within(programme: Programme, start: datetime, end: datetime) -> tuple[Session, ...]:
    """List what begins in [start, end), or is under way at its start and goes on into it."""
    return tuple(
        s
        for s in programme.sessions
        if s.goes_ahead and s.start < end and (s.start >= start or (s.end is not None and s.end > start))
    )


def room_at(programme: Programme, room: Room, moment: datetime) -> RoomMoment:
    """Say what runs in ``room`` at ``moment`` and what comes next there that day."""
    day = programme.local(moment).date()
    sessions = [s for s in programme.in_room(room.slug) if s.goes_ahead and programme.local(s.start).date() == day]
    return RoomMoment(
        room=room,
        now=tuple(s for s in sessions if s.runs_at(moment)),
        next=next((s for s in sessions if s.start > moment), None),
    )


def next_in_room(programme: Programme, session: Session) -> Session | None:
    """Give what follows a session in its room on the same day."""
    if session.room is None:
        return None
    day = programme.local(session.start).date()
    return next(
        (
            s
            for s in programme.in_room(session.room)
            if s.goes_ahead and s.start > session.start and programme.local(s.start).date() == day
        ),
        None,
    )


def next_start(programme: Programme, after: datetime, *, meetings_only: bool = True) -> tuple[Session, ...]:
    """List what begins first after a moment on the same local day, all that begin together.

    With ``meetings_only`` time for moving does not count as a beginning.
    """
    day = programme.local(after).date()
    later = [s for s in on_day(programme, day) if s.start > after and not (meetings_only and s.kind == "moving")]
    return tuple(s for s in later if s.start == later[0].start)


def last_before(programme: Programme, before: datetime) -> tuple[Session, ...]:
    """List the meetings of the slot that ended last at or before a moment, on the same local day."""
    day = programme.local(before).date()
    ended = [s for s in on_day(programme, day) if s.end and s.end <= before and s.kind != "moving"]
    latest = max((s.end for s in ended if s.end), default=None)
    if latest is None:
        return ()
    slot = max(s.start for s in ended if s.end == latest)
    return tuple(s for s in ended if s.start == slot)


def parallel_to(programme: Programme, session: Session) -> tuple[Session, ...]:
    """List the meetings that share time with a session."""
    end = session.end or session.start + timedelta(minutes=1)
    return tuple(
        s
        for s in within(programme, session.start, end)
        if s.key != session.key and s.kind not in LOGISTIC_KINDS and s.start < end
    )


def of_group(programme: Programme, slug: str) -> tuple[Session, ...]:
    """List the sessions that a group holds itself, cancelled ones included."""
    return tuple(
        s for s in programme.of_group(slug) if any(g.group == slug and g.relation is Relation.HOLDS for g in s.groups)
    )


def of_pijler(programme: Programme, slug: str) -> tuple[Session, ...]:
    """List the sessions of a pijler and of its themagroepen, in order."""
    members = {slug} | {g.slug for g in programme.themagroepen_of(slug)}
    found = {s.key: s for member in members for s in of_group(programme, member)}
    return tuple(s for s in programme.sessions if s.key in found)


def is_pijler(programme: Programme, slug: str) -> bool:
    """Say whether a slug names a pijler."""
    group = programme.group_by_slug.get(slug)
    return group is not None and group.kind is GroupKind.PIJLER


def free_rooms(programme: Programme, moment: datetime) -> tuple[RoomMoment, ...]:
    """List the rooms in which nothing runs at a moment, with what comes next there."""
    states = (room_at(programme, room, moment) for room in programme.rooms)
    return tuple(state for state in states if not state.now)


def meetings(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Leave out what is not a meeting: moving, breaks, lunch, drinks."""
    return tuple(s for s in sessions if s.kind not in LOGISTIC_KINDS)


def day_bounds(programme: Programme, day: date) -> tuple[datetime, datetime] | None:
    """Give the first start and the last stated end (or start, where no end is stated) of a day."""
    sessions = on_day(programme, day) or programme.on(day)
    if not sessions:
        return None
    return sessions[0].start, max(s.end or s.start for s in sessions)


def moment_on(programme: Programme, day: date, minutes: int) -> datetime:
    """Give the moment, in UTC, ``minutes`` after local midnight by the clock on the wall.

    On the days when summer time begins or ends the wall clock counts, not the elapsed time.
    """
    wall = datetime.combine(day, time(minutes // 60 % 24, minutes % 60), tzinfo=programme.zone)
    return (wall + timedelta(days=minutes // (24 * 60))).astimezone(UTC)


def minutes_of(programme: Programme, moment: datetime) -> int:
    """Give the minutes after local midnight by the clock on the wall."""
    local = programme.local(moment)
    return local.hour * 60 + local.minute


def leaders(session: Session) -> tuple[Speaker, ...]:
    """Give who leads a session: by their part, or because the printed role says that they chair the group."""
    return tuple(
        p
        for p in session.speakers
        if p.part in _LEADING or "voorzitter themagroep" in p.role.nl or "voorzitter van de themagroep" in p.role.nl
    )


_LEADING: Final = frozenset({"chair", "vice-chair", "moderator", "host", "lead"})
