"""What a changed session collides with: a room that is taken, a speaker elsewhere, the end of its slot, the clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.programme.changes import Change
from bot.programme.model import LOGISTIC_KINDS, Programme, Room, Session
from bot.reminders.own_day import share_time


class ClashKind(StrEnum):
    """What a session collides with."""

    ROOM = "room"
    SPEAKER = "speaker"
    SLOT = "slot"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Clash:
    """One collision of ``session`` as it would be: with ``other``, through the speaker ``name``, past ``until``."""

    kind: ClashKind
    session: Session
    other: Session | None = None
    name: str = ""
    until: datetime | None = None


_ROOMS_NEED: Final = frozenset({"room", "start", "end", "status", "online"})
_SLOT_NEEDS: Final = frozenset({"start", "end"})


def clashes(before: Programme, after: Programme, changes: Iterable[Change], *, now: datetime) -> tuple[Clash, ...]:
    """List what the changed sessions collide with, each collision once."""
    found: dict[tuple[ClashKind, frozenset[str], str], Clash] = {}
    for change in changes:
        session = change.after
        if session is None or not session.goes_ahead:
            continue
        fields = change.fields or _ROOMS_NEED
        placed = _of_place(after, session) if fields & _ROOMS_NEED else ()
        timed = _of_time(before, after, session, change) if fields & _SLOT_NEEDS else ()
        for clash in (*placed, *timed, *_people(after, session), *_of_clock(session, change, now)):
            keys = frozenset(s.key for s in (clash.session, clash.other) if s is not None)
            found.setdefault((clash.kind, keys, clash.name), clash)
    return tuple(found.values())


def taken_by(programme: Programme, room: str, session: Session) -> tuple[Session, ...]:
    """List what is in a room while a session is on; what is there all day gives way."""
    return tuple(
        s
        for s in programme.in_room(room)
        if s.key != session.key and s.goes_ahead and not s.available_all_day and share_time(s, session)
    )


def free_rooms(programme: Programme, session: Session) -> tuple[Room, ...]:
    """List the rooms to which a session can go: all but its own where nothing else is on then."""
    return tuple(r for r in programme.rooms if r.slug != session.room and not taken_by(programme, r.slug, session))


def another_room(programme: Programme, session: Session) -> Room | None:
    """Give a room to which a session could go, a free one if there is; None where the programme has no other."""
    others = free_rooms(programme, session) or [r for r in programme.rooms if r.slug != session.room]
    return others[0] if others else None


def _of_place(after: Programme, session: Session) -> Iterator[Clash]:
    if session.room is not None and not session.available_all_day:
        for other in taken_by(after, session.room, session):
            yield Clash(ClashKind.ROOM, session, other)


def _of_time(before: Programme, after: Programme, session: Session, change: Change) -> Iterator[Clash]:
    """Give the end of the slot that a session runs past; one that moved to another slot, or with its own, does not."""
    until = _slot_end(before, after, session.key)
    later = change.before is None or change.before.end is None or (session.end or session.start) > change.before.end
    if until is not None and session.end is not None and later and session.start < until < session.end:
        yield Clash(ClashKind.SLOT, session, until=until)


def _of_clock(session: Session, change: Change, now: datetime) -> Iterator[Clash]:
    """Say that a session is over, or would have begun before now."""
    if (session.end or session.start) <= now or ("start" in change.fields and session.start < now):
        yield Clash(ClashKind.PAST, session)


def _people(after: Programme, session: Session) -> Iterator[Clash]:
    names = {p.name for p in session.speakers if p.name is not None and not p.absent}
    for other in after.sessions:
        if other.key == session.key or not other.goes_ahead or not names or not share_time(other, session):
            continue
        for person in other.speakers:
            if person.name in names and not person.absent:
                yield Clash(ClashKind.SPEAKER, session, other, name=person.name or "")


def _slot_end(before: Programme, after: Programme, key: str) -> datetime | None:
    """Give the end of the slot a session stood in: as stated, else that of the last meeting that began with it.

    For what had been moved itself it is that of the last meeting at the same time. Where those were moved too, it is
    their end as it would be; and where all that follows moves along, the slot ends as much later.
    """
    session = before.session_by_key.get(key)
    if session is None:
        return None
    if session.slot_end is not None:
        return session.slot_end + (_shift_from(before, after, session.slot_end) or timedelta())
    others = [s for s in before.sessions if s.kind not in LOGISTIC_KINDS and s.key != key and share_time(s, session)]
    together = [s for s in others if s.start == session.start] or [s for s in others if not s.available_all_day]
    beside = [s.key for s in together]
    ends = [s.end for k in beside if (s := after.session_by_key.get(k)) is not None and s.end is not None]
    if ends or session.end is None:
        return max(ends, default=None)
    shift = _shift_from(before, after, session.end)
    return None if shift is None else session.end + shift


def _shift_from(before: Programme, after: Programme, end: datetime) -> timedelta | None:
    """Give how much later that begins which comes first after a slot; None when nothing follows on that day."""
    day = before.local(end).date()
    following = [s for s in before.on(day) if s.goes_ahead and s.start >= end]
    first = [s for s in following if s.start == following[0].start]
    moved = [now.start - s.start for s in first if (now := after.session_by_key.get(s.key)) is not None]
    return max(min(moved), timedelta()) if moved else None
