"""The question to each secretary when the day turned: what becomes of the session."""

from datetime import datetime, timedelta
from typing import Final

from bot.changing.turning import waits
from bot.outbox.model import OutboxRow, Planned
from bot.outbox.skip import Reason, Skip
from bot.programme.model import Programme, Session
from bot.wording import turning
from bot.wording.catalogue import Words
from bot.wording.richtext import Message

KIND: Final = "turn-question"
PRIORITY: Final = 2
OF_USE: Final = timedelta(days=14)
"""How long the question is of use: a day may turn weeks before it."""


def planned(programme: Programme, session: Session, chat_id: int, now: datetime) -> Planned:
    """Plan the question about a session to one of its secretaries."""
    return Planned(
        key=f"{KIND}:{chat_id}:{programme.event.key}:{programme.event.revision}:{session.id}",
        kind=KIND,
        chat_id=chat_id,
        event_id=programme.event.id,
        starts_at=session.start,
        due_at=now,
        expires_at=now + OF_USE,
        priority=PRIORITY,
    )


def session_in(row: OutboxRow) -> int:
    """Give the id of the session that a question is about."""
    return int(row.key.rsplit(":", 1)[1])


def worded(row: OutboxRow, programme: Programme, words: Words, *, allowed: bool) -> Message | Skip:
    """Ask what becomes of the session, unless somebody said so, or the reader is no longer its secretary."""
    session = programme.session_by_id.get(session_in(row))
    if session is None or not waits(session) or not allowed:
        return Skip(Reason.NOT_WANTED)
    return turning.question(session, programme, words)
