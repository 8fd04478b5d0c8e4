from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
import spellings
from hypothesis import given
from hypothesis import strategies as st
from question_days import DIGITAL, HAARLEM, LELYSTAD, days, edge_days, moment, query, query_of

from bot.programme.model import Programme
from bot.programme.queries import moment_on
from bot.questions.moments import present_day
from bot.questions.query import When


def at(time: str) -> datetime:
    return moment(days()[HAARLEM], time)


def span(start: str, end: str) -> When:
    return When("span", at(start), at(end))


def moved(day: date) -> Programme:
    """Give the Haarlem programme as it would be on another day, the clock on the wall the same."""
    haarlem = days()[HAARLEM]
    shift = day - haarlem.event.first_day

    def then(m: datetime) -> datetime:
        return (haarlem.local(m).replace(tzinfo=None) + shift).replace(tzinfo=haarlem.zone).astimezone(UTC)

    sessions = tuple(replace(s, start=then(s.start), end=then(s.end) if s.end else None) for s in haarlem.sessions)
    return replace(
        haarlem, event=replace(haarlem.event, key=f"op-{day}", first_day=day, last_day=day), sessions=sessions
    )


SPRING, AUTUMN = moved(date(2023, 3, 26)), moved(date(2023, 10, 29))


@given(minute=st.integers(9 * 60 + 30, 16 * 60 + 30), pick=st.randoms(use_true_random=False))
def test_every_minute_of_the_day_is_understood_beside_a_room(minute: int, pick: Random) -> None:
    spelling = pick.choice(spellings.all_of(minute))
    found = query(f"wat is er om {spelling} in zaal 3?")
    assert (found.room, found.when) == ("zaal-3", When("at", at(f"{minute // 60}.{minute % 60:02d}"))), spelling


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("tussen 11 en 12", span("11.00", "12.00")),
        ("van 13.00 tot 15.00", span("13.00", "15.00")),
        ("between two and three", span("14.00", "15.00")),
        ("from 10 to 12", span("10.00", "12.00")),
        ("from ten to twelve", span("10.00", "12.00")),
        ("from ten to twelve until one", span("11.50", "13.00")),
        ("tussen half elf en kwart voor twaalf", span("10.30", "11.45")),
        ("na 15.00 uur", span("15.00", "23.59")),
        ("vanaf twee uur", span("14.00", "23.59")),
        ("after 3 pm", span("15.00", "23.59")),
        ("voor 11 uur", span("0.00", "11.00")),
        ("until noon", span("0.00", "12.00")),
        ("vanmiddag", span("12.00", "18.00")),
        ("this morning", span("0.00", "12.00")),
        ("aan het eind van de ochtend", span("11.00", "12.30")),
        ("late afternoon", span("15.00", "18.00")),
        ("over een kwartier", When("at", at("11.35"))),
        ("in half an hour", When("at", at("11.50"))),
        ("om twee uur", When("at", at("14.00"))),
        ("rond 5 over 12", When("at", at("12.05"))),
        ("at 3", When("at", at("15.00"))),
        ("om 2030", When("at", at("20.30"))),
        ("zaal 3", None),
        ("vandaag", None),
        ("gisteren", When("day", day=date(2023, 2, 9))),
        ("morgen", When("day", day=date(2023, 2, 11))),
        ("day after tomorrow", When("day", day=date(2023, 2, 12))),
        ("vrijdag", When("day", day=date(2023, 2, 10))),
        ("monday", When("day", day=date(2023, 2, 13))),
        ("10 februari", When("day", day=date(2023, 2, 10))),
        ("february 30 is no day, 30 februari neither", None),
        ("30 november", When("day", day=date(2023, 11, 30))),
    ],
)
def test_the_time_in_a_question(text: str, when: When | None) -> None:
    assert query(f"wat is er {text}").when == when


def test_a_delay_counts_from_the_moment_of_asking() -> None:
    assert query("wat is er over tien minuten", "13.50").when == When("at", at("14.00"))


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2023-02-09T12:00", date(2023, 2, 10)),
        ("2023-02-10T23:59", date(2023, 2, 10)),
        ("2023-02-11T00:00", date(2023, 2, 11)),
        ("2023-03-01T12:00", date(2023, 2, 11)),
    ],
)
def test_a_question_without_a_day_is_about_today_else_the_next_day_else_the_last(now: str, day: date) -> None:
    two_days = edge_days()["two days"]
    assert present_day(two_days, moment(two_days, now)) == day


@pytest.mark.parametrize(
    ("text", "now", "start"),
    [
        ("zaal 3 11.40", "2023-02-10T09:00", "2023-02-10T11:40"),
        ("zaal 3 11.40", "2023-02-11T09:00", "2023-02-11T11:40"),
        ("zaal 3 zaterdag 11.40", "2023-02-10T09:00", "2023-02-11T11:40"),
        ("zaal 3 morgen om 11.40", "2023-02-10T09:00", "2023-02-11T11:40"),
        ("zaal 3 gisteren half twaalf", "2023-02-11T09:00", "2023-02-10T11:30"),
        ("zaal 3 op 11 februari om 11.40", "2023-02-10T09:00", "2023-02-11T11:40"),
    ],
)
def test_a_time_is_of_the_day_that_is_named(text: str, now: str, start: str) -> None:
    two_days = edge_days()["two days"]
    assert query_of(two_days, text, now).when == When("at", moment(two_days, start))


@pytest.mark.parametrize(("day", "offset"), [(HAARLEM, 1), (DIGITAL, 2), (LELYSTAD, 1)])
def test_the_same_time_of_the_clock_is_another_moment_in_winter_and_in_summer(day: str, offset: int) -> None:
    when = query("wat is er om 11.00 uur", "10.00", day=day).when
    assert when is not None
    assert when.at == datetime.combine(days()[day].event.first_day, datetime.min.time(), UTC) + timedelta(
        hours=11 - offset
    )


@pytest.mark.parametrize(("programme", "hour"), [(SPRING, 9), (AUTUMN, 10)])
@pytest.mark.parametrize("asked", ["T00:30", "T09:00"])
def test_on_the_days_when_summer_time_begins_and_ends_the_wall_clock_counts(
    programme: Programme, hour: int, asked: str
) -> None:
    day = programme.event.first_day
    found = query_of(programme, "zaal 3 om 11.00", f"{day}{asked}")
    assert found.when == When("at", datetime(day.year, day.month, day.day, hour, tzinfo=UTC))


def test_a_delay_over_the_change_of_the_clock_is_elapsed_time() -> None:
    found = query_of(SPRING, "wat is er over 30 minuten", "2023-03-26T01:45")
    assert found.when is not None
    assert found.when.at is not None
    assert SPRING.local(found.when.at).strftime("%H.%M") == "03.15"


@pytest.mark.parametrize("programme", [SPRING, AUTUMN, days()[HAARLEM]], ids=["spring", "autumn", "winter"])
def test_minutes_after_midnight_come_back_and_never_run_backwards(programme: Programme) -> None:
    day = programme.event.first_day
    moments = [moment_on(programme, day, minute) for minute in range(0, 24 * 60, 5)]
    missing = set(range(120, 180)) if programme is SPRING else set()
    shown = [programme.local(m).hour * 60 + programme.local(m).minute for m in moments]
    assert [m for m in range(0, 24 * 60, 5) if m not in shown] == sorted(m for m in missing if m % 5 == 0)
    assert programme is SPRING or all(a < b for a, b in pairwise(moments))
    assert programme.local(moment_on(programme, day, 24 * 60)).date() == day + timedelta(days=1)
