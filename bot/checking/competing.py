"""Sessions at the same time that the same people follow, and a better time for one of the two."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from typing import Final

from bot.checking.findings import Finding, Kind, Proposal
from bot.programme.model import LOGISTIC_KINDS, Programme, Room, Session
from bot.reminders.followers import Audiences
from bot.reminders.own_day import share_time

FEW: Final = 3
"""So many people who follow both make a pair worth telling of; with fewer it might be told who they are."""
MOST: Final = 10
"""Pairs that are told of: those that most people follow."""


def competing(programme: Programme, audiences: Audiences) -> tuple[Finding, ...]:
    """List the pairs of meetings that share time and followers, most people first, each with a better slot if any."""
    able = [s for s in programme.sessions if s.goes_ahead and s.kind not in LOGISTIC_KINDS and not s.available_all_day]
    found: list[Finding] = []
    for one, other in combinations(able, 2):
        both = _of(audiences, one) & _of(audiences, other)
        if len(both) >= FEW and share_time(one, other):
            found.append(
                Finding(kind=Kind.COMPETING, sessions=(one, other), people=len(both), start=max(one.start, other.start))
            )
    found.sort(key=lambda pair: (-pair.people, pair.sessions[0].start, pair.sessions[0].key, pair.sessions[1].key))
    return tuple(_with_proposal(pair, programme, audiences) for pair in found[:MOST])


def better_slot(programme: Programme, audiences: Audiences, session: Session, other: Session) -> Proposal | None:
    """Give the slot in which fewest followers of ``session`` have something else, fewer than now; None where none is.

    Nobody who follows ``other`` too has anything else then, its speakers are nowhere else, a room is free, and
    nothing is on that is meant for all.
    """
    mine = _of(audiences, session)
    both = mine & _of(audiences, other)
    now = _busy(programme, audiences, session, mine, session.start, session.end or session.start)
    offers: list[Proposal] = []
    for start, end in _slots(programme, session):
        if _busy(programme, audiences, session, both, start, end):
            continue
        if _speaks(programme, session, start, end) or _for_all(programme, session, start, end):
            continue
        room = _free_room(programme, session, start, end)
        if room is None and not session.online:
            continue
        busy = _busy(programme, audiences, session, mine, start, end)
        if busy < now:
            slug = None if room is None else room.slug
            offers.append(Proposal(session=session, start=start, end=end, room=slug, busy=busy))
    return min(offers, key=lambda offer: (offer.busy, offer.start), default=None)


def _with_proposal(pair: Finding, programme: Programme, audiences: Audiences) -> Finding:
    """Add the better of the proposals for either; of two as good that of the session with fewer followers."""
    one, other = sorted(pair.sessions, key=lambda s: len(_of(audiences, s)))
    offers = [better_slot(programme, audiences, one, other), better_slot(programme, audiences, other, one)]
    best = min((o for o in offers if o is not None), key=lambda offer: offer.busy, default=None)
    if best is None:
        return pair
    return Finding(kind=pair.kind, sessions=pair.sessions, people=pair.people, start=pair.start, proposal=best)


def _slots(programme: Programme, session: Session) -> Iterator[tuple[datetime, datetime]]:
    """Give when ``session`` could be held instead: at the start of another meeting that is as long or longer."""
    if session.end is None:
        return
    length = session.end - session.start
    day = programme.local(session.start).date()
    others = {
        (s.start, s.start + length)
        for s in programme.on(day)
        if s.kind not in LOGISTIC_KINDS and s.end is not None and s.end - s.start >= length
    }
    yield from sorted(slot for slot in others if slot[0] != session.start)


def _busy(  # noqa: PLR0917 - one question about one span of time
    programme: Programme, audiences: Audiences, session: Session, people: frozenset[int], start: datetime, end: datetime
) -> int:
    """Count who of ``people`` has something else, a meeting or a meal, between two moments."""
    taken: set[int] = set()
    for other in programme.on(programme.local(start).date()):
        if other.key != session.key and other.goes_ahead and not other.available_all_day and _during(other, start, end):
            taken |= people & _of(audiences, other)
    return len(taken)


def _speaks(programme: Programme, session: Session, start: datetime, end: datetime) -> bool:
    """Say whether somebody who speaks at ``session`` speaks elsewhere between two moments."""
    names = {p.name.casefold() for p in session.speakers if p.name and not p.absent}
    return any(
        p.name is not None and p.name.casefold() in names
        for other in programme.on(programme.local(start).date())
        if other.key != session.key and other.goes_ahead and _during(other, start, end)
        for p in other.speakers
    )


def _for_all(programme: Programme, session: Session, start: datetime, end: datetime) -> bool:
    """Say whether something that is meant for everybody is on between two moments."""
    return any(
        (other.open_to_all or other.kind == "plenary") and not other.available_all_day and _during(other, start, end)
        for other in programme.on(programme.local(start).date())
        if other.key != session.key and other.goes_ahead
    )


def _free_room(programme: Programme, session: Session, start: datetime, end: datetime) -> Room | None:
    """Give a room in which nothing is on between two moments: the session's own if it can be."""
    ordered = sorted(programme.rooms, key=lambda room: room.slug != session.room)
    for room in ordered:
        there = (s for s in programme.in_room(room.slug) if s.goes_ahead and s.key != session.key)
        if not any(_during(s, start, end) and not s.available_all_day for s in there):
            return room
    return None


def _during(session: Session, start: datetime, end: datetime) -> bool:
    """Say whether a session is on at any moment of [start, end); without an end until the day is over."""
    return session.start < end and (session.end is None or session.end > start)


def _of(audiences: Audiences, session: Session) -> frozenset[int]:
    return audiences.get(session.id, frozenset())
