"""The kinds of value in a programme file: words, dates, addresses, names of other things.

Every scalar arrives as text (see :mod:`bot.programme.formats.marked`) and is read here. Names of rooms, groups
and sessions are checked against what the whole file knows, so that one pass finds every mistake.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz, process

from bot.programme.formats.times import TimeError, read_day
from bot.programme.model import Text

LONGEST_KEY: Final = 40
"""Characters of a slug or key: an address, a button's code and a deep link must hold it."""
NAMED: Final = 30
"""Names that a mistake lists at most."""
SIMILAR: Final = 55
"""How alike, of 100, a name must be to what was written before it is suggested first."""

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAIL: Final = re.compile(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"().]{2,}")
_FLAGS: Final = {"ja": True, "yes": True, "true": True, "nee": False, "no": False, "false": False}
T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """What the rest of the file and the network know; ``days`` is None while the event's own days are wrong."""

    rooms: Mapping[str, str]
    groups: frozenset[str]
    sessions: frozenset[str]
    days: tuple[date, date] | None
    zone: ZoneInfo


def wrong(expected: str, found: str = "") -> PydanticCustomError:
    """Make the error of a value; ``found`` only where the value itself does not say it."""
    return PydanticCustomError("written", "expected {expected}", {"expected": expected, "found": found})


def nearest(found: str, choices: Iterable[str]) -> str:
    """Name the choice most like ``found``, or the choices there are where none is like it."""
    names = sorted(set(choices))
    if not names:
        return "none: nothing of the kind stands in the file"
    best = process.extractOne(found, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=SIMILAR)
    if best is not None:
        return f"“{best[0]}”"
    rest = len(names) - NAMED
    return f"one of: {', '.join(names[:NAMED])}" + (f" and {rest} more" if rest > 0 else "")


def typed(value: object) -> str:
    """Read any text; its ends are stripped."""
    if not isinstance(value, str):
        raise wrong("one text")
    text = value.strip()
    if any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in text):
        raise wrong("a text without control characters")
    return text


def _line(value: object) -> str:
    text = typed(value)
    if not text or "\n" in text:
        raise wrong("a text on one line")
    return text


def _flag(value: object) -> bool:
    found = _FLAGS.get(typed(value).lower())
    if found is None:
        raise wrong("yes or no")
    return found


def _whole(value: object) -> int:
    text = typed(value)
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise wrong("a whole number")
    return int(text)


def _slug(value: object) -> str:
    text = typed(value)
    if not _SLUG.fullmatch(text):
        plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-")
        raise wrong("lower-case letters, digits and hyphens" + (f", such as {better}" if better else ""))
    if len(text) > LONGEST_KEY:
        raise wrong(f"{LONGEST_KEY} characters at most", f"{len(text)} characters: “{text}”")
    return text


def _mail(value: object) -> str:
    text = typed(value)
    if not _MAIL.fullmatch(text):
        raise wrong("a mail address such as naam@gemeente.nl")
    return text


def read_date(value: object) -> date:
    """Read a date as 2023-02-10."""
    try:
        return read_day(typed(value))
    except TimeError as error:
        raise wrong(error.expected, error.found) from None


def read_timezone(value: object) -> str:
    """Read the name of a timezone that the system knows."""
    text = typed(value)
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or the name of a folder of zones
        best = process.extractOne(text, sorted(available_timezones()), scorer=fuzz.WRatio, processor=str.lower)
        raise wrong(f"a timezone such as {best[0] if best else 'Europe/Amsterdam'}") from None
    return text


def _words(value: object) -> Text:
    if isinstance(value, str):
        return Text(nl=typed(value))
    if not isinstance(value, dict):
        raise wrong("a text, or nl: and en: with a text each")
    if strange := sorted(value.keys() - {"nl", "en"}):
        raise wrong("the languages nl and en", f"the unknown language “{strange[0]}”")
    return Text(**{language: typed(text) for language, text in value.items()})


def _some_words(value: object) -> Text:
    text = _words(value)
    if not text:
        raise wrong("a text")
    return text


def _facts(value: object) -> tuple[tuple[str, Text], ...]:
    if not isinstance(value, dict):
        raise wrong("fields such as wifi: and parking:, with a text each")
    return tuple((_slug(topic), _some_words(text)) for topic, text in value.items())


def _one_or_more(value: object) -> object:
    """Let a single value stand for a list of one."""
    return (value,) if isinstance(value, str) else value


def named(value: object) -> object:
    """Let a bare name stand for somebody of whom nothing else is stated."""
    return {"name": value} if isinstance(value, str) else value


def choice(kind: Callable[[str], T], choices: Iterable[str]) -> Callable[[object], T]:
    """Make the reader of one of a few words."""
    known = tuple(choices)

    def choose(value: object) -> T:
        text = typed(value)
        if text not in known:
            raise wrong(nearest(text, known))
        return kind(text)

    return choose


def known(info: ValidationInfo) -> Known:
    """Give what the file knows, as handed to the validation."""
    context = info.context
    assert isinstance(context, Known)  # noqa: S101 - every validation of a file is given it
    return context


def _room(value: object, info: ValidationInfo) -> str:
    text, rooms = typed(value), known(info).rooms
    if text not in rooms:
        raise wrong(nearest(text, rooms.values()), f"the unknown room “{text}”")
    return rooms[text]


def _group(value: object, info: ValidationInfo) -> str:
    text, groups = typed(value), known(info).groups
    if text not in groups:
        raise wrong(nearest(text, groups), f"the unknown group “{text}”")
    return text


def _session(value: object, info: ValidationInfo) -> str:
    text, sessions = typed(value), known(info).sessions
    if text not in sessions:
        raise wrong(nearest(text, sessions), f"the unknown session “{text}”")
    return text


Line = Annotated[str, BeforeValidator(_line)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Slug = Annotated[str, BeforeValidator(_slug)]
Mail = Annotated[str, BeforeValidator(_mail)]
Day = Annotated[date, BeforeValidator(read_date)]
Words = Annotated[Text, BeforeValidator(_words)]
SomeWords = Annotated[Text, BeforeValidator(_some_words)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_or_more)]
GroupName = Annotated[str, BeforeValidator(_group)]
GroupNames = Annotated[tuple[GroupName, ...], BeforeValidator(_one_or_more)]
RoomName = Annotated[str, BeforeValidator(_room)]
SessionName = Annotated[str, BeforeValidator(_session)]
Timezone = Annotated[str, BeforeValidator(read_timezone)]
Facts = Annotated[tuple[tuple[str, Text], ...], BeforeValidator(_facts)]
