from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.tables import leases


async def test_an_aware_moment_comes_back_aware_and_in_utc(database: Database) -> None:
    given = datetime(2023, 2, 10, 11, 40, 0, 123456, tzinfo=ZoneInfo("Europe/Amsterdam"))
    await database.write(lambda conn: conn.execute(sa.insert(leases).values(name="n", holder="h", until=given)))
    found = await database.read(lambda conn: conn.execute(sa.select(leases.c.until)).scalar_one())
    assert (found, found.tzinfo) == (datetime(2023, 2, 10, 10, 40, 0, 123456, tzinfo=UTC), UTC)


async def test_moments_are_compared_across_zones(database: Database) -> None:
    until = datetime(2023, 2, 10, 12, tzinfo=UTC)
    await database.write(lambda conn: conn.execute(sa.insert(leases).values(name="n", holder="h", until=until)))
    east = timezone(timedelta(hours=9))

    async def later_than(moment: datetime) -> int:
        query = sa.select(sa.func.count()).where(leases.c.until > moment)
        return await database.read(lambda conn: conn.execute(query).scalar_one())

    assert await later_than(datetime(2023, 2, 10, 20, 59, tzinfo=east)) == 1
    assert await later_than(datetime(2023, 2, 10, 21, 0, tzinfo=east)) == 0


async def test_a_naive_moment_is_refused(database: Database) -> None:
    naive = datetime(2023, 2, 10, 11, 40)  # noqa: DTZ001 - what must be refused
    with pytest.raises(StatementError, match="a moment without a zone: 2023-02-10T11:40:00"):
        await database.write(lambda conn: conn.execute(sa.insert(leases).values(name="n", holder="h", until=naive)))
    with pytest.raises(StatementError, match="a moment without a zone"):
        await database.read(lambda conn: conn.execute(sa.select(leases).where(leases.c.until > naive)).all())
