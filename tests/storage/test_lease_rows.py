import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from storage import leases
from storage.database import Database

NOW = datetime(2026, 1, 1, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def test_one_holder_at_a_time(transaction: Transaction) -> None:
    with transaction() as conn:
        assert leases.take(conn, "token", "a", NOW, 30)
        assert not leases.take(conn, "token", "b", NOW + timedelta(seconds=29), 30)
        assert leases.take(conn, "other", "b", NOW, 30)


def test_the_holder_prolongs(transaction: Transaction) -> None:
    with transaction() as conn:
        leases.take(conn, "token", "a", NOW, 30)
        assert leases.take(conn, "token", "a", NOW + timedelta(seconds=20), 30)
        assert not leases.take(conn, "token", "b", NOW + timedelta(seconds=49), 30)
        assert leases.take(conn, "token", "b", NOW + timedelta(seconds=50), 30)
        assert not leases.take(conn, "token", "a", NOW + timedelta(seconds=51), 30)


def test_giving_up_lets_the_next_one_in(transaction: Transaction) -> None:
    with transaction() as conn:
        leases.take(conn, "token", "a", NOW, 30)
        leases.give_up(conn, "token", "b")
        assert not leases.take(conn, "token", "b", NOW, 30)
        leases.give_up(conn, "token", "a")
        assert leases.take(conn, "token", "b", NOW, 30)


async def test_of_many_processes_one_gets_it(database_url: str) -> None:
    doors = [Database.open(database_url) for _ in range(6)]
    taken = await asyncio.gather(
        *(door.write(leases.take, "token", str(number), NOW, 30) for number, door in enumerate(doors))
    )
    for door in doors:
        await door.close()
    assert sorted(taken) == [False] * 5 + [True]
