import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.outbox.pacing import Pacer
from config.settings import Settings
from handlers.clock.ticks import make_ticks, running
from handlers.services import Services, make_services, read_sentences
from handlers.setup import add_what_is_missing
from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from handlers.telegram.application import build_application
from handlers.telegram.delivering import Delivering
from handlers.telegram.sender import TelegramSender
from storage.database import Database, upgrade


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


@pytest.fixture(scope="session")
def bundled_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the network and the bundled days."""
    path = tmp_path_factory.mktemp("bundled") / "days.db"
    upgrade(f"sqlite:///{path}")

    async def fill() -> None:
        database = Database.open(f"sqlite:///{path}")
        await add_what_is_missing(database, datetime(2023, 2, 1, tzinfo=UTC))
        await database.close()

    asyncio.run(fill())
    return path


@pytest.fixture
def days_url(bundled_days: Path, tmp_path: Path) -> str:
    """The address of a database of one's own with the bundled days."""
    shutil.copyfile(bundled_days, tmp_path / "netwerkdag.db")
    return f"sqlite:///{tmp_path / 'netwerkdag.db'}"


@pytest.fixture
def clock() -> EventClockByHand:
    return EventClockByHand()


@pytest.fixture
def stage() -> Stage:
    return Stage(first_update_id=1)


@pytest.fixture
async def address(stage: Stage) -> AsyncIterator[str]:
    async with serving(stage) as url:
        yield url


@dataclass
class Bots:
    """Starts bots on the stage, each with services of its own, as processes have."""

    stage: Stage
    address: str
    url: str
    clock: EventClockByHand
    told: list[str] = field(default_factory=list)

    def settings(self, token: str | None = None) -> Settings:
        return Settings(
            telegram_bot_token=token or self.stage.token,
            telegram_api_url=self.address,
            database_url=self.url,
            channel="stage",
            event="haarlem-2023",
            _env_file=None,
        )

    @asynccontextmanager
    async def prepared(
        self, *, token: str | None = None, patience: float = 30.0, lease: float = 6.0, clockwork: bool = False
    ) -> AsyncIterator[tuple[Delivering, Services]]:
        """Make a bot that does not run yet."""
        database = Database.open(self.url)
        settings = self.settings(token)
        services = make_services(
            database=database, clock=self.clock, catalogue=read_sentences(), settings=settings
        )
        services.programmes.every = 0.0
        pacer = Pacer()
        app = build_application(services, token or self.stage.token, pacer)

        async def tick(ending: asyncio.Event) -> None:
            async with running(make_ticks(services, TelegramSender(app.bot), pacer)):
                await ending.wait()

        companions = (tick,) if clockwork else ()
        delivering = Delivering(
            services, app, companions, told=self.told.append, patience=patience, lease=lease
        )
        try:
            yield delivering, services
        finally:
            await database.close()

    @asynccontextmanager
    async def running(self, *, lease: float = 6.0, clockwork: bool = False) -> AsyncIterator[Services]:
        """Run a bot while the context lasts."""
        stop = asyncio.Event()
        async with self.prepared(lease=lease, clockwork=clockwork) as (delivering, services):
            task = asyncio.create_task(delivering.run(stop))
            try:
                yield services
            finally:
                stop.set()
                await task


@pytest.fixture
def bots(stage: Stage, address: str, days_url: str, clock: EventClockByHand) -> Bots:
    return Bots(stage, address, days_url, clock)


@pytest.fixture
async def services(bots: Bots) -> AsyncIterator[Services]:
    """The services of a bot that runs."""
    async with bots.running() as found:
        yield found


@pytest.fixture
def guest(stage: Stage, services: Services) -> Person:
    """Somebody who speaks Dutch, with a bot that runs."""
    return stage.person(1, "Gast")


@pytest.fixture
def visitor(stage: Stage, services: Services) -> Person:
    """Somebody who speaks English, with a bot that runs."""
    return stage.person(2, "Guest", "en")
