"""Which day a visitor means who names none."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.programme.model import Event, State


def event_at(events: Sequence[Event], moment: datetime) -> Event | None:
    """Choose the event of ``moment``: the one in progress, else the next, else the last; None where there is none.

    A draft is chosen only where there is nothing else.
    """
    open_ones = [e for e in events if e.state is not State.DRAFT] or list(events)
    running = [e for e in open_ones if e.first_day <= moment.astimezone(e.zone).date() <= e.last_day]
    coming = [e for e in open_ones if e.first_day > moment.astimezone(e.zone).date()]
    if running:
        return min(running, key=lambda e: (e.first_day, e.key))
    if coming:
        return min(coming, key=lambda e: (e.first_day, e.key))
    return max(open_ones, key=lambda e: (e.last_day, e.key), default=None)


def event_on(events: Sequence[Event], day: date) -> Event | None:
    """Give the event that is held on ``day``, None where there is none."""
    return next((e for e in events if e.first_day <= day <= e.last_day), None)


def lies_behind(event: Event, moment: datetime) -> bool:
    """Say whether the last day of an event is over."""
    return event.last_day < moment.astimezone(event.zone).date()


def eve(event: Event, first_start: datetime) -> datetime:
    """Give the moment at which a rehearsal of an event begins: five minutes before its first item."""
    return (first_start - timedelta(minutes=5)).astimezone(event.zone)
