from datetime import timedelta

import pytest
from pictured_days import DAY, START, day, session

from bot.picture.marks import Marks
from bot.picture.now import label_top, now_at
from bot.timetable import timetable

TABLE = timetable(day(session("a"), session("b", 60, None)), DAY)


@pytest.mark.parametrize(
    ("minutes", "y"), [(-1, None), (0, 100), (30, 150), (60, 200), (90, 220), (120, 240), (121, None)], ids=str
)
def test_the_present_moment_stands_in_its_row(minutes: int, y: float | None) -> None:
    marks = Marks(now=START + timedelta(minutes=minutes))
    assert now_at(TABLE, marks, (100.0, 200.0, 240.0)) == y


def test_without_a_moment_there_is_no_line() -> None:
    assert now_at(TABLE, Marks(), (100.0, 200.0, 240.0)) is None


@pytest.mark.parametrize(
    ("y", "others", "top"),
    [
        (50, [0, 100], 35),  # free: beside the line
        (10, [0, 100], 30),  # the time above is just there: under it
        (95, [0, 100], 70),  # the next time is just there: above it
        (50, [30, 65], 35),  # no room between: beside the line, over both
        (190, [0, 100], 170),  # near the end: inside the rows
    ],
)
def test_the_label_makes_way_for_times_where_it_can(y: float, others: list[float], top: float) -> None:
    assert label_top(y, 30, others, 200) == top
