"""The tick that plans: programme and choices become rows in the outbox."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Final

from sqlalchemy import Connection

from bot.outbox.model import Planned
from bot.programme.model import Event, Programme, State
from bot.reminders import briefs, plan
from bot.reminders.spread import PACE
from handlers.services import Services
from storage import outbox, people
from storage import programme as programmes

HORIZON: Final = timedelta(hours=24)
"""How far ahead of the event's clock is planned: a whole day, so that what a standstill made us miss is on record."""
COVERED: Final = timedelta(hours=12)
"""How much of the horizon must be left for a tick to have nothing to do."""
STANDSTILL: Final = timedelta(hours=12)
"""Who begins to plan may be the first in so long, and plans the briefs that nobody planned meanwhile."""
LONGEST: Final = 30.0
"""Real seconds after which is planned again whatever was heard: another process may have kept a choice."""
REHEARSAL: Final = "stage"
"""The channel whose clock may be set back; on no other is anything forgotten that was sent."""
BATCH: Final = 500
"""Rows in one transaction, so that answers need not wait long for theirs."""


class Planner:
    """Plans the reminders and briefs of the events that are near; cheap when nothing changed.

    ``wake`` is called when rows were written. ``monotonic`` is real time.
    """

    def __init__(
        self, services: Services, wake: Callable[[], None], *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._services = services
        self._wake = wake
        self._monotonic = monotonic
        self._seen: dict[str, int] = {}
        self._until: datetime | None = None
        self._planned_at = 0.0

    async def tick(self) -> int:
        """Plan, if anything may have changed; give the number of rows that were made, moved or revived."""
        services = self._services
        found = await services.database.read(programmes.revisions)
        now = services.clock()
        if self._nothing_new(found, now):
            return 0
        # Taken back before looking: what is chosen while we plan is for the next tick.
        services.planned.clear()
        self._planned_at = self._monotonic()
        await services.programmes.fresh()
        until = now + HORIZON
        since = now if self._until is not None else now - STANDSTILL
        if services.channel == REHEARSAL and (self._until is None or until < self._until):
            await services.database.write(outbox.rewind, services.channel, now)
        near = [event for event in await services.programmes.events() if _is_near(event, now, until)]
        written = sum([await self._plan(await services.programmes.of(event.key), now, until, since) for event in near])
        self._seen, self._until = found, until
        if written:
            self._wake()
        return written

    def _nothing_new(self, revisions: dict[str, int], now: datetime) -> bool:
        return (
            not self._services.planned.is_set()
            and revisions == self._seen
            and self._until is not None
            # A clock that was set back or ahead is news too.
            and now + COVERED <= self._until <= now + HORIZON
            and self._monotonic() - self._planned_at < LONGEST
        )

    async def _plan(self, programme: Programme, now: datetime, until: datetime, since: datetime) -> int:
        services = self._services
        wanted = await services.database.read(
            _wanted,
            programme,
            channel=services.channel,
            now=now,
            until=until,
            since=since,
            pace=PACE * services.settings.clock_speed,
        )
        rows = iter(wanted)
        written = 0
        while batch := list(islice(rows, BATCH)):
            written += await services.database.write(outbox.plan, batch, now=now)
        return written


def _wanted(
    conn: Connection,
    programme: Programme,
    *,
    channel: str,
    now: datetime,
    until: datetime,
    since: datetime,
    pace: timedelta,
) -> Sequence[Planned]:
    """Work out what differs from what is planned; on a reader's thread, so that nobody waits for it."""
    known = outbox.planned_times(conn, programme.event.id, channel)
    chosen = people.all_choices(conn, programme.event.id, channel)
    rows = chain(
        plan.due(programme, chosen, now=now, until=until, pace=pace),
        briefs.due(programme, chosen, now=now, until=until, since=since),
    )
    return [row for row in rows if known.get(row.key) != (row.due_at, row.expires_at)]


def _is_near(event: Event, now: datetime, until: datetime) -> bool:
    """Say whether sessions of a published event may be due in the window, whatever its zone."""
    margin = timedelta(days=1)
    return (
        event.state is State.PUBLISHED
        and (now - margin).date() <= event.last_day
        and (event.first_day <= (until + margin).date())
    )
