"""What the check of a day can find, as values; wording makes the sentences."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final

from bot.programme.model import Session


class Severity(IntEnum):
    """How bad a finding is: an ERROR cannot be meant so, a WARNING asks for a choice, a NOTE may be left."""

    ERROR = 1
    WARNING = 2
    NOTE = 3


class Kind(StrEnum):
    """What was found."""

    ROOM_TWICE = "room-twice"
    SPEAKER_TWICE = "speaker-twice"
    OTHER_DAY = "other-day"
    UNKNOWN = "unknown"
    COMPETING = "competing"
    NO_ROOM = "no-room"
    OUTSIDE_SLOT = "outside-slot"
    NO_SECRETARY = "no-secretary"
    NO_CONTACT = "no-contact"
    NO_TEXT = "no-text"
    NO_END = "no-end"


_ERRORS: Final = frozenset({Kind.ROOM_TWICE, Kind.SPEAKER_TWICE, Kind.OTHER_DAY, Kind.UNKNOWN})
_WARNINGS: Final = frozenset({Kind.COMPETING, Kind.NO_ROOM, Kind.OUTSIDE_SLOT, Kind.NO_SECRETARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A better time for a session: from ``start`` to ``end``, in a room that is free then (None when online).

    ``busy`` is how many of its followers have something else then.
    """

    session: Session
    start: datetime
    end: datetime
    room: str | None
    busy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not right: what, about which sessions, and what goes with it.

    ``room`` is a slug, ``name`` that of a speaker, or of what is unknown; ``start`` and ``end`` are when sessions
    are in each other's way. ``people`` follow both. ``groups`` are slugs.
    """

    kind: Kind
    sessions: tuple[Session, ...] = ()
    groups: tuple[str, ...] = ()
    room: str = ""
    name: str = ""
    start: datetime | None = None
    end: datetime | None = None
    people: int = 0
    proposal: Proposal | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        if self.kind in _ERRORS:
            return Severity.ERROR
        return Severity.WARNING if self.kind in _WARNINGS else Severity.NOTE

    @property
    def minutes(self) -> int:
        """For how many minutes sessions are in each other's way."""
        return 0 if self.start is None or self.end is None else int((self.end - self.start).total_seconds() // 60)
