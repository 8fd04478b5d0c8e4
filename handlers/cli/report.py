"""`netwerkdag report`: how a day went, without anybody in it."""

import click

from bot.checking.report import Report
from bot.programme.model import Language, Programme
from bot.wording import report as wording
from handlers.checking import report_in
from handlers.cli.wiring import LANGUAGE, database, run_async, wiring
from handlers.services import read_sentences
from storage import programme as programmes


@click.command()
@click.argument("event")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values, for a spreadsheet.")
@click.option("--lang", type=LANGUAGE, default="nl", show_default=True, help="Language of the report.")
def report(event: str, lang: Language, *, as_csv: bool) -> None:
    """Tell how the day of EVENT went: people, groups, sessions, messages, changes, calendars, questions.

    Only in numbers; those below 3 are not told, so that nobody can be recognised. What passed its term
    (setting: PRIVACY_DAYS) is no longer counted.
    """
    day, found = run_async(_report(event, wiring().settings().channel))
    words = read_sentences()[lang]
    if as_csv:
        click.echo(wording.table(found, day, words), nl=False)
        return
    click.echo(wording.told(found, day, words).plain())


async def _report(event: str, channel: str) -> tuple[Programme, Report]:
    async with database() as found:
        day = await found.read(programmes.load, event)
        return day, await found.read(report_in, day, channel)
