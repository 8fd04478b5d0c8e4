"""Chats and what they chose. A person's data is little and theirs: see :data:`PERSONAL`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from bot.people.model import DEFAULT_LEAD, Chat, ChatKind, Choices, Stay, language_of
from bot.people.privacy import Kept
from bot.programme.model import Language
from storage import own_day
from storage.broadcasts import disown
from storage.database import insert
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
    groups,
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

NOWHERE: Final = Stay()

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
        return _chat(row), False
    fresh = {"channel": channel, "address": address, "lead": DEFAULT_LEAD, "first_seen": now}
    new = insert(conn, chats).values(fresh | seen).on_conflict_do_nothing()
    row = conn.execute(new.returning(*chats.c)).mappings().first()
    if row is not None:
        return _chat(row), True
    # Another process made it between the two statements.
    return _chat(conn.execute(known.returning(*chats.c)).mappings().one()), False


def chat_by_id(conn: Connection, chat_id: int) -> Chat | None:
    """Give a chat, None when it is forgotten."""
    return chat_where(conn, chats.c.id == chat_id)


def chat_where(conn: Connection, condition: sa.ColumnElement[bool]) -> Chat | None:
    """Give the one chat that a condition holds for, None where there is none."""
    row = conn.execute(sa.select(chats).where(condition)).mappings().first()
    return None if row is None else _chat(row)


def chats_where(conn: Connection, *conditions: sa.ColumnElement[bool]) -> tuple[Chat, ...]:
    """Give the chats that conditions hold for, in the order in which they came."""
    query = sa.select(chats).where(*conditions).order_by(chats.c.id)
    return tuple(_chat(row) for row in conn.execute(query).mappings())


def any_on(conn: Connection, channel: str) -> bool:
    """Say whether any chat of a channel is known."""
    return conn.execute(sa.select(chats.c.id).where(chats.c.channel == channel).limit(1)).first() is not None


def chat_at(conn: Connection, channel: str, address: str) -> Chat | None:
    """Give the chat at an address as it is known, None when it is not."""
    query = sa.select(chats).where(chats.c.channel == channel, chats.c.address == address)
    row = conn.execute(query).mappings().first()
    return None if row is None else _chat(row)


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


def follow(conn: Connection, chat_id: int, group_id: int, now: datetime) -> None:
    """Follow a group; following it again changes nothing."""
    row = insert(conn, follows).values(chat_id=chat_id, group_id=group_id, since=now)
    conn.execute(row.on_conflict_do_nothing())


def unfollow(conn: Connection, chat_id: int, group_id: int) -> None:
    """Follow a group no more."""
    conn.execute(sa.delete(follows).where(follows.c.chat_id == chat_id, follows.c.group_id == group_id))


def followed(conn: Connection, chat_id: int) -> frozenset[int]:
    """Give the ids of the groups that a chat follows."""
    return frozenset(conn.execute(sa.select(follows.c.group_id).where(follows.c.chat_id == chat_id)).scalars())


def keep(conn: Connection, chat_id: int, session_id: int, kept: bool | None) -> None:
    """Keep a session, drop it (False), or leave it to the groups that are followed (None)."""
    if kept is None:
        one = (kept_sessions.c.chat_id == chat_id, kept_sessions.c.session_id == session_id)
        conn.execute(sa.delete(kept_sessions).where(*one))
        return
    row = insert(conn, kept_sessions).values(chat_id=chat_id, session_id=session_id, kept=kept)
    conn.execute(row.on_conflict_do_update(index_elements=["chat_id", "session_id"], set_={"kept": kept}))


def choices(conn: Connection, chat_id: int, event_id: int) -> Choices:
    """Give what a chat chose for an event."""
    own = _own(event_id).where(kept_sessions.c.chat_id == chat_id)
    chosen = _choices(followed(conn, chat_id), [(session, kept) for _, session, kept in conn.execute(own)])
    return replace(chosen, stay=own_day.stay(conn, chat_id, event_id))


def choices_everywhere(conn: Connection, chat_id: int) -> Choices:
    """Give what a chat chose for all events together; ids of sessions are of one event each."""
    own = sa.select(kept_sessions.c.session_id, kept_sessions.c.kept).where(kept_sessions.c.chat_id == chat_id)
    return _choices(followed(conn, chat_id), [(session, kept) for session, kept in conn.execute(own)])


def all_choices(conn: Connection, event_id: int, channel: str) -> tuple[tuple[Chat, Choices], ...]:
    """Give every chat of a channel that can be written to and chose anything, or attends, with its choices.

    It takes four queries, however many chats there are.
    """
    followed_by: dict[int, set[int]] = defaultdict(set)
    of_event = sa.or_(groups.c.event_id.is_(None), groups.c.event_id == event_id)
    pairs = sa.select(follows.c.chat_id, follows.c.group_id).join(groups).where(of_event)
    for chat_id, group_id in conn.execute(pairs):
        followed_by[chat_id].add(group_id)
    own: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for chat_id, session_id, kept in conn.execute(_own(event_id)):
        own[chat_id].append((session_id, kept))
    found = chats_where(conn, chats.c.channel == channel, chats.c.active)
    stays = own_day.all_stays(conn, event_id)
    chosen = (
        (chat, _choices(followed_by.get(chat.id, ()), own.get(chat.id, ()), stays.get(chat.id, NOWHERE)))
        for chat in found
    )
    return tuple((chat, choice) for chat, choice in chosen if choice or choice.stay.attends)


def attend(conn: Connection, chat_id: int, event_id: int, now: datetime) -> None:
    """Keep that a chat is at an event; the first moment stands."""
    row = insert(conn, attendance).values(chat_id=chat_id, event_id=event_id, since=now)
    conn.execute(row.on_conflict_do_nothing())


def remember(conn: Connection, chat_id: int, data: dict[str, Any], now: datetime) -> None:
    """Keep the last question of a chat, as JSON, so that «en daarna?» is understood."""
    row = insert(conn, last_questions).values(chat_id=chat_id, data=data, at=now)
    conn.execute(row.on_conflict_do_update(index_elements=["chat_id"], set_={"data": data, "at": now}))


def recall(conn: Connection, chat_id: int) -> tuple[dict[str, Any], datetime] | None:
    """Give the last question of a chat and when it was asked."""
    query = sa.select(last_questions.c.data, last_questions.c.at).where(last_questions.c.chat_id == chat_id)
    row = conn.execute(query).first()
    return None if row is None else (row.data, row.at)


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


def _own(event_id: int) -> sa.Select[int, int, bool]:
    columns = (kept_sessions.c.chat_id, kept_sessions.c.session_id, kept_sessions.c.kept)
    return sa.select(*columns).join(sessions).where(sessions.c.event_id == event_id)


def _choices(
    group_ids: Sequence[int] | set[int] | frozenset[int], own: Sequence[tuple[int, bool]], stay: Stay = NOWHERE
) -> Choices:
    return Choices(
        followed=frozenset(group_ids),
        kept=frozenset(session for session, kept in own if kept),
        dropped=frozenset(session for session, kept in own if not kept),
        stay=stay,
    )


def _chat(row: sa.RowMapping) -> Chat:
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
