"""An empty database gets its tables, the network and the bundled days; what people changed stays."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from bot.programme.changes import Change
from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Programme
from config.bundled import network_source, programme_sources
from storage import programme as programmes
from storage.database import Database, upgrade

NETWORK: Final = "network.yaml"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``before`` is None for a new event, and ``changes`` are those of its sessions."""

    before: Programme | None
    after: Programme
    changes: tuple[Change, ...]

    @property
    def nothing_changed(self) -> bool:
        """Whether everything already was as the file says."""
        return self.before is not None and self.before.event.revision == self.after.event.revision


@asynccontextmanager
async def opened(url: str, now: datetime) -> AsyncIterator[Database]:
    """Open the database, set up as far as it was not.

    Raises DatabaseTooNew, DatabaseUnavailable.
    """
    upgrade(url)
    database = Database.open(url)
    try:
        await add_what_is_missing(database, now)
        yield database
    finally:
        await database.close()


async def add_what_is_missing(database: Database, now: datetime) -> tuple[str, ...]:
    """Add the groups and bundled days that are not there yet, and give the keys of those days."""
    found = await database.read(programmes.revisions)
    sources = {key: text for key, text in programme_sources().items() if key not in found}
    groups = await database.read(programmes.groups)
    if not sources and groups:
        return ()

    def write(conn: Connection) -> tuple[str, ...]:
        known = {group.slug for group in programmes.groups(conn)}
        wanted = read_network(network_source(), NETWORK)
        missing = tuple(group for group in wanted if group.slug not in known)
        if missing:
            programmes.save_groups(conn, missing)
        # Another process may have been here since we looked.
        there = programmes.revisions(conn)
        for key, text in sources.items():
            if key not in there:
                day = read_programme(text, f"{key}.yaml", programmes.groups(conn))
                programmes.save(conn, _without_known_groups(conn, day), now=now, who="netwerkdag", why="bundled")
        return tuple(key for key in sources if key not in there)

    return await database.write(write)


async def import_programme(database: Database, text: str, name: str, now: datetime) -> Imported:
    """Make the event what the file ``name`` says; the same file again changes nothing.

    Raises ProgrammeFileInvalid with every mistake in it.
    """

    def write(conn: Connection) -> Imported:
        day = read_programme(text, name, programmes.groups(conn))
        key = day.event.key
        before = programmes.load(conn, key) if key in programmes.revisions(conn) else None
        changes = programmes.save(conn, day, now=now, who="import", why=name)
        return Imported(before, programmes.load(conn, key), changes)

    return await database.write(write)


def _without_known_groups(conn: Connection, day: Programme) -> Programme:
    """Keep the groups as the database has them: a bundled day must not undo what people changed in the network."""
    known = {group.slug: group for group in programmes.groups(conn)}
    return replace(day, groups=tuple(known.get(group.slug, group) for group in day.groups))
