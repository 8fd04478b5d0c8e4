"""From what is asked to what is so: the query put to the day, as facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.programme import queries
from bot.programme.changes import Noted
from bot.programme.model import Event, Programme, Room, Session, Status, Text
from bot.questions import answer_topics, facts
from bot.questions.facts import Answer
from bot.questions.lexicon import Lexicon
from bot.questions.moments import present_day
from bot.questions.near import near
from bot.questions.query import Ask, Query

_OPEN_END: Final = timedelta(hours=2)
"""How long an item without an end is taken to be going on; after that the day is said to be over."""
_SOCIAL: Final = frozenset({Ask.THANKS, Ask.GREETING, Ask.HELP, Ask.NOTHING})


@dataclass(frozen=True)
class Known:
    """All an answer may draw on: the day, its names, the moment, other days of the network, what changed lately."""

    programme: Programme
    book: Lexicon
    now: datetime
    others: tuple[Event, ...] = field(default=())
    changes: tuple[Noted, ...] = field(default=())

    @property
    def today(self) -> bool:
        """Whether the moment of asking is on one of the event's days."""
        return self.programme.local(self.now).date() in self.programme.days


def answer(query: Query, known: Known) -> Answer:
    """Answer an understood question."""
    return _without_the_day(query, known) or _of_the_day(query, known)


def _without_the_day(query: Query, known: Known) -> Answer | None:
    """Answer what needs no look at the sessions: talk, the meaning of a word, what is not there at all."""
    programme, event = known.programme, known.programme.event
    if query.ask in _SOCIAL:
        return facts.Social(query.ask, examples(known))
    if query.ask is Ask.CLOCK:
        return facts.TimeNow(known.now)
    if query.ask is Ask.MEANING:
        return facts.Meaning(query.term)
    if query.unknown_room:
        return facts.NoSuchRoom(query.unknown_room, programme.rooms)
    if query.ask is Ask.FACT:
        online = query.fact == "online" and event.online
        return (
            facts.Joining(event, Ask.JOIN) if online else facts.Practical(query.fact, _stated(query.fact, event), event)
        )
    if query.when and query.when.kind == "day" and query.when.day and query.when.day not in programme.days:
        return facts.NoProgrammeOn(query.when.day, event)
    return None


def _of_the_day(query: Query, known: Known) -> Answer:
    """Answer from the sessions: by name, by room, by time, or of the day as a whole."""
    programme = known.programme
    if query.options:
        return answer_topics.which(query, programme, known.book)
    if query.ask is Ask.FREE and query.room and not query.when:
        query = replace(query, topics=(), ask=Ask.WHAT)
    about_the_day = (
        None if query.topics or (query.room and query.ask in _OF_A_SESSION) else _ABOUT_THE_DAY.get(query.ask)
    )
    if about_the_day:
        return about_the_day(query, known)
    if query.topics:
        return answer_topics.of_topics(query, programme, known.book, known.now, known.changes)
    if query.room:
        return _in_room(query, programme.room_by_slug[query.room], known)
    if query.when and query.when.kind != "day":
        return _at_time(query, known)
    return _without_a_name(query, known)


def _stated(fact: str, event: Event) -> Text:
    return dict(event.facts).get(fact, Text())


def examples(known: Known) -> tuple[Session, ...]:
    """Give two meetings of the day that make good examples: still to come if there are any."""
    found = [s for s in queries.meetings(known.programme.sessions) if s.goes_ahead]
    ahead = [s for s in found if s.start > known.now] or found
    with_room = [s for s in ahead if s.room] or ahead
    return tuple(with_room[1:3] if len(with_room) > 2 else with_room[:2])  # noqa: PLR2004 - not always the first


def _bounds(query: Query, known: Known) -> Answer:
    if query.room or query.when:
        return _bound_within(query, known)
    sessions = queries.on_day(known.programme, present_day(known.programme, known.now))
    return _bound(sessions, query.ask) if sessions else _nothing(query, known)


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
        return _in_room(query, known.programme.room_by_slug[query.room], known)
    if query.when and query.when.kind == "at":
        return _slot(_moment(query, known), query, known, present=False)
    moment = _moment(query, known)
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


def _bound(sessions: Sequence[Session], focus: Ask) -> Answer:
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
        return _nothing(query, known)
    edge = sessions[0] if query.ask is Ask.FIRST else sessions[-1]
    together = tuple(s for s in sessions if s.start == edge.start)
    return facts.Card(edge, Ask.WHAT) if len(together) == 1 else facts.Cards(together, Ask.WHAT)


def _moment(query: Query, known: Known) -> datetime:
    return query.when.at if query.when and query.when.at else known.now


def _in_room(query: Query, room: Room, known: Known) -> Answer:
    programme = known.programme
    if query.when and query.when.kind == "span" and query.when.at and query.when.end:
        inside = queries.within(programme, query.when.at, query.when.end)
        sessions = tuple(s for s in inside if s.room == room.slug)
        return facts.RoomList(room, sessions, (query.when.at, query.when.end))
    moment = _moment(query, known)
    state = queries.room_at(programme, room, moment)
    named = query.when is not None and query.when.kind == "at"
    if query.ask is Ask.NEXT:
        return facts.Upcoming(moment, (state.next,) if state.next else (), state.now, room)
    if query.ask is Ask.WHERE and not named:
        return facts.RoomPlace(state, moment)
    if query.ask in _OF_A_SESSION and (state.now or state.next) and (named or known.today):
        return facts.Card(state.now[0] if state.now or state.next is None else state.next, query.ask)
    if named or query.ask in {Ask.NOW, Ask.FREE}:
        return facts.RoomAt(state, moment, present=not named)
    return facts.RoomList(room, tuple(s for s in programme.in_room(room.slug) if s.goes_ahead))


_OF_A_SESSION: Final = frozenset(
    {Ask.WHO, Ask.LEADS, Ask.UNTIL, Ask.DURATION, Ask.ABOUT, Ask.AUDIENCE, Ask.CONTACT, Ask.JOIN, Ask.CERTAIN}
)


def running(programme: Programme, moment: datetime) -> tuple[Session, ...]:
    """List what runs at a moment; an item without an end only for its first two hours."""
    return tuple(s for s in queries.at(programme, moment) if s.end is not None or moment < s.start + _OPEN_END)


def _at_time(query: Query, known: Known) -> Answer:
    programme, when = known.programme, query.when
    if when is None or when.at is None:
        return _nothing(query, known)
    if when.kind == "span" and when.end:
        sessions = queries.within(programme, when.at, when.end)
        if query.only_kind:
            sessions = tuple(s for s in sessions if s.kind == query.only_kind)
        return facts.Span(when.at, when.end, sessions) if sessions else _outside(when.at, known)
    return _slot(when.at, query, known, present=False)


def _slot(moment: datetime, query: Query, known: Known, *, present: bool) -> Answer:
    programme = known.programme
    sessions = running(programme, moment)
    if query.only_kind and any(s.kind == query.only_kind for s in sessions):
        sessions = tuple(s for s in sessions if s.kind == query.only_kind)
    day = programme.local(moment).date()
    bounds = queries.day_bounds(programme, day)
    if bounds is None or (not sessions and not bounds[0] <= moment < bounds[1]):
        return _outside(moment, known)
    upcoming = queries.next_start(programme, moment)
    if query.ask is Ask.NEXT:
        return facts.Upcoming(moment, upcoming, sessions)
    return facts.Slot(moment, sessions, upcoming, present, query.ask)


def _outside(moment: datetime, known: Known) -> Answer:
    programme = known.programme
    sessions = queries.on_day(programme, programme.local(moment).date())
    if not sessions:
        return facts.NoProgrammeOn(programme.local(moment).date(), programme.event)
    last = max(sessions, key=lambda s: (s.start, s.end is None))
    return facts.Outside(moment, sessions[0], last, before=moment < sessions[0].start)


def _free(query: Query, known: Known) -> Answer:
    programme = known.programme
    moment = _moment(query, known)
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
        return facts.Practical(query.fact, _stated(query.fact, programme.event), programme.event)
    if query.counts_people:
        people = tuple(p for s in sessions for p in s.speakers)
        return facts.Amount("speakers", sum(p.count for p in people), people)
    if query.all_of or query.when or query.fact or not programme.rooms:
        return facts.Amount("sessions", len(sessions), sessions=sessions if query.when else ())
    return facts.Amount("rooms", len(programme.rooms), rooms=programme.rooms)


def _without_a_name(query: Query, known: Known) -> Answer:
    programme, event = known.programme, known.programme.event
    if query.only_kind and query.ask in _OF_A_KIND:
        return _of_kind(query, known)
    if query.unknown and query.ask not in {Ask.NOW, Ask.NEXT}:
        return _nothing(query, known)
    if query.ask in {Ask.WHEN, Ask.WHERE} and query.when and query.when.kind == "day":
        sessions = queries.on_day(programme, query.when.day or present_day(programme, known.now))
        return _bound(sessions, Ask.FIRST) if query.ask is Ask.WHEN else facts.TheDay(event, Ask.DAY)
    if query.of_a_meeting and query.ask in _OF_A_KIND - {Ask.WHAT, Ask.DURATION}:
        return _of_kind(replace(query, only_kind=""), known)
    if query.ask in _OF_THE_MOMENT or (query.ask is Ask.WHERE and query.of_a_room and known.today):
        return _at_present(query, known)
    if query.ask in {Ask.WHEN, Ask.WHERE}:
        return facts.TheDay(event, Ask.DAY if query.ask is Ask.WHERE else Ask.WHEN)
    if query.ask in {Ask.MINE, Ask.CALENDAR, Ask.CALENDAR_CHECK, Ask.FOLLOW, Ask.UNFOLLOW}:
        return facts.Social(query.ask)
    if query.when or query.all_of:
        return facts.Overview(event, tuple(s for s in programme.sessions if s.goes_ahead))
    return _nothing(query, known)


_OF_A_KIND: Final = frozenset({Ask.WHAT, Ask.WHERE, Ask.WHEN, Ask.UNTIL, Ask.WHO, Ask.ABOUT, Ask.DURATION})
_OF_THE_MOMENT: Final = frozenset(
    {Ask.NOW, Ask.NEXT, Ask.PREVIOUS, Ask.PARALLEL, Ask.WHO, Ask.UNTIL, Ask.DURATION, Ask.ABOUT}
)


def _of_kind(query: Query, known: Known) -> Answer:
    every = queries.meetings(s for s in known.programme.sessions if s.goes_ahead)
    sessions = [s for s in every if s.kind == query.only_kind or not query.only_kind]
    starts = sorted({s.start for s in sessions})
    if len(starts) == 1:
        return facts.Cards(tuple(sessions), query.ask)
    if not sessions:
        return facts.Amount(query.only_kind or "sessions", 0)
    by_start = tuple((t, tuple(s for s in sessions if s.start == t)) for t in starts)
    return facts.WhichOfKind(query.only_kind or "sessions", by_start, query.ask)


def _at_present(query: Query, known: Known) -> Answer:
    programme, now = known.programme, known.now
    if not known.today:
        return facts.NoProgrammeOn(programme.local(now).date(), programme.event)
    if query.ask is Ask.PREVIOUS:
        return facts.Preceding(now, queries.last_before(programme, now))
    current = running(programme, now)
    if query.ask in {Ask.UNTIL, Ask.DURATION, Ask.ABOUT} and len(current) == 1:
        return facts.Card(current[0], query.ask)
    if query.ask is Ask.NEXT:
        upcoming = queries.next_start(programme, now)
        return facts.Upcoming(now, upcoming, current) if upcoming else _now_or_over(known)
    return _slot(now, query, known, present=True)


def _now_or_over(known: Known) -> Answer:
    current = running(known.programme, known.now)
    return facts.Upcoming(known.now, (), current) if current else _outside(known.now, known)


def _nothing(query: Query, known: Known) -> Answer:
    like = near(query.unknown, known.programme, known.book)
    options = answer_topics.as_options(like, known.programme, known.book)
    return facts.NotFound(query.unknown, examples(known), options, query.ask)


_ABOUT_THE_DAY: Final[Mapping[Ask, Callable[[Query, Known], Answer]]] = {
    Ask.FREE: _free,
    Ask.COUNT: _count,
    Ask.FIRST: _bounds,
    Ask.LAST: _bounds,
    Ask.OTHER_DAYS: _other_days,
    Ask.CHANGES: lambda _, known: answer_topics.changed(known.programme, (), known.changes, known.now),
    Ask.PAPERS: lambda _, known: facts.Papers(known.programme.event, None),
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
