"""The VTIMEZONE of an event: recurring rules where the zone has them, else the changes around its days.

Rules keep a file small and are what Outlook and Google read rightly; icalendar's own
``add_missing_timezones`` writes lists of dates from 1970 to 2038.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from bot.ical.text import PlainText

EARLIEST: Final = 1970
"""The year before which no rule is followed back."""
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST: Final = -1


@dataclass(frozen=True, slots=True)
class Onset:
    """A moment at which the offset from UTC changes; ``local`` is read on the clock before the change."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A change on the same weekday of the same month each year; ``week`` is 1 to 5, or -1 for the last one."""

    month: int
    weekday: int
    week: int
    hour: int
    minute: int
    before: timedelta
    after: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class Observance:
    """An offset that holds from an onset on, each year again when there is a rule."""

    onset: Onset
    rule: Rule | None


def vtimezone(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """Make the VTIMEZONE that is right from the year before ``first`` to the year after ``last``."""
    component = Timezone()
    component.add("tzid", zone.key)
    for observance in observances(zone, first, last):
        component.add_component(_subcomponent(observance))
    return component


@lru_cache(maxsize=64)
def observances(zone: ZoneInfo, first: int, last: int) -> tuple[Observance, ...]:
    """Find what holds in a zone around the years ``first`` to ``last``.

    A pair of rules that holds in all of these years is followed back to the year in which it began
    (Europe/Amsterdam: 1996), so that calendar programs get the zone they know. A zone without such a pair
    gets its separate changes; one that never changes gets its one offset.
    """
    years = {year: onsets(zone, year) for year in range(first - 1, last + 2)}
    rules = _common_rules(years.values())
    if rules:
        start = first - 1
        found = years[start]
        while start > EARLIEST and _follows(rules, earlier := onsets(zone, start - 1)):
            start, found = start - 1, earlier
        return tuple(Observance(onset, rule) for onset, rule in zip(found, rules, strict=True))
    begin = datetime(first - 1, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = _offset(begin)
    standing = Onset(begin.replace(tzinfo=None), offset, offset, begin.tzname() or zone.key)
    return (Observance(standing, None), *(Observance(onset, None) for year in years.values() for onset in year))


def onsets(zone: ZoneInfo, year: int) -> tuple[Onset, ...]:
    """Find the changes of offset in a year (by UTC), at most one a week."""
    found = []
    moment, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    before = _offset(moment.astimezone(zone))
    while moment < end:
        following = min(moment + timedelta(days=7), end)
        after = _offset(following.astimezone(zone))
        if after != before:
            found.append(_onset(zone, moment, following))
        moment, before = following, after
    return tuple(found)


def _onset(zone: ZoneInfo, low: datetime, high: datetime) -> Onset:
    """Find the change between two moments to the minute, by halving."""
    before = _offset(low.astimezone(zone))
    minutes = int((high - low) / timedelta(minutes=1))
    start = 0
    while minutes - start > 1:
        middle = (start + minutes) // 2
        if _offset((low + timedelta(minutes=middle)).astimezone(zone)) == before:
            start = middle
        else:
            minutes = middle
    moment = low + timedelta(minutes=minutes)
    after = moment.astimezone(zone)
    return Onset((moment + before).replace(tzinfo=None), before, _offset(after), after.tzname() or zone.key)


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or timedelta()


def _common_rules(years: Iterable[tuple[Onset, ...]]) -> tuple[Rule, ...]:
    """Give one rule for each onset of a year if the same rules hold in all of ``years``, else none."""
    first, *others = years
    rules = []
    for onset in first:
        candidates = [rule for rule in _rules(onset) if all(any(_fits(rule, o) for o in year) for year in others)]
        if not candidates:
            return ()
        rules.append(candidates[0])
    return tuple(rules) if all(len(year) == len(first) for year in others) else ()


def _rules(onset: Onset) -> tuple[Rule, ...]:
    """Give the rules that an onset may be an instance of: the last such weekday of its month, or the nth."""
    local = onset.local
    weeks = [(local.day - 1) // 7 + 1]
    if (local + timedelta(days=7)).month != local.month:
        weeks.insert(0, _LAST)
    return tuple(
        Rule(local.month, local.weekday(), week, local.hour, local.minute, onset.before, onset.after, onset.name)
        for week in weeks
    )


def _fits(rule: Rule, onset: Onset) -> bool:
    return rule in _rules(onset)


def _follows(rules: tuple[Rule, ...], year: tuple[Onset, ...]) -> bool:
    return len(rules) == len(year) and all(_fits(rule, onset) for rule, onset in zip(rules, year, strict=True))


def _subcomponent(observance: Observance) -> TimezoneDaylight | TimezoneStandard:
    onset, rule = observance.onset, observance.rule
    component = TimezoneDaylight() if onset.after > onset.before else TimezoneStandard()
    component.add("dtstart", onset.local)
    component.add("tzoffsetfrom", onset.before)
    component.add("tzoffsetto", onset.after)
    component.add("tzname", PlainText(onset.name), encode=False)
    if rule:
        day = f"{rule.week}{_DAYS[rule.weekday]}"
        component.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": rule.month, "BYDAY": day}))
    return component
