"""When the whole day turned: each secretary is asked what becomes of their session."""

from datetime import datetime

from sqlalchemy import Connection

from bot.changing.turning import waits
from bot.outbox import turning
from bot.programme.model import Programme
from handlers.services import Services
from storage import outbox, roles


def ask_secretaries(conn: Connection, programme: Programme, channel: str, *, now: datetime) -> int:
    """Plan a question about each session that waits to each of its secretaries and stand-ins; give the number."""
    of = roles.secretaries(conn, programme, channel)
    rows = [
        turning.planned(programme, session, chat_id, now)
        for session in programme.sessions
        if waits(session)
        for chat_id in sorted(of.get(session.id, ()))
    ]
    return outbox.plan(conn, rows, now=now)


async def asked(services: Services, programme: Programme) -> frozenset[int]:
    """Give the ids of the sessions that have somebody who was asked what becomes of them."""
    return frozenset(await services.database.read(roles.secretaries, programme, services.channel))
