"""Facts that a person can put right; wording makes the sentence, one handler sends it."""

from dataclasses import dataclass


class Fault(Exception):  # noqa: N818 - a fact about input, not a failure of the program
    """Something that the person (or organiser) can put right."""


@dataclass(frozen=True)
class UnknownEvent(Fault):
    """There is no event with this key; ``known`` are the keys that exist."""

    key: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoEvents(Fault):
    """The database holds no event at all."""


@dataclass(frozen=True)
class UnknownSession(Fault):
    """There is no session with this key in the event."""

    key: str
    event: str


@dataclass(frozen=True)
class StaleButton(Fault):
    """A button whose target is gone or whose code this version cannot read."""

    code: str = ""


@dataclass(frozen=True)
class DatabaseTooNew(Fault):
    """The database was written by a newer version of the program."""

    found: str
    known: str


@dataclass(frozen=True)
class RevisionConflict(Fault):
    """Somebody else changed the event since the writer looked at it."""

    event: str
    seen: int
    found: int
