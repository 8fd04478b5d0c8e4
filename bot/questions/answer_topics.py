"""Answers about what was named: groups, sessions, people, words of the texts."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from bot.programme import queries
from bot.programme.changes import Noted
from bot.programme.model import Programme, Session, Speaker, Text
from bot.questions import answer_changes, answer_course, facts
from bot.questions.facts import Answer
from bot.questions.lexicon import SMALL, Lexicon, sessions_of
from bot.questions.query import Ask, Query, Topic, TopicKind
from bot.questions.text import fold, words_of
from bot.questions.vocabulary import FILLER, GROUPS

_OF_A_PERSON: Final = frozenset(
    {Ask.WHAT, Ask.WHERE, Ask.WHEN, Ask.WHO, Ask.LEADS, Ask.CERTAIN, Ask.NOW, Ask.NEXT, Ask.HOST}
)
_BREAKS: Final = frozenset({"moving", "break", "lunch"})


def of_topics(
    query: Query, programme: Programme, book: Lexicon, now: datetime, changes: tuple[Noted, ...] = ()
) -> Answer:
    """Answer a question that names something."""
    first = query.topics[0]
    sessions = meant(query.topics, programme, book)
    if query.ask is Ask.CHANGES:
        return answer_changes.changed(programme, sessions, changes, now)
    if not sessions or (first.kind is TopicKind.GROUP and not queries.of_group(programme, first.key)):
        missing = _missing(query, first, programme, book, sessions)
        if missing:
            return missing
    if not sessions:
        return facts.NotFound((first.key,), ())
    if _is_no_meeting(query, programme, sessions):
        return facts.Absent(programme.group_by_slug[first.key], sessions)
    if both := answer_course.together(query, programme, book):
        return both
    if query.ask in {Ask.NEXT, Ask.PREVIOUS, Ask.PARALLEL} and (query.refers or query.ask is Ask.PARALLEL):
        return _beside(query, sessions, programme)
    return _of_people_and_texts(query, sessions, programme, book) or _of_sessions(query, sessions, programme, now)


def _of_people_and_texts(
    query: Query, sessions: tuple[Session, ...], programme: Programme, book: Lexicon
) -> Answer | None:
    kinds = {t.kind for t in query.topics}
    mention = next((t for t in query.topics if t.kind is TopicKind.MENTION), None)
    if mention and TopicKind.PERSON not in kinds:
        return facts.Mentioned(mention.key, sessions_of(programme, book, mention))
    if kinds == {TopicKind.WORD}:
        words = tuple(t.key for t in query.topics)
        return facts.InTexts(words, sessions, query.ask, people=query.titled)
    if query.topics[0].kind is TopicKind.PERSON and query.ask in _OF_A_PERSON:
        return _person(query, programme, book)
    return None


def _of_sessions(query: Query, sessions: tuple[Session, ...], programme: Programme, now: datetime) -> Answer:
    first = query.topics[0]
    if query.ask is Ask.COUNT and query.counts_people:
        people = tuple(p for s in sessions for p in s.speakers)
        return facts.Amount("speakers", sum(p.count for p in people), people, sessions=sessions)
    if first.kind is TopicKind.GROUP and queries.is_pijler(programme, first.key) and _wants_all(query):
        return _pijler(query, programme, now)
    if query.ask is Ask.COUNT:
        return facts.Amount("sessions", len(sessions), sessions=sessions)
    if query.ask is Ask.PAPERS:
        return papers(query, programme, sessions[0])
    narrowed = _narrowed(query, sessions, programme, now)
    if len(narrowed) == 1 and (told := answer_course.progress(query, narrowed[0], programme, now)):
        return told
    # Who says to be late for a session wants to know how long it goes on.
    focus = Ask.UNTIL if query.ask is Ask.LATE else query.ask
    return facts.Card(narrowed[0], focus) if len(narrowed) == 1 else facts.Cards(narrowed, focus)


def papers(query: Query, programme: Programme, session: Session | None) -> Answer:
    """Say where the papers are; those of one item of the day are not given as the papers of another."""
    told = _telling(programme.event.papers.nl)
    whose = tuple(s for s in programme.sessions if told & _telling(f"{s.title.nl} {s.printed}"))
    unnamed = query.term if query.term not in fold(programme.event.papers.nl) else ""
    return facts.Papers(
        programme.event,
        session,
        of_others=session is not None and bool(whose) and session not in whose,
        unnamed=unnamed,
    )


def _telling(text: str) -> frozenset[str]:
    return frozenset(w for w in words_of(text) if w not in FILLER | GROUPS.words | SMALL and w.isalpha())


def _is_no_meeting(query: Query, programme: Programme, sessions: tuple[Session, ...]) -> bool:
    """Say whether the meeting of a pijler was asked for and the pijler holds something else only."""
    first = query.topics[0]
    if query.only_kind != "pijler" or query.all_of or first.kind is not TopicKind.GROUP or len(query.topics) > 1:
        return False
    return queries.is_pijler(programme, first.key) and all(s.kind != "pijler" for s in sessions)


def meant(topics: Iterable[Topic], programme: Programme, book: Lexicon) -> tuple[Session, ...]:
    """List the sessions that the topics mean together: those they share, else all of them."""
    listed = list(topics)
    if all(t.kind is TopicKind.WORD for t in listed):
        return _most_words(listed, programme, book)
    shared: set[str] | None = None
    every: set[str] = set()
    for topic in listed:
        keys = {s.key for s in sessions_of(programme, book, topic)} or _of_kind(topic, programme)
        every |= keys
        both = keys if shared is None else shared & keys
        shared = both or set()
    chosen = shared or every
    return tuple(s for s in programme.sessions if s.key in chosen)


def which(query: Query, programme: Programme, book: Lexicon) -> Answer:
    """Ask which of several names was meant."""
    return facts.Which(as_options(query.options[:6], programme, book), query.ask)


def as_options(topics: Iterable[Topic], programme: Programme, book: Lexicon) -> tuple[facts.Option, ...]:
    """Give topics as what can be chosen from, the same name of the same session once."""
    options: dict[tuple[Text, Session | None], facts.Option] = {}
    for topic in topics:
        sessions = sessions_of(programme, book, topic)
        label, session = _label(topic, programme, book), sessions[0] if len(sessions) == 1 else None
        options.setdefault((label, session), facts.Option(label, topic, session))
    return tuple(options.values())


def _of_kind(topic: Topic, programme: Programme) -> set[str]:
    if topic.kind is TopicKind.KIND and topic.key == "break":
        return {s.key for s in programme.sessions if s.kind in _BREAKS}
    return set()


def _most_words(topics: list[Topic], programme: Programme, book: Lexicon) -> tuple[Session, ...]:
    counts: dict[str, float] = {}
    for topic in topics:
        keys = book.texts.get(topic.key, frozenset())
        for key in keys:
            counts[key] = counts.get(key, 0.0) + 1 / max(1, len(keys)) ** 0.5
    most = max(counts.values(), default=0.0)
    return tuple(s for s in programme.sessions if counts.get(s.key, 0.0) >= most * 0.97 > 0)


def _missing(
    query: Query, topic: Topic, programme: Programme, book: Lexicon, sessions: tuple[Session, ...]
) -> Answer | None:
    """Say that a named group or item is not part of the day, or does not meet."""
    if topic.kind is TopicKind.GROUP and not queries.of_group(programme, topic.key):
        item = next((n for n in programme.not_meeting if n.group == topic.key), None)
        if item:
            return facts.NotMeets(item, programme.session_by_key.get(item.instead or ""))
        if queries.is_pijler(programme, topic.key) and queries.of_pijler(programme, topic.key):
            return _pijler(query, programme, None)
        return None if sessions else facts.Absent(programme.group_by_slug[topic.key])
    if topic.kind is TopicKind.KIND:
        return facts.Amount(topic.key, 0)
    if topic.kind is TopicKind.PERSON:
        return _person(query, programme, book)
    return None


def _wants_all(query: Query) -> bool:
    """Say whether a question about a pijler is about its themagroepen too: not when just its own meeting is named."""
    if query.all_of or query.ask in {Ask.COUNT, Ask.NEXT, Ask.NOW}:
        return True
    return query.ask is Ask.WHAT and query.only_kind != "pijler" and (query.when is None or query.when.kind == "span")


def _pijler(query: Query, programme: Programme, now: datetime | None) -> Answer:
    slug = query.topics[0].key
    members = {slug} | {g.slug for g in programme.themagroepen_of(slug)}
    absent = tuple(n for n in programme.not_meeting if n.group in members)
    every = queries.of_pijler(programme, slug)
    if query.ask is Ask.COUNT:
        return facts.Amount("sessions", len(every), sessions=every)
    sessions = _narrowed(query, every, programme, now) if now else every
    return facts.Cards(sessions, query.ask, absent if sessions == every else (), programme.group_by_slug[slug])


def _person(query: Query, programme: Programme, book: Lexicon) -> Answer:
    people = [t for t in query.topics if t.kind is TopicKind.PERSON]
    sessions = meant(query.topics, programme, book)
    found = [a.person for t in people for a in book.people.get(t.key, ()) if isinstance(a.person, Speaker)]
    if len(people) > 1 and len(sessions) == 1:
        return facts.People(tuple(p for p in found if p in sessions[0].speakers), sessions[0])
    name = people[0].key
    return facts.Person(name, book.people.get(name, ()), sessions, query.ask)


def _beside(query: Query, sessions: tuple[Session, ...], programme: Programme) -> Answer:
    """Answer what comes after, before or at the same time as the sessions that were named."""
    one = sessions[0] if len(sessions) == 1 else None
    if query.ask is Ask.PARALLEL:
        return facts.Parallel(sessions[0], queries.parallel_to(programme, sessions[0]))
    if query.ask is Ask.PREVIOUS:
        start = min(s.start for s in sessions)
        return facts.Preceding(start, queries.last_before(programme, start), one)
    if query.room and one:
        following = queries.next_in_room(programme, one)
        return facts.Upcoming(
            one.end or one.start, (following,) if following else (), (), programme.room_by_slug[query.room]
        )
    end = max(s.end or s.start + timedelta(minutes=1) for s in sessions)
    upcoming = queries.next_start(programme, end - timedelta(minutes=1))
    running = () if upcoming else queries.at(programme, end)
    if any(s.end for s in running):
        return facts.Slot(end, running, (), present=False)  # nothing begins then, and something goes on
    return facts.Upcoming(end, upcoming, (), None, one)


def _narrowed(query: Query, sessions: tuple[Session, ...], programme: Programme, now: datetime) -> tuple[Session, ...]:
    """Leave the sessions that fit the room and time that were said as well, if any do."""
    chosen = sessions
    if query.room and any(s.room == query.room for s in chosen):
        chosen = tuple(s for s in chosen if s.room == query.room)
    if query.when and query.when.at:
        end = query.when.end or query.when.at + timedelta(minutes=1)
        inside = set(queries.within(programme, query.when.at, end))
        chosen = tuple(s for s in chosen if s in inside) or chosen
    if query.ask in {Ask.NEXT, Ask.NOW} and not query.refers:
        ahead = tuple(s for s in chosen if s.end is None or s.end > now)
        chosen = ahead or chosen
    return answer_course.nearest(chosen, now) if query.ask is Ask.RUNNING else chosen


def _label(topic: Topic, programme: Programme, book: Lexicon) -> Text:
    """Name a topic that may have been meant; somebody without a name by the role."""
    if topic.kind is TopicKind.GROUP:
        return Text(programme.group_by_slug[topic.key].name)
    if topic.kind is TopicKind.SESSION:
        return Text(programme.session_by_key[topic.key].title.nl)
    guests = (a.person for a in book.people.get(topic.key, ()) if isinstance(a.person, Speaker))
    return next((guest.role for guest in guests if guest.name is None), Text(topic.key))
