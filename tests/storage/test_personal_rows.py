"""What is kept of people: how long, and that nothing of it stays where it is removed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.outbox.model import Planned
from bot.people.model import Chat, ChatKind
from bot.people.privacy import Kept
from bot.programme.model import Programme
from storage import chat_rows, choice_rows, outbox, own_day, personal

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def kept(conn: Connection, chat: Chat) -> set[str]:
    return {name for name, rows in personal.known_about(conn, chat.id).items() if rows}


def test_the_terms_are_told_as_they_are_kept() -> None:
    told = {one.table: one for one in personal.retention(14)}
    assert told["attendance"].days == told["outbox"].days == 14
    assert told["follows"] == Kept("follows", ("group_id", "since"))
    assert told["inbox"] == Kept("inbox", ("chat_key", "data", "received_at"), 6)
    assert list(told) == [one.table.name for one in personal.PERSONAL]


def test_the_term_after_an_event_is_a_setting(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    with transaction() as conn:
        own_day.attend(conn, chat.id, saved.event.id, NOW)
        choice_rows.follow(conn, chat.id, saved.groups[0].id, NOW)
        assert personal.expire(conn, NOW + timedelta(days=4), days=3) == 0
        assert personal.expire(conn, NOW + timedelta(days=5), days=3) == 1
        assert kept(conn, chat) == {"chats", "follows"}


def test_what_is_of_use_after_an_event_stays_its_term(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    """A code by mail may be about a day that was long ago."""
    later = NOW + timedelta(days=300)
    row = Planned(
        key="mail-code:1",
        kind="mail-code",
        chat_id=chat.id,
        event_id=saved.event.id,
        starts_at=later,
        due_at=later,
        expires_at=later,
    )
    with transaction() as conn:
        outbox.plan(conn, [row])
        assert personal.expire(conn, later + timedelta(days=29)) == 0
        assert personal.expire(conn, later + timedelta(days=31)) == 1


def test_who_was_forgotten_is_not_made_again_by_going_away(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        chat_rows.fall_silent(conn, channel="stage", address=chat.address)
        assert chat_rows.chat_by_id(conn, chat.id) == chat
        personal.forget(conn, chat.id)
        chat_rows.fall_silent(conn, channel=chat.channel, address=chat.address)
        _, new = chat_rows.chat_for(
            conn,
            channel=chat.channel,
            address=chat.address,
            kind=ChatKind.PRIVATE,
            telegram_language=None,
            now=NOW,
        )
    assert new
