"""Everything real but the clocks: database, library, Telegram's stage; time passes when the test says so."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from hand_clock import HandClock
from sqlalchemy import Connection
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.outbox.deliver import Delivery
from bot.outbox.model import OutboxState
from bot.outbox.pacing import Pacer
from bot.people.mailing import mail_channel
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme
from bot.wording.catalogue import Catalogue
from config.settings import Settings
from handlers import handing
from handlers.clock.broadcasts import BroadcastTeller
from handlers.clock.calendars import CalendarPlanner
from handlers.clock.notices import NoticePlanner
from handlers.clock.outbox import OutboxStore
from handlers.clock.planning import Planner
from handlers.clock.ticks import Ticks
from handlers.mail.sender import mail_sender
from handlers.services import Services, make_services, read_sentences
from handlers.stage.stage import Stage
from handlers.telegram.sender import TelegramSender
from handlers.telegram.traffic import Traffic
from storage import chat_rows, choice_rows, handed_out, outbox
from storage import programme as programmes
from storage.database import Database
from storage.tables import outbox as outbox_table

REAL = datetime(2030, 1, 1, tzinfo=UTC)
"""What the real clock shows when the hand clock is at 0; leases go by it."""


DAY = "haarlem-2023"


@cache
def sentences() -> Catalogue:
    """Read the sentences once for all tests."""
    return read_sentences()


@dataclass
class Busy:
    """Passes calls on and knows how many are under way."""

    inner: Any
    count: list[int]

    def __getattr__(self, name: str) -> Callable[..., Any]:
        async def call(*args: Any, **kwargs: Any) -> Any:
            self.count[0] += 1
            try:
                return await getattr(self.inner, name)(*args, **kwargs)
            finally:
                self.count[0] -= 1

        return call


@dataclass
class World:
    """A day being delivered. ``begin`` is where the event's clock stands when the hand clock is at 0.

    ``given`` are settings; with those of mail, mail is delivered too. With ``tells`` people hear of every change.
    """

    database: Database
    stage: Stage
    bot: ExtBot[str]
    pacer: Pacer
    hand: HandClock
    begin: datetime
    channel: str = "stage"
    real_begin: datetime = REAL
    speed: float = 1.0
    patience: float = 0.2
    under_way: list[int] = field(default_factory=lambda: [0])
    given: dict[str, Any] = field(default_factory=dict)
    tells: bool = False

    def __post_init__(self) -> None:
        self.services: Services = make_services(
            database=self.database,
            clock=self.now,
            catalogue=sentences(),
            settings=Settings(_env_file=None, channel=self.channel, clock_speed=self.speed, **self.given),
        )
        self.ticks = self._make_ticks()
        self._running: asyncio.Future[list[None]] | None = None

    def now(self) -> datetime:
        return self.begin + timedelta(seconds=self.hand.now * self.speed)

    def real(self) -> datetime:
        return self.real_begin + timedelta(seconds=self.hand.now)

    def _make_ticks(self) -> Ticks:
        delivery = Delivery(
            Busy(OutboxStore(self.services, real=self.real), self.under_way),
            Busy(TelegramSender(self.bot, patience=self.patience), self.under_way),
            self.pacer,
            clock=self.now,
            catalogue=self.services.catalogue,
            speed=self.speed,
            monotonic=self.hand.monotonic,
            sleep=self.hand.sleep,
        )
        mail = self._make_mail()

        def wake() -> None:
            delivery.wake()
            if mail is not None:
                mail.wake()

        return Ticks(
            self.services,
            Planner(self.services, delivery.wake, monotonic=self.hand.monotonic),
            delivery,
            self.real,
            calendars=CalendarPlanner(self.services, wake, by_mail=mail is not None, monotonic=self.hand.monotonic),
            mail=mail,
            notices=NoticePlanner(self.services, delivery.wake) if self.tells else None,
            teller=BroadcastTeller(self.services, wake, monotonic=self.hand.monotonic),
        )

    def _make_mail(self) -> Delivery | None:
        found = mail_sender(self.services.settings)
        if found is None:
            return None
        return Delivery(
            Busy(OutboxStore(self.services, channel=mail_channel(self.channel), real=self.real), self.under_way),
            Busy(found[0], self.under_way),
            Pacer(found[1], monotonic=self.hand.monotonic, sleep=self.hand.sleep),
            clock=self.now,
            catalogue=self.services.catalogue,
            speed=self.speed,
            monotonic=self.hand.monotonic,
            sleep=self.hand.sleep,
        )

    async def start(self) -> None:
        self._running = asyncio.gather(*(delivery.run() for delivery in self.ticks.deliveries.values()))

    async def stop(self) -> None:
        for delivery in self.ticks.deliveries.values():
            delivery.stop()
        if self._running is not None:
            await self._running

    async def idle(self) -> None:
        """Wait, in real time, until nothing goes on that needs none of ours."""
        while True:
            await self.hand.settle()
            if not self.under_way[0]:
                # What ended a moment ago may have set something else going.
                await self.hand.settle()
                if not self.under_way[0]:
                    return
            await asyncio.sleep(0.0005)

    async def pass_seconds(self, seconds: float) -> None:
        """Let time pass, a sleeper at a time, each with all that it sets going."""
        end = self.hand.now + seconds
        await self.idle()
        while (moment := self.hand.next_moment()) is not None and moment <= end:
            await self.hand.turn_to(moment)
            await self.idle()
        await self.hand.turn_to(end)
        await self.idle()

    async def at(self, moment: datetime, seconds: float = 1.0) -> None:
        """Put the event's clock at ``moment``, tick once, and let a second pass."""
        self.begin = moment - timedelta(seconds=self.hand.now * self.speed)
        await self.ticks.rescue()
        await self.ticks.plan()
        for delivery in self.ticks.deliveries.values():
            delivery.wake()
        await self.pass_seconds(seconds)

    async def save(self, programme: Programme) -> Programme:
        """Keep the day as it is now, as another process would."""

        def write(conn: Connection) -> Programme:
            programmes.save_groups(conn, programme.groups)
            programmes.save(conn, programme, now=self.now())
            return programmes.load(conn, programme.event.key)

        return await self.database.write(write)

    async def programme(self) -> Programme:
        """Give the day as it is kept."""
        return await self.database.read(programmes.load, DAY)

    async def remove(self, key: str) -> None:
        """Take a session out of the day."""
        programme = await self.programme()
        await self.save(replace(programme, sessions=tuple(s for s in programme.sessions if s.key != key)))

    async def change(self, key: str, **facts: Any) -> None:
        """Change facts of one session of the day."""
        programme = await self.programme()
        changed = tuple(replace(s, **facts) if s.key == key else s for s in programme.sessions)
        await self.save(replace(programme, sessions=changed))

    async def hands(self, chat: Chat, *keys: str) -> bytes:
        """Hand somebody the file of these sessions, as the chat does."""
        programme = await self.programme()
        await self.services.programmes.fresh()
        sessions = tuple(programme.session_by_key[key] for key in keys)
        return (await handing.hand(self.services, chat, programme, sessions)).file.content

    async def held(self, chat: Chat) -> dict[str, tuple[int, str]]:
        """Give number and status of what somebody's calendar has, by key."""
        programme = await self.programme()
        ledger = await self.database.read(handed_out.ledger, chat.id, programme.event.id)
        keys = {s.id: s.key for s in (*programme.sessions, *ledger.gone)}
        return {keys[e.session_id]: (e.sequence, e.status.value) for e in ledger.held}

    async def choose(self, chat: Chat, choose: Callable[..., None], *args: Any, **kwargs: Any) -> None:
        """Let somebody choose something: a function of storage/choice_rows.py, called with the chat's id."""
        await self.database.write(choose, chat.id, *args, **kwargs)
        self.services.planned.set()

    async def joins(
        self, number: int, *slugs: str, lead: int | None = 10, channel: str | None = None, address: int | None = None
    ) -> Chat:
        """Let somebody open the bot and follow these groups."""

        def write(conn: Connection) -> Chat:
            chat, _ = chat_rows.chat_for(
                conn,
                channel=channel or self.channel,
                address=str(address or number),
                kind=ChatKind.GROUP if (address or number) < 0 else ChatKind.PRIVATE,
                telegram_language="nl",
                now=self.now(),
            )
            chat_rows.set_lead(conn, chat.id, lead)
            groups = {g.slug: g.id for g in programmes.groups(conn)}
            for slug in slugs:
                choice_rows.follow(conn, chat.id, groups[slug], self.now())
            return replace(chat, lead=lead)

        if number > 0:
            self.stage.person(number)
        chat = await self.database.write(write)
        self.services.planned.set()
        return chat

    async def crowd(self, count: int, slug: str) -> None:
        """Let so many people, from number 1 on, follow one group."""

        def write(conn: Connection) -> None:
            group = next(g.id for g in programmes.groups(conn) if g.slug == slug)
            for number in range(1, count + 1):
                chat, _ = chat_rows.chat_for(
                    conn,
                    channel=self.channel,
                    address=str(number),
                    kind=ChatKind.PRIVATE,
                    telegram_language="nl",
                    now=self.now(),
                )
                choice_rows.follow(conn, chat.id, group, self.now())

        for number in range(1, count + 1):
            self.stage.person(number)
        await self.database.write(write)
        self.services.planned.set()

    def files(self, number: int) -> list[bytes]:
        """Give the files in somebody's chat."""
        return [m.document.data for m in self.stage.person(number).messages if m.document is not None]

    def told(self, number: int) -> list[str]:
        """Give the texts in somebody's chat."""
        return [m.text for m in self.stage.person(number).messages]

    async def states(self) -> dict[OutboxState, int]:
        return await self.database.read(outbox.counts, 1)

    async def rows(self) -> list[tuple[OutboxState, str]]:
        """Give state and reason of everything in the outbox, in the order in which it was planned."""

        def read(conn: Connection) -> list[tuple[OutboxState, str]]:
            query = outbox_table.select().order_by(outbox_table.c.id)
            return [(row["state"], row["reason"]) for row in conn.execute(query).mappings()]

        return await self.database.read(read)


@asynccontextmanager
async def world_at(
    database: Database, stage: Stage, address: str, begin: datetime, **facts: Any
) -> AsyncIterator[World]:
    """Make the world and let its outbox be delivered while the context lasts."""
    hand = HandClock()
    pacer = Pacer(monotonic=hand.monotonic, sleep=hand.sleep)
    async with bot_at(stage, address, pacer) as bot:
        world = World(database, stage, bot, pacer, hand, begin, **facts)
        await world.start()
        try:
            yield world
        finally:
            stopping = asyncio.create_task(world.stop())
            while not stopping.done():
                await world.pass_seconds(1.0)
            await stopping


def bot_at(stage: Stage, address: str, pacer: Pacer) -> ExtBot[str]:
    """Make the library's bot; nothing is encrypted on loopback, so no certificates are read."""
    plain: dict[str, Any] = {"httpx_kwargs": {"verify": False}}
    return ExtBot(
        stage.token,
        base_url=f"{address}/bot",
        request=HTTPXRequest(connection_pool_size=20, **plain),
        get_updates_request=HTTPXRequest(connection_pool_size=1, **plain),
        rate_limiter=Traffic(pacer),
    )
