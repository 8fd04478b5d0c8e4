"""Which sessions a sentence speaks of: by name, or by a stretch of the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice, product
from typing import Final

from bot.changing.sentences.sentence_words import SAID
from bot.programme import queries
from bot.programme.model import Programme, Session
from bot.questions import clock_times, moments, topics
from bot.questions.clock_times import ClockTime
from bot.questions.lexicon import SMALL, Lexicon, sessions_of
from bot.questions.query import Topic, TopicKind
from bot.questions.spelling import stem
from bot.questions.text import fold, words_of
from bot.questions.vocabulary import GROUPS, KINDS, KNOWN

MOST: Final = 6
"""Alternatives that are offered."""
_HOURS: Final = (8 * 60, 18 * 60)


@dataclass(frozen=True, slots=True)
class Named:
    """The sessions that words name: one tuple for each way to understand them, and the words that name nothing.

    ``missing`` is the name of a group that does not meet; ``asks``: words remain that belong to a question.
    ``people`` are names of people among the words; ``by_person``: nothing but those points at the sessions.
    """

    ways: tuple[tuple[Session, ...], ...] = ()
    unknown: tuple[int, ...] = ()
    missing: str = ""
    asks: bool = False
    people: tuple[str, ...] = ()
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """The day as somebody speaks of it: the programme, its names, the moment, and the session under discussion.

    ``without`` are the keys of sessions that a change of many leaves out; ``moved`` says when those begin that the
    clauses before this one moved.
    """

    programme: Programme
    book: Lexicon
    now: datetime
    about: Session | None = None
    without: frozenset[str] = frozenset()
    moved: Mapping[str, datetime] = field(default_factory=dict)

    def local(self, session: Session) -> date:
        """Give the local day of a session."""
        return self.programme.local(session.start).date()

    def present(self) -> date:
        """Give the day that is meant when none is named."""
        return moments.present_day(self.programme, self.now)

    def settled(self, time: ClockTime, day: date, not_before: int | None = None) -> int:
        """Choose which reading of a time is meant on a day, in minutes after midnight; see ``clock_times.settle``."""
        bounds = queries.day_bounds(self.programme, day)
        first, last = (queries.minutes_of(self.programme, m) for m in bounds) if bounds else _HOURS
        local = self.programme.local(self.now)
        asked = queries.minutes_of(self.programme, self.now) if local.date() == day else None
        first = max(first, not_before or 0)
        return clock_times.settle(time, first, max(first, last), asked)

    def moment(self, time: ClockTime, day: date, not_before: int | None = None) -> datetime:
        """Give the moment of a time on a day, in UTC."""
        return queries.moment_on(self.programme, day, self.settled(time, day, not_before))

    def on_at(self, room: str, moment: datetime) -> tuple[Session, ...]:
        """List what is on in a room at a moment."""
        return queries.room_at(self.programme, self.programme.room_by_slug[room], moment).now

    def next_in(self, room: str) -> tuple[Session, ...]:
        """Give what comes next in a room, on whichever day that is."""
        ahead = (s for s in self.programme.in_room(room) if s.goes_ahead and s.start > self.now)
        return tuple(islice(ahead, 1))

    def to_come(self, sessions: Iterable[Session]) -> tuple[Session, ...]:
        """Leave out what is over."""
        return tuple(s for s in sessions if (s.end or s.start) > self.now or (s.end is None and s.start >= self.now))


def named(words: Sequence[str], day: Day, *, skip: frozenset[int]) -> Named:
    """Find the sessions that the words name, leaving alone those in ``skip``."""
    programme, book = day.programme, day.book
    groups = GROUPS.found(words, skip)
    kinds = KINDS.found(words, skip)
    weak = frozenset(i for found in (groups, kinds) for _, at, n in found for i in range(at, at + n)) | frozenset(
        i for i, w in enumerate(words) if w in KNOWN or w in SAID or w == fold(programme.event.city)
    )
    hint = groups[0][0] if groups else ""
    found = topics.find(words, programme, book, skip=skip, weak=weak, hint=hint)
    hits = tuple(t for t in found.topics if t.kind not in {TopicKind.WORD, TopicKind.MENTION})
    options = tuple(t for t in found.options if t.kind not in {TopicKind.WORD, TopicKind.MENTION})
    people = tuple(t.key for t in hits if t.kind is TopicKind.PERSON)
    if not hits and not options:
        hits = tuple(Topic(TopicKind.KIND, k) for k in dict.fromkeys(k for k, _, _ in kinds))
    else:
        hits += tuple(Topic(TopicKind.KIND, k) for k, at, _ in kinds if _listed(words, at) and not _is_of(k, hits, day))
    of_sessions = tuple(t for t in hits if t.kind is not TopicKind.PERSON) or hits
    explained = _explained((*hits, *options), day) | {
        w for k, at, n in kinds for w in words[at : at + n] if _is_of(k, (*hits, *options), day)
    }
    left = [i for i, w in enumerate(words) if i not in skip and _says_more(w, explained, book)]
    ways, missing = _ways(of_sessions, options, day)
    return Named(
        ways=ways,
        unknown=tuple(i for i in left if words[i] not in KNOWN),
        missing=missing,
        asks=any(words[i] in KNOWN for i in left),
        people=people,
        by_person=bool(people) and len(people) == len(hits),
    )


def _listed(words: Sequence[str], at: int) -> bool:
    """Say whether a word stands in a list: «Europa en de borrel»."""
    before = [w for w in words[:at] if w not in {"de", "het", "the"}]
    return bool(before) and before[-1] in {"en", "and", ","}


def _is_of(kind: str, found: Sequence[Topic], day: Day) -> bool:
    """Say whether one of these is of that kind: "gesprek" says no more beside the name of who is talked with."""
    return any(s.kind == kind for t in found for s in sessions_of(day.programme, day.book, t))


def _says_more(word: str, explained: set[str], book: Lexicon) -> bool:
    plain = word in SAID or word in SMALL or (word,) in _GROUP_WORDS or not word.isalnum()
    if plain or word in explained or stem(word) in explained:
        return False
    return not any(stem(longer) in explained for longer in book.strong.extensions(word))


_GROUP_WORDS: Final = frozenset(key for found in GROUPS.by_first.values() for key, _ in found)


def _explained(found: Sequence[Topic], day: Day) -> set[str]:
    """Give the stems of all names of what was found: a session may be named by its title and its group together."""
    named_too = set(found)
    for topic in found:
        for session in sessions_of(day.programme, day.book, topic):
            named_too.add(Topic(TopicKind.SESSION, session.key))
            if topic.kind is not TopicKind.KIND:
                named_too |= {Topic(TopicKind.GROUP, g.group) for g in session.groups}
    stems = {s for name in day.book.names if name.topic in named_too for s in name.stems}
    for topic in found:
        group = day.programme.group_by_slug.get(topic.key) if topic.kind is TopicKind.GROUP else None
        pijler = day.programme.group_by_slug.get(group.pijler or "") if group else None
        stems |= {stem(w) for w in words_of(pijler.name)} if pijler else set()
    return stems


def _ways(found: Sequence[Topic], options: Sequence[Topic], day: Day) -> tuple[tuple[tuple[Session, ...], ...], str]:
    """Give the sessions meant, once for each way to understand the names; and the name of a group without any."""
    each: list[tuple[Session, ...]] = []
    for topic in found:
        sessions = _sessions(topic, day)
        if sessions:
            each.append(sessions)
        elif not (topic.kind is TopicKind.GROUP and len(found) > 1 and _joins(topic, found, day)):
            return (), _called(topic, day)
    if options:
        each.append(_first_to_come(tuple({s.key: s for t in options for s in _sessions(t, day)}.values()), day))
        if not each[-1]:
            return (), _called(options[0], day)
    ways = tuple(dict.fromkeys(_distinct(way) for way in product(*each))) if each else ()
    of_one_day = tuple(way for way in ways if len({day.local(s) for s in way}) == 1)
    return (of_one_day or ways)[:MOST], ""


def _distinct(sessions: Iterable[Session]) -> tuple[Session, ...]:
    return tuple({s.key: s for s in sessions}.values())


def _sessions(topic: Topic, day: Day) -> tuple[Session, ...]:
    """List which sessions may be meant: those still to come if there are any, of a group those it holds itself."""
    if topic.kind is TopicKind.GROUP:
        found = queries.of_group(day.programme, topic.key)
    else:
        found = sessions_of(day.programme, day.book, topic)
    return day.to_come(found) or found


def _first_to_come(sessions: tuple[Session, ...], day: Day) -> tuple[Session, ...]:
    coming = day.to_come(sessions)
    return coming + tuple(s for s in sessions if s not in coming)


def _joins(topic: Topic, found: Sequence[Topic], day: Day) -> bool:
    """Say whether a group that does not meet itself has a part in something else that is named."""
    keys = {s.key for t in found if t != topic for s in _sessions(t, day)}
    return any(s.key in keys for s in day.programme.of_group(topic.key))


def _called(topic: Topic, day: Day) -> str:
    group = day.programme.group_by_slug.get(topic.key)
    return group.name if group and topic.kind is TopicKind.GROUP else topic.key
