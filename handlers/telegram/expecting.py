"""Messages that answer what somebody with a role was asked: a time, a link, a text to send."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Final

from bot.people.model import ChatKind
from handlers.telegram.context import Answers, Visit
from storage import drafts

PATIENCE: Final = timedelta(minutes=15)
"""How long the next message of a chat may be the answer to what was asked."""

Answered = Callable[[Visit, int], Awaitable[Answers]]


async def answered(visit: Visit, by: Mapping[str, Answered]) -> Answers:
    """Take a message for the answer to what was asked last; nothing where nothing was, or it is something else.

    ``by`` says for each question what takes its answer; it gets what the question was about. Whoever answers
    must end the question, or ask on.
    """
    if visit.chat.kind is ChatKind.GROUP:
        return ()
    since = visit.now - PATIENCE
    asked = await visit.services.database.read(drafts.expected_of, visit.chat.id, since=since)
    if asked is None or asked.what not in by or visit.text.startswith("/"):
        return ()
    return await by[asked.what](visit, asked.about)
