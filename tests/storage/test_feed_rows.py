"""Secret addresses: one a chat, renewable, gone with the chat."""

import logging
import string
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from bot.people.model import Chat, ChatKind, Choices
from bot.programme.model import Programme
from storage import chat_rows, choice_rows, feeds, personal
from storage.database import Database
from storage.tables import feeds as feed_table

NOW = datetime(2023, 2, 10, 9, 0, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def another(conn: Connection) -> Chat:
    made, _ = chat_rows.chat_for(
        conn, channel="telegram", address="2", kind=ChatKind.PRIVATE, telegram_language="en", now=NOW
    )
    return made


def test_a_chat_has_one_address_and_another_chat_another(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        first = feeds.feed_for(conn, chat.id, NOW)
        again = feeds.feed_for(conn, chat.id, NOW + timedelta(days=1))
        others = feeds.feed_for(conn, another(conn).id, NOW)
    assert first == again
    assert len({first.secret, others.secret}) == 2
    assert len(first.secret) == 32
    assert set(first.secret) <= set(string.ascii_letters + string.digits + "-_")


def test_it_opens_what_the_chat_chose_on_all_days(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    group, session = saved.groups[2], saved.sessions[0]
    with transaction() as conn:
        feed = feeds.feed_for(conn, chat.id, NOW)
        assert feeds.open_feed(conn, feed.secret) == feeds.Opened(chat, Choices())
        choice_rows.follow(conn, chat.id, group.id, NOW)
        choice_rows.keep(conn, chat.id, session.id, kept=False)
        other = another(conn)
        choice_rows.follow(conn, other.id, saved.groups[0].id, NOW)
        chosen = Choices(followed=frozenset({group.id}), dropped=frozenset({session.id}))
        assert feeds.open_feed(conn, feed.secret) == feeds.Opened(chat, chosen)
        assert feeds.open_feed(conn, feed.secret.swapcase()) is None
        assert feeds.open_feed(conn, "") is None


def test_a_renewed_address_opens_nothing_and_is_known_as_such(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        old = feeds.feed_for(conn, chat.id, NOW)
        new = feeds.renew(conn, chat.id, old.id, NOW)
        assert old.secret != new.secret
        assert feeds.open_feed(conn, old.secret) is None
        assert feeds.open_feed(conn, new.secret) == feeds.Opened(chat, Choices())
        known = [feeds.is_renewed(conn, secret) for secret in (old.secret, new.secret, "never")]
        assert known == [True, False, False]


def test_renewing_by_the_same_button_again_or_by_anothers_changes_nothing(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        old = feeds.feed_for(conn, chat.id, NOW)
        new = feeds.renew(conn, chat.id, old.id, NOW)
        assert feeds.renew(conn, chat.id, old.id, NOW) == new
        others = feeds.feed_for(conn, another(conn).id, NOW)
        assert feeds.renew(conn, chat.id, others.id, NOW) == new
        assert feeds.open_feed(conn, others.secret) is not None


def test_the_database_itself_keeps_it_to_one(transaction: Transaction, chat: Chat) -> None:
    second = sa.insert(feed_table).values(chat_id=chat.id, secret="another", since=NOW)
    with transaction() as conn:
        feeds.feed_for(conn, chat.id, NOW)
    with pytest.raises(IntegrityError), transaction() as conn:
        conn.execute(second)


def test_forgetting_takes_the_address_and_those_before_it(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        old = feeds.feed_for(conn, chat.id, NOW)
        new = feeds.renew(conn, chat.id, old.id, NOW)
        personal.forget(conn, chat.id)
        assert [feeds.open_feed(conn, s) for s in (old.secret, new.secret)] == [None, None]
        assert not feeds.is_renewed(conn, old.secret)


def test_only_an_address_that_was_renewed_passes_its_term(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        old = feeds.feed_for(conn, chat.id, NOW)
        new = feeds.renew(conn, chat.id, old.id, NOW)
        conn.execute(sa.update(feed_table).values(since=NOW - 2 * personal.SILENCE))
        chat_rows.chat_for(
            conn,
            channel=chat.channel,
            address=chat.address,
            kind=chat.kind,
            telegram_language=None,
            now=NOW + personal.SILENCE,
        )
        personal.expire(conn, NOW + personal.SILENCE + timedelta(days=1))
        assert feeds.open_feed(conn, new.secret) is not None
        assert not feeds.is_renewed(conn, old.secret)


async def test_an_error_of_the_database_does_not_tell_the_secret(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    secret = str(NOW)  # not written out, as a traceback shows the lines of this file

    def fail(conn: Connection) -> None:
        conn.execute(sa.text("SELECT nothing FROM nowhere WHERE secret = :secret"), {"secret": secret})

    with caplog.at_level(logging.DEBUG):
        with pytest.raises(sa.exc.SQLAlchemyError) as caught:
            await database.read(fail)
        logging.getLogger("x").error("failed", exc_info=caught.value)
    assert "nowhere" in caplog.text
    assert secret not in caplog.text
