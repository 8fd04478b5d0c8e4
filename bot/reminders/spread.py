"""When to start sending, so that the last of many has it in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

PER_SECOND: Final = 29
"""Messages a second that the plan counts on; the pacer is a little faster."""
PACE: Final = timedelta(seconds=1) / PER_SECOND


@dataclass(frozen=True, slots=True, order=True)
class Wish:
    """One message about what starts at ``about``: wanted at ``wanted``, not before ``earliest``, of no use at ``over``.

    ``chat`` and ``about`` settle the order of those that are wanted at the same moment.
    """

    wanted: datetime
    chat: int
    about: datetime
    earliest: datetime
    over: datetime


def spread(wishes: Iterable[Wish], pace: timedelta = PACE) -> list[tuple[Wish, datetime]]:
    """Give each wish the latest whole second at which it can go and all others still have theirs in time.

    Worked out from the last one back, so that what was sent already does not shift the rest, and somebody new
    moves few others. ``pace`` is the time of the event's clock that one message takes.
    """
    placed: list[tuple[Wish, datetime]] = []
    free: datetime | None = None
    for wish in sorted(wishes, reverse=True):
        free = wish.wanted if free is None else min(wish.wanted, free - pace)
        placed.append((wish, max(free.replace(microsecond=0), wish.earliest)))
    placed.reverse()
    return placed


def too_late(placed: Sequence[tuple[Wish, datetime]], pace: timedelta = PACE) -> tuple[Wish, ...]:
    """List the wishes that the pace cannot meet: those that would leave more than a second after they were wanted."""
    missed: list[Wish] = []
    free: datetime | None = None
    for wish, due in sorted(placed, key=lambda pair: (pair[1], pair[0])):
        start = due if free is None else max(due, free)
        free = start + pace
        if start > wish.wanted + timedelta(seconds=1):
            missed.append(wish)
    return tuple(missed)
