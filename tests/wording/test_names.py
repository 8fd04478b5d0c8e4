from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_days import DIGITAL, HAARLEM, LELYSTAD, days, sentences

from bot.programme.model import Language, Room
from bot.wording import names
from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN

HALL = Room(slug="gravenzaal", name="Gravenzaal", number=1)
NUMBERED = Room(slug="zaal-3", name="Zaal 3", number=3)
NAMED = Room(slug="foyer", name="Foyer")


@pytest.mark.parametrize(
    ("key", "dutch", "english"),
    [
        ("woningmarkt", "themagroep Woningmarkt", "themagroep Woningmarkt (housing market)"),
        ("pijler-fysiek", "pijler Fysiek", "pijler Fysiek (physical domain)"),
        ("gesprek-staatssecretaris", "gesprek met staatssecretaris Eric van der Burg",
         "talk with state secretary Eric van der Burg"),
        ("plenaire-start", "plenaire start", "plenary opening"),
        ("borrel", "borrel", "drinks"),
        ("mkb", "themagroep MKB en economische vernieuwing",
         "themagroep MKB en economische vernieuwing (SMEs and economic renewal)"),
    ],
)  # fmt: skip
def test_a_session_inside_a_sentence(key: str, dutch: str, english: str) -> None:
    day = days()[HAARLEM]
    found = [names.session_name(day.session_by_key[key], day, sentences()[x]) for x in ("nl", "en")]
    assert found == [dutch, english]


def test_without_a_gloss_the_name_stands_alone() -> None:
    day, english = days()[HAARLEM], sentences()["en"]
    session = day.session_by_key["woningmarkt"]
    assert names.session_name(session, day, english, gloss=False) == "themagroep Woningmarkt"
    assert names.meaning(session, day, english) == "housing market"
    assert names.meaning(session, day, sentences()["nl"]) == ""
    assert names.session_short(session, english) == "Woningmarkt"


@pytest.mark.parametrize(
    ("room", "language", "plain", "inside", "full"),
    [
        (HALL, "nl", "Gravenzaal", "de Gravenzaal", "Gravenzaal (zaal 1)"),
        (HALL, "en", "Gravenzaal", "the Gravenzaal", "Gravenzaal (room 1)"),
        (NUMBERED, "nl", "zaal 3", "zaal 3", "zaal 3"),
        (NUMBERED, "en", "room 3", "room 3", "room 3"),
        (NAMED, "nl", "Foyer", "de Foyer", "Foyer"),
    ],
)
def test_a_room(room: Room, language: Language, plain: str, inside: str, full: str) -> None:
    words = sentences()[language]
    assert names.room_name(room, words) == plain
    assert names.room_inside(room, words) == inside
    assert names.room_full_name(room, words) == full


def test_english_says_once_what_the_signs_say() -> None:
    assert [names.room_said(room, sentences()["en"]) for room in (NUMBERED, HALL)] == ["room (zaal) 3", "Gravenzaal"]


@pytest.mark.parametrize(
    ("day", "key", "place"),
    [(HAARLEM, "veiligheid", "zaal 5"), (DIGITAL, "veiligheid", "online"), (LELYSTAD, "borrel", "")],
)
def test_the_place_of_a_session(day: str, key: str, place: str) -> None:
    assert names.place(days()[day].session_by_key[key], days()[day], sentences()["nl"]) == place


@pytest.mark.parametrize(
    ("day", "utc", "clock"),
    [
        (HAARLEM, (2023, 2, 10, 8, 5), "9.05"),
        (DIGITAL, (2020, 9, 24, 8, 5), "10.05"),
        (HAARLEM, (2023, 2, 9, 23, 0), "0.00"),
    ],
)
def test_times_are_those_of_the_place(day: str, utc: tuple[int, int, int, int, int], clock: str) -> None:
    assert names.clock(datetime(*utc, tzinfo=UTC), days()[day]) == clock


def test_a_date_in_full() -> None:
    assert [names.day_name(date(2023, 2, 10), sentences()[x]) for x in ("nl", "en")] == [
        "vrijdag 10 februari 2023",
        "Friday 10 February 2023",
    ]


@pytest.mark.parametrize(
    ("parts", "by", "dutch"),
    [
        ((), "name-and", ""),
        (("a",), "name-and", "a"),
        (("a", "b"), "name-or", "a of b"),
        (("a", "b", "c"), "name-and", "a, b en c"),
    ],
)
def test_names_joined_as_a_sentence_does(parts: tuple[str, ...], by: str, dutch: str) -> None:
    assert names.joined(parts, sentences()["nl"], by=by) == dutch


@pytest.mark.parametrize(
    ("text", "small", "large"),
    [
        ("Lunch met AB", "lunch met AB", "Lunch met AB"),
        ("MKB en vernieuwing", "MKB en vernieuwing", "MKB en vernieuwing"),
        ("éénmaal", "éénmaal", "Éénmaal"),
        ("", "", ""),
        ("9.30 uur", "9.30 uur", "9.30 uur"),
        (f"{BOLD_OPEN}pijler{BOLD_CLOSE}", f"{BOLD_OPEN}pijler{BOLD_CLOSE}", f"{BOLD_OPEN}Pijler{BOLD_CLOSE}"),
    ],
)
def test_capitals_at_the_start(text: str, small: str, large: str) -> None:
    assert (names.uncapital(text), names.capital(text)) == (small, large)


@given(st.text(max_size=30))
def test_a_capital_changes_nothing_else(text: str) -> None:
    assert names.capital(text).casefold() == text.casefold() or names.capital(text)[-1:] == text[-1:]
