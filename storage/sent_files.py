"""Files that Telegram has already: sent once, they are sent again by their ``file_id`` (Bot API, Sending files).

The key says what is in a file, and nothing about a person. A ``file_id`` is only good for the bot that got it.
"""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.database import insert
from storage.tables import sent_files

TERM: Final = timedelta(days=90)
"""How long a file is remembered: most show a moment that has gone."""


def file_id(conn: Connection, bot: int, key: str) -> str | None:
    """Give the id of a file that this bot sent, None for one that it did not."""
    one = (sent_files.c.bot == bot, sent_files.c.key == key)
    return conn.execute(sa.select(sent_files.c.file_id).where(*one)).scalar()


def keep(conn: Connection, bot: int, key: str, sent: str, now: datetime) -> None:
    """Keep the id of a file, in the place of an earlier one; what is past its term goes."""
    row = insert(conn, sent_files).values(bot=bot, key=key, file_id=sent, at=now)
    conn.execute(row.on_conflict_do_update(index_elements=["bot", "key"], set_={"file_id": sent, "at": now}))
    conn.execute(sa.delete(sent_files).where(sent_files.c.at < now - TERM))
