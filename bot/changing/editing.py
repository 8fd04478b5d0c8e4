"""The edits that a clause asks for, of sessions that are known: room, times, online, on or off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.changing.clause import Clause
from bot.changing.edit import Edit, EditKind
from bot.changing.made import Made, Ways
from bot.changing.sentence_words import Act
from bot.changing.targets import Day
from bot.changing.wish import Problem, ProblemKind
from bot.programme import queries
from bot.programme.model import Session


def edits_of(clause: Clause, targets: Ways, day: Day) -> Made:
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
        if len(to) > 1 or (clause.says(Act.OTHER_ROOM) and not to):
            return Problem(kind=ProblemKind.NO_ROOM)
        found += [Edit(kind=EditKind.ROOM, keys=keys, room=room) for room in to if room]
    timed = _timed(clause, sessions, day)
    if isinstance(timed, Problem):
        return timed
    if clause.says(Act.ONLINE):
        return _online(sessions, timed)
    found += timed
    return tuple(found) or Problem(kind=ProblemKind.NO_ROOM)


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
    said = clause.times
    if said.several or said.vague or (clause.everything and (said.length or said.wait)):
        return Problem(kind=ProblemKind.NO_TIME)
    if clause.everything and said.stretch is not None:
        return _later(sessions, said.stretch, day)  # what runs over pushes what comes after it
    if said.shift is not None:
        if clause.everything or not said.clocks:
            return _later(sessions, said.shift, day)
        return Problem(kind=ProblemKind.NO_TIME)
    if clause.everything and not said.amount and not said.said("to"):
        return []
    of_end = clause.says(Act.END) and not clause.says(Act.START)
    starts = said.said("to", "from") or (() if of_end else said.said("at"))
    ends = said.said("until") or (said.said("at") if of_end else ())
    if len(starts) > 1 or len(ends) > 1 or said.said("after", "before"):
        return Problem(kind=ProblemKind.NO_TIME)
    changed: dict[tuple[datetime | None, datetime | None], list[str]] = {}
    for session in sessions:
        on = clause.on or day.local(session)
        start = day.moment(starts[0].time, on) if starts else None
        if said.wait is not None:
            start = day.now.replace(second=0, microsecond=0) + timedelta(minutes=said.wait)
        begins = start or session.start
        end = day.moment(ends[0].time, on, queries.minutes_of(day.programme, begins)) if ends else None
        if said.length is not None:
            end = begins + timedelta(minutes=said.length)
        if said.stretch is not None:
            if session.end is None:
                return Problem(kind=ProblemKind.NO_TIME)
            end = session.end + timedelta(minutes=said.stretch)
        if end is not None and end <= begins:
            return Problem(kind=ProblemKind.OUTSIDE_DAY, words=clause.typed(sorted(said.used)))
        if start or end:
            changed.setdefault((start, end), []).append(session.key)
    return [Edit(kind=EditKind.TIME, keys=tuple(k), start=s, end=e) for (s, e), k in changed.items()]


def _later(sessions: tuple[Session, ...], minutes: int, day: Day) -> list[Edit] | Problem:
    shift = timedelta(minutes=minutes)
    for session in sessions:
        ends = [m for m in (session.start, session.end) if m]
        if any(day.programme.local(m + shift).date() != day.local(session) for m in ends):
            return Problem(kind=ProblemKind.OUTSIDE_DAY, minutes=minutes)
    return [Edit(kind=EditKind.LATER, keys=tuple(s.key for s in sessions), minutes=minutes)] if minutes else []
