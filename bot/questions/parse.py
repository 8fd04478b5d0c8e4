"""From the words of a question to what is asked: consumers take their words, then the rest is weighed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.programme.model import Contact, Programme
from bot.questions import glossary, moments, rooms, topics
from bot.questions.context import in_context
from bot.questions.lexicon import Lexicon, sessions_of
from bot.questions.query import Ask, Query, Topic, TopicKind, When
from bot.questions.text import fold
from bot.questions.vocabulary import (
    EVERYTHING,
    FACTS,
    FILLER,
    GROUPS,
    KINDS,
    KNOWN,
    NAMES,
    RELATIONS,
    SIGNALS,
)

_SOCIAL: Final = frozenset({Ask.THANKS, Ask.GREETING, Ask.HELP})
_ORDER: Final = (
    Ask.UNFOLLOW,
    Ask.CALENDAR_CHECK,
    Ask.CALENDAR,
    Ask.LATE,
    Ask.MINE,
    Ask.CONTACT,
    Ask.JOIN,
    Ask.PAPERS,
    Ask.OTHER_DAYS,
    Ask.AUDIENCE,
    Ask.CHANGES,
    Ask.ABSENT,
    Ask.LEADS,
    Ask.DURATION,
    Ask.FIRST,
    Ask.LAST,
    Ask.UNTIL,
    Ask.COUNT,
    Ask.FREE,
    Ask.ABOUT,
    Ask.CERTAIN,
    Ask.HOST,
    Ask.WHO,
    Ask.PARALLEL,
    Ask.DAY,
    Ask.NEXT,
    Ask.PREVIOUS,
    Ask.NOW,
    Ask.WHERE,
    Ask.WHEN,
    Ask.FOLLOW,
)
"""What wins when several things seem to be asked; the more particular one comes first."""
_SPLIT_SIGNALS: Final = (
    (frozenset({"waar"}), frozenset({"over"}), Ask.ABOUT, False),
    (frozenset({"gaat", "gaan"}), frozenset({"door"}), Ask.CERTAIN, False),
    (frozenset({"waar", "wat"}), frozenset({"voor"}), Ask.MEANING, True),
    (frozenset({"what"}), frozenset({"mean", "means"}), Ask.MEANING, True),
    (frozenset({"who"}), frozenset({"for"}), Ask.AUDIENCE, True),
    (frozenset({"zit", "zitten"}), frozenset({"voor"}), Ask.LEADS, True),
    (frozenset({"volg", "follow"}), frozenset({"meer", "more", "anymore"}), Ask.UNFOLLOW, True),
    (frozenset({"vergaderen", "vergadert", "komen", "komt"}), frozenset({"niet"}), Ask.ABSENT, False),
)
"""Signals whose halves stand apart ("waar gaat Financiën over"); True: the second half ends the question."""


@dataclass(frozen=True)
class _Reading:
    """What the consumers took from one clause."""

    words: tuple[str, ...]
    asks: tuple[tuple[Ask, int, int], ...]
    room: rooms.Found
    time: moments.Found
    kinds: tuple[str, ...]
    only_kind: str
    fact: str
    relation: str
    found: topics.Found

    def says(self, ask: Ask) -> bool:
        return any(a is ask for a, _, _ in self.asks)


def parse(
    words: tuple[str, ...], programme: Programme, book: Lexicon, *, now: datetime, previous: Query | None
) -> Query:
    """Understand one clause of corrected words, asked at ``now``, after ``previous`` in the same chat."""
    reading = _read(words, programme, book, now)
    term = glossary.term_in(words) if _asks_meaning(reading) or _asks_members(reading) else ""
    if term:
        return Query(ask=Ask.MEANING, term=term)
    ask = _ask(reading)
    aside = _aside(reading, ask)
    if ask is Ask.DAY and any(
        isinstance(a.person, Contact) for t in reading.found.topics for a in book.people.get(t.key, ())
    ):
        ask = Ask.CONTACT  # "the address of" somebody
    query = Query(
        ask=ask,
        room=reading.room.room,
        unknown_room=reading.room.unknown,
        when=reading.time.when,
        topics=() if aside else reading.found.topics or tuple(Topic(TopicKind.KIND, k) for k in reading.kinds),
        options=reading.found.options,
        unknown=tuple(words[i] for i in reading.found.unknown),
        fact=reading.fact,
        all_of=any(w in EVERYTHING for w in words),
        only_kind=reading.only_kind,
        counts_people=reading.says(Ask.WHO),
        of_a_meeting=bool(_A_MEETING & set(words)),
        of_a_room=bool(_A_ROOM & set(words)),
    )
    return _related(in_context(query, words, previous, programme), reading, programme, book)


def _read(words: tuple[str, ...], programme: Programme, book: Lexicon, now: datetime) -> _Reading:
    room = rooms.find(words, programme)
    whole = _phrases_first(words)
    time = moments.find(words, programme, now, room.used | whole)
    taken = room.used | time.used
    kinds = [(k, i, n) for k, i, n in KINDS.found(words, taken)]
    of_kinds = frozenset(i for _, at, n in kinds if n > 1 for i in range(at, at + n))
    named = frozenset(i for _, at, n in NAMES.found(words, taken) for i in range(at, at + n))
    asks = SIGNALS.found(words, taken | of_kinds | named)
    facts = FACTS.found(words, taken)
    groups = GROUPS.found(words, taken)
    weak = frozenset(
        i for spans in (asks, kinds, facts, groups) for _, at, n in spans for i in range(at, at + n)
    ) | frozenset(i for i, w in enumerate(words) if w in KNOWN or w == fold(programme.event.city))
    hint = groups[0][0] if groups else ""
    found = topics.find(words, programme, book, skip=taken, weak=weak, hint=hint)
    relation = next((r for r in RELATIONS.found(words, taken) if _before_a_name(words, r, kinds, found)), None)
    if relation and time.when:
        kinds, relation = [k for k in kinds if k[1] != relation[1] + relation[2]], None
    if relation:
        target = relation[1] + relation[2]
        others = [k for k in kinds if k[1] != target]
        meant = {k for k, at, _ in kinds if at == target}
        apart = [t for t in found.topics if {s.kind for s in sessions_of(programme, book, t)} - meant]
        aside = bool(others or apart or room.room) or any(a in _WITHIN for a, _, _ in asks)
        if relation[0] == "during":
            kinds = [k for k in kinds if k[1] == target] or kinds
        elif len(others) < len(kinds) and aside:
            time = _placed(relation[0], [k for k, at, _ in kinds if at == target], time, programme)
            kinds, relation = others, None
    return _Reading(
        words=words,
        asks=tuple(asks) + _split_signals(words, taken),
        room=room,
        time=time,
        kinds=() if found.topics or found.options else tuple(dict.fromkeys(k for k, _, _ in kinds)),
        only_kind=hint,
        fact=facts[0][0] if facts and (not found.topics or found.by_role) and not kinds else "",
        relation=relation[0] if relation else "",
        found=found,
    )


def _phrases_first(words: Sequence[str]) -> frozenset[int]:
    """Give the words of greetings of several words, so that "goede middag" is no part of the day."""
    return frozenset(i for ask, at, n in SIGNALS.found(words) if ask in _SOCIAL and n > 1 for i in range(at, at + n))


def _split_signals(words: Sequence[str], taken: frozenset[int]) -> tuple[tuple[Ask, int, int], ...]:
    found: list[tuple[Ask, int, int]] = []
    for first, last, ask, at_end in _SPLIT_SIGNALS:
        start = next((i for i, w in enumerate(words) if w in first and i not in taken), None)
        if start is not None:
            end = next((i for i, w in enumerate(words) if i > start and w in last and i not in taken), None)
            if end is not None and (not at_end or end == len(words) - 1):
                found.append((ask, start, end - start + 1))
    return tuple(found)


def _before_a_name(
    words: Sequence[str], relation: tuple[str, int, int], kinds: Sequence[tuple[str, int, int]], found: topics.Found
) -> bool:
    """Say whether a name of an item follows, so that "na de lunch" is a time and "na afloop" is not.

    "voor" is before an item of the day, and for a group: "voor de lunch", "voor Veiligheid".
    """
    at = relation[1] + relation[2]
    if at >= len(words):
        return False
    if any(start == at for _, start, _ in kinds):
        return True
    return words[relation[1]] != "voor" and bool(found.topics) and words[at] not in FILLER


_WITHIN: Final = frozenset({Ask.WHO, Ask.LEADS, Ask.FIRST, Ask.LAST, Ask.COUNT, Ask.FREE})
"""What can be asked of the time before or after an item, rather than for the item next to it."""


def _placed(relation: str, kinds: Sequence[str], time: moments.Found, programme: Programme) -> moments.Found:
    """Read "wat doet Fysiek na de lunch" as what is asked, from the end of the item on (or up to its start)."""
    item = next((s for s in programme.sessions if s.kind in kinds), None)
    if item is None or time.when or relation == "during":
        return time
    day = programme.local(item.start).replace(hour=0, minute=0)
    if relation == "after":
        return moments.Found(When("span", item.end or item.start, day + timedelta(days=1)), time.used)
    return moments.Found(When("span", day, item.start), time.used)


def _aside(reading: _Reading, ask: Ask) -> bool:
    """Say whether what was found in names is beside the question: a city in a role, a word in a text."""
    found = reading.found.topics
    of_the_day = ask in {Ask.CERTAIN, Ask.WHEN, Ask.WHERE, Ask.FIRST, Ask.LAST, Ask.HOST} and _WHOLE & set(
        reading.words
    )
    if ask is Ask.DAY or (reading.found.by_role and of_the_day):
        return True
    placed = reading.room.used or (reading.time.when is not None and reading.time.when.kind == "at")
    words = bool(found) and all(t.kind is TopicKind.WORD for t in found)
    if reading.found.by_title and reading.found.unknown:
        return True  # "burgemeester Halsema" is somebody else than the burgemeester who is there
    return words and bool(placed) and ask not in {Ask.ABOUT, Ask.WHO, Ask.LEADS}


def _asks_meaning(reading: _Reading) -> bool:
    """Say whether a word's meaning is asked: in so many words, or by a term that names nothing in the day."""
    plain = not reading.time.when and not reading.room.used
    bare = not reading.found.topics and not reading.found.options and not reading.kinds and not reading.only_kind
    return plain and (reading.says(Ask.MEANING) or (bare and not any(a in _ORDER for a, _, _ in reading.asks)))


def _asks_members(reading: _Reading) -> bool:
    return reading.says(Ask.COUNT) and bool({"steden", "gemeenten", "leden", "cities", "members"} & set(reading.words))


def _ask(reading: _Reading) -> Ask:
    """Decide what is asked: talk, a practical matter, what is asked first, then by the order of :data:`_ORDER`."""
    if not any(w.isalnum() for w in reading.words):
        return Ask.NOTHING
    named = bool(reading.found.topics or reading.found.options or reading.kinds)
    said = {ask for ask, _, _ in reading.asks}
    fixed = bool(named or reading.room.used or reading.time.when or reading.fact)
    if not fixed and (talk := _talk(reading, said)):
        return talk
    if Ask.CLOCK in said:
        said = said - {Ask.CLOCK} | {Ask.WHEN}
    first_of_all = _BEFORE_A_FACT | ({Ask.DAY} if reading.fact == "online" else set())
    if reading.fact and not said & first_of_all and not reading.time.when:
        return Ask.FACT
    over = said & {Ask.UNTIL, Ask.DURATION} and not named and not reading.room.used
    part = reading.time.when is not None and reading.time.when.kind == "span" and Ask.UNTIL in said
    if over and (part or _WHOLE & set(reading.words)):
        return Ask.LAST
    first = _interrogative(reading)
    if first and named and not said & (_PARTICULAR | ({Ask.DURATION} if first is Ask.WHEN else set())):
        return first
    return next((ask for ask in _ORDER if ask in said and _fits(ask, reading, named=named)), Ask.WHAT)


_BEFORE_A_FACT: Final = frozenset({Ask.CONTACT, Ask.JOIN, Ask.LATE, Ask.COUNT})
_PARTICULAR: Final = frozenset({Ask.ABOUT, Ask.CONTACT, Ask.JOIN, Ask.LEADS, Ask.PAPERS, Ask.UNTIL, Ask.CALENDAR})
"""What wins from "where" and "when" although those are said first: "waar gaat … over", "hoe laat is … klaar"."""
_A_ROOM: Final = frozenset({"zaal", "room", "hall", "heen", "naartoe", "ruimte", "go"})
"""Words that ask for a room rather than for the town."""
_A_MEETING: Final = frozenset({"sessie", "bijeenkomst", "vergadering", "groep", "session", "meeting", "group"})
"""Words for one meeting that does not say which."""
_WHOLE: Final = frozenset({"dag", "day", "netwerkdag", "programma", "programme", "alles", "everything"})


def _talk(reading: _Reading, said: set[Ask]) -> Ask | None:
    """Read thanks, greetings, a call for help and a look at the clock, with at most two words that say nothing."""
    if said and said <= {Ask.CLOCK, Ask.NOW} and Ask.CLOCK in said and not reading.found.unknown:
        return Ask.CLOCK
    few = 3
    if said - _SOCIAL - {Ask.NOW} or len(reading.found.unknown) >= few:
        return None
    return next((ask for ask in (Ask.THANKS, Ask.HELP, Ask.GREETING) if ask in said), None)


def _interrogative(reading: _Reading) -> Ask | None:
    """Give where or when if the question asks that before it says anything else."""
    first = min(reading.asks, key=lambda found: found[1], default=None)
    ask = Ask.WHEN if first and first[0] is Ask.CLOCK else first[0] if first else None
    return ask if ask in {Ask.WHERE, Ask.WHEN} else None


def _fits(ask: Ask, reading: _Reading, *, named: bool) -> bool:
    """Say whether a signal can mean what it says here: "eerste" of a named session asks for no first item."""
    if ask is Ask.FIRST and reading.says(Ask.NEXT):
        return False
    if ask in {Ask.FIRST, Ask.LAST, Ask.HOST, Ask.OTHER_DAYS}:
        return not named
    if ask is Ask.DAY:
        return not named or (reading.found.by_role and not reading.kinds)
    if ask is Ask.DURATION:
        return not (named and reading.says(Ask.UNTIL))  # "tot hoe laat duurt"
    if ask is Ask.FREE:
        lists = {"sessies", "sessions", "bijeenkomsten", "meetings"} & set(reading.words)
        return (not named or "networking" in reading.kinds) and not lists
    if ask in {Ask.JOIN, Ask.CONTACT} and reading.time.when and not named:
        return False
    if ask in {Ask.NEXT, Ask.NOW} and reading.time.when and reading.time.when.kind == "at":
        return False
    if ask is Ask.NOW and {"vandaag", "today"} & set(reading.words):
        return False
    return ask is not Ask.WHO or not reading.says(Ask.PARALLEL) or bool(_SPEAKS & set(reading.words))


_SPEAKS: Final = frozenset({"spreker", "sprekers", "spreekt", "speaker", "speakers", "speaks", "gast", "gasten"})


def _related(query: Query, reading: _Reading, programme: Programme, book: Lexicon) -> Query:
    """Turn "na de lunch" and "voor de plenaire start" into what comes after or before that item."""
    if reading.relation not in {"after", "before"} or not query.topics or query.when:
        return query
    if query.ask in {Ask.CONTACT, Ask.JOIN, Ask.ABOUT, Ask.LEADS, Ask.PAPERS, Ask.AUDIENCE}:
        return query
    sessions = [s for topic in query.topics for s in sessions_of(programme, book, topic)]
    if not sessions:
        return query
    room = query.room or (sessions[0].room if _SAME & set(reading.words) else None)
    return replace(query, ask=Ask.NEXT if reading.relation == "after" else Ask.PREVIOUS, room=room, refers=True)


_SAME: Final = frozenset({"dezelfde", "zelfde", "same", "daar", "there"})
