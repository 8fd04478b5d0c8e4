"""Answers about a room or a moment: what is there, what runs, what comes next."""

from datetime import datetime, timedelta
from typing import Final

from bot.programme import queries
from bot.programme.model import Programme, Room, Session
from bot.questions import answer_course, facts
from bot.questions.facts import Answer
from bot.questions.known import Known
from bot.questions.query import Ask, Query

_OPEN_END: Final = timedelta(hours=2)
"""How long an item without an end is taken to be going on; after that the day is said to be over."""


def running(programme: Programme, moment: datetime) -> tuple[Session, ...]:
    """List what runs at a moment; an item without an end only for its first two hours."""
    return tuple(s for s in queries.at(programme, moment) if s.end is not None or moment < s.start + _OPEN_END)


def asked_moment(query: Query, known: Known) -> datetime:
    """Give the moment that is asked about: now, unless another was named."""
    return query.when.at if query.when and query.when.at else known.now


def in_room(query: Query, room: Room, known: Known) -> Answer:
    """Answer about a room: what is there at a moment, next, in a part of the day, or all day."""
    programme = known.programme
    if query.when and query.when.kind == "span" and query.when.at and query.when.end:
        inside = queries.within(programme, query.when.at, query.when.end)
        sessions = tuple(s for s in inside if s.room == room.slug)
        return facts.RoomList(room, sessions, (query.when.at, query.when.end))
    moment = asked_moment(query, known)
    state = queries.room_at(programme, room, moment)
    named = query.when is not None and query.when.kind == "at"
    if query.ask is Ask.NEXT:
        return facts.Upcoming(moment, (state.next,) if state.next else (), state.now, room)
    if query.ask is Ask.WHERE and not named:
        return facts.RoomPlace(state, moment)
    if query.ask in OF_A_SESSION and (state.now or state.next) and (named or known.today):
        one = state.now[0] if state.now or state.next is None else state.next
        return answer_course.progress(query, one, programme, moment) or facts.Card(one, query.ask)
    if named or query.ask in {Ask.NOW, Ask.FREE}:
        return facts.RoomAt(state, moment, present=not named)
    every = tuple(s for s in programme.in_room(room.slug) if s.goes_ahead)
    return facts.RoomList(room, tuple(s for s in every if s.kind == query.only_kind) or every)


OF_A_SESSION: Final = frozenset(
    {
        Ask.WHO,
        Ask.LEADS,
        Ask.UNTIL,
        Ask.DURATION,
        Ask.RUNNING,
        Ask.ABOUT,
        Ask.AUDIENCE,
        Ask.CONTACT,
        Ask.JOIN,
        Ask.CERTAIN,
    }
)


def at_time(query: Query, start: datetime, end: datetime | None, known: Known) -> Answer:
    """Answer what is on at a moment, or until ``end``; of a span that has begun what is over is left out."""
    if end is None:
        return slot(start, query, known, present=False)
    sessions = queries.within(known.programme, start, end)
    if query.only_kind:
        sessions = tuple(s for s in sessions if s.kind == query.only_kind)
    ahead = tuple(s for s in sessions if s.end is None or s.end > known.now)
    if start < known.now < end and ahead and not query.past:
        start, sessions = known.now, ahead
    return facts.Span(start, end, sessions) if sessions else outside(start, known)


def slot(moment: datetime, query: Query, known: Known, *, present: bool) -> Answer:
    """Tell what runs at a moment and what begins next."""
    programme = known.programme
    sessions = running(programme, moment)
    if query.only_kind and any(s.kind == query.only_kind for s in sessions):
        sessions = tuple(s for s in sessions if s.kind == query.only_kind)
    day = programme.local(moment).date()
    bounds = queries.day_bounds(programme, day)
    if bounds is None or (not sessions and not bounds[0] <= moment < bounds[1]):
        return outside(moment, known)
    upcoming = queries.next_start(programme, moment)
    if query.ask is Ask.NEXT:
        return facts.Upcoming(moment, upcoming, sessions)
    return facts.Slot(moment, sessions, upcoming, present, query.ask)


def outside(moment: datetime, known: Known) -> Answer:
    """Say that a moment is before the first item of its day, or after the last."""
    programme = known.programme
    sessions = queries.on_day(programme, programme.local(moment).date())
    if not sessions:
        return facts.NoProgrammeOn(programme.local(moment).date(), programme.event)
    last = max(sessions, key=lambda s: (s.start, s.end is None))
    return facts.Outside(moment, sessions[0], last, before=moment < sessions[0].start)


def at_present(query: Query, known: Known) -> Answer:
    """Answer about this moment: what runs, what comes, what was, what is left."""
    programme, now = known.programme, known.now
    if not known.today:
        return facts.NoProgrammeOn(programme.local(now).date(), programme.event)
    if query.ask is Ask.PREVIOUS:
        return facts.Preceding(now, queries.last_before(programme, now))
    current = running(programme, now)
    if query.ask in {Ask.UNTIL, Ask.DURATION, Ask.RUNNING, Ask.ABOUT} and len(current) == 1:
        return answer_course.progress(query, current[0], programme, now) or facts.Card(current[0], query.ask)
    if query.ask is Ask.REST:
        return answer_course.rest(programme, now, current) or _now_or_over(known)
    if query.ask is Ask.NEXT:
        upcoming = queries.next_start(programme, now)
        return facts.Upcoming(now, upcoming, current) if upcoming else _now_or_over(known)
    return slot(now, query, known, present=True)


def _now_or_over(known: Known) -> Answer:
    current = running(known.programme, known.now)
    return facts.Upcoming(known.now, (), current) if current else outside(known.now, known)
