"""What an import changed, in plain words for the command line."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from bot.programme.changes import Change
from bot.programme.model import Programme, Session, Text
from bot.wording.names import clock
from handlers.setup import Imported

LONGEST: Final = 60
"""Characters of a value that are shown."""


def told(done: Imported) -> Iterator[str]:
    """Tell what an import did: a line for each session, or that nothing changed."""
    event = done.after.event
    if done.nothing_changed:
        yield f"{event.key}: nothing changed"
        return
    if done.before is None:
        yield f"{event.key}: new event with {len(done.after.sessions)} sessions and {len(done.after.rooms)} rooms"
        return
    yield f"{event.key}: changed, revision {event.revision}"
    for change in done.changes:
        yield from _change(change, done.before, done.after)
    if not done.changes:
        yield "  no session changed; the day's own facts, rooms or groups did"


def _change(change: Change, before: Programme, after: Programme) -> Iterator[str]:
    if change.before is None and change.after is not None:
        yield f"  new: {_described(change.after, after)}"
    elif change.after is None and change.before is not None:
        yield f"  gone: {_described(change.before, before)}"
    elif change.before is not None and change.after is not None:
        for name in sorted(change.fields):
            was, now = getattr(change.before, name), getattr(change.after, name)
            yield f"  {change.key}: {name} was {_shown(was, before)}, is now {_shown(now, after)}"


def _described(session: Session, programme: Programme) -> str:
    room = f", {session.room}" if session.room else ""
    return f"{session.key} ({session.title.to('nl')}, {clock(session.start, programme)}{room})"


def _shown(value: Any, programme: Programme) -> str:
    match value:
        case None | "" | ():
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case datetime():
            return clock(value, programme)
        case Text():
            return _short(value.to("nl") or "nothing")
        case tuple():
            return _short(", ".join(_part(part) for part in value))
        case _:
            return _short(str(value))


def _part(value: Any) -> str:
    """Name a speaker, contact or group in a list."""
    for name in ("name", "group", "mail"):
        if found := getattr(value, name, None):
            return str(found)
    role = getattr(value, "role", None)
    return role.to("nl") if isinstance(role, Text) else str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
