from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.programme.changes import Change, Noted, netted
from bot.programme.model import Session, Text

AT = datetime(2023, 2, 10, 9, tzinfo=UTC)
ONE = Session(key="een", title=Text("Een"), kind="themagroep", start=AT, room="zaal-1")
MOVED = replace(ONE, room="zaal-2", revision=2)
TWICE = replace(ONE, room="zaal-3", revision=3)
OTHER = Session(key="twee", title=Text("Twee"), kind="themagroep", start=AT)


def noted(minutes: int, before: Session | None, after: Session | None) -> Noted:
    return Noted(AT + timedelta(minutes=minutes), Change(before, after))


def test_changes_of_one_session_are_taken_together_by_the_last_moment() -> None:
    found = netted([noted(1, ONE, MOVED), noted(2, None, OTHER), noted(3, MOVED, TWICE)])
    assert found == (noted(2, None, OTHER), noted(3, ONE, TWICE))


def test_what_came_to_nothing_is_left_out() -> None:
    back = replace(ONE, revision=3, sequence=2)
    assert netted([noted(1, ONE, MOVED), noted(2, MOVED, back)]) == ()
    assert netted([noted(1, None, OTHER), noted(2, OTHER, None)]) == ()


def test_what_left_and_came_back_otherwise_has_changed() -> None:
    assert netted([noted(1, ONE, None), noted(2, None, MOVED)]) == (noted(2, ONE, MOVED),)
    assert netted([noted(1, ONE, None)]) == (noted(1, ONE, None),)
