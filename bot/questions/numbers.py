"""Numbers as words, in Dutch and English, as speech-to-text writes them."""

from collections.abc import Mapping
from typing import Final

_DUTCH_UNITS: Final = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_DUTCH_TEENS: Final = (
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_DUTCH_TENS: Final = {20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig"}
_ENGLISH_UNITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS: Final = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}
_ORDINALS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
}  # fmt: skip


def _build() -> dict[str, int]:
    found: dict[str, int] = {}
    for units, teens, tens in (
        (_DUTCH_UNITS, _DUTCH_TEENS, _DUTCH_TENS),
        (_ENGLISH_UNITS, _ENGLISH_TEENS, _ENGLISH_TENS),
    ):
        found |= {word: value for value, word in enumerate(units)}
        found |= {word: value + 10 for value, word in enumerate(teens)}
        found |= {word: value for value, word in tens.items()}
    for value, ten in _DUTCH_TENS.items():
        for unit in range(1, 10):
            joint = "en"  # "tweeëntwintig" folds to "tweeentwintig"
            found[f"{_DUTCH_UNITS[unit]}{joint}{ten}"] = value + unit
    for value, ten in _ENGLISH_TENS.items():
        for unit in range(1, 10):
            found[f"{ten}{_ENGLISH_UNITS[unit]}"] = value + unit
    # "tegen drieën", "bij achten": an hour with its old ending.
    found |= {f"{word}en": value for value, word in enumerate(_DUTCH_UNITS) if value > 1}
    found |= {"zessen": 6, "zevenen": 7, "achten": 8, "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12}
    return found


CARDINALS: Final[Mapping[str, int]] = _build()
"""Every number word from 0 to 59, folded."""
ORDINALS: Final[Mapping[str, int]] = _ORDINALS
TENS: Final[Mapping[str, int]] = {word: value for value, word in _ENGLISH_TENS.items()}
"""English tens, which stand apart from their unit: "eleven forty five"."""


def number(word: str) -> int | None:
    """Give the value of a number in digits or words, else None."""
    if word.isdecimal():
        return int(word) if len(word) <= 4 else None  # noqa: PLR2004 - longer is no time, room or count
    return CARDINALS.get(word)


def in_dutch(value: int) -> str:
    """Write a number from 0 to 59 in Dutch, folded."""
    if value < len(_DUTCH_UNITS):
        return _DUTCH_UNITS[value]
    if value < 20:  # noqa: PLR2004 - the teens end there
        return _DUTCH_TEENS[value - 10]
    ten, unit = value // 10 * 10, value % 10
    return f"{_DUTCH_UNITS[unit]}en{_DUTCH_TENS[ten]}" if unit else _DUTCH_TENS[ten]


def in_english(value: int) -> str:
    """Write a number from 0 to 59 in English, tens and units apart."""
    if value < len(_ENGLISH_UNITS):
        return _ENGLISH_UNITS[value]
    if value < 20:  # noqa: PLR2004 - the teens end there
        return _ENGLISH_TEENS[value - 10]
    ten, unit = value // 10 * 10, value % 10
    return f"{_ENGLISH_TENS[ten]} {_ENGLISH_UNITS[unit]}" if unit else _ENGLISH_TENS[ten]
