"""`netwerkdag programme`: days from files, and what is in them."""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.checking.findings import Finding, Severity
from bot.programme.model import Event, Language, Programme
from bot.wording.checking import checked
from bot.wording.pages import whole_day
from config.bundled import programme_sources
from handlers.checking import check_in
from handlers.cli.changes import told
from handlers.cli.faults import Stop
from handlers.cli.wiring import LANGUAGE, database, run_async, wiring
from handlers.services import read_sentences
from handlers.setup import Imported, import_programme
from storage import programme as programmes


@click.group()
def programme() -> None:
    """Add and change days from files, list them, show one."""


@programme.command("import")
@click.argument("file")
def import_file(file: str) -> None:
    """Make an event what FILE says, and tell what changed.

    FILE is a programme in YAML, or the name of a bundled one, such as haarlem-2023. The same file again
    changes nothing. A file with mistakes changes nothing either: each is told with its line.
    """
    done = run_async(_import(file))
    for line in told(done):
        click.echo(line)


@programme.command("show")
@click.argument("event")
@click.option("--lang", type=LANGUAGE, default="nl", show_default=True, help="Language of what is shown.")
def show(event: str, lang: Language) -> None:
    """Show the day of EVENT by time slot, as the chat does."""
    found = run_async(_load(event))
    click.echo(f"{found.event.key}, revision {found.event.revision}, {found.event.state.value}")
    click.echo(whole_day(found, read_sentences()[lang]).plain())


@programme.command("check")
@click.argument("event")
@click.option("--lang", type=LANGUAGE, default="nl", show_default=True, help="Language of what is told.")
@click.option("--strict", is_flag=True, help="End with 1 when something cannot be so, for use in a script.")
def check(event: str, lang: Language, *, strict: bool) -> None:
    """Look for what is not right about the day of EVENT yet.

    Rooms taken twice, speakers in two places, sessions that the same people follow at the same time (with a better
    time), and what is missing: rooms, texts, secretaries.
    """
    day, found = run_async(_check(event, wiring().settings().channel))
    click.echo(checked(found, day, read_sentences()[lang]).plain())
    if strict and any(one.severity is Severity.ERROR for one in found):
        click.get_current_context().exit(1)


@programme.command("list")
def list_all() -> None:
    """List the events: key, day, place, name."""
    for event in run_async(_events()):
        where = event.city or ("online" if event.online else "")
        click.echo(f"{event.key:<20} {event.first_day.isoformat()}  {where:<12} {event.title.to('nl')}")


async def _import(file: str) -> Imported:
    text = _source(file)
    async with database() as found:
        return await import_programme(found, text, file, datetime.now(UTC))


def _source(file: str) -> str:
    bundled = programme_sources()
    path = Path(file)
    if file in bundled and not path.exists():
        return bundled[file]
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Stop(f"{file}:{line}: not UTF-8 text; save the file as UTF-8") from None
    except FileNotFoundError:
        raise Stop(f"{file}: no such file, and no bundled programme (those are: {', '.join(bundled)})") from None


async def _load(event: str) -> Programme:
    async with database() as found:
        return await found.read(programmes.load, event)


async def _check(event: str, channel: str) -> tuple[Programme, tuple[Finding, ...]]:
    async with database() as found:
        day = await found.read(programmes.load, event)
        return day, await found.read(check_in, day, channel)


async def _events() -> tuple[Event, ...]:
    async with database() as found:
        return await found.read(programmes.events)
