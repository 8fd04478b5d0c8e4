from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy import Connection

from storage import inbox
from storage.inbox import InboxRow

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def row(update_id: int, *, bot: int = 1, attempts: int = 0) -> InboxRow:
    return InboxRow(bot=bot, update_id=update_id, chat_key="7", data=f'{{"update_id": {update_id}}}', attempts=attempts)


def store(conn: Connection, *update_ids: int, bot: int = 1, now: datetime = NOW) -> int:
    return inbox.store(conn, bot, [(one, "7", f'{{"update_id": {one}}}') for one in update_ids], now)


def test_updates_wait_in_telegrams_order(transaction: Transaction) -> None:
    with transaction() as conn:
        assert store(conn, 12, 11) == 2
        assert store(conn, 10**15) == 1
        assert inbox.waiting(conn, 1) == (row(11), row(12), row(10**15))


def test_an_update_that_comes_again_is_ignored(transaction: Transaction) -> None:
    with transaction() as conn:
        store(conn, 11, 12)
        inbox.handled(conn, 1, 11, NOW)
        assert (
            inbox.store(conn, 1, [(11, "8", "anders"), (12, "8", "anders"), (13, "7", '{"update_id": 13}')], NOW) == 1
        )
        assert inbox.waiting(conn, 1) == (row(12), row(13))
        assert store(conn) == 0


def test_a_second_bot_counts_from_elsewhere(transaction: Transaction) -> None:
    with transaction() as conn:
        store(conn, 11)
        assert store(conn, 11, bot=2) == 1
        inbox.handled(conn, 1, 11, NOW)
        assert (inbox.waiting(conn, 1), inbox.waiting(conn, 2)) == ((), (row(11, bot=2),))


def test_three_starts_and_no_more(transaction: Transaction) -> None:
    with transaction() as conn:
        store(conn, 11, 12)
        for attempts in range(inbox.ATTEMPTS):
            assert inbox.waiting(conn, 1) == (row(11, attempts=attempts), row(12))
            inbox.started(conn, 1, 11)
        assert inbox.waiting(conn, 1) == (row(12),)
        assert inbox.stuck(conn, 1) == (row(11, attempts=3),)
        assert inbox.stuck(conn, 2) == ()
        inbox.gave_up(conn, 1, 11, NOW)
        assert inbox.stuck(conn, 1) == ()


def test_giving_up_ends_the_wait(transaction: Transaction) -> None:
    with transaction() as conn:
        store(conn, 11, 12)
        inbox.gave_up(conn, 1, 11, NOW)
        assert inbox.waiting(conn, 1) == (row(12),)
