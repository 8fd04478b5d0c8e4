from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reminder_days import PIJLER, SAFETY, WWZ, at, day, following, person

from bot.outbox.model import Planned
from bot.people.model import Chat, Choices, Stay
from bot.programme.changes import Change
from bot.programme.model import Programme, State, Status
from bot.reminders.plan import beyond_pace, due, may_move, my_sessions

MORNING = at(9)
NIGHT = at(23)


def test_another_room_moves_no_reminder_and_another_time_may() -> None:
    moved = replace(SAFETY, room="zaal-2", online=False)
    assert not may_move([Change(SAFETY, moved)])
    assert may_move([Change(SAFETY, moved), Change(SAFETY, replace(SAFETY, start=at(12)))])
    assert may_move([Change(SAFETY, None)])
    people = [(person(1), following("veiligheid"))]
    planned = [list(due(one, people, now=at(9), until=at(18))) for one in (day(), day(moved))]
    assert planned[0] == planned[1] != []


def plan(programme: Programme, *people: tuple[Chat, Choices], now: datetime = MORNING) -> list[Planned]:
    return list(due(programme, people, now=now, until=NIGHT))


def times(
    programme: Programme, *people: tuple[Chat, Choices], now: datetime = MORNING
) -> list[tuple[int, datetime, datetime]]:
    return [(p.chat_id, p.starts_at, p.due_at) for p in plan(programme, *people, now=now)]


def test_ten_minutes_before() -> None:
    assert plan(day(), (person(), following("veiligheid"))) == [
        Planned(
            key="reminder:1:haarlem-2023:2023-02-10T10:40:00+00:00",
            kind="reminder",
            chat_id=1,
            event_id=1,
            starts_at=at(11, 40),
            due_at=at(11, 30),
            expires_at=at(11, 50),
        )
    ]


def test_sessions_that_start_together_are_one_message() -> None:
    assert times(day(), (person(), following("wwz", "veiligheid", "europa"))) == [
        (1, at(11, 40), at(11, 30)),
        (1, at(15), at(14, 50)),
    ]


@pytest.mark.parametrize("lead", [5, 15, 30])
def test_each_person_has_a_lead_of_their_own(lead: int) -> None:
    assert times(day(), (person(lead=lead), following("veiligheid"))) == [
        (1, at(11, 40), at(11, 40) - timedelta(minutes=lead))
    ]


@pytest.mark.parametrize("chat", [person(lead=None), person(active=False)], ids=["reminders off", "blocked the bot"])
def test_who_wants_none_gets_none(chat: Chat) -> None:
    assert times(day(), (chat, following("veiligheid")), (person(2), following("veiligheid"))) == [
        (2, at(11, 40), at(11, 30))
    ]


@pytest.mark.parametrize("state", [State.DRAFT, State.CLOSED])
def test_only_a_published_day_reminds(state: State) -> None:
    assert plan(day(state=state), (person(), following("veiligheid"))) == []


def test_a_cancelled_session_reminds_nobody_and_leaves_the_other_at_that_time() -> None:
    cancelled = replace(SAFETY, status=Status.CANCELLED)
    assert times(day(WWZ, cancelled), (person(), following("veiligheid"))) == []
    assert times(day(WWZ, cancelled), (person(), following("veiligheid", "wwz"))) == [(1, at(11, 40), at(11, 30))]


def test_a_moved_session_moves_its_reminder() -> None:
    moved = replace(SAFETY, start=at(12, 5))
    assert times(day(moved), (person(), following("veiligheid"))) == [(1, at(12, 5), at(11, 55))]


def test_what_is_late_is_planned_while_of_use() -> None:
    following_it = (person(), following("veiligheid"))
    assert times(day(), following_it, now=at(11, 49)) == [(1, at(11, 40), at(11, 30))]
    assert times(day(), following_it, now=at(11, 50)) == []


def test_what_is_over_needs_no_reminder() -> None:
    short, longer = replace(SAFETY, end=at(11, 44)), replace(WWZ, end=at(11, 47))
    people = [(person(), following("veiligheid")), (person(2), following("veiligheid", "wwz"))]
    planned = due(day(short, longer), people, now=MORNING, until=NIGHT)
    assert {p.chat_id: p.expires_at for p in planned} == {1: at(11, 44), 2: at(11, 47)}


def test_the_horizon_is_about_when_to_send() -> None:
    people = [(person(), following("veiligheid", "europa"))]
    planned = list(due(day(), people, now=MORNING, until=at(11, 30)))
    assert [p.starts_at for p in planned] == [at(11, 40)]


ANY_CHOICES = st.builds(
    Choices,
    followed=st.frozensets(st.integers(1, 11), max_size=5),
    kept=st.frozensets(st.integers(1, 9), max_size=3),
    dropped=st.frozensets(st.integers(1, 9), max_size=3),
)
ANY_PEOPLE = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from([None, 0, 5, 10, 30]), st.booleans(), ANY_CHOICES),
    max_size=12,
    unique_by=lambda row: row[0],
).map(lambda rows: [(person(number, lead=lead, active=active), choices) for number, lead, active, choices in rows])


@given(people=ANY_PEOPLE, hour=st.integers(9, 17), minute=st.integers(0, 59), cancelled=st.booleans())
@settings(max_examples=100, deadline=None)
def test_planning_again_changes_nothing_and_never_leaves_somebodys_programme(
    people: list[tuple[Chat, Choices]], hour: int, minute: int, cancelled: bool
) -> None:
    programme = day(replace(SAFETY, status=Status.CANCELLED), WWZ) if cancelled else day()
    now = at(hour, minute)
    first = list(due(programme, people, now=now, until=NIGHT))
    again = list(due(programme, reversed(people), now=now, until=NIGHT))
    assert sorted(first, key=lambda p: p.key) == sorted(again, key=lambda p: p.key)
    assert len({p.key for p in first}) == len(first)
    chosen = {chat.id: (chat, choices) for chat, choices in people}
    for planned in first:
        chat, choices = chosen[planned.chat_id]
        assert chat.active
        assert chat.lead is not None
        lead = timedelta(minutes=chat.lead)
        starts = {s.start for s in my_sessions(programme, choices) if s.goes_ahead}
        assert planned.starts_at in starts
        assert planned.starts_at - 2 * lead <= planned.due_at <= planned.starts_at - lead
        assert now < planned.expires_at


@given(people=ANY_PEOPLE, minute=st.integers(0, 480))
@settings(max_examples=50, deadline=None)
def test_as_time_goes_on_a_plan_only_loses_what_is_past(people: list[tuple[Chat, Choices]], minute: int) -> None:
    later = MORNING + timedelta(minutes=minute)
    whole = set(plan(day(), *people))
    assert set(plan(day(), *people, now=later)) == {p for p in whole if p.expires_at > later}


def test_who_comes_later_leaves_earlier_or_stays_away_is_not_reminded_of_what_they_miss() -> None:
    own = following("sociaal", "europa")
    assert [s for _, s, _ in times(day(), (person(), own))] == [at(10, 30), at(11, 40), at(15)]
    later = replace(own, stay=Stay(arrives=at(11)))
    assert [s for _, s, _ in times(day(), (person(), later))] == [at(11, 40), at(15)]
    earlier = replace(own, stay=Stay(arrives=at(10, 30), leaves=at(15)))
    assert [s for _, s, _ in times(day(), (person(), earlier))] == [at(10, 30), at(11, 40)]
    assert times(day(), (person(), replace(own, stay=Stay(absent=True)))) == []


def test_who_wants_quiet_is_reminded_when_they_come_out_of_a_session() -> None:
    long = replace(PIJLER, end=at(11, 35))
    programme = day(long, SAFETY)
    assert times(programme, (person(), following("sociaal", "veiligheid")))[1] == (1, at(11, 40), at(11, 30))
    assert times(programme, (person(quiet=True), following("sociaal", "veiligheid"))) == [
        (1, at(10, 30), at(10, 20)),
        (1, at(11, 40), at(11, 35)),
    ]


def test_quiet_after_a_start_is_late_as_long_as_it_is_on_and_then_nothing() -> None:
    over_it = replace(PIJLER, end=at(12, 20))
    (first, second) = plan(day(over_it, SAFETY), (person(quiet=True), following("sociaal", "veiligheid")))
    assert first.due_at == at(10, 20)
    assert (second.due_at, second.expires_at) == (at(12, 20), at(12, 30))
    all_of_it = replace(PIJLER, end=at(12, 40))
    assert len(plan(day(all_of_it, SAFETY), (person(quiet=True), following("sociaal", "veiligheid")))) == 1


def test_quiet_reminders_are_not_sent_early_into_a_session() -> None:
    programme = day(replace(PIJLER, end=at(11, 30)), SAFETY)
    crowd = [(person(n, quiet=True), following("sociaal", "veiligheid")) for n in range(1, 200)]
    dues = [p.due_at for p in plan(programme, *crowd) if p.starts_at == at(11, 40)]
    assert (min(dues), max(dues)) == (at(11, 30), at(11, 30))


def test_what_the_pace_cannot_meet_is_known_beforehand() -> None:
    crowd = [(person(n), following("veiligheid")) for n in range(1, 11)]
    assert beyond_pace(day(), crowd) == ()
    # One message in two minutes: twice the lead is room for ten minutes more.
    late = beyond_pace(day(), crowd, timedelta(minutes=2))
    assert {wish.about for wish in late} == {at(11, 40)}
    assert 0 < len(late) < 10
