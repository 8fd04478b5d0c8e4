"""What chats chose: groups that they follow, single sessions that they keep or drop."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.model import Chat, Choices, Stay
from storage import own_day
from storage.chat_rows import chats_where
from storage.database import insert
from storage.tables import chats, follows, groups, kept_sessions, sessions

NOWHERE: Final = Stay()


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
