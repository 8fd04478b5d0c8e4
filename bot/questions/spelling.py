"""Typing mistakes: the word of a vocabulary that somebody meant."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST: Final = 4
"""Letters below which a word is taken as typed: "ab" and "db" are both right."""
_PREFIX: Final = 5
_LITTLE: Final = frozenset({"u", "is", "in", "de", "om", "er", "op", "at", "nu", "ik", "we"})
"""Words of one or two letters that people do type onto others."""
_SUFFIXES: Final = ("en", "e", "n", "s")


def stem(word: str) -> str:
    """Give what inflected forms of a word share: sociaal and sociale, warmtenet and warmtenetten.

    A crude rule that is only used to compare words with each other.
    """
    base = word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            base = word.removesuffix(suffix)
            break
    return "".join(c for i, c in enumerate(base) if not _second_of_two(base, i) or c.isdigit())


def _second_of_two(word: str, index: int) -> bool:
    return index > 0 and word[index] == word[index - 1] and (index == 1 or word[index] != word[index - 2])


def tolerance(word: str) -> int:
    """Say how many mistakes (a letter too many, too few, other, or two swapped) a word of this length may hold."""
    length = len(word)
    if length < _SHORTEST:
        return 0
    if length < 8:  # noqa: PLR2004 - measured on typed questions
        return 1
    return 2 if length < 13 else 3  # noqa: PLR2004 - the same


@dataclass(frozen=True)
class Speller:
    """A vocabulary to correct words against."""

    words: frozenset[str]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for word in sorted(self.words):
            if len(word) >= _SHORTEST - 1:
                found.setdefault(len(word), []).append(word)
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    def nearest(self, word: str) -> str | None:
        """Give the word that is most like a misspelt one, None when none is near."""
        allowed = tolerance(word)
        if not allowed:
            return None
        near: list[tuple[float, bool, str]] = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            choices = self._by_length.get(length)
            if choices:
                hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=3)
                near += [(distance, choice[0] != word[0], choice) for choice, distance, _ in hits]
        if not near:
            return None
        _, other_letter, best = min(near)
        # A short word that begins otherwise is another word ("trein" is no "terrein", "hond" no "rond").
        return None if other_letter and len(word) < 7 else best  # noqa: PLR2004 - as in tolerance

    def extensions(self, word: str) -> tuple[str, ...]:
        """List the words that begin with ``word``: mobiliteit for mobiliteitsvernieuwing."""
        if len(word) < _PREFIX:
            return ()
        start = bisect_left(self._sorted, word)
        found: list[str] = []
        for candidate in self._sorted[start : start + 40]:
            if not candidate.startswith(word):
                break
            found.append(candidate)
        return tuple(found)

    def split(self, word: str) -> tuple[str, ...] | None:
        """Split words typed without spaces ("waariswoningmarkt") into words of the vocabulary, the fewest that fit."""
        if len(word) < 2 * _SHORTEST or len(word) > 60:  # noqa: PLR2004 - longer is no run of words
            return None
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 30), end):
                head, piece = best[start], word[start:end]
                if head is None or piece not in self.words or (len(piece) < 3 and piece not in _LITTLE):  # noqa: PLR2004
                    continue
                option, known = (*head, piece), best[end]
                if known is None or len(option) < len(known):
                    best[end] = option
        found = best[-1]
        return found if found and len(found) > 1 else None


def speller(words: Iterable[str]) -> Speller:
    """Make a speller of these words."""
    return Speller(frozenset(words))
