from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.outbox.model import OutboxState
from bot.people.desk import DeskQuestion
from bot.people.model import Chat, ChatKind
from bot.programme.model import KeptAnswer, Programme
from storage import chat_rows, desk, outbox, personal, programme

Transaction = Callable[[], AbstractContextManager[Connection]]
NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
LOCKERS = KeptAnswer(question="zijn er kluisjes?", answer="Bij de ingang.", words=("kluisj",))


@pytest.fixture
def asked(transaction: Transaction, saved: Programme, chat: Chat) -> DeskQuestion:
    with transaction() as conn:
        return desk.offer(
            conn, chat_id=chat.id, event_id=saved.event.id, text="zijn er kluisjes?", language="nl", now=NOW
        )


@pytest.fixture
def organisers(transaction: Transaction) -> Chat:
    with transaction() as conn:
        return desk.desk_chat(conn, channel="telegram", address="-100", now=NOW)


def test_the_organisers_have_one_chat_whose_standing_stays(transaction: Transaction, organisers: Chat) -> None:
    assert (organisers.kind, organisers.language, organisers.active) == (ChatKind.GROUP, "nl", True)
    with transaction() as conn:
        chat_rows.set_active(conn, organisers.id, active=False)
        again = desk.desk_chat(conn, channel="telegram", address="-100", now=LATER)
        alone = desk.desk_chat(conn, channel="telegram", address="100", now=LATER)
    assert (again.id, again.active) == (organisers.id, False)
    assert (alone.kind, alone.id != organisers.id) == (ChatKind.PRIVATE, True)


def test_a_question_is_sent_once(
    transaction: Transaction, saved: Programme, asked: DeskQuestion, organisers: Chat
) -> None:
    with transaction() as conn:
        done = [desk.send(conn, asked, organisers, LATER) for _ in range(2)]
        (row,) = outbox.planned_for(conn, saved.event.id, "telegram")
        kept = desk.question(conn, asked.id)
    assert done == [True, False]
    assert (row.key, row.kind, row.chat_id) == (f"desk-question:{asked.id}", "desk-question", organisers.id)
    assert kept is not None
    assert (kept.text, kept.sent_at, kept.answer) == ("zijn er kluisjes?", LATER, "")


def test_each_answer_goes_out_once_and_the_last_one_stands(
    transaction: Transaction, saved: Programme, asked: DeskQuestion
) -> None:
    with transaction() as conn:
        done = [
            desk.answer(conn, asked, text, message, LATER)
            for text, message in (("Nee.", 7), ("Nee.", 7), ("Toch wel.", 9), ("Nee.", 7))
        ]
        keys = {row.key for row in outbox.planned_for(conn, saved.event.id, "telegram")}
        kept = desk.question(conn, asked.id)
    assert done == [True, False, True, False]
    assert keys == {f"desk-answer:{asked.id}:7", f"desk-answer:{asked.id}:9"}
    assert kept is not None
    assert (kept.answer, kept.answered_at, kept.answer_message_id) == ("Toch wel.", LATER, 9)


def test_a_chat_that_is_forgotten_takes_its_questions_along(transaction: Transaction, asked: DeskQuestion) -> None:
    with transaction() as conn:
        personal.forget(conn, asked.chat_id)
        assert desk.question(conn, asked.id) is None


def test_the_number_of_a_question_is_not_given_again(
    transaction: Transaction, saved: Programme, chat: Chat, asked: DeskQuestion
) -> None:
    with transaction() as conn:
        personal.expire(conn, NOW + timedelta(days=15))
        assert desk.question(conn, asked.id) is None
        other, _ = chat_rows.chat_for(
            conn, channel="telegram", address="7", kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
        )
        again = desk.offer(conn, chat_id=other.id, event_id=saved.event.id, text="wifi?", language="nl", now=NOW)
    assert again.id > asked.id
    assert again.chat_id != chat.id


def test_an_answer_that_is_kept_is_part_of_the_day(transaction: Transaction, saved: Programme) -> None:
    with transaction() as conn:
        made = desk.keep(conn, saved.event.id, LOCKERS, NOW)
        assert desk.keep(conn, saved.event.id, LOCKERS, LATER) == made
        loaded = programme.load(conn, "dag-1")
        assert loaded.kept_answers == (made,)
        assert (made.question, made.answer, made.words) == (LOCKERS.question, LOCKERS.answer, LOCKERS.words)
        assert programme.revisions(conn) == {"dag-1": saved.event.revision + 1}
        assert [desk.withdraw(conn, made.id, LATER) for _ in range(2)] == [True, False]
        assert programme.load(conn, "dag-1").kept_answers == ()
        assert programme.revisions(conn) == {"dag-1": saved.event.revision + 2}


def test_a_newer_answer_to_the_same_takes_the_place_of_the_older(transaction: Transaction, saved: Programme) -> None:
    newer = KeptAnswer(question="kluisjes?", answer="In de kelder.", words=LOCKERS.words)
    with transaction() as conn:
        desk.keep(conn, saved.event.id, LOCKERS, NOW)
        made = desk.keep(conn, saved.event.id, newer, LATER)
        assert desk.kept(conn, saved.event.id) == (made,)


def test_an_import_leaves_what_was_answered(transaction: Transaction, saved: Programme, day: Programme) -> None:
    with transaction() as conn:
        made = desk.keep(conn, saved.event.id, LOCKERS, NOW)
        programme.save(conn, day, now=LATER)
        assert programme.load(conn, "dag-1").kept_answers == (made,)


def test_what_was_planned_for_the_organisers_waits_for_its_turn(
    transaction: Transaction, asked: DeskQuestion, organisers: Chat
) -> None:
    with transaction() as conn:
        desk.send(conn, asked, organisers, NOW)
        (row,) = outbox.claim(conn, "telegram", NOW, 9, timedelta(seconds=9), NOW)
    assert (row.state, row.expires_at) == (OutboxState.SENDING, NOW + desk.OF_USE)
