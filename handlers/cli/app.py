"""The command line: every command, and one line for what a person can put right."""

from typing import Any, Final

import click

from bot.errors import ProgrammeFileInvalid
from handlers.cli.ask import ask
from handlers.cli.calendar import ics
from handlers.cli.check import check
from handlers.cli.database import db
from handlers.cli.faults import EXPECTED, lines_of
from handlers.cli.kit import kit
from handlers.cli.programme import programme
from handlers.cli.questions import questions
from handlers.cli.report import report
from handlers.cli.roles import invite, roles_group
from handlers.cli.run import run
from handlers.cli.secretary import session_group, signups
from handlers.cli.status import status

HELP: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class OneLine(click.Group):
    """A group whose commands say what is wrong in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end with 1 after what a person can put right."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # the reader of our output went away; click ends quietly
        except EXPECTED as error:
            # A mistake in a file begins with file and line, so that an editor can jump there.
            before = "" if isinstance(error, ProgrammeFileInvalid) else "netwerkdag: "
            for line in lines_of(error):
                click.echo(before + line, err=True)
            ctx.exit(1)


@click.group(cls=OneLine, context_settings=HELP)
@click.version_option(package_name="netwerkdag", message="%(prog)s %(version)s")
def cli() -> None:
    """The programme of a network day in a chat: questions, reminders, calendars.

    Settings come from the environment or from a file .env (see .env.example). An empty database
    is set up by whichever command comes first. What organisers and guests read is in Dutch, or in
    English with --lang en.
    """


for command in (
    run,
    ask,
    ics,
    programme,
    questions,
    signups,
    session_group,
    invite,
    roles_group,
    status,
    check,
    kit,
    report,
    db,
):
    cli.add_command(command)
