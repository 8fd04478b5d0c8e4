from dataclasses import replace

import pytest
from question_days import HAARLEM, days, moment, sentences

from bot.programme.model import KeptAnswer, Language, Programme
from bot.questions import kept
from bot.questions.kept import Same
from bot.questions.reply import Reply, reply

DAY = days()[HAARLEM]
NOW = moment(DAY, "11.20")


def answered(programme: Programme, text: str, language: Language = "nl") -> Reply:
    return reply(text, programme, now=NOW, language=language, catalogue=sentences())


def knowing(question: str, answer: str) -> Programme:
    """Give the day on which the organisers answered a question."""
    made = kept.answer_to_keep(question, answer, kept.of_text(question, DAY, NOW))
    return replace(DAY, kept_answers=(made,))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("wat is de wifi code?", Same("wifi")),
        ("is there wifi", Same("wifi")),
        ("waar is de vestiaire?", Same("", "", ("vestiair",))),
        ("Is er een vestiaire", Same("", "", ("vestiair",))),
        ("wanneer sluit de vestiaire", Same("", "when", ("vestiair",))),
        ("waar is de vestiaire en wie is de fotograaf?", Same()),
        ("hoe dan?", Same()),
    ],
)
def test_by_what_a_question_is_known_again(text: str, same: Same) -> None:
    assert kept.of_text(text, DAY, NOW) == same


@pytest.mark.parametrize(
    ("asked", "again"),
    [
        ("waar is de vestiaire?", "is er een vestiaire"),
        ("waar is de vestiaire?", "where is the vestiaire"),
        ("wat is de wifi code", "is there wifi?"),
    ],
)
def test_the_same_question_gets_the_kept_answer(asked: str, again: str) -> None:
    found = answered(knowing(asked, "Links."), again)
    assert (found.message.plain(), found.understood, found.unanswered) == (
        "Volgens de organisatie: Links.",
        True,
        None,
    )


@pytest.mark.parametrize(
    "other",
    [
        "wanneer sluit de vestiaire",
        "waar is de geheime vestiaire",
        "wie is de vestiaire",
        "waar is de fotograaf",
        "waar kan ik parkeren",
    ],
)
def test_another_question_does_not(other: str) -> None:
    found = answered(knowing("waar is de vestiaire?", "Links."), other)
    assert "organisatie:" not in found.message.plain()
    assert found.unanswered is not None


def test_what_the_programme_answers_itself_goes_first() -> None:
    made = KeptAnswer(question="waar is veiligheid", answer="Links.", words=("veiligheid",))
    found = answered(replace(DAY, kept_answers=(made,)), "waar is veiligheid")
    assert "Links." not in found.message.plain()
    assert found.unanswered is None


def test_of_two_questions_each_gets_its_own_answer() -> None:
    found = answered(knowing("waar is de vestiaire?", "Links."), "waar is de vestiaire? waar is veiligheid?")
    lines = found.message.plain().splitlines()
    assert (lines[0], "zaal 5" in lines[2], found.unanswered) == ("Volgens de organisatie: Links.", True, None)


def test_two_questions_at_once_are_not_one_that_is_known_again() -> None:
    assert answered(DAY, "waar is de vestiaire? waar is de fotograaf?").unanswered == Same()


def test_a_kept_question_says_nothing_about_who_asked() -> None:
    text = "waar is de vestiaire? bel 0612345678 of mail jan@stad.example"
    made = kept.answer_to_keep(text, "Links.", Same(words=("vestiair",)))
    assert made == KeptAnswer(
        question="waar is de vestiaire? bel *** of mail ***", answer="Links.", words=("vestiair",)
    )


def test_talk_is_no_question_for_the_organisers() -> None:
    for text in ("dank u wel", "hallo", "help", "zaal 3 om 11.40", "hoe laat is het"):
        assert answered(DAY, text).unanswered is None
