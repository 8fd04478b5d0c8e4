"""`netwerkdag check`: is all ready for the day."""

import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot.checking.findings import Finding
from bot.errors import DatabaseTooNew, DatabaseUnavailable
from bot.outbox.model import OutboxState
from bot.people.access import Grant
from bot.programme.model import Programme
from config.settings import Settings
from handlers.checking import check_in
from handlers.cli import probes, readiness
from handlers.cli.faults import Stop, lines_of
from handlers.cli.readiness import Level, Line, Waiting
from handlers.cli.status import look
from handlers.cli.wiring import database, run_async, wiring
from handlers.services import read_sentences
from storage import outbox, pauses, roles, sign_ups
from storage import programme as programmes
from storage.database import moment


@click.command()
@click.argument("event")
@click.option("--test-message", "test", is_flag=True, help="Send a message to DESK_CHAT, or to --to, to see it arrive.")
@click.option("--to", metavar="CHAT", help="The number of the chat for the test message.")
def check(event: str, to: str | None, *, test: bool) -> None:
    """Look whether all is ready for the day of EVENT: a line each, with what to do; ends with 1 when something fails.

    Nothing is changed, and nothing is sent but the test message that --test-message asks for.
    """
    settings = wiring().settings()
    chat = to or settings.desk_chat
    if test and chat is None:
        raise Stop("a test message needs a chat: set DESK_CHAT, or give --to")
    if to is not None and not to.lstrip("-").isdigit():
        raise Stop(f"--to is the number of a chat, such as 123456789, not {to!r}")
    lines = run_async(_looked(settings, wiring().mail, event, chat if test else None))
    for line in lines:
        click.echo(str(line))
    if any(line.level is Level.FAIL for line in lines):
        click.get_current_context().exit(1)


async def _looked(
    settings: Settings, mail: Callable[[Settings], Awaitable[str]], event: str, chat: str | None
) -> list[Line]:
    lines = await _about_the_day(settings, event)
    found = await probes.telegram(settings)
    lines.append(found.line)
    if found.line.level is Level.OK:
        lines.append(readiness.clock("Telegram", found.offset))
    own = readiness.rehearsal(settings.clock_start, settings.clock_speed)
    lines += [own] if own is not None else []
    lines += [readiness.disk(shutil.disk_usage(_folder(settings)).free), await probes.pages(settings)]
    if settings.by_mail:
        refused = await mail(settings)
        lines.append(
            Line(Level.FAIL, f"mail: {refused}", "look at SMTP_URL")
            if refused
            else Line(Level.OK, "mail: the server takes our name")
        )
    if chat is not None:
        words = read_sentences()["nl"]
        lines.append(await probes.say(settings, chat, words("check-test-message", event=event)))
    return lines


async def _about_the_day(settings: Settings, event: str) -> list[Line]:
    """Look at what is in the database; where that cannot be opened it is all there is to say."""
    now = datetime.now(UTC)
    try:
        async with database() as found:
            day = await found.read(programmes.load, event)
            told = await found.read(moment)
            grants, linked, wrong, waiting = await found.read(_facts, day, settings, now)
    except (DatabaseTooNew, DatabaseUnavailable, DBAPIError) as error:
        return [Line(Level.FAIL, f"database: {' '.join(lines_of(error))}", "look at DATABASE_URL")]
    return [
        Line(Level.OK, "database: answers, and is up to date"),
        readiness.clock("the database", (told - datetime.now(UTC)).total_seconds()),
        readiness.published(day),
        readiness.findings(wrong, event),
        *readiness.people(day, grants),
        readiness.links(day, linked, now),
        *readiness.outbox(waiting),
    ]


def _facts(
    conn: Connection, day: Programme, settings: Settings, now: datetime
) -> tuple[tuple[Grant, ...], frozenset[int], tuple[Finding, ...], Waiting]:
    stands = look(conn, day, settings.channel, settings.clock_speed, now)
    failed = sum(count for (state, _), count in stands.messages.items() if state is OutboxState.FAILED)
    planned = outbox.planned_for(conn, day.event.id, settings.channel)
    due = sum(row.due_at <= now - readiness.WAITED and row.expires_at > now for row in planned)
    paused = pauses.paused_since(conn, day.event.id) is not None
    return (
        roles.grants_at(conn, day.event.id),
        sign_ups.linked(conn, [s.id for s in day.sessions]),
        check_in(conn, day, settings.channel),
        Waiting(0 if paused else due, failed, len(stands.late), paused),
    )


def _folder(settings: Settings) -> Path:
    """Give the folder whose disk fills up: that of the database, where it is a file."""
    url = make_url(settings.database_url)
    name = url.database if url.get_backend_name() == "sqlite" else None
    return Path(name).absolute().parent if name else Path.cwd()
