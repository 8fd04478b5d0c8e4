"""What a change collides with, and how many it reaches through what."""

from dataclasses import replace

from question_days import HAARLEM, every_day, moment
from reminder_days import EUROPE, SAFETY, WWZ, at, day, following, person

from bot.changing.clashes import Clash, ClashKind, clashes
from bot.changing.edit import Edit, EditKind, applied
from bot.changing.reach import Bonds, Reach, Through, concerned, newly_overlapping, reach_of, touched
from bot.people.model import ChatKind, Choices, Stay
from bot.programme.changes import Change, compare
from bot.programme.model import Programme, Speaker


def found(before: Programme, *edits: Edit, now: int = 9) -> list[tuple[ClashKind, str, str]]:
    """Give what an edit collides with: the kind, the session, and the other one or who."""
    after = applied(before, edits)
    return [_plain(c) for c in clashes(before, after, compare(before, after), now=at(now))]


def _plain(clash: Clash) -> tuple[ClashKind, str, str]:
    return clash.kind, clash.session.key, clash.name or (clash.other.key if clash.other else "")


def room(key: str, slug: str) -> Edit:
    return Edit(kind=EditKind.ROOM, keys=(key,), room=slug)


def test_a_room_that_is_taken() -> None:
    assert found(day(), room("veiligheid", "zaal-3")) == [(ClashKind.ROOM, "veiligheid", "wwz")]
    assert found(day(), room("veiligheid", "zaal-2")) == []


def test_a_speaker_who_is_elsewhere_then() -> None:
    mike = (Speaker(name="Mike Vrolijk"),)
    busy = day(replace(SAFETY, speakers=mike), replace(EUROPE, speakers=mike))
    moved = Edit(kind=EditKind.TIME, keys=("europa",), start=at(12))
    assert (ClashKind.SPEAKER, "europa", "Mike Vrolijk") in found(busy, moved)
    absent = day(replace(SAFETY, speakers=(replace(mike[0], absent=True),)), replace(EUROPE, speakers=mike))
    assert found(absent, moved) == []


def test_past_the_end_of_its_slot_unless_the_whole_slot_moves_or_it_goes_to_another() -> None:
    later = Edit(kind=EditKind.LATER, keys=("veiligheid",), minutes=10)
    assert found(day(), later) == [(ClashKind.SLOT, "veiligheid", "")]
    both = Edit(kind=EditKind.LATER, keys=("veiligheid", "wwz"), minutes=10)
    assert found(day(), both) == []
    assert found(day(), Edit(kind=EditKind.TIME, keys=("veiligheid",), start=at(14))) == []


def test_what_follows_a_round_and_moves_along_moves_its_end() -> None:
    programme = every_day()[HAARLEM]

    def slots(keys: tuple[str, ...]) -> list[str]:
        after = applied(programme, [Edit(kind=EditKind.LATER, keys=keys, minutes=15)])
        found = clashes(programme, after, compare(programme, after), now=moment(programme, "9.00"))
        return [c.session.key for c in found if c.kind is ClashKind.SLOT]

    every = tuple(s.key for s in programme.sessions)
    assert slots(every) == []
    assert slots(every[1:]) == []
    assert slots(("plenaire-start",)) == ["plenaire-start"]
    assert slots(("duurzaamheid",)) == ["duurzaamheid"]


def test_what_was_moved_before_is_measured_by_the_slot_it_stands_in() -> None:
    before = applied(day(), [Edit(kind=EditKind.LATER, keys=("veiligheid",), minutes=15)])
    again = applied(before, [Edit(kind=EditKind.LATER, keys=("veiligheid",), minutes=10)])
    (clash,) = clashes(before, again, compare(before, again), now=at(9))
    assert (clash.kind, clash.until) == (ClashKind.SLOT, at(12, 40))


def test_what_is_over_or_would_have_begun_already() -> None:
    assert found(day(), room("veiligheid", "zaal-2"), now=13) == [(ClashKind.PAST, "veiligheid", "")]
    earlier = Edit(kind=EditKind.TIME, keys=("europa",), start=at(10), end=at(16))
    assert (ClashKind.PAST, "europa", "") in found(day(), earlier, now=11)


def test_each_chat_is_counted_once_through_what_is_closest() -> None:
    before = day()
    after = applied(before, [room("veiligheid", "zaal-2")])
    safety = before.session_by_key["veiligheid"].id
    group = replace(person(6), kind=ChatKind.GROUP)
    people = [
        (person(1), following("veiligheid")),
        (person(2), following(kept=(safety,))),
        (person(3), following("veiligheid", dropped=(safety,))),
        (person(4), following("wwz")),
        (person(5), Choices(stay=Stay(attends=True))),
        (group, following("veiligheid")),
        (person(7), following("veiligheid")),
        (person(8), Choices()),
    ]
    bonds = Bonds(signed_up={safety: {7}}, secretaries={safety: {8}})
    reached = concerned(touched(before, after, compare(before, after)), people, after, bonds)
    assert reach_of(reached) == Reach(
        {Through.FOLLOWS: 1, Through.KEPT: 1, Through.SIGNED_UP: 1, Through.SECRETARY: 1}, groups=1
    )


def test_what_overlaps_only_since_the_change() -> None:
    before = day()
    after = applied(before, [Edit(kind=EditKind.TIME, keys=("veiligheid",), start=at(15, 30))])
    (one,) = touched(before, after, compare(before, after))
    assert [s.key for s in newly_overlapping(one, after, following("veiligheid", "europa"))] == ["europa"]
    assert newly_overlapping(one, after, following("veiligheid")) == ()
    # What stood side by side before is no news.
    same = Change(WWZ, replace(WWZ, room="zaal-2"))
    (told,) = touched(before, before, [same])
    assert newly_overlapping(told, before, following("wwz", "veiligheid")) == ()
