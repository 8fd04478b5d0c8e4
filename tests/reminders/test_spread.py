from collections.abc import Iterable
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from reminder_days import at

from bot.reminders.spread import PACE, PER_SECOND, Wish, spread, too_late

AT_1140 = at(11, 40)


def reminders(count: int, *, start: datetime = AT_1140, lead: int = 10, first: int = 1) -> list[Wish]:
    minutes = timedelta(minutes=lead)
    return [
        Wish(wanted=start - minutes, chat=chat, about=start, earliest=start - 2 * minutes, over=start + minutes)
        for chat in range(first, first + count)
    ]


def dues(wishes: Iterable[Wish], pace: timedelta = PACE) -> list[datetime]:
    return [due for _, due in spread(wishes, pace)]


def test_one_person_gets_it_at_the_wanted_moment() -> None:
    assert dues(reminders(1)) == [at(11, 30)]


def test_as_many_as_a_second_takes_need_no_spreading() -> None:
    assert dues(reminders(PER_SECOND - 1)) == [at(11, 30)] * (PER_SECOND - 1)
    assert dues(reminders(PER_SECOND + 1))[0] == at(11, 29, 59)


def test_three_hundred_begin_early_enough_for_the_last() -> None:
    placed = dues(reminders(300))
    assert placed[-1] == at(11, 30)
    assert placed[0] == at(11, 29, 50)  # 300 / 29 is 10.3 seconds, the last of them after half past
    assert too_late(spread(reminders(300))) == ()


def test_a_faster_clock_needs_more_of_its_own_time() -> None:
    # At sixty times real time the same 300 messages take ten minutes of the event.
    assert dues(reminders(300), PACE * 60)[0] == at(11, 20)


def test_nobody_gets_it_earlier_than_twice_the_lead_and_then_it_does_not_fit() -> None:
    crowd = reminders(30_000)
    placed = spread(crowd)
    assert min(due for _, due in placed) == at(11, 20)
    missed = too_late(placed)
    # Ten minutes hold 600 * 29 messages; the rest is later than it was wanted.
    assert abs(len(missed) - (30_000 - 600 * PER_SECOND)) <= 2 * PER_SECOND
    assert too_late(spread(crowd[:17_000])) == ()


def test_two_starts_close_together_share_the_pace() -> None:
    placed = spread([*reminders(58, lead=10), *reminders(58, lead=10, start=at(11, 41), first=101)])
    assert placed[57][1] == at(11, 30)
    assert placed[58][1] == at(11, 30, 58)
    assert too_late(placed) == ()


def test_somebody_new_moves_few_others() -> None:
    before = {wish.chat: due for wish, due in spread(reminders(290))}
    after = {wish.chat: due for wish, due in spread(reminders(291))}
    assert sum(before[chat] != after[chat] for chat in before) <= 11


@given(
    st.lists(
        st.builds(
            lambda chat, minute, lead: reminders(1, start=at(11) + timedelta(minutes=minute), lead=lead, first=chat)[0],
            st.integers(1, 500),
            st.sampled_from([0, 1, 20, 40]),
            st.sampled_from([0, 5, 10, 30]),
        ),
        max_size=200,
    )
)
@settings(max_examples=60, deadline=None)
def test_everyone_is_placed_between_the_earliest_and_the_wanted_moment(wishes: list[Wish]) -> None:
    placed = spread(wishes)
    assert sorted(wish for wish, _ in placed) == sorted(wishes)
    assert all(wish.earliest <= due <= wish.wanted for wish, due in placed)
    # When nobody is held back by the earliest moment, the pace meets every wish.
    if all(due > wish.earliest for wish, due in placed):
        assert too_late(placed) == ()
