"""Questions for the organisers, and the answers of theirs that are kept for the next one who asks."""

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.outbox.model import Planned
from bot.people.desk import ANSWER, FAILED, QUESTION, DeskQuestion
from bot.people.model import Chat, ChatKind
from bot.programme.model import KeptAnswer, Language
from storage import chat_rows, outbox
from storage.tables import desk_questions, events, kept_answers

OF_USE: Final = timedelta(days=1)
"""How long a question or an answer that could not be sent is still tried."""
QUESTION_PRIORITY: Final = 6
ANSWER_PRIORITY: Final = 4
"""Somebody waits for an answer; a reminder (5) goes before a question."""
_QUESTION: Final = tuple(desk_questions.c[f.name] for f in fields(DeskQuestion))
_KEPT: Final = tuple(f.name for f in fields(KeptAnswer))


def offer(
    conn: Connection, *, chat_id: int, event_id: int, text: str, language: Language, now: datetime
) -> DeskQuestion:
    """Keep a question that its chat may send to the organisers."""
    row = sa.insert(desk_questions).values(
        chat_id=chat_id, event_id=event_id, text=text, language=language, asked_at=now, answer=""
    )
    return _one(conn.execute(row.returning(*_QUESTION)).mappings().one())


def question(conn: Connection, question_id: int) -> DeskQuestion | None:
    """Give a question, None when it is no longer kept."""
    row = conn.execute(sa.select(*_QUESTION).where(desk_questions.c.id == question_id)).mappings().first()
    return None if row is None else _one(row)


def send(conn: Connection, asked: DeskQuestion, desk: Chat, now: datetime) -> bool:
    """Send a question to the organisers through the outbox; False when that was done before."""
    first = sa.update(desk_questions).where(desk_questions.c.id == asked.id, desk_questions.c.sent_at.is_(None))
    if not conn.execute(first.values(sent_at=now)).rowcount:
        return False
    key = f"{QUESTION}:{asked.id}"
    outbox.plan(conn, [_planned(key, QUESTION, desk.id, asked.event_id, now, QUESTION_PRIORITY)])
    return True


def answer(conn: Connection, asked: DeskQuestion, text: str, message_id: int, now: datetime) -> bool:
    """Keep what the organisers answered and send it to whoever asked; False for a message that was handled before.

    A later answer takes the place of an earlier one.
    """
    new = sa.or_(desk_questions.c.answer_message_id.is_(None), desk_questions.c.answer_message_id < message_id)
    one = sa.update(desk_questions).where(desk_questions.c.id == asked.id, new)
    if not conn.execute(one.values(answer=text, answered_at=now, answer_message_id=message_id)).rowcount:
        return False
    key = f"{ANSWER}:{asked.id}:{message_id}"
    outbox.plan(conn, [_planned(key, ANSWER, asked.chat_id, asked.event_id, now, ANSWER_PRIORITY)])
    return True


def not_delivered(conn: Connection, question_id: int, now: datetime) -> None:
    """Tell whoever asked that a question did not reach the organisers."""
    asked = question(conn, question_id)
    if asked is not None:
        key = f"{FAILED}:{asked.id}"
        outbox.plan(conn, [_planned(key, FAILED, asked.chat_id, asked.event_id, now, ANSWER_PRIORITY)])


def desk_chat(conn: Connection, *, channel: str, address: str, now: datetime) -> Chat:
    """Give the chat of the organisers, made if need be; whether it can be written to stays as it is known."""
    found = chat_rows.chat_at(conn, channel, address)
    if found is not None:
        return found
    kind = ChatKind.GROUP if address.startswith("-") else ChatKind.PRIVATE
    made, _ = chat_rows.chat_for(conn, channel=channel, address=address, kind=kind, telegram_language=None, now=now)
    return made


def kept(conn: Connection, event_id: int) -> tuple[KeptAnswer, ...]:
    """Give the answers that are kept for an event, oldest first."""
    query = (
        sa.select(*(kept_answers.c[name] for name in _KEPT))
        .where(kept_answers.c.event_id == event_id, kept_answers.c.withdrawn_at.is_(None))
        .order_by(kept_answers.c.id)
    )
    return tuple(KeptAnswer(**row) for row in conn.execute(query).mappings())


def keep(conn: Connection, event_id: int, wanted: KeptAnswer, now: datetime) -> KeptAnswer:
    """Keep an answer for the next one who asks; the same answer again changes nothing.

    What was answered to the same question before is withdrawn. The revision of the event goes up.
    """
    same = [
        k for k in kept(conn, event_id) if (k.topic, k.asked, k.words) == (wanted.topic, wanted.asked, wanted.words)
    ]
    for one in same:
        if (one.question, one.answer) == (wanted.question, wanted.answer):
            return one
        _withdraw(conn, one.id, now)
    values = {name: getattr(wanted, name) for name in _KEPT if name != "id"}
    row = sa.insert(kept_answers).values(values | {"event_id": event_id, "since": now})
    made = conn.execute(row.returning(*(kept_answers.c[name] for name in _KEPT))).mappings().one()
    _raise(conn, event_id)
    return KeptAnswer(**made)


def withdraw(conn: Connection, kept_id: int, now: datetime) -> bool:
    """Give an answer no more; False when it was withdrawn before or never kept. The event's revision goes up."""
    event_id = _withdraw(conn, kept_id, now)
    if event_id is None:
        return False
    _raise(conn, event_id)
    return True


def _withdraw(conn: Connection, kept_id: int, now: datetime) -> int | None:
    one = sa.update(kept_answers).where(kept_answers.c.id == kept_id, kept_answers.c.withdrawn_at.is_(None))
    return conn.execute(one.values(withdrawn_at=now).returning(kept_answers.c.event_id)).scalar_one_or_none()


def _raise(conn: Connection, event_id: int) -> None:
    """Let every process see that the event is another one."""
    one = sa.update(events).where(events.c.id == event_id)
    conn.execute(one.values(revision=events.c.revision + 1))


def _planned(key: str, kind: str, chat_id: int, event_id: int, now: datetime, priority: int) -> Planned:  # noqa: PLR0917 - in the order of the row
    return Planned(
        key=key,
        kind=kind,
        chat_id=chat_id,
        event_id=event_id,
        starts_at=now,
        due_at=now,
        expires_at=now + OF_USE,
        priority=priority,
    )


def _one(row: sa.RowMapping) -> DeskQuestion:
    return DeskQuestion(**row)
