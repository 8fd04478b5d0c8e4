import pytest

from bot.wording.richtext import Action, Button, Message, Span, Verb, message
from handlers.telegram.talk import parts

BUTTONS = ((Button("Wat is er nu?", Action(Verb.NOW)),),)


def test_a_short_message_stays_whole() -> None:
    whole = message("een", "", "twee").with_buttons(*BUTTONS)
    assert parts(whole) == (whole,)


def test_a_long_message_is_divided_between_lines_and_keeps_its_buttons_last() -> None:
    whole = message("aaaa", "bbbb", "cccc", "dd").with_buttons(*BUTTONS)
    assert parts(whole, 9) == (message("aaaa", "bbbb"), Message(message("cccc", "dd").lines, BUTTONS))


def test_empty_lines_do_not_stand_at_the_edge_of_a_part() -> None:
    assert parts(message("aaaa", "", "bbbb"), 5) == (message("aaaa"), message("bbbb"))
    assert parts(message("", "")) == ()


@pytest.mark.parametrize(("line", "made"), [("aaa bbb ccc", ("aaa bbb", "ccc")), ("aaaaaaaaaa", ("aaaaaaaa", "aa"))])
def test_a_line_that_is_too_long_is_cut_between_words(line: str, made: tuple[str, ...]) -> None:
    assert [part.plain() for part in parts(message(line), 8)] == list(made)


def test_characters_outside_the_first_plane_count_for_two_and_stay_whole() -> None:
    assert [part.plain() for part in parts(message("😀😀😀"), 4)] == ["😀😀", "😀"]


def test_bold_stays_where_it_was() -> None:
    whole = Message(((Span("a", bold=True), Span("b")), (Span("c"),)))
    assert parts(whole, 3) == (Message(((Span("a", bold=True), Span("b")),)), Message(((Span("c"),),)))
