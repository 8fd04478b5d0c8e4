"""When the brief of one's own day goes out, and when it does not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from reminder_days import EUROPE, SAFETY, at, day, following, person

from bot.outbox.model import Planned
from bot.people.model import Chat, ChatKind, Choices, Stay
from bot.programme.model import Programme, State, Status
from bot.reminders.briefs import due

EVE = at(19) - timedelta(days=1)
EARLY = at(12) - timedelta(days=1)
NIGHT = at(23)
OWN = following("veiligheid")


def times(
    chat: Chat, choices: Choices = OWN, *, programme: Programme | None = None, now: datetime = EARLY
) -> list[tuple[str, datetime, datetime]]:
    found = due(programme or day(), [(chat, choices)], now=now, until=NIGHT)
    return [(p.key, p.due_at, p.expires_at) for p in found]


def evening(at_moment: datetime, over: datetime) -> tuple[str, datetime, datetime]:
    return ("brief:1:haarlem-2023:2023-02-10:evening", at_moment, over)


def test_at_seven_the_evening_before() -> None:
    assert list(due(day(), [(person(), OWN)], now=EARLY, until=NIGHT)) == [
        Planned(
            key="brief:1:haarlem-2023:2023-02-10:evening",
            kind="brief",
            chat_id=1,
            event_id=1,
            starts_at=at(1) - timedelta(hours=1),
            due_at=EVE,
            expires_at=EVE + timedelta(hours=4),
            priority=6,
        )
    ]


def test_at_another_time_and_in_the_morning_for_who_asks() -> None:
    late = at(22, 30) - timedelta(days=1)
    assert times(person(brief=22 * 60 + 30)) == [evening(late, late + timedelta(hours=1))]
    assert times(person(brief=None, morning=7 * 60 + 30)) == [
        ("brief:1:haarlem-2023:2023-02-10:morning", at(7, 30), at(11, 40))
    ]
    assert [moment for _, moment, _ in times(person(morning=450))] == [EVE, at(7, 30)]
    assert times(person(brief=None, morning=11 * 60 + 40)) == []


@pytest.mark.parametrize(
    ("chat", "choices"),
    [
        (person(brief=None), OWN),
        (person(active=False), OWN),
        (person(kind=ChatKind.GROUP), OWN),
        (person(), Choices()),
        (person(morning=450), following("veiligheid", dropped=(3,))),
        (person(), replace(OWN, stay=Stay(attends=True, absent=True))),
        (person(brief=None, morning=450), Choices(stay=Stay(attends=True))),
    ],
    ids=["off", "blocked", "group", "nothing chosen", "all dropped", "not there", "in the morning nothing is offered"],
)
def test_who_gets_none(chat: Chat, choices: Choices) -> None:
    assert times(chat, choices) == []


def test_who_is_coming_and_chose_nothing_gets_an_offer() -> None:
    assert [key for key, _, _ in times(person(), Choices(stay=Stay(attends=True)))] == [
        "brief:1:haarlem-2023:2023-02-10:evening"
    ]


def test_nothing_for_a_draft_for_what_is_cancelled_and_for_what_one_misses() -> None:
    assert times(person(), programme=day(state=State.DRAFT)) == []
    assert times(person(), programme=day(replace(SAFETY, status=Status.CANCELLED))) == []
    assert times(person(), replace(following("veiligheid"), stay=Stay(leaves=at(9)))) == []


def test_who_chooses_after_the_time_gets_no_brief_of_what_they_just_chose() -> None:
    assert times(person(), now=EVE) == []
    assert len(times(person(), now=EVE - timedelta(seconds=1))) == 1


def test_each_day_has_its_own() -> None:
    tomorrow = replace(EUROPE, start=EUROPE.start + timedelta(days=1), end=None)
    two = day(SAFETY, tomorrow, last_day=tomorrow.start.date())
    found = due(two, [(person(), following("veiligheid", "europa"))], now=EARLY, until=NIGHT + timedelta(days=1))
    assert [(p.key, p.due_at) for p in found] == [
        ("brief:1:haarlem-2023:2023-02-10:evening", EVE),
        ("brief:1:haarlem-2023:2023-02-11:evening", EVE + timedelta(days=1)),
    ]
