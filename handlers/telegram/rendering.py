"""Rich text as Telegram takes it: HTML within its limits, and an inline keyboard."""

from html import escape
from typing import Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.wording.richtext import Button, Line, Message
from handlers.telegram.buttons import encode

LONGEST_TEXT: Final = 4096
"""UTF-16 units of text after the marks are read (Bot API sendMessage)."""
LONGEST_CAPTION: Final = 1024
"""The same of text under a file (Bot API sendDocument)."""
WIDEST_ROW: Final = 8
"""Buttons that Telegram puts in a row."""
MOST_BUTTONS: Final = 100
"""Buttons that Telegram puts under a message."""
LAST_ROWS: Final = 3
"""Rows at the end that stay where there are too many: they lead on, those above them are of one kind."""
MORE: Final = "…"


def render_html(message: Message, longest: int = LONGEST_TEXT) -> str:
    """Write a message as Telegram's HTML.

    A text over ``longest`` UTF-16 units stops after the last line that fits, with an ellipsis: better than a refusal.
    """
    if utf16_length(message.plain()) <= longest:
        return "\n".join(_html(line) for line in message.lines)
    kept: list[str] = []
    left = longest - len(MORE)
    for line in message.lines:
        left -= utf16_length("".join(span.text for span in line)) + 1
        if left < 0:
            break
        kept.append(_html(line))
    if not kept:
        return escape(_first_units(message.plain(), longest - len(MORE)), quote=False) + MORE
    return "\n".join([*kept, MORE])


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """Make the inline keyboard of a message; rows wider than Telegram's go on in the next row.

    With more buttons than Telegram takes some in the middle are left out: better than a refusal.
    """
    rows = [row[i : i + WIDEST_ROW] for row in message.buttons for i in range(0, len(row), WIDEST_ROW)]
    if not rows:
        return None
    while sum(map(len, rows)) > MOST_BUTTONS:
        del rows[-LAST_ROWS - 1]
    return InlineKeyboardMarkup([[_button(b) for b in r] for r in rows])


def utf16_length(text: str) -> int:
    """Count as Telegram does: a character outside the first plane counts for two."""
    return len(text.encode("utf-16-le")) // 2


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=encode(button.action))


def _first_units(text: str, count: int) -> str:
    """Give the text up to ``count`` UTF-16 units, never half a character."""
    return text.encode("utf-16-le")[: count * 2].decode("utf-16-le", errors="ignore")


def _html(line: Line) -> str:
    return "".join(f"<b>{escape(s.text, quote=False)}</b>" if s.bold else escape(s.text, quote=False) for s in line)
