"""Facts that a person can put right; wording makes the sentence, one handler sends it.

They are not frozen: Python itself writes ``__traceback__`` on an exception that passes through a ``with``.
"""

from dataclasses import dataclass
from datetime import datetime


class Fault(Exception):  # noqa: N818 - a fact about input, not a failure of the program
    """Something that the person (or organiser) can put right."""


@dataclass(unsafe_hash=True)
class UnknownEvent(Fault):
    """There is no event with this key; ``known`` are the keys that exist."""

    key: str
    known: tuple[str, ...] = ()


@dataclass(unsafe_hash=True)
class NoEvents(Fault):
    """The database holds no event at all."""


@dataclass(unsafe_hash=True)
class UnknownSession(Fault):
    """There is no session with this key in the event."""

    key: str
    event: str


@dataclass(unsafe_hash=True)
class OutsideTheDay(Fault):
    """A session would be at a time that is on no day of the event, or end before it begins."""

    key: str
    start: datetime
    end: datetime | None


@dataclass(unsafe_hash=True)
class NothingChanges(Fault):
    """What was asked to change is so already."""


@dataclass(unsafe_hash=True)
class NothingToUndo(Fault):
    """The person changed nothing that could still be taken back."""


@dataclass(unsafe_hash=True)
class NotAllowed(Fault):
    """The person has no role that allows this (any more); ``session`` is the key of what they wanted to change."""

    session: str = ""


@dataclass(unsafe_hash=True)
class InvitationOver(Fault):
    """An invitation was used, revoked or is too old, or there never was one."""


@dataclass(unsafe_hash=True)
class UnsafeLink(Fault):
    """The address of an online session is no https address; it is not repeated, as it may hold a secret."""


@dataclass(unsafe_hash=True)
class StaleButton(Fault):
    """A button whose target is gone or whose code this version cannot read."""

    code: str = ""


@dataclass(unsafe_hash=True)
class BroadcastOver(Fault):
    """A message to many cannot be acted on so: ``why`` says why.

    "old": another preview came. "ready", "sent" or "left": it is no draft any more. "ended": it was stopped or
    withdrawn. "gone": there is no such message. "overtaken": what it corrects was corrected since its author saw it.
    """

    why: str


@dataclass(unsafe_hash=True)
class MessageTooLong(Fault):
    """What somebody wrote is ``excess`` UTF-16 units longer than ``longest``, what comes under it counted."""

    excess: int
    longest: int


@dataclass(unsafe_hash=True)
class MessageRefused(Fault):
    """Telegram does not take what somebody wants to send to many; ``said`` is what it said."""

    said: str


@dataclass(unsafe_hash=True)
class DatabaseTooNew(Fault):
    """The database was written by a newer version of the program."""

    found: str
    known: str


@dataclass(unsafe_hash=True)
class RevisionConflict(Fault):
    """Somebody else changed the event since the writer looked at it."""

    event: str
    seen: int
    found: int


@dataclass(unsafe_hash=True)
class DatabaseUnavailable(Fault):
    """The database cannot be opened: ``url`` without its password, ``reason`` as the system gave it."""

    url: str
    reason: str


@dataclass(unsafe_hash=True)
class UnknownReference(Fault):
    """Something names a room, group or session (``kind``) that does not exist; ``where`` names it."""

    kind: str
    name: str
    where: str


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a file; ``field`` is the way to it, empty for the file as a whole."""

    file: str
    line: int
    field: str
    found: str
    expected: str


@dataclass(unsafe_hash=True)
class ProgrammeFileInvalid(Fault):
    """A programme or network file holds mistakes: all of them, in order of line."""

    mistakes: tuple[Mistake, ...]
