"""From what is asked to what is so: the query put to the day, as facts."""

from dataclasses import replace
from typing import Final

from bot.programme import queries
from bot.questions import answer_topics, facts
from bot.questions.answer_day import ABOUT_THE_DAY, bound, nothing, stated
from bot.questions.answer_moment import OF_A_SESSION, at_present, at_time, in_room, running
from bot.questions.facts import Answer
from bot.questions.known import Known, examples
from bot.questions.moments import present_day
from bot.questions.query import Ask, Query

_SOCIAL: Final = frozenset({Ask.THANKS, Ask.GREETING, Ask.HELP, Ask.NOTHING})


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
            facts.Joining(event, Ask.JOIN) if online else facts.Practical(query.fact, stated(query.fact, event), event)
        )
    if query.when and query.when.kind == "day" and query.when.day and query.when.day not in programme.days:
        return facts.NoProgrammeOn(query.when.day, event)
    return None


def _of_the_day(query: Query, known: Known) -> Answer:
    """Answer from the sessions: by name, by room, by time, or of the day as a whole."""
    programme = known.programme
    if query.options:
        return answer_topics.which(query, programme, known.book)
    if query.ask is Ask.FREE and query.room:
        query = replace(query, topics=(), ask=query.ask if query.when else Ask.WHAT)
    if query.ask is Ask.ABSENT and query.room and not query.topics:
        # "Zaal 5 valt uit" is said of a room: what is there is of use, now and next, not who meets at all.
        query = replace(query, ask=Ask.NOW if known.today and not query.when else Ask.WHAT)
    about_the_day = None if query.topics or (query.room and query.ask in _OF_A_ROOM) else ABOUT_THE_DAY.get(query.ask)
    if about_the_day:
        return about_the_day(query, known)
    if query.topics:
        return answer_topics.of_topics(query, programme, known.book, known.now, known.changes)
    if query.room:
        return in_room(query, programme.room_by_slug[query.room], known)
    if query.when and query.when.at:
        return at_time(query, query.when.at, query.when.end, known)
    return _without_a_name(query, known)


_OF_A_ROOM: Final = OF_A_SESSION | {Ask.FREE}


def _without_a_name(query: Query, known: Known) -> Answer:
    programme, event = known.programme, known.programme.event
    if query.only_kind and query.ask in _OF_A_KIND:
        return _of_kind(query, known)
    if query.unknown and query.ask not in {Ask.NOW, Ask.NEXT}:
        return nothing(query, known)
    if query.ask in {Ask.WHEN, Ask.WHERE} and query.when and query.when.kind == "day":
        sessions = queries.on_day(programme, query.when.day or present_day(programme, known.now))
        return bound(sessions, Ask.FIRST) if query.ask is Ask.WHEN else facts.TheDay(event, Ask.DAY)
    if query.of_a_meeting and query.ask in _OF_A_KIND - {Ask.WHAT, Ask.DURATION}:
        return _of_this_meeting(query, known) or _of_kind(replace(query, only_kind=""), known)
    if query.ask in _OF_THE_MOMENT or (query.ask is Ask.WHERE and query.of_a_room and known.today):
        return at_present(query, known)
    if query.ask in {Ask.WHEN, Ask.WHERE}:
        return facts.TheDay(event, Ask.DAY if query.ask is Ask.WHERE else Ask.WHEN)
    if query.ask in {Ask.MINE, Ask.CALENDAR, Ask.CALENDAR_CHECK, Ask.FOLLOW, Ask.FOLLOWED, Ask.UNFOLLOW}:
        return facts.Social(query.ask)
    if query.when or query.all_of:
        return facts.Overview(event, tuple(s for s in programme.sessions if s.goes_ahead))
    return nothing(query, known)


_OF_A_KIND: Final = frozenset({Ask.WHAT, Ask.WHERE, Ask.WHEN, Ask.UNTIL, Ask.WHO, Ask.ABOUT, Ask.DURATION})

_OF_THE_MOMENT: Final = frozenset(
    {Ask.NOW, Ask.NEXT, Ask.REST, Ask.PREVIOUS, Ask.PARALLEL, Ask.WHO, Ask.UNTIL, Ask.DURATION, Ask.RUNNING, Ask.ABOUT}
)


def _of_this_meeting(query: Query, known: Known) -> Answer | None:
    """Answer about "deze sessie" when just one is on; who asks when it is means no meeting that is on now."""
    current = queries.meetings(running(known.programme, known.now)) if known.today and query.ask is not Ask.WHEN else ()
    return facts.Card(current[0], query.ask) if len(current) == 1 else None


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
