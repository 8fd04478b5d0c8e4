"""The time in a question: a moment, a span or a day, found among its words and settled on the day's hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.programme import queries
from bot.programme.model import Programme
from bot.questions import clock_times
from bot.questions.clock_times import DAY, PREPOSITIONS, ClockTime
from bot.questions.numbers import number
from bot.questions.query import When
from bot.questions.vocabulary import DAYS, MONTHS, PARTS, WEEKDAYS

_FROM: Final = frozenset({"na", "after", "vanaf", "from", "sinds", "since"})
_UP_TO: Final = frozenset({"voor", "before", "tot", "until", "till"})
_BETWEEN: Final = frozenset({"tussen", "between", "van", "from"})
_AND: Final = frozenset({"en", "and", "tot", "to", "until", "till", "-"})
_LATER: Final = frozenset({"later", "daarna", "erna"})
_OPEN_HALF_DAY: Final = 12 * 60


@dataclass(frozen=True, slots=True)
class Found:
    """What was said of time, the indexes of the words that said it, and the day when one was named."""

    when: When | None
    used: frozenset[int]
    day: date | None = None


def present_day(programme: Programme, now: datetime) -> date:
    """Give the day a question is about when it names none: today if it is the event's, else the next, else the last."""
    today = programme.local(now).date()
    days = programme.days or (programme.event.first_day,)
    return next((d for d in days if d >= today), days[-1])


def later_than_unsaid(words: Sequence[str], since: datetime | None) -> frozenset[int]:
    """Find the words of "een uur later" where no time was spoken of before: it cannot be told later than what."""
    for index in range(len(words) if since is None else 0):
        length = clock_times.amount(words, index)
        if length and _LATER.intersection(words[index + length[1] : index + length[1] + 1]):
            return frozenset(range(index, index + length[1] + 1))
    return frozenset()


def until_the_end(moment: datetime, programme: Programme) -> When:
    """Give the span from a moment until its day is over."""
    day = programme.local(moment).date()
    return When("span", moment, queries.moment_on(programme, day, DAY - 1))


def find(
    words: Sequence[str], programme: Programme, now: datetime, skip: frozenset[int], since: datetime | None = None
) -> Found:
    """Find the time that the words tell, leaving alone the words in ``skip``; "een uur later" counts from ``since``."""
    named, used = _named_day(words, programme, now, skip)
    day = named or present_day(programme, now)
    settle = _Settler(programme, day, now)
    for index in range(len(words)):
        if index in skip | used:
            continue
        found = _span(words, index, settle) or _delay(words, index, now, since) or _clock(words, index, settle)
        if found and not skip & set(range(index, index + found[1])):
            return Found(found[0], used | set(range(index, index + found[1])), named)
    for part, index, length in PARTS.found(words, skip | used):
        when = When("span", settle.moment(part[0]), settle.moment(part[1]))
        return Found(when, used | set(range(index, index + length)), named)
    return Found(When("day", day=named) if named else None, used, named)


@dataclass(frozen=True)
class _Settler:
    """Settles open times on the hours of one day."""

    programme: Programme
    day: date
    now: datetime

    def moment(self, minutes: int) -> datetime:
        return queries.moment_on(self.programme, self.day, minutes)

    def settled(self, time: ClockTime, not_before: int | None = None) -> int:
        bounds = queries.day_bounds(self.programme, self.day)
        first, last = (
            (queries.minutes_of(self.programme, bounds[0]), queries.minutes_of(self.programme, bounds[1]))
            if bounds
            else (8 * 60, 18 * 60)
        )
        local = self.programme.local(self.now)
        asked = local.hour * 60 + local.minute if local.date() == self.day else None
        return clock_times.settle(time, max(first, not_before or 0), max(last, first), asked)


def _named_day(
    words: Sequence[str], programme: Programme, now: datetime, skip: frozenset[int]
) -> tuple[date | None, frozenset[int]]:
    today = programme.local(now).date()
    for index, word in enumerate(words):
        if index in skip:
            continue
        value = number(word) if index + 1 < len(words) and words[index + 1] in MONTHS else None
        if value:
            return _date(value, MONTHS[words[index + 1]], programme, today), frozenset({index, index + 1})
        if word in WEEKDAYS:
            ahead = [d for d in programme.days if d.weekday() == WEEKDAYS[word]]
            return ahead[0] if ahead else today + timedelta((WEEKDAYS[word] - today.weekday()) % 7), frozenset({index})
    for shift, index, length in DAYS.found(words, skip):
        if shift or today in programme.days:
            return (today + timedelta(shift) if shift else None), frozenset(range(index, index + length))
    return None, frozenset()


def _date(day: int, month: int, programme: Programme, today: date) -> date | None:
    for year in (programme.event.first_day.year, today.year):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _span(words: Sequence[str], index: int, settle: _Settler) -> tuple[When, int] | None:
    """Read "tussen 11 en 12", "van 13.00 tot 15.00", "from 2 to 3"."""
    if words[index] not in _BETWEEN:
        return None
    first = clock_times.clock_time(words, index + 1, after_preposition=True)
    if not _followed(words, index, first):
        # "from 10 to 12" is no ten to twelve, unless another time follows it.
        first = clock_times.clock_time(words[index + 1 : index + 2], 0, after_preposition=True)
    if first is None or not _followed(words, index, first):
        return None
    second = clock_times.clock_time(words, index + 2 + first[1], after_preposition=True)
    if not second:
        return None
    start = settle.settled(first[0])
    end = settle.settled(second[0], not_before=start)
    when = When("span", settle.moment(start), settle.moment(end if end > start else end + _OPEN_HALF_DAY))
    return when, 2 + first[1] + second[1]


def _followed(words: Sequence[str], index: int, first: tuple[ClockTime, int] | None) -> bool:
    """Say whether a time after the word at ``index`` is followed by "tot" or "en"."""
    return first is not None and index + 1 + first[1] < len(words) and words[index + 1 + first[1]] in _AND


def _delay(words: Sequence[str], index: int, now: datetime, since: datetime | None) -> tuple[When, int] | None:
    """Read "over een kwartier", counted from now, and "een kwartier later", counted from what was asked before."""
    found, start = clock_times.delay(words, index), now
    if found is None and since is not None and (length := clock_times.amount(words, index)):
        found, start = (length[0], length[1] + 1), since
        if not _LATER.intersection(words[index + length[1] : index + length[1] + 1]):
            return None
    return (When("at", (start + timedelta(minutes=found[0])).astimezone(UTC)), found[1]) if found else None


def _clock(words: Sequence[str], index: int, settle: _Settler) -> tuple[When, int] | None:
    """Read a time of the day, with "na", "vanaf", "voor" or "tot" before it as a span."""
    led = words[index] in PREPOSITIONS
    found = clock_times.clock_time(words, index + 1, after_preposition=True) if led else None
    if led and found is None:
        return None
    found = found or clock_times.clock_time(words, index, after_preposition=index == 0 and len(words) == 1)
    if found is None:
        return None
    minutes = settle.settled(found[0])
    moment, length = settle.moment(minutes), found[1] + led
    if led and words[index] in _FROM:
        return When("span", moment, settle.moment(DAY - 1)), length
    if led and words[index] in _UP_TO:
        return When("span", settle.moment(0), moment), length
    return When("at", moment), length
