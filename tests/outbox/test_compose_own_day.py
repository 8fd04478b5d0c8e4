"""Reminders and briefs of who comes later, stays away, or wants quiet, at the moment they are sent."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from reminder_days import PIJLER, SAFETY, at, day, following, person

from bot.outbox.compose import compose
from bot.outbox.model import OutboxRow, OutboxState
from bot.outbox.skip import Reason, Skip
from bot.people.model import Chat, Choices, Stay
from bot.programme.model import Programme, Status
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Action, Message, Verb

OWN = following("sociaal", "veiligheid")
COMING = Choices(stay=Stay(attends=True))
EVE = at(19) - timedelta(days=1)
MIDNIGHT = at(1) - timedelta(hours=1)


def composed(
    catalogue: Catalogue,
    now: datetime,
    choices: Choices = OWN,
    *,
    kind: str = "brief",
    when: str = "evening",
    programme: Programme | None = None,
    chat: Chat | None = None,
    **facts: Any,
) -> Message | Skip:
    row: dict[str, Any] = {
        "id": 1,
        "key": f"{kind}:1:haarlem-2023:2023-02-10:{when}",
        "kind": kind,
        "chat_id": 1,
        "event_id": 1,
        "starts_at": MIDNIGHT if kind == "brief" else at(11, 40),
        "due_at": now,
        "expires_at": now + timedelta(hours=1),
        "priority": 5,
        "state": OutboxState.SENDING,
    }
    return compose(
        OutboxRow(**(row | facts)), programme or day(), chat or person(), choices, now=now, catalogue=catalogue
    )


def plain(message: Message | Skip) -> list[str]:
    assert isinstance(message, Message)
    return message.plain().splitlines()


def test_the_brief_tells_the_whole_own_day(catalogue: Catalogue) -> None:
    brief = composed(catalogue, EVE, programme=day(address="Grote Markt 2, Haarlem"))
    assert plain(brief) == [
        "Morgen: Netwerkdag, vrijdag 10 februari 2023.",
        "",
        "10.30 tot 11.30 uur: pijler Sociaal, zaal 2",
        "11.40 tot 12.40 uur:",
        "Zaal 3: themagroep Wonen, welzijn en zorg",
        "Zaal 5: themagroep Veiligheid",
        "15.00 tot 15.45 uur: gesprek met de staatssecretaris, Gravenzaal",
        "Om 11.40 uur hebt u meer sessies tegelijk. Met /mijn kunt u kiezen.",
        "",
        "Adres: Grote Markt 2, Haarlem",
        "Dit bericht op een andere tijd, of niet meer: /instellingen.",
    ]
    assert isinstance(brief, Message)
    assert [b.action for row in brief.buttons for b in row] == [Action(Verb.MINE), Action(Verb.ABSENT)]


def test_the_brief_is_that_of_the_moment_it_is_sent(catalogue: Catalogue) -> None:
    moved = day(replace(SAFETY, room="zaal-2"), replace(PIJLER, status=Status.CANCELLED))
    stay = Stay(attends=True, arrives=at(11, 45))
    brief = composed(catalogue, at(7, 30), replace(OWN, stay=stay), programme=moved, chat=person(morning=450))
    assert plain(brief)[:4] == [
        "Vandaag: Netwerkdag, vrijdag 10 februari 2023.",
        "U komt om 11.45 uur.",
        "",
        "11.40 tot 12.40 uur: themagroep Veiligheid, u mist het begin, zaal 2",
    ]


def test_a_brief_in_english(catalogue: Catalogue) -> None:
    assert plain(composed(catalogue, EVE, following("europa"), chat=person(language="en"))) == [
        "Tomorrow: Netwerkdag, Friday 10 February 2023.",
        "",
        "15.00 to 16.00: themagroep Europa",
        "This message at another time, or never again: /settings.",
    ]


def test_who_is_coming_and_chose_nothing_is_offered_something(catalogue: Catalogue) -> None:
    assert plain(composed(catalogue, EVE, COMING)) == [
        "Morgen: Netwerkdag, vrijdag 10 februari 2023.",
        "U hebt nog niets gekozen. Volg een pijler of themagroep, dan krijgt u een bericht voordat die begint.",
        "Dit bericht op een andere tijd, of niet meer: /instellingen.",
    ]


@pytest.mark.parametrize(
    ("choices", "facts", "reason"),
    [
        (OWN, {"chat": person(brief=None, morning=450)}, Reason.BRIEF_OFF),
        (OWN, {"when": "morning"}, Reason.BRIEF_OFF),
        (replace(OWN, stay=Stay(attends=True, absent=True)), {}, Reason.ABSENT),
        (Choices(), {}, Reason.NOTHING_CHOSEN),
        (COMING, {"when": "morning", "chat": person(morning=450)}, Reason.NOTHING_CHOSEN),
        (replace(following("rond"), stay=Stay(attends=True)), {}, Reason.NOTHING_CHOSEN),
    ],
    ids=["off", "morning off", "not there", "nothing chosen", "no offer in the morning", "chose what does not meet"],
)
def test_a_brief_that_is_of_no_use(
    catalogue: Catalogue, choices: Choices, facts: dict[str, Any], reason: Reason
) -> None:
    assert composed(catalogue, EVE, choices, **facts) == Skip(reason)


@pytest.mark.parametrize(
    ("stay", "reason"),
    [
        (Stay(absent=True), Reason.ABSENT),
        (Stay(arrives=at(11, 41)), Reason.AWAY),
        (Stay(leaves=at(11, 40)), Reason.AWAY),
    ],
)
def test_a_reminder_of_what_one_misses_is_not_sent(catalogue: Catalogue, stay: Stay, reason: Reason) -> None:
    assert composed(catalogue, at(11, 30), replace(OWN, stay=stay), kind="reminder") == Skip(reason)


def test_a_reminder_does_not_come_into_a_session_for_who_wants_quiet(catalogue: Catalogue) -> None:
    programme = day(replace(PIJLER, end=at(11, 35)), SAFETY)
    sitting = {"kind": "reminder", "programme": programme}
    assert composed(catalogue, at(11, 30), chat=person(quiet=True), **sitting) == Skip(Reason.IN_SESSION)
    assert plain(composed(catalogue, at(11, 35), chat=person(quiet=True), **sitting)) == [
        "Over 5 minuten: themagroep Veiligheid, 11.40 uur, zaal 5.",
        "Uw vorige onderdeel, pijler Sociaal, is in zaal 2.",
    ]
    assert plain(composed(catalogue, at(11, 30), **sitting))[0].startswith("Over 10 minuten")


def test_nobody_comes_from_a_session_they_missed(catalogue: Catalogue) -> None:
    late = replace(OWN, stay=Stay(arrives=at(11, 35)))
    assert plain(composed(catalogue, at(11, 35), late, kind="reminder", programme=day(PIJLER, SAFETY))) == [
        "Over 5 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."
    ]


def test_who_came_in_halfway_comes_from_there_and_sits_there(catalogue: Catalogue) -> None:
    halfway = replace(OWN, stay=Stay(arrives=at(11)))
    programme = day(replace(PIJLER, end=at(11, 35)), SAFETY)
    asked: dict[str, Any] = {"kind": "reminder", "programme": programme}
    assert plain(composed(catalogue, at(11, 30), halfway, **asked))[1] == (
        "Uw vorige onderdeel, pijler Sociaal, is in zaal 2."
    )
    assert composed(catalogue, at(11, 30), halfway, chat=person(quiet=True), **asked) == Skip(Reason.IN_SESSION)
