"""Chats: where messages go, in which language, and whether they can be written to."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.model import DEFAULT_LEAD, Chat, ChatKind, language_of
from bot.programme.model import Language
from storage.database import insert
from storage.tables import chats


def chat_for(
    conn: Connection, *, channel: str, address: str, kind: ChatKind, telegram_language: str | None, now: datetime
) -> tuple[Chat, bool]:
    """Give the chat at an address, and whether it is new; it is active again and seen now.

    The language of a person's Telegram counts until one is chosen; a group has no language of its own there.
    """
    seen: dict[str, Any] = {"kind": kind, "active": True, "last_seen": now}
    if telegram_language and kind is ChatKind.PRIVATE:
        seen["telegram_language"] = telegram_language
    known = sa.update(chats).where(chats.c.channel == channel, chats.c.address == address).values(seen)
    row = conn.execute(known.returning(*chats.c)).mappings().first()
    if row is not None:
        return chat_of(row), False
    fresh = {"channel": channel, "address": address, "lead": DEFAULT_LEAD, "first_seen": now}
    new = insert(conn, chats).values(fresh | seen).on_conflict_do_nothing()
    row = conn.execute(new.returning(*chats.c)).mappings().first()
    if row is not None:
        return chat_of(row), True
    # Another process made it between the two statements.
    return chat_of(conn.execute(known.returning(*chats.c)).mappings().one()), False


def chat_by_id(conn: Connection, chat_id: int) -> Chat | None:
    """Give a chat, None when it is forgotten."""
    return chat_where(conn, chats.c.id == chat_id)


def chat_where(conn: Connection, condition: sa.ColumnElement[bool]) -> Chat | None:
    """Give the one chat that a condition holds for, None where there is none."""
    row = conn.execute(sa.select(chats).where(condition)).mappings().first()
    return None if row is None else chat_of(row)


def chats_where(conn: Connection, *conditions: sa.ColumnElement[bool]) -> tuple[Chat, ...]:
    """Give the chats that conditions hold for, in the order in which they came."""
    query = sa.select(chats).where(*conditions).order_by(chats.c.id)
    return tuple(chat_of(row) for row in conn.execute(query).mappings())


def any_on(conn: Connection, channel: str) -> bool:
    """Say whether any chat of a channel is known."""
    return conn.execute(sa.select(chats.c.id).where(chats.c.channel == channel).limit(1)).first() is not None


def chat_at(conn: Connection, channel: str, address: str) -> Chat | None:
    """Give the chat at an address as it is known, None when it is not."""
    return chat_where(conn, sa.and_(chats.c.channel == channel, chats.c.address == address))


def set_language(conn: Connection, chat_id: int, language: Language) -> None:
    """Keep the language that was chosen."""
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(chosen_language=language))


def set_lead(conn: Connection, chat_id: int, lead: int | None) -> None:
    """Keep how many minutes before a start the chat is reminded; None is never."""
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(lead=lead))


def set_active(conn: Connection, chat_id: int, active: bool) -> None:
    """Keep whether the chat can be written to."""
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(active=active))


def fall_silent(conn: Connection, *, channel: str, address: str) -> None:
    """Keep that nothing can be sent to an address any more; one that is not known, or was forgotten, stays so."""
    one = (chats.c.channel == channel, chats.c.address == address)
    conn.execute(sa.update(chats).where(*one).values(active=False))


def move(conn: Connection, chat_id: int, address: str) -> None:
    """Keep the new address of a group that grew; where another chat has it already, this one falls silent."""
    channel = sa.select(chats.c.channel).where(chats.c.id == chat_id).scalar_subquery()
    another = (chats.c.channel == channel, chats.c.address == address, chats.c.id != chat_id)
    taken = sa.select(chats.c.id).where(*another)
    values = {"address": address} if conn.execute(taken).first() is None else {"active": False}
    conn.execute(sa.update(chats).where(chats.c.id == chat_id).values(values))


def chat_of(row: sa.RowMapping) -> Chat:
    """Read a chat from its row."""
    return Chat(
        id=row["id"],
        channel=row["channel"],
        address=row["address"],
        kind=row["kind"],
        language=row["chosen_language"] or language_of(row["telegram_language"]),
        lead=row["lead"],
        brief=row["brief"],
        morning=row["morning"],
        quiet=row["quiet"],
        active=row["active"],
    )
