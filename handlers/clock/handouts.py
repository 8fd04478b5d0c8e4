"""The tick that sees to it that those who signed up get what there is, also when they were away for a while.

What is new is planned where it is kept, in the same transaction; this is for what changed around it.
"""

import time
from collections.abc import Callable
from typing import Final

from handlers.services import Services
from storage import outbox, sign_ups

LONGEST: Final = 30.0
"""Real seconds after which is looked again whatever was heard."""


class HandoutPlanner:
    """Plans links and documents that are not planned yet; ``wake`` is called when rows were written."""

    def __init__(
        self, services: Services, wake: Callable[[], None], *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._services = services
        self._wake = wake
        self._monotonic = monotonic
        self._looked_at = float("-inf")

    async def tick(self, *, chosen: bool = False) -> int:
        """Plan, if it is time or somebody chose something, and give the number of rows."""
        if not chosen and self._monotonic() - self._looked_at < LONGEST:
            return 0
        self._looked_at = self._monotonic()
        services = self._services
        now = services.clock()
        rows = await services.database.read(sign_ups.missing, services.channel, now)
        written = await services.database.write(outbox.plan, rows, now=now) if rows else 0
        if written or chosen:
            self._wake()
        return written
