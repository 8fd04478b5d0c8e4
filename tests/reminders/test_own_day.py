"""One's own day: what overlaps, how one moves, what is on in a gap."""

from dataclasses import replace

import pytest
from reminder_days import (
    DRINKS,
    EUROPE,
    MOVING,
    PIJLER,
    SAFETY,
    WWZ,
    at,
    day,
    following,
    held,
    session,
)

from bot.people.model import Choices, Stay
from bot.programme.model import Programme, Session, Status
from bot.reminders.own_day import Gap, Move, Overlap, gaps, moves, overlaps, rivals, unsettled

DAY = day()
BY_KEY = DAY.session_by_key
ALL = following("sociaal", "veiligheid", "europa")


def keys(sessions: tuple[Session, ...]) -> list[str]:
    return [s.key for s in sessions]


def test_what_is_on_at_the_same_time_overlaps() -> None:
    assert overlaps(DAY, ALL) == (
        Overlap((BY_KEY["wwz"], BY_KEY["veiligheid"]), frozenset({(2, 3)})),
        Overlap((BY_KEY["gesprek"], BY_KEY["europa"]), frozenset({(4, 7)})),
    )
    assert [o.together for o in overlaps(DAY, ALL)] == [True, True]


def test_one_after_the_other_is_no_overlap() -> None:
    after = session("erna", at(12, 40), end=at(13, 30), groups=held("europa"))
    assert overlaps(day(WWZ, after), following("wwz", "europa")) == ()


def test_a_chain_overlaps_pair_by_pair() -> None:
    first = session("a", at(10), end=at(11), groups=held("europa"))
    second = session("b", at(10, 30), end=at(11, 30), groups=held("europa"))
    third = session("c", at(11), end=at(12), groups=held("europa"))
    programme = day(first, second, third)
    found = overlaps(programme, following("europa"))
    assert [(keys(o.sessions), o.pairs, o.together) for o in found] == [
        (["a", "b", "c"], frozenset({(1, 2), (2, 3)}), False)
    ]
    assert keys(rivals(programme, following("europa"), programme.session_by_key["a"])) == ["b"]
    assert keys(rivals(programme, following("europa"), programme.session_by_key["b"])) == ["a", "c"]


@pytest.mark.parametrize(
    "other",
    [
        replace(SAFETY, status=Status.CANCELLED),
        replace(SAFETY, kind="lunch"),
        replace(SAFETY, available_all_day=True),
    ],
    ids=["cancelled", "lunch", "all day"],
)
def test_what_asks_for_no_choice(other: Session) -> None:
    assert overlaps(day(WWZ, other), following("wwz", "veiligheid")) == ()
    assert len(overlaps(day(WWZ, SAFETY), following("wwz", "veiligheid"))) == 1


def test_what_is_missed_anyway_overlaps_with_nothing() -> None:
    assert overlaps(DAY, replace(ALL, stay=Stay(leaves=at(15)))) == overlaps(DAY, ALL)[:1]
    assert overlaps(DAY, replace(ALL, stay=Stay(absent=True))) == ()


def test_nobody_is_asked_again_nor_of_what_is_over() -> None:
    found = overlaps(DAY, ALL)
    assert unsettled(found, {(2, 3)}, at(9)) == found[1:]
    assert unsettled(found, set(), at(12, 39)) == found
    assert unsettled(found, set(), at(12, 40)) == found[1:]


def test_a_new_session_in_a_settled_overlap_is_asked_about() -> None:
    third = session("nieuw", at(12), end=at(13), groups=held("europa"))
    programme = day(WWZ, SAFETY, third)
    assert len(unsettled(overlaps(programme, ALL), {(1, 2)}, at(9))) == 1


def test_moving_is_told_with_the_rooms_where_they_are_known() -> None:
    one_way = following("sociaal")
    assert moves(DAY, one_way) == (Move(BY_KEY["verplaatsing"], BY_KEY["pijler"], BY_KEY["wwz"]),)
    assert moves(DAY, ALL) == (Move(BY_KEY["verplaatsing"], BY_KEY["pijler"], None),)
    assert moves(DAY, following("europa")) == ()


def test_a_gap_names_what_else_is_on_with_the_own_pijler_first() -> None:
    lunch = session("lunch", at(12, 45), kind="lunch", end=at(13, 30))
    poor = session("armoede", at(13), end=at(13, 45), groups=held("armoede"))
    later = session("rond", at(13, 50), end=at(14, 30), groups=held("rond"))
    programme = day(PIJLER, WWZ, SAFETY, EUROPE, MOVING, lunch, later, poor)
    known = programme.session_by_key
    assert gaps(programme, following("wwz", "europa")) == (
        Gap(at(12, 40), at(15), (known["armoede"], known["lunch"], known["rond"])),
    )
    dropped = following("wwz", "europa", dropped=(known["rond"].id, known["armoede"].id))
    assert gaps(programme, dropped) == (Gap(at(12, 40), at(15), (known["lunch"],)),)


def test_ten_minutes_are_no_gap_and_after_an_open_end_nothing_is_known() -> None:
    assert gaps(day(PIJLER, WWZ), following("sociaal")) == ()
    late = session("laat", at(18), groups=held("europa"), end=at(19))
    drinks = replace(DRINKS, groups=held("europa"))
    assert gaps(day(drinks, late), following("europa")) == ()
    assert gaps(day(replace(EUROPE, end=at(16)), late), following("europa")) == (Gap(at(16), at(18)),)


def test_nothing_chosen_has_nothing_in_it() -> None:
    empty: tuple[Programme, Choices] = (DAY, Choices())
    assert (overlaps(*empty), moves(*empty), gaps(*empty)) == ((), (), ())
