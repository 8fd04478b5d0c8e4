from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.ical.ledger import FILE, entry_of
from bot.outbox.model import OutboxState, Planned
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme
from storage import chat_rows, feeds, handed_out, missed, outbox, programme, reporting, sign_ups
from storage.database import moment
from storage.tables import broadcasts

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def test_rows_are_counted_and_those_of_a_rehearsal_are_not(
    transaction: Transaction, saved: Programme, chat: Chat
) -> None:
    event_id, session = saved.event.id, saved.sessions[0]
    with transaction() as conn:
        other, _ = chat_rows.chat_for(
            conn, channel="stage", address="1", kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
        )
        for number, one in enumerate((chat, other, chat)):
            row = Planned(
                key=str(number),
                kind="reminder",
                chat_id=one.id,
                event_id=event_id,
                starts_at=NOW,
                due_at=NOW,
                expires_at=NOW + timedelta(hours=1),
            )
            outbox.plan(conn, [row])
        first, _, last = outbox.claim(conn, "telegram", NOW, 9, timedelta(minutes=1), NOW) + outbox.claim(
            conn, "stage", NOW, 9, timedelta(minutes=1), NOW
        )
        outbox.sent(conn, first.id, 1, NOW)
        outbox.sent(conn, last.id, 2, NOW)
        for one in (chat, other):
            feeds.feed_for(conn, one.id, NOW)
            handed_out.record(conn, one.id, [entry_of(session)], how=FILE, now=NOW)
            conn.execute(
                sa.insert(broadcasts).values(
                    event_id=event_id,
                    chat_id=one.id,
                    channel=one.channel,
                    role="organiser",
                    group="",
                    audience="all",
                    group_ids=(),
                    html="x",
                    media="",
                    file_id="",
                    state="going",
                    edition=1,
                    made_at=NOW,
                )
            )
        missed.note(conn, event_id=event_id, text="waar is de wifi", language="nl", now=NOW)
        made, _ = sign_ups.add_by_hand(conn, session.id, "Jan", "", NOW)
        moved = replace(session, start=session.start + timedelta(minutes=5))
        programme.save(conn, replace(saved, sessions=(moved, *saved.sessions[1:])), now=NOW)
        found = reporting.kept(conn, event_id, "telegram")
    assert found.messages == {
        ("reminder", OutboxState.SENT, ""): 1,
        ("reminder", OutboxState.SENDING, ""): 1,
    }
    assert (found.changes, found.broadcasts, found.feeds, found.calendars) == ((1, 1), {"going": 1}, 1, {"file": 1})
    assert [one.sample for one in found.missed] == ["waar is de wifi"]
    assert found.sign_ups == (made,)


def test_the_database_says_what_time_it_is(transaction: Transaction) -> None:
    with transaction() as conn:
        assert abs(moment(conn) - datetime.now(UTC)) < timedelta(seconds=10)
