import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from broadcast_people import SAFETY, Crowd
from chat_bots import Bots, EventClockByHand

from bot.people.access import Role
from handlers.services import Services
from handlers.setup import add_what_is_missing
from handlers.stage.people import Person
from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from storage.database import Database, upgrade


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


@pytest.fixture
def bots(stage: Stage, address: str, days_url: str, clock: EventClockByHand) -> Bots:
    return Bots(stage, address, days_url, clock)


@pytest.fixture
def with_pages(bots: Bots) -> None:
    """Gives the bots a public address, so that they speak of web pages too."""
    bots.public_url = "https://netwerkdag.example.org"


@pytest.fixture
async def services(bots: Bots) -> AsyncIterator[Services]:
    """The services of a bot that runs."""
    async with bots.running() as found:
        yield found


@pytest.fixture
async def crowd(stage: Stage, bots: Bots) -> AsyncIterator[Crowd]:
    async with bots.running(clockwork=True) as services:
        author = stage.person(1, "Anna")
        await author.ask("/start")
        made = Crowd(stage, bots, services, author)
        for number in range(2, 6):
            person = stage.person(number, "Gast", "nl" if number < 5 else "en")
            await person.ask("/start")
            await person.ask("/volg veiligheid")
            made.followers.append(person)
        await made.grant(author, Role.SECRETARY, SAFETY)
        yield made


@pytest.fixture
def guest(stage: Stage, services: Services) -> Person:  # noqa: ARG001 - a bot runs meanwhile
    """Somebody who speaks Dutch, with a bot that runs."""
    return stage.person(1, "Gast")


@pytest.fixture
def visitor(stage: Stage, services: Services) -> Person:  # noqa: ARG001 - a bot runs meanwhile
    """Somebody who speaks English, with a bot that runs."""
    return stage.person(2, "Guest", "en")
