from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.broadcasting.model import OF_USE, Audience, Broadcast, Content, Count, Media, Standing
from bot.outbox.broadcasts import EDIT, MESSAGE, PROGRESS, REMOVAL, TEST
from bot.outbox.model import OutboxRow, OutboxState
from bot.people.access import Role
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme
from storage import broadcast_rows, broadcasts, chat_rows, outbox, pauses, personal
from storage.tables import outbox as rows

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
REAL = datetime(2026, 6, 1, 12, tzinfo=UTC)
LEASE = timedelta(seconds=30)
Transaction = Callable[[], AbstractContextManager[Connection]]


def draft(conn: Connection, day: Programme, author: Chat, text: str = "Let op", **facts: object) -> Broadcast:
    return broadcasts.add(
        conn,
        event_id=day.event.id,
        chat_id=author.id,
        speaking=(Role.SECRETARY, "wonen"),
        content=Content(text),
        now=NOW,
        **facts,  # type: ignore[arg-type]
    )


@pytest.fixture
def readers(transaction: Transaction) -> list[int]:
    """Three chats that get it."""
    with transaction() as conn:
        return [
            chat_rows.chat_for(
                conn,
                channel="telegram",
                address=str(number),
                kind=ChatKind.PRIVATE,
                telegram_language="nl",
                now=NOW,
            )[0].id
            for number in range(1, 4)
        ]


def claim(conn: Connection, *kinds: str) -> list[OutboxRow]:
    claimed = outbox.claim(conn, "telegram", NOW, 100, LEASE, REAL)
    return [row for row in claimed if row.kind in kinds]


def arrive(conn: Connection, wanted: list[OutboxRow], edition: int = 1) -> None:
    for row in wanted:
        outbox.sent(conn, row.id, 100 + row.id, NOW, told=edition)


def test_a_draft_is_kept_whole_and_every_change_is_a_new_edition(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    with transaction() as conn:
        made = draft(conn, saved, chat, audience=Audience.GROUPS, group_ids=(3, 4))
        assert broadcasts.find(conn, made.id) == made
        assert (made.role, made.group, made.group_ids, made.edition) == (Role.SECRETARY, "wonen", (3, 4), 1)
        content = Content("Ander", Media.PHOTO, "AgAC")
        assert broadcasts.set_content(conn, made.id, content).content == content
        to = broadcasts.set_audience(conn, made.id, Audience.ALL, (), (Role.ORGANISER, ""))
        assert (to.audience, to.group_ids, to.role, to.edition) == (Audience.ALL, (), Role.ORGANISER, 3)
        assert broadcasts.set_time(conn, made.id, NOW).edition == 4
        now = broadcasts.find(conn, made.id)
        correction = draft(conn, saved, chat, corrects=now)
        assert (correction.corrects, correction.seen) == (made.id, 4)
        again = broadcasts.set_content(conn, correction.id, content, corrects=broadcasts.set_time(conn, made.id, NOW))
        assert (again.corrects, again.seen) == (made.id, 5)
        assert broadcasts.find(conn, 10**6) is None
        personal.forget(conn, chat.id)
        assert broadcasts.find(conn, made.id) is None


def test_sending_plans_a_row_for_each_and_tells_the_author(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        made = broadcasts.set_time(conn, draft(conn, saved, chat).id, NOW)
        quiet = broadcasts.set_silent(conn, made.id, silent=True)
        assert quiet.edition == made.edition + 1
        sent = broadcast_rows.start(conn, quiet, readers, now=NOW)
        assert (sent.standing, sent.edition, sent.sent_at) == (Standing.GOING, 1, NOW)
        planned = claim(conn, MESSAGE)
        assert [row.key for row in planned] == [f"broadcast:{sent.id}:1:{reader}" for reader in readers]
        assert {(row.silent, row.expires_at, row.priority) for row in planned} == {(True, NOW + OF_USE, 7)}
        assert broadcasts.last_of(conn, chat.id, saved.event.id) == sent
        assert broadcasts.lively(conn, "telegram", NOW - OF_USE) == (sent,)
        assert broadcasts.lively(conn, "stage", NOW - OF_USE) == ()


def test_the_tally_tells_what_became_of_each(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        sent = broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        other = broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        assert broadcast_rows.tally(conn, sent).messages == Count(waiting=3)
        first, second, third, *rest = claim(conn, MESSAGE)
        arrive(conn, [first])
        outbox.fail(conn, second.id, f"{outbox.BLOCKED}bot was blocked")
        outbox.fail(conn, third.id, "no rights")
        assert broadcast_rows.tally(conn, sent).messages == Count(arrived=1, blocked=1, failed=(("no rights", 1),))
        outbox.skip(conn, rest[0].id, "expired")
        outbox.unknown(conn, rest[1].id)
        outbox.skip(conn, rest[2].id, "stopped")
        assert broadcast_rows.tally(conn, other).messages == Count(late=1, waiting=1, withdrawn=1)
        for _ in range(outbox.REPEATS_TO_MANY):
            outbox.unknown(conn, rest[1].id)
        assert broadcast_rows.tally(conn, other).messages == Count(late=1, unsure=1, withdrawn=1)


def test_a_correction_changes_what_arrived_now_or_a_moment_later(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        sent = broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        first, second, _third = claim(conn, MESSAGE)
        arrive(conn, [first])
        going = broadcast_rows.correct(conn, sent, Content("Beter"), now=NOW, anew=False)
        (edit,) = claim(conn, EDIT)
        assert edit.key == f"broadcast-edit:{sent.id}:2:{first.id}"
        assert broadcast_rows.message_id(conn, first.id) == 100 + first.id
        assert broadcast_rows.plan_edits(conn, going, NOW) == 0
        # This one was under way with the old text, the next with the new one.
        arrive(conn, [second])
        assert broadcast_rows.plan_edits(conn, going, NOW) == 1
        arrive(conn, [_third], edition=2)
        assert broadcast_rows.plan_edits(conn, going, NOW) == 0
        arrive(conn, [edit], edition=2)
        broadcast_rows.corrected(conn, first.id, 2)
        assert broadcast_rows.tally(conn, going).edits == Count(arrived=1, waiting=1)


def test_a_correction_anew_goes_to_who_has_it_or_may_have_it(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        sent = broadcast_rows.start(conn, draft(conn, saved, chat), readers[:2], now=NOW)
        first, second = claim(conn, MESSAGE)
        arrive(conn, [first])
        outbox.fail(conn, second.id, "no rights")
        broadcast_rows.correct(conn, sent, Content("Beter"), now=NOW, anew=True)
        assert [row.chat_id for row in claim(conn, MESSAGE)] == [first.chat_id]
        # A file takes the place of a text.
        other = broadcast_rows.correct(conn, sent, Content("", Media.PHOTO, "AgAC"), now=NOW, anew=False)
        assert broadcast_rows.tally(conn, other).edits == Count(waiting=1)


def test_stopping_and_withdrawing(transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]) -> None:
    with transaction() as conn:
        sent = broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        (first,) = [row for row in outbox.claim(conn, "telegram", NOW, 2, LEASE, REAL) if row.kind == MESSAGE]
        stopped = broadcast_rows.stop(conn, sent, NOW)
        assert broadcast_rows.tally(conn, stopped).messages == Count(waiting=1, withdrawn=2)
        gone = broadcast_rows.withdraw(conn, stopped, NOW)
        assert broadcast_rows.plan_removals(conn, gone, NOW) == 0
        arrive(conn, [first])
        assert broadcast_rows.plan_removals(conn, gone, NOW) == 1
        assert broadcast_rows.plan_removals(conn, gone, NOW) == 0
        (removal,) = claim(conn, REMOVAL)
        assert removal.key == f"broadcast-removal:{sent.id}:{first.id}"


def test_the_author_is_told_in_one_message_for_each_edition(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        sent = broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        (told,) = claim(conn, PROGRESS)
        assert not broadcast_rows.tell(conn, sent, NOW)
        arrive(conn, [told])
        assert broadcast_rows.tell(conn, sent, NOW)
        (again,) = claim(conn, PROGRESS)
        assert (again.id, again.message_id, again.priority) == (told.id, 100 + told.id, 1)
        broadcast_rows.correct(conn, sent, Content("Beter"), now=NOW, anew=False)
        (another,) = claim(conn, PROGRESS)
        assert another.message_id is None
        broadcast_rows.try_out(conn, sent, 1, NOW)
        (test,) = claim(conn, TEST)
        assert test.chat_id == chat.id


def test_what_stands_ready_is_due_at_its_time(transaction: Transaction, saved: Programme, chat: Chat) -> None:
    with transaction() as conn:
        made = broadcasts.set_time(conn, draft(conn, saved, chat).id, NOW)
        assert broadcasts.due(conn, "telegram", NOW) == ()
        ready = broadcasts.set_standing(conn, made.id, Standing.SCHEDULED)
        assert broadcasts.due(conn, "telegram", NOW - timedelta(seconds=1)) == ()
        assert broadcasts.due(conn, "telegram", NOW) == (ready,)


def test_who_comes_back_gets_what_went_to_many(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        sent = broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        first, *_ = claim(conn, MESSAGE)
        outbox.fail(conn, first.id, f"{outbox.BLOCKED}bot was blocked")
        assert outbox.come_back(conn, first.chat_id) == 1
        assert broadcast_rows.tally(conn, sent).messages == Count(waiting=3)
        state = sa.select(rows.c.state).where(rows.c.id == first.id)
        assert conn.execute(state).scalar_one() is OutboxState.PLANNED


def test_what_waits_for_the_end_of_a_pause_is_counted(
    transaction: Transaction, saved: Programme, chat: Chat, readers: list[int]
) -> None:
    with transaction() as conn:
        broadcast_rows.start(conn, draft(conn, saved, chat), readers, now=NOW)
        pauses.pause(conn, saved.event.id, NOW)
        assert pauses.waiting(conn, saved.event.id, NOW) == 3
        assert claim(conn, MESSAGE) == []
        pauses.resume(conn, saved.event.id)
        assert len(claim(conn, MESSAGE)) == 3
