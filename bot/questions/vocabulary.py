"""All tables of words together, compiled for looking up phrases from a word on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bot.questions.clock_times import CLOCK_WORDS
from bot.questions.query import Ask
from bot.questions.text import words_of
from bot.questions.words_dutch import DUTCH
from bot.questions.words_english import ENGLISH

TABLES: Final = (DUTCH, ENGLISH)

M = TypeVar("M")


@dataclass(frozen=True)
class Phrases(Generic[M]):
    """Phrases with their meanings, by first word; the longest come first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], M], ...]]

    def at(self, words: Sequence[str], index: int) -> tuple[M, int] | None:
        """Give the meaning of the longest phrase that starts at ``index``, and its length in words."""
        for phrase, meaning in self.by_first.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return meaning, len(phrase)
        return None

    def found(self, words: Sequence[str], skip: frozenset[int] = frozenset()) -> list[tuple[M, int, int]]:
        """List the phrases in the words from left to right, none overlapping: meaning, first word, length."""
        result: list[tuple[M, int, int]] = []
        index = 0
        while index < len(words):
            match = None if index in skip else self.at(words, index)
            if match and not skip & set(range(index, index + match[1])):
                result.append((match[0], index, match[1]))
                index += match[1]
            else:
                index += 1
        return result

    @property
    def words(self) -> frozenset[str]:
        """Every word of every phrase."""
        return frozenset(w for phrases in self.by_first.values() for phrase, _ in phrases for w in phrase)


def phrases(pairs: Iterable[tuple[str, M]]) -> Phrases[M]:
    """Compile pairs of phrase and meaning; of equal phrases the first counts."""
    seen: dict[tuple[str, ...], M] = {}
    for text, meaning in pairs:
        key = words_of(text)
        if key:
            seen.setdefault(key, meaning)
    by_first: dict[str, list[tuple[tuple[str, ...], M]]] = {}
    for key, meaning in sorted(seen.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(key[0], []).append((key, meaning))
    return Phrases({first: tuple(found) for first, found in by_first.items()})


def _listed(cell: str) -> Iterable[str]:
    return (part.strip() for part in cell.split(","))


def _union(cells: Iterable[str]) -> frozenset[str]:
    return frozenset(word for cell in cells for word in cell.split())


SIGNALS: Final[Phrases[Ask]] = phrases(
    (phrase, ask) for table in TABLES for ask, cell in table.signals.items() for phrase in _listed(cell)
)
KINDS: Final[Phrases[str]] = phrases(
    (phrase, kind) for table in TABLES for kind, cell in table.kinds.items() for phrase in _listed(cell)
)
GROUPS: Final[Phrases[str]] = phrases(
    (phrase, kind) for table in TABLES for kind, cell in table.groups.items() for phrase in _listed(cell)
)
FACTS: Final[Phrases[str]] = phrases(
    (phrase, fact) for table in TABLES for fact, cell in table.facts.items() for phrase in _listed(cell)
)
PARTS: Final[Phrases[tuple[int, int]]] = phrases(
    (phrase, part) for table in TABLES for part, cell in table.parts.items() for phrase in _listed(cell)
)
DAYS: Final[Phrases[int]] = phrases(
    (phrase, shift) for table in TABLES for shift, cell in table.days.items() for phrase in _listed(cell)
)
RELATIONS: Final[Phrases[str]] = phrases(
    (phrase, name)
    for table in TABLES
    for name, cell in (("during", table.during), ("after", table.after), ("before", table.before))
    for phrase in _listed(cell)
)
NAMES: Final[Phrases[str]] = phrases((phrase, phrase) for table in TABLES for phrase in _listed(table.names))
ROOMS: Final = _union(table.rooms for table in TABLES)
FILLER: Final = _union(table.filler for table in TABLES)
PRONOUNS: Final = _union(table.pronouns for table in TABLES)
LEADS_ON: Final = _union(table.leads_on for table in TABLES)
EVERYTHING: Final = _union(table.everything for table in TABLES)
IGNORED: Final = _union(table.ignored for table in TABLES)
TITLES: Final = _union(table.titles for table in TABLES)
SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    short: tuple(full.split()) for table in TABLES for short, full in table.short.items()
}
WEEKDAYS: Final[Mapping[str, int]] = {
    word: index for table in TABLES for index, word in enumerate(table.weekdays.split())
}
MONTHS: Final[Mapping[str, int]] = {
    word: index + 1 for table in TABLES for index, word in enumerate(table.months.split())
}
KNOWN: Final[frozenset[str]] = (
    SIGNALS.words | KINDS.words | GROUPS.words | FACTS.words | PARTS.words | DAYS.words | RELATIONS.words
    | CLOCK_WORDS | ROOMS | FILLER | PRONOUNS | EVERYTHING | IGNORED | frozenset(WEEKDAYS) | frozenset(MONTHS)
)  # fmt: skip
"""Every word of the tables: such a word is never a misspelling of a name."""
