"""What happens by itself: planning, rescuing and tidying by ticks, and delivery in its loop.

The database is the schedule: a tick asks what is due, there is no job for each message.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot.clock import Clock, system_clock
from bot.outbox.deliver import Delivery, Sender
from bot.outbox.pacing import Pacer
from handlers.clock.outbox import OutboxStore
from handlers.clock.planning import Planner
from handlers.services import Services
from storage import outbox, people

PLAN: Final = 1.0
"""Real seconds between two ticks that plan."""
RESCUE: Final = 5.0
"""Real seconds between two looks for messages whose sender died, and for those that came to be of no use."""
TIDY: Final = 3600.0
"""Real seconds between two rounds that delete what has passed its term."""
GRACE: Final = 3600
"""Seconds that a tick may be late and still run; the library's own is one, after which it is dropped."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ticks:
    """The ticks, each a function that can be called by hand."""

    services: Services
    planner: Planner
    delivery: Delivery
    real: Clock = system_clock

    async def plan(self) -> None:
        """Plan what is due in the time ahead."""
        await self.planner.tick()

    async def rescue(self) -> None:
        """Take back what a process claimed that died, and record as skipped what was not sent in time."""
        services = self.services
        found = await services.database.write(_rescue, services.channel, services.clock(), self.real())
        if found:
            _log.warning("%d messages may or may not have arrived; they are sent once more if still of use", found)
            self.delivery.wake()

    async def tidy(self) -> None:
        """Delete what has passed its term."""
        await self.services.database.write(people.expire, self.services.clock())


def make_ticks(
    services: Services, sender: Sender, pacer: Pacer, *, paused: Callable[[int], bool] = lambda _event: False
) -> Ticks:
    """Put the delivery of a channel and its ticks together."""
    delivery = Delivery(
        OutboxStore(services),
        sender,
        pacer,
        clock=services.clock,
        catalogue=services.catalogue,
        speed=services.settings.clock_speed,
        paused=paused,
    )
    return Ticks(services, Planner(services, delivery.wake), delivery)


@asynccontextmanager
async def running(ticks: Ticks) -> AsyncIterator[None]:
    """Let the ticks tick and the outbox be delivered while the context lasts; what is in flight is finished."""
    scheduler = make_scheduler(ticks)
    delivering = asyncio.create_task(ticks.delivery.run())
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        ticks.delivery.stop()
        await delivering


def make_scheduler(ticks: Ticks) -> AsyncIOScheduler:
    """Make the scheduler, in memory and in UTC; each tick runs at once and then every so many real seconds."""
    defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": GRACE}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)
    every: dict[Callable[[], Awaitable[None]], float] = {ticks.plan: PLAN, ticks.rescue: RESCUE, ticks.tidy: TIDY}
    for tick, seconds in every.items():
        job = _until_stopped(tick)
        scheduler.add_job(job, "interval", seconds=seconds, next_run_time=datetime.now(UTC), id=_name(tick))
    scheduler.add_listener(_tell, EVENT_JOB_ERROR)
    return scheduler


def _rescue(conn: Connection, channel: str, now: datetime, real_now: datetime) -> int:
    found = outbox.rescue(conn, channel, real_now)
    outbox.expire(conn, channel, now)
    return found


def _until_stopped(tick: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """Let a stop end a tick quietly: the scheduler cancels what runs then, and takes that for a failure."""

    async def run() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await tick()

    return run


def _name(tick: Any) -> str:
    return str(tick.__name__)


def _tell(event: JobExecutionEvent) -> None:
    _log.error("the tick «%s» failed: %r", event.job_id, event.exception)
