"""`netwerkdag kit`: posters, codes and mails that get people in."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from bot.checking.day import groups_meeting
from bot.programme.model import Programme
from bot.wording.catalogue import Catalogue
from bot.wording.kit import DAY, Poster, day_mail, day_poster, group_mail, group_poster
from handlers.cli import identity
from handlers.cli.faults import Stop
from handlers.cli.wiring import database, run_async, wiring
from handlers.services import read_sentences
from storage import programme as programmes

NAME: Final = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{4,31})", re.ASCII)
"""What a bot can be called (Bot API, getMe; names of 5 to 32 characters)."""


@click.command()
@click.argument("event")
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to fill.")
@click.option("--bot", "name", metavar="NAME", help="What the bot is called; else Telegram is asked.")
def kit(event: str, output: Path, name: str | None) -> None:
    """Fill a folder with what gets people in: for each group that meets at EVENT, and for the day as a whole.

    That is a poster (PDF), its code alone (PNG and SVG), and the text of a mail in Dutch and English. What stood
    there under the same names is replaced.
    """
    day = run_async(_load(event))
    bot = _bot(name)
    output.mkdir(parents=True, exist_ok=True)
    made = day.event.modified or datetime.now(UTC)
    count = 0
    for poster, mail in _all(day, bot, read_sentences()):
        _write(output, poster, mail, made)
        count += 1
    click.echo(f"{output}: posters, codes and mails of {count - 1} groups and of the day ({DAY}), for @{bot}")


def _all(day: Programme, bot: str, sentences: Catalogue) -> Iterator[tuple[Poster, str]]:
    yield day_poster(day, bot, sentences), day_mail(day, bot, sentences)
    for slug in groups_meeting(day):
        group = day.group_by_slug[slug]
        yield group_poster(group, day, bot, sentences), group_mail(group, day, bot, sentences)


def _write(folder: Path, poster: Poster, mail: str, made: datetime) -> None:
    from handlers import posters  # noqa: PLC0415 - what draws is only needed here, and takes time to read in

    files = {
        f"poster-{poster.slug}.pdf": posters.draw(poster, made),
        f"qr-{poster.slug}.png": posters.png(poster.url),
        f"qr-{poster.slug}.svg": posters.svg(poster.url),
        f"mail-{poster.slug}.txt": mail.encode(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _bot(name: str | None) -> str:
    if name is None:
        found = run_async(identity.bot_name(wiring().settings()))
        if not found:
            raise Stop("the bot's name is not known: set TELEGRAM_BOT_TOKEN, or give --bot NAME")
        return found
    match = NAME.fullmatch(name)
    if match is None:
        raise Stop(f"{name!r} cannot be the name of a bot; it is what stands after @ in Telegram")
    return str(match[1])


async def _load(event: str) -> Programme:
    async with database() as found:
        return await found.read(programmes.load, event)
