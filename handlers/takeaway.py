"""One's own day as a document to take home."""

from sqlalchemy import Connection

from bot.files import File
from bot.people.model import Chat, Choices
from bot.people.signing import Paper
from bot.programme.model import Programme
from bot.reminders.plan import my_sessions
from bot.wording import takeaway as wording
from handlers.services import Services
from storage import choice_rows, sign_ups


async def take_away(services: Services, chat: Chat, programme: Programme) -> tuple[File, int, bool] | None:
    """Make the document of a chat's own programme; None when nothing was chosen.

    Besides it, say how many sessions it holds, and whether the chat got papers of them.

    Links and names of papers stand in it as far as the chat is entitled to them.
    """
    event_id, now = programme.event.id, services.clock()

    def read(conn: Connection) -> tuple[Choices, dict[int, str], tuple[Paper, ...]]:
        links = sign_ups.links_of(conn, chat.id, event_id)
        return choice_rows.choices(conn, chat.id, event_id), links, sign_ups.papers_of(conn, chat.id, event_id)

    chosen, links, papers = await services.database.read(read)
    own = my_sessions(programme, chosen)
    if not own:
        return None
    words = services.catalogue[chat.language]
    book = wording.booklet(own, programme, words, links=links, papers=papers, now=now)
    content = await services.studio.pdf(book, now)
    given = any(not p.is_note and p.session_id in {s.id for s in own} for p in papers)
    return File(wording.file_name(programme, words), content), len(own), given
