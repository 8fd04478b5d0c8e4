from dataclasses import replace
from datetime import timedelta

from pictured_days import START, day, session

from bot.picture.marks import Marks, news, news_since
from bot.programme.changes import Change
from bot.programme.model import Text

A, B = session("a"), session("b")


def test_what_was_moved_is_changed_and_what_was_added_is_new() -> None:
    moved = replace(A, start=START + timedelta(minutes=5))
    changes = [(2, Change(A, moved)), (3, Change(None, B)), (4, Change(session("gone"), None))]
    assert news(day(moved, B), changes) == Marks(changed=frozenset("a"), new=frozenset("b"))


def test_the_first_import_is_no_news() -> None:
    assert news(day(A, B), [(1, Change(None, A)), (1, Change(None, B))]) == Marks()


def test_what_was_moved_and_moved_back_has_not_changed() -> None:
    moved = replace(A, room="x")
    assert news(day(A), [(2, Change(A, moved)), (3, Change(moved, A))]) == Marks()


def test_another_title_is_no_change_that_one_must_walk_for() -> None:
    renamed = replace(A, title=Text("Anders"))
    assert news(day(renamed), [(2, Change(A, renamed))]) == Marks()


def test_news_begins_at_midnight_the_day_before() -> None:
    assert news_since(day(A)).isoformat() == "2030-04-30T00:00:00+02:00"
