from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.outbox import letters
from bot.outbox.model import OutboxState
from bot.people.mailing import TRIES, Mailbox, Pending, Tried
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme
from storage import chat_rows, mailboxes, outbox, personal

Transaction = Callable[[], AbstractContextManager[Connection]]

NOW = datetime(2023, 2, 10, 8, tzinfo=UTC)
VALID = timedelta(minutes=15)
JAN = "jan@stad.example"


@pytest.fixture
def other(transaction: Transaction) -> Chat:
    with transaction() as conn:
        return arrive(conn, "2")


def arrive(conn: Connection, address: str, channel: str = "telegram") -> Chat:
    made, _ = chat_rows.chat_for(
        conn, channel=channel, address=address, kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
    )
    return made


def make(conn: Connection, chat: Chat, address: str = JAN, code: str = "123456", now: datetime = NOW) -> int | None:
    made = mailboxes.make_code(conn, chat, channel="mail", address=address, code=code, now=now)
    return None if made is None else made.id


def type_in(conn: Connection, chat: Chat, code: str, now: datetime = NOW) -> Tried | None:
    return mailboxes.try_code(conn, chat.id, code, since=now - VALID, now=now)


def test_the_right_code_makes_the_address_theirs(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        made = make(conn, chat)
        assert made is not None
        assert mailboxes.pending(conn, chat.id, since=NOW - VALID) == Pending(made, NOW, JAN)
        assert (mailboxes.code_with(conn, made), mailboxes.asker(conn, made)) == ("123456", chat.id)
        assert mailboxes.address_of_code(conn, made) == JAN
        assert mailboxes.mailbox_of(conn, chat.id) is None
        assert type_in(conn, chat, "123456") is Tried.RIGHT
        box = mailboxes.mailbox_of(conn, chat.id)
        assert box is not None
        assert box == Mailbox(Chat(id=box.mail.id, channel="mail", address=JAN), chat.id, NOW)
        assert mailboxes.mailbox_at(conn, box.mail.id) == box
        assert mailboxes.all_mailboxes(conn, "mail") == (box,)
        assert mailboxes.all_mailboxes(conn, "mail-stage") == ()
        # Used once; and the message with it is of no use any more.
        assert type_in(conn, chat, "123456") is None
        assert mailboxes.code_with(conn, made) is None
        assert mailboxes.pending(conn, chat.id, since=NOW - VALID) is None


def test_a_code_is_of_its_own_chat_and_of_a_quarter_of_an_hour(
    transaction: Transaction, chat: Chat, other: Chat
) -> None:
    with transaction() as conn:
        make(conn, chat)
        assert type_in(conn, other, "123456") is None
        assert type_in(conn, chat, "123456", now=NOW + VALID) is None
        assert type_in(conn, chat, "123456", now=NOW + VALID - timedelta(seconds=1)) is Tried.RIGHT


def test_after_five_tries_a_new_code_is_needed(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        make(conn, chat)
        assert [type_in(conn, chat, "000000") for _ in range(TRIES + 1)] == [Tried.WRONG] * 4 + [Tried.WORN, None]
        assert type_in(conn, chat, "123456") is None
        make(conn, chat, code="654321")
        assert type_in(conn, chat, "123456") is Tried.WRONG
        assert type_in(conn, chat, "654321") is Tried.RIGHT


def test_three_codes_an_hour_for_a_chat_and_to_an_address(transaction: Transaction, chat: Chat, other: Chat) -> None:
    with transaction() as conn:
        given = [make(conn, chat, address) for address in ("a@stad.example", "b@stad.example", JAN, JAN)]
        assert [number is not None for number in given] == [True, True, True, False]
        assert [make(conn, other) is not None for _ in range(3)] == [True, True, False]
        later = NOW + timedelta(hours=1)
        assert make(conn, chat, now=later) is not None
        elsewhere = mailboxes.make_code(conn, other, channel="mail-stage", address=JAN, code="1", now=later)
        assert elsewhere is not None


def test_an_address_is_of_who_showed_it_last_and_a_chat_has_one(
    transaction: Transaction, chat: Chat, other: Chat
) -> None:
    with transaction() as conn:
        make(conn, chat)
        type_in(conn, chat, "123456")
        make(conn, other)
        type_in(conn, other, "123456")
        assert mailboxes.mailbox_of(conn, chat.id) is None
        assert [box.chat_id for box in mailboxes.all_mailboxes(conn, "mail")] == [other.id]
        make(conn, other, "nieuw@stad.example")
        type_in(conn, other, "123456")
        assert [box.mail.address for box in mailboxes.all_mailboxes(conn, "mail")] == ["nieuw@stad.example"]
        assert [row["address"] for row in personal.known_about(conn, other.id)["chats"]] == ["2", "nieuw@stad.example"]


def test_stopping_forgets_the_address_and_what_was_sent_there(
    transaction: Transaction, chat: Chat, saved: Programme
) -> None:
    with transaction() as conn:
        assert mailboxes.disconnect(conn, chat.id) is None
        made = mailboxes.make_code(conn, chat, channel="mail", address=JAN, code="123456", now=NOW)
        assert made is not None
        outbox.plan(conn, [letters.planned_code(made.id, made.mail_chat_id, saved.event, NOW, speed=1)])
        type_in(conn, chat, "123456")
        assert mailboxes.disconnect(conn, chat.id) == JAN
        assert mailboxes.mailbox_of(conn, chat.id) is None
        assert chat_rows.chat_by_id(conn, made.mail_chat_id) is None
        assert outbox.counts(conn, saved.event.id) == {}
        assert chat_rows.chat_by_id(conn, chat.id) is not None


def test_who_is_forgotten_leaves_no_address(transaction: Transaction, chat: Chat, other: Chat) -> None:
    with transaction() as conn:
        make(conn, other, "van-een-ander@stad.example")
        type_in(conn, other, "123456")
        make(conn, chat, "van-een-ander@stad.example")
        make(conn, chat, "getypt@stad.example")
        make(conn, chat)
        type_in(conn, chat, "123456")
        personal.forget(conn, chat.id)
        # An address that somebody else showed to be theirs is not this person's to forget.
        assert [box.chat_id for box in mailboxes.all_mailboxes(conn, "mail")] == [other.id]
        assert arrive(conn, JAN, "mail").id > other.id
        assert [r["address"] for r in personal.known_about(conn, other.id)["chats"]] == [
            "2",
            "van-een-ander@stad.example",
        ]


def test_being_asked_for_an_address_is_kept_for_a_while(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        mailboxes.ask_address(conn, chat.id, NOW)
        asked = mailboxes.pending(conn, chat.id, since=NOW - VALID)
        assert asked is not None
        assert asked.address == ""
        assert mailboxes.pending(conn, chat.id, since=NOW) is None
        assert type_in(conn, chat, "") is None
        mailboxes.drop_pending(conn, chat.id)
        assert mailboxes.pending(conn, chat.id, since=NOW - VALID) is None


def test_refusals_are_counted_in_a_row(transaction: Transaction, chat: Chat) -> None:
    with transaction() as conn:
        make(conn, chat)
        type_in(conn, chat, "123456")
        (box,) = mailboxes.all_mailboxes(conn, "mail")
        assert [mailboxes.refused(conn, box.mail.id) for _ in range(2)] == [1, 2]
        mailboxes.accepted(conn, box.mail.id)
        assert mailboxes.refused(conn, box.mail.id) == 1
        assert mailboxes.refused(conn, chat.id) == 0


def test_shown_again_everything_is_tried_anew(transaction: Transaction, chat: Chat, saved: Programme) -> None:
    with transaction() as conn:
        made = mailboxes.make_code(conn, chat, channel="mail", address=JAN, code="123456", now=NOW)
        assert made is not None
        type_in(conn, chat, "123456")
        plan = letters.planned_code(made.id, made.mail_chat_id, saved.event, NOW, speed=1)
        outbox.plan(conn, [plan])
        (row,) = outbox.claim(conn, "mail", NOW, 5, VALID, NOW)
        outbox.fail(conn, row.id, "550 no")
        mailboxes.refused(conn, made.mail_chat_id)
        chat_rows.set_active(conn, made.mail_chat_id, active=False)
        assert mailboxes.all_mailboxes(conn, "mail") == ()
        make(conn, chat)
        type_in(conn, chat, "123456", now=NOW + timedelta(minutes=1))
        (box,) = mailboxes.all_mailboxes(conn, "mail")
        assert (box.refused, box.since) == (0, NOW + timedelta(minutes=1))
        assert outbox.plan(conn, [plan]) == 1
        assert outbox.counts(conn, saved.event.id) == {OutboxState.PLANNED: 1}


def test_an_address_nobody_showed_goes_and_one_in_use_stays(transaction: Transaction, chat: Chat, other: Chat) -> None:
    with transaction() as conn:
        make(conn, chat)
        type_in(conn, chat, "123456")
        make(conn, other, "onbekend@stad.example")
        later = NOW + timedelta(days=2)
        assert mailboxes.forget_strangers(conn, NOW + timedelta(hours=1), term=personal.CODES) == 0
        personal.expire(conn, later)
        assert mailboxes.forget_strangers(conn, later, term=personal.CODES) == 1
        assert [box.mail.address for box in mailboxes.all_mailboxes(conn, "mail")] == [JAN]
        # As long as its owner is seen now and then, an address is in use.
        chat_rows.chat_for(
            conn,
            channel="telegram",
            address=chat.address,
            kind=ChatKind.PRIVATE,
            telegram_language=None,
            now=NOW + timedelta(days=700),
        )
        personal.expire(conn, NOW + timedelta(days=800))
        assert len(mailboxes.all_mailboxes(conn, "mail")) == 1
        personal.expire(conn, NOW + timedelta(days=1500))
        mailboxes.forget_strangers(conn, NOW + timedelta(days=1500), term=personal.CODES)
        assert personal.known_about(conn, chat.id)["chats"] == ()
        assert mailboxes.all_mailboxes(conn, "mail") == ()
