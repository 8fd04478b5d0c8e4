import pytest
from question_days import DIGITAL, HAARLEM, ask, days, query

from bot.questions.rooms import Found, find
from bot.questions.text import tokens


def room(text: str, day: str = HAARLEM) -> tuple[str | None, str]:
    found = find([t.text for t in tokens(text)], days()[day])
    return found.room, found.unknown


@pytest.mark.parametrize(
    "text",
    ["zaal 3", "zaal3", "Zaal drie", "derde zaal", "de 3e zaal", "room 3", "room three", "third room", "hall 3", "z3",
     "zaal nummer 3", "zaal nr 3", "zl 3", "rm 3", "Zaal 3 om 11.40", "zaal 3?", "wat is er in zaal 3 om half drie"],
)  # fmt: skip
def test_a_room_by_number(text: str) -> None:
    assert room(text) == ("zaal-3", "")


@pytest.mark.parametrize("text", ["Gravenzaal", "gravezaal", "graafzaal", "zaal 1", "de plenaire zaal", "eerste zaal"])
def test_a_room_by_name_and_by_what_it_is(text: str) -> None:
    assert room(text) == ("gravenzaal", "")


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("zaal 9", "zaal 9"), ("room 12", "zaal 12"), ("regentenkamer", "regentenkamer"), ("zaal b2", "zaal b2"),
     ("vroedschapskamer", "vroedschapskamer"), ("room C", "room c"), ("tuinfoyer", "tuinfoyer")],
)  # fmt: skip
def test_a_room_that_the_day_does_not_have(text: str, unknown: str) -> None:
    assert room(text) == (None, unknown)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "veiligheid",
        "om 3 uur",
        "welke zaal",
        "zaal 1140",
        "zaal",
        "is er een zaal",
        "3",
        "kamer 3 uur",
        "plenaire start",
    ],
)
def test_a_question_without_a_room(text: str) -> None:
    assert room(text) == (None, "")


def test_the_words_of_a_room_are_told_so_that_nothing_else_reads_them() -> None:
    words = ["om", "3", "uur", "in", "zaal", "3"]
    assert find(words, days()[HAARLEM]) == Found("zaal-3", used=frozenset({4, 5}))


def test_a_number_after_a_room_is_the_time() -> None:
    found = query("zaal 3 3 uur")
    assert (
        found.room,
        found.when and days()[HAARLEM].local(found.when.at or days()[HAARLEM].sessions[0].start).hour,
    ) == (
        "zaal-3",
        15,
    )


def test_a_day_without_rooms_has_none() -> None:
    assert room("zaal 3", DIGITAL) == (None, "zaal 3")
    assert ask("zaal 3", day=DIGITAL).message.plain() == (
        "Zaal 3 staat niet in dit programma: de bijeenkomsten zijn online, er zijn geen zalen."
    )
