"""`netwerkdag questions`: what people asked and nobody could answer."""

import csv
import sys

import click

from bot.people.desk import Missed
from bot.programme.model import Event
from handlers.cli.wiring import database, run_async
from storage import missed, programme

COLUMNS = ("event", "count", "language", "question", "first asked", "last asked")


@click.group()
def questions() -> None:
    """Show and forget the questions that could not be answered."""


@questions.command("missed")
@click.argument("event", required=False)
@click.option("--csv", "as_csv", is_flag=True, help="Write comma-separated values, for a spreadsheet.")
def show_missed(event: str | None, *, as_csv: bool) -> None:
    """List what could not be answered, of EVENT or of all events, most asked first.

    It is kept without a person: the text (links, mail addresses and telephone numbers as ***), how often, and when
    first and last, in local time of the event.
    """
    found, events = run_async(_missed(event))
    rows = [_row(one, events) for one in found]
    if as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([COLUMNS, *(_harmless(row) for row in rows)])
        return
    for key, count, language, question, _, last in rows:
        click.echo(f"{count:>4}  {key:<16} {language}  {last}  {question}")
    if not rows:
        click.echo("no question was missed")


@questions.command()
@click.argument("event", required=False)
def forget(event: str | None) -> None:
    """Delete what could not be answered, of EVENT or of all events."""
    count = run_async(_forget(event))
    click.echo(f"{count} forgotten")


def _row(one: Missed, events: dict[str, Event]) -> tuple[str, ...]:
    zone = events[one.event].zone
    moments = (moment.astimezone(zone).strftime("%Y-%m-%d %H:%M") for moment in (one.first_at, one.last_at))
    return (one.event, str(one.count), one.language, one.sample, *moments)


def _harmless(row: tuple[str, ...]) -> tuple[str, ...]:
    """Keep a spreadsheet from taking somebody's question for a formula."""
    return tuple(f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell for cell in row)


async def _missed(event: str | None) -> tuple[tuple[Missed, ...], dict[str, Event]]:
    async with database() as found:
        events = {one.key: one for one in await found.read(programme.events)}
        if event is not None:
            await found.read(programme.load, event)  # raises UnknownEvent
        return await found.read(missed.missed, event), events


async def _forget(event: str | None) -> int:
    async with database() as found:
        if event is not None:
            await found.read(programme.load, event)  # raises UnknownEvent
        return await found.write(missed.forget, event)
