"""One's own day in order: what overlaps, how one moves, and what else is on in a gap."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from typing import Final

from bot.changing.turning import waits
from bot.people.model import Choices
from bot.people.presence import Part, caught
from bot.programme.model import LOGISTIC_KINDS, GroupKind, Programme, Session
from bot.reminders.plan import NOBODYS, my_sessions

SHORTEST_GAP: Final = timedelta(minutes=15)
"""A shorter time with nothing in it is no gap."""
ON_THE_WAY: Final = timedelta(minutes=30)
"""So long after its end, or before its start, a session's room is where one comes from or goes to."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Sessions of one's own that share time, each with another one of them; ``pairs`` are ids, the smaller first."""

    sessions: tuple[Session, ...]
    pairs: frozenset[Pair]

    @property
    def together(self) -> bool:
        """Whether all of them begin at the same moment."""
        return len({session.start for session in self.sessions}) == 1


@dataclass(frozen=True, slots=True)
class Move:
    """Time for moving, as the programme gives it; the sessions are those one comes from and goes to, where known."""

    moving: Session
    before: Session | None = None
    after: Session | None = None

    @property
    def start(self) -> datetime:
        """When it begins."""
        return self.moving.start


@dataclass(frozen=True, slots=True)
class Gap:
    """Time between two sessions of one's own in which nothing was chosen; ``on`` is what begins in it."""

    start: datetime
    end: datetime
    on: tuple[Session, ...] = ()


def attended(programme: Programme, choices: Choices) -> tuple[Session, ...]:
    """List what of one's own programme goes ahead and is caught, at least in part; not what waits to be decided."""
    return tuple(
        s
        for s in my_sessions(programme, choices)
        if s.goes_ahead and not waits(s) and caught(s, programme, choices.stay) is not Part.NOTHING
    )


def share_time(one: Session, other: Session) -> bool:
    """Say whether two sessions are on at the same time; without an end a session is known to be on at its start."""
    return one.start < _end(other) and other.start < _end(one)


def overlaps(programme: Programme, choices: Choices) -> tuple[Overlap, ...]:
    """List the overlaps of one's own day; what is on all day, and eating and drinking, overlaps with nothing."""
    able = [s for s in attended(programme, choices) if s.kind not in LOGISTIC_KINDS and not s.available_all_day]
    found: list[Overlap] = []
    cluster: list[Session] = []
    for session in able:
        if cluster and session.start >= max(_end(s) for s in cluster):
            found += _overlap(cluster)
            cluster = []
        cluster.append(session)
    return (*found, *_overlap(cluster))


def unsettled(found: Sequence[Overlap], settled: Collection[Pair], now: datetime) -> tuple[Overlap, ...]:
    """List the overlaps that can still be chosen in and were not, nor left as they are."""
    return tuple(
        overlap for overlap in found if any(_open(pair, overlap, now) for pair in overlap.pairs - set(settled))
    )


def rivals(programme: Programme, choices: Choices, session: Session) -> tuple[Session, ...]:
    """List what of one's own programme makes way when ``session`` is chosen."""
    found = (o for o in overlaps(programme, choices) if session in o.sessions)
    return tuple(s for o in found for s in o.sessions if s.id != session.id and share_time(s, session))


def moves(programme: Programme, choices: Choices) -> tuple[Move, ...]:
    """List the time for moving that the programme gives next to sessions of one's own."""
    own = attended(programme, choices)
    ends, starts = {s.end for s in own}, {s.start for s in own}
    return tuple(
        Move(moving, _last_before(own, moving), _first_after(own, moving))
        for moving in programme.sessions
        if moving.kind == "moving"
        and moving.goes_ahead
        and (moving.start in ends or moving.end in starts)
        and caught(moving, programme, choices.stay) is not Part.NOTHING
    )


def gaps(programme: Programme, choices: Choices) -> tuple[Gap, ...]:
    """List the gaps between sessions of one's own on one day, with what else begins in them.

    What is of the pijlers of one's own groups comes first, then the rest, each in order.
    """
    own = attended(programme, choices)
    near = _pijlers(programme, choices)
    busy = sorted([*own, *(move.moving for move in moves(programme, choices))], key=lambda s: (s.start, _end(s)))
    found: list[Gap] = []
    last: datetime | None = None
    for session in busy:
        same_day = last is not None and programme.local(last).date() == programme.local(session.start).date()
        if last is not None and same_day and session.start - last >= SHORTEST_GAP:
            on = [s for s in programme.sessions if last <= s.start < session.start and _is_offered(s, own, choices)]
            on.sort(key=lambda s: not near & _pijlers_of(programme, s))
            found.append(Gap(last, session.start, tuple(on)))
        # After something without an end nothing is known of the time that follows.
        last = None if session.end is None else max(last or session.end, session.end)
    return tuple(found)


def _overlap(cluster: Sequence[Session]) -> Iterator[Overlap]:
    pairs = frozenset(_pair(a, b) for a, b in combinations(cluster, 2) if share_time(a, b))
    if pairs:
        yield Overlap(tuple(cluster), pairs)


def _pair(one: Session, other: Session) -> Pair:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _open(pair: Pair, overlap: Overlap, now: datetime) -> bool:
    return all(_end(s) > now for s in overlap.sessions if s.id in pair)


def _end(session: Session) -> datetime:
    return session.end or session.start + timedelta(minutes=1)


def _last_before(own: Sequence[Session], moving: Session) -> Session | None:
    ended = [s for s in own if s.end is not None and moving.start - ON_THE_WAY <= s.end <= moving.start]
    last = [s for s in ended if s.end == max(_end(e) for e in ended)]
    return last[0] if len(last) == 1 else None


def _first_after(own: Sequence[Session], moving: Session) -> Session | None:
    then = [s for s in own if _end(moving) <= s.start <= _end(moving) + ON_THE_WAY]
    first = [s for s in then if s.start == then[0].start]
    return first[0] if len(first) == 1 else None


def _is_offered(session: Session, own: Sequence[Session], choices: Choices) -> bool:
    free = session not in own and session.id not in choices.dropped
    return free and session.goes_ahead and not waits(session) and session.kind not in NOBODYS


def _pijlers(programme: Programme, choices: Choices) -> frozenset[str]:
    """Give the pijlers of what somebody follows or keeps."""
    groups = [programme.group_by_id[i] for i in choices.followed if i in programme.group_by_id]
    followed = {g.slug if g.kind is GroupKind.PIJLER else g.pijler for g in groups}
    kept = [s for s in programme.sessions if s.id in choices.kept]
    return frozenset(p for p in followed if p).union(*(_pijlers_of(programme, s) for s in kept))


def _pijlers_of(programme: Programme, session: Session) -> frozenset[str]:
    groups = [programme.group_by_slug[g.group] for g in session.groups if g.group in programme.group_by_slug]
    found = {g.slug if g.kind is GroupKind.PIJLER else g.pijler for g in groups}
    return frozenset(p for p in found if p)
