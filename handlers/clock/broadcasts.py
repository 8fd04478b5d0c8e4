"""The tick that starts messages to many at their time, and tells their authors how they stand."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.broadcasting.model import OF_USE, Broadcast, Standing, Tally
from bot.programme.model import Programme
from handlers.broadcast_sending import start_in, still_allowed
from handlers.services import Services
from storage import broadcast_rows, broadcasts

EVERY: Final = 5.0
"""Real seconds between two looks at what goes out: often enough to watch, and a hundredth of what Telegram lets out."""

STILL_OF_USE: Final = timedelta(minutes=30)
"""So long after its time a message is still sent; later its author is asked to send it anew."""

_Seen = tuple[Standing, int, Tally]


class BroadcastTeller:
    """Starts what is due, and lets the progress message of each message to many say how it stands.

    ``wake`` is called when rows were written. ``monotonic`` is real time.
    """

    def __init__(
        self, services: Services, wake: Callable[[], None], *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._services = services
        self._wake = wake
        self._monotonic = monotonic
        self._told: dict[int, _Seen] = {}
        self._begun: set[int] = set()
        self._looked_at = float("-inf")

    async def tick(self) -> None:
        """Start what is due; tell how the others stand, if it is time or a new one began."""
        await self._start_due()
        services = self._services
        found = await services.database.read(broadcasts.lively, services.channel, services.clock() - OF_USE)
        open_ = [one for one in found if self._is_open(one)]
        fresh = {one.id for one in open_} - self._begun
        if fresh:
            self._begun |= fresh
            self._wake()
        if open_ and (fresh or self._monotonic() - self._looked_at >= EVERY):
            self._looked_at = self._monotonic()
            for one in open_:
                await self._tell(one)

    def _is_open(self, one: Broadcast) -> bool:
        """Say whether there may be something to tell: until all of it is known and was told."""
        seen = self._told.get(one.id)
        return seen is None or seen[:2] != (one.standing, one.edition) or seen[2].waiting > 0

    async def _tell(self, one: Broadcast) -> None:
        now = self._services.clock()
        tally = await self._services.database.write(_look, one, now, self._told.get(one.id))
        if tally is not None:
            self._told[one.id] = (one.standing, one.edition, tally)
        self._wake()

    async def _start_due(self) -> None:
        services = self._services
        for one in await services.database.read(broadcasts.due, services.channel, services.clock()):
            await services.programmes.fresh()
            event = next((e for e in await services.programmes.events() if e.id == one.event_id), None)
            if event is not None:
                programme = await services.programmes.of(event.key)
                await services.database.write(_start, services, one, programme, services.clock())
                self._wake()


def _look(conn: Connection, one: Broadcast, now: datetime, told: _Seen | None) -> Tally | None:
    """Tell what differs from what was told; None when that must wait.

    What was on its way when it was corrected or withdrawn has arrived since, and is changed or removed too.
    """
    if one.standing is Standing.GOING and one.edition > 1:
        broadcast_rows.plan_edits(conn, one, now)
    if one.standing is Standing.WITHDRAWN:
        broadcast_rows.plan_removals(conn, one, now)
    tally = broadcast_rows.tally(conn, one)
    if told == (one.standing, one.edition, tally) or broadcast_rows.tell(conn, one, now):
        return tally
    return None


def _start(conn: Connection, services: Services, seen: Broadcast, programme: Programme, now: datetime) -> None:
    """Send what stood ready, unless it was taken back meanwhile.

    Where its time is long past, or its author has no role for it any more, it is not sent, and the author hears so.
    """
    one = broadcasts.find(conn, seen.id)
    if one is None or one.standing is not Standing.SCHEDULED:
        return
    in_time = one.due_at is None or now - one.due_at <= STILL_OF_USE
    if in_time and still_allowed(conn, services, one, programme):
        start_in(conn, services, one, programme, now=now)
    else:
        broadcast_rows.tell(conn, broadcasts.set_standing(conn, one.id, Standing.LEFT), now)
