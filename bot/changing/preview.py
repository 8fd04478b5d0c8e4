"""What a change would cause, before anybody hears of it: numbers, never names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.changing import notices
from bot.changing.clashes import Clash, ClashKind, clashes
from bot.changing.edit import DAY, Edit, EditKind
from bot.changing.reach import Bonds, Reach, concerned, heard_by, newly_overlapping, reach_of, touched
from bot.outbox.model import Planned
from bot.people.model import Chat, Choices
from bot.programme.changes import Change
from bot.programme.model import Programme, Session, State
from bot.reminders.spread import PER_SECOND

SWAPPABLE: Final = frozenset({EditKind.ROOM})


class Heard(StrEnum):
    """How somebody hears of a change: at once with a sound or without, or without one a minute later."""

    ALOUD = "aloud"
    QUIETLY = "quietly"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Preview:
    """A change and what it causes.

    ``overlapping``: people whose own programme then has two things at once and had not. ``reminded``: people who
    had the reminder of a session as it was. ``heard``: how many chats hear of it how, where there are any.
    ``seconds``: how long delivery takes. ``swaps``: sessions in the wanted room that could take the other one.
    ``swap_for_others``: there is one, but its author may not change that.
    ``published`` is False where nobody is told, ``paused`` where they are told only once that ends.
    """

    changes: tuple[Change, ...]
    reach: Reach
    overlapping: int = 0
    reminded: int = 0
    clashes: tuple[Clash, ...] = ()
    heard: Mapping[Heard, int] = field(default_factory=dict)
    seconds: int = 0
    swaps: tuple[Session, ...] = ()
    swap_for_others: bool = False
    published: bool = True
    paused: bool = False


def preview(
    before: Programme,
    after: Programme,
    changes: tuple[Change, ...],
    people: Iterable[tuple[Chat, Choices]],
    *,
    edits: tuple[Edit, ...],
    bonds: Bonds,
    author: int,
    reminded: frozenset[int],
    paused: bool,
    now: datetime,
) -> Preview:
    """Work out what changes from ``before`` to ``after`` cause; ``reminded`` are the chats that had a reminder."""
    told = touched(before, after, changes)
    turned = any(edit.kind in DAY for edit in edits)
    those = tuple(heard_by(concerned(told, people, after, bonds, everybody=turned), author))
    rows = list(notices.planned(after, those, notices.NOTHING_EARLIER, since=1, now=now, turned=turned))
    heard = {row.chat_id for row in rows}
    # What is over is told to nobody.
    found = tuple(one for one in those if one[0].id in heard)
    reach = reach_of(found)
    collisions = clashes(before, after, changes, now=now)
    return Preview(
        changes=changes,
        reach=reach,
        overlapping=sum(any(newly_overlapping(one, after, choices) for one, _ in those) for _, choices, those in found),
        reminded=sum(chat.id in reminded for chat, _, _ in found),
        clashes=collisions,
        heard=Counter(_heard(row, now) for row in rows),
        seconds=-(-reach.chats // PER_SECOND),
        swaps=_swaps(before, edits, collisions),
        published=after.event.state is State.PUBLISHED,
        paused=paused,
    )


def _heard(row: Planned, now: datetime) -> Heard:
    if not row.silent:
        return Heard.ALOUD
    return Heard.QUIETLY if row.due_at <= now else Heard.LATER


def _swaps(before: Programme, edits: tuple[Edit, ...], found: Iterable[Clash]) -> tuple[Session, ...]:
    """Give the sessions with which the one that is to move could change rooms instead."""
    if len(edits) != 1 or edits[0].kind not in SWAPPABLE or len(edits[0].keys) != 1:
        return ()
    mover = before.session_by_key.get(edits[0].keys[0])
    others = tuple(c.other for c in found if c.kind is ClashKind.ROOM and c.other is not None)
    return others if mover is not None and mover.room is not None and len(others) == 1 else ()
