"""Times as people say them, in Dutch and English: small consumers on a list of words.

A consumer looks at the words from an index on and gives what it read and how many words that took, or None.
``half drie`` is 2.30 in Dutch, ``half three`` is 3.30 in English; a time of the twelve-hour kind stays
:attr:`ClockTime.open` until the hours of the programme and the moment of asking settle it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.questions.numbers import CARDINALS, TENS, number

HOUR: Final = 60
NOON: Final = 12 * HOUR
DAY: Final = 24 * HOUR
_YEARS: Final = range(1990, 2060)

_TO: Final = frozenset({"voor", "to", "before", "till", "til"})
_PAST: Final = frozenset({"over", "past", "after", "na"})
_QUARTERS: Final = frozenset({"kwart", "quarter", "kwartier", "kwartiertje"})
_MINUTES: Final = frozenset({"minuten", "minuut", "minutes", "minute", "min", "mins", "minuutjes"})
_HOURS: Final = frozenset({"uur", "u", "h", "oclock", "hrs", "hr", "uren", "hours", "hour", "clock", "uurtje"})
_NAMED: Final = {"noon": NOON, "midday": NOON, "midnight": 0, "middernacht": 0}
_ENGLISH_NUMBERS: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)
_MORNING: Final = frozenset(
    {"ochtend", "ochtends", "sochtends", "smorgens", "morgens", "morning", "vanochtend", "nachts"}
)
_AFTERNOON: Final = frozenset(
    {"middag", "middags", "smiddags", "afternoon", "vanmiddag", "avond", "avonds", "savonds", "evening", "vanavond"}
)
_LINKS: Final = frozenset({"in", "de", "the", "s"})
PREPOSITIONS: Final = frozenset(
    {"om", "at", "rond", "around", "tegen", "by", "vanaf", "from", "na", "after", "tot", "until", "till", "voor",
     "before", "tussen", "between", "sinds", "since", "omstreeks", "about", "van", "t"}
)  # fmt: skip
"""Words after which a bare number is an hour."""
_COUNTED: Final = _MINUTES | frozenset(
    [
        "sprekers",
        "speakers",
        "mensen",
        "people",
        "keer",
        "zalen",
        "rooms",
        "sessies",
        "sessions",
        "weken",
        "weeks",
        "dagen",
        "days",
        "jaar",
        "years",
        "februari",
        "november",
        "september",
    ]
)
"""Words that are counted: a number before them is no hour."""
_LENGTHS: Final = tuple(
    (tuple(phrase.split()), minutes)
    for minutes, phrases in (
        (90, "anderhalf uur, anderhalve uur"),
        (30, "half an hour, half a hour, half uur, halve uur, half uurtje, half hour, halfuur, halfuurtje"),
        (15, "quarter of an hour, quarter hour, quarter, kwartier, kwartiertje"),
        (60, "uur, uurtje, hour"),
    )
    for phrase in phrases.split(", ")
)
CLOCK_WORDS: Final[frozenset[str]] = frozenset().union(
    *(_TO, _PAST, _QUARTERS, _MINUTES, _HOURS, _MORNING, _AFTERNOON, PREPOSITIONS, _NAMED, CARDINALS),
    ["half", "halve", "halfuur", "anderhalf", "am", "pm", "quarters", "binnen", "within"],
)
"""Every word that times are made of."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of the day in minutes after midnight; ``open`` when it may as well be twelve hours later."""

    minutes: int
    open: bool = False

    @property
    def readings(self) -> tuple[int, ...]:
        """The minutes after midnight that the words may mean, the smaller first."""
        return (self.minutes, self.minutes + NOON) if self.open else (self.minutes,)


def clock_time(words: Sequence[str], at: int, *, after_preposition: bool = False) -> tuple[ClockTime, int] | None:
    """Read a time of the day: 11.40, 11u40, 1140, kwart voor twaalf, tien over half twaalf, half past two, 2 pm.

    A bare number is read as an hour only ``after_preposition``.
    """
    found = (
        _named(words, at)
        or _spoken(words, at)
        or _digital(words, at)
        or _whole_hour(words, at)
        or (_bare(words, at) if after_preposition else None)
    )
    return _with_half_day(words, at, *found) if found else None


def delay(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read a delay in minutes: over een kwartier, over 10 minuten, in half an hour, over anderhalf uur."""
    if _word(words, at) not in {"over", "in", "binnen", "within"}:
        return None
    found = amount(words, at + 1)
    return (found[0], found[1] + 1) if found else None


def amount(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read a length of time in minutes: een kwartier, 10 minuten, drie kwartier, half an hour, anderhalf uur."""
    start = at
    if _word(words, at) in {"een", "a", "an", "het", "1", "one", "n"} and not _measure(words, at):
        at += 1
    found = _measure(words, at)
    return (found[0], at - start + found[1]) if found else None


def _measure(words: Sequence[str], at: int) -> tuple[int, int] | None:
    first, second = _word(words, at), _word(words, at + 1)
    for phrase, minutes in _LENGTHS:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return minutes, len(phrase)
    value = number(first)
    if value is None:
        return None
    if second in _MINUTES:
        return value, 2
    if second in {"kwartier", "kwartiertjes", "quarters"}:
        return value * 15, 2
    return (value * HOUR, 2) if second in {"uur", "hours", "hour", "uren"} else None


def settle(time: ClockTime, first: int, last: int, now: int | None) -> int:
    """Choose which reading of ``time`` is meant, in minutes after midnight.

    ``first`` and ``last`` bound the programme's day; ``now`` is the minute of asking when that is on the same day.
    A reading within the programme wins; of two such, the one still to come; outside it, the nearest to the programme.
    """
    inside = [m for m in time.readings if first <= m <= last]
    if len(inside) > 1 and now is not None:
        return next((m for m in inside if m >= now), inside[0])
    if inside:
        return inside[0]
    return min(time.readings, key=lambda m: min(abs(m - first), abs(m - last)))


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _at(hour: int, minute: int, *, exact: bool = False) -> ClockTime | None:
    """Make a time of hour and minute; None when there is no such time. 24.00 is not one, 0.00 is."""
    if not (0 <= hour < 24 and 0 <= minute < HOUR):  # noqa: PLR2004 - hours of a day
        return None
    return ClockTime(hour * HOUR + minute, open=not exact and 1 <= hour < 12)  # noqa: PLR2004 - 12-hour clock


def _around(hour: int, shift: int) -> ClockTime:
    """Make a spoken time ``shift`` minutes from an hour of the twelve-hour clock."""
    if hour > 12:  # noqa: PLR2004 - "kwart voor veertien" is of the 24-hour clock
        return ClockTime((hour * HOUR + shift) % DAY)
    return ClockTime((hour * HOUR + shift) % NOON, open=True)


def _hour(words: Sequence[str], at: int) -> int | None:
    value = number(_word(words, at))
    return value if value is not None and 0 <= value <= 24 else None  # noqa: PLR2004 - hours of a day


def _named(words: Sequence[str], at: int) -> tuple[ClockTime, int] | None:
    minutes = _NAMED.get(_word(words, at))
    return None if minutes is None else (ClockTime(minutes), 1)


def _spoken(words: Sequence[str], at: int) -> tuple[ClockTime, int] | None:
    """Read half drie, half past two, kwart voor twaalf, tien over half twaalf, twenty to four."""
    first = _word(words, at)
    if first == "half":
        return _half(words, at)
    if first in _QUARTERS:
        shift, used = 15, 1
    else:
        value = number(first)
        if value is None or value >= HOUR:
            return None
        shift, used = value, 1
        if first in TENS and number(_word(words, at + 1)) in range(1, 10):
            shift, used = value + (number(_word(words, at + 1)) or 0), 2
        if _word(words, at + used) in _MINUTES:
            used += 1
    side = _word(words, at + used)
    if side not in _TO and side not in _PAST:
        return None
    sign = -1 if side in _TO else 1
    if _word(words, at + used + 1) == "half" and (to := _hour(words, at + used + 2)):
        return _around(to, sign * shift - 30), used + 3  # only Dutch counts from the half hour
    hour = _hour(words, at + used + 1)
    if hour is None or _word(words, at + used + 2) in _MINUTES | {".", ":"}:
        return None
    return _around(hour, sign * shift), used + 2


def _half(words: Sequence[str], at: int) -> tuple[ClockTime, int] | None:
    past = _word(words, at + 1) in {"past", "after"}
    hour = _hour(words, at + 1 + past)
    if not hour:
        return None
    english = past or _word(words, at + 1) in _ENGLISH_NUMBERS
    return _around(hour, 30 if english else -30), 2 + past


def _digital(words: Sequence[str], at: int) -> tuple[ClockTime, int] | None:
    """Read 11.40, 11:40, 11u40, 11 uur 40, 1140, eleven forty."""
    first, second, third = (_word(words, at + n) for n in range(3))
    hour = number(first)
    if hour is None:
        return None
    if second in {".", ":"} and third.isdigit() and len(third) == 2:  # noqa: PLR2004 - two digits of minutes
        time = _at(hour, int(third), exact=first.startswith("0") and len(first) > 1)
        return (time, 3) if time else None
    if second in {"u", "h", "uur", "oclock"}:
        minute = _minute(words, at + 2)
        time = _at(hour, minute[0], exact=first.startswith("0")) if minute else None
        return (time, 2 + minute[1]) if time and minute else None
    if first.isdigit() and len(first) == 4 and (hour not in _YEARS or _word(words, at - 1) in {"om", "at"}):  # noqa: PLR2004
        time = _at(hour // 100, hour % 100, exact=first.startswith("0"))
        return (time, 1) if time else None
    spoken, used = hour, 1
    if first in TENS and hour == 20 and (unit := number(second)) in range(1, 4) and not second.isdigit():  # noqa: PLR2004
        spoken, used = hour + (unit or 0), 2
    spelled = not first.isdigit() and 1 <= spoken <= 24 and first in CARDINALS  # noqa: PLR2004 - hours of a day
    minute = _minute(words, at + used) if spelled and not _word(words, at + used).isdigit() else None
    if minute and minute[0] >= 10:  # noqa: PLR2004 - "eleven nine" is no time
        time = _at(spoken % 24, minute[0])
        length = used + minute[1]
        return (time, length) if time and _word(words, at + length) not in _COUNTED else None
    return None


def _minute(words: Sequence[str], at: int) -> tuple[int, int] | None:
    first = _word(words, at)
    value = number(first)
    if value is None or value >= HOUR or _word(words, at + 1) in {".", ":", "u", "h", "uur"}:
        return None
    if first in TENS and (unit := number(_word(words, at + 1))) in range(1, 10):
        return value + (unit or 0), 2
    return value, 1


def _whole_hour(words: Sequence[str], at: int) -> tuple[ClockTime, int] | None:
    """Read 10 uur, twee uur, two o'clock, 2 pm."""
    hour, second = _hour(words, at), _word(words, at + 1)
    if hour is None:
        return None
    time = _at(hour % 24, 0, exact=len(_word(words, at)) == 2 and _word(words, at).startswith("0"))  # noqa: PLR2004
    if time is None:
        return None
    if second == "o" and _word(words, at + 2) == "clock":
        return time, 3
    if second in _HOURS - {"uren", "hours", "hour", "uurtje"}:
        return time, 2
    return (time, 1) if _half_day(words, at + 1) and 1 <= hour <= 12 else None  # noqa: PLR2004 - 12-hour clock


def _bare(words: Sequence[str], at: int) -> tuple[ClockTime, int] | None:
    hour, second = _hour(words, at), _word(words, at + 1)
    article = _word(words, at) in {"een", "one"} and second not in {"", "?", "!", ",", "en", "and", "tot", "to"}
    if not hour or article or second in _COUNTED or second in {".", ":"}:
        return None
    time = _at(hour % 24, 0)
    return (time, 1) if time else None


def _half_day(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read am, pm, 's middags, in the morning: 0 or noon, and the words taken."""
    first, second = _word(words, at), _word(words, at + 1)
    if first in {"am", "pm"}:
        return (0 if first == "am" else NOON), 1
    if first in {"a", "p"} and second == "m":
        return (0 if first == "a" else NOON), 2
    used = 0
    while used < 2 and _word(words, at + used) in _LINKS:  # noqa: PLR2004 - "in the"
        used += 1
    word = _word(words, at + used)
    if word in _MORNING or word in _AFTERNOON:
        return (0 if word in _MORNING else NOON), used + 1
    return None


def _with_half_day(words: Sequence[str], at: int, time: ClockTime, used: int) -> tuple[ClockTime, int]:
    if _word(words, at + used) in {"uur", "u", "oclock"}:  # "half drie uur", "11.40 uur"
        used += 1
    half = _half_day(words, at + used)
    if half:
        if time.open or time.minutes // HOUR == 12:  # noqa: PLR2004 - twelve is said with am and pm too
            return ClockTime(time.minutes % NOON + half[0]), used + half[1]
        return time, used + half[1]
    return time, used
