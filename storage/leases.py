"""Leases: who does what only one process may do, such as delivering for a token. Times are on the real clock."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.database import insert
from storage.tables import leases


def take(conn: Connection, name: str, holder: str, real_now: datetime, seconds: float) -> bool:
    """Take or prolong the lease; say False when somebody else has it and it has not run out."""
    until = real_now + timedelta(seconds=seconds)
    wanted = insert(conn, leases).values(name=name, holder=holder, until=until)
    taken = wanted.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": holder, "until": until},
        where=sa.or_(leases.c.holder == holder, leases.c.until <= real_now),
    )
    return conn.execute(taken.returning(leases.c.name)).first() is not None


def give_up(conn: Connection, name: str, holder: str) -> None:
    """Let go of the lease, if ``holder`` has it."""
    conn.execute(sa.delete(leases).where(leases.c.name == name, leases.c.holder == holder))
