"""The names of one day: which words stand for which group, session, person, or words of a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from typing import Final

from bot.programme import queries
from bot.programme.model import Contact, Programme, Session, Speaker
from bot.questions import glossary
from bot.questions.query import Topic, TopicKind
from bot.questions.spelling import Speller, speller, stem
from bot.questions.text import fold, tokens, words_of
from bot.questions.vocabulary import FILLER, GROUPS, KNOWN, TITLES

NAME, FORMER, GLOSS, ROLE, TEXT = 1.0, 0.95, 0.9, 0.7, 0.35
"""How much a match counts: a name, a former name, a translation, a role or organisation, a word of a text."""
SMALL: Final = frozenset(
    ["van", "der", "den", "de", "ten", "ter", "het", "in", "aan", "op", "v", "d", "von", "la", "le"]
)
_MENTION: Final = re.compile(
    r"\b[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?(?: (?:van|der|de|den|ten|ter|Ter|Van|De))*(?: [A-Z][a-zà-ÿ]+)+"
)
_WORTH: Final = 4
_COMPOUND: Final = 6
"""Letters of a stem from which it is looked for at the beginning of longer words."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody with a part in a session (``session`` None: in the day as a whole)."""

    person: Speaker | Contact
    session: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a topic: its stems, how many of them carry meaning, and how much a match counts."""

    topic: Topic
    stems: tuple[str, ...]
    content: int
    tier: float


@dataclass(frozen=True)
class Lexicon:
    """All names of a day, indexed by stem."""

    names: tuple[Name, ...]
    index: Mapping[str, tuple[int, ...]]
    people: Mapping[str, tuple[Appearance, ...]]
    mentions: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, frozenset[str]]
    surnames: frozenset[tuple[str, ...]]
    titles: frozenset[str]
    whole: frozenset[str]
    given: frozenset[str]
    stems: Mapping[str, str] = field(repr=False)
    named: Speller = field(repr=False)
    strong: Speller = field(repr=False)
    every: Speller = field(repr=False)

    def weight(self, found: str) -> float:
        """Give how telling a stem is: less so the more names share it."""
        return 1 / (1 + 0.5 * log(max(1, len({self.names[i].topic for i in self.index.get(found, ())}))))

    def knows(self, word: str) -> bool:
        """Say whether a word, or another form of it, stands in a name or text of the day."""
        base = stem(word)
        return (base in self.index or base in self.texts) and not self.is_by_chance(word)

    def is_by_chance(self, word: str) -> bool:
        """Say whether an ordinary word only has the stem of a first name: "baas" is not Bas."""
        base = stem(word)
        return base in self.given and not word.startswith(base)


@lru_cache(maxsize=16)
def lexicon(programme: Programme) -> Lexicon:
    """Make the lexicon of a day; it is kept for as long as that version of the day is asked about."""
    people = _people(programme)
    mentions = _mentions(programme, people)
    names = tuple(
        n
        for n in (*_groups(programme), *_sessions(programme), *_people_names(people), *_mention_names(mentions))
        if n.content
    )
    index: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        for found in dict.fromkeys(name.stems):
            index.setdefault(found, []).append(position)
    told = {session.key: frozenset(_text_words(session)) for session in programme.sessions}
    texts = _texts(told)
    written = {w for name in set(_all_names(programme, people)) for w in words_of(name)}
    in_letters = {w for w in written if not w.isdigit()}
    text_words = frozenset[str]().union(*told.values())
    return Lexicon(
        names=names,
        index={key: tuple(found) for key, found in index.items()},
        people=people,
        mentions=mentions,
        texts=texts,
        titles=_titles(people),
        whole=frozenset(n.stems[0] for n in names if len(n.stems) == 1 and n.topic.kind is TopicKind.GROUP),
        surnames=frozenset(s for name in people if (s := _surname(name))),
        given=frozenset(words[0] for name in people if len(words := words_of(name)) > 1),
        stems={w: stem(w) for w in written | text_words},
        named=speller(in_letters),
        strong=speller(in_letters | {w for w in KNOWN if len(w) > 1}),
        every=speller(w for w in written | text_words if not w.isdigit()),
    )


def sessions_of(programme: Programme, book: Lexicon, topic: Topic) -> tuple[Session, ...]:
    """List the sessions that a topic stands for, in order; a group gives those it holds, else those it prepares."""
    match topic.kind:
        case TopicKind.GROUP:
            own = queries.of_group(programme, topic.key)
            found = {s.key for s in own or programme.of_group(topic.key)}
        case TopicKind.SESSION:
            found = {topic.key}
        case TopicKind.PERSON:
            found = {a.session for a in book.people.get(topic.key, ()) if a.session}
        case TopicKind.MENTION:
            found = set(book.mentions.get(topic.key, ()))
        case TopicKind.WORD:
            found = set(book.texts.get(topic.key, frozenset()))
        case TopicKind.KIND:
            found = {s.key for s in programme.sessions if s.kind == topic.key}
    return programme.in_order(found)


def _name(topic: Topic, text: str, tier: float) -> Name:
    words = words_of(text)
    content = [w for w in words if w not in FILLER and w not in SMALL and (w,) not in _GROUP_WORDS]
    stems = tuple(stem(w) for w in (words if not content else [w for w in words if w not in SMALL]))
    return Name(topic, stems, len(content), tier)


_GROUP_WORDS: Final = frozenset(key for found in GROUPS.by_first.values() for key, _ in found)


def _groups(programme: Programme) -> Iterator[Name]:
    for group in programme.groups:
        topic = Topic(TopicKind.GROUP, group.slug)
        for text in (group.name, *group.aliases, *group.abbreviations):
            yield _name(topic, text, NAME)
        for text in group.former_names:
            yield _name(topic, text, FORMER)
        if group.english:
            yield _name(topic, group.english, GLOSS)


def _sessions(programme: Programme) -> Iterator[Name]:
    for session in programme.sessions:
        topic = Topic(TopicKind.SESSION, session.key)
        yield _name(topic, session.title.nl, NAME)
        for long, short in glossary.LONG.items():
            if short in words_of(session.title.nl):
                yield _name(topic, long, NAME)
            elif long in fold(session.title.nl):
                yield _name(topic, short, NAME)
        if session.printed:
            yield _name(topic, session.printed, ROLE)
        if session.title.en:
            yield _name(topic, session.title.en, GLOSS)


def _people(programme: Programme) -> dict[str, tuple[Appearance, ...]]:
    found: dict[str, list[Appearance]] = {}
    persons: tuple[Speaker | Contact, ...]
    for session in programme.sessions:
        persons = (*session.speakers, *session.contacts)
        for number, person in enumerate(persons):
            found.setdefault(person.name or f"@{session.key}/{number}", []).append(Appearance(person, session.key))
    persons = (*programme.event.people, *programme.event.contacts)
    for number, person in enumerate(persons):
        found.setdefault(person.name or f"@/{number}", []).append(Appearance(person, None))
    return {name: tuple(appearances) for name, appearances in found.items()}


def _titles(people: Mapping[str, tuple[Appearance, ...]]) -> frozenset[str]:
    """Give the stems of words that stand in roles with a small letter: titles, not organisations."""
    roles = (a.person.role.nl for found in people.values() for a in found if isinstance(a.person, Speaker))
    return frozenset(stem(t.text) for role in roles for t in tokens(role, longest=None) if not t.capital)


def _surname(name: str) -> tuple[str, ...]:
    """Give a surname that begins with a small word ("ter Haar"), else nothing."""
    words = words_of(name)
    start = next((i for i, w in enumerate(words) if w in SMALL and i > 0), None)
    return words[start:] if start else ()


def _people_names(people: Mapping[str, tuple[Appearance, ...]]) -> Iterator[Name]:
    for key, appearances in people.items():
        topic = Topic(TopicKind.PERSON, key)
        if not key.startswith("@"):
            yield _name(topic, key, NAME)
        for person in (a.person for a in appearances if isinstance(a.person, Speaker)):
            for text in {person.role.nl, person.role.en} - {""}:
                yield _name(topic, text, ROLE)


def _mentions(programme: Programme, people: Mapping[str, tuple[Appearance, ...]]) -> dict[str, tuple[str, ...]]:
    """Find people's names in the texts who have no part themselves: two or more capitalised words together."""
    known = {words_of(name) for name in people} | {words_of(g.name) for g in programme.groups}
    parts = {w for words in known for w in words if w not in SMALL}
    speakers = [a.person for appearances in people.values() for a in appearances if isinstance(a.person, Speaker)]
    roles = {w for p in speakers for w in words_of(p.role.nl)} | SMALL
    found: dict[str, dict[str, None]] = {}
    for session in programme.sessions:
        for match in _MENTION.finditer(session.text.nl):
            words = words_of(match.group())
            if (
                words not in known
                and not set(words) <= roles
                and not set(words[-1:]) & parts
                and words[0] not in FILLER
            ):
                found.setdefault(match.group(), {})[session.key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _mention_names(mentions: Mapping[str, object]) -> Iterator[Name]:
    return (_name(Topic(TopicKind.MENTION, name), name, ROLE) for name in mentions)


def _texts(told: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, words in told.items():
        for word in words:
            found.setdefault(stem(word), set()).add(key)
    return {word: frozenset(keys | _in_longer(word, found)) for word, keys in found.items()}


def _in_longer(word: str, found: Mapping[str, set[str]]) -> set[str]:
    """Give where longer words begin with a word: klimaat in "klimaatneutrale"."""
    if len(word) < _COMPOUND or word in TITLES:
        return set()
    longer = (other for other in found if other.startswith(word))
    return set[str]().union(*(found[other] for other in longer))


def _text_words(session: Session) -> Iterator[str]:
    texts = (session.summary.nl, session.summary.en, session.text.nl, session.text.en, session.audience.nl)
    for text in texts:
        for word in words_of(text):
            if word not in KNOWN and word not in SMALL and (len(word) >= _WORTH or (len(word) > 1 and word.isalpha())):
                yield word


def _all_names(programme: Programme, people: Mapping[str, tuple[Appearance, ...]]) -> Iterable[str]:
    for group in programme.groups:
        yield from (group.name, group.english, *group.aliases, *group.abbreviations, *group.former_names)
    for session in programme.sessions:
        yield from (session.title.nl, session.title.en, session.printed)
    for room in programme.rooms:
        yield from (room.name, *room.aliases)
    for name, appearances in people.items():
        yield name
        for appearance in appearances:
            if isinstance(appearance.person, Speaker):
                yield from (appearance.person.role.nl, appearance.person.role.en)
