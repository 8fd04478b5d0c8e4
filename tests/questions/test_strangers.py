"""People whom the day does not know: said so, and never taken for a word that looks alike."""

import pytest
from question_days import DIGITAL, HAARLEM, ask

NOT_THERE = {"nl": " staat niet in het programma.", "en": " is not in the programme."}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("wie is Piet Jansen", "Piet Jansen"),
        ("wie is piet jansen?", "Piet Jansen"),
        ("Wie is jan de vries eigenlijk?", "Jan de Vries"),
        ("wie is jansen", "Jansen"),
        ("waar is Piet Jansen", "Piet Jansen"),
        ("is Piet Jansen er?", "Piet Jansen"),
        ("Komt Mark Rutte?", "Mark Rutte"),
        ("hoe laat spreekt Sjaak Bral", "Sjaak Bral"),
        ("Anna de Boer", "Anna de Boer"),
        ("is Jan Smit er ook", "Jan Smit"),
    ],
)
@pytest.mark.parametrize("day", [HAARLEM, DIGITAL])
def test_somebody_who_has_no_part_is_said_not_to_be_there(day: str, question: str, name: str) -> None:
    answer = ask(question, day=day)
    assert answer.message.plain().startswith(name + NOT_THERE["nl"])
    assert not answer.understood


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is Piet Jansen", "Piet Jansen"),
        ("who is John Smith", "John Smith"),
        ("where is Mary Jones", "Mary Jones"),
        ("Is Joe Biden coming?", "Joe Biden"),
    ],
)
def test_in_english_too(question: str, name: str) -> None:
    assert ask(question, language="en").message.plain().startswith(name + NOT_THERE["en"])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("wie is Mike Vrolyjk", "Mike Vrolijk"),
        ("wie is vrolijk", "Mike Vrolijk"),
        ("wie is Hugo de Jonge", "Hugo de Jonge staat niet als spreker"),
        ("wie is de voorziter", "Paul Depla"),
        ("Mijn naam is Piet Jansen, waar is Veiligheid?", "Themagroep Veiligheid: zaal 5"),
        ("Waar is de Garderope", "garderobe"),
        ("WAAR IS DE GARDEROPE", "garderobe"),
        ("Waar is Wonning Markt", "Woningmarkt"),
        ("Zorg Jeugt en Onderwys", "Zorg, Jeugd en Onderwijs"),
    ],
)
def test_who_and_what_is_there_is_still_found_though_misspelt(question: str, told: str) -> None:
    assert told in ask(question).message.plain()


def test_somebody_like_them_is_offered() -> None:
    assert "Bedoelt u misschien Mirjam Visscher?" in ask("waar is Marie Visser").message.plain()
