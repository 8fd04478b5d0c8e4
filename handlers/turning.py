"""When the whole day turned: each secretary is asked what becomes of their session."""

from datetime import datetime

from sqlalchemy import Connection

from bot.changing.turning import waits
from bot.outbox import turning
from bot.people.access import OF_A_GROUP, Grant, may_change
from bot.programme.model import Programme, Session
from handlers.services import Services
from storage import outbox, people, roles


def ask_secretaries(conn: Connection, programme: Programme, channel: str, *, now: datetime) -> int:
    """Plan a question about each session that waits to each of its secretaries and stand-ins; give the number."""
    rows = [
        turning.planned(programme, session, grant.chat_id, now)
        for session in programme.sessions
        if waits(session)
        for grant in secretaries_of(conn, programme, session, channel)
    ]
    return outbox.plan(conn, rows, now=now)


def secretaries_of(conn: Connection, programme: Programme, session: Session, channel: str) -> tuple[Grant, ...]:
    """Give the roles of the secretaries and stand-ins of a session on a channel."""
    found = (g for g in roles.grants_at(conn, programme.event.id) if g.role in OF_A_GROUP)
    return tuple(
        grant
        for grant in found
        if may_change((grant,), programme, session)
        and (chat := people.chat_by_id(conn, grant.chat_id)) is not None
        and chat.channel == channel
    )


async def asked(services: Services, programme: Programme) -> frozenset[int]:
    """Give the ids of the sessions that have somebody who was asked what becomes of them."""

    def read(conn: Connection) -> frozenset[int]:
        waiting = (session for session in programme.sessions if waits(session))
        return frozenset(s.id for s in waiting if secretaries_of(conn, programme, s, services.channel))

    return await services.database.read(read)
