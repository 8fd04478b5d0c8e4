from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Event, Programme, Room, Session, Text
from bot.timetable import Block, Column, Row, Timetable, part, seams, timetable
from config.bundled import network_source, programme_sources

DAY = date(2030, 5, 1)
START = datetime(2030, 5, 1, 7, tzinfo=UTC)
EVENT = Event(key="a", title=Text("Dag"), first_day=DAY, last_day=DAY)
ROOMS = (Room(slug="x", name="Zaal 1", number=1), Room(slug="y", name="Zaal 2", number=2))


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def session(key: str, start: int, end: int | None, room: str | None = None) -> Session:
    return Session(
        key=key, title=Text(key), kind="talk", start=at(start), end=None if end is None else at(end), room=room
    )


def laid_out(*sessions: Session, rooms: tuple[Room, ...] = ROOMS) -> Timetable:
    return timetable(Programme(EVENT, rooms=rooms, sessions=sessions), DAY)


def places(table: Timetable) -> dict[str, tuple[int, int, int, int]]:
    """Give the row, rows, column and columns of each session."""
    return {b.session.key: (b.row, b.rows, b.column, b.columns) for b in table.blocks}


def cells(block: Block) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(block.row, block.row + block.rows)
        for column in range(block.column, block.column + block.columns)
    }


moments = st.integers(0, 20).map(lambda n: n * 15)
odd_sessions = st.lists(
    st.tuples(moments, st.none() | st.integers(0, 8).map(lambda n: n * 15), st.sampled_from([None, "x", "y"])),
    max_size=25,
).map(
    lambda found: [
        session(f"s{i}", start, None if lasts is None else start + lasts, room)
        for i, (start, lasts, room) in enumerate(found)
    ]
)


@given(odd_sessions)
def test_every_session_stands_once_and_overlaps_only_in_its_own_room(sessions: list[Session]) -> None:
    table = laid_out(*sessions)
    assert Counter(b.session.key for b in table.blocks) == Counter(s.key for s in sessions)
    for i, one in enumerate(table.blocks):
        for other in table.blocks[i + 1 :]:
            if cells(one) & cells(other):
                assert one.session.room == other.session.room is not None
                assert (one.lane, one.lanes) != (other.lane, other.lanes)
                assert one.lanes == other.lanes


@given(odd_sessions)
def test_a_block_covers_its_time_within_the_table(sessions: list[Session]) -> None:
    table = laid_out(*sessions)
    assert list(table.blocks) == sorted(table.blocks, key=lambda b: (b.row, b.column, b.lane))
    assert all(before.end == after.start for before, after in zip(table.rows, table.rows[1:], strict=False))
    for block in table.blocks:
        rows = table.rows[block.row : block.row + block.rows]
        assert rows[0].start == block.session.start
        if block.session.end is not None and block.session.end > block.session.start:
            assert rows[-1].end == block.session.end
        assert 0 <= block.column < block.column + block.columns <= len(table.columns)
        room = table.columns[block.column].room
        assert block.session.room is None or (room is not None and room.slug == block.session.room)
        assert 0 <= block.lane < block.lanes


@given(odd_sessions, st.integers(1, 60))
def test_the_parts_of_a_day_hold_all_of_it(sessions: list[Session], cut: int) -> None:
    table = laid_out(*sessions)
    rows, columns = len(table.rows), len(table.columns)
    cut = min(cut, rows)
    parts = [part(table, range(cut), range(columns)), part(table, range(cut, rows), range(columns))]
    assert tuple(row for p in parts for row in p.rows) == table.rows
    assert {b.session.key for p in parts for b in p.blocks} == {s.key for s in sessions}
    if cut in seams(table):
        assert sum(len(p.blocks) for p in parts) == len(sessions)


def test_what_has_no_room_spans_all_rooms() -> None:
    table = laid_out(session("in", 0, 30), session("a", 30, 90, "x"), session("b", 30, 90, "y"))
    assert table.columns == (Column(ROOMS[0]), Column(ROOMS[1]))
    assert table.rows == (Row(at(0), at(30)), Row(at(30), at(90)))
    assert places(table) == {"in": (0, 1, 0, 2), "a": (1, 1, 0, 1), "b": (1, 1, 1, 1)}
    assert seams(table) == (1,)


def test_what_has_no_room_beside_a_room_gets_a_lane_of_its_own() -> None:
    table = laid_out(session("a", 0, 60, "x"), session("walk", 30, 45), session("end", 60, 90))
    assert table.columns == (Column(ROOMS[0]), Column())
    assert places(table) == {"a": (0, 3, 0, 1), "walk": (1, 1, 1, 1), "end": (3, 1, 0, 2)}
    assert table.has_rooms


def test_a_day_without_rooms_gets_lanes_and_fewer_beside_each_other_are_wider() -> None:
    many = [session(key, 0, 60) for key in "abcd"]
    table = laid_out(*many, session("e", 60, 120), session("f", 90, 120), session("g", 120, None), rooms=())
    assert len(table.columns) == 4
    assert not table.has_rooms
    assert places(table) == {
        "a": (0, 1, 0, 1),
        "b": (0, 1, 1, 1),
        "c": (0, 1, 2, 1),
        "d": (0, 1, 3, 1),
        "e": (1, 2, 0, 2),
        "f": (2, 1, 2, 2),
        "g": (3, 1, 0, 4),
    }


def test_sessions_in_one_room_at_one_time_share_its_column() -> None:
    table = laid_out(session("a", 0, 60, "x"), session("b", 30, 90, "x"), session("c", 90, 120, "x"))
    assert [(b.session.key, b.column, b.lane, b.lanes) for b in table.blocks] == [
        ("a", 0, 0, 2),
        ("b", 0, 1, 2),
        ("c", 0, 0, 1),
    ]


def test_a_session_without_an_end_takes_the_row_it_begins_in() -> None:
    table = laid_out(session("open", 0, None, "x"), session("b", 30, 60, "y"), session("drinks", 60, None))
    assert table.rows == (Row(at(0), at(30)), Row(at(30), at(60)), Row(at(60), None))
    assert places(table) == {"open": (0, 1, 0, 1), "b": (1, 1, 1, 1), "drinks": (2, 1, 0, 2)}


def test_a_session_that_stops_early_leaves_the_rest_of_its_row() -> None:
    table = laid_out(session("short", 0, 45, "x"), session("long", 0, 60, "y"))
    assert places(table) == {"short": (0, 1, 0, 1), "long": (0, 2, 1, 1)}
    assert seams(table) == ()


@pytest.mark.parametrize(("moment", "row"), [(-1, None), (0, 0), (29, 0), (30, 1), (59, 1), (60, 2), (600, 2)], ids=str)
def test_a_row_owns_its_first_minute_and_not_its_last(moment: int, row: int | None) -> None:
    table = laid_out(session("a", 0, 30), session("b", 30, 60), session("c", 60, None))
    assert table.row_at(at(moment)) == row


def test_an_empty_day_has_nothing() -> None:
    assert laid_out() == Timetable(DAY)


def test_each_day_stands_by_itself_and_only_the_rooms_in_use() -> None:
    programme = Programme(EVENT, rooms=ROOMS, sessions=(session("a", 0, 60, "x"), session("b", 1440, 1500, "y")))
    tables = [timetable(programme, day) for day in programme.days]
    assert [(t.columns, [b.session.key for b in t.blocks]) for t in tables] == [
        ((Column(ROOMS[0]),), ["a"]),
        ((Column(ROOMS[1]),), ["b"]),
    ]


def test_the_day_in_haarlem_has_five_rooms_and_a_plenary_part() -> None:
    groups = read_network(network_source(), "network.yaml")
    programme = read_programme(programme_sources()["haarlem-2023"], "haarlem-2023.yaml", groups)
    table = timetable(programme, programme.event.first_day)
    assert [c.room.slug for c in table.columns if c.room] == ["gravenzaal", "zaal-2", "zaal-3", "zaal-4", "zaal-5"]
    assert len(table.blocks) == len(programme.sessions)
    spans = {b.session.key: b.columns for b in table.blocks}
    assert {spans[key] for key in ("inloop", "verplaatsing-1130", "lunch-ab")} == {5}
    assert spans["plenaire-start"] == 1
