import pytest
from question_days import HAARLEM, days

from bot.questions.lexicon import lexicon
from bot.questions.near import near

DAY = days()[HAARLEM]


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("veiligheidsoverleg", ["veiligheid"]),
        ("wijkveiligheid", ["veiligheid"]),
        ("woonmarkt", ["woningmarkt"]),
        ("leefomgevingsvisie", ["leefomgeving"]),
        ("klimaatoverleg", []),
        ("vuilnisman", []),
        ("mark", []),
        ("12345678", []),
    ],
)
def test_names_like_a_word_are_offered(word: str, keys: list[str]) -> None:
    assert [topic.key for topic in near([word], DAY, lexicon(DAY))] == keys


def test_a_group_and_its_one_session_are_one_name() -> None:
    found = near(["veiligheidsoverleg", "woonmarkt", "leefomgevingsvisie"], DAY, lexicon(DAY))
    assert len(found) == len({topic.key for topic in found}) <= 3
