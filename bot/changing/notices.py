"""When those whom a change concerns hear of it: at once where it is near, else a minute later without a sound."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.changing.reach import Through, Touched
from bot.outbox.model import OutboxRow, Planned
from bot.people.model import Chat, Choices
from bot.programme.model import Programme, Session

KIND: Final = "notice"
SOON: Final = timedelta(hours=1)
"""What begins within this time is told at once, and with a sound."""
CONTENT_SOON: Final = timedelta(minutes=30)
"""Another speaker or title of what begins within this time is told at once, without a sound."""
GATHERING: Final = timedelta(minutes=1)
"""So long other changes wait for more of them, and so long a message can be changed in place when there are."""
UNTOLD: Final = timedelta(hours=1)
"""How long after its start a change of a session without an end is of use."""
URGENT: Final = 2
USUAL: Final = 6
"""Priorities: what is near goes before reminders, the rest after them."""

Found = Iterable[tuple[Chat, Choices, tuple[tuple[Touched, Through], ...]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What was told a moment ago: the row in the outbox, and the keys of the sessions that it told of."""

    row: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What each chat was told a moment ago, and what still waits to be told to it.

    While all is ``paused`` nothing is changed in place: by the time it goes out, that is no moment ago any more.
    """

    sent: Mapping[int, Told]
    waiting: Mapping[int, OutboxRow]
    paused: bool = False


NOTHING_EARLIER: Final = Earlier({}, {})


@dataclass(frozen=True, slots=True)
class About:
    """What a notice is about, as its key says: from which revision of the event on.

    ``edits`` is the row whose message it takes the place of; ``again`` when it comes besides such a one.
    """

    since: int
    edits: int | None = None
    again: bool = False


def planned(
    programme: Programme, found: Found, earlier: Earlier, *, since: int, now: datetime, turned: bool = False
) -> Iterator[Planned]:
    """Plan a notice for each chat that changes concern, made from revision ``since`` of the event on.

    What still waits takes the new changes along. What told of the same sessions less than :data:`GATHERING` ago is
    changed in place; what makes a sound, and that the whole day ``turned``, or turned back, is a new message anyhow.
    What is urgent never goes along with what makes no sound.
    """
    for chat, _, those in found:
        # When the whole day turned it is about all of it.
        versions = [s for one, _ in those for s in one.versions] or list(programme.sessions)
        over = max((_over(s) for s in versions), default=now)
        if over <= now:
            continue
        urgent = any(_is_urgent(one, now) for one, _ in those) or (turned and _begins_soon(programme.sessions, now))
        at_once = urgent or any(_is_near(one, now, CONTENT_SOON) for one, _ in those)
        row = Planned(
            key=f"{KIND}:{chat.id}:{programme.event.key}:{since}",
            kind=KIND,
            chat_id=chat.id,
            event_id=programme.event.id,
            starts_at=min(s.start for s in versions),
            due_at=now if at_once else now + GATHERING,
            expires_at=over,
            priority=URGENT if urgent else USUAL,
            silent=not urgent,
        )
        waiting, told = earlier.waiting.get(chat.id), earlier.sent.get(chat.id)
        if waiting is not None:
            yield _together(row, waiting)
            if about(waiting).edits is not None and (urgent or turned or earlier.paused):
                yield replace(row, key=f"{row.key}:again")
        elif told is not None and not turned and {one.change.key for one, _ in those} <= told.keys:
            yield replace(row, key=f"{row.key}:edit-{told.row}", due_at=now)
            if urgent:
                yield replace(row, key=f"{row.key}:again")
        else:
            yield row


def about(row: OutboxRow) -> About:
    """Read what a notice is about from its key."""
    _, _, _, since, *more = row.key.split(":")
    if not more:
        return About(int(since))
    kind, _, number = more[0].partition("-")
    return About(int(since), edits=int(number)) if kind == "edit" else About(int(since), again=True)


def is_over(session: Session, now: datetime) -> bool:
    """Say whether it is of no use any more to hear of a change of a session."""
    return _over(session) <= now


def _is_urgent(one: Touched, now: datetime) -> bool:
    return one.moves_calendar and _is_near(one, now, SOON)


def _begins_soon(sessions: Iterable[Session], now: datetime) -> bool:
    return any(s.start - now <= SOON and _over(s) > now for s in sessions)


def _is_near(one: Touched, now: datetime, within: timedelta) -> bool:
    """Say whether a session begins within a time, or is on, as it was or as it is."""
    return any(s.start - now <= within and _over(s) > now for s in one.versions)


def _over(session: Session) -> datetime:
    return session.end or session.start + UNTOLD


def _together(row: Planned, waiting: OutboxRow) -> Planned:
    """Let what waits take new changes along: as soon, as loud and as long of use as either."""
    return replace(
        row,
        key=waiting.key,
        starts_at=min(row.starts_at, waiting.starts_at),
        due_at=min(row.due_at, waiting.due_at),
        expires_at=max(row.expires_at, waiting.expires_at),
        priority=min(row.priority, waiting.priority),
        silent=row.silent and waiting.silent,
    )
