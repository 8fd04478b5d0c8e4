"""What is marked in a picture: one's own sessions, what changed lately, and the present moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from bot.programme.changes import Change
from bot.programme.model import Programme, Session

LATELY: Final = timedelta(days=1)
"""How long before the first day a change still counts as news: what people may have noted the evening before."""
FIRST: Final = 1
"""The revision of an event in which everything is new, and so nothing is."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Keys of sessions, and the present moment where it is to be shown."""

    own: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    now: datetime | None = None


def news_since(programme: Programme) -> datetime:
    """Give the moment after which a change is marked: the same for everybody and all day long."""
    return datetime.combine(programme.event.first_day, time(), programme.zone) - LATELY


def news(programme: Programme, changes: Iterable[tuple[int, Change]]) -> Marks:
    """Mark the sessions whose time, place or status differs from before the first of these changes.

    ``changes`` come with their revisions, oldest first. What was moved and moved back has not changed.
    """
    before: dict[str, Session | None] = {}
    for revision, change in changes:
        if revision > FIRST:
            before.setdefault(change.key, change.before)
    there = [(key, session) for key, session in before.items() if key in programme.session_by_key]
    return Marks(
        changed=frozenset(k for k, s in there if s and Change(s, programme.session_by_key[k]).moves_calendar),
        new=frozenset(k for k, s in there if s is None),
    )
