"""The last question of each chat, so that the next one can refer to it."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.database import insert
from storage.tables import last_questions


def remember(conn: Connection, chat_id: int, data: dict[str, Any], now: datetime) -> None:
    """Keep the last question of a chat, as JSON, so that «en daarna?» is understood."""
    row = insert(conn, last_questions).values(chat_id=chat_id, data=data, at=now)
    conn.execute(row.on_conflict_do_update(index_elements=["chat_id"], set_={"data": data, "at": now}))


def recall(conn: Connection, chat_id: int) -> tuple[dict[str, Any], datetime] | None:
    """Give the last question of a chat and when it was asked."""
    query = sa.select(last_questions.c.data, last_questions.c.at).where(last_questions.c.chat_id == chat_id)
    row = conn.execute(query).first()
    return None if row is None else (row.data, row.at)
