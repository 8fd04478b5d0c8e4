from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.programme import queries
from bot.programme.model import (
    Event,
    Group,
    GroupKind,
    Programme,
    Relation,
    Room,
    Session,
    SessionGroup,
    Speaker,
    Status,
    Text,
)

FRIDAY, SATURDAY = date(2023, 2, 10), date(2023, 2, 11)
ONE, TWO = Room(slug="een", name="Zaal 1", number=1), Room(slug="twee", name="Zaal 2", number=2)


def at(clock: str, day: date = FRIDAY) -> datetime:
    """Give a moment of the day: in February an hour behind the clock on the wall."""
    return datetime.combine(day, time.fromisoformat(clock), UTC) - timedelta(hours=1)


def item(
    key: str, start: str, end: str | None, room: str | None = "een", day: date = FRIDAY, **more: object
) -> Session:
    kind = str(more.pop("kind", "themagroep"))
    stop = at(end, day) if end else None
    return Session(key=key, title=Text(key), kind=kind, start=at(start, day), end=stop, room=room, **more)  # type: ignore[arg-type]


OPENING = item("opening", "10:00", "10:30", kind="plenary")
MOVE = item("verplaatsing", "10:30", "10:40", None, kind="moving")
FIRST = item("eerste", "10:40", "11:40", groups=(SessionGroup("wonen"),))
SECOND = item(
    "tweede", "10:40", "11:20", "twee", groups=(SessionGroup("zorg"), SessionGroup("wonen", Relation.INVITED))
)
OFF = item("vervallen", "10:40", "11:40", "twee", status=Status.CANCELLED, groups=(SessionGroup("europa"),))
LUNCH = item("lunch", "12:00", "13:00", None, kind="lunch")
DRINKS = item("borrel", "16:00", None, kind="drinks")
NEXT_DAY = item("morgen", "09:00", "10:00", day=SATURDAY)
GROUPS = (
    Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER),
    Group(slug="wonen", name="Wonen", pijler="fysiek"),
    Group(slug="zorg", name="Zorg"),
    Group(slug="europa", name="Europa"),
)
DAY = Programme(
    event=Event(key="dag", title=Text("Dag"), first_day=FRIDAY, last_day=SATURDAY),
    rooms=(ONE, TWO),
    groups=GROUPS,
    sessions=(NEXT_DAY, DRINKS, LUNCH, OFF, SECOND, FIRST, MOVE, OPENING),
)


def test_sessions_stand_in_order_of_start_room_and_key() -> None:
    assert DAY.sessions == (OPENING, MOVE, FIRST, SECOND, OFF, LUNCH, DRINKS, NEXT_DAY)


def test_a_local_day_has_what_goes_ahead_on_it() -> None:
    assert queries.on_day(DAY, FRIDAY) == (OPENING, MOVE, FIRST, SECOND, LUNCH, DRINKS)
    assert queries.on_day(DAY, SATURDAY) == (NEXT_DAY,)
    assert queries.on_day(DAY, date(2023, 2, 12)) == ()
    assert DAY.on(FRIDAY) == (OPENING, MOVE, FIRST, SECOND, OFF, LUNCH, DRINKS)
    assert DAY.days == (FRIDAY, SATURDAY)


def test_a_session_after_midnight_belongs_to_the_day_of_the_wall_clock() -> None:
    late = item("nacht", "00:30", "01:30", day=SATURDAY)
    assert late.start.date() == FRIDAY
    assert queries.on_day(replace(DAY, sessions=(late,)), SATURDAY) == (late,)


@pytest.mark.parametrize(
    ("clock", "day", "running"),
    [
        ("09:59", FRIDAY, ()),
        ("10:00", FRIDAY, (OPENING,)),
        ("10:29", FRIDAY, (OPENING,)),
        ("10:30", FRIDAY, (MOVE,)),
        ("10:40", FRIDAY, (FIRST, SECOND)),
        ("11:20", FRIDAY, (FIRST,)),
        ("11:40", FRIDAY, ()),
        ("23:59", FRIDAY, (DRINKS,)),
        ("00:00", SATURDAY, ()),
        ("09:30", SATURDAY, (NEXT_DAY,)),
    ],
)
def test_a_session_owns_its_first_minute_but_not_its_last(clock: str, day: date, running: tuple[Session, ...]) -> None:
    assert queries.at(DAY, at(clock, day)) == running


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("10:30", "10:40", (MOVE,)),
        ("11:00", "11:30", (FIRST, SECOND)),
        ("11:20", "12:00", (FIRST,)),
        ("11:40", "12:01", (LUNCH,)),
        ("16:30", "17:00", ()),  # what has no stated end is not taken to go on
    ],
)
def test_within_is_what_begins_in_a_span_or_goes_on_into_it(start: str, end: str, found: tuple[Session, ...]) -> None:
    assert queries.within(DAY, at(start), at(end)) == found


@given(start=st.integers(0, 1439), length=st.integers(1, 600))
def test_what_runs_at_a_moment_is_within_every_span_from_then_on(start: int, length: int) -> None:
    moment = at("00:00") + timedelta(minutes=start)
    ended = tuple(s for s in queries.at(DAY, moment) if s.end)
    inside = queries.within(DAY, moment, moment + timedelta(minutes=length))
    assert [s for s in ended if s not in inside] == []


@pytest.mark.parametrize(
    ("room", "clock", "now", "following"),
    [
        (ONE, "09:00", (), OPENING),
        (ONE, "10:10", (OPENING,), FIRST),
        (ONE, "11:40", (), DRINKS),
        (ONE, "16:00", (DRINKS,), None),
        (TWO, "10:40", (SECOND,), None),
        (TWO, "12:00", (), None),
    ],
)
def test_a_room_has_what_runs_there_and_what_comes_next_that_day(
    room: Room, clock: str, now: tuple[Session, ...], following: Session | None
) -> None:
    assert queries.room_at(DAY, room, at(clock)) == queries.RoomMoment(room, now, following)


def test_what_follows_a_session_in_its_room_is_of_the_same_day() -> None:
    assert queries.next_in_room(DAY, OPENING) == FIRST
    assert queries.next_in_room(DAY, DRINKS) is None
    assert queries.next_in_room(DAY, LUNCH) is None


@pytest.mark.parametrize(
    ("clock", "meetings_only", "found"),
    [
        ("10:00", True, (FIRST, SECOND)),
        ("10:00", False, (MOVE,)),
        ("10:40", True, (LUNCH,)),
        ("09:00", True, (OPENING,)),
        ("16:00", True, ()),
    ],
)
def test_the_next_start_is_of_all_that_begin_together(
    clock: str, meetings_only: bool, found: tuple[Session, ...]
) -> None:
    assert queries.next_start(DAY, at(clock), meetings_only=meetings_only) == found


@pytest.mark.parametrize(
    ("clock", "found"),
    [("10:00", ()), ("10:40", (OPENING,)), ("11:30", (SECOND,)), ("11:40", (FIRST, SECOND)), ("20:00", (LUNCH,))],
)
def test_what_ended_last_before_a_moment(clock: str, found: tuple[Session, ...]) -> None:
    assert queries.last_before(DAY, at(clock)) == found


def test_parallel_sessions_share_time_and_are_meetings_that_go_ahead() -> None:
    assert queries.parallel_to(DAY, FIRST) == (SECOND,)
    assert queries.parallel_to(DAY, SECOND) == (FIRST,)
    assert queries.parallel_to(DAY, OPENING) == ()


def test_a_group_holds_its_sessions_and_a_pijler_those_of_its_groups() -> None:
    assert queries.of_group(DAY, "wonen") == (FIRST,)
    assert DAY.of_group("wonen") == (FIRST, SECOND)
    assert queries.of_group(DAY, "europa") == (OFF,)
    assert queries.of_pijler(DAY, "fysiek") == (FIRST,)
    assert [slug for slug in ("fysiek", "wonen", "weg") if queries.is_pijler(DAY, slug)] == ["fysiek"]


@pytest.mark.parametrize(
    ("clock", "free"), [("10:10", (TWO,)), ("10:40", ()), ("11:30", (TWO,)), ("12:00", (ONE, TWO))]
)
def test_a_room_is_free_when_nothing_that_goes_ahead_runs_there(clock: str, free: tuple[Room, ...]) -> None:
    assert queries.free_rooms(DAY, at(clock)) == tuple(queries.room_at(DAY, room, at(clock)) for room in free)


def test_meetings_are_what_one_attends_for_its_subject() -> None:
    assert queries.meetings(DAY.sessions) == (OPENING, FIRST, SECOND, OFF, NEXT_DAY)


def test_a_day_runs_from_its_first_start_to_its_last_stated_end_or_start() -> None:
    assert queries.day_bounds(DAY, FRIDAY) == (at("10:00"), at("16:00"))
    assert queries.day_bounds(DAY, SATURDAY) == (at("09:00", SATURDAY), at("10:00", SATURDAY))
    assert queries.day_bounds(DAY, date(2023, 2, 12)) is None
    assert queries.day_bounds(replace(DAY, sessions=(OFF,)), FRIDAY) == (OFF.start, OFF.end)


def test_sessions_by_key_come_in_order_without_those_that_are_gone() -> None:
    assert DAY.in_order(["borrel", "weg", "opening", "borrel"]) == (OPENING, DRINKS)


@pytest.mark.parametrize(
    ("part", "role", "leads"),
    [
        ("chair", "", True),
        ("vice-chair", "", True),
        ("moderator", "", True),
        ("speaker", "wethouder en voorzitter themagroep Wonen", True),
        ("speaker", "voorzitter van de themagroep", True),
        ("speaker", "voorzitter van de vereniging", False),
        ("guest", "", False),
    ],
)
def test_who_leads_is_said_by_part_or_printed_role(part: str, role: str, leads: bool) -> None:
    somebody = Speaker(name="Linde van Waal", part=part, role=Text(role))
    assert queries.leaders(replace(FIRST, speakers=(somebody,))) == ((somebody,) if leads else ())


@given(st.integers(0, 1439))
def test_minutes_after_midnight_come_back(minutes: int) -> None:
    assert queries.minutes_of(DAY, queries.moment_on(DAY, FRIDAY, minutes)) == minutes
