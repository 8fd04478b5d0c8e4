"""What differs between two versions of a day; every door's changes are announced from here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from bot.programme.model import Programme, Session

BOOKKEEPING = frozenset({"id", "uid", "sequence", "revision", "modified"})
"""Fields that storage keeps; they say nothing about the day itself."""
CALENDAR = frozenset({"start", "end", "room", "online", "status"})
"""Fields whose change raises SEQUENCE (RFC 5545 3.8.7.4): time, place, status."""


@dataclass(frozen=True, slots=True)
class Change:
    """One touched session: ``before`` is None for a new one, ``after`` None for one that is gone."""

    before: Session | None
    after: Session | None

    @property
    def key(self) -> str:
        """The key of the session."""
        session = self.after or self.before
        assert session is not None  # noqa: S101 - a change has at least one side
        return session.key

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields that differ; empty for a new or removed session."""
        if self.before is None or self.after is None:
            return frozenset()
        return differing(self.before, self.after)

    @property
    def moves_calendar(self) -> bool:
        """Whether time, place or status changed, so that calendars must follow."""
        return self.before is None or self.after is None or bool(self.fields & CALENDAR)


@dataclass(frozen=True, slots=True)
class Noted:
    """A change and the moment at which it was made."""

    at: datetime
    change: Change


def netted(noted: Iterable[Noted]) -> tuple[Noted, ...]:
    """Take the changes of each session together, given oldest first: from how it was to how it is, by last moment.

    What came to nothing is left out: moved and moved back, added and taken away.
    """
    found: dict[str, Noted] = {}
    for one in noted:
        first = found.pop(one.change.key, one)
        found[one.change.key] = Noted(one.at, Change(first.change.before, one.change.after))
    return tuple(n for n in found.values() if n.change.before != n.change.after and _says_something(n.change))


def _says_something(change: Change) -> bool:
    return change.before is None or change.after is None or bool(change.fields)


def differing(before: Session, after: Session) -> frozenset[str]:
    """Name the fields, bookkeeping aside, in which two versions of a session differ."""
    return frozenset(
        f.name
        for f in fields(Session)
        if f.name not in BOOKKEEPING and _bare(getattr(before, f.name)) != _bare(getattr(after, f.name))
    )


def compare(before: Programme, after: Programme) -> tuple[Change, ...]:
    """List the sessions that differ between two versions of one event, in order of key."""
    keys = sorted(before.session_by_key.keys() | after.session_by_key.keys())
    found = (Change(before.session_by_key.get(key), after.session_by_key.get(key)) for key in keys)
    return tuple(c for c in found if c.before is None or c.after is None or c.fields)


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Put changes in the order of the day."""
    return tuple(sorted(changes, key=lambda c: min((s.start, s.key) for s in (c.after, c.before) if s is not None)))


def as_before(programme: Programme, made: Sequence[Change]) -> Programme:
    """Give a programme as it was before some changes, given oldest first."""
    sessions = dict(programme.session_by_key)
    for change in reversed(made):
        sessions.pop(change.key, None)
        if change.before is not None:
            sessions[change.key] = change.before
    return replace(programme, sessions=tuple(sessions.values()))


def _bare(value: object) -> object:
    """Give a value without the ids that storage adds to the speakers in it."""
    if isinstance(value, tuple):
        return tuple(replace(v, id=0) if hasattr(v, "id") else v for v in value)
    return value
