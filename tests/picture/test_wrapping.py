from hypothesis import given
from hypothesis import strategies as st

from bot.picture.wrapping import longest_word, wrap

LETTERS = st.text(st.sampled_from("abcdefghij éx-/ "), max_size=80)


def letters(text: str) -> float:
    """Measure as a typewriter does."""
    return len(text)


@given(LETTERS, st.integers(2, 30), st.integers(1, 6))
def test_no_line_is_wider_and_there_are_no_more_than_may_be(text: str, width: int, longest: int) -> None:
    lines = wrap(text, letters, width, longest=longest)
    assert 1 <= len(lines) <= longest
    assert all(len(line) <= width for line in lines)


@given(LETTERS, st.integers(2, 30))
def test_nothing_is_lost_but_spaces_and_hyphens(text: str, width: int) -> None:
    lines = wrap(text, letters, width, longest=100)
    whole = "".join(lines).replace("-", "").replace(" ", "")
    assert whole == text.replace("-", "").replace(" ", "")


@given(LETTERS, st.integers(3, 30), st.integers(1, 4))
def test_what_does_not_fit_ends_in_an_ellipsis(text: str, width: int, longest: int) -> None:
    fits = len(wrap(text, letters, width, longest=100)) <= longest
    assert wrap(text, letters, width, longest=longest)[-1].endswith("…") == (not fits)


def test_lines_break_between_words_and_after_a_hyphen_or_stroke() -> None:
    assert wrap("aansluiting onderwijs-arbeidsmarkt", letters, 14, longest=5) == (
        "aansluiting",
        "onderwijs-",
        "arbeidsmarkt",
    )
    assert wrap("Veiligheid/platform", letters, 12, longest=5) == ("Veiligheid/", "platform")


def test_a_long_word_is_broken_where_a_syllable_may_begin() -> None:
    assert wrap("mobiliteitsvernieuwing", letters, 13, longest=5) == ("mobiliteits-", "vernieuwing")
    assert wrap("xxxxxxxxxx", letters, 6, longest=5) == ("xxxxx-", "xxxxx")


def test_the_longest_word_counts_its_pieces() -> None:
    assert longest_word("een onderwijs-arbeidsmarkt", letters) == len("arbeidsmarkt")
    assert longest_word("", letters) == 0
