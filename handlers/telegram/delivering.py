"""The process that delivers for a token: one at a time, the others wait as standby."""

import asyncio
import contextlib
import logging
import os
import socket
import uuid
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.exc import DBAPIError
from telegram.error import InvalidToken, TelegramError

from handlers.services import Services
from handlers.telegram.application import App, set_menu
from handlers.telegram.fetching import Fetching, WrongToken
from handlers.telegram.inbox import Inbox
from handlers.telegram.talk import patiently
from storage import leases

log: Final = logging.getLogger(__name__)

LEASE: Final = 4.0
"""Real seconds after which a process that says nothing is taken to be gone."""

LAST_WORDS: Final = 5.0
"""Real seconds that messages under way get to finish when the process stops."""

Companion = Callable[[asyncio.Event], Awaitable[None]]
"""What runs beside the inbox, such as planning and the outbox; it ends soon after the event is set."""


@dataclass
class Delivering:
    """One process of those that may deliver for a token.

    ``told`` is called with what the organiser should know; ``lease`` is in real seconds, as are ``patience`` and
    ``pause``, which are those of the inbox.
    """

    services: Services
    app: App
    companions: tuple[Companion, ...] = ()
    told: Callable[[str], None] = print
    lease: float = LEASE
    patience: float = 30.0
    pause: float = 2.0
    holder: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}")

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver whenever no other process does, until ``stop``.

        Raises WrongToken, TakenElsewhere.
        """
        async with AsyncExitStack() as stack:
            # A token that is refused leaves connections open that the application does not count as its own yet.
            stack.push_async_callback(self.app.bot.shutdown)
            await self._initialize(stop)
            stack.push_async_callback(self.app.shutdown)
            while not stop.is_set():
                if await self._wait_for_turn(stop):
                    try:
                        await self._deliver(stop)
                    finally:
                        await self.services.database.write(leases.give_up, self._name, self.holder)

    @property
    def _name(self) -> str:
        return f"telegram:{self.services.channel}:{self.app.bot.id}"

    async def _initialize(self, stop: asyncio.Event) -> None:
        """Ask Telegram who we are; wait for it when it is away, for the programme may start before the network."""
        failures = 0
        while not stop.is_set():
            try:
                await self.app.initialize()
            except InvalidToken as error:
                raise WrongToken from error
            except TelegramError as error:
                failures += 1
                if failures == 1:
                    self.told(f"Telegram does not answer ({type(error).__name__}); trying again")
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), min(0.5 * 2**failures, 30))
            else:
                self.services.identity.bot = self.app.bot.username
                return

    async def _take(self) -> bool:
        return await self.services.database.write(leases.take, self._name, self.holder, datetime.now(UTC), self.lease)

    async def _wait_for_turn(self, stop: asyncio.Event) -> bool:
        """Wait until the lease is ours; say False when ``stop`` came first."""
        waited = False
        while not stop.is_set():
            if await self._take():
                gone = "the other process is gone: " if waited else ""
                self.told(f"{gone}@{self.app.bot.username} answers now")
                return True
            if not waited:
                self.told("another process delivers for this token; this one waits as standby")
                waited = True
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self.lease / 4)
        return False

    async def _deliver(self, stop: asyncio.Event) -> None:
        """Handle updates and run the companions while the lease is ours."""
        ending = asyncio.Event()
        stopped = asyncio.create_task(stop.wait())
        fetching = Fetching(self.app.bot, self.patience, self.pause)
        inbox = Inbox(self.app, self.services, fetching, self.pause)
        menu = asyncio.create_task(self._set_menu())
        tasks = [
            asyncio.create_task(inbox.run(ending)),
            asyncio.create_task(self._hold(ending)),
            stopped,
            *(asyncio.ensure_future(companion(ending)) for companion in self.companions),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ending.set()
            stopped.cancel()
            menu.cancel()
            _, late = await asyncio.wait(tasks, timeout=LAST_WORDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, menu, return_exceptions=True)
        for task in done:
            if not task.cancelled() and (error := task.exception()) is not None:
                raise error

    async def _hold(self, ending: asyncio.Event) -> None:
        """Prolong the lease; end when it was lost, as after the machine slept."""
        while not ending.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ending.wait(), self.lease / 3)
            try:
                if not ending.is_set() and not await self._take():
                    self.told("another process took over")
                    return
            except DBAPIError:
                # Nobody else can take it either; once the database is back it shows who has it.
                log.warning("the lease could not be prolonged")

    async def _set_menu(self) -> None:
        try:
            await patiently(lambda: set_menu(self.app.bot, self.services), tries=3)
        except TelegramError as error:
            log.warning("the menu of commands could not be set: %s", type(error).__name__)
