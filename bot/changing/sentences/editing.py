"""The edits that a clause asks for, of sessions that are known: room, times, online, on or off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from bot.changing.edit import Edit, EditKind
from bot.changing.sentences.acts import Act
from bot.changing.sentences.clause import Clause
from bot.changing.sentences.made import Made, Ways
from bot.changing.sentences.targets import Day
from bot.changing.sentences.wish import Problem, ProblemKind
from bot.programme import queries
from bot.programme.model import Session

_LASTS: Final = frozenset({"duurt", "duren", "lasts", "takes", "duur"})


def edits_of(clause: Clause, targets: Ways, day: Day) -> Made:
    """Make the edits of a clause, for each way to understand which sessions it is about."""
    ways: list[tuple[Edit, ...]] = []
    for sessions in targets:
        edits = _edits(clause, sessions, day)
        if isinstance(edits, Problem):
            return Made(problem=edits, sessions=targets)
        ways.append(edits)
    return Made(tuple(ways), sessions=targets)


def _edits(clause: Clause, sessions: tuple[Session, ...], day: Day) -> tuple[Edit, ...] | Problem:
    """Make the edits for these sessions, or say what is wrong."""
    keys = tuple(s.key for s in sessions)
    if clause.says(Act.OFF, Act.OUT):
        return (Edit(kind=EditKind.OFF, keys=keys),)
    if clause.says(Act.ON):
        return (Edit(kind=EditKind.ON, keys=keys),)
    found: list[Edit] = []
    if not clause.says(Act.ONLINE) and not (clause.everything and not any(p.side == "to" for p in clause.places)):
        to = {p.room for p in clause.to if p.room}
        if to and clause.everything and _overlap(sessions):
            return Problem(kind=ProblemKind.WHICH)  # nobody means that all of them meet in one room
        if len(to) > 1 or (clause.says(Act.OTHER_ROOM) and not to):
            return Problem(kind=ProblemKind.NO_ROOM)
        found += [Edit(kind=EditKind.ROOM, keys=keys, room=room) for room in to if room]
    timed = _timed(clause, sessions, day)
    if isinstance(timed, Problem):
        return timed
    if clause.says(Act.ONLINE):
        return _online(sessions, timed)
    found += timed
    timed_at_all = clause.times.clocks or clause.times.amount
    return tuple(found) or Problem(kind=ProblemKind.NO_TIME if timed_at_all else ProblemKind.NO_ROOM)


def _overlap(sessions: tuple[Session, ...]) -> bool:
    return any(a.end and b.start < a.end for a, b in pairwise(sorted(sessions, key=lambda s: s.start)))


def _online(sessions: tuple[Session, ...], timed: Sequence[Edit]) -> tuple[Edit, ...]:
    """Make sessions online, at the times that were said with it."""
    if not timed:
        return (Edit(kind=EditKind.ONLINE, keys=tuple(s.key for s in sessions)),)
    at = tuple(
        Edit(kind=EditKind.ONLINE, keys=e.keys, start=e.start, end=e.end) for e in timed if e.kind is EditKind.TIME
    )
    moved = tuple(e for e in timed if e.kind is EditKind.LATER)
    return at or (Edit(kind=EditKind.ONLINE, keys=tuple(s.key for s in sessions)), *moved)


def _timed(clause: Clause, sessions: tuple[Session, ...], day: Day) -> list[Edit] | Problem:
    """Make the edits of the times that a clause says; a stretch of the day can only move as a whole."""
    said = clause.times
    shift = said.stretch if clause.everything and said.shift is None else said.shift  # what runs over pushes the rest
    if said.several or said.vague or (clause.everything and (said.length or said.wait)) or _lasts_unsaid(clause):
        return Problem(kind=ProblemKind.NO_TIME)
    if shift is not None:
        return _later(sessions, shift, day) if clause.everything or not said.clocks else _no_time()
    if clause.everything and not said.said("to"):
        return []
    if clause.everything and len({s.start for s in sessions}) > 1:
        return Problem(kind=ProblemKind.WHICH)  # nobody means that all of them start at once
    changed: dict[tuple[datetime | None, datetime | None], list[str]] = {}
    for session in sessions:
        span = _span(clause, session, day)
        if isinstance(span, Problem):
            return span
        if span != (None, None):
            changed.setdefault(span, []).append(session.key)
    return [Edit(kind=EditKind.TIME, keys=tuple(k), start=s, end=e) for (s, e), k in changed.items()]


def _no_time() -> Problem:
    return Problem(kind=ProblemKind.NO_TIME)


def _lasts_unsaid(clause: Clause) -> bool:
    """Say whether a length was said, but not that it lasts that long: «Europa 10 minuten»."""
    return clause.times.length is not None and not _LASTS & set(clause.words)


def _span(clause: Clause, session: Session, day: Day) -> tuple[datetime | None, datetime | None] | Problem:
    """Give the new start and end of a session, each None for as it was (or as long as it was)."""
    said = clause.times
    of_end = clause.says(Act.END) and not clause.says(Act.START)
    starts = said.said("to", "from") or (() if of_end else said.said("at"))
    ends = said.said("until") or (said.said("at") if of_end else ())
    if len(starts) > 1 or len(ends) > 1 or said.said("after", "before") or (said.stretch and session.end is None):
        return _no_time()
    on = clause.on or day.local(session)
    start = day.moment(starts[0].time, on) if starts else None
    if said.wait is not None:
        start = day.now.replace(second=0, microsecond=0) + timedelta(minutes=said.wait)
    begins = start or day.moved.get(session.key, session.start)
    end = day.moment(ends[0].time, on, queries.minutes_of(day.programme, begins)) if ends else None
    if said.length is not None:
        end = begins + timedelta(minutes=said.length)
    if said.stretch is not None and session.end is not None:
        later = day.moved.get(session.key, session.start) - session.start
        end = session.end + later + timedelta(minutes=said.stretch)
    if end is not None and end <= begins:
        return Problem(kind=ProblemKind.OUTSIDE_DAY, words=clause.typed(sorted(said.used)))
    return start, end


def _later(sessions: tuple[Session, ...], minutes: int, day: Day) -> list[Edit] | Problem:
    shift = timedelta(minutes=minutes)
    for session in sessions:
        ends = [m for m in (session.start, session.end) if m]
        if any(day.programme.local(m + shift).date() != day.local(session) for m in ends):
            return Problem(kind=ProblemKind.OUTSIDE_DAY, minutes=minutes)
    return [Edit(kind=EditKind.LATER, keys=tuple(s.key for s in sessions), minutes=minutes)] if minutes else []
