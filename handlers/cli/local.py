"""The stage process: a local Bot API with a chat page, and the real bot as its child."""

import asyncio
import contextlib
import os
import socket
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

import click

from bot.clock import EventClock
from bot.errors import NoEvents
from bot.programme.choice import eve, event_at
from bot.programme.model import Programme
from bot.wording.names import clock as clock_words
from bot.wording.names import day_name
from config.settings import Settings
from handlers import rehearsal
from handlers.cli.faults import Stop
from handlers.cli.signals import stopping
from handlers.cli.wiring import Wiring, aware, database
from handlers.services import read_sentences
from handlers.setup import opened
from storage import outbox
from storage import programme as programmes

USUAL: Final = "haarlem-2023"
"""The day that is shown unless EVENT says otherwise."""
LAST_WORDS: Final = 1.5
"""Seconds that the bot gets to end by itself."""
SHORT_LIFE: Final = 5.0
"""Seconds within which a bot that ends did not really start."""
ORGANISERS: Final = 1002
"""The person who plays the organisers on the stage, so that a newcomer can answer what the bot passes on."""
LOOPBACK: Final = "127.0.0.1"
TRIES: Final = 20
"""How many ports after that of the chat page are tried for the web pages."""
LAST_PORT: Final = 65535
SHORT_LIVES: Final = 3
"""How many short lives in a row are enough to give up."""


async def run_local(wired: Wiring, settings: Settings) -> None:
    """Serve the stage and keep the bot running until Ctrl-C; raises Stop when that cannot be done."""
    stop = asyncio.Event()
    async with database() as real:
        url = await rehearsal.apart(real, settings.database_url)
    if url != settings.database_url:
        click.echo(f"Real people use this database; the rehearsal has its own copy of the days: {url}\n")
        settings = settings.model_copy(update={"database_url": url})
    async with opened(url, datetime.now(UTC)) as found:
        keys = await found.read(programmes.revisions)
        chosen = settings.event or (USUAL if USUAL in keys else None)
        if chosen is None:
            event = event_at(await found.read(programmes.events), datetime.now(UTC))
            if event is None:
                raise NoEvents
            chosen = event.key
        programme = await found.read(programmes.load, chosen)
        start = _start(settings, programme)
        # A rehearsal is a day anew: what was sent in the one before is sent again.
        await found.write(outbox.start_over, "stage", start)
        await found.write(rehearsal.play_organiser, programme, str(ORGANISERS))
    clock = EventClock(start, settings.clock_speed)
    with stopping(stop), _port_in_use(settings.port):
        async with wired.stage(clock, settings.port) as (address, token):
            pages = Pages.near(address, settings)
            click.echo(welcome(address, programme, clock(), pages))
            await Child(settings, programme.event.key, clock, address, token, pages).keep_running(stop)


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the bot serves its web pages, and the address under which it speaks of them."""

    port: int
    url: str

    @classmethod
    def near(cls, address: str, settings: Settings) -> "Pages":
        """Choose as the settings say, else a free port after that of the chat page; the same for every child."""
        port = settings.web_port or _free_port(urlsplit(address).port or 0)
        return cls(port, settings.public_url or f"http://{LOOPBACK}:{port}")


def welcome(address: str, programme: Programme, now: datetime, pages: Pages) -> str:
    """Say where the chat is, what the clock says, and what to try first."""
    words = read_sentences()["en"]
    local = programme.local(now)
    return (
        f"The bot answers on this machine only: no TELEGRAM_BOT_TOKEN is set, or --local was given.\n"
        f"\n"
        f"  Open {address} in a browser.\n"
        f"\n"
        f"  The clock says {clock_words(now, programme)} on {day_name(local.date(), words)}"
        f" ({programme.event.key}) and runs.\n"
        f"  Try first: /start, then «zaal 3 om 11.40», /volg, /programma.\n"
        f"  Play the organisers, who change the day (/wijzig) and answer what the bot cannot: "
        f"{address}/?gast={ORGANISERS}\n"
        f"  Calendars to subscribe to, and web pages: {pages.url}\n"
        f"  Ctrl-C stops.\n"
    )


@dataclass
class Child:
    """The real bot in a process of its own, started again when it ends; its clock goes on."""

    settings: Settings
    event: str
    clock: EventClock
    address: str
    token: str
    pages: Pages
    name: str = field(default_factory=lambda: f"stage:{os.getpid()}:{uuid.uuid4().hex[:8]}")

    async def keep_running(self, stop: asyncio.Event) -> None:
        """Run the bot until ``stop``; raises Stop when it does not want to live."""
        short_lives = 0
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                born = time.monotonic()
                process = await self._start()
                ended = asyncio.create_task(process.wait())
                try:
                    await asyncio.wait({stopped, ended}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    await _end(process)
                    await ended
                if stop.is_set():
                    return
                short_lives = short_lives + 1 if time.monotonic() - born < SHORT_LIFE else 0
                if short_lives == SHORT_LIVES:
                    raise Stop(
                        f"the bot ended {SHORT_LIVES} times right after its start, last with {process.returncode}"
                    )
                click.echo(f"the bot ended with {process.returncode}; starting it again", err=True)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), 0.3)
        finally:
            stopped.cancel()

    async def _start(self) -> asyncio.subprocess.Process:
        # The pipe to its standard input closes when this process ends, however it does. A session of its own
        # keeps Ctrl-C from it: this process stops it in order. -P keeps a folder «bot» that happens to be
        # where one stands from being taken for ours.
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "bot",
            "run",
            "--for-stage",
            self.name,
            stdin=asyncio.subprocess.PIPE,
            start_new_session=True,
            env=os.environ | self.environment(),
        )

    def environment(self) -> dict[str, str]:
        """Give the settings of the bot as they are now; its clock starts where the event's stands."""
        return {
            "TELEGRAM_BOT_TOKEN": self.token,
            "TELEGRAM_API_URL": self.address,
            "CHANNEL": "stage",
            "DESK_CHAT": str(ORGANISERS),
            "EVENT": self.event,
            "CLOCK_START": self.clock().isoformat(),
            "CLOCK_SPEED": str(self.settings.clock_speed),
            "DATABASE_URL": self.settings.database_url,
            "LOG_LEVEL": self.settings.log_level,
            "WEB_HOST": LOOPBACK,
            "WEB_PORT": str(self.pages.port),
            "PUBLIC_URL": self.pages.url,
        }


def _start(settings: Settings, programme: Programme) -> datetime:
    if settings.clock_start is not None:
        return aware(settings.clock_start, programme.zone)
    if not programme.sessions:
        raise Stop(f"{programme.event.key} has no sessions yet; set EVENT to another day, such as {USUAL}")
    return eve(programme.event, programme.sessions[0].start).astimezone(UTC)


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the bot: ask, wait shortly, insist."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    if process.stdin is not None:
        process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), LAST_WORDS)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()


def _free_port(port: int) -> int:
    """Give the first free port after ``port``, or any free one."""
    for wanted in (*range(port + 1, min(port + TRIES, LAST_PORT) + 1), 0):
        with contextlib.closing(socket.socket()) as probe, contextlib.suppress(OSError):
            # As the server itself does: a port on which a connection has just ended is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((LOOPBACK, wanted))
            return int(probe.getsockname()[1])
    raise Stop("there is no free port for the web pages; set WEB_PORT")


@contextlib.contextmanager
def _port_in_use(port: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno is not None and "address" in (error.strerror or "").casefold():
            raise Stop(f"port {port} is in use; stop what uses it, or choose another with PORT={port + 1}") from None
        raise
