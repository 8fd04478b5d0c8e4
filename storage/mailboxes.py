"""Mail addresses that get somebody's own programme, and the codes by which people show that an address is theirs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.outbox.model import OutboxState
from bot.people.mailing import AN_HOUR, HOUR, TRIES, Mailbox, Pending, Tried
from bot.people.model import Chat, ChatKind
from storage import chat_rows, personal
from storage.database import alone
from storage.tables import chats, mail_codes, mailboxes, outbox

CODES_LOCK: Final = 7406842
"""Advisory lock of PostgreSQL: two messages of one chat must not each be the third of an hour."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was made, and the chat for mail that it goes to; what the code is, only the message tells."""

    id: int
    mail_chat_id: int


def ask_address(conn: Connection, chat_id: int, now: datetime) -> None:
    """Keep that a chat was asked for an address."""
    row = {"chat_id": chat_id, "mail_chat_id": None, "code": "", "made_at": now, "tries": 0}
    conn.execute(sa.insert(mail_codes), row)


def make_code(
    conn: Connection, chat: Chat, *, channel: str, address: str, code: str, now: datetime, speed: float = 1.0
) -> Code | None:
    """Keep the code that goes to an address; None when there were too many in the last hour.

    ``channel`` is that of mail. With ``speed`` the event's clock runs faster than people type.
    """
    alone(conn, CODES_LOCK)
    recent = (mail_codes.c.code != "", mail_codes.c.made_at > now - HOUR * speed)
    there = sa.select(chats.c.id).where(chats.c.channel == channel, chats.c.address == address)
    for whose in (mail_codes.c.chat_id == chat.id, mail_codes.c.mail_chat_id.in_(there)):
        if (
            conn.execute(sa.select(sa.func.count()).select_from(mail_codes).where(*recent, whose)).scalar_one()
            >= AN_HOUR
        ):
            return None
    mail = _mail_chat(conn, channel, address, now)
    row = {"chat_id": chat.id, "mail_chat_id": mail.id, "code": code, "made_at": now, "tries": 0}
    made = conn.execute(sa.insert(mail_codes).values(row).returning(mail_codes.c.id)).scalar_one()
    return Code(made, mail.id)


def pending(conn: Connection, chat_id: int, *, since: datetime) -> Pending | None:
    """Give what a chat was asked last for and has not given yet, if that was after ``since``."""
    row = conn.execute(_last(chat_id, since)).first()
    if row is None or row.tries >= TRIES:
        return None
    return Pending(row.id, row.made_at, row.address or "", row.tries)


def drop_pending(conn: Connection, chat_id: int) -> None:
    """Wait for no address and no code any more; what was sent stays counted."""
    mine = mail_codes.c.chat_id == chat_id
    conn.execute(sa.delete(mail_codes).where(mine, mail_codes.c.code == ""))
    conn.execute(sa.update(mail_codes).where(mine).values(tries=TRIES))


def try_code(conn: Connection, chat_id: int, code: str, *, since: datetime, now: datetime) -> Tried | None:
    """Try a code; where it is right its address becomes that of the chat. None when no code is waited for.

    An address belongs to whoever showed last that it is theirs, and a chat has one.
    """
    alone(conn, CODES_LOCK)
    row = conn.execute(_last(chat_id, since)).first()
    if row is None or not row.code or row.tries >= TRIES:
        return None
    if row.code != code:
        conn.execute(sa.update(mail_codes).where(mail_codes.c.id == row.id).values(tries=row.tries + 1))
        return Tried.WRONG if row.tries + 1 < TRIES else Tried.WORN
    previous = mailbox_of(conn, chat_id)
    if previous is not None and previous.mail.id != row.mail_chat_id:
        disconnect(conn, chat_id)
    conn.execute(sa.delete(mailboxes).where(mailboxes.c.mail_chat_id == row.mail_chat_id))
    box = {"mail_chat_id": row.mail_chat_id, "chat_id": chat_id, "since": now, "refused": 0}
    conn.execute(sa.insert(mailboxes), box)
    chat_rows.set_active(conn, row.mail_chat_id, active=True)
    # What the server refused before is tried anew.
    failed = (outbox.c.chat_id == row.mail_chat_id, outbox.c.state == OutboxState.FAILED)
    conn.execute(sa.delete(outbox).where(*failed))
    drop_pending(conn, chat_id)
    return Tried.RIGHT


def code_with(conn: Connection, code_id: int) -> str | None:
    """Give the code that a message carries, None when it can no longer be used."""
    usable = (mail_codes.c.id == code_id, mail_codes.c.tries < TRIES)
    return conn.execute(sa.select(mail_codes.c.code).where(*usable)).scalar()


def asker(conn: Connection, code_id: int) -> int | None:
    """Give the id of the chat that a code was made for."""
    return conn.execute(sa.select(mail_codes.c.chat_id).where(mail_codes.c.id == code_id)).scalar()


def mailbox_of(conn: Connection, chat_id: int) -> Mailbox | None:
    """Give the mailbox of a chat."""
    return next(iter(_boxes(conn, mailboxes.c.chat_id == chat_id)), None)


def mailbox_at(conn: Connection, mail_chat_id: int) -> Mailbox | None:
    """Give the mailbox that an address is, None while nobody showed that it is theirs."""
    return next(iter(_boxes(conn, mailboxes.c.mail_chat_id == mail_chat_id)), None)


def address_of_code(conn: Connection, code_id: int) -> str | None:
    """Give the address that a code went to."""
    query = sa.select(chats.c.address).join(mail_codes, mail_codes.c.mail_chat_id == chats.c.id)
    return conn.execute(query.where(mail_codes.c.id == code_id)).scalar()


def all_mailboxes(conn: Connection, channel: str) -> tuple[Mailbox, ...]:
    """Give the mailboxes of a channel that can be written to."""
    return _boxes(conn, chats.c.channel == channel, chats.c.active)


def disconnect(conn: Connection, chat_id: int) -> str | None:
    """Forget the address of a chat with all that was sent there, and give it; None when there was none."""
    drop_pending(conn, chat_id)
    box = mailbox_of(conn, chat_id)
    if box is None:
        return None
    personal.forget(conn, box.mail.id)
    return box.mail.address


def refused(conn: Connection, mail_chat_id: int) -> int:
    """Count that a message was refused for good, and give how many that makes in a row."""
    one = sa.update(mailboxes).where(mailboxes.c.mail_chat_id == mail_chat_id)
    return conn.execute(one.values(refused=mailboxes.c.refused + 1).returning(mailboxes.c.refused)).scalar() or 0


def accepted(conn: Connection, mail_chat_id: int) -> None:
    """Keep that a message was taken."""
    some = (mailboxes.c.mail_chat_id == mail_chat_id, mailboxes.c.refused > 0)
    conn.execute(sa.update(mailboxes).where(*some).values(refused=0))


def forget_strangers(conn: Connection, now: datetime, *, term: timedelta) -> int:
    """Delete addresses that nobody showed to be theirs within ``term``, and give their number."""
    owned = sa.select(mailboxes.c.mail_chat_id)
    asked = sa.select(mail_codes.c.mail_chat_id).where(mail_codes.c.mail_chat_id.is_not(None))
    unknown = (
        chats.c.channel.like("mail%"),
        chats.c.id.not_in(owned),
        chats.c.id.not_in(asked),
        chats.c.first_seen < now - term,
    )
    return conn.execute(sa.delete(chats).where(*unknown)).rowcount


def _mail_chat(conn: Connection, channel: str, address: str, now: datetime) -> Chat:
    mail, _ = chat_rows.chat_for(
        conn, channel=channel, address=address, kind=ChatKind.PRIVATE, telegram_language=None, now=now
    )
    return mail


def _last(chat_id: int, since: datetime) -> sa.Select[tuple[object, ...]]:
    return (
        sa.select(mail_codes, chats.c.address)
        .join_from(mail_codes, chats, chats.c.id == mail_codes.c.mail_chat_id, isouter=True)
        .where(mail_codes.c.chat_id == chat_id, mail_codes.c.made_at > since)
        .order_by(mail_codes.c.id.desc())
        .limit(1)
    )


def _boxes(conn: Connection, *where: sa.ColumnElement[bool]) -> tuple[Mailbox, ...]:
    query = (
        sa.select(mailboxes, *(c.label(f"mail_{c.name}") for c in chats.c))
        .join(chats, chats.c.id == mailboxes.c.mail_chat_id)
        .where(*where)
        .order_by(mailboxes.c.mail_chat_id)
    )
    found = []
    for row in conn.execute(query):
        mail = Chat(
            id=row.mail_id,
            channel=row.mail_channel,
            address=row.mail_address,
            kind=row.mail_kind,
            active=row.mail_active,
        )
        found.append(Mailbox(mail, row.chat_id, row.since, row.refused))
    return tuple(found)
