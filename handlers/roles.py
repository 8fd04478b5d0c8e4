"""Roles: inviting, accepting, taking away; one transaction each, every right looked up at the act itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.errors import InvitationOver, NotAllowed
from bot.people.access import OF_A_GROUP, VALID, Grant, Invitation, Role, acting_as, for_event, is_organiser
from bot.people.model import Chat
from bot.programme.model import Group, Programme
from handlers.services import Services
from storage import acts, roles

Grants = tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """Who has a role at a day, and which invitations are still open."""

    grants: Grants
    invitations: tuple[Invitation, ...]


async def grants(services: Services, user: str, programme: Programme) -> Grants:
    """Give the roles that the person with this number has at an event; none for whoever is no person."""
    return await services.database.read(grants_in, services, user, programme) if user else ()


def grants_in(conn: Connection, services: Services, user: str, programme: Programme) -> Grants:
    """Give the same inside a transaction, so that a role that was taken away a moment ago counts no more."""
    return for_event(roles.grants_of(conn, services.channel, user), programme)


def allowed(  # noqa: PLR0917 - who wants what, and when that is allowed
    conn: Connection,
    services: Services,
    user: str,
    programme: Programme,
    may: Callable[[Grants], bool],
    about: str = "",
) -> Grants:
    """Give the roles of a person where ``may`` holds for them; raises NotAllowed, of the session ``about`` if any."""
    found = grants_in(conn, services, user, programme)
    if not found:
        raise NotAllowed
    if not may(found):
        raise NotAllowed(about)
    return found


def invite_in(
    conn: Connection,
    programme: Programme,
    role: Role,
    group: Group | None,
    *,
    acting: tuple[Role, str] | None,
    now: datetime,
    valid: timedelta = VALID,
) -> tuple[Invitation, str]:
    """Make an invitation and keep that it was made; the secret is for a deep link, once."""
    of_group = group if role in OF_A_GROUP else None
    invitation, secret = roles.invite(
        conn,
        role,
        group_id=None if of_group is None else of_group.id,
        event_id=None if role in OF_A_GROUP else programme.event.id,
        now=now,
        valid_until=now + valid,
    )
    about = "" if of_group is None else of_group.slug
    acts.record(conn, programme.event.id, acting, "invite", now=now, about=about, after=role.value)
    return invitation, secret


async def invite(
    services: Services, user: str, programme: Programme, role: Role, group: Group | None
) -> tuple[Invitation, str]:
    """Have an organiser invite somebody; raises NotAllowed."""
    now = services.clock()

    def write(conn: Connection) -> tuple[Invitation, str]:
        found = allowed(conn, services, user, programme, is_organiser)
        return invite_in(conn, programme, role, group, acting=acting_as(found, programme), now=now)

    return await services.database.write(write)


async def accept(services: Services, chat: Chat, programme: Programme, secret: str) -> Grant:
    """Use the invitation of a deep link; raises InvitationOver."""
    now = services.clock()

    def write(conn: Connection) -> Grant:
        accepted = roles.accept(conn, chat.id, secret, now)
        if accepted is None:
            raise InvitationOver
        found, first = accepted
        if first:
            slug = programme.group_by_id[found.group_id].slug if found.group_id in programme.group_by_id else ""
            acts.record(conn, programme.event.id, (found.role, slug), "join", now=now, about=slug)
        return found

    return await services.database.write(write)


async def staff(services: Services, user: str, programme: Programme) -> Staff:
    """Give an organiser who has a role at a day; raises NotAllowed."""
    now = services.clock()

    def read(conn: Connection) -> Staff:
        allowed(conn, services, user, programme, is_organiser)
        event_id = programme.event.id
        return Staff(roles.grants_at(conn, event_id), roles.open_invitations(conn, event_id, now))

    return await services.database.read(read)


async def withdraw(services: Services, user: str, programme: Programme, grant_id: int) -> Grant | None:
    """Have an organiser take a role away at once; None when it is gone already. Raises NotAllowed."""
    now = services.clock()

    def write(conn: Connection) -> Grant | None:
        found = allowed(conn, services, user, programme, is_organiser)
        gone = roles.withdraw(conn, grant_id, programme.event.id)
        if gone is not None:
            _note(conn, programme, found, "withdraw-role", gone=gone, now=now)
        return gone

    return await services.database.write(write)


async def revoke(services: Services, user: str, programme: Programme, invitation_id: int) -> Invitation | None:
    """Have an organiser revoke an invitation that is open; None when it is not. Raises NotAllowed."""
    now = services.clock()

    def write(conn: Connection) -> Invitation | None:
        found = allowed(conn, services, user, programme, is_organiser)
        gone = roles.revoke(conn, invitation_id, now, programme.event.id)
        if gone is not None:
            _note(conn, programme, found, "revoke-invitation", gone=gone, now=now)
        return gone

    return await services.database.write(write)


def _note(
    conn: Connection, programme: Programme, by: Grants, what: str, *, gone: Grant | Invitation, now: datetime
) -> None:
    group = programme.group_by_id.get(gone.group_id or 0)
    about = "" if group is None else group.slug
    acting = acting_as(by, programme)
    acts.record(conn, programme.event.id, acting, what, now=now, about=about, before=gone.role.value)
