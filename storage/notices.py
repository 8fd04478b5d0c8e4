"""What it takes to tell people of changes: what was announced, who was told what, and whom it concerns."""

import sys
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.changing.notices import GATHERING, KIND, Earlier, Told, about
from bot.changing.reach import Bonds
from bot.outbox.model import OutboxRow, OutboxState
from bot.outbox.notices import Telling
from bot.programme.changes import Change
from bot.reminders.plan import KIND as REMINDER
from storage import acts, handed_out, pauses
from storage import outbox as messages
from storage.programme import load
from storage.roles import secretaries
from storage.tables import changes, chats, events, outbox, roles, sessions, sign_ups

AGAIN: Final = ":again"
EDIT: Final = ":edit-"


def announced(conn: Connection, event_id: int) -> int:
    """Give the revision of an event up to which those concerned were told, or are about to be."""
    return int(conn.execute(sa.select(events.c.announced).where(events.c.id == event_id)).scalar_one())


def set_announced(conn: Connection, event_id: int, revision: int) -> None:
    """Keep up to which revision of an event those concerned are told."""
    conn.execute(sa.update(events).where(events.c.id == event_id).values(announced=revision))


def unannounced(conn: Connection) -> tuple[str, ...]:
    """Give the keys of the events with changes of which nobody was told yet."""
    query = sa.select(events.c.key).where(events.c.announced < events.c.revision)
    return tuple(conn.execute(query.order_by(events.c.key)).scalars())


def changes_from(conn: Connection, event_id: int, revision: int) -> tuple[tuple[int, Change], ...]:
    """Give the changes of sessions that were made in a revision or later, each with its revision, oldest first."""
    query = (
        sa.select(changes.c.revision, changes.c.before, changes.c.after)
        .where(changes.c.event_id == event_id, changes.c.revision >= revision)
        .order_by(changes.c.revision, changes.c.id)
    )
    return tuple((made, Change(before, after)) for made, before, after in conn.execute(query))


def signed_up(conn: Connection, event_id: int) -> dict[int, frozenset[int]]:
    """Give the chats that signed up, by the id of the session."""
    query = sa.select(sign_ups.c.session_id, sign_ups.c.chat_id).join(sessions)
    of = (sessions.c.event_id == event_id, sign_ups.c.chat_id.is_not(None))
    found: dict[int, set[int]] = defaultdict(set)
    for session_id, chat_id in conn.execute(query.where(*of)):
        found[session_id].add(chat_id)
    return {session_id: frozenset(chats_) for session_id, chats_ in found.items()}


def earlier(conn: Connection, event_id: int, channel: str, now: datetime) -> Earlier:
    """Give what each chat of a channel was told a moment ago, and what still waits to be told.

    What waits is held until the transaction ends: who delivers leaves it, or has it already and it waits no more.
    """
    waiting = {
        row.chat_id: row for row in messages.held_back(conn, event_id, channel, KIND) if not row.key.endswith(AGAIN)
    }
    if pauses.paused_since(conn, event_id) is not None:
        return Earlier({}, waiting, paused=True)
    return Earlier(_told_lately(conn, event_id, channel, now), waiting)


def _told_lately(conn: Connection, event_id: int, channel: str, now: datetime) -> dict[int, Told]:
    """Give the message of a moment ago that can be changed in place, for each chat that has one.

    That a message was changed since makes it no younger; one that told of the whole day stays as it is.
    """
    on_channel = outbox.c.chat_id.in_(sa.select(chats.c.id).where(chats.c.channel == channel))
    messages_only = (~outbox.c.key.like(f"%{AGAIN}"), ~outbox.c.key.like(f"%{EDIT}%"))
    lately = (
        sa.select(outbox.c.chat_id, outbox.c.id, outbox.c.told)
        .where(outbox.c.event_id == event_id, outbox.c.kind == KIND, on_channel)
        .where(outbox.c.state == OutboxState.SENT, outbox.c.sent_at > now - GATHERING, outbox.c.sent_at <= now)
        .where(outbox.c.message_id.is_not(None), outbox.c.told.is_not(None), *messages_only)
        .order_by(outbox.c.sent_at, outbox.c.id)
    )
    found: dict[int, Told] = {}
    for chat_id, row_id, told in conn.execute(lately).all():
        since, _ = _root(conn, row_id)
        found.pop(chat_id, None)
        if not acts.turned_since(conn, event_id, since, upto=told):
            found[chat_id] = Told(row_id, _keys(conn, event_id, since, told))
    return found


def _keys(conn: Connection, event_id: int, since: int, told: int) -> frozenset[str]:
    """Give the keys of the sessions that changed between two revisions, both included."""
    made = (changes.c.event_id == event_id, changes.c.revision.between(since, told))
    return frozenset(conn.execute(sa.select(changes.c.key).where(*made)).scalars())


def telling(conn: Connection, row: OutboxRow) -> Telling:
    """Give what a notice is worded from."""
    facts = about(row)
    mine = (outbox.c.chat_id == row.chat_id, outbox.c.event_id == row.event_id, outbox.c.kind == KIND)
    replaces = None
    if facts.edits is not None:
        since, replaces = _root(conn, facts.edits, facts.since)
    elif facts.again:
        since = max(facts.since, _told_again(conn, row, *mine) + 1)
    else:
        since = min([facts.since, *_open_since(conn, *mine)])
    told = sa.select(sa.func.max(outbox.c.told)).where(*mine)
    all_of_it = facts.edits is not None or facts.again
    heard = conn.execute(told).scalar() or 0
    revision = sa.select(events.c.revision).where(events.c.id == row.event_id)
    held = handed_out.ledger(conn, row.chat_id, row.event_id).held
    signed = sa.select(sign_ups.c.session_id).where(sign_ups.c.chat_id == row.chat_id)
    return Telling(
        changes=changes_from(conn, row.event_id, since),
        upto=conn.execute(revision).scalar_one(),
        told=heard,
        replaces=replaces,
        bonds=Bonds(
            {session_id: {row.chat_id} for session_id in conn.execute(signed).scalars()},
            {session_id: {row.chat_id} for session_id in _kept_by(conn, row)},
        ),
        held=frozenset(entry.session_id for entry in held),
        turned=acts.turned_since(conn, row.event_id, since if all_of_it else max(since, heard + 1)),
    )


def _kept_by(conn: Connection, row: OutboxRow) -> frozenset[int]:
    """Give the sessions of which the chat of a row is the secretary or a stand-in."""
    has_role = sa.select(roles.c.id).where(roles.c.chat_id == row.chat_id).limit(1)
    if conn.execute(has_role).first() is None:
        return frozenset()
    key = conn.execute(sa.select(events.c.key).where(events.c.id == row.event_id)).scalar_one()
    channel = conn.execute(sa.select(chats.c.channel).where(chats.c.id == row.chat_id)).scalar_one()
    of = secretaries(conn, load(conn, key), channel)
    return frozenset(session_id for session_id, those in of.items() if row.chat_id in those)


def _told_again(conn: Connection, row: OutboxRow, *mine: sa.ColumnElement[bool]) -> int:
    """Give the revision up to which others that came besides a corrected message told, 0 without any."""
    others = (outbox.c.key.like(f"%{AGAIN}"), outbox.c.id != row.id)
    return conn.execute(sa.select(sa.func.max(outbox.c.told)).where(*mine, *others)).scalar() or 0


def _open_since(conn: Connection, *mine: sa.ColumnElement[bool]) -> list[int]:
    """Give from which revision on each notice tells that may not have arrived; another one tells it along."""
    states = (OutboxState.PLANNED, OutboxState.SENDING, OutboxState.UNKNOWN)
    keys = conn.execute(sa.select(outbox.c.key).where(*mine, outbox.c.state.in_(states))).scalars()
    return [int(key.split(":")[3]) for key in keys]


def reminded(conn: Connection, event_id: int, starts: Collection[datetime]) -> frozenset[int]:
    """Give the chats that had a reminder of what begins, or began, at any of these moments."""
    query = sa.select(outbox.c.chat_id).where(
        outbox.c.event_id == event_id,
        outbox.c.kind == REMINDER,
        outbox.c.state == OutboxState.SENT,
        outbox.c.starts_at.in_(starts),
    )
    return frozenset(conn.execute(query).scalars())


def _root(conn: Connection, row_id: int, since: int = sys.maxsize) -> tuple[int, int | None]:
    """Give from which revision on a message tells that was changed in place, once or more often, and its number."""
    message_id: int | None = None
    for _ in range(100):
        found = conn.execute(sa.select(outbox.c.key, outbox.c.message_id).where(outbox.c.id == row_id)).first()
        if found is None:
            break
        message_id = message_id if message_id is not None else found.message_id
        _, _, _, made, *more = found.key.split(":")
        since = min(since, int(made))
        if not more or not more[0].startswith("edit-"):
            break
        row_id = int(more[0].removeprefix("edit-"))
    return since, message_id
