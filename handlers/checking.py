"""The check of a day before it and the report after it, whichever door asks."""

from sqlalchemy import Connection

from bot.checking.day import findings
from bot.checking.findings import Finding
from bot.checking.report import Report, report
from bot.people.access import groups_of, is_organiser
from bot.programme.model import Programme
from bot.reminders.followers import audiences
from handlers.roles import allowed
from handlers.services import Services
from storage import choice_rows, reporting, roles


def check_in(conn: Connection, programme: Programme, channel: str) -> tuple[Finding, ...]:
    """Look for what is not right about a day, with those who follow it on a channel and the secretaries who joined."""
    chosen = choice_rows.all_choices(conn, programme.event.id, channel)
    joined = groups_of(roles.grants_at(conn, programme.event.id), programme)
    return findings(programme, audiences=audiences(programme, chosen), joined=joined)


async def check(services: Services, user: str, programme: Programme) -> tuple[Finding, ...]:
    """Do the same for an organiser of the day; raises NotAllowed."""

    def read(conn: Connection) -> tuple[Finding, ...]:
        allowed(conn, services, user, programme, is_organiser)
        return check_in(conn, programme, services.channel)

    return await services.database.read(read)


def report_in(conn: Connection, programme: Programme, channel: str) -> Report:
    """Count how a day went, on a channel."""
    event_id = programme.event.id
    return report(programme, choice_rows.all_choices(conn, event_id, channel), reporting.kept(conn, event_id, channel))


async def day_report(services: Services, user: str, programme: Programme) -> Report:
    """Do the same for an organiser of the day; raises NotAllowed."""

    def read(conn: Connection) -> Report:
        allowed(conn, services, user, programme, is_organiser)
        return report_in(conn, programme, services.channel)

    return await services.database.read(read)
