"""Handing over calendar files, whichever door asks: what is handed over is kept in the ledger."""

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.ical.calendars import CalendarFile, file_name, session_file
from bot.ical.ledger import FILE, Ledger, Overtaken, entry_of, overtaken
from bot.outbox.parcel import Parcel
from bot.outbox.update import parcel
from bot.people.model import Chat
from bot.programme.model import Programme, Session
from handlers.services import Services
from storage import handed_out, sign_ups


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that is handed over, and how the calendar stood before."""

    file: CalendarFile
    before: Ledger
    late: tuple[Overtaken, ...]

    def left(self, sessions: tuple[Session, ...]) -> tuple[Overtaken, ...]:
        """Give what was overtaken and is not put right by a file with ``sessions``."""
        given = {session.id for session in sessions}
        return tuple(one for one in self.late if one.session.id not in given)


async def hand(services: Services, chat: Chat, programme: Programme, sessions: tuple[Session, ...]) -> Handed:
    """Make the file of these sessions for a chat and keep that it has them; raises ValueError when there is none.

    Where a session is held online stands in it for a chat that signed up, and no other. It is kept before the file
    is sent: an update that comes too much does no harm, one that is missed does.
    """
    now, event_id = services.clock(), programme.event.id

    def write(conn: Connection) -> tuple[Ledger, dict[int, str]]:
        before = handed_out.ledger(conn, chat.id, event_id)
        handed_out.record(conn, chat.id, [entry_of(s) for s in sessions], how=FILE, now=now)
        return before, sign_ups.links_of(conn, chat.id, event_id)

    before, links = await services.database.write(write)
    publisher = services.publisher
    content = session_file(
        programme,
        sessions,
        language=chat.language,
        words=services.catalogue[chat.language],
        lead=chat.lead,
        now=now,
        organizer=publisher.organizer,
        link=publisher.links(programme),
        conference=lambda session: links.get(session.id),
    )
    file = CalendarFile(file_name(programme, sessions), content)
    return Handed(file, before, overtaken(programme, before, now=now))


async def looked_up(services: Services, chat: Chat, programme: Programme) -> tuple[Ledger, tuple[Overtaken, ...]]:
    """Give what a chat holds of an event, and what of it is no longer right."""
    ledger = await services.database.read(handed_out.ledger, chat.id, programme.event.id)
    return ledger, overtaken(programme, ledger, now=services.clock())


async def hand_updates(services: Services, chat: Chat, programme: Programme) -> Parcel | None:
    """Make the file that puts a calendar right and keep that the chat has it; None when it is right."""
    now = services.clock()
    words, publisher = services.catalogue[chat.language], services.publisher

    def write(conn: Connection) -> Parcel | None:
        late = overtaken(programme, handed_out.ledger(conn, chat.id, programme.event.id), now=now)
        if not late:
            return None
        links = sign_ups.links_of(conn, chat.id, programme.event.id)
        made = parcel(late, programme, chat, publisher=publisher, links=links, words=words, now=now)
        handed_out.record(conn, chat.id, made.handed, how=FILE, now=now)
        return made

    return await services.database.write(write)
