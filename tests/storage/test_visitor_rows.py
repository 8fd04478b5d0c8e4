"""Who gave any sign for a day: the second network day of a network, a year after the first."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from bot.people.model import Chat, ChatKind, Choices, Stay
from bot.programme.model import Programme, State
from storage import chat_rows, choice_rows, own_day, programme, visitors

Transaction = Callable[[], AbstractContextManager[Connection]]

CAME_BY = Choices(stay=Stay(came_by=True))
IMPORTED = datetime(2023, 12, 1, 9, tzinfo=UTC)
"""When the programme of the second day came; the first day was on 10 and 11 February 2023."""


def seen(conn: Connection, address: str, *moments: str, kind: ChatKind = ChatKind.PRIVATE) -> Chat:
    """Let a chat write at these moments."""
    found = [
        chat_rows.chat_for(
            conn,
            channel="telegram",
            address=address,
            kind=kind,
            telegram_language=None,
            now=datetime.fromisoformat(moment).replace(tzinfo=UTC),
        )
        for moment in moments
    ]
    return found[-1][0]


def second_day(conn: Connection, first: Programme, *, now: datetime = IMPORTED) -> Programme:
    """Have the first day behind us, and the second one ahead on 9 February 2024."""
    event = replace(first.event, state=State.PUBLISHED)
    programme.save(conn, replace(first, event=event), now=datetime(2023, 1, 5, tzinfo=UTC))
    day = replace(event, key="dag-2", first_day=date(2024, 2, 9), last_day=date(2024, 2, 9))
    programme.save(conn, replace(first, event=day), now=now)
    return programme.load(conn, "dag-2")


def test_who_wrote_since_the_day_was_known_belongs_to_it_and_who_never_came_back_does_not(
    transaction: Transaction, saved: Programme
) -> None:
    wonen = saved.group_by_slug["wonen"].id
    with transaction() as conn:
        second = second_day(conn, saved)
        seen(conn, "last year", "2023-02-10T10:00")
        seen(conn, "the week after", "2023-02-10T10:00", "2023-02-14T10:00")
        follower = seen(conn, "follows", "2023-02-10T10:00")
        choice_rows.follow(conn, follower.id, wonen, IMPORTED)
        back = seen(conn, "back", "2023-02-10T10:00", "2023-12-20T10:00")
        new = seen(conn, "new", "2023-11-15T10:00")
        found = visitors.everybody(conn, second.event.id, "telegram")
        first_day = visitors.everybody(conn, saved.event.id, "telegram")
    assert found == (
        (follower, Choices(followed=frozenset({wonen}))),
        (back, CAME_BY),
        (new, CAME_BY),
    )
    assert len(first_day) == 5


def test_who_stays_away_or_blocked_and_groups_that_chose_nothing_do_not_come_by(
    transaction: Transaction, saved: Programme
) -> None:
    with transaction() as conn:
        second = second_day(conn, saved)
        absent, blocked, there = (seen(conn, address, "2024-01-10T10:00") for address in ("1", "2", "3"))
        seen(conn, "-5", "2024-01-10T10:00", kind=ChatKind.GROUP)
        own_day.set_stay(conn, absent.id, second.event.id, Stay(absent=True), IMPORTED)
        own_day.set_stay(conn, there.id, second.event.id, Stay(attends=True), IMPORTED)
        chat_rows.set_active(conn, blocked.id, active=False)
        found = visitors.everybody(conn, second.event.id, "telegram")
        assert found == choice_rows.all_choices(conn, second.event.id, "telegram")
        assert visitors.everybody(conn, second.event.id, "stage") == ()
    assert [choices.may_come for _, choices in found] == [False, True]


def test_a_programme_that_came_late_or_is_played_anew_counts_from_the_day_before_it(
    transaction: Transaction, saved: Programme
) -> None:
    with transaction() as conn:
        second = second_day(conn, saved, now=datetime(2026, 1, 1, tzinfo=UTC))
        seen(conn, "last year", "2023-02-11T22:30")
        back = seen(conn, "back", "2023-02-11T10:00", "2024-01-10T10:00")
        assert visitors.everybody(conn, second.event.id, "telegram") == ((back, CAME_BY),)
