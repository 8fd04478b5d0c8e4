"""`netwerkdag signups` and `netwerkdag session`: for the secretary of a session one signs up for."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import click
from sqlalchemy import Connection

from bot.errors import UnknownSession
from bot.people.signing import LARGEST_DOCUMENT, Document, SignUp, can_sign_up, checked_link, fits
from bot.programme.model import Programme, Session
from bot.wording.names import clock
from handlers.cli.faults import Stop
from handlers.cli.wiring import database, run_async
from storage import acts, sign_ups
from storage import programme as programmes

COLUMNS: Final = ("event", "session", "title", "name", "city", "signed_up_at")
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with, or a spreadsheet would take it for a formula."""


@click.command()
@click.argument("event")
@click.option("--session", "key", metavar="KEY", help="Only this session.")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values, for a spreadsheet.")
def signups(event: str, key: str | None, as_csv: bool) -> None:
    """List who signed up for the sessions of EVENT, with the name and city that they chose to give."""
    day, found = run_async(_sign_ups(event))
    wanted = [_session(day, key)] if key is not None else [s for s in day.sessions if can_sign_up(s)]
    by_session = [(session, [one for one in found if one.session_id == session.id]) for session in wanted]
    if as_csv:
        click.echo(_csv(day, by_session), nl=False)
        return
    if not by_session:
        click.echo(f"{event}: there is no session that one signs up for")
    for session, those in by_session:
        click.echo(f"{session.key} ({session.title.to('nl')}, {clock(session.start, day)}): {len(those)}")
        for one in those:
            by_hand = ", added by hand" if one.chat_id is None else ""
            click.echo(f"  {one.name or '(no name)'}, {one.city or '(no city)'}{by_hand}")


@click.group("session")
def session_group() -> None:
    """Give those who signed up for a session its link and documents. Nobody else ever gets them."""


@session_group.command("link")
@click.argument("event")
@click.argument("key")
@click.argument("url")
def link(event: str, key: str, url: str) -> None:
    """Send the https address URL of session KEY of EVENT to all who signed up, and to those who still will.

    The same address again sends nothing; another one is sent as a change.
    """
    checked = checked_link(url)
    count = run_async(_set_link(event, key, checked))
    click.echo(f"{key}: that is its link already" if count is None else f"{key}: the link goes to {_people(count)}")


@session_group.command("document")
@click.argument("event")
@click.argument("key")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def document(event: str, key: str, file: Path) -> None:
    """Send FILE to all who signed up for session KEY of EVENT, and to those who still will.

    They cannot pass it on in Telegram. Another file of the same name comes in its place and is sent anew.
    """
    paper = Document(file.name, file.read_bytes())
    if not fits(paper):
        most = LARGEST_DOCUMENT // 1024 // 1024
        raise Stop(f"{file}: a document has 1 byte to {most} MB, this one {len(paper.content)} bytes")
    count = run_async(_add_document(event, key, paper))
    click.echo(f"{key}: {file.name} was there already" if count is None else f"{key}: it goes to {_people(count)}")


@session_group.command("withdraw-link")
@click.argument("event")
@click.argument("key")
def withdraw_link(event: str, key: str) -> None:
    """Take the link of session KEY of EVENT away: who has not got it yet will not."""
    gone = run_async(_withdraw(event, key, "link-away", sign_ups.withdraw_link))
    click.echo(f"{key}: the link is taken away" if gone else f"{key}: there was no link")


@session_group.command("withdraw-document")
@click.argument("event")
@click.argument("key")
@click.argument("name")
def withdraw_document(event: str, key: str, name: str) -> None:
    """Take the document NAME of session KEY of EVENT away: who has not got it yet will not."""
    gone = run_async(_withdraw(event, key, "paper-away", partial(sign_ups.withdraw_document, name=name)))
    if not gone:
        raise Stop(f"{key}: there is no document {name!r}; there is: {', '.join(run_async(_names(event, key))) or '-'}")
    click.echo(f"{key}: {name} is taken away")


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _session(day: Programme, key: str) -> Session:
    if key not in day.session_by_key:
        raise UnknownSession(key, day.event.key)
    return day.session_by_key[key]


def _for_signing(day: Programme, key: str) -> Session:
    session = _session(day, key)
    if not can_sign_up(session):
        raise Stop(f"one does not sign up for {key}: it is not online, and its file has no registration")
    return session


def _csv(day: Programme, by_session: list[tuple[Session, list[SignUp]]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for session, those in by_session:
        for one in those:
            at = day.local(one.at).isoformat(timespec="seconds")
            cells = (day.event.key, session.key, session.title.to("nl"), one.name, one.city, at)
            writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return text.getvalue()


async def _sign_ups(event: str) -> tuple[Programme, tuple[SignUp, ...]]:
    def read(conn: Connection) -> tuple[Programme, tuple[SignUp, ...]]:
        day = programmes.load(conn, event)
        return day, sign_ups.of_event(conn, day.event.id)

    async with database() as found:
        return await found.read(read)


async def _set_link(event: str, key: str, url: str) -> int | None:
    now = datetime.now(UTC)

    def write(conn: Connection) -> int | None:
        day = programmes.load(conn, event)
        count = sign_ups.set_link(conn, _for_signing(day, key).id, url, now)
        if count is not None:
            acts.record(conn, day.event.id, None, "link", now=now, about=key)
        return count

    async with database() as found:
        return await found.write(write)


async def _add_document(event: str, key: str, paper: Document) -> int | None:
    now = datetime.now(UTC)

    def write(conn: Connection) -> int | None:
        day = programmes.load(conn, event)
        count = sign_ups.add_document(conn, _for_signing(day, key).id, paper, now)
        if count is not None:
            acts.record(conn, day.event.id, None, "paper", now=now, about=key)
        return count

    async with database() as found:
        return await found.write(write)


async def _withdraw(event: str, key: str, what: str, remove: Callable[[Connection, int], bool]) -> bool:
    def write(conn: Connection) -> bool:
        day = programmes.load(conn, event)
        gone = remove(conn, _session(day, key).id)
        if gone:
            acts.record(conn, day.event.id, None, what, now=datetime.now(UTC), about=key)
        return gone

    async with database() as found:
        return await found.write(write)


async def _names(event: str, key: str) -> tuple[str, ...]:
    def read(conn: Connection) -> tuple[str, ...]:
        return tuple(p.name for p in sign_ups.papers(conn, _session(programmes.load(conn, event), key).id))

    async with database() as found:
        return await found.read(read)
