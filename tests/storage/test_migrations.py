import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from bot.errors import DatabaseTooNew, DatabaseUnavailable
from storage import migrations
from storage.database import engine_for, normalise_url, revision_of, upgrade
from storage.tables import metadata


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    made = engine_for(normalise_url(empty_url), "upgrade")
    yield made
    made.dispose()


def differences(connection: Connection) -> list[object]:
    """List what alembic would change to make the database as tables.py has it."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


def test_the_steps_make_exactly_the_tables(empty_url: str, engine: Engine) -> None:
    with engine.connect() as connection:
        assert len(differences(connection)) >= len(metadata.tables)
    upgrade(empty_url)
    with engine.connect() as connection:
        assert differences(connection) == []
        names = sa.inspect(connection).get_table_names()
        unique = sa.inspect(connection).get_indexes("groups")
    assert sorted(names) == sorted([*metadata.tables, "alembic_version"])
    assert "uq_groups_network_slug" in {index["name"] for index in unique if index["unique"]}


def test_upgrading_again_changes_nothing(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url)
    with engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO leases (name, holder, until) VALUES ('n', 'h', '2023-02-10 09:00:00')"))
    upgrade(empty_url)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT name, holder FROM leases")).all() == [("n", "h")]


async def test_two_processes_may_upgrade_at_once(empty_url: str, engine: Engine) -> None:
    await asyncio.gather(*(asyncio.to_thread(upgrade, empty_url) for _ in range(8)))
    with engine.connect() as connection:
        assert revision_of(connection) == migrations.HEAD
        assert differences(connection) == []


def test_a_database_of_a_newer_program_is_left_alone(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNew) as caught:
        upgrade(empty_url)
    with engine.connect() as connection:
        kept = revision_of(connection)
    assert (caught.value, kept) == (DatabaseTooNew("9999", migrations.HEAD), "9999")


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_upgrade_that_leaves_references_to_nothing_is_undone(empty_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
        connection.execute(sa.text("CREATE TABLE child (id INTEGER PRIMARY KEY, up INTEGER REFERENCES parent (id))"))
        connection.execute(sa.text("INSERT INTO child (id, up) VALUES (1, 7)"))
    with pytest.raises(RuntimeError, match="references that lead nowhere"):
        upgrade(empty_url)
    with engine.connect() as connection:
        assert sorted(sa.inspect(connection).get_table_names()) == ["child", "parent"]


def test_a_server_that_cannot_be_reached_cannot_be_upgraded(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        upgrade(f"postgres://u@/n?host={tmp_path}")
    assert caught.value.url == "postgresql+psycopg://u@/n"


def test_the_steps_can_be_taken_back(empty_url: str, engine: Engine) -> None:
    upgrade(empty_url)
    with engine.begin() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]


def test_the_last_step_is_the_one_the_code_knows() -> None:
    assert ScriptDirectory.from_config(configured()).get_heads() == [migrations.HEAD]


def configured() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return config
