from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.people.model import Chat, ChatKind, Choices, Stay
from bot.programme.model import Programme
from storage import chat_rows, choice_rows, own_day, personal
from storage.own_day import Settled

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
LATER = datetime(2023, 2, 10, 10, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def arrive(conn: Connection, address: str = "7") -> Chat:
    return chat_rows.chat_for(
        conn, channel="stage", address=address, kind=ChatKind.PRIVATE, telegram_language=None, now=NOW
    )[0]


def test_when_somebody_is_there_is_kept_per_event(transaction: Transaction, saved: Programme) -> None:
    stay = Stay(attends=True, arrives=LATER, leaves=None, absent=False)
    with transaction() as conn:
        chat, other = arrive(conn), arrive(conn, "8")
        assert own_day.stay(conn, chat.id, saved.event.id) == Stay()
        own_day.set_stay(conn, chat.id, saved.event.id, stay, NOW)
        own_day.attend(conn, chat.id, saved.event.id, LATER)
        own_day.attend(conn, other.id, saved.event.id, NOW)
    with transaction() as conn:
        assert own_day.stay(conn, chat.id, saved.event.id) == stay
        assert own_day.all_stays(conn, saved.event.id) == {chat.id: stay, other.id: Stay(attends=True)}
        assert choice_rows.choices(conn, chat.id, saved.event.id) == Choices(stay=stay)
        assert choice_rows.all_choices(conn, saved.event.id, "stage") == (
            (chat, Choices(stay=stay)),
            (other, Choices(stay=Stay(attends=True))),
        )
        assert own_day.all_stays(conn, saved.event.id + 1) == {}


def test_how_overlaps_were_settled_is_kept_and_forgotten(transaction: Transaction, saved: Programme) -> None:
    first, second = (s.id for s in saved.sessions[:2])
    with transaction() as conn:
        chat = arrive(conn)
        event = saved.event.id
        own_day.settle(conn, chat.id, event, [Settled(second, first, second)])
        own_day.settle(conn, chat.id, event, [Settled(first, second, first)])
    low, high = sorted((first, second))
    with transaction() as conn:
        assert own_day.settled(conn, chat.id, event) == (Settled(low, high, first),)
        assert own_day.settled(conn, chat.id, event + 1) == ()
        own_day.unsettle(conn, chat.id, [(high, low)])
        assert own_day.settled(conn, chat.id, event) == ()
        own_day.settle(conn, chat.id, event, [Settled(low, high)])
        assert own_day.settled(conn, chat.id, event) == (Settled(low, high),)
        personal.forget(conn, chat.id)
        assert own_day.settled(conn, chat.id, event) == ()


def test_what_is_set_is_part_of_the_chat(transaction: Transaction) -> None:
    with transaction() as conn:
        chat = arrive(conn)
        assert (chat.brief, chat.morning, chat.quiet) == (19 * 60, None, False)
        own_day.set_brief(conn, chat.id, None)
        own_day.set_morning(conn, chat.id, 450)
        own_day.set_quiet(conn, chat.id, quiet=True)
    with transaction() as conn:
        found = chat_rows.chat_by_id(conn, chat.id)
    assert found is not None
    assert (found.brief, found.morning, found.quiet) == (None, 450, True)


def test_who_blocked_us_is_silent(transaction: Transaction) -> None:
    with transaction() as conn:
        chat = arrive(conn)
        assert own_day.is_silent(conn, "stage", "7") is False
        chat_rows.set_active(conn, chat.id, active=False)
    with transaction() as conn:
        assert own_day.is_silent(conn, "stage", "7") is True
        assert own_day.is_silent(conn, "telegram", "7") is False
        arrive(conn)
        assert own_day.is_silent(conn, "stage", "7") is False
