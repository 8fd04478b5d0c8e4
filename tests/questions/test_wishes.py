"""What people ask of the bot itself, told from questions about the day."""

import pytest
from question_days import DATA
from question_score import rows

from bot.questions.wishes import Wish, wish


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("stop", Wish.STOP),
        ("Laat me met rust!", Wish.STOP),
        ("stop met berichten sturen", Wish.STOP),
        ("herinner mij niet meer", Wish.NO_REMINDERS),
        ("Geen herinneringen meer graag", Wish.NO_REMINDERS),
        ("zet herinneringen uit", Wish.NO_REMINDERS),
        ("stop reminding me", Wish.NO_REMINDERS),
        ("turn off reminders", Wish.NO_REMINDERS),
        ("zet herinneringen weer aan", Wish.REMINDERS),
        ("Herinneringen aan graag", Wish.REMINDERS),
        ("ik wil weer herinneringen", Wish.REMINDERS),
        ("herinner mij weer", Wish.REMINDERS),
        ("turn reminders back on", Wish.REMINDERS),
        ("turn on my reminders again", Wish.REMINDERS),
        ("reminders on", Wish.REMINDERS),
        ("reminders off", Wish.NO_REMINDERS),
        ("herinneringen uit", Wish.NO_REMINDERS),
        ("instellingen", Wish.SETTINGS),
        ("settings", Wish.SETTINGS),
        ("privacy", Wish.PRIVACY),
        ("wat bewaar je van mij", Wish.PRIVACY),
        ("mijn gegevens", Wish.MY_DATA),
        ("vergeet mij", Wish.FORGET),
        ("verwijder al mijn gegevens", Wish.FORGET),
        ("delete my data", Wish.FORGET),
        ("Engels graag", Wish.ENGLISH),
        ("english please", Wish.ENGLISH),
        ("in het Nederlands", Wish.DUTCH),
    ],
)
def test_what_is_wanted_of_the_bot(said: str, meant: Wish) -> None:
    assert wish(said) is meant


@pytest.mark.parametrize("said", ["", "stop?", "wanneer stopt Veiligheid", "vergeet de lunch niet", "mijn programma"])
def test_the_rest_is_a_question(said: str) -> None:
    assert wish(said) is None


def test_no_kept_question_is_taken_for_it() -> None:
    asked = [t["q"] for file in DATA.glob("*.jsonl") for row in rows(file) for t in row.get("turns", [row])]
    assert len(asked) > 1000
    assert [q for q in asked if wish(q) is not None] == []
