"""Local times as people write them (11.40, 11:40, 15 uur, 11.40-12.40), read as moments in UTC and back."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_CLOCK: Final = (
    r"(?:(?P<day{0}>\d{{4}}-\d\d-\d\d)\s+)?(?P<hour{0}>\d{{1,2}})(?:[.:u](?P<minute{0}>\d\d))?u?(?:\s*uur)?"
    r"(?:\s*UTC(?P<offset{0}>[+-]\d{{1,2}}(?:[.:]\d\d)?))?"
)
_ONE: Final = re.compile(_CLOCK.format(""))
_SPAN: Final = re.compile(_CLOCK.format("") + r"(?:\s*(?:-|–|—|tot|to|until)\s*" + _CLOCK.format("2") + r")?")
EXAMPLE: Final = "a time such as 11.40-12.40, or only the start, such as 16.00"
HOURS: Final = 24
YEARS: Final = range(1970, 2200)
"""Years in which timezones are what they seem, and moments far from the ends of the calendar."""


class TimeError(ValueError):
    """A time that cannot be read or does not exist; ``found`` and ``expected`` as in a mistake."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.found = found
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to another one, or to an end that is not stated; in UTC."""

    start: datetime
    end: datetime | None = None


def read_day(text: str) -> date:
    """Read a date as 2023-02-10; raises TimeError."""
    match = re.fullmatch(r"([0-9]{4})-[0-9]{2}-[0-9]{2}", text)
    if match is None:
        raise TimeError("", "a date as year-month-day, such as 2023-02-10")
    if int(match[1]) not in YEARS:
        raise TimeError("", f"a date from {YEARS[0]} to {YEARS[-1]}")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise TimeError(f"a date that does not exist: “{text}”", "a date that exists, as year-month-day") from None


def read_span(text: str, day: date, zone: ZoneInfo, last: date) -> Span:
    """Read "11.40-12.40" or "16.00" on ``day``; an end on another day has its date before it.

    ``last`` is the last day of the event: no session ends later than the day after it.
    Raises TimeError.
    """
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise TimeError("", EXAMPLE)
    if match["day"] is not None:
        raise TimeError("", "the time only; the date of the start stands in the field day")
    if int(match["hour"]) == HOURS:
        raise TimeError("", "0.00 with the next day in the field day")
    start = _moment(match, "", day, zone)
    if match["hour2"] is None:
        return Span(start)
    end = _moment(match, "2", day, zone)
    if end <= start:
        raise TimeError(f"an end that is not after the start: “{text}”", "an end after the start")
    if end.astimezone(zone).date() > last + timedelta(days=1):
        raise TimeError(f"an end long after the event: “{text}”", f"an end at or before {last + timedelta(days=1)}")
    return Span(start, end)


def read_moment(text: str, day: date, zone: ZoneInfo) -> datetime:
    """Read one time, with its date before it if it is not on ``day``; raises TimeError."""
    match = _ONE.fullmatch(text.strip())
    if match is None:
        raise TimeError("", "a time such as 16.00")
    return _moment(match, "", day, zone)


def write_span(span: Span, zone: ZoneInfo) -> str:
    """Write a span so that :func:`read_span` reads it back."""
    start = span.start.astimezone(zone)
    return _clock(start) if span.end is None else f"{_clock(start)}-{write_moment(span.end, start.date(), zone)}"


def write_moment(moment: datetime, day: date, zone: ZoneInfo) -> str:
    """Write a moment so that :func:`read_moment` reads it back."""
    local = moment.astimezone(zone)
    return _clock(local) if local.date() == day else f"{local.date()} {_clock(local)}"


def offsets(local: datetime, zone: ZoneInfo) -> tuple[timedelta, ...]:
    """Give the offsets from UTC under which a naive local time exists: none, one, or two in an autumn night."""
    found: list[timedelta] = []
    for fold in (0, 1):
        aware = local.replace(tzinfo=zone, fold=fold)
        offset = aware.utcoffset() or timedelta()
        if aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local and offset not in found:
            found.append(offset)
    return tuple(found)


def _moment(match: re.Match[str], which: str, day: date, zone: ZoneInfo) -> datetime:
    text = match[0]
    hour, minute = int(match[f"hour{which}"]), int(match[f"minute{which}"] or 0)
    if hour > HOURS or minute > 59 or (hour == HOURS and minute):  # noqa: PLR2004 - minutes of an hour
        raise TimeError(f"a time that does not exist: “{text}”", "a time from 0.00 to 24.00")
    if match[f"day{which}"]:
        day = read_day(match[f"day{which}"])
    local = datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)
    possible = offsets(local, zone)
    said = match[f"offset{which}"]
    clock = f"{local:%H.%M}"
    if not possible:
        skipped = f"a time that is skipped when summer time begins: {clock} on {day}"
        raise TimeError(skipped, "a time before or after the skipped hour")
    if said is not None:
        possible = tuple(offset for offset in possible if offset == _offset(said))
        if not possible:
            raise TimeError(f"an offset that is not in force then: UTC{said}", _choices(local, zone))
    if len(possible) > 1:
        raise TimeError(f"a time that comes twice when summer time ends: {clock} on {day}", _choices(local, zone))
    return (local - possible[0]).replace(tzinfo=UTC)


def _clock(local: datetime) -> str:
    """Write a local time as 11.40, with its offset in the hour that comes twice."""
    twice = (
        len(offsets(local.replace(tzinfo=None, fold=0), local.tzinfo)) > 1
        if isinstance(local.tzinfo, ZoneInfo)
        else False
    )
    clock = f"{local:%H.%M}"
    return f"{clock} UTC{_said(local.utcoffset() or timedelta())}" if twice else clock


def _offset(said: str) -> timedelta:
    hours, _, minutes = said[1:].replace(":", ".").partition(".")
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -offset if said[0] == "-" else offset


def _said(offset: timedelta) -> str:
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60}" + (f".{minutes % 60:02}" if minutes % 60 else "")


def _choices(local: datetime, zone: ZoneInfo) -> str:
    return " or ".join(f"{local:%H.%M} UTC{_said(offset)}" for offset in offsets(local, zone))
