import pytest
from question_days import HAARLEM, days

from bot.questions.clauses import clauses
from bot.questions.lexicon import lexicon


def split(text: str) -> list[str]:
    return [" ".join(words) for words in clauses(text, lexicon(days()[HAARLEM]))]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("waar is woningmarkt en wie spreekt daar?", ["waar is woningmarkt", "wie spreekt daar"]),
        ("hoe laat is de lunch en wanneer begint de borrel", ["hoe laat is de lunch", "wanneer begint de borrel"]),
        ("Where is Veiligheid, when does it end?", ["where is veiligheid", "when does it end"]),
        ("zaal 3 en zaal 4 om 11.40", ["zaal 3 om 11 . 40", "zaal 4 om 11 . 40"]),
        ("zaal 3 en 4 om 11.40", ["zaal 3 om 11 . 40", "zaal 4 om 11 . 40"]),
        ("what's on in room 2 and in room 5 at 3 pm", ["whats on in room 2 at 3 pm", "whats on in room 5 at 3 pm"]),
        ("waar is wonen en welzijn", ["waar is wonen en welzijn"]),
        ("zaal 3 tussen 11 en 12", ["zaal 3 tussen 11 en 12"]),
        ("waar is europa? en de borrel?", ["waar is europa", "en de borrel"]),
        ("", []),
        ("?!?", []),
    ],
)
def test_a_message_is_taken_apart_into_questions(text: str, questions: list[str]) -> None:
    assert split(text) == questions


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("waariswoningmarkt", "waar is woningmarkt"),
        ("woning markt", "woningmarkt"),
        ("graven zaal", "gravenzaal"),
        ("veilighied waar", "veiligheid waar"),
        ("waneer is de lunhc", "wanneer is de lunch"),
        ("flipperkast", "flipperkast"),
        ("zaal3", "zaal 3"),
    ],
)
def test_mistakes_are_put_right_before_anything_is_read(typed: str, meant: str) -> None:
    assert split(typed) == [meant]
