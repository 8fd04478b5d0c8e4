"""`netwerkdag ics`: a day or a session as a calendar file."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.errors import UnknownSession
from bot.ical.calendars import session_file
from bot.ical.publisher import Publisher
from bot.people.model import DEFAULT_LEAD
from bot.programme.model import Language, Programme
from bot.reminders.plan import NOBODYS
from handlers.cli.faults import Stop
from handlers.cli.wiring import LANGUAGE, database, run_async, wiring
from handlers.services import read_sentences
from storage import programme as programmes


@click.command()
@click.argument("event")
@click.option("--session", "key", metavar="KEY", help="Only this session; its key stands in the programme file.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else stdout.")
@click.option("--lang", type=LANGUAGE, default="nl", show_default=True, help="Language of the entries.")
def ics(event: str, key: str | None, output: Path | None, lang: Language) -> None:
    """Write EVENT as a calendar file (.ics), one entry for each session."""
    day = run_async(_load(event))
    if key is not None and key not in day.session_by_key:
        raise UnknownSession(key, event)
    chosen = (day.session_by_key[key],) if key else tuple(s for s in day.sessions if s.kind not in NOBODYS)
    if not chosen:
        raise Stop(f"{event} has no sessions yet, so there is nothing to write")
    settings = wiring().settings()
    publisher = Publisher(organizer=f"mailto:{settings.calendar_organizer}", public_url=settings.public_url or "")
    content = session_file(
        day,
        chosen,
        language=lang,
        words=read_sentences()[lang],
        lead=DEFAULT_LEAD,
        now=datetime.now(UTC),
        organizer=publisher.organizer,
        link=publisher.links(day),
    )
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
        click.echo(f"{output}: {len(chosen)} {'entry' if len(chosen) == 1 else 'entries'}", err=True)


async def _load(event: str) -> Programme:
    async with database() as found:
        return await found.read(programmes.load, event)
