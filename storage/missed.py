"""Questions that could not be answered: what and how often, never who."""

from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.desk import Missed
from bot.people.masking import masked
from bot.programme.model import Language
from bot.questions.text import words_of
from storage.database import insert
from storage.tables import events, missed_questions

LONGEST: Final = 200
"""Characters of a question that are kept."""
_NAMES: Final = ("sample", "language", "count", "first_at", "last_at")


def note(conn: Connection, *, event_id: int, text: str, language: Language, now: datetime) -> None:
    """Count a question that could not be answered; mail addresses and telephone numbers are left out."""
    sample = " ".join(masked(text).split())[:LONGEST]
    folded = " ".join(words_of(sample))
    if not folded:
        return
    row = insert(conn, missed_questions).values(
        event_id=event_id, folded=folded, sample=sample, language=language, count=1, first_at=now, last_at=now
    )
    again = {"count": missed_questions.c.count + 1, "last_at": now}
    conn.execute(row.on_conflict_do_update(index_elements=["event_id", "folded"], set_=again))


def missed(conn: Connection, event: str | None = None) -> tuple[Missed, ...]:
    """Give what could not be answered, of one event or of all, most asked first."""
    query = (
        sa.select(events.c.key, *(missed_questions.c[name] for name in _NAMES))
        .join_from(missed_questions, events)
        .order_by(missed_questions.c.count.desc(), missed_questions.c.last_at.desc(), missed_questions.c.folded)
    )
    if event is not None:
        query = query.where(events.c.key == event)
    return tuple(Missed(event=row[0], **dict(zip(_NAMES, row[1:], strict=True))) for row in conn.execute(query))


def forget(conn: Connection, event: str | None = None) -> int:
    """Delete what could not be answered, of one event or of all, and give the number of questions."""
    gone = sa.delete(missed_questions)
    if event is not None:
        gone = gone.where(missed_questions.c.event_id.in_(sa.select(events.c.id).where(events.c.key == event)))
    return conn.execute(gone).rowcount
