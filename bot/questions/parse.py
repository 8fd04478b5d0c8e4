"""From the words of a question to what is asked: consumers take their words, then the rest is weighed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Final

from bot.programme.model import Contact, Programme
from bot.questions import glossary, moments
from bot.questions.asked import WHOLE, asked, asks_about, asks_meaning, asks_members
from bot.questions.context import in_context
from bot.questions.lexicon import Lexicon, sessions_of
from bot.questions.query import Ask, Query, Topic, TopicKind
from bot.questions.reading import Reading, read
from bot.questions.vocabulary import (
    EVERYTHING,
    KNOWN,
    TITLES,
)


def parse(
    words: tuple[str, ...], programme: Programme, book: Lexicon, *, now: datetime, previous: Query | None
) -> Query:
    """Understand one clause of corrected words, asked at ``now``, after ``previous`` in the same chat."""
    reading = read(words, programme, book, now, last_spoken_of(previous, programme))
    term = glossary.term_in(words) if asks_meaning(reading) or asks_members(reading) else ""
    if term:
        return Query(ask=Ask.MEANING, term=term)
    ask = asked(reading)
    aside = _aside(reading, ask)
    if ask is Ask.WHAT and asks_about(reading, programme):
        ask = Ask.ABOUT
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
        term="ibabs" if ask is Ask.PAPERS and "ibabs" in words else "",
        all_of=any(w in EVERYTHING for w in words),
        only_kind=reading.only_kind,
        counts_people=reading.says(Ask.WHO),
        of_a_meeting=bool(_A_MEETING & set(words)),
        titled=_only_titled(reading),
        of_a_room=bool(_A_ROOM & set(words)),
        past=reading.time.when is not None and reading.time.when.kind == "span" and bool(_PAST & set(words)),
    )
    return _of_the_rest(_related(in_context(query, words, previous, programme), reading, programme, book), programme)


def _of_the_rest(query: Query, programme: Programme) -> Query:
    """Read what is left of the day: of a name or room as what comes next, from a time on as a span."""
    if query.ask is not Ask.REST:
        return query
    if query.topics or query.room:
        return replace(query, ask=Ask.NEXT)
    if query.when and query.when.kind == "at" and query.when.at:
        return replace(query, ask=Ask.WHAT, when=moments.until_the_end(query.when.at, programme))
    return query


def last_spoken_of(previous: Query | None, programme: Programme) -> datetime | None:
    """Give the time that the last question was about, or one before it, from which "een uur later" counts."""
    if previous is None:
        return None
    if previous.when and previous.when.at:
        return previous.when.at
    first = programme.session_by_key.get(previous.sessions[0]) if previous.sessions else None
    return first.start if first else previous.since


def _aside(reading: Reading, ask: Ask) -> bool:
    """Say whether what was found in names is beside the question: a city in a role, a word in a text."""
    found = reading.found.topics
    of_the_day = ask in {Ask.CERTAIN, Ask.WHEN, Ask.WHERE, Ask.FIRST, Ask.LAST, Ask.HOST} and WHOLE & set(reading.words)
    if ask is Ask.DAY or (reading.found.by_role and of_the_day):
        return True
    somebody = reading.says(Ask.WHO) or any(w in TITLES for w in reading.words)
    if reading.found.by_role and reading.says(Ask.WHERE) and not somebody and _names_a_town(reading.words):
        return True
    placed = reading.room.used or (reading.time.when is not None and reading.time.when.kind == "at")
    words = bool(found) and all(t.kind is TopicKind.WORD for t in found)
    if reading.found.by_title and reading.found.unknown:
        return True  # "burgemeester Halsema" is somebody else than the burgemeester who is there
    return words and bool(placed) and ask not in {Ask.ABOUT, Ask.WHO, Ask.LEADS}


def _only_titled(reading: Reading) -> bool:
    """Say whether people are asked for by what they are, and nobody of the day is that: a text says the word only."""
    texts = bool(reading.found.topics) and all(t.kind is TopicKind.WORD for t in reading.found.topics)
    return texts and any(w in TITLES for w in reading.words)


def _names_a_town(words: Sequence[str]) -> bool:
    """Say whether a word after "in" can be a town: "waar is het in Hengelo" asks for no wethouder from there."""
    return any(before in {"in", "te"} and word not in KNOWN and word.isalpha() for before, word in pairwise(words))


_A_ROOM: Final = frozenset({"zaal", "room", "hall", "heen", "naartoe", "ruimte", "go"})
"""Words that ask for a room rather than for the town."""

_A_MEETING: Final = frozenset({"sessie", "bijeenkomst", "vergadering", "groep", "session", "meeting", "group"})
"""Words for one meeting that does not say which."""

_PAST: Final = frozenset({"was", "waren", "geweest", "were", "did"})


def _related(query: Query, reading: Reading, programme: Programme, book: Lexicon) -> Query:
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
