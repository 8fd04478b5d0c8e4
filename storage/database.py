"""The two doors to the database: plain functions on a connection, run on threads of their own.

Reads run beside each other, each on one moment of the database; writes run one at a time, each wholly or not at all.
Nothing in them may wait for the network.
"""

import asyncio
import re
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, Final, Literal, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError

from bot.errors import DatabaseTooNew, DatabaseUnavailable
from storage import migrations

READERS: Final = 4
"""How many reads run at the same time."""
BUSY_SECONDS: Final = 15
"""How long a writer waits for a writer in another process."""
CONNECT_SECONDS: Final = 10
"""How long a server may take to answer the first time."""

UPGRADE_LOCK: Final = 7406840
SAVE_LOCK: Final = 7406841
"""Advisory locks of PostgreSQL, numbers of our own: for changing the tables, for changing a programme."""

Door = Literal["read", "write", "upgrade"]
P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """A database that is open: ``await read(function, …)`` and ``await write(function, …)``.

    The function gets a connection first, then the arguments; it returns frozen values.
    Whoever stops waiting (a cancelled task) does not stop a write that has begun.
    """

    def __init__(self, url: URL) -> None:
        self._reader = engine_for(url, "read")
        self._writer = engine_for(url, "write")
        self._reading = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="write")

    @classmethod
    def open(cls, url: str) -> "Database":
        """Open the database at ``url``; raises DatabaseUnavailable when that cannot be done."""
        parsed = prepare(url)
        database = cls(parsed)
        try:
            with database._writer.connect():
                pass
        except DBAPIError as error:
            database._dispose()
            raise unavailable(parsed, error) from error
        return database

    async def read(self, function: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``function`` on one moment of the database; it cannot write."""
        return await self._run(self._reading, self._reader, lambda connection: function(connection, *args, **kwargs))

    async def write(self, function: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``function`` in a transaction of its own; when it raises, nothing of it is kept."""
        return await self._run(self._writing, self._writer, lambda connection: function(connection, *args, **kwargs))

    async def close(self) -> None:
        """Wait for what runs and let go of all connections."""
        await asyncio.get_running_loop().run_in_executor(None, self._dispose)

    async def _run(self, threads: ThreadPoolExecutor, engine: Engine, function: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(threads, _in_transaction, engine, function)

    def _dispose(self) -> None:
        for threads in (self._writing, self._reading):
            threads.shutdown()
        for engine in (self._writer, self._reader):
            engine.dispose()


def upgrade(url: str) -> None:
    """Make the tables, or bring them up to date; two processes may do so at once.

    Raises DatabaseTooNew when a newer version of the program made them, DatabaseUnavailable when
    there is no reaching them.
    """
    parsed = prepare(url)
    engine = engine_for(parsed, "upgrade")
    try:
        with engine.connect() as connection, connection.begin():
            alone(connection, UPGRADE_LOCK)
            if revision_of(connection) != migrations.HEAD:
                _migrate(connection)
    except DBAPIError as error:
        raise unavailable(parsed, error) from error
    finally:
        engine.dispose()


def revision_of(connection: Connection) -> str | None:
    """Give the revision of the tables, None when there are none yet."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def normalise_url(url: str) -> URL:
    """Read a database address as people and hosting companies write it.

    ``postgres://`` and ``postgresql://`` mean psycopg 3; ``sqlite:///`` needs a file.
    Raises DatabaseUnavailable for an address that cannot be used.
    """
    try:
        parsed = sa.make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnavailable(_hidden(url), "not a database address such as sqlite:///var/netwerkdag.db") from error
    match parsed.get_backend_name():
        case "postgres" | "postgresql":
            return parsed.set(drivername="postgresql+psycopg")
        case "sqlite":
            name = parsed.database or ""
            if not name or ":memory:" in name or name.startswith("file:"):
                # In memory every thread would share one connection, or see a database of its own.
                raise DatabaseUnavailable(_hidden(url), "SQLite needs a file here, as in sqlite:///var/netwerkdag.db")
            return parsed.set(drivername="sqlite")
        case other:
            raise DatabaseUnavailable(_hidden(url), f"{other} is not sqlite or postgresql")


def prepare(url: str) -> URL:
    """Normalise ``url`` and make the folder of an SQLite file; raises DatabaseUnavailable."""
    parsed = normalise_url(url)
    if parsed.get_backend_name() == "sqlite":
        try:
            Path(parsed.database or "").parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unavailable(parsed, error) from error
    return parsed


def engine_for(url: URL, door: Door) -> Engine:
    """Make the engine of one of the doors; nothing connects yet."""
    size = READERS if door == "read" else 1
    # An error would tell the values of its statement, and with them what people wrote and secret addresses.
    discreet = {"hide_parameters": True}
    if url.get_backend_name() == "sqlite":
        options = {"timeout": BUSY_SECONDS, "isolation_level": None}
        engine = sa.create_engine(url, pool_size=size, max_overflow=0, connect_args=options, **discreet)
        sa.event.listen(engine, "connect", partial(_set_up, door))
        # The driver's own BEGIN lets two writers start and then loses what one of them wrote.
        begin = "BEGIN" if door == "read" else "BEGIN IMMEDIATE"
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine
    return sa.create_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_pre_ping=True,
        # A load is several queries, which must see one revision.
        isolation_level="REPEATABLE READ" if door == "read" else "READ COMMITTED",
        execution_options={"postgresql_readonly": True} if door == "read" else {},
        connect_args={} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_SECONDS},
        **discreet,
    )


def insert(connection: Connection, table: sa.Table) -> "sqlite.Insert | postgresql.Insert":
    """Make an INSERT that knows ON CONFLICT, which both databases have and SQLAlchemy writes in two classes."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def alone(connection: Connection, lock: int) -> None:
    """Wait until no other process is in a transaction under ``lock``; on SQLite writers always wait for each other."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))


def unavailable(url: URL, error: Exception) -> DatabaseUnavailable:
    """Make the fault of a database that cannot be opened, with the first line of what the system said.

    The address is given without its query, where a password may stand too.
    """
    if isinstance(error, OSError):
        said = f"{error.strerror}: {error.filename}"
    else:
        said = str(error.orig if isinstance(error, DBAPIError) else error).strip() or type(error).__name__
    return DatabaseUnavailable(url.set(query={}).render_as_string(hide_password=True), said.splitlines()[0])


def _migrate(connection: Connection) -> None:
    # Alembic takes a tenth of a second to import, which a database that is up to date need not cost.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    found = revision_of(connection)
    if found is not None and found not in known:
        raise DatabaseTooNew(found, migrations.HEAD)
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"references that lead nowhere after the upgrade: {broken}")


def _hidden(url: str) -> str:
    return re.sub(r"(//[^:@]*):.*@", r"\1:***@", url)


def _in_transaction(engine: Engine, function: Callable[[Connection], T]) -> T:
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(engine.connect())
            stack.enter_context(connection.begin())
        except DBAPIError as error:
            raise unavailable(engine.url, error) from error
        return function(connection)


def _set_up(door: Door, connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _keep_a_log(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    # Alembic replaces a table by dropping it, and with references on that empties the tables that refer to it.
    connection.execute(f"PRAGMA foreign_keys = {'OFF' if door == 'upgrade' else 'ON'}")
    if door == "read":
        connection.execute("PRAGMA query_only = ON")


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Have readers and the writer work beside each other (WAL), which the file remembers.

    Two processes that open a new file at once get "locked" here without the wait that busy_timeout gives elsewhere.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return


def moment(conn: Connection) -> datetime:
    """Give what time it is by the clock of the database."""
    found = conn.execute(sa.select(sa.func.current_timestamp(type_=sa.DateTime(timezone=True)))).scalar_one()
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
