"""Text in lines of a given width: broken between words, within one that is too long, cut only with an ellipsis."""

import re
from collections.abc import Callable
from typing import Final

MORE: Final = "…"
SHORTEST: Final = 3
"""Letters of a broken word that stand on a line at least."""
_PIECES: Final = re.compile(r"[^\s/-]*[/-]+|[^\s/-]+")
_VOWELS: Final = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")

Measure = Callable[[str], float]


def wrap(text: str, measure: Measure, width: float, *, longest: int) -> tuple[str, ...]:
    """Break a text into at most ``longest`` lines no wider than ``width``; what does not fit ends in an ellipsis."""
    lines = [""]
    for space, piece in _pieces(text):
        lines[-1:] = _added(lines[-1], space, piece, measure, width)
    if len(lines) <= longest:
        return tuple(lines)
    return (*lines[: longest - 1], _shortened(lines[longest - 1], measure, width))


def longest_word(text: str, measure: Measure) -> float:
    """Give the width of the widest piece that would have to be broken."""
    return max((measure(piece) for _, piece in _pieces(text)), default=0)


def _pieces(text: str) -> list[tuple[str, str]]:
    """Give what a line can be broken before, each with the space before it; also after a stroke or hyphen."""
    found = []
    for word in text.split():
        parts = _PIECES.findall(word) or [word]
        found += [(" " if i == 0 else "", part) for i, part in enumerate(parts)]
    return found


def _added(line: str, space: str, piece: str, measure: Measure, width: float) -> list[str]:
    """Give the lines that a line becomes when a piece is written behind it."""
    start = line + space if line else ""
    if line and measure(start + piece) > width and measure(piece) <= width:
        return [line, piece]
    made = []
    while len(piece) > 1 and measure(start + piece) > width:
        fitting = [i for i in range(1, len(piece)) if measure(f"{start}{piece[:i]}-") <= width]
        joints = [i for i in fitting if _joint(piece, i)]
        if start and not joints:
            made.append(line)
        else:
            at = max(joints or fitting, default=1)
            made.append(f"{start}{piece[:at]}-")
            piece = piece[at:]
        start = ""
    return [*made, start + piece]


def _joint(word: str, at: int) -> bool:
    """Say whether a syllable may begin at ``at``: a consonant before a vowel, with enough letters on both sides."""
    if not SHORTEST <= at <= len(word) - SHORTEST:
        return False
    letters = word.casefold()
    begins = letters[at] not in _VOWELS and letters[at + 1] in _VOWELS
    return begins and letters[at].isalpha() and any(c in _VOWELS for c in letters[:at])


def _shortened(line: str, measure: Measure, room: float) -> str:
    while line and measure(line.rstrip(" -") + MORE) > room:
        line = line[:-1]
    return line.rstrip(" -") + MORE
