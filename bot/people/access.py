"""Who may do what: the roles that people have by invitation, and what each allows.

Asked again at every act, by the person's own number, whatever a button carries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.programme.model import GroupKind, Programme, Relation, Session

VALID: Final = timedelta(days=14)
"""How long an invitation can be used, unless set otherwise."""


class Role(StrEnum):
    """What somebody is at a day: the secretary of a group or a stand-in, an organiser of the day, or at the desk."""

    SECRETARY = "secretary"
    STAND_IN = "stand-in"
    ORGANISER = "organiser"
    DESK = "desk"


RANK: Final = (Role.ORGANISER, Role.DESK, Role.SECRETARY, Role.STAND_IN)
"""In which of several roles somebody acts: the first."""
OF_A_GROUP: Final = frozenset({Role.SECRETARY, Role.STAND_IN})
"""Roles that belong to a group of the network and outlive a day; the others belong to one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role that a chat of one person has: for the group ``group_id``, or for the event ``event_id``."""

    id: int
    chat_id: int
    role: Role
    group_id: int | None = None
    event_id: int | None = None
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation to a role, usable once until ``valid_until``; the secret itself is not kept."""

    id: int
    role: Role
    group_id: int | None = None
    event_id: int | None = None
    made_at: datetime
    valid_until: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Say whether it can still be used."""
        return self.used_at is None and self.revoked_at is None and now < self.valid_until


def for_event(grants: Iterable[Grant], programme: Programme) -> tuple[Grant, ...]:
    """Give the grants that count at an event."""
    return tuple(g for g in grants if g.event_id is None or g.event_id == programme.event.id)


def is_organiser(grants: Iterable[Grant]) -> bool:
    """Say whether somebody is an organiser of the day; give grants of that day only (:func:`for_event`)."""
    return any(g.role is Role.ORGANISER for g in grants)


def sees_all(grants: Iterable[Grant]) -> bool:
    """Say whether somebody changes any session of the day: organisers, and the desk that people turn to."""
    return any(g.role in {Role.ORGANISER, Role.DESK} for g in grants)


def groups_of(grants: Iterable[Grant], programme: Programme) -> tuple[str, ...]:
    """Give the slugs of somebody's own groups, in the order of the network; a pijler brings its themagroepen along."""
    own = {programme.group_by_id[g.group_id].slug for g in grants if g.group_id in programme.group_by_id}
    pijlers = {slug for slug in own if programme.group_by_slug[slug].kind is GroupKind.PIJLER}
    return tuple(g.slug for g in programme.groups if g.slug in own or g.pijler in pijlers)


def sessions_of(grants: Iterable[Grant], programme: Programme) -> tuple[Session, ...]:
    """List the sessions that somebody may change, in order, cancelled ones included."""
    grants = tuple(grants)
    if sees_all(grants):
        return programme.sessions
    own = frozenset(groups_of(grants, programme))
    return tuple(s for s in programme.sessions if _is_of(s, own))


def may_change(grants: Iterable[Grant], programme: Programme, session: Session) -> bool:
    """Say whether somebody may change a session: one that their own group holds or prepares, or any."""
    grants = tuple(grants)
    return sees_all(grants) or _is_of(session, frozenset(groups_of(grants, programme)))


def acting_as(grants: Iterable[Grant], programme: Programme, session: Session | None = None) -> tuple[Role, str] | None:
    """Give the role, and the slug of the group, in which somebody acts on a session, or on the day; for the log."""
    grants = tuple(grants)
    for grant in grants:
        group = programme.group_by_id.get(grant.group_id or 0)
        if session is not None and group is not None and may_change((grant,), programme, session):
            return grant.role, group.slug
    for grant in sorted(grants, key=lambda g: RANK.index(g.role)):
        group = programme.group_by_id.get(grant.group_id or 0)
        if grant.role not in OF_A_GROUP or session is None:
            return grant.role, group.slug if group is not None else ""
    return None


def _is_of(session: Session, groups: frozenset[str]) -> bool:
    return any(g.group in groups and g.relation in {Relation.HOLDS, Relation.PREPARES} for g in session.groups)
