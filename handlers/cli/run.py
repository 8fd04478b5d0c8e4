"""`netwerkdag run`: the bot on Telegram, or on a local stage when there is no token."""

import asyncio
import contextlib
import os
import sys
import threading
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

import click

from bot.clock import Clock, EventClock, system_clock
from bot.errors import NoEvents, UnknownEvent
from bot.programme.choice import event_at, event_on, lies_behind
from bot.programme.model import Event
from config.settings import Settings
from handlers.cli.local import run_local
from handlers.cli.signals import stopping
from handlers.cli.wiring import Job, Wiring, aware, database, run_async, wiring
from storage import programme as programmes

USUAL_ZONE: Final = "Europe/Amsterdam"


@click.command()
@click.option("--local", is_flag=True, help="Use the local stage even where there is a token.")
@click.option("--for-stage", metavar="NAME", hidden=True, help="Be the bot of a stage: end when standard input does.")
def run(for_stage: str | None, *, local: bool) -> None:
    """Run the bot until Ctrl-C.

    With TELEGRAM_BOT_TOKEN the bot answers on Telegram. Without one it answers on this machine only: a chat page
    at http://127.0.0.1:8080 (setting: PORT), with the clock at the start of a network day.

    A second run for the same token and database waits, and takes over when the first is gone.
    """
    wired = wiring()
    settings = wired.settings()
    if local or settings.telegram_bot_token is None:
        run_async(run_local(wired, settings))
    else:
        run_async(_deliver(wired, settings, for_stage))


async def _deliver(wired: Wiring, settings: Settings, for_stage: str | None) -> None:
    stop = asyncio.Event()
    with stopping(stop):
        if for_stage is not None:
            _stop_with_standard_input(stop)
        async with database() as found:
            events = await found.read(programmes.events)
            clock = clock_of(settings, events)
            if for_stage is None:
                click.echo(day_in_words(settings, events, clock()))
            told = _tell_errors if for_stage is not None else _tell
            await wired.deliver(Job(settings, found, clock, stop, told, for_stage))


def clock_of(settings: Settings, events: tuple[Event, ...]) -> Clock:
    """Make the event clock: the real one unless CLOCK_START or CLOCK_SPEED says otherwise."""
    if settings.clock_start is None and settings.clock_speed == 1:
        return system_clock
    if settings.clock_start is None:
        return EventClock(datetime.now(UTC), settings.clock_speed)
    chosen = next((e for e in events if e.key == settings.event), None)
    event = chosen or event_on(events, settings.clock_start.date())
    return EventClock(aware(settings.clock_start, event.zone if event else ZoneInfo(USUAL_ZONE)), settings.clock_speed)


def day_in_words(settings: Settings, events: tuple[Event, ...], now: datetime) -> str:
    """Say about which day questions are answered; where none is ahead, how to try one on this machine.

    Raises UnknownEvent, NoEvents.
    """
    if settings.event is not None:
        event = next((e for e in events if e.key == settings.event), None)
        if event is None:
            raise UnknownEvent(settings.event, tuple(sorted(e.key for e in events)))
        return f"Answers are about {_named(event)}."
    event = event_at(events, now)
    if event is None:
        raise NoEvents
    if lies_behind(event, now):
        return (
            f"No event is today or ahead; answers are about the last one, {_named(event)}.\n"
            "To try that day on this machine: netwerkdag run --local"
        )
    return f"Answers are about {_named(event)}."


def _named(event: Event) -> str:
    return f"{event.key} ({event.title.to('en')}, {event.first_day:%d %B %Y})"


def _tell(line: str) -> None:
    click.echo(line)


def _tell_errors(line: str) -> None:
    click.echo(line, err=True)


def _stop_with_standard_input(stop: asyncio.Event) -> None:
    """Set ``stop`` when standard input ends: whoever started us is gone, even without a word."""
    loop = asyncio.get_running_loop()

    def watch() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        with contextlib.suppress(RuntimeError):  # the loop may have ended before
            loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=watch, daemon=True, name="parent").start()
