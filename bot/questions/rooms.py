"""The room in a question: by name, by number, or one that this day does not have."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from bot.programme.model import Programme
from bot.questions.numbers import ORDINALS, number
from bot.questions.text import fold, words_of
from bot.questions.vocabulary import KINDS, KNOWN, ROOMS

_CLOCK: Final = frozenset({".", ":", "u", "h", "uur", "oclock", "am", "pm", "over", "voor", "past", "minuten", "to"})
_NUMBERED: Final = ROOMS - {"kamer", "lokaal"} | {"z", "zal", "zall", "zaa", "saal", "rom", "hal"}
ENDINGS: Final = ("zaal", "kamer", "salon", "foyer", "lokaal", "room", "hall")
_MISSPELT: Final = 3
"""Mistakes in a room's name that still mean that room."""
_MOST: Final = 60
"""A higher number after "zaal" is a time ("zaal 1140")."""


@dataclass(frozen=True, slots=True)
class Found:
    """A room's slug, or the name of a room that is not there, and the indexes of the words that said it."""

    room: str | None = None
    unknown: str = ""
    used: frozenset[int] = frozenset()


def find(words: Sequence[str], programme: Programme) -> Found:
    """Find the room that the words name."""
    found = _by_name(words, programme) or _by_number(words, programme) or _plenary(words, programme)
    return found or _by_ending(words, programme) or Found()


@lru_cache(maxsize=16)
def _names(programme: Programme) -> tuple[tuple[tuple[str, ...], str], ...]:
    """List the names of the rooms as folded words, with the slugs; a name that is also a kind of item is none."""
    named = ((words_of(name), room.slug) for room in programme.rooms for name in (room.name, *room.aliases))
    return tuple((parts, slug) for parts, slug in named if parts and (len(parts) > 1 or parts[0] not in KINDS.by_first))


def _by_name(words: Sequence[str], programme: Programme) -> Found | None:
    best: Found | None = None
    for parts, slug in _names(programme):
        if parts[0] not in words:
            continue
        for index in range(len(words) - len(parts) + 1):
            after = words[index + len(parts)] if index + len(parts) < len(words) else ""
            hit = tuple(words[index : index + len(parts)]) == parts and not (
                parts[-1].isdigit() and after in {".", ":"}
            )
            if hit and (best is None or len(parts) > len(best.used)):
                best = Found(slug, used=frozenset(range(index, index + len(parts))))
    return best


def _by_number(words: Sequence[str], programme: Programme) -> Found | None:
    """Read "zaal 3", "room three", "derde zaal", "zaal nummer 3", "z3"."""
    for index, word in enumerate(words):
        if word not in _NUMBERED:
            continue
        before = ORDINALS.get(words[index - 1]) if index else None
        if index > 1 and words[index - 1] == "e" and words[index - 2].isdigit():
            return _numbered(int(words[index - 2]), programme, {index - 2, index - 1, index})
        if before:
            return _numbered(before, programme, {index - 1, index})
        after = index + 2 if words[index + 1 : index + 2] in (["nummer"], ["nr"], ["number"], ["no"]) else index + 1
        value = number(words[after]) if after < len(words) else None
        follower = words[after + 1] if after + 1 < len(words) else ""
        if value is not None and 0 < value <= _MOST and follower not in _CLOCK:
            return _numbered(value, programme, set(range(index, after + 1)))
    return None


def _plenary(words: Sequence[str], programme: Programme) -> Found | None:
    """Read "de plenaire zaal"."""
    plenary = next((r for r in programme.rooms if r.plenary), None)
    for index in range(len(words) - 1):
        if plenary and words[index] in {"plenaire", "plenary"} and words[index + 1] in _NUMBERED:
            return Found(plenary.slug, used=frozenset({index, index + 1}))
    return None


def _numbered(value: int, programme: Programme, used: set[int]) -> Found:
    room = next((r for r in programme.rooms if r.number == value), None)
    return Found(room.slug if room else None, "" if room else f"zaal {value}", frozenset(used))


def _by_ending(words: Sequence[str], programme: Programme) -> Found | None:
    for index, word in enumerate(words):
        if (
            word in _NUMBERED
            and words[index + 1 : index + 2]
            and len(words[index + 1]) == 1
            and words[index + 1].isalpha()
        ):
            number_too = index + 2 < len(words) and words[index + 2].isdigit()
            name = " ".join((word, words[index + 1] + (words[index + 2] if number_too else "")))
            if words[index + 1] not in KNOWN:
                return Found(None, name, frozenset(range(index, index + 2 + number_too)))
        if word.endswith(ENDINGS) and word not in KNOWN and len(word) > len("zaal") + 1:
            room = next((r for r in programme.rooms if OSA.distance(word, fold(r.name)) <= _MISSPELT), None)
            return Found(room.slug if room else None, "" if room else word, frozenset({index}))
    return None
