"""The check of a day before it is published: what cannot be meant so, and what is missing."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import Final

from bot.checking.competing import competing
from bot.checking.findings import Finding, Kind
from bot.programme.model import LOGISTIC_KINDS, GroupKind, Programme, Relation, Session
from bot.reminders.followers import Audiences
from bot.reminders.own_day import share_time

ELSEWHERE: Final = frozenset({"mentioned"})
"""Parts of people who are named at a session and need not be there."""
NOBODY: Final[Audiences] = {}


def findings(
    programme: Programme, *, audiences: Audiences = NOBODY, joined: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """List all that is not right about a day, the worst first.

    ``audiences`` are those who have each session in their programme. ``joined`` are the groups somebody may change
    the sessions of (:func:`bot.people.access.groups_of`); None where that is not looked at.
    """
    found = [
        *_rooms_twice(programme),
        *_speakers_twice(programme),
        *_other_days(programme),
        *_unknown(programme),
        *competing(programme, audiences),
        *_missing(programme, joined),
    ]
    return tuple(sorted(found, key=lambda one: one.severity))


def meetings_of(programme: Programme) -> tuple[Session, ...]:
    """List the meetings that go ahead: what has a subject, and not only a time for moving or eating."""
    return tuple(s for s in programme.sessions if s.goes_ahead and s.kind not in LOGISTIC_KINDS)


def groups_meeting(programme: Programme) -> tuple[str, ...]:
    """Give the slugs of the groups that hold or prepare something that goes ahead, in the order of the network."""
    meeting = {
        g.group
        for s in programme.sessions
        if s.goes_ahead
        for g in s.groups
        if g.relation in {Relation.HOLDS, Relation.PREPARES}
    }
    return tuple(g.slug for g in programme.groups if g.slug in meeting)


def alone_of(programme: Programme, joined: Collection[str]) -> tuple[str, ...]:
    """Give the groups that meet and are not among those somebody joined for; tracks have no secretaries."""
    meeting = (programme.group_by_slug[slug] for slug in groups_meeting(programme))
    return tuple(g.slug for g in meeting if g.slug not in joined and g.kind is not GroupKind.TRACK)


def together(one: Session, other: Session) -> tuple[datetime, datetime]:
    """Give from when to when two sessions that share time do so; without an end one is known to be on at its start."""
    ends = [s.end or s.start + timedelta(minutes=1) for s in (one, other)]
    return max(one.start, other.start), min(ends)


def _rooms_twice(programme: Programme) -> Iterator[Finding]:
    """Find rooms in which two things go on at once; what is there all day stands beside anything."""
    for room in programme.rooms:
        used = [s for s in programme.in_room(room.slug) if s.goes_ahead and not s.available_all_day]
        for one, other in combinations(used, 2):
            if share_time(one, other):
                start, end = together(one, other)
                yield Finding(kind=Kind.ROOM_TWICE, sessions=(one, other), room=room.slug, start=start, end=end)


def _speakers_twice(programme: Programme) -> Iterator[Finding]:
    """Find people who are to be in two places at once."""
    at: dict[str, list[Session]] = {}
    written: dict[str, str] = {}
    for session in programme.sessions:
        if session.goes_ahead and not session.available_all_day:
            there = [p.name for p in session.speakers if p.name and p.part not in ELSEWHERE and not p.absent]
            for folded, name in {name.casefold(): name for name in there}.items():
                written.setdefault(folded, name)
                at.setdefault(folded, []).append(session)
    for folded, sessions in at.items():
        for one, other in combinations(sessions, 2):
            if share_time(one, other):
                start, end = together(one, other)
                yield Finding(
                    kind=Kind.SPEAKER_TWICE, sessions=(one, other), name=written[folded], start=start, end=end
                )


def _other_days(programme: Programme) -> Iterator[Finding]:
    """Find sessions on a day that is none of the event's."""
    first, last = programme.event.first_day, programme.event.last_day
    outside = [s for s in programme.sessions if not first <= programme.local(s.start).date() <= last]
    if outside:
        yield Finding(kind=Kind.OTHER_DAY, sessions=tuple(outside))


def _unknown(programme: Programme) -> Iterator[Finding]:
    """Find what refers to a group, room or session that is not there."""
    named: list[tuple[str, tuple[Session, ...]]] = []
    named += [(g.successor, ()) for g in programme.groups if g.successor and g.successor not in programme.group_by_slug]
    named += [(g.pijler, ()) for g in programme.groups if g.pijler and g.pijler not in programme.group_by_slug]
    named += [(n.instead, ()) for n in programme.not_meeting if n.instead and n.instead not in programme.session_by_key]
    for session in programme.sessions:
        if session.room and session.room not in programme.room_by_slug:
            named.append((session.room, (session,)))
        named += [(g.group, (session,)) for g in session.groups if g.group not in programme.group_by_slug]
    for name, sessions in dict.fromkeys(named):
        yield Finding(kind=Kind.UNKNOWN, name=name, sessions=sessions)


def _missing(programme: Programme, joined: Collection[str] | None) -> Iterator[Finding]:
    """Find what is not filled in, one finding for all sessions that lack the same."""
    meetings = meetings_of(programme)
    # A plenary opening or a talk belongs to no group, and nobody is to be written to for it.
    grouped = [s for s in meetings if s.holders()]
    lacking: tuple[tuple[Kind, Iterable[Session]], ...] = (
        (Kind.NO_ROOM, (s for s in meetings if s.room is None and not s.online)),
        (Kind.OUTSIDE_SLOT, (s for s in meetings if s.slot_end and s.end and s.end > s.slot_end)),
        (Kind.NO_CONTACT, (s for s in grouped if not s.contacts)),
        (Kind.NO_TEXT, (s for s in meetings if not s.summary and not s.text)),
        (Kind.NO_END, (s for s in meetings if s.end is None)),
    )
    for kind, sessions in lacking:
        found = tuple(sessions)
        if found:
            yield Finding(kind=kind, sessions=found)
    alone = () if joined is None else alone_of(programme, joined)
    if alone:
        yield Finding(kind=Kind.NO_SECRETARY, groups=alone)
