from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.programme.formats.times import Span, TimeError, read_moment, read_span, write_span

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = date(2023, 2, 10)
SPRING = date(2023, 3, 26)
AUTUMN = date(2023, 10, 29)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "11.40-12.40",
        "11:40-12:40",
        "11.40 - 12.40",
        "11.40 – 12.40",
        "11.40 tot 12.40",
        "11.40 to 12.40",
        "11u40-12u40",
        "11.40 uur tot 12.40 uur",
        " 11.40-12.40 ",
        "11.40-2023-02-10 12.40",
    ],
)
def test_a_span_is_read_as_people_write_it(text: str) -> None:
    assert read_span(text, DAY, AMSTERDAM, DAY) == Span(at(10, 40), at(11, 40))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("16.00", Span(at(15))),
        ("16 uur", Span(at(15))),
        ("13.30-15 uur", Span(at(12, 30), at(14))),
        ("22.00-24.00", Span(at(21), at(23))),
        ("22.00-2023-02-11 1.30", Span(at(21), at(0, 30, date(2023, 2, 11)))),
    ],
)
def test_an_end_may_be_open_at_midnight_or_on_the_next_day(text: str, span: Span) -> None:
    assert read_span(text, DAY, AMSTERDAM, DAY) == span


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("ochtend", "", "a time such as 11.40-12.40, or only the start, such as 16.00"),
        ("11.40-", "", "a time such as 11.40-12.40, or only the start, such as 16.00"),
        ("11.4", "", "a time such as 11.40-12.40, or only the start, such as 16.00"),
        ("24.00", "", "0.00 with the next day in the field day"),
        ("2023-02-10 9.00", "", "the time only; the date of the start stands in the field day"),
        ("25.00", "a time that does not exist: “25.00”", "a time from 0.00 to 24.00"),
        ("9.00-24.10", "a time that does not exist: “9.00-24.10”", "a time from 0.00 to 24.00"),
        ("9.60", "a time that does not exist: “9.60”", "a time from 0.00 to 24.00"),
        ("12.40-11.40", "an end that is not after the start: “12.40-11.40”", "an end after the start"),
        ("11.40-11.40", "an end that is not after the start: “11.40-11.40”", "an end after the start"),
        ("9.00-2023-02-30 9.00", "a date that does not exist: “2023-02-30”", "a date that exists, as year-month-day"),
        (
            "9.00-2032-02-11 1.00",
            "an end long after the event: “9.00-2032-02-11 1.00”",
            "an end at or before 2023-02-11",
        ),
        ("9.00 UTC+3", "an offset that is not in force then: UTC+3", "09.00 UTC+1"),
    ],
)
def test_a_wrong_time_says_what_would_be_right(text: str, found: str, expected: str) -> None:
    with pytest.raises(TimeError) as caught:
        read_span(text, DAY, AMSTERDAM, DAY)
    assert (caught.value.found, caught.value.expected) == (found, expected)


def test_the_hour_that_summer_time_skips_does_not_exist() -> None:
    with pytest.raises(TimeError) as caught:
        read_moment("2.30", SPRING, AMSTERDAM)
    assert caught.value.found == "a time that is skipped when summer time begins: 02.30 on 2023-03-26"
    assert read_span("1.59-3.00", SPRING, AMSTERDAM, SPRING) == Span(at(0, 59, SPRING), at(1, 0, SPRING))


def test_the_hour_that_comes_twice_asks_which_and_takes_the_answer() -> None:
    with pytest.raises(TimeError) as caught:
        read_moment("2.30", AUTUMN, AMSTERDAM)
    assert caught.value.found == "a time that comes twice when summer time ends: 02.30 on 2023-10-29"
    assert caught.value.expected == "02.30 UTC+2 or 02.30 UTC+1"
    assert read_moment("2.30 UTC+2", AUTUMN, AMSTERDAM) == at(0, 30, AUTUMN)
    assert read_moment("2.30 UTC+1", AUTUMN, AMSTERDAM) == at(1, 30, AUTUMN)


def test_offsets_of_half_an_hour_and_west_of_greenwich_are_written_and_read() -> None:
    newfoundland, lord_howe = ZoneInfo("America/St_Johns"), ZoneInfo("Australia/Lord_Howe")
    twice = Span(datetime(2023, 11, 5, 4, 0, tzinfo=UTC), datetime(2023, 11, 5, 5, 15, tzinfo=UTC))
    assert write_span(twice, newfoundland) == "01.30 UTC-2.30-01.45 UTC-3.30"
    assert read_span("01.30 UTC-2.30-01.45 UTC-3.30", date(2023, 11, 5), newfoundland, date(2023, 11, 5)) == twice
    half = Span(datetime(2023, 4, 1, 14, 45, tzinfo=UTC), datetime(2023, 4, 1, 15, 15, tzinfo=UTC))
    assert write_span(half, lord_howe) == "01.45 UTC+11-01.45 UTC+10.30"
    assert read_span("01.45 UTC+11-01.45 UTC+10.30", date(2023, 4, 2), lord_howe, date(2023, 4, 2)) == half
