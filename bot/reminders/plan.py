"""Which sessions are a chat's own, and when it is reminded of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.changing.turning import waits
from bot.outbox.model import Planned
from bot.people.model import Chat, Choices
from bot.people.presence import Part, caught, is_there_at_start
from bot.programme.changes import Change
from bot.programme.model import LOGISTIC_KINDS, Group, GroupKind, Programme, Relation, Session, State
from bot.reminders.spread import PACE, Wish, spread, too_late

KIND: Final = "reminder"
STILL_OF_USE: Final = timedelta(minutes=10)
"""After its start a session's reminder still says where to go; later it is noise."""
NOBODYS: Final = frozenset({"moving", "break"})
"""Kinds of session that never belong to anybody's programme."""
NOT_PLANNED_BY: Final = frozenset({"room", "room_certain", "room_note", "online", "speakers"})
"""Fields of a session that say nothing of when anybody is reminded of it."""

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


def may_move(changes: Iterable[Change]) -> bool:
    """Say whether changes can make another reminder or brief of what is planned; the place is read when it is sent."""
    return any(c.before is None or c.after is None or c.fields - NOT_PLANNED_BY for c in changes)


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


def beyond_pace(programme: Programme, people: People, pace: timedelta = PACE) -> tuple[Wish, ...]:
    """List the reminders of an event that cannot all be sent in time, however early the first goes."""
    return too_late(spread(_wishes(programme, people), pace), pace)


def with_sessions(programme: Programme, people: People) -> Iterator[tuple[Chat, Choices, tuple[Session, ...]]]:
    """Give each chat with its choices and its own programme; what the groups bring is worked out once for all."""
    followed = {group.id: keys_followed(programme, group) for group in programme.groups}
    for chat, choices in people:
        keys = frozenset().union(*(followed.get(group, frozenset()) for group in choices.followed))
        yield chat, choices, _chosen(programme, keys, choices)


def sits_in(own: Iterable[Session], moment: datetime, *, besides: datetime) -> Session | None:
    """Give the meeting of one's own that one sits in at a moment; what starts at ``besides`` is not looked at."""
    return next(
        (
            s
            for s in own
            if s.goes_ahead
            and s.end is not None
            and s.kind not in LOGISTIC_KINDS
            and not s.available_all_day
            and s.start != besides
            and s.runs_at(moment)
        ),
        None,
    )


def _wishes(programme: Programme, people: People) -> Iterator[Wish]:
    for chat, choices, mine in with_sessions(programme, people):
        if not chat.active or chat.lead is None or choices.stay.absent:
            continue
        lead = timedelta(minutes=chat.lead)
        own = [s for s in mine if s.goes_ahead and not waits(s) and is_there_at_start(s, programme, choices.stay)]
        seats = [s for s in mine if caught(s, programme, choices.stay) is not Part.NOTHING] if chat.quiet else []
        over: dict[datetime, datetime] = {}
        for session in own:
            over[session.start] = max(over.get(session.start, session.start), _over(session))
        for start, end in over.items():
            wish = Wish(wanted=start - lead, chat=chat.id, about=start, earliest=start - 2 * lead, over=end)
            held = _held_back(wish, seats, own) if chat.quiet else wish
            if held.wanted < held.over:
                yield held


def _held_back(wish: Wish, seats: Sequence[Session], own: Sequence[Session]) -> Wish:
    """Let a reminder wait until one comes out of a session, and then say it as long as what it is about is on."""
    moment = wish.wanted
    while (seat := sits_in(seats, moment, besides=wish.about)) is not None and seat.end is not None:
        moment = seat.end
    if moment == wish.wanted:
        # Sent earlier for the sake of the pace it might come in a session after all.
        earlier = sits_in(seats, wish.earliest, besides=wish.about)
        return wish if earlier is None else replace(wish, earliest=wish.wanted)
    ends = max((s.end or s.start for s in own if s.start == wish.about), default=wish.over)
    return replace(wish, wanted=moment, earliest=moment, over=max(wish.over, min(ends, moment + STILL_OF_USE)))


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
