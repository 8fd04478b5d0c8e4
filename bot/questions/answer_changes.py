"""Answers about what has changed in the day."""

from datetime import datetime

from bot.programme.changes import Noted, netted
from bot.programme.model import Programme, Session
from bot.questions import facts


def changed(
    programme: Programme, asked: tuple[Session, ...], changes: tuple[Noted, ...], now: datetime
) -> facts.Changed:
    """Say what has changed: today's changes where they are known, else sessions touched after the first version.

    What is again as it was is not listed.
    """
    today = programme.local(now).date()
    keys = {s.key for s in asked}
    of_today = tuple(n for n in changes if programme.local(n.at).date() == today and (not keys or n.change.key in keys))
    noted = tuple(sorted(netted(of_today), key=_in_time))
    if noted:
        touched = tuple(s for s in programme.sessions if s.key in {n.change.key for n in noted})
        return facts.Changed(touched, max(n.at for n in noted), asked, noted)
    restored = {n.change.key for n in of_today} - {n.change.key for n in netted(changes)}
    touched = tuple(
        s for s in programme.sessions if s.revision > 1 and (not asked or s in asked) and s.key not in restored
    )
    at = max((s.modified for s in touched if s.modified), default=None)
    is_today = at is None or programme.local(at).date() == today
    return facts.Changed(touched, at, asked, today=is_today, restored=bool(restored))


def _in_time(noted: Noted) -> tuple[datetime, datetime, str]:
    """Give the order in which changes are told: that in which they were made, then that of the day."""
    session = noted.change.after or noted.change.before
    assert session is not None  # noqa: S101 - a change has at least one side
    return noted.at, session.start, session.key
