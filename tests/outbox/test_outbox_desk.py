"""What goes to the organisers and what comes back, as it is worded when it is sent."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.outbox.desk import question_in, worded
from bot.outbox.model import OutboxRow, OutboxState
from bot.outbox.skip import Reason, Skip
from bot.people.desk import DeskQuestion
from bot.wording import desk
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Message

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
ASKED = DeskQuestion(
    id=12,
    chat_id=1,
    event_id=1,
    text="where is the photographer?",
    language="en",
    asked_at=NOW,
    sent_at=NOW,
    answer="Bij de deur.",
    answered_at=NOW,
    answer_message_id=7,
)


def row(kind: str, key: str, **facts: Any) -> OutboxRow:
    known: dict[str, Any] = {"id": 1, "chat_id": 1, "event_id": 1, "starts_at": NOW, "due_at": NOW}
    known |= {"expires_at": NOW, "priority": 5, "state": OutboxState.SENDING}
    return OutboxRow(key=key, kind=kind, **(known | facts))


def said(found: Message | Skip) -> str:
    assert isinstance(found, Message)
    return found.plain()


@pytest.mark.parametrize(
    ("kind", "key", "repeated", "text"),
    [
        (
            "desk-question",
            "desk-question:12",
            False,
            (
                "Vraag 12 van een deelnemer:\n“where is the photographer?”\n"
                "De vraag is in het Engels. Antwoord op dit bericht, dan stuur ik uw antwoord door."
            ),
        ),
        (
            "desk-answer",
            "desk-answer:12:7",
            False,
            "Antwoord van de organisatie op uw vraag “where is the photographer?”: Bij de deur.",
        ),
        (
            "desk-answer",
            "desk-answer:12:7",
            True,
            "(herhaald) Antwoord van de organisatie op uw vraag “where is the photographer?”: Bij de deur.",
        ),
        (
            "desk-failed",
            "desk-failed:12",
            False,
            (
                "Uw vraag “where is the photographer?” kon niet worden doorgestuurd naar de organisatie. "
                "Vraag het aan de organisatie ter plaatse."
            ),
        ),
    ],
)
def test_each_kind_has_its_words(catalogue: Catalogue, kind: str, key: str, repeated: bool, text: str) -> None:
    made = row(kind, key, state=OutboxState.SENDING, repeated=repeated)
    assert question_in(made) == 12
    assert said(worded(made, ASKED, catalogue["nl"])) == text


def test_an_answer_that_another_followed_is_not_sent(catalogue: Catalogue) -> None:
    assert worded(row("desk-answer", "desk-answer:12:3"), ASKED, catalogue["nl"]) == Skip(Reason.NOT_WANTED)


def test_what_was_forgotten_is_not_sent(catalogue: Catalogue) -> None:
    assert worded(row("desk-question", "desk-question:12"), None, catalogue["nl"]) == Skip(Reason.GONE)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("repeated", [False, True])
def test_the_number_can_be_read_back(catalogue: Catalogue, language: str, repeated: bool) -> None:
    words = catalogue["nl" if language == "nl" else "en"]
    text = desk.to_organisers(ASKED, words, repeated=repeated).plain()
    assert desk.number_in(text, catalogue) == 12


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vraag 12",
        "Ik lees: Vraag 12 van een deelnemer:\nmag ik?",
        "Uw antwoord op vraag 12 is doorgestuurd.",
        "Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg, tot 12.40 uur.",
    ],
)
def test_no_other_text_holds_a_number(catalogue: Catalogue, text: str) -> None:
    assert desk.number_in(text, catalogue) is None
