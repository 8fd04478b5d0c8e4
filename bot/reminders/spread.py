"""When to start sending, so that the last of many has it in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

PER_SECOND: Final = 29
"""Messages a second that the plan counts on; the pacer is a little faster."""
PACE: Final = timedelta(seconds=1) / PER_SECOND
SLACK: Final = timedelta(seconds=1)
"""So much after the wanted moment is still in time: nobody sees it, and few people need no spreading."""


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
        free = min(wish.wanted + SLACK, free or wish.wanted + SLACK) - pace
        placed.append((wish, max(min(wish.wanted, free.replace(microsecond=0)), wish.earliest)))
    placed.reverse()
    return placed


def too_late(placed: Sequence[tuple[Wish, datetime]], pace: timedelta = PACE) -> tuple[Wish, ...]:
    """List the wishes that the pace cannot meet."""
    missed: list[Wish] = []
    free: datetime | None = None
    for wish, due in sorted(placed, key=lambda pair: (pair[1], pair[0])):
        start = due if free is None else max(due, free)
        free = start + pace
        if start > wish.wanted + SLACK:
            missed.append(wish)
    return tuple(missed)
