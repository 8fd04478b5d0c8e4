"""What goes wrong, in one clear line each on standard error, and never a traceback."""

from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from bot.errors import (
    DatabaseTooNew,
    DatabaseUnavailable,
    Fault,
    NoEvents,
    ProgrammeFileInvalid,
    RevisionConflict,
    UnknownEvent,
    UnknownReference,
    UnknownSession,
    UnsafeLink,
)
from config.settings import WrongSetting


class Stop(Exception):  # noqa: N818 - what a command says when it cannot go on
    """A command cannot go on; the text is the line to show."""


EXPECTED = (Fault, WrongSetting, Stop, OSError, DBAPIError)
"""What a person can put right, so that a line is enough."""


def lines_of(error: Exception) -> Iterator[str]:
    """Give the lines that say what is wrong and what would be right."""
    match error:
        case ProgrammeFileInvalid():
            for m in error.mistakes:
                field = f"{m.field}: " if m.field else ""
                found = f"found {m.found}, " if m.found else ""
                yield f"{m.file}:{m.line}: {field}{found}{m.expected}"
        case Fault():
            yield _fault(error)
        case DBAPIError():
            yield f"the database cannot be used: {_first_line(error.orig or error)} (setting: DATABASE_URL)"
        case OSError():
            yield f"{error.filename or 'system'}: {error.strerror or error}"
        case _:
            yield from str(error).splitlines() or [type(error).__name__]


def _fault(error: Fault) -> str:
    match error:
        case UnknownEvent():
            return f"there is no event {error.key!r}; there is: {', '.join(error.known) or 'none yet'}"
        case NoEvents():
            return "there is no event in the database; add one with: netwerkdag programme import FILE"
        case UnsafeLink():
            return "the link must be an https address, such as https://meet.example.org/room"
        case UnknownSession():
            return f"there is no session {error.key!r} in {error.event}; see its programme file for the keys"
        case UnknownReference():
            return f"{error.where}: there is no {error.kind} {error.name!r}"
        case RevisionConflict():
            return f"{error.event} was changed by somebody else meanwhile; look again and repeat what you did"
        case DatabaseTooNew():
            return (
                f"the database was written by a newer version of netwerkdag (it is at {error.found}, "
                f"this version knows up to {error.known}); use that newer version"
            )
        case DatabaseUnavailable():
            return f"the database {error.url} cannot be used: {error.reason} (setting: DATABASE_URL)"
        case _:
            return _first_line(error)


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
