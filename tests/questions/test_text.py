import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.text import LONGEST, Token, fold, tokens, words_of

TYPED = st.text(max_size=200) | st.text(alphabet="aéÉïſßﬁ'’`&+-. :0123456789²Ⅷ١\x00\n?zaaloud-ex ", max_size=80)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Financiën", "financien"),
        ("ZAAL", "zaal"),
        ("coördinatie", "coordinatie"),
        ("IJssel", "ijssel"),
        ("ĳs", "ijs"),
        ("’s middags", "'s middags"),
        ("tot–en", "tot-en"),
        ("straße", "strasse"),
    ],
)
def test_folding_leaves_small_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TYPED)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("zaal3", ("zaal", "3")),
        ("11u40", ("11", "u", "40")),
        ("11.40", ("11", ".", "40")),
        ("11:40 uur.", ("11", ":", "40", "uur")),
        ("What's on?", ("whats", "on", "?")),
        ("‘s middags", ("s", "middags")),
        ("Wonen, welzijn & zorg", ("wonen", ",", "welzijn", "en", "zorg")),
        ("oud-burgemeester", ("oudburgemeester",)),
        ("oude burgemeester", ("oudburgemeester",)),
        ("oude zaal", ("oude", "zaal")),
        ("vice-voorzitter", ("vicevoorzitter",)),
        ("<b>zaal 3</b>", ("b", "zaal", "3", "b")),
        ("🎉 zaal 🎉 3 🎉", ("zaal", "3")),
        ("Financiën", ("financien",)),
        ("", ()),
        ("🙂🙂", ()),
        ("...", ()),
        ("een\ntwee", ("een", "\n", "twee")),
    ],
)
def test_a_sentence_splits_into_words_numbers_and_marks(text: str, words: tuple[str, ...]) -> None:
    assert tuple(token.text for token in tokens(text)) == words


def test_a_token_remembers_how_it_was_typed() -> None:
    assert tokens("Waar is Financiën?") == (
        Token("waar", "Waar", capital=True),
        Token("is", "is"),
        Token("financien", "Financiën", capital=True),
        Token("?", "?"),
    )


def test_a_token_knows_its_place_after_characters_that_fold_to_more_or_fewer() -> None:
    assert [token.raw for token in tokens("ﬁets & Oud-Burgemeester what’s")] == [
        *("ﬁets", "&", "Oud-Burgemeester", "what's")
    ]


@pytest.mark.parametrize(
    ("token", "number", "mark"),
    [(Token("40"), True, False), (Token("?"), False, True), (Token("a"), False, False)],
)
def test_a_token_says_what_it_is(token: Token, number: bool, mark: bool) -> None:
    assert (token.is_number, token.is_mark) == (number, mark)


def test_a_message_is_read_as_far_as_a_question_is_long() -> None:
    assert len(tokens("a " * 4000)) == LONGEST // 2
    assert len(tokens("zaal " * 800)) == LONGEST // 5
    assert len(words_of("a " * 2000)) == 2000


@given(TYPED)
def test_words_are_the_tokens_without_marks(text: str) -> None:
    assert words_of(text) == tuple(t.text for t in tokens(text, longest=None) if not t.is_mark)


@given(TYPED)
def test_every_token_was_typed(text: str) -> None:
    typed = unicodedata.normalize("NFC", text).translate({ord("`"): "'", ord("’"): "'", ord("´"): "'"})
    assert [token for token in tokens(text) if not token.raw or token.raw not in typed] == []
