"""Which sessions are a chat's own, and when it is reminded of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from bot.outbox.model import Planned
from bot.people.model import Chat, Choices
from bot.programme.model import Group, GroupKind, Programme, Relation, Session, State
from bot.reminders.spread import PACE, Wish, spread

KIND: Final = "reminder"
STILL_OF_USE: Final = timedelta(minutes=10)
"""After its start a session's reminder still says where to go; later it is noise."""
NOBODYS: Final = frozenset({"moving", "break"})
"""Kinds of session that never belong to anybody's programme."""

People = Iterable[tuple[Chat, Choices]]


def my_sessions(programme: Programme, choices: Choices) -> tuple[Session, ...]:
    """List a chat's own programme in order: sessions of followed groups, and those kept, less those dropped.

    Cancelled ones are in it, for they are part of what one wants to know; they do not remind.
    """
    followed = (programme.group_by_id.get(group) for group in choices.followed)
    return _chosen(programme, frozenset().union(*(keys_followed(programme, g) for g in followed if g)), choices)


def keys_followed(programme: Programme, group: Group) -> frozenset[str]:
    """Give the keys of the sessions that the followers of ``group`` attend.

    A pijler brings its own meeting and those of its themagroepen; a former group also those of its successor.
    """
    keys: set[str] = set()
    for heir in _line_of(programme, group):
        keys |= _keys_of(programme, heir.slug)
        if heir.kind is GroupKind.PIJLER:
            for themagroep in programme.themagroepen_of(heir.slug):
                keys |= _keys_of(programme, themagroep.slug)
    return frozenset(keys)


def due(
    programme: Programme, people: People, *, now: datetime, until: datetime, pace: timedelta = PACE
) -> Iterator[Planned]:
    """Plan the reminders of an event that go out up to ``until`` and are still of use at ``now``.

    Sessions that start together are one message. The same question gives the same answer, whatever was sent
    meanwhile, so it can be asked again and again. With many people some get theirs earlier, so that the last has
    it in time; nobody earlier than twice their lead. Nothing for an event that is not published.
    """
    if programme.event.state is not State.PUBLISHED:
        return
    for wish, moment in spread(_wishes(programme, people), pace):
        if moment <= until and wish.over > now:
            yield Planned(
                key=f"{KIND}:{wish.chat}:{programme.event.key}:{wish.about.isoformat()}",
                kind=KIND,
                chat_id=wish.chat,
                event_id=programme.event.id,
                starts_at=wish.about,
                due_at=moment,
                expires_at=wish.over,
            )


def _wishes(programme: Programme, people: People) -> Iterator[Wish]:
    followed = {group.id: keys_followed(programme, group) for group in programme.groups}
    for chat, choices in people:
        if not chat.active or chat.lead is None:
            continue
        lead = timedelta(minutes=chat.lead)
        keys = frozenset().union(*(followed.get(group, frozenset()) for group in choices.followed))
        over: dict[datetime, datetime] = {}
        for session in _chosen(programme, keys, choices):
            if session.goes_ahead:
                over[session.start] = max(over.get(session.start, session.start), _over(session))
        for start, end in over.items():
            yield Wish(wanted=start - lead, chat=chat.id, about=start, earliest=start - 2 * lead, over=end)


def _over(session: Session) -> datetime:
    """Give the moment from which a session's reminder is of no use: soon after its start, or at its end."""
    late = session.start + STILL_OF_USE
    return late if session.end is None else min(late, session.end)


def _chosen(programme: Programme, followed: frozenset[str], choices: Choices) -> tuple[Session, ...]:
    return tuple(
        session
        for session in programme.sessions
        if session.kind not in NOBODYS
        and session.id not in choices.dropped
        and (session.key in followed or session.id in choices.kept)
    )


def _line_of(programme: Programme, group: Group) -> Iterator[Group]:
    """Give a group and those that came after it, however the successors are written."""
    seen: set[str] = set()
    heir: Group | None = group
    while heir is not None and heir.slug not in seen:
        yield heir
        seen.add(heir.slug)
        heir = programme.group_by_slug.get(heir.successor or "")


def _keys_of(programme: Programme, slug: str) -> set[str]:
    """Give what a group holds; where it does not meet, what it prepares and the session it joins instead."""
    parts = [(s.key, g.relation) for s in programme.of_group(slug) for g in s.groups if g.group == slug]
    held = {key for key, relation in parts if relation is Relation.HOLDS}
    if held:
        return held
    prepared = {key for key, relation in parts if relation is Relation.PREPARES}
    return prepared | {n.instead for n in programme.not_meeting if n.group == slug and n.instead}
