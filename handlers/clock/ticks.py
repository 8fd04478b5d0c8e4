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
from bot.people.mailing import mail_channel
from handlers.clock.broadcasts import BroadcastTeller
from handlers.clock.calendars import CalendarPlanner
from handlers.clock.handouts import HandoutPlanner
from handlers.clock.notices import NoticePlanner
from handlers.clock.outbox import OutboxStore
from handlers.clock.planning import Planner
from handlers.services import Services
from storage import mailboxes, outbox, personal

PLAN: Final = 1.0
"""Real seconds between two ticks that plan."""
TELL: Final = 1.0
"""Real seconds between two looks at messages to many."""
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
    calendars: CalendarPlanner | None = None
    mail: Delivery | None = None
    handouts: HandoutPlanner | None = None
    notices: NoticePlanner | None = None
    teller: BroadcastTeller | None = None

    @property
    def deliveries(self) -> dict[str, Delivery]:
        """What is delivered, by channel."""
        channel = self.services.channel
        return {channel: self.delivery} | ({} if self.mail is None else {mail_channel(channel): self.mail})

    async def plan(self) -> None:
        """Plan what people must hear of changes, what is due in the time ahead, and what calendars must hear."""
        chosen = self.services.planned.is_set()
        if self.notices is not None:
            await self.notices.tick()
        await self.planner.tick()
        if self.calendars is not None:
            await self.calendars.tick(chosen=chosen)
        if self.handouts is not None:
            await self.handouts.tick(chosen=chosen)

    async def tell(self) -> None:
        """Start the messages to many that are due, and tell their authors how they stand."""
        if self.teller is not None:
            await self.teller.tick()

    async def rescue(self) -> None:
        """Take back what a process claimed that died, and record as skipped what was not sent in time."""
        services = self.services
        for channel, delivery in self.deliveries.items():
            found = await services.database.write(_rescue, channel, services.clock(), self.real())
            if found:
                _log.warning("%d messages were in hand when a process died; they are sent if still of use", found)
                delivery.wake()

    async def tidy(self) -> None:
        """Delete what has passed its term."""
        now = self.services.clock()
        await self.services.database.write(personal.expire, now, days=self.services.settings.privacy_days)
        await self.services.database.write(mailboxes.forget_strangers, now, term=personal.CODES)


@dataclass(frozen=True)
class Post:
    """The way by mail: what sends, and when it may."""

    sender: Sender
    pacer: Pacer


def make_ticks(
    services: Services,
    sender: Sender,
    pacer: Pacer,
    *,
    post: Post | None = None,
) -> Ticks:
    """Put the delivery of a channel, that by mail if there is any, and their ticks together."""

    def delivery_of(store: OutboxStore, by: Sender, pace: Pacer) -> Delivery:
        return Delivery(
            store,
            by,
            pace,
            clock=services.clock,
            catalogue=services.catalogue,
            speed=services.settings.clock_speed,
        )

    delivery = delivery_of(OutboxStore(services), sender, pacer)
    mail = None
    if post is not None:
        mail = delivery_of(OutboxStore(services, channel=mail_channel(services.channel)), post.sender, post.pacer)

    def wake() -> None:
        delivery.wake()
        if mail is not None:
            mail.wake()

    calendars = CalendarPlanner(services, wake, by_mail=mail is not None)
    handouts = HandoutPlanner(services, delivery.wake)
    return Ticks(
        services,
        Planner(services, delivery.wake),
        delivery,
        calendars=calendars,
        mail=mail,
        handouts=handouts,
        notices=NoticePlanner(services, delivery.wake),
        teller=BroadcastTeller(services, delivery.wake),
    )


@asynccontextmanager
async def running(ticks: Ticks) -> AsyncIterator[None]:
    """Let the ticks tick and the outbox be delivered while the context lasts; what is in flight is finished."""
    scheduler = make_scheduler(ticks)
    delivering = [asyncio.create_task(delivery.run()) for delivery in ticks.deliveries.values()]
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        for delivery in ticks.deliveries.values():
            delivery.stop()
        await asyncio.gather(*delivering)


def make_scheduler(ticks: Ticks) -> AsyncIOScheduler:
    """Make the scheduler, in memory and in UTC; each tick runs at once and then every so many real seconds."""
    defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": GRACE}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)
    every: dict[Callable[[], Awaitable[None]], float] = {
        ticks.plan: PLAN,
        ticks.tell: TELL,
        ticks.rescue: RESCUE,
        ticks.tidy: TIDY,
    }
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
