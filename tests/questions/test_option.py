from dataclasses import replace

import pytest
from question_days import HAARLEM, days

from bot.questions import option
from bot.questions.query import Ask, Topic, TopicKind

DAY = days()[HAARLEM]
NUMBERED = replace(
    DAY,
    sessions=tuple(
        replace(s, speakers=tuple(replace(p, id=s.id * 100 + i) for i, p in enumerate(s.speakers, 1)))
        for s in DAY.sessions
    ),
)


@pytest.mark.parametrize("ask", [Ask.WHERE, Ask.WHEN, Ask.WHO, Ask.CONTACT, Ask.WHAT])
@pytest.mark.parametrize(
    "topic",
    [
        Topic(TopicKind.GROUP, "veiligheid"),
        Topic(TopicKind.SESSION, "lunch-ab"),
        Topic(TopicKind.PERSON, "Joeri Vig"),
    ],
)
def test_what_is_meant_and_asked_comes_back(topic: Topic, ask: Ask) -> None:
    numbers = option.numbers(topic, ask, NUMBERED)
    assert numbers is not None
    assert option.read(*numbers, NUMBERED) == (topic, ask)
    assert option.is_session(numbers[1]) is (topic.kind is TopicKind.SESSION)


def test_what_has_no_id_cannot_be_pressed() -> None:
    assert option.numbers(Topic(TopicKind.MENTION, "Hugo de Jonge"), Ask.WHERE, NUMBERED) is None
    assert option.numbers(Topic(TopicKind.GROUP, "nergens"), Ask.WHERE, NUMBERED) is None


def test_another_question_is_that_about_the_name() -> None:
    numbers = option.numbers(Topic(TopicKind.GROUP, "veiligheid"), Ask.THANKS, NUMBERED)
    assert numbers is not None
    assert option.read(*numbers, NUMBERED) == (Topic(TopicKind.GROUP, "veiligheid"), Ask.WHAT)


@pytest.mark.parametrize(("id_", "number"), [(1, 0), (1, 10_000), (999_999, 1), (999_999, 2), (999_999, 3), (1, -5)])
def test_what_never_was_is_nothing(id_: int, number: int) -> None:
    assert option.read(id_, number, NUMBERED) is None


def test_numbers_that_were_given_keep_their_meaning() -> None:
    group = DAY.group_by_slug["veiligheid"].id
    assert [
        option.numbers(Topic(TopicKind.GROUP, "veiligheid"), ask, DAY) for ask in (Ask.WHAT, Ask.WHERE, Ask.WHO)
    ] == [
        (group, 1),
        (group, 4),
        (group, 19),
    ]
