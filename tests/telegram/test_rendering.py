from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN, Action, Button, Message, Span, Verb, message
from handlers.telegram.rendering import keyboard, render_html


def test_bold_and_the_three_characters_that_html_owns() -> None:
    said = message(f"{BOLD_OPEN}Mens & <werk>{BOLD_CLOSE} in zaal 3", "", 'Zie "hier"')
    assert render_html(said) == '<b>Mens &amp; &lt;werk&gt;</b> in zaal 3\n\nZie "hier"'


def test_a_text_that_just_fits_is_whole() -> None:
    assert render_html(message("a" * 6, "b" * 3), longest=10) == "aaaaaa\nbbb"


def test_a_longer_text_stops_after_a_whole_line() -> None:
    assert render_html(message("aaaa", "bbbb", "cccc"), longest=10) == "aaaa\n…"
    assert render_html(message("aaaa", "bbbb", "cccc"), longest=11) == "aaaa\nbbbb\n…"


def test_one_line_too_long_is_cut_between_characters() -> None:
    # Each of these takes two units; half of one would be no character at all.
    assert render_html(message("🙂🙂🙂"), longest=4) == "🙂…"


def test_escaping_does_not_count() -> None:
    assert render_html(Message(((Span("&" * 10, bold=True),),)), longest=10) == f"<b>{'&amp;' * 10}</b>"


def test_a_keyboard_has_rows_of_eight_at_most() -> None:
    row = tuple(Button(str(n), Action(Verb.SESSION, n)) for n in range(10))
    made = keyboard(message("x").with_buttons(row))
    assert made == InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(str(n), callback_data=f"1s:{n}") for n in range(8)],
            [InlineKeyboardButton(str(n), callback_data=f"1s:{n}") for n in (8, 9)],
        ]
    )


def test_a_message_without_buttons_has_no_keyboard() -> None:
    assert keyboard(message("x")) is None


def test_a_keyboard_has_a_hundred_buttons_at_most_and_keeps_its_first_and_last_rows() -> None:
    rows = [(Button(str(n), Action(Verb.NOW)), Button(f"{n} b", Action(Verb.NOW))) for n in range(80)]
    made = keyboard(Message((), tuple(rows)))
    assert made is not None
    labels = [button.text for row in made.inline_keyboard for button in row]
    assert len(labels) == 100
    assert (labels[0], labels[-1]) == ("0", "79 b")
