import asyncio
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.errors import DatabaseUnavailable, RevisionConflict, UnknownEvent
from bot.programme.model import Programme, Text
from storage import leases, programme
from storage.database import Database, normalise_url, upgrade
from storage.tables import leases as lease_table

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def count_up(conn: Connection) -> int:
    """Read a number, add one in Python, write it: what loses updates where writers do not wait."""
    found = conn.execute(sa.select(lease_table.c.holder).where(lease_table.c.name == "n")).scalar_one_or_none()
    number = int(found or 0) + 1
    leases.take(conn, "n", str(number), datetime.fromtimestamp(number * 100, UTC), 1)
    return number


def number_kept(conn: Connection) -> str | None:
    return conn.execute(sa.select(lease_table.c.holder).where(lease_table.c.name == "n")).scalar_one_or_none()


async def test_a_hundred_increments_at_once_lose_nothing(database: Database) -> None:
    numbers = await asyncio.gather(*(database.write(count_up) for _ in range(100)))
    assert sorted(numbers) == list(range(1, 101))
    assert await database.read(number_kept) == "100"


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
async def test_two_writers_on_one_file_wait_for_each_other(database: Database, database_url: str) -> None:
    other = Database.open(database_url)
    numbers = await asyncio.gather(*(door.write(count_up) for _ in range(50) for door in (database, other)))
    await other.close()
    assert sorted(numbers) == list(range(1, 101))


async def test_a_write_that_fails_keeps_nothing(database: Database, day: Programme) -> None:
    def save_and_break(conn: Connection) -> None:
        programme.save(conn, day, now=NOW)
        raise UnknownEvent("zomaar")

    with pytest.raises(UnknownEvent, match="zomaar"):
        await database.write(save_and_break)
    assert await database.read(programme.revisions) == {}
    assert await database.read(programme.groups) == ()


async def test_a_read_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError):
        await database.read(count_up)
    assert await database.read(number_kept) is None


async def test_a_read_sees_one_moment_while_others_write(database: Database) -> None:
    await database.write(count_up)
    loop = asyncio.get_running_loop()

    def look_twice(conn: Connection) -> tuple[str | None, str | None]:
        before = number_kept(conn)
        asyncio.run_coroutine_threadsafe(database.write(count_up), loop).result(5)
        return before, number_kept(conn)

    assert await database.read(look_twice) == ("1", "1")
    assert await database.read(number_kept) == "2"


async def test_reads_run_beside_each_other_and_beside_a_write(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def nested(_conn: Connection) -> str | None:
        return asyncio.run_coroutine_threadsafe(database.read(number_kept), loop).result(5)

    await database.write(count_up)
    assert await database.write(nested) == "1"
    assert await database.read(nested) == "1"


async def test_references_are_checked(database: Database) -> None:
    def follow_nothing(conn: Connection) -> None:
        conn.execute(sa.text("INSERT INTO follows (chat_id, group_id, since) VALUES (1, 1, '2023-02-10 09:00:00')"))

    with pytest.raises(IntegrityError):
        await database.write(follow_nothing)


WRITER = """
import asyncio, sys
from dataclasses import replace
from datetime import UTC, datetime
from bot.errors import RevisionConflict
from storage import programme
from storage.database import Database

async def main(url, name, number):
    database = Database.open(url)
    print("open", flush=True)
    sys.stdin.readline()
    for index in range(number):
        while True:
            day = await database.read(programme.load, "dag-1")
            session = replace(day.sessions[0], key=f"{name}-{index}")
            fuller = replace(day, sessions=(*day.sessions, session))
            now = datetime(2023, 2, 10, tzinfo=UTC)
            try:
                await database.write(programme.save, fuller, now=now, seen=day.event.revision)
                break
            except RevisionConflict:
                pass
    await database.close()

asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
"""


async def start_writer(url: str, name: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    program = (sys.executable, "-W", "error", "-c", WRITER, url, name, "5")
    return await asyncio.create_subprocess_exec(*program, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)


async def test_two_processes_write_at_once_and_see_each_other(
    database: Database, database_url: str, day: Programme
) -> None:
    await database.write(programme.save, day, now=NOW)
    before = await database.read(programme.revisions)
    writers = [await start_writer(database_url, name) for name in ("a", "b")]
    for writer in writers:
        assert writer.stdout is not None
        assert await writer.stdout.readline() == b"open\n"
    said = await asyncio.gather(*(writer.communicate(b"go\n") for writer in writers))
    assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, said, strict=True)] == [(0, b"")] * 2
    assert (before, await database.read(programme.revisions)) == ({"dag-1": 1}, {"dag-1": 11})
    loaded = await database.read(programme.load, "dag-1")
    added = {f"{name}-{index}" for name in ("a", "b") for index in range(5)}
    assert loaded.session_by_key.keys() == day.session_by_key.keys() | added


async def test_a_writer_says_which_revision_it_saw(database: Database, day: Programme) -> None:
    await database.write(programme.save, day, now=NOW, seen=0)
    with pytest.raises(RevisionConflict) as caught:
        await database.write(programme.save, day, now=NOW, seen=0)
    assert caught.value == RevisionConflict("dag-1", 0, 1)


async def test_a_cancelled_wait_does_not_break_the_door(database: Database) -> None:
    waiting = asyncio.ensure_future(database.write(count_up))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    number = await database.write(count_up)
    assert await database.read(number_kept) == str(number)


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
async def test_a_server_that_was_away_is_a_fault_until_it_is_back(empty_url: str, postgres_url: str) -> None:
    upgrade(empty_url)
    database = Database.open(empty_url)
    assert await database.read(programme.revisions) == {}
    name = sa.make_url(empty_url).database
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        with pytest.raises(DatabaseUnavailable, match="does not exist"):
            await database.read(programme.revisions)
        with pytest.raises(DatabaseUnavailable, match="does not exist"):
            await database.write(count_up)
        server.execute(f'CREATE DATABASE "{name}"')
    upgrade(empty_url)
    assert await database.write(count_up) == 1
    await database.close()


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path}/a/b/c.db")
    asyncio.run(database.close())
    assert (tmp_path / "a" / "b" / "c.db").exists()


def test_a_relative_address_is_a_file_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    database = Database.open("sqlite:///var/netwerkdag.db")
    asyncio.run(database.close())
    assert (tmp_path / "var" / "netwerkdag.db").exists()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgres://u:geheim@h:5433/n", "postgresql+psycopg://u:***@h:5433/n"),
        ("postgresql://u@h/n?sslmode=require", "postgresql+psycopg://u@h/n?sslmode=require"),
        ("postgresql+psycopg2://h/n", "postgresql+psycopg://h/n"),
        ("sqlite:///var/netwerkdag.db", "sqlite:///var/netwerkdag.db"),
        ("sqlite+aiosqlite:////srv/n.db", "sqlite:////srv/n.db"),
    ],
)
def test_addresses_are_read_as_people_write_them(given: str, shown: str) -> None:
    assert normalise_url(given).render_as_string() == shown


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("sqlite://", DatabaseUnavailable("sqlite://", "SQLite needs a file here, as in sqlite:///var/netwerkdag.db")),
        (
            "sqlite:///:memory:",
            DatabaseUnavailable("sqlite:///:memory:", "SQLite needs a file here, as in sqlite:///var/netwerkdag.db"),
        ),
        (
            "sqlite:///file:x?mode=memory&uri=true",
            DatabaseUnavailable(
                "sqlite:///file:x?mode=memory&uri=true",
                "SQLite needs a file here, as in sqlite:///var/netwerkdag.db",
            ),
        ),
        ("mysql://u:geheim@h/n", DatabaseUnavailable("mysql://u:***@h/n", "mysql is not sqlite or postgresql")),
        (
            "netwerkdag.db",
            DatabaseUnavailable("netwerkdag.db", "not a database address such as sqlite:///var/netwerkdag.db"),
        ),
        (
            "postgres//u:geheim@h:x/n",
            DatabaseUnavailable("postgres//u:***@h:x/n", "not a database address such as sqlite:///var/netwerkdag.db"),
        ),
        (
            "postgres://u:geheim@h:poort/n",
            DatabaseUnavailable(
                "postgres://u:***@h:poort/n", "not a database address such as sqlite:///var/netwerkdag.db"
            ),
        ),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(given: str, fault: DatabaseUnavailable) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        normalise_url(given)
    assert caught.value == fault


def test_a_folder_that_cannot_be_made_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    url = f"sqlite:///{tmp_path}/file/n.db"
    with pytest.raises(DatabaseUnavailable) as caught:
        Database.open(url)
    assert caught.value == DatabaseUnavailable(url, f"File exists: {tmp_path}/file")


def test_a_file_that_is_no_database_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "n.db").write_text("dit is geen database, maar een gewone tekst" * 30)
    url = f"sqlite:///{tmp_path}/n.db"
    with pytest.raises(DatabaseUnavailable) as caught:
        Database.open(url)
    assert caught.value == DatabaseUnavailable(url, "file is not a database")


def test_a_folder_in_place_of_the_file_is_one_fault(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        Database.open(f"sqlite:///{tmp_path}")
    assert caught.value == DatabaseUnavailable(f"sqlite:///{tmp_path}", "unable to open database file")


def test_a_server_that_cannot_be_reached_is_one_fault(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable) as caught:
        Database.open(f"postgresql://u:geheim@/n?host={tmp_path}&password=geheim")
    assert caught.value.url == "postgresql+psycopg://u:***@/n"
    assert "No such file or directory" in caught.value.reason
    assert "geheim" not in str(caught.value)


async def test_a_text_of_any_kind_comes_back(database: Database, day: Programme) -> None:
    text = "’s-Hertogenbosch \U0001f6b2 <b>'; DROP TABLE events; --\\ \" \t\n%s ? :naam"
    odd = Programme(replace(day.event, title=Text(text, text)))
    await database.write(programme.save, odd, now=NOW)
    assert (await database.read(programme.load, "dag-1")).event.title == Text(text, text)
