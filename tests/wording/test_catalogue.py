import pytest
from question_days import sentences

from bot.wording.catalogue import read_catalogue
from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN, message

SOURCE = "hello = Dag { BOLD($name) }, { $count } keer\n"
WORDS = read_catalogue({"nl": SOURCE, "en": "hello = Hello { $name }, { $count } times\n"})


def test_a_sentence_is_filled_in_each_language() -> None:
    assert WORDS["en"]("hello", name="Waal", count="3") == "Hello Waal, 3 times"
    assert message(WORDS["nl"]("hello", name="Waal", count="3")).plain() == "Dag Waal, 3 keer"


def test_no_marks_are_put_around_values() -> None:
    assert not set(WORDS["en"]("hello", name="Waal", count="3")) & {"\u2068", "\u2069"}


def test_what_people_wrote_does_not_end_what_stands_out() -> None:
    text = WORDS["nl"]("hello", name=f"Wa{BOLD_CLOSE}al{BOLD_OPEN}", count="3")
    assert [span.text for span in message(text).lines[0] if span.bold] == ["Waal"]


def test_a_value_that_looks_like_a_placeholder_is_only_text() -> None:
    assert WORDS["en"]("hello", name="{ $count }", count="3") == "Hello { $count }, 3 times"


def test_an_unknown_sentence_and_a_missing_value_are_mistakes() -> None:
    with pytest.raises(KeyError):
        WORDS["nl"]("goodbye")
    with pytest.raises(ValueError, match="hello"):
        WORDS["nl"]("hello", name="Waal")
    assert (WORDS["nl"].has("hello"), WORDS["nl"].has("goodbye")) == (True, False)


def test_a_year_is_written_without_a_point_and_a_plural_is_chosen() -> None:
    dutch = sentences()["nl"]
    assert "2023" in dutch("answer-day", event="Dag", date="10 februari 2023", place="")
    one, more = (dutch("answer-provisional-speakers", names="Linde", count=n) for n in (1, 2))
    assert (one.rstrip(".").split()[-1], more.rstrip(".").split()[-1]) == ("komt", "komen")
