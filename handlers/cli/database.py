"""`netwerkdag db`: the database itself."""

from datetime import UTC, datetime

import click

from handlers.cli.wiring import run_async, wiring
from handlers.setup import add_what_is_missing
from storage.database import Database, upgrade


@click.group()
def db() -> None:
    """Look after the database (setting: DATABASE_URL)."""


@db.command("upgrade")
def upgrade_database() -> None:
    """Bring the database up to date, and add the bundled days that it lacks.

    Nothing that people changed is overwritten. Doing it again changes nothing.
    """
    url = wiring().settings().database_url
    upgrade(url)
    added = run_async(_add(url))
    for key in added:
        click.echo(f"added {key}")
    click.echo("the database is up to date")


async def _add(url: str) -> tuple[str, ...]:
    found = Database.open(url)
    try:
        return await add_what_is_missing(found, datetime.now(UTC))
    finally:
        await found.close()
