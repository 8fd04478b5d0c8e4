"""The layout of a day, once, for page and picture: rooms are columns, stretches of time are rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from bot.programme.model import Programme, Room, Session


@dataclass(frozen=True, slots=True)
class Column:
    """A room; without one a lane for what has no room and runs beside something else."""

    room: Room | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """From one moment at which something begins or ends up to the next.

    Only the last row can be without an end: there something begins of which no end is stated.
    """

    start: datetime
    end: datetime | None

    def holds(self, moment: datetime) -> bool:
        """Say whether a moment is in the row: its first minute is, its last is not."""
        return self.start <= moment and (self.end is None or moment < self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """Where a session stands: its first row and column, and how many of each it takes.

    Sessions that share a room and time share its column: this one has place ``lane`` of ``lanes``.
    """

    session: Session
    row: int
    rows: int
    column: int
    columns: int = 1
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Timetable:
    """A day as columns, rows and blocks; the blocks in order of row, column and lane."""

    day: date
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def has_rooms(self) -> bool:
        """Whether there are rooms to be columns."""
        return any(column.room is not None for column in self.columns)

    def row_at(self, moment: datetime) -> int | None:
        """Give the row in which a moment is, None outside the day and in its open end on another date."""
        return next((i for i, row in enumerate(self.rows) if row.holds(moment)), None)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The rows that a session takes."""

    session: Session
    first: int
    after: int


def timetable(programme: Programme, day: date) -> Timetable:
    """Lay out the sessions that start on a local day, cancelled ones included.

    A session without a room spans all columns, unless it runs beside something: then it gets a lane to the right of
    the rooms. A session without an end takes the row it begins in: how long it takes is nobody's to say.
    """
    rows, stretches = _rows(programme.on(day))
    used = {s.session.room for s in stretches}
    rooms = tuple(room for room in programme.rooms if room.slug in used)
    known = {room.slug for room in rooms}
    placed = [s for s in stretches if s.session.room in known]
    elsewhere = [s for s in stretches if s.session.room not in known]
    busy = Counter(row for s in stretches for row in range(s.first, s.after))
    beside = [s for s in elsewhere if any(busy[row] > 1 for row in range(s.first, s.after))]
    alone = [s for s in elsewhere if all(busy[row] == 1 for row in range(s.first, s.after))]
    clusters = tuple(_clusters(beside))
    lanes = max((lanes for _, lanes in clusters), default=0)
    columns = tuple(Column(room) for room in rooms) + (Column(),) * (lanes or (0 if rooms else 1))
    blocks = [block for i, room in enumerate(rooms) for block in _in_room(placed, room, i)]
    blocks += [_beside(s, lane, of, len(rooms), lanes) for found, of in clusters for s, lane in found]
    blocks += [Block(s.session, s.first, s.after - s.first, 0, len(columns)) for s in alone]
    return Timetable(day, columns, rows, _ordered(blocks)) if stretches else Timetable(day)


def part(table: Timetable, rows: range, columns: range) -> Timetable:
    """Give some of the rows and columns; a block that goes on outside them stands there as far as it is in."""
    found = []
    for block in table.blocks:
        top, bottom = max(block.row, rows.start), min(block.row + block.rows, rows.stop)
        left, right = max(block.column, columns.start), min(block.column + block.columns, columns.stop)
        if top < bottom and left < right:
            place = replace(block, row=top - rows.start, rows=bottom - top)
            found.append(replace(place, column=left - columns.start, columns=right - left))
    return Timetable(
        table.day, table.columns[columns.start : columns.stop], table.rows[rows.start : rows.stop], _ordered(found)
    )


def seams(table: Timetable) -> tuple[int, ...]:
    """List the rows before which the day can be cut in two without cutting through a session."""
    through = {row for b in table.blocks for row in range(b.row + 1, b.row + b.rows)}
    return tuple(row for row in range(1, len(table.rows)) if row not in through)


def _rows(sessions: Sequence[Session]) -> tuple[tuple[Row, ...], list[_Stretch]]:
    moments = {s.start for s in sessions} | {s.end for s in sessions if s.end is not None and s.end > s.start}
    ordered = sorted(moments)
    number = {moment: i for i, moment in enumerate(ordered)}
    rows = [Row(start, end) for start, end in pairwise(ordered)]
    stretches = []
    for session in sessions:
        first = number[session.start]
        lasts = session.end is not None and session.end > session.start
        after = number[session.end] if lasts and session.end is not None else first + 1
        stretches.append(_Stretch(session, first, after))
    if any(s.after > len(rows) for s in stretches):
        rows.append(Row(ordered[-1], None))
    return tuple(rows), stretches


def _in_room(placed: Iterable[_Stretch], room: Room, column: int) -> Iterator[Block]:
    for found, lanes in _clusters([s for s in placed if s.session.room == room.slug]):
        for s, lane in found:
            yield Block(s.session, s.first, s.after - s.first, column, 1, lane, lanes)


def _beside(stretch: _Stretch, lane: int, lanes: int, first: int, count: int) -> Block:
    """Place a session without a room; where fewer run beside each other than there are lanes, each gets more."""
    left, right = count * lane // lanes, count * (lane + 1) // lanes
    return Block(stretch.session, stretch.first, stretch.after - stretch.first, first + left, right - left)


def _clusters(stretches: Sequence[_Stretch]) -> Iterator[tuple[list[tuple[_Stretch, int]], int]]:
    """Gather what overlaps, directly or through others, with a lane for each and how many lanes there are."""
    found: list[tuple[_Stretch, int]] = []
    free: list[int] = []  # by lane: the row from which it is free
    for stretch in sorted(stretches, key=lambda s: s.first):
        if found and stretch.first >= max(free):
            yield found, len(free)
            found, free = [], []
        lane = next((i for i, row in enumerate(free) if row <= stretch.first), len(free))
        free[lane : lane + 1] = [stretch.after]
        found.append((stretch, lane))
    if found:
        yield found, len(free)


def _ordered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(sorted(blocks, key=lambda b: (b.row, b.column, b.lane)))
