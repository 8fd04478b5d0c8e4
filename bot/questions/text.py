"""A sentence as tokens: folded words and numbers that remember where they stood."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "–": "-", "—": "-", "“": '"', "”": '"'})
_TOKEN: Final = re.compile(r"[a-z]+|\d+|[.:]|[?!;,\n]")
_WORD: Final = re.compile(r"[a-z]+|\d+")
_PREFIX: Final = re.compile(
    r"\b(oud|vice|ex|voormalig|former|plaatsvervangend|oude(?= (?:burgemeester|wethouder|minister|voorzitter)))"
    r"[- ](?=[a-z])"
)
LONGEST: Final = 600
"""Characters of a message that are read; a question that is longer is not a question."""


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word or number; ``raw`` is how it was typed, ``capital`` whether it began with one."""

    text: str
    raw: str = ""
    capital: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the token is written in digits."""
        return self.text.isdigit()

    @property
    def is_mark(self) -> bool:
        """Whether the token is punctuation."""
        return not self.text.isalnum()


def fold(text: str) -> str:
    """Give text in small letters without diacritics, with plain quotes and hyphens."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def tokens(text: str, *, longest: int | None = LONGEST) -> tuple[Token, ...]:
    """Split a sentence into words, numbers and marks.

    "zaal3" gives two tokens and "11u40" three; "what's" gives "whats"; "&" and "+" read as "en";
    "oud-burgemeester" stays one word, as it says that somebody is not the burgemeester.
    A point or colon is kept only between digits.
    """
    typed = unicodedata.normalize("NFC", text[:longest]).translate(_QUOTES)
    folded, where = _folded_with_positions(typed)
    found: list[Token] = []
    for match in _TOKEN.finditer(folded):
        word = match.group()
        start, end = match.span()
        if word in ".:" and not (folded[start - 1 : start].isdigit() and folded[end : end + 1].isdigit()):
            continue
        raw = typed[where[start] : where[end - 1] + 1]
        found.append(Token(word, raw, raw[:1].isupper()))
    return tuple(found)


def _folded_with_positions(typed: str) -> tuple[str, list[int]]:
    """Fold character by character, keeping for each folded character the index of the typed one."""
    characters: list[str] = []
    where: list[int] = []
    for index, char in enumerate(typed):
        piece = " en " if char in "&+" else char.lower() if char.isascii() else fold(char)
        if _within_word(typed, index):
            continue
        characters.append(piece)
        where.extend([index] * len(piece))
    folded = "".join(characters)
    # The prefixes that turn a role into another one are glued on; a blank keeps the positions right.
    glued = _PREFIX.sub(_glue, folded)
    kept = [(c, w) for c, w in zip(glued, where, strict=True) if c != "\x00"]
    return "".join(c for c, _ in kept), [w for _, w in kept]


def _within_word(typed: str, index: int) -> bool:
    """Say whether an apostrophe stands here that is left out: "what's" is one word."""
    return typed[index] == "'" and typed[index - 1 : index].isalpha() and typed[index + 1 : index + 2].isalpha()


def _glue(match: re.Match[str]) -> str:
    """Glue a prefix to its word; "oude burgemeester" is said for "oud-burgemeester"."""
    return "oud\x00\x00" if match.group(1) == "oude" else match.group(1) + "\x00"


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words and numbers of a text of any length, marks left out; the same words as the tokens have."""
    typed = unicodedata.normalize("NFC", text).translate(_QUOTES)
    if "'" in typed:
        typed = "".join(c for i, c in enumerate(typed) if not _within_word(typed, i))
    folded = fold(typed.replace("&", " en ").replace("+", " en "))
    return tuple(_WORD.findall(_PREFIX.sub(_glue, folded).replace("\x00", "")))
