"""What the commands get from the composition root, and how they reach the database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Final, TypeVar

import click

from bot.clock import Clock, EventClock
from config.settings import Settings
from handlers.setup import opened
from storage.database import Database

T = TypeVar("T")

LANGUAGE: Final = click.Choice(["nl", "en"])


@dataclass(frozen=True)
class Job:
    """What it takes to deliver for a token; ``holder`` names this process among those that may."""

    settings: Settings
    database: Database
    clock: Clock
    stop: asyncio.Event
    told: Callable[[str], None]
    holder: str | None = None


async def no_mail(_settings: Settings) -> str:
    """Say that nothing of this program asks a mail server."""
    return "nothing here can ask the mail server"


@dataclass(frozen=True)
class Wiring:
    """Set by the composition root: the settings, and what ``run`` starts behind the other doors.

    ``deliver`` runs the bot for a token until it is told to stop. ``stage`` serves a local Bot API with a chat page
    at a port, while the context lasts, and gives its address and the token of its bot. ``mail`` asks the mail server
    whether it takes our name, and gives why not.
    """

    settings: Callable[[], Settings]
    deliver: Callable[[Job], Awaitable[None]]
    stage: Callable[[EventClock, int], AbstractAsyncContextManager[tuple[str, str]]]
    mail: Callable[[Settings], Awaitable[str]] = no_mail


def wiring() -> Wiring:
    """Give the wiring of the command that runs."""
    found = click.get_current_context().find_object(Wiring)
    assert found is not None  # noqa: S101 - the composition root always passes it
    return found


@asynccontextmanager
async def database() -> AsyncIterator[Database]:
    """Open the database of the settings, set up as far as it was not."""
    async with opened(wiring().settings().database_url, datetime.now(UTC)) as found:
        yield found


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """Run what a command does."""
    return asyncio.run(work)


def local_moment(text: str, zone: tzinfo) -> datetime:
    """Read a moment such as 2023-02-10T11:20, in ``zone`` unless it names one; raises ValueError."""
    return aware(datetime.fromisoformat(text), zone)


def aware(moment: datetime, zone: tzinfo) -> datetime:
    """Give a moment in UTC; without a zone of its own it is local time in ``zone``."""
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).astimezone(UTC)
