import pytest
from question_days import DIGITAL, HAARLEM, LELYSTAD, ask, query


def named(text: str, day: str = HAARLEM) -> list[str]:
    return [topic.key for topic in query(text, day=day).topics]


def options(text: str, day: str = HAARLEM) -> list[str]:
    return [topic.key for topic in query(text, day=day).options]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("woningmarkt", ["woningmarkt"]),
        ("woning markt", ["woningmarkt"]),
        ("wonen", ["wonen-welzijn-zorg"]),
        ("wonen welzijn", ["wonen-welzijn-zorg"]),
        ("duurzaamheid", ["duurzaamheid"]),
        ("slimme duurzame", ["slimme-verstedelijking"]),
        ("duurzame verstedelijking", ["slimme-verstedelijking"]),
        ("zorg en jeugd", ["zorg-jeugd-onderwijs"]),
        ("jeugd", ["zorg-jeugd-onderwijs"]),
        ("welzijn en zorg", ["wonen-welzijn-zorg"]),
        ("economie en werk", ["economie-en-werk"]),
        ("mkb en economische vernieuwing", ["mkb"]),
        ("sociaal", ["sociaal"]),
        ("sociale pijler", ["sociaal"]),
        ("schulden", ["armoede-en-schulden"]),
        ("statushouders", ["asiel"]),
        ("sustainability", ["duurzaamheid"]),
        ("housing market", ["woningmarkt"]),
        ("housing welfare and care", ["wonen-welzijn-zorg"]),
    ],
)
def test_names_that_look_alike_are_told_apart(text: str, keys: list[str]) -> None:
    assert (named(text), options(text)) == (keys, [])


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("zorg", ["wonen-welzijn-zorg", "zorg-jeugd-onderwijs"]),
        ("waar is zorg", ["wonen-welzijn-zorg", "zorg-jeugd-onderwijs"]),
    ],
)
def test_a_word_of_two_names_leaves_the_choice(text: str, keys: list[str]) -> None:
    assert (named(text), sorted(options(text))) == ([], keys)


def test_the_choice_is_offered_in_the_text_and_with_a_button_for_each() -> None:
    found = ask("waar is zorg")
    assert found.message.plain() == "Welke bedoelt u: Wonen, welzijn en zorg of Zorg, Jeugd en Onderwijs?"
    assert [b.label for row in found.message.buttons for b in row] == [
        "Wonen, welzijn en zorg",
        "Zorg, Jeugd en Onderwijs",
    ]


def test_nothing_is_asked_where_the_answers_are_the_same() -> None:
    # The group and the session it holds share a name.
    assert options("duurzaamheid") == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Joeri Vig en Mike Vrolijk", ["Joeri Vig", "Mike Vrolijk"]),
        ("Schrederhof", ["Karin Schrederhof"]),
        ("schrederhoff", ["Karin Schrederhof"]),
        ("Jos Wienen", ["Jos Wienen"]),
        ("minister Hugo de Jonge", ["Hugo de Jonge"]),
        ("woningmarkt van Schrederhof", ["woningmarkt", "Karin Schrederhof"]),
    ],
)
def test_people_are_found_by_any_part_of_their_name(text: str, keys: list[str]) -> None:
    assert sorted(named(text)) == sorted(keys)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("waar is de flipperkast", ("flipperkast",)),
        ("woningmarkt met flipperkast", ("flipperkast",)),
        ("waar is woningmarkt", ()),
        ("zaal 3 om 11.40", ()),
        ("xqzt", ("xqzt",)),
    ],
)
def test_words_that_nothing_explains_are_told(text: str, unknown: tuple[str, ...]) -> None:
    assert query(text).unknown == unknown


@pytest.mark.parametrize(("day", "key"), [(HAARLEM, "leefomgeving"), (LELYSTAD, "leefomgeving")])
def test_a_former_name_means_the_group_of_today(day: str, key: str) -> None:
    assert named("omgevingswet", day) == [key]


@pytest.mark.parametrize(
    ("text", "by_role"), [("de directeur van EZK", ["Mirjam Visscher"]), ("wethouder van delft", ["Karin Schrederhof"])]
)
def test_somebody_is_found_by_role_and_organisation(text: str, by_role: list[str]) -> None:
    assert named(text) == by_role


def test_a_former_name_that_is_a_session_of_the_day_means_that() -> None:
    assert named("omgevingswet", DIGITAL) == ["omgevingswet"]
