"""Somebody's own calendar: what they chose, on all days that are not long past."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from bot.ical.feed import Part
from bot.people.model import Choices
from bot.programme.model import Event, Programme, State
from bot.reminders.plan import my_sessions

KEPT: Final = timedelta(days=31)
"""How long a day stays in the calendar once it is over: a calendar that is empty the day after looks broken."""


def in_calendar(event: Event, now: datetime) -> bool:
    """Say whether a day is in people's own calendars: published, and ahead, on, or over for a month at most."""
    return event.state is not State.DRAFT and event.last_day + KEPT >= now.astimezone(event.zone).date()


def own_parts(programmes: Iterable[Programme], choices: Choices, now: datetime) -> tuple[Part, ...]:
    """List somebody's own sessions of all days, in order; cancelled ones too."""
    current = sorted(
        (p for p in programmes if in_calendar(p.event, now)), key=lambda p: (p.event.first_day, p.event.key)
    )
    return tuple((programme, session) for programme in current for session in my_sessions(programme, choices))
