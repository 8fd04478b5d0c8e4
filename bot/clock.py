"""The event clock: aware UTC moments that can start elsewhere and run faster."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the present moment of the event, aware, in UTC."""


def system_clock() -> datetime:
    """Give the real moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class EventClock:
    """A clock that stands at ``start`` when it is made and runs ``speed`` times as fast as the real one.

    It follows the monotonic clock, so a correction of the machine's time does not move the event.
    """

    start: datetime
    speed: float = 1.0
    anchor: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        """Give the present moment of the event in UTC."""
        return self.start.astimezone(UTC) + timedelta(seconds=(time.monotonic() - self.anchor) * self.speed)
