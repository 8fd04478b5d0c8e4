"""Answers about the day as a whole, when nothing in it is named."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from bot.programme import queries
from bot.programme.model import Event, Programme, Session, Status, Text
from bot.questions import answer_changes, answer_topics, facts
from bot.questions.answer_moment import asked_moment, in_room, slot
from bot.questions.facts import Answer
from bot.questions.known import Known, examples
from bot.questions.moments import present_day
from bot.questions.near import near
from bot.questions.query import Ask, Query


def _bounds(query: Query, known: Known) -> Answer:
    if query.room or query.when:
        return _bound_within(query, known)
    sessions = queries.on_day(known.programme, present_day(known.programme, known.now))
    return bound(sessions, query.ask) if sessions else nothing(query, known)


def _other_days(_: Query, known: Known) -> Answer:
    event = known.programme.event
    earlier = [e for e in known.others if e.last_day < event.first_day]
    later = [e for e in known.others if e.first_day > event.last_day]
    first, last = min(later, key=_first_day, default=None), max(earlier, key=_first_day, default=None)
    return facts.OtherDays(event, last, first)


def _first_day(event: Event) -> date:
    return event.first_day


def _absent(_: Query, known: Known) -> Answer:
    cancelled = tuple(s for s in known.programme.sessions if not s.goes_ahead)
    return facts.NotOn(cancelled, known.programme.not_meeting)


def _certain(query: Query, known: Known) -> Answer:
    found = _provisional(known.programme)
    return facts.Cards(found, Ask.CERTAIN) if found else facts.TheDay(known.programme.event, query.ask)


def _late(query: Query, known: Known) -> Answer:
    if query.room:
        return in_room(query, known.programme.room_by_slug[query.room], known)
    if query.when and query.when.kind == "at":
        return slot(asked_moment(query, known), query, known, present=False)
    moment = asked_moment(query, known)
    return facts.Late(moment, queries.at(known.programme, moment), queries.next_start(known.programme, moment))


def _by_part(ask: Ask, parts: frozenset[str]) -> Callable[[Query, Known], Answer]:
    """Answer with the people of the day who have one of these parts."""

    def answered(_: Query, known: Known) -> Answer:
        event = known.programme.event
        return facts.TheDay(event, ask, tuple(p for p in event.people if p.part in parts))

    return answered


def _joining(query: Query, known: Known) -> Answer:
    event = known.programme.event
    return facts.Joining(event, query.ask, tuple(p for p in event.people if p.part == "secretary"))


def _the_day(query: Query, known: Known) -> Answer:
    return facts.TheDay(known.programme.event, query.ask)


def _provisional(programme: Programme) -> tuple[Session, ...]:
    return tuple(
        s
        for s in programme.sessions
        if s.status is Status.PROVISIONAL or s.content_provisional or any(p.provisional for p in s.speakers)
    )


def bound(sessions: Sequence[Session], focus: Ask) -> Answer:
    """Tell the first or the last item of some sessions, moving times left out."""
    meetings = [s for s in sessions if s.kind != "moving"]
    return facts.Bound(meetings[0], max(meetings, key=lambda s: (s.start, s.end is None)), focus)


def _bound_within(query: Query, known: Known) -> Answer:
    programme = known.programme
    day = present_day(programme, known.now)
    sessions = [s for s in queries.on_day(programme, day) if s.kind != "moving"]
    if query.room:
        sessions = [s for s in sessions if s.room == query.room]
    if query.when and query.when.at and query.when.end:
        start, end = query.when.at, query.when.end
        sessions = [s for s in sessions if start <= s.start < end]
    if not sessions:
        return nothing(query, known)
    edge = sessions[0] if query.ask is Ask.FIRST else sessions[-1]
    together = tuple(s for s in sessions if s.start == edge.start)
    return facts.Card(edge, Ask.WHAT) if len(together) == 1 else facts.Cards(together, Ask.WHAT)


def _free(query: Query, known: Known) -> Answer:
    programme = known.programme
    moment = asked_moment(query, known)
    networking = next((s for s in programme.sessions if s.kind == "networking" and s.goes_ahead), None)
    used = None
    if networking and networking.room and networking.available_all_day:
        others = programme.in_room(networking.room)
        used = next((s for s in others if s.goes_ahead and s.key != networking.key), None)
    present = query.when is None or query.when.at is None
    return facts.Free(moment, queries.free_rooms(programme, moment), networking, used, present)


def _count(query: Query, known: Known) -> Answer:
    programme = known.programme
    sessions = queries.meetings(s for s in programme.sessions if s.goes_ahead)
    if query.room and query.fact in {"attendance", "seats"}:
        return facts.Practical(query.fact, stated(query.fact, programme.event), programme.event)
    if query.room:
        inside = tuple(s for s in sessions if s.room == query.room)
        return facts.Amount("sessions", len(inside), sessions=inside)
    if query.when and query.when.at:
        end = query.when.end or query.when.at + timedelta(minutes=1)
        sessions = tuple(s for s in queries.within(programme, query.when.at, end) if s in sessions)
    if query.only_kind:
        chosen = tuple(s for s in sessions if s.kind == query.only_kind)
        return facts.Amount(query.only_kind, len(chosen), sessions=chosen)
    if query.fact and query.fact != "online":
        return facts.Practical(query.fact, stated(query.fact, programme.event), programme.event)
    if query.counts_people:
        people = tuple(p for s in sessions for p in s.speakers)
        return facts.Amount("speakers", sum(p.count for p in people), people)
    if query.all_of or query.when or query.fact or not programme.rooms:
        return facts.Amount("sessions", len(sessions), sessions=sessions if query.when else ())
    return facts.Amount("rooms", len(programme.rooms), rooms=programme.rooms)


def stated(fact: str, event: Event) -> Text:
    """Give what the day says of a practical matter, or nothing."""
    return dict(event.facts).get(fact, Text())


def nothing(query: Query, known: Known) -> Answer:
    """Say that nothing in the day explains the question, with the names most like it."""
    like = near(query.unknown, known.programme, known.book)
    options = answer_topics.as_options(like, known.programme, known.book)
    return facts.NotFound(query.unknown, examples(known), options, query.ask)


ABOUT_THE_DAY: Final[Mapping[Ask, Callable[[Query, Known], Answer]]] = {
    Ask.FREE: _free,
    Ask.COUNT: _count,
    Ask.FIRST: _bounds,
    Ask.LAST: _bounds,
    Ask.OTHER_DAYS: _other_days,
    Ask.CHANGES: lambda _, known: answer_changes.changed(known.programme, (), known.changes, known.now),
    Ask.PAPERS: lambda query, known: answer_topics.papers(query, known.programme, None),
    Ask.ABSENT: _absent,
    Ask.CERTAIN: _certain,
    Ask.LATE: _late,
    Ask.LEADS: _by_part(Ask.LEADS, frozenset({"chair", "moderator"})),
    Ask.HOST: _by_part(Ask.HOST, frozenset({"host"})),
    Ask.CONTACT: _joining,
    Ask.JOIN: _joining,
    Ask.DAY: _the_day,
    Ask.AUDIENCE: _the_day,
}
"""What is answered of the day as a whole when nothing in it is named."""
