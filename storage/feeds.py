"""The secret address of a chat's own calendar.

The address is kept as it is and not as a hash, for its owner is shown it again whenever they ask; what it opens (a
programme that is public, and which of it somebody chose) stands in the same database in plain words. It goes into no
log. An address that was renewed stays known for a while, so that a calendar that still asks for it is told why it
gets nothing.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.model import Chat, Choices
from storage import chat_rows, choice_rows
from storage.database import insert
from storage.tables import chats, feeds

SECRET_BYTES: Final = 24
"""Random bytes in a secret: 32 characters of an address."""
_LIVE: Final = feeds.c.ended_at.is_(None)


@dataclass(frozen=True, slots=True)
class Feed:
    """A secret address; ``id`` tells a button which one it was made for."""

    id: int
    secret: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What a secret opens: the chat it belongs to and what that chat chose, for all events together."""

    chat: Chat
    choices: Choices


def feed_for(conn: Connection, chat_id: int, now: datetime) -> Feed:
    """Give the address of a chat, made if need be."""
    return _live(conn, chat_id) or _make(conn, chat_id, now)


def renew(conn: Connection, chat_id: int, feed_id: int, now: datetime) -> Feed:
    """Give a new address in the place of ``feed_id``; where that one was renewed already, the present one.

    So a button that is pressed twice renews once.
    """
    conn.execute(sa.update(feeds).where(feeds.c.id == feed_id, feeds.c.chat_id == chat_id, _LIVE).values(ended_at=now))
    return feed_for(conn, chat_id, now)


def is_renewed(conn: Connection, secret: str) -> bool:
    """Say whether a secret was in use and another one came in its place."""
    return conn.execute(sa.select(feeds.c.id).where(feeds.c.secret == secret, ~_LIVE)).first() is not None


def open_feed(conn: Connection, secret: str) -> Opened | None:
    """Give what a secret opens, None where it opens nothing (any more)."""
    owner = sa.select(feeds.c.chat_id).where(feeds.c.secret == secret, _LIVE).scalar_subquery()
    chat = chat_rows.chat_where(conn, chats.c.id == owner)
    return None if chat is None else Opened(chat, choice_rows.choices_everywhere(conn, chat.id))


def _live(conn: Connection, chat_id: int) -> Feed | None:
    row = conn.execute(sa.select(feeds.c.id, feeds.c.secret).where(feeds.c.chat_id == chat_id, _LIVE)).first()
    return None if row is None else Feed(*row)


def _make(conn: Connection, chat_id: int, now: datetime) -> Feed:
    row = insert(conn, feeds).values(chat_id=chat_id, secret=secrets.token_urlsafe(SECRET_BYTES), since=now)
    conn.execute(row.on_conflict_do_nothing())
    made = _live(conn, chat_id)
    assert made is not None  # noqa: S101 - there is one now, whichever process made it
    return made
