from checked_days import at, day, session, speaker

from bot.checking.competing import better_slot, competing
from bot.programme.model import Programme, Status


def crowd(*pairs: tuple[int, range]) -> dict[int, frozenset[int]]:
    return {number: frozenset(people) for number, people in pairs}


def three(**facts: object) -> Programme:
    """Wonen and Veiligheid at ten, something else at eleven in the first room."""
    return day(
        session("wonen", at(10)),
        session("veiligheid", at(10), room="zaal-2"),
        session("europa", at(11), **facts),
    )


def test_what_the_same_people_follow_at_the_same_time_competes() -> None:
    (pair,) = competing(three(), crowd((1, range(10)), (2, range(6, 12)), (3, range(20, 30))))
    assert ([s.key for s in pair.sessions], pair.people, pair.start) == (["wonen", "veiligheid"], 4, at(10))
    offer = pair.proposal
    assert offer is not None
    # The one that fewer people follow moves, in the room that is free then.
    assert (offer.session.key, offer.start, offer.end, offer.room, offer.busy) == (
        "veiligheid",
        at(11),
        at(12),
        "zaal-2",
        0,
    )


def test_a_pair_that_fewer_than_three_people_follow_is_not_told_of() -> None:
    assert competing(three(), crowd((1, range(10)), (2, range(8, 12)))) == ()
    assert competing(three(), {}) == ()


def test_most_people_first() -> None:
    whole = day(
        session("wonen", at(10)), session("veiligheid", at(10), room="zaal-2"), session("europa", at(10), room=None)
    )
    found = competing(whole, crowd((1, range(10)), (2, range(4)), (3, range(10))))
    assert [pair.people for pair in found] == [10, 4, 4]


def test_a_slot_in_which_one_of_them_has_something_else_is_no_better() -> None:
    (pair,) = competing(three(), crowd((1, range(10)), (2, range(6, 12)), (3, range(9, 30))))
    assert pair.proposal is None


def test_a_slot_without_a_free_room_is_no_better_unless_it_is_online() -> None:
    whole = day(
        session("wonen", at(10)),
        session("veiligheid", at(10), room=None, online=True),
        session("europa", at(11)),
        session("fysiek", at(11), room="zaal-2"),
    )
    people = crowd((1, range(10)), (2, range(10)))
    assert better_slot(whole, people, whole.session_by_key["wonen"], whole.session_by_key["veiligheid"]) is None
    offer = better_slot(whole, people, whole.session_by_key["veiligheid"], whole.session_by_key["wonen"])
    assert offer is not None
    assert (offer.start, offer.room) == (at(11), None)


def test_a_speaker_who_is_elsewhere_or_what_all_attend_keeps_a_slot_away() -> None:
    cor = (speaker("Cor"),)
    for facts in ({"speakers": cor}, {"open_to_all": True}, {"kind": "plenary"}):
        whole = day(
            session("wonen", at(10), speakers=cor),
            session("veiligheid", at(10), room="zaal-2"),
            session("europa", at(11), **facts),
        )
        people = crowd((1, range(10)), (2, range(10)))
        assert better_slot(whole, people, whole.session_by_key["wonen"], whole.session_by_key["veiligheid"]) is None


def test_a_session_longer_than_the_slot_or_without_an_end_stays_where_it_is() -> None:
    for minutes in (90, None):
        whole = day(
            session("wonen", at(10), minutes=minutes),
            session("veiligheid", at(10), room="zaal-2"),
            session("x", at(12)),
        )
        people = crowd((1, range(10)), (2, range(10)))
        assert better_slot(whole, people, whole.session_by_key["wonen"], whole.session_by_key["veiligheid"]) is None


def test_what_is_off_competes_with_nothing() -> None:
    whole = day(session("wonen", at(10)), session("veiligheid", at(10), status=Status.CANCELLED))
    assert competing(whole, crowd((1, range(10)), (2, range(10)))) == ()
