"""Files that Telegram has: by what is in them, for each bot."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy import Connection

from storage import sent_files

NOW = datetime(2023, 2, 10, 9, 0, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def test_a_file_is_known_to_the_bot_that_sent_it(transaction: Transaction) -> None:
    with transaction() as conn:
        sent_files.keep(conn, 7, "a", "first", NOW)
        sent_files.keep(conn, 8, "a", "others", NOW)
    with transaction() as conn:
        found = [sent_files.file_id(conn, bot, key) for bot, key in ((7, "a"), (8, "a"), (7, "b"))]
    assert found == ["first", "others", None]


def test_a_file_that_was_made_anew_takes_the_place_of_the_old_one(transaction: Transaction) -> None:
    with transaction() as conn:
        sent_files.keep(conn, 2**40, "a", "first", NOW)
        sent_files.keep(conn, 2**40, "a", "second", NOW)
        assert sent_files.file_id(conn, 2**40, "a") == "second"


def test_what_was_not_sent_for_long_goes(transaction: Transaction) -> None:
    with transaction() as conn:
        sent_files.keep(conn, 7, "old", "first", NOW)
        sent_files.keep(conn, 7, "fresh", "second", NOW + sent_files.TERM)
        assert sent_files.file_id(conn, 7, "old") == "first"
        sent_files.keep(conn, 7, "new", "third", NOW + sent_files.TERM * 1.5)
        assert [sent_files.file_id(conn, 7, key) for key in ("old", "fresh", "new")] == [None, "second", "third"]
