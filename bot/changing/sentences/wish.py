"""What a sentence asks to change, as a value: edits, or what keeps them from being made."""

from dataclasses import dataclass
from enum import StrEnum

from bot.changing.edit import Edit


class ProblemKind(StrEnum):
    """What keeps a sentence from being carried out."""

    UNKNOWN_ROOM = "unknown-room"
    UNKNOWN_SESSION = "unknown-session"
    UNKNOWN_SPEAKER = "unknown-speaker"
    NO_ROOM = "no-room"
    """Another room was said, but not which."""
    NO_TIME = "no-time"
    """Later, longer or another time was said, but not how much or when; or more than one."""
    OUTSIDE_DAY = "outside-day"
    NOT_ON_THEN = "not-on-then"
    """Rooms were to be swapped, and nothing is on in the one named at that time."""
    HYBRID = "hybrid"
    """In a room and online at once was said: a session is one of these."""
    WHICH = "which"
    """Nothing was found to apply it to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, with the words concerned as typed (or the name of the room), and the shift when that is it."""

    kind: ProblemKind
    words: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a sentence asks to change.

    ``options`` are whole changes of which one is meant, at most six, those of sessions still to come first; then
    there are no ``edits``. ``undo``: the last change is to be taken back. ``dropped``: a reason (illness, family, a
    train) was said and left out; it is kept nowhere. With a ``problem`` there is nothing else.
    """

    edits: tuple[Edit, ...] = ()
    options: tuple[tuple[Edit, ...], ...] = ()
    undo: bool = False
    dropped: bool = False
    problem: Problem | None = None
