import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN, Action, Button, Message, Span, Verb, clean, line, message

BOLD = f"{BOLD_OPEN}{{}}{BOLD_CLOSE}"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("Zaal 3", (Span("Zaal 3"),)),
        (f"Nu: {BOLD.format('Europa')}.", (Span("Nu: "), Span("Europa", bold=True), Span("."))),
        (BOLD.format("a") + BOLD.format("b"), (Span("a", bold=True), Span("b", bold=True))),
        (BOLD.format(""), ()),
    ],
)
def test_a_sentence_becomes_spans(text: str, spans: tuple[Span, ...]) -> None:
    assert line(text) == spans


def test_a_message_has_a_line_for_each_sentence_and_each_line_in_one() -> None:
    assert message("een\ntwee", "", "drie") == Message(((Span("een"),), (Span("twee"),), (), (Span("drie"),)))
    assert message("een\ntwee", "", "drie").plain() == "een\ntwee\n\ndrie"


def test_rows_of_buttons_are_added_without_empty_ones() -> None:
    one, two = (Button(label, Action(Verb.NOW)) for label in ("een", "twee"))
    assert message("x").with_buttons((one,), ()).with_buttons((two,)).buttons == ((one,), (two,))


@given(st.text())
def test_what_people_wrote_cannot_pretend_to_be_wording(text: str) -> None:
    assert all(not span.bold for span in line(clean(f"{BOLD_OPEN}{text}{BOLD_CLOSE}")))


@given(st.text(alphabet=st.characters(exclude_characters=f"\n{BOLD_OPEN}{BOLD_CLOSE}")))
def test_a_message_gives_its_text_back(text: str) -> None:
    assert message(text).plain() == text


def test_every_verb_has_a_letter_of_its_own() -> None:
    assert len({verb.value for verb in Verb}) == len(list(Verb))
    assert all(len(verb.value) == 1 or (len(verb.value) == 2 and verb.value[0] in "wxyz") for verb in Verb)
