import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.numbers import CARDINALS, ORDINALS, TENS, in_dutch, in_english, number


@pytest.mark.parametrize("value", range(60))
def test_every_number_up_to_fifty_nine_comes_back_from_its_dutch_word(value: int) -> None:
    assert number(in_dutch(value)) == value


@pytest.mark.parametrize("value", range(60))
def test_every_number_up_to_fifty_nine_comes_back_from_its_english_words(value: int) -> None:
    ten, *unit = in_english(value).split()
    assert sum(number(word) or 0 for word in (ten, *unit)) == value
    assert number(in_english(value).replace(" ", "")) == value
    assert not unit or TENS[ten] + CARDINALS[unit[0]] == value


@given(st.integers(0, 9999))
def test_digits_are_their_number(value: int) -> None:
    assert number(str(value)) == value


@pytest.mark.parametrize("word", ["zaal", "12345", "", "eenentachtig", "derde", "half", "²", "-1"])
def test_another_word_is_no_number(word: str) -> None:
    assert number(word) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [("tweeentwintig", 22), ("vijfenveertig", 45), ("fortyfive", 45), ("drieen", 3), ("achten", 8), ("twaalven", 12)],
)
def test_glued_and_old_forms_are_numbers(word: str, value: int) -> None:
    assert number(word) == value


def test_ordinals_count_to_eight_in_both_languages() -> None:
    assert sorted(ORDINALS.values()) == sorted([*range(1, 9), *range(1, 9)])
