"""The real bot on a stage, with services of its own as a process has, and days that a test changes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection

from bot.outbox.pacing import Pacer
from bot.wording.catalogue import Catalogue
from config.settings import Settings
from handlers.clock.ticks import Post, make_ticks, running
from handlers.mail.sender import mail_sender
from handlers.services import Services, make_services, read_sentences
from handlers.stage.stage import Stage
from handlers.telegram.application import build_application
from handlers.telegram.delivering import Delivering
from handlers.telegram.sender import TelegramSender
from storage import programme as programmes
from storage.database import Database

DAY = "haarlem-2023"


@cache
def sentences() -> Catalogue:
    """Read the sentences once for all tests."""
    return read_sentences()


@dataclass
class EventClockByHand:
    """The moment of the event, in UTC; a test sets it."""

    now: datetime = datetime(2023, 2, 10, 8, 25, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def local(self, text: str) -> None:
        """Set the clock to a time of the Haarlem day, as 11.40."""
        hour, minute = text.split(".")
        self.now = datetime(2023, 2, 10, int(hour) - 1, int(minute), tzinfo=UTC)


@dataclass
class Bots:
    """Starts bots on the stage, each with services of its own, as processes have."""

    stage: Stage
    address: str
    url: str
    clock: EventClockByHand
    told: list[str] = field(default_factory=list)
    public_url: str | None = None
    day: str = DAY
    desk_chat: str | None = None
    smtp_url: str | None = None

    def settings(self, token: str | None = None) -> Settings:
        return Settings(
            telegram_bot_token=token or self.stage.token,
            telegram_api_url=self.address,
            database_url=self.url,
            channel="stage",
            event=self.day,
            public_url=self.public_url,
            desk_chat=self.desk_chat,
            smtp_url=self.smtp_url,
            mail_from="agenda@g40.example" if self.smtp_url else None,
            _env_file=None,
        )

    @asynccontextmanager
    async def prepared(
        self,
        *,
        token: str | None = None,
        patience: float = 30.0,
        lease: float = 6.0,
        pause: float = 2.0,
        clockwork: bool = False,
    ) -> AsyncIterator[tuple[Delivering, Services]]:
        """Make a bot that does not run yet."""
        database = Database.open(self.url)
        settings = self.settings(token)
        services = make_services(database=database, clock=self.clock, catalogue=sentences(), settings=settings)
        services.programmes.every = 0.0
        pacer = Pacer()
        app = build_application(services, token or self.stage.token, pacer)

        by_mail = mail_sender(settings)
        post = None if by_mail is None else Post(by_mail[0], Pacer(by_mail[1]))

        async def tick(ending: asyncio.Event) -> None:
            async with running(make_ticks(services, TelegramSender(app.bot), pacer, post=post)):
                await ending.wait()

        companions = (tick,) if clockwork else ()
        delivering = Delivering(
            services, app, companions, told=self.told.append, patience=patience, lease=lease, pause=pause
        )
        try:
            yield delivering, services
        finally:
            await database.close()

    @asynccontextmanager
    async def running(
        self, *, lease: float = 6.0, clockwork: bool = False, pause: float = 2.0
    ) -> AsyncIterator[Services]:
        """Run a bot while the context lasts."""
        stop = asyncio.Event()
        async with self.prepared(lease=lease, clockwork=clockwork, pause=pause) as (delivering, services):
            task = asyncio.create_task(delivering.run(stop))
            try:
                yield services
            finally:
                stop.set()
                await task


def change(conn: Connection, key: str, **fields: Any) -> None:
    """Change a session, as the command line may do beside a bot that runs."""
    day = programmes.load(conn, DAY)
    sessions = tuple(replace(s, **fields) if s.key == key else s for s in day.sessions)
    programmes.save(conn, replace(day, sessions=sessions), now=datetime(2023, 2, 10, 8, tzinfo=UTC))


def remove(conn: Connection, key: str) -> None:
    """Take a session out of the day."""
    day = programmes.load(conn, DAY)
    sessions = tuple(s for s in day.sessions if s.key != key)
    programmes.save(conn, replace(day, sessions=sessions), now=datetime(2023, 2, 10, 8, tzinfo=UTC))
