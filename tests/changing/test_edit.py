"""Edits of a day: what they make of it, and what they refuse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reminder_days import DRINKS, SAFETY, at, day

from bot.changing.edit import MENTIONED, Edit, EditKind, applied
from bot.changing.turning import ONLINE, WAITING, waits
from bot.errors import NothingChanges, OutsideTheDay, UnknownReference, UnknownSession
from bot.programme.changes import compare
from bot.programme.model import Session, Speaker, Status, Text

KEY = ("veiligheid",)
ONLINE_AT_TWO = {"room": None, "online": True, "start": at(14), "end": at(15)}


def edited(edit: Edit) -> Session:
    return applied(day(), [edit]).session_by_key["veiligheid"]


@pytest.mark.parametrize(
    ("edit", "facts"),
    [
        (Edit(kind=EditKind.ROOM, keys=KEY, room="zaal-2"), {"room": "zaal-2"}),
        (Edit(kind=EditKind.TIME, keys=KEY, start=at(12)), {"start": at(12), "end": at(13)}),
        (Edit(kind=EditKind.TIME, keys=KEY, end=at(13)), {"end": at(13)}),
        (Edit(kind=EditKind.LATER, keys=KEY, minutes=-5), {"start": at(11, 35), "end": at(12, 35)}),
        (Edit(kind=EditKind.OFF, keys=KEY), {"status": Status.CANCELLED}),
        (
            Edit(kind=EditKind.ONLINE, keys=KEY, start=at(14)),
            {"room": None, "online": True, "start": at(14), "end": at(15)},
        ),
    ],
)
def test_an_edit_changes_what_it_says_and_nothing_else(edit: Edit, facts: dict[str, object]) -> None:
    before = day()
    after = applied(before, [edit])
    assert [change.key for change in compare(before, after)] == ["veiligheid"]
    assert after.session_by_key["veiligheid"] == replace(before.session_by_key["veiligheid"], **facts)


def test_a_room_that_was_chosen_is_no_reading_of_a_table() -> None:
    read = day(replace(SAFETY, room_certain=False, room_note=Text("Gelezen.")))
    after = applied(read, [Edit(kind=EditKind.ROOM, keys=KEY, room="zaal-2")]).session_by_key["veiligheid"]
    assert (after.room_certain, after.room_note) == (True, Text())


def test_two_sessions_change_rooms() -> None:
    after = applied(day(), [Edit(kind=EditKind.SWAP, keys=("veiligheid", "wwz"))])
    assert (after.session_by_key["veiligheid"].room, after.session_by_key["wwz"].room) == ("zaal-3", "zaal-5")


def test_who_cannot_come_is_marked_and_who_comes_instead_has_the_same_part() -> None:
    mike = Speaker(name="Mike Vrolijk", part="presentation")
    before = day(replace(SAFETY, speakers=(mike,)))
    edit = Edit(kind=EditKind.SPEAKER, keys=KEY, name="Mike Vrolijk", instead="Joeri Vig")
    after = applied(before, [edit]).session_by_key["veiligheid"]
    assert after.speakers == (replace(mike, absent=True), Speaker(name="Joeri Vig", part="presentation"))


def test_who_was_marked_comes_after_all_and_one_more_comes_besides() -> None:
    mike = Speaker(name="Mike Vrolijk", part="presentation", absent=True)
    before = day(replace(SAFETY, speakers=(mike, Speaker(name="Joeri Vig", part=MENTIONED))))
    edits = [Edit(kind=EditKind.COMES, keys=KEY, name=name) for name in ("Mike Vrolijk", "Joeri Vig", "Els Visser")]
    after = applied(before, edits).session_by_key["veiligheid"]
    assert after.speakers == (replace(mike, absent=False), Speaker(name="Joeri Vig"), Speaker(name="Els Visser"))
    with pytest.raises(NothingChanges):
        applied(applied(before, edits), edits)


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (Edit(kind=EditKind.ROOM, keys=KEY, room="zaal-9"), UnknownReference),
        (Edit(kind=EditKind.OFF, keys=("niets",)), UnknownSession),
        (Edit(kind=EditKind.TIME, keys=KEY, end=at(11)), OutsideTheDay),
        (Edit(kind=EditKind.LATER, keys=KEY, minutes=24 * 60), OutsideTheDay),
        (Edit(kind=EditKind.ROOM, keys=KEY, room="zaal-5"), NothingChanges),
        (Edit(kind=EditKind.RESTORE, keys=KEY, before=replace(SAFETY, room="zaal-9")), UnknownReference),
    ],
)
def test_what_cannot_be_is_refused(edit: Edit, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        applied(day(), [edit])


def test_taking_back_leaves_what_others_changed_since() -> None:
    moved = applied(day(), [Edit(kind=EditKind.ROOM, keys=KEY, room="zaal-2")])
    later = applied(moved, [Edit(kind=EditKind.LATER, keys=KEY, minutes=10)])
    was = day().session_by_key["veiligheid"]
    back = applied(later, [Edit(kind=EditKind.RESTORE, keys=KEY, before=was, fields=("room",))])
    found = back.session_by_key["veiligheid"]
    assert (found.room, found.start) == ("zaal-5", at(11, 50))


def test_when_the_day_turns_meetings_wait_and_the_rest_is_off() -> None:
    after = applied(day(), [Edit(kind=EditKind.DAY_ONLINE)])
    assert after.event.situation == ONLINE
    assert {s.key for s in after.sessions if waits(s)} == {"pijler", "wwz", "veiligheid", "gesprek", "europa"}
    assert {s.key for s in after.sessions if not s.goes_ahead} == {"verplaatsing", DRINKS.key}
    assert {(s.room, s.online, s.status_note) for s in after.sessions if waits(s)} == {(None, False, WAITING)}
    with pytest.raises(NothingChanges):
        applied(after, [Edit(kind=EditKind.DAY_ONLINE)])


@given(st.integers(min_value=-120, max_value=120).filter(bool))
def test_later_and_as_much_earlier_is_as_it_was(minutes: int) -> None:
    there = applied(day(), [Edit(kind=EditKind.LATER, keys=KEY, minutes=minutes)])
    back = applied(there, [Edit(kind=EditKind.LATER, keys=KEY, minutes=-minutes)])
    assert back == day()
    assert there.session_by_key["veiligheid"].start - SAFETY.start == timedelta(minutes=minutes)
