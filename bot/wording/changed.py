"""What changed in a session, with what was and what is."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.programme.changes import Noted, differing, netted
from bot.programme.model import Session, Status
from bot.wording.speech import Speech

RECENT: Final = timedelta(hours=6)
"""How long, on the event's clock, an answer says that a session it names was changed."""
MOST: Final = 4
"""Changed sessions that an answer tells of in full."""


def remarks(changes: Sequence[Noted], keys: Collection[str], say: Speech, now: datetime) -> list[str]:
    """Say of the sessions with these keys what changed lately, once each."""
    lately = netted(n for n in changes if now - RECENT <= n.at <= now)
    found = [n for n in lately if n.change.key in keys and n.change.after is not None]
    return [_remark(n, say, alone=len(keys) == 1) for n in found[:MOST]]


def told(noted: Noted, say: Speech) -> str:
    """Tell of one session when it was changed, what it was and what it is now."""
    before, after = noted.change.before, noted.change.after
    time = say.time(noted.at)
    if after is None:
        assert before is not None  # noqa: S101 - a change has at least one side
        return say("changed-gone", session=say.name(before), time=time, was=_when(before, say))
    return _remark(noted, say, alone=False)


def _remark(noted: Noted, say: Speech, *, alone: bool) -> str:
    before, after = noted.change.before, noted.change.after
    assert after is not None  # noqa: S101 - a session that is gone has no remark
    time = say.time(noted.at)
    if before is None:
        return say("changed-new" if alone else "changed-new-of", session=say.name(after), time=time)
    what = ", ".join(_what(before, after, say))
    return say("changed-note" if alone else "changed-of", session=say.name(after), time=time, what=what)


def _what(before: Session, after: Session, say: Speech) -> list[str]:
    found = [*_status(before, after, say), *_times(before, after, say), *_rooms(before, after, say)]
    if before.title != after.title:
        found.append(say.words("changed-now", now=f"“{say.short(after)}”", was=f"“{say.short(before)}”"))
    if "speakers" in differing(before, after):
        found.append(say.words("changed-people"))
    return found or [say.words("changed-rest")]


def _status(before: Session, after: Session, say: Speech) -> list[str]:
    if before.status is after.status:
        return []
    if after.status is Status.CANCELLED:
        return [say.words("changed-cancelled")]
    if before.status is Status.CANCELLED:
        return [say.words("changed-back")]
    return [say.words("changed-provisional" if after.status is Status.PROVISIONAL else "changed-certain")]


def _times(before: Session, after: Session, say: Speech) -> list[str]:
    if (before.start, before.end) == (after.start, after.end):
        return []
    return [say.words("changed-now", now=_span(after, say), was=_span(before, say))]


def _rooms(before: Session, after: Session, say: Speech) -> list[str]:
    was, now = say.place(before), say.place(after)
    if was == now:
        return []
    if not now:
        room = say.programme.room_by_slug.get(before.room or "")
        return [say.words("changed-no-room", was=say.inside(room)) if room else say.words("changed-not-online")]
    return [say.words("changed-now", now=now, was=was) if was else say.words("changed-room-new", now=now)]


def _span(session: Session, say: Speech) -> str:
    if session.end is None:
        return say.words("changed-from", start=say.time(session.start))
    return say.words("changed-span", start=say.time(session.start), end=say.time(session.end))


def _when(session: Session, say: Speech) -> str:
    return f"{_span(session, say)}{say.tail(session)}"
