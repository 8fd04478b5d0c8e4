import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.outbox.model import TO_MANY, OutboxRow, OutboxState, Planned
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme
from storage import chat_rows, outbox, personal, programme
from storage.database import Database

EVENT_NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
REAL_NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LEASE = timedelta(seconds=30)
Transaction = Callable[[], AbstractContextManager[Connection]]
Plan = Callable[..., Planned]


@pytest.fixture
def reminder(saved: Programme, chat: Chat) -> Plan:
    """What makes a message to plan, due now unless said otherwise."""

    def make(key: str = "a", **values: object) -> Planned:
        return replace(due_now(chat, saved), key=key, **values)

    return make


def due_now(chat: Chat, day: Programme) -> Planned:
    return Planned(
        key="a",
        kind="reminder",
        chat_id=chat.id,
        event_id=day.event.id,
        starts_at=EVENT_NOW + timedelta(minutes=10),
        due_at=EVENT_NOW,
        expires_at=EVENT_NOW + timedelta(minutes=10),
    )


def claim(
    conn: Connection, *, limit: int = 10, now: datetime = EVENT_NOW, real_now: datetime = REAL_NOW
) -> tuple[OutboxRow, ...]:
    return outbox.claim(conn, "telegram", now, limit, LEASE, real_now)


def keys(rows: tuple[OutboxRow, ...]) -> list[str]:
    return [row.key for row in rows]


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_what_is_planned_and_due_is_claimed_whole(transaction: Transaction, reminder: Plan) -> None:
    planned = reminder()
    with transaction() as conn:
        assert outbox.plan(conn, [planned]) == 1
        (row,) = claim(conn)
    assert row == OutboxRow(**asdict(planned), id=row.id, state=OutboxState.SENDING, attempts=1)


def test_planning_again_changes_nothing(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        assert outbox.plan(conn, [reminder("a"), reminder("b")]) == 2
        assert outbox.plan(conn, [reminder("a"), reminder("b"), reminder("b")]) == 0
        assert outbox.plan(conn, []) == 0
        assert keys(claim(conn)) == ["a", "b"]


def test_a_planned_message_moves_with_its_session(transaction: Transaction, reminder: Plan) -> None:
    later = EVENT_NOW + minutes(30)
    moved = reminder(starts_at=later + minutes(10), due_at=later, expires_at=later + minutes(10), priority=3)
    with transaction() as conn:
        outbox.plan(conn, [reminder()])
        assert outbox.plan(conn, [moved]) == 1
        assert claim(conn) == ()
        (row,) = claim(conn, now=later)
    assert row == OutboxRow(**asdict(moved), id=row.id, state=OutboxState.SENDING, attempts=1)


def put(conn: Connection, state: OutboxState, planned: Planned) -> OutboxRow:
    """Plan a message and bring it into a state."""
    outbox.plan(conn, [planned])
    if state is OutboxState.WITHDRAWN:
        (row,) = outbox.planned_for(conn, planned.event_id, "telegram")
        outbox.withdraw(conn, planned.event_id, planned.kind)
        return row
    (row,) = claim(conn)
    match state:
        case OutboxState.SENT:
            outbox.sent(conn, row.id, 55, EVENT_NOW)
        case OutboxState.SKIPPED:
            outbox.skip(conn, row.id, "unfollowed")
        case OutboxState.FAILED:
            outbox.fail(conn, row.id, "chat not found")
        case OutboxState.UNKNOWN:
            outbox.unknown(conn, row.id)
        case _:
            assert state is OutboxState.SENDING
    return row


@pytest.mark.parametrize(
    ("state", "planned_again"),
    [
        (OutboxState.SENDING, False),
        (OutboxState.SENT, False),
        (OutboxState.UNKNOWN, False),
        (OutboxState.FAILED, False),
        (OutboxState.WITHDRAWN, False),
        (OutboxState.SKIPPED, True),
    ],
)
def test_only_a_skipped_message_is_planned_anew(
    transaction: Transaction, saved: Programme, reminder: Plan, state: OutboxState, planned_again: bool
) -> None:
    later = reminder(due_at=EVENT_NOW + minutes(1), expires_at=EVENT_NOW + minutes(20))
    with transaction() as conn:
        put(conn, state, reminder())
        assert outbox.counts(conn, saved.event.id) == {state: 1}
        assert outbox.plan(conn, [later]) == int(planned_again)
        found = OutboxState.PLANNED if planned_again else state
        assert outbox.counts(conn, saved.event.id) == {found: 1}
        if planned_again:
            (row,) = claim(conn, now=EVENT_NOW + minutes(1))
            expected = OutboxRow(**asdict(later), id=row.id, state=OutboxState.SENDING, attempts=2)
            assert row == expected


def test_what_has_expired_is_not_planned(transaction: Transaction, saved: Programme, reminder: Plan) -> None:
    with transaction() as conn:
        put(conn, OutboxState.SKIPPED, reminder("a"))
        late = EVENT_NOW + minutes(10)
        assert outbox.plan(conn, [reminder("a"), reminder("b")], now=late) == 0
        assert outbox.counts(conn, saved.event.id) == {OutboxState.SKIPPED: 1}
        assert outbox.plan(conn, [reminder("a"), reminder("b")], now=late - minutes(1)) == 2


def test_the_most_urgent_goes_first_and_no_more_than_asked(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        outbox.plan(
            conn,
            [
                reminder("late", expires_at=EVENT_NOW + minutes(20)),
                reminder("soon", expires_at=EVENT_NOW + minutes(5)),
                reminder("first", priority=1, expires_at=EVENT_NOW + minutes(30)),
                reminder("not due", due_at=EVENT_NOW + minutes(1)),
                reminder("over", expires_at=EVENT_NOW),
            ],
        )
        assert keys(claim(conn, limit=2)) == ["first", "soon"]
        assert keys(claim(conn, limit=2)) == ["late"]
        assert keys(claim(conn, limit=2)) == []


def test_a_channel_gets_only_its_own(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        played, _ = chat_rows.chat_for(
            conn, channel="stage", address="1001", kind=ChatKind.PRIVATE, telegram_language=None, now=EVENT_NOW
        )
        outbox.plan(conn, [reminder("real"), reminder("played", chat_id=played.id)])
        assert keys(outbox.claim(conn, "stage", EVENT_NOW, 10, LEASE, REAL_NOW)) == ["played"]
        assert outbox.rescue(conn, "telegram", REAL_NOW + LEASE) == 0
        assert outbox.next_due(conn, "stage") is None
        assert outbox.expire(conn, "stage", EVENT_NOW + minutes(60)) == 0
        assert keys(claim(conn)) == ["real"]


@pytest.mark.parametrize(("kind", "repeats"), [("reminder", outbox.REPEATS), (TO_MANY, outbox.REPEATS_TO_MANY)])
def test_a_lost_lease_is_unknown_and_goes_once_more_or_a_few_times(
    transaction: Transaction, saved: Programme, reminder: Plan, kind: str, repeats: int
) -> None:
    with transaction() as conn:
        outbox.plan(conn, [reminder(kind=kind)])
        (first,) = claim(conn)
        assert outbox.leaving(conn, first.id)
        assert outbox.rescue(conn, "telegram", REAL_NOW + LEASE - timedelta(microseconds=1)) == 0
        assert claim(conn) == ()
        for number in range(1, repeats + 1):
            later = REAL_NOW + number * LEASE
            assert outbox.rescue(conn, "telegram", later) == 1
            assert outbox.counts(conn, saved.event.id) == {OutboxState.UNKNOWN: 1}
            (again,) = claim(conn, real_now=later)
            assert again == replace(first, attempts=1 + number, repeated=True)
            assert outbox.leaving(conn, first.id)
        much_later = REAL_NOW + (repeats + 1) * LEASE
        assert outbox.rescue(conn, "telegram", much_later) == 1
        assert claim(conn, real_now=much_later) == ()
        assert outbox.next_due(conn, "telegram") is None
        assert outbox.counts(conn, saved.event.id) == {OutboxState.UNKNOWN: 1}


def test_what_had_not_left_when_its_process_died_is_no_repeat(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        outbox.plan(conn, [reminder()])
        (first,) = claim(conn)
        assert outbox.rescue(conn, "telegram", REAL_NOW + LEASE) == 1
        (again,) = claim(conn, real_now=REAL_NOW + LEASE)
        assert again == replace(first, attempts=2)
        assert outbox.leaving(conn, again.id)
        outbox.skip(conn, again.id, "over")
        assert not outbox.leaving(conn, again.id)


def test_the_lease_does_not_follow_the_clock_of_the_event(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        outbox.plan(conn, [reminder(expires_at=EVENT_NOW + minutes(600))])
        claim(conn)
        assert claim(conn, now=EVENT_NOW + minutes(500)) == ()
        assert outbox.rescue(conn, "telegram", REAL_NOW) == 0


def test_an_unknown_outcome_goes_once_more_unless_it_is_too_late(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        first = put(conn, OutboxState.UNKNOWN, reminder())
        assert claim(conn, now=EVENT_NOW + minutes(10)) == ()
        assert outbox.next_due(conn, "telegram") == EVENT_NOW
        assert claim(conn) == (replace(first, attempts=2, repeated=True),)


def test_a_repeat_that_was_surely_not_sent_is_still_a_repeat(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        first = put(conn, OutboxState.UNKNOWN, reminder())
        claim(conn)
        outbox.retry(conn, first.id, REAL_NOW)
        assert claim(conn) == (replace(first, attempts=3, repeated=True),)


def test_a_retry_waits_on_the_real_clock_also_when_planned_again(
    transaction: Transaction, saved: Programme, reminder: Plan
) -> None:
    wait = REAL_NOW + timedelta(seconds=7)
    with transaction() as conn:
        outbox.plan(conn, [reminder()])
        (row,) = claim(conn)
        outbox.retry(conn, row.id, wait)
        outbox.plan(conn, [reminder()])
        assert outbox.counts(conn, saved.event.id) == {OutboxState.PLANNED: 1}
        assert claim(conn, real_now=wait - timedelta(seconds=1)) == ()
        assert claim(conn, real_now=wait) == (replace(row, attempts=2),)


def test_what_was_sent_stays_sent(transaction: Transaction, saved: Programme, reminder: Plan) -> None:
    with transaction() as conn:
        row = put(conn, OutboxState.UNKNOWN, reminder())
        outbox.sent(conn, row.id, 2**40, EVENT_NOW)
        for change in (outbox.unknown, lambda c, i: outbox.retry(c, i, REAL_NOW), lambda c, i: outbox.skip(c, i, "x")):
            change(conn, row.id)
        assert outbox.counts(conn, saved.event.id) == {OutboxState.SENT: 1}
        kept = personal.known_about(conn, row.chat_id)["outbox"][0]
        assert (kept["message_id"], kept["sent_at"]) == (2**40, EVENT_NOW)
        assert claim(conn) == ()


def test_what_was_not_sent_in_time_is_skipped(transaction: Transaction, saved: Programme, reminder: Plan) -> None:
    with transaction() as conn:
        put(conn, OutboxState.SENT, reminder("sent"))
        put(conn, OutboxState.UNKNOWN, reminder("unknown"))
        outbox.plan(conn, [reminder("planned"), reminder("ahead", expires_at=EVENT_NOW + minutes(30))])
        assert outbox.expire(conn, "telegram", EVENT_NOW + minutes(10) - timedelta(seconds=1)) == 0
        assert outbox.expire(conn, "telegram", EVENT_NOW + minutes(10)) == 2
        assert outbox.counts(conn, saved.event.id) == {
            OutboxState.SKIPPED: 2,
            OutboxState.SENT: 1,
            OutboxState.PLANNED: 1,
        }


def test_the_next_due_is_the_earliest_that_can_go(transaction: Transaction, reminder: Plan) -> None:
    with transaction() as conn:
        assert outbox.next_due(conn, "telegram") is None
        outbox.plan(
            conn,
            [
                reminder("a", due_at=EVENT_NOW + minutes(20), expires_at=EVENT_NOW + minutes(30)),
                reminder("b", due_at=EVENT_NOW + minutes(5), expires_at=EVENT_NOW + minutes(6)),
            ],
        )
        assert outbox.next_due(conn, "telegram") == EVENT_NOW + minutes(5)
        assert outbox.next_due(conn, "telegram", EVENT_NOW + minutes(6)) == EVENT_NOW + minutes(20)
        put(conn, OutboxState.SENT, reminder("c"))
        assert outbox.next_due(conn, "telegram") == EVENT_NOW + minutes(5)


def test_withdrawing_takes_what_is_planned_of_a_kind(
    transaction: Transaction, saved: Programme, reminder: Plan
) -> None:
    with transaction() as conn:
        put(conn, OutboxState.SENT, reminder("sent"))
        outbox.plan(conn, [reminder("a"), reminder("b", kind="change")])
        assert outbox.withdraw(conn, saved.event.id, "reminder") == 1
        assert outbox.withdraw(conn, saved.event.id + 1, "change") == 0
        assert keys(outbox.planned_for(conn, saved.event.id, "telegram")) == ["b"]


def test_planning_compares_with_the_times_of_what_is_planned(
    transaction: Transaction, saved: Programme, reminder: Plan
) -> None:
    with transaction() as conn:
        put(conn, OutboxState.SENT, reminder("sent"))
        planned = reminder("a")
        outbox.plan(conn, [planned])
        times = outbox.planned_times(conn, saved.event.id, "telegram")
        assert times == {"a": (planned.due_at, planned.expires_at)}
        assert outbox.planned_times(conn, saved.event.id, "stage") == {}


def test_an_unknown_outcome_can_be_made_to_wait_on_the_real_clock(transaction: Transaction, reminder: Plan) -> None:
    wait = REAL_NOW + timedelta(seconds=7)
    with transaction() as conn:
        outbox.plan(conn, [reminder()])
        (row,) = claim(conn)
        outbox.unknown(conn, row.id, wait)
        assert claim(conn, real_now=wait - timedelta(seconds=1)) == ()
        assert claim(conn, real_now=wait) == (replace(row, attempts=2, repeated=True),)


def test_a_rehearsal_that_starts_over_forgets_what_was_ahead(
    transaction: Transaction, saved: Programme, chat: Chat, reminder: Plan
) -> None:
    with transaction() as conn:
        played, _ = chat_rows.chat_for(
            conn, channel="stage", address="1", kind=ChatKind.PRIVATE, telegram_language=None, now=EVENT_NOW
        )
        rows = [reminder("real"), reminder("a", chat_id=played.id), reminder("past", expires_at=EVENT_NOW)]
        outbox.plan(conn, [*rows, reminder("b", chat_id=played.id, expires_at=EVENT_NOW)])
        assert outbox.start_over(conn, "stage", EVENT_NOW) == 1
        assert [row["key"] for row in personal.known_about(conn, played.id)["outbox"]] == ["b"]
        assert keys(outbox.planned_for(conn, saved.event.id, "telegram")) == ["past", "real"]
        assert outbox.plan(conn, [reminder("a", chat_id=played.id)]) == 1
        assert len(personal.known_about(conn, chat.id)["outbox"]) == 2


async def test_eight_workers_claim_every_message_once(database_url: str, day: Programme) -> None:
    number = 200

    def prepare(conn: Connection) -> None:
        programme.save(conn, day, now=EVENT_NOW)
        chat, _ = chat_rows.chat_for(
            conn, channel="telegram", address="1", kind=ChatKind.PRIVATE, telegram_language=None, now=EVENT_NOW
        )
        due = due_now(chat, programme.load(conn, day.event.key))
        outbox.plan(conn, [replace(due, key=f"{index:03}") for index in range(number)])

    doors = [Database.open(database_url) for _ in range(8)]

    async def work(door: Database) -> list[str]:
        found: list[str] = []
        while rows := await door.write(outbox.claim, "telegram", EVENT_NOW, 7, LEASE, REAL_NOW):
            assert len(rows) <= 7
            found += keys(rows)
        return found

    await doors[0].write(prepare)
    claimed = await asyncio.gather(*(work(door) for door in doors))
    for door in doors:
        await door.close()
    assert sorted(key for some in claimed for key in some) == [f"{index:03}" for index in range(number)]
