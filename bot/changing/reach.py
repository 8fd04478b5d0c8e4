"""Whom a change concerns, and through what: their own programme, a sign-up, or that all are there."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from bot.changing.turning import waits
from bot.people.model import Chat, ChatKind, Choices
from bot.people.presence import Part, caught
from bot.programme.changes import CALENDAR, Change
from bot.programme.model import Programme, Session
from bot.reminders.own_day import share_time
from bot.reminders.plan import NOBODYS, keys_followed

CONTENT: Final = frozenset({"title", "speakers", "content_provisional"})
"""Fields whose change is told too, though time and place stay; the rest stands on the session's page."""
EVERYBODYS: Final = frozenset({"plenary", "arrival", "lunch", "drinks"})
"""Kinds of session that all who attend go to, whatever they follow."""

OfSession = Mapping[int, Collection[int]]
"""Chats by the id of a session."""
People = Iterable[tuple[Chat, Choices]]


class Through(StrEnum):
    """Through what a change concerns somebody; the first that holds."""

    SIGNED_UP = "signed-up"
    KEPT = "kept"
    FOLLOWS = "follows"
    ATTENDS = "attends"
    CAME_BY = "came-by"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True)
class Bonds:
    """Who has to do with which session besides choosing it: who signed up, and its secretaries and stand-ins."""

    signed_up: OfSession = field(default_factory=dict)
    secretaries: OfSession = field(default_factory=dict)


NO_BONDS: Final = Bonds()


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a change reaches: people by what it reaches them through, and Telegram groups."""

    people: Mapping[Through, int]
    groups: int = 0

    @property
    def chats(self) -> int:
        """The number of messages that it takes."""
        return sum(self.people.values()) + self.groups


@dataclass(frozen=True)
class Touched:
    """A change that is told, with the groups whose followers it concerns (ids), before it or after."""

    change: Change
    followed: frozenset[int]

    @cached_property
    def versions(self) -> tuple[Session, ...]:
        """The session as it was and as it is, as far as there is one."""
        return tuple(s for s in (self.change.before, self.change.after) if s is not None)

    @cached_property
    def moves_calendar(self) -> bool:
        """Whether time, place or status changed; looked up once for all whom it concerns."""
        return self.change.moves_calendar


Found = Iterator[tuple[Chat, Choices, tuple[tuple[Touched, Through], ...]]]
"""Chats that changes concern, with those changes and through what."""


def is_told(change: Change) -> bool:
    """Say whether people hear of a change: of time, place and status, and of who and what; not of other texts.

    Of what goes ahead neither before nor after they hear only that it is held some other day.
    """
    session = change.after or change.before
    if session is None or session.kind in NOBODYS:
        return False
    if change.before is None or change.after is None:
        return session.goes_ahead
    if stays_off(change):
        return "status_note" in change.fields
    return bool(change.fields & (CALENDAR | CONTENT))


def stays_off(change: Change) -> bool:
    """Say whether a session goes ahead neither before a change nor after it."""
    return not any(s is not None and s.goes_ahead for s in (change.before, change.after))


def touched(before: Programme, after: Programme, changes: Iterable[Change]) -> tuple[Touched, ...]:
    """Give the changes that are told, each with the groups whose followers it concerns."""
    found = [change for change in changes if is_told(change)]
    keys_of = (
        [{group.id: keys_followed(day, group) for group in day.groups} for day in (before, after)] if found else []
    )
    return tuple(
        Touched(one, frozenset(id_ for keys in keys_of for id_, of in keys.items() if one.key in of)) for one in found
    )


def touched_since(programme: Programme, change: Change, followed: Collection[int]) -> Touched:
    """Give the same for one change, from the programme as it is now and the groups that one chat follows."""
    days = [programme]
    # Whose it was differs from whose it is only where its groups do.
    if change.before is not None and (change.after is None or change.before.groups != change.after.groups):
        others = tuple(s for s in programme.sessions if s.key != change.key)
        days.append(replace(programme, sessions=(*others, change.before)))
    groups = [programme.group_by_id[i] for i in followed if i in programme.group_by_id]
    return Touched(change, frozenset(g.id for day in days for g in groups if change.key in keys_followed(day, g)))


def concerns(one: Touched, chat: Chat, choices: Choices, programme: Programme, bonds: Bonds) -> Through | None:
    """Say through what a change concerns a chat; None where it does not.

    Nothing concerns who is not there, or not at that time, before or after the change; but its secretary anyhow, who
    is asked, not told, when the day turned.
    """
    ids = {s.id for s in one.versions}
    if any(chat.id in bonds.signed_up.get(i, ()) for i in ids):
        return Through.SIGNED_UP
    own = None if choices.stay.absent else _of_their_own(one, choices, programme, ids)
    asked = one.change.after is not None and waits(one.change.after)
    if own is None and not asked and any(chat.id in bonds.secretaries.get(i, ()) for i in ids):
        return Through.SECRETARY
    return own


def _of_their_own(one: Touched, choices: Choices, programme: Programme, ids: set[int]) -> Through | None:
    """Say through what of their own programme a change concerns somebody, or through being there."""
    if ids & choices.dropped or all(caught(s, programme, choices.stay) is Part.NOTHING for s in one.versions):
        return None
    if ids & choices.kept:
        return Through.KEPT
    if one.followed & choices.followed:
        return Through.FOLLOWS
    there = choices.stay.expected or bool(choices)
    return Through.ATTENDS if there and any(s.kind in EVERYBODYS for s in one.versions) else None


def concerned(
    changes: Iterable[Touched], people: People, programme: Programme, bonds: Bonds, *, everybody: bool = False
) -> Iterator[tuple[Chat, Choices, tuple[tuple[Touched, Through], ...]]]:
    """Give each chat that any of the changes concerns, with those and through what.

    With ``everybody``, when the whole day turned, also each other one that may come; who only came by, and is asked as
    secretary what becomes of a session, hears of it with the question.
    """
    listed = tuple(changes)
    asked = _asked(listed, bonds)
    for chat, choices in people:
        found = tuple(
            (one, through) for one in listed if (through := concerns(one, chat, choices, programme, bonds)) is not None
        )
        if found or (everybody and choices.may_come and not (choices.stay.came_by and chat.id in asked)):
            yield chat, choices, found


def _asked(changes: Iterable[Touched], bonds: Bonds) -> frozenset[int]:
    """Give the chats that are asked what becomes of a session that waits."""
    waiting = (one.change.after.id for one in changes if one.change.after is not None and waits(one.change.after))
    return frozenset(chat for id_ in waiting for chat in bonds.secretaries.get(id_, ()))


def heard_by(found: Found, author: int | None) -> Found:
    """Leave out who says it: as secretary one need not hear what one does oneself."""
    for chat, choices, those in found:
        if chat.id != author or any(through is not Through.SECRETARY for _, through in those):
            yield chat, choices, those


def reach_of(found: Iterable[tuple[Chat, Choices, tuple[tuple[Touched, Through], ...]]]) -> Reach:
    """Count whom changes reach; each chat once, by the closest of what it is reached through."""
    order = tuple(Through)
    people: Counter[Through] = Counter()
    groups = 0
    for chat, choices, those in found:
        if chat.kind is ChatKind.GROUP:
            groups += 1
        else:
            otherwise = Through.CAME_BY if choices.stay.came_by else Through.ATTENDS
            people[min((through for _, through in those), key=order.index, default=otherwise)] += 1
    return Reach(dict(people), groups)


def newly_overlapping(one: Touched, after: Programme, choices: Choices) -> tuple[Session, ...]:
    """List what of a chat's own programme shares time with a session now, and did not before the change."""
    now, was = one.change.after, one.change.before
    if now is None or not now.goes_ahead or waits(now):
        return ()
    rivals = (
        s
        for s in after.sessions
        if s.id != now.id
        and s.goes_ahead
        and not waits(s)
        and s.kind not in NOBODYS | EVERYBODYS
        and not s.available_all_day
        and share_time(s, now)
        and not (was is not None and was.goes_ahead and share_time(s, was))
    )
    return tuple(s for s in rivals if _is_own(s, after, choices))


def _is_own(session: Session, programme: Programme, choices: Choices) -> bool:
    if session.id in choices.dropped:
        return False
    groups = (programme.group_by_id[i] for i in choices.followed if i in programme.group_by_id)
    return session.id in choices.kept or any(session.key in keys_followed(programme, g) for g in groups)
