"""Roles and the invitations to them; of an invitation only a hash of its secret is kept."""

import hashlib
import secrets
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.people.access import OF_A_GROUP, Grant, Invitation, Role, may_change
from bot.programme.model import Programme
from storage.tables import chats, invitations, roles

_GRANT: Final = (roles.c.id, roles.c.chat_id, roles.c.role, roles.c.group_id, roles.c.event_id, roles.c.since)
_INVITATION: Final = tuple(column for column in invitations.c if column.name != "secret_hash")


def grants_of(conn: Connection, channel: str, user: str) -> tuple[Grant, ...]:
    """Give the roles of the person with this number on a channel, oldest first.

    A person is the chat with themselves, which has the same number (Bot API, Chat.id of a private chat).
    """
    of = sa.select(*_GRANT).join(chats).where(chats.c.channel == channel, chats.c.address == user)
    return tuple(Grant(**row) for row in conn.execute(of.order_by(roles.c.id)).mappings())


def grants_at(conn: Connection, event_id: int) -> tuple[Grant, ...]:
    """Give all roles that count at an event: its own, and those of the groups of the network."""
    of = sa.or_(roles.c.event_id.is_(None), roles.c.event_id == event_id)
    return tuple(Grant(**row) for row in conn.execute(sa.select(*_GRANT).where(of).order_by(roles.c.id)).mappings())


def secretaries(conn: Connection, programme: Programme, channel: str) -> dict[int, frozenset[int]]:
    """Give the chats of the secretaries and stand-ins on a channel, by the id of their session."""
    here = frozenset(conn.execute(sa.select(roles.c.chat_id).join(chats).where(chats.c.channel == channel)).scalars())
    of_groups = [g for g in grants_at(conn, programme.event.id) if g.role in OF_A_GROUP and g.chat_id in here]
    found = {
        session.id: frozenset(g.chat_id for g in of_groups if may_change((g,), programme, session))
        for session in (programme.sessions if of_groups else ())
    }
    return {session_id: those for session_id, those in found.items() if those}


def grant(
    conn: Connection,
    chat_id: int,
    role: Role,
    *,
    group_id: int | None = None,
    event_id: int | None = None,
    now: datetime,
) -> Grant:
    """Give a chat a role; having it already changes nothing."""
    same = (roles.c.chat_id == chat_id, roles.c.role == role)
    of = (roles.c.group_id.is_not_distinct_from(group_id), roles.c.event_id.is_not_distinct_from(event_id))
    row = conn.execute(sa.select(*_GRANT).where(*same, *of)).mappings().first()
    if row is None:
        new = sa.insert(roles).values(chat_id=chat_id, role=role, group_id=group_id, event_id=event_id, since=now)
        row = conn.execute(new.returning(*_GRANT)).mappings().one()
    return Grant(**row)


def withdraw(conn: Connection, grant_id: int, event_id: int | None = None) -> Grant | None:
    """Take a role away at once; None when there is no such one.

    With ``event_id`` only a role at that event, or of a group of the network.
    """
    of = (roles.c.id == grant_id, _here(roles, event_id))
    row = conn.execute(sa.delete(roles).where(*of).returning(*_GRANT)).mappings().first()
    return None if row is None else Grant(**row)


def invite(
    conn: Connection,
    role: Role,
    *,
    group_id: int | None = None,
    event_id: int | None = None,
    now: datetime,
    valid_until: datetime,
) -> tuple[Invitation, str]:
    """Make an invitation, and give it with its secret: 32 characters that a deep link takes, and never seen again."""
    secret = secrets.token_urlsafe(24)
    new = sa.insert(invitations).values(
        secret_hash=_hash(secret),
        role=role,
        group_id=group_id,
        event_id=event_id,
        made_at=now,
        valid_until=valid_until,
    )
    row = conn.execute(new.returning(*_INVITATION)).mappings().one()
    return Invitation(**row), secret


def accept(conn: Connection, chat_id: int, secret: str, now: datetime) -> tuple[Grant, bool] | None:
    """Use an invitation, once, and say whether it was used just now; None when it is over or there is none.

    The same chat that used it gets the same role again, so that handling an update twice does no harm.
    """
    query = sa.select(*_INVITATION).where(invitations.c.secret_hash == _hash(secret))
    # Two people with the same link: the second one waits, and then finds it used. SQLite has no such clause.
    row = conn.execute(query.with_for_update()).mappings().first()
    if row is None:
        return None
    found = Invitation(**row)
    if not found.is_open(now):
        return _used_by(conn, chat_id, found)
    conn.execute(sa.update(invitations).where(invitations.c.id == found.id).values(used_at=now))
    return grant(conn, chat_id, found.role, group_id=found.group_id, event_id=found.event_id, now=now), True


def open_invitations(conn: Connection, event_id: int, now: datetime) -> tuple[Invitation, ...]:
    """Give the invitations that can still be used, for an event and for the groups of the network, oldest first."""
    of = sa.or_(invitations.c.event_id.is_(None), invitations.c.event_id == event_id)
    query = sa.select(*_INVITATION).where(of, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None))
    rows = conn.execute(query.where(invitations.c.valid_until > now).order_by(invitations.c.id)).mappings()
    return tuple(Invitation(**row) for row in rows)


def revoke(conn: Connection, invitation_id: int, now: datetime, event_id: int | None = None) -> Invitation | None:
    """Revoke an invitation that is still open; None when there is no such one.

    With ``event_id`` only one to a role at that event, or of a group of the network.
    """
    open_ = (invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None))
    of = (invitations.c.id == invitation_id, *open_, _here(invitations, event_id))
    done = sa.update(invitations).where(*of).values(revoked_at=now).returning(*_INVITATION)
    row = conn.execute(done).mappings().first()
    return None if row is None else Invitation(**row)


def _here(table: sa.Table, event_id: int | None) -> sa.ColumnElement[bool]:
    """Name what counts at an event; all there is without one."""
    return sa.true() if event_id is None else sa.or_(table.c.event_id.is_(None), table.c.event_id == event_id)


def _used_by(conn: Connection, chat_id: int, found: Invitation) -> tuple[Grant, bool] | None:
    """Give the role that a used invitation gave this chat at that moment, where it still has it."""
    if found.used_at is None:
        return None
    query = sa.select(*_GRANT).where(
        roles.c.chat_id == chat_id,
        roles.c.role == found.role,
        roles.c.since == found.used_at,
        roles.c.group_id.is_not_distinct_from(found.group_id),
        roles.c.event_id.is_not_distinct_from(found.event_id),
    )
    row = conn.execute(query).mappings().first()
    return None if row is None else (Grant(**row), False)


def _hash(secret: str) -> str:
    # The secret is random and long: a plain hash gives nothing away (unlike that of a password).
    return hashlib.sha256(secret.encode()).hexdigest()
