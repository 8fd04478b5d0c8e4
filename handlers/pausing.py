"""Holding all that goes out of a day, and letting it go again; one transaction each."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.people.access import acting_as, is_organiser
from bot.programme.model import Programme
from handlers.roles import allowed
from handlers.services import Services
from storage import acts, pauses


@dataclass(frozen=True, slots=True)
class Pause:
    """Since when nothing goes out (None: it does), and how many messages wait."""

    since: datetime | None
    waiting: int


async def pause(services: Services, user: str, programme: Programme) -> Pause:
    """Hold all that goes out of a day; raises NotAllowed. A second time changes nothing."""
    now = services.clock()

    def write(conn: Connection) -> Pause:
        grants = allowed(conn, services, user, programme, is_organiser)
        if pauses.paused_since(conn, programme.event.id) is None:
            pauses.pause(conn, programme.event.id, now)
            acts.record(conn, programme.event.id, acting_as(grants, programme), "pause", now=now)
        since = pauses.paused_since(conn, programme.event.id)
        return Pause(since, pauses.waiting(conn, programme.event.id, now))

    return await services.database.write(write)


async def resume(services: Services, user: str, programme: Programme) -> Pause:
    """Let all that is due go out again, and give how it was held; raises NotAllowed."""
    now = services.clock()

    def write(conn: Connection) -> Pause:
        grants = allowed(conn, services, user, programme, is_organiser)
        was = Pause(pauses.paused_since(conn, programme.event.id), pauses.waiting(conn, programme.event.id, now))
        if pauses.resume(conn, programme.event.id):
            acts.record(conn, programme.event.id, acting_as(grants, programme), "resume", now=now)
        return was

    was = await services.database.write(write)
    services.planned.set()
    return was
