import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_days import HAARLEM, days

from bot.questions.lexicon import lexicon
from bot.questions.spelling import Speller, speller, stem, tolerance

NAMES = speller(["woningmarkt", "veiligheid", "financien", "europa", "zorg", "zaal", "waar", "is", "wonen", "trein"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sociaal", "sociale"),
        ("warmtenet", "warmtenetten"),
        ("woondeal", "woondeals"),
        ("stad", "steden"),
        ("fysiek", "fysieke"),
        ("pijler", "pijlers"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert (stem(one) == stem(other)) is (one != "stad")  # the rule is crude: a changed vowel is another stem


@pytest.mark.parametrize(("one", "other"), [("wonen", "woning"), ("zorg", "zorgen"), ("europa", "euro"), ("11", "1")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert (stem(one) == stem(other)) is (other == "zorgen")


def test_a_run_of_one_letter_is_no_other_word() -> None:
    assert len(stem("a" * 600)) > 500


@given(st.text(alphabet="abcdenos", max_size=20))
def test_a_stem_is_never_longer_than_the_word_and_never_lost(word: str) -> None:
    assert len(stem(word)) <= len(word)
    assert bool(stem(word)) is bool(word)


@pytest.mark.parametrize(
    ("word", "mistakes"),
    [("db", 0), ("zaal", 1), ("europa", 1), ("woningm", 1), ("woningmarkt", 2), ("woningmarkten", 3)],
)
def test_a_longer_word_may_hold_more_mistakes(word: str, mistakes: int) -> None:
    assert tolerance(word) == mistakes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("woningmrkt", "woningmarkt"),  # a letter too few
        ("woningmarrkt", "woningmarkt"),  # one too many
        ("woningmarkd", "woningmarkt"),  # another one
        ("wonignmarkt", "woningmarkt"),  # two swapped
        ("veilighied", "veiligheid"),
        ("financieen", "financien"),
        ("eurpoa", "europa"),
        ("voetbal", None),
        ("orpa", None),
        ("drein", None),  # a short word that begins otherwise is another word
        ("db", None),
        ("", None),
    ],
)
def test_the_nearest_word(typed: str, meant: str | None) -> None:
    assert NAMES.nearest(typed) == meant


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("waariswoningmarkt", ("waar", "is", "woningmarkt")),
        ("zaalwoningmarkt", ("zaal", "woningmarkt")),
        ("waariszorg", ("waar", "is", "zorg")),
        ("woningmarkt", None),  # one word is no run of words
        ("waarisdat", None),
        ("zaal", None),
        ("waar" * 16, None),
    ],
)
def test_words_typed_without_spaces(run: str, words: tuple[str, ...] | None) -> None:
    assert NAMES.split(run) == words


@pytest.mark.parametrize(
    ("start", "found"),
    [("woningm", ("woningmarkt",)), ("veili", ("veiligheid",)), ("woni", ()), ("xxxxx", ()), ("europa", ("europa",))],
)
def test_a_word_cut_short(start: str, found: tuple[str, ...]) -> None:
    assert NAMES.extensions(start) == found


LONG = sorted(word for word in lexicon(days()[HAARLEM]).strong.words if len(word) >= 8)


@given(word=st.sampled_from(LONG), data=st.data())
def test_a_long_name_with_two_letters_swapped_is_near_to_itself(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    typed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    every = lexicon(days()[HAARLEM]).strong
    found = every.nearest(typed)
    assert found is not None
    assert found == word or typed in every.words or _as_near(typed, found, every)


def _as_near(typed: str, found: str, every: Speller) -> bool:
    """Say whether the word found is at most one mistake away too."""
    return found in every.words and abs(len(found) - len(typed)) <= 1
