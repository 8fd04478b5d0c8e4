"""Answers about the course of the day: how far a meeting is, what is left, and whether one can be at both."""

from collections.abc import Sequence
from datetime import datetime
from itertools import combinations
from typing import Final

from bot.programme import queries
from bot.programme.model import Programme, Session
from bot.questions import facts
from bot.questions.facts import Answer
from bot.questions.lexicon import Lexicon, sessions_of
from bot.questions.query import Ask, Query, TopicKind

_ONE_AFTER_ANOTHER: Final = frozenset({Ask.BOTH, Ask.PARALLEL})


def progress(query: Query, session: Session, programme: Programme, now: datetime) -> Answer | None:
    """Say how far a session is, where that is asked on its own day, or whether one that has begun goes ahead."""
    coming = query.ask is Ask.NEXT and not query.refers and all(t.kind is TopicKind.KIND for t in query.topics)
    doubted = query.ask is Ask.CERTAIN and session.start <= now
    asked = coming or doubted or query.ask in {Ask.RUNNING, Ask.LATE, Ask.NOW}
    if not asked or not session.goes_ahead or programme.local(now).date() != programme.local(session.start).date():
        return None
    return facts.Progress(session, now)


def nearest(sessions: tuple[Session, ...], now: datetime) -> tuple[Session, ...]:
    """Give those of several sessions that are going on; else the next to begin, else the last that were."""
    on = tuple(s for s in sessions if s.start <= now and (s.end is None or s.end > now))
    ahead = tuple(s for s in sessions if s.start > now)
    start = min((s.start for s in ahead), default=max((s.start for s in sessions), default=now))
    return on or tuple(s for s in sessions if s.start == start)


def together(query: Query, programme: Programme, book: Lexicon) -> Answer | None:
    """Say whether one can be at each of the sessions that were named; None unless each name is one session."""
    if query.ask not in _ONE_AFTER_ANOTHER or any(t.kind is TopicKind.KIND for t in query.topics):
        return None
    each = [sessions_of(programme, book, topic) for topic in query.topics]
    named = {s.key for found in each for s in found}
    if len(named) < 2 or any(len(found) != 1 for found in each):  # noqa: PLR2004 - both
        return None
    sessions = programme.in_order(named)
    return facts.Together(sessions, _clash(sessions))


def _clash(sessions: Sequence[Session]) -> tuple[datetime, datetime] | None:
    for one, other in combinations(sessions, 2):
        start = max(one.start, other.start)
        end = min((s.end for s in (one, other) if s.end), default=None)
        if end is not None and start < end:
            return start, end
    return None


def rest(programme: Programme, moment: datetime, current: tuple[Session, ...]) -> Answer | None:
    """List what begins after a moment until the day ends; None when nothing does."""
    upcoming = queries.next_start(programme, moment)
    if not upcoming:
        return None
    day = programme.local(moment).date()
    later = tuple(
        s for s in queries.on_day(programme, day) if s.goes_ahead and s.start > upcoming[0].start and s.kind != "moving"
    )
    return facts.Upcoming(moment, upcoming, current, later=later)
