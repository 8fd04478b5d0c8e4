"""What a reminder says at the moment it is sent, or why it stays unsaid."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from reminder_days import PIJLER, SAFETY, TALK, WWZ, at, day, following, person

from bot.outbox.compose import compose
from bot.outbox.model import OutboxRow, OutboxState
from bot.outbox.skip import Reason, Skip
from bot.people.model import Chat, Choices
from bot.programme.model import Language, Programme, Session, State, Status
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Action, Button, Message, Verb

OWN = following("veiligheid")


def row(starts_at: datetime, **facts: Any) -> OutboxRow:
    known: dict[str, Any] = {
        "id": 1,
        "key": "reminder:1",
        "kind": "reminder",
        "chat_id": 1,
        "event_id": 1,
        "starts_at": starts_at,
        "due_at": starts_at - timedelta(minutes=10),
        "expires_at": starts_at + timedelta(minutes=10),
        "priority": 5,
        "state": OutboxState.SENDING,
        "attempts": 1,
    }
    return OutboxRow(**(known | facts))


def composed(
    catalogue: Catalogue,
    now: datetime,
    *,
    programme: Programme | None = None,
    chat: Chat | None = None,
    choices: Choices = OWN,
    **facts: Any,
) -> Message | Skip:
    planned = row(facts.pop("starts_at", at(11, 40)), **facts)
    return compose(planned, programme or day(), chat or person(), choices, now=now, catalogue=catalogue)


def said(catalogue: Catalogue, now: datetime, **facts: Any) -> str:
    message = composed(catalogue, now, **facts)
    assert isinstance(message, Message)
    return message.plain()


@pytest.mark.parametrize(
    ("language", "moment", "text"),
    [
        ("nl", at(11, 30), "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."),
        ("en", at(11, 30), "In 10 minutes: themagroep Veiligheid (public safety), 11.40, room 5."),
        ("nl", at(11, 29, 40), "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."),
        ("nl", at(11, 39), "Over 1 minuut: themagroep Veiligheid, 11.40 uur, zaal 5."),
        ("en", at(11, 39), "In 1 minute: themagroep Veiligheid (public safety), 11.40, room 5."),
        ("nl", at(11, 39, 40), "Begint nu: themagroep Veiligheid, 11.40 uur, zaal 5."),
        ("en", at(11, 39, 40), "Starting now: themagroep Veiligheid (public safety), 11.40, room 5."),
        ("nl", at(11, 40), "Themagroep Veiligheid is net begonnen, zaal 5."),
        ("en", at(11, 40), "Themagroep Veiligheid (public safety) has just started, room 5."),
        ("nl", at(11, 43), "Themagroep Veiligheid is 3 minuten geleden begonnen, zaal 5."),
        ("en", at(11, 43), "Themagroep Veiligheid (public safety) started 3 minutes ago, room 5."),
        ("nl", at(11, 41), "Themagroep Veiligheid is 1 minuut geleden begonnen, zaal 5."),
    ],
)
def test_what_when_and_where(catalogue: Catalogue, language: Language, moment: datetime, text: str) -> None:
    assert said(catalogue, moment, chat=person(language=language)) == text


def test_buttons_stand_alone(catalogue: Catalogue) -> None:
    message = composed(catalogue, at(11, 30))
    assert isinstance(message, Message)
    safety = day().session_by_key["veiligheid"].id
    assert message.buttons == (
        (Button("Meer over Veiligheid", Action(Verb.SESSION, safety)),),
        (Button("Zet in agenda: Veiligheid", Action(Verb.ICS, safety)),),
    )


def test_sessions_that_start_together_are_lines_of_one_message(catalogue: Catalogue) -> None:
    both = following("wwz", "veiligheid")
    assert said(catalogue, at(11, 30), choices=both) == (
        "Over 10 minuten, om 11.40 uur, beginnen in uw programma:\n"
        "Themagroep Wonen, welzijn en zorg, zaal 3\n"
        "Themagroep Veiligheid, zaal 5"
    )
    assert said(catalogue, at(11, 42), choices=both, chat=person(language="en")) == (
        "Started 2 minutes ago in your programme, at 11.40:\n"
        "Themagroep Wonen, welzijn en zorg (housing, welfare and care), room 3\n"
        "Themagroep Veiligheid (public safety), room 5"
    )


def test_from_which_room_one_comes(catalogue: Catalogue) -> None:
    own = following("sociaal")
    assert said(catalogue, at(11, 30), choices=own) == (
        "Over 10 minuten: themagroep Wonen, welzijn en zorg, 11.40 uur, zaal 3.\n"
        "Uw vorige onderdeel, pijler Sociaal, is in zaal 2."
    )


@pytest.mark.parametrize(
    "before",
    [
        replace(PIJLER, room="zaal-3"),  # the same room
        replace(PIJLER, end=at(11, 5)),  # over for more than half an hour
        replace(PIJLER, status=Status.CANCELLED),
        replace(PIJLER, room=None),
    ],
    ids=["same room", "long ago", "cancelled", "no room"],
)
def test_where_it_is_no_help_it_is_not_said(catalogue: Catalogue, before: Session) -> None:
    text = said(catalogue, at(11, 30), programme=day(before, WWZ), choices=following("sociaal"))
    assert text == "Over 10 minuten: themagroep Wonen, welzijn en zorg, 11.40 uur, zaal 3."


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (
            {"room": None},
            "Over 10 minuten: themagroep Veiligheid, 11.40 uur.\nDe zaal staat niet in het programma.",
        ),
        ({"room": None, "online": True}, "Over 10 minuten: themagroep Veiligheid, 11.40 uur, online."),
        (
            {"room_certain": False},
            (
                "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5.\n"
                "Dat is de zaal volgens onze lezing van de tabel in het programma."
            ),
        ),
        (
            {"status": Status.PROVISIONAL},
            (
                "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5.\n"
                "Onder voorbehoud: het is nog niet zeker dat dit doorgaat."
            ),
        ),
        ({"room": "gravenzaal"}, "Over 10 minuten: themagroep Veiligheid, 11.40 uur, Gravenzaal."),
    ],
    ids=["no room", "online", "room read", "provisional", "named room"],
)
def test_what_is_not_certain_is_said(catalogue: Catalogue, facts: dict[str, Any], text: str) -> None:
    assert said(catalogue, at(11, 30), programme=day(replace(SAFETY, **facts))) == text


def test_a_second_sending_says_so(catalogue: Catalogue) -> None:
    assert said(catalogue, at(11, 35), repeated=True) == (
        "Over 5 minuten: themagroep Veiligheid, 11.40 uur, zaal 5. (herhaald)"
    )
    assert said(catalogue, at(11, 35), repeated=True, chat=person(language="en")) == (
        "In 5 minutes: themagroep Veiligheid (public safety), 11.40, room 5. (repeated)"
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"now": at(11, 50)}, Reason.EXPIRED),
        ({"chat": person(active=False)}, Reason.INACTIVE),
        ({"chat": person(lead=None)}, Reason.OFF),
        ({"programme": day(state=State.DRAFT)}, Reason.NOT_PUBLISHED),
        ({"programme": day(replace(SAFETY, status=Status.CANCELLED))}, Reason.CANCELLED),
        ({"programme": day(replace(SAFETY, start=at(12)))}, Reason.NOT_WANTED),
        ({"programme": day(WWZ)}, Reason.NOT_WANTED),
        ({"choices": following()}, Reason.NOT_WANTED),
        ({"choices": following("wwz", "veiligheid", dropped=(2, 3))}, Reason.NOT_WANTED),
        ({"programme": day(replace(SAFETY, end=at(11, 42))), "now": at(11, 42)}, Reason.OVER),
        ({"kind": "something of a later version"}, Reason.UNKNOWN_KIND),
    ],
)
def test_what_is_of_no_use_any_more_stays_unsaid(catalogue: Catalogue, facts: dict[str, Any], reason: Reason) -> None:
    now = facts.pop("now", at(11, 30))
    assert isinstance(composed(catalogue, at(11, 30)), Message)
    assert composed(catalogue, now, **facts) == Skip(reason)


def test_of_two_the_cancelled_one_is_left_out(catalogue: Catalogue) -> None:
    programme = day(WWZ, replace(SAFETY, status=Status.CANCELLED))
    assert said(catalogue, at(11, 30), programme=programme, choices=following("wwz", "veiligheid")) == (
        "Over 10 minuten: themagroep Wonen, welzijn en zorg, 11.40 uur, zaal 3."
    )


def test_what_a_group_joins_instead(catalogue: Catalogue) -> None:
    text = said(
        catalogue,
        at(14, 50),
        starts_at=at(15),
        programme=day(WWZ, TALK),
        choices=following("asiel"),
    )
    assert text == "Over 10 minuten: gesprek met de staatssecretaris, 15.00 uur, Gravenzaal."
