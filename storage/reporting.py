"""Numbers about a day, for its report: rows are counted, and no person is read."""

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.checking.report import Kept
from bot.outbox.model import OutboxState
from storage import missed, sign_ups
from storage.tables import broadcasts, changes, chats, events, feeds, handed_out, mailboxes, outbox, sessions


def kept(conn: Connection, event_id: int, channel: str) -> Kept:
    """Count what is kept of an event on a channel; what passed its term counts no more."""
    key = conn.execute(sa.select(events.c.key).where(events.c.id == event_id)).scalar_one()
    return Kept(
        messages=_messages(conn, event_id, channel),
        changes=_changes(conn, event_id),
        broadcasts=_broadcasts(conn, event_id, channel),
        feeds=_feeds(conn, channel),
        calendars=_calendars(conn, event_id, channel),
        missed=missed.missed(conn, key),
        sign_ups=sign_ups.of_event(conn, event_id),
    )


def _messages(conn: Connection, event_id: int, channel: str) -> dict[tuple[str, OutboxState, str], int]:
    query = (
        sa.select(outbox.c.kind, outbox.c.state, outbox.c.reason, sa.func.count())
        .where(outbox.c.event_id == event_id, outbox.c.chat_id.in_(_chats(channel)))
        .group_by(outbox.c.kind, outbox.c.state, outbox.c.reason)
    )
    return {(kind, state, reason): count for kind, state, reason, count in conn.execute(query)}


def _changes(conn: Connection, event_id: int) -> tuple[int, int]:
    """Give how often something changed after the first version, and of how many sessions."""
    later = (changes.c.event_id == event_id, changes.c.revision > 1)
    query = sa.select(sa.func.count(changes.c.revision.distinct()), sa.func.count(changes.c.key.distinct()))
    times, keys = conn.execute(query.where(*later)).one()
    return times, keys


def _broadcasts(conn: Connection, event_id: int, channel: str) -> dict[str, int]:
    of_event = (broadcasts.c.event_id == event_id, broadcasts.c.channel == channel)
    query = sa.select(broadcasts.c.state, sa.func.count()).where(*of_event).group_by(broadcasts.c.state)
    return dict(conn.execute(query).all())


def _feeds(conn: Connection, channel: str) -> int:
    """Count the addresses of calendars in use; they are of no one event."""
    in_use = (feeds.c.ended_at.is_(None), feeds.c.chat_id.in_(_chats(channel)))
    return conn.execute(sa.select(sa.func.count()).select_from(feeds).where(*in_use)).scalar_one()


def _calendars(conn: Connection, event_id: int, channel: str) -> dict[str, int]:
    """Count the chats of a channel, and the mail addresses of such chats, that hold entries of an event."""
    own = handed_out.c.chat_id.in_(_chats(channel))
    mail = sa.select(mailboxes.c.mail_chat_id).where(mailboxes.c.chat_id.in_(_chats(channel)))
    by_mail = handed_out.c.chat_id.in_(mail)
    query = (
        sa.select(handed_out.c.how, sa.func.count(handed_out.c.chat_id.distinct()))
        .join(sessions, sessions.c.id == handed_out.c.session_id)
        .where(sessions.c.event_id == event_id, sa.or_(own, by_mail))
        .group_by(handed_out.c.how)
    )
    return dict(conn.execute(query).all())


def _chats(channel: str) -> sa.Select[int]:
    return sa.select(chats.c.id).where(chats.c.channel == channel)
