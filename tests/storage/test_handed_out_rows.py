from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.ical.ledger import Entry, Ledger, entry_of
from bot.people.model import Chat, ChatKind
from bot.programme.model import Programme, Status
from storage import chat_rows, handed_out, personal, programme

Transaction = Callable[[], AbstractContextManager[Connection]]

NOW = datetime(2023, 2, 1, tzinfo=UTC)


@pytest.fixture
def wonen(saved: Programme) -> Entry:
    return entry_of(saved.session_by_key["wonen"])


def test_what_was_handed_over_comes_back_whole(
    transaction: Transaction, saved: Programme, chat: Chat, wonen: Entry
) -> None:
    opening = entry_of(saved.session_by_key["opening"])
    with transaction() as conn:
        handed_out.record(conn, chat.id, [wonen, opening], how="file", now=NOW)
        handed_out.record(conn, chat.id, [], how="file", now=NOW)
        assert handed_out.ledger(conn, chat.id, saved.event.id) == Ledger((opening, wonen))
        assert handed_out.ledger(conn, chat.id, saved.event.id + 1) == Ledger()
        assert personal.known_about(conn, chat.id)["handed_out"][0]["at"] == NOW


def test_an_older_entry_never_takes_the_place_of_a_newer_one(
    transaction: Transaction, saved: Programme, chat: Chat, wonen: Entry
) -> None:
    newer = replace(wonen, sequence=2, room="grote-zaal", status=Status.CANCELLED, end=None)
    with transaction() as conn:
        for entry in (wonen, newer, replace(wonen, sequence=1)):
            handed_out.record(conn, chat.id, [entry], how="file", now=NOW)
        assert handed_out.ledger(conn, chat.id, saved.event.id).held == (newer,)
        again = replace(newer, start=newer.start + timedelta(hours=1))
        handed_out.record(conn, chat.id, [again], how="mail", now=NOW)
        assert handed_out.ledger(conn, chat.id, saved.event.id).held == (again,)


def test_behind_is_who_has_an_older_number_and_can_be_written_to(
    transaction: Transaction, saved: Programme, chat: Chat, wonen: Entry
) -> None:
    with transaction() as conn:
        others = [
            chat_rows.chat_for(
                conn, channel=channel, address=address, kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
            )[0]
            for channel, address in (("telegram", "2"), ("stage", "1"), ("telegram", "3"))
        ]
        for one in (chat, *others):
            handed_out.record(conn, one.id, [wonen], how="file", now=NOW)
        chat_rows.set_active(conn, others[2].id, active=False)
        assert handed_out.behind(conn, saved.event.id, "telegram") == {}
        moved = replace(saved.session_by_key["wonen"], room="grote-zaal")
        sessions = (saved.session_by_key["opening"], moved)
        programme.save(conn, replace(saved, sessions=sessions), now=NOW)
        handed_out.record(conn, others[0].id, [replace(wonen, sequence=1)], how="file", now=NOW)
        assert handed_out.behind(conn, saved.event.id, "telegram") == {chat.id: (wonen,)}
        assert handed_out.behind(conn, saved.event.id, "stage") == {others[1].id: (wonen,)}
        assert handed_out.behind(conn, saved.event.id + 1, "telegram") == {}
        assert handed_out.all_held(conn, saved.event.id, "telegram") == {
            chat.id: (wonen,),
            others[0].id: (replace(wonen, sequence=1),),
            others[2].id: (wonen,),
        }


def test_what_left_the_programme_is_still_known_to_who_has_it(
    transaction: Transaction, saved: Programme, chat: Chat, wonen: Entry
) -> None:
    with transaction() as conn:
        handed_out.record(conn, chat.id, [wonen], how="file", now=NOW)
        kept = tuple(s for s in saved.sessions if s.key != "wonen")
        programme.save(conn, replace(saved, sessions=kept, not_meeting=()), now=NOW)
        ledger = handed_out.ledger(conn, chat.id, saved.event.id)
        before = saved.session_by_key["wonen"]
        assert ledger.gone == (replace(before, sequence=1, revision=2, modified=NOW),)
        assert handed_out.gone(conn, saved.event.id, ()) == ()
        programme.save(conn, saved, now=NOW)
        assert handed_out.ledger(conn, chat.id, saved.event.id) == Ledger((wonen,))
