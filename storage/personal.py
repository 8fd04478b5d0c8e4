"""What is personal, how long it is kept, and to whom it is shown and removed. A person's data is little and theirs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from bot.people.privacy import Kept
from storage.broadcasts import disown
from storage.tables import (
    attendance,
    broadcasts,
    chats,
    desk_questions,
    drafts,
    events,
    expected,
    feeds,
    follows,
    handed_out,
    inbox,
    kept_sessions,
    last_questions,
    mail_codes,
    mailboxes,
    outbox,
    roles,
    sessions,
    settled_overlaps,
    sign_ups,
)


@dataclass(frozen=True, slots=True)
class Personal:
    """Columns of a table that say something about a person; rows go ``term`` after the moment in ``since``.

    With ``of_event`` they go a set number of days (setting: PRIVACY_DAYS) after the last day of their event, and
    after ``since`` where that is later. Without either a row stays as long as the chat does.
    """

    table: Table
    columns: tuple[str, ...]
    since: str = ""
    term: timedelta | None = None
    of_event: bool = False


SILENCE: Final = timedelta(days=730)
"""How long a chat is kept that nobody writes in: from one network day to the one after the next."""
TALK: Final = timedelta(days=6)
"""How long questions are kept: less than the week after which Telegram numbers updates anew."""
CODES: Final = timedelta(days=1)
"""How long it is kept that a mail address was given, and which code went there."""
DESK: Final = timedelta(days=14)
"""How long a question for the organisers is kept: they may answer after the weekend."""
AFTER_EVENT: Final = 30
"""Days after the last day of an event for which it is kept what somebody chose, got and did there, unless set."""

PERSONAL: Final = (
    Personal(follows, ("group_id", "since")),
    Personal(kept_sessions, ("session_id", "kept"), of_event=True),
    Personal(attendance, ("event_id", "since", "arrives", "leaves", "absent"), "since", of_event=True),
    Personal(settled_overlaps, ("event_id", "first_id", "second_id", "dropped_id"), of_event=True),
    Personal(last_questions, ("data", "at"), "at", TALK),
    Personal(
        desk_questions,
        ("event_id", "text", "language", "asked_at", "sent_at", "answer", "answered_at"),
        "asked_at",
        DESK,
    ),
    Personal(sign_ups, ("session_id", "name", "city", "at"), "at", of_event=True),
    Personal(feeds, ("secret", "since", "ended_at"), "ended_at", SILENCE),
    Personal(
        handed_out,
        ("session_id", "sequence", "status", "start", "end", "room", "online", "how", "at"),
        "at",
        of_event=True,
    ),
    Personal(mail_codes, ("mail_chat_id", "code", "made_at", "tries"), "made_at", CODES),
    Personal(mailboxes, ("mail_chat_id", "since", "refused")),
    Personal(roles, ("role", "group_id", "event_id", "since")),
    Personal(drafts, ("event_id", "edits", "options", "seen", "at", "made", "ended_at"), "at", of_event=True),
    Personal(expected, ("what", "about", "at"), "at", CODES),
    Personal(
        broadcasts,
        (
            "event_id",
            "role",
            "group",
            "audience",
            "group_ids",
            "html",
            "media",
            "file_id",
            "state",
            "edition",
            "due_at",
            "made_at",
            "sent_at",
            "silent",
        ),
        "made_at",
        of_event=True,
    ),
    Personal(
        outbox, ("key", "kind", "event_id", "starts_at", "sent_at", "message_id", "told"), "expires_at", of_event=True
    ),
    Personal(inbox, ("chat_key", "data", "received_at"), "received_at", TALK),
    Personal(
        chats,
        (
            "channel",
            "address",
            "kind",
            "telegram_language",
            "chosen_language",
            "lead",
            "brief",
            "morning",
            "quiet",
            "active",
            "first_seen",
            "last_seen",
        ),
        "last_seen",
        SILENCE,
    ),
)
"""Every personal column and its term; what refers to a chat stands before the chat itself."""


def known_about(conn: Connection, chat_id: int) -> dict[str, tuple[dict[str, Any], ...]]:
    """Give everything that is kept about a chat and its mail address: rows by table, the personal columns of each."""
    ids = (chat_id, *_mail_addresses(conn, chat_id))
    found = {}
    for personal in PERSONAL:
        query = sa.select(*(personal.table.c[name] for name in personal.columns))
        rows = [row for one in ids for row in conn.execute(query.where(_about(personal.table, one))).mappings()]
        found[personal.table.name] = tuple(dict(row) for row in rows)
    return found


def forget(conn: Connection, chat_id: int) -> None:
    """Delete everything that is kept about a chat and its mail address; what it sent to many stays, without it."""
    disown(conn, chat_id)
    for one in (*_mail_addresses(conn, chat_id), chat_id):
        for personal in PERSONAL:
            conn.execute(sa.delete(personal.table).where(_about(personal.table, one)))


def retention(days: int = AFTER_EVENT) -> tuple[Kept, ...]:
    """Tell what is kept of people and how long; ``days`` is the term after an event."""
    return tuple(
        Kept(
            personal.table.name,
            personal.columns,
            days if personal.of_event else None if personal.term is None else personal.term.days,
            after_event=personal.of_event,
        )
        for personal in PERSONAL
    )


def expire(conn: Connection, now: datetime, *, days: int = AFTER_EVENT) -> int:
    """Delete what has passed its term, and give the number of rows; ``days`` is the term after an event."""
    _see_mailboxes(conn)
    deleted = 0
    for personal in PERSONAL:
        term = timedelta(days=days) if personal.of_event else personal.term
        if term is None:
            continue
        old = [personal.table.c[personal.since] < now - term] if personal.since else []
        if personal.of_event:
            old.append(_of_events_before(personal.table, now - term))
        deleted += conn.execute(sa.delete(personal.table).where(*old)).rowcount
    return deleted


def _of_events_before(table: Table, moment: datetime) -> sa.ColumnElement[bool]:
    """Name the rows of events whose last day was over at ``moment``; a row names its event or a session of it."""
    over = sa.select(events.c.id).where(events.c.last_day < moment.date())
    if "event_id" in table.c:
        return table.c.event_id.in_(over)
    return table.c.session_id.in_(sa.select(sessions.c.id).where(sessions.c.event_id.in_(over)))


def _mail_addresses(conn: Connection, chat_id: int) -> tuple[int, ...]:
    """Give the ids of the addresses that a chat gave: the one that gets its programme, and those that nobody owns."""
    own = sa.select(mailboxes.c.mail_chat_id).where(mailboxes.c.chat_id == chat_id)
    given = sa.select(mail_codes.c.mail_chat_id).where(
        mail_codes.c.chat_id == chat_id, mail_codes.c.mail_chat_id.not_in(sa.select(mailboxes.c.mail_chat_id))
    )
    return tuple(conn.execute(own.union(given)).scalars())


def _see_mailboxes(conn: Connection) -> None:
    """Take a mail address to be in use as long as the chat that it belongs to."""
    owner = chats.alias("owner")
    seen = sa.select(owner.c.last_seen).join(mailboxes, mailboxes.c.chat_id == owner.c.id)
    of_this = seen.where(mailboxes.c.mail_chat_id == chats.c.id).scalar_subquery()
    in_use = chats.c.id.in_(sa.select(mailboxes.c.mail_chat_id))
    conn.execute(sa.update(chats).where(in_use).values(last_seen=of_this))


def _about(table: Table, chat_id: int) -> sa.ColumnElement[bool]:
    if table is chats:
        return chats.c.id == chat_id
    if table is inbox:
        address = sa.select(chats.c.address).where(chats.c.id == chat_id).scalar_subquery()
        return inbox.c.chat_key == address
    return table.c.chat_id == chat_id
