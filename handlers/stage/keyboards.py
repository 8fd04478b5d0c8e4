"""Buttons under a message, checked as Telegram checks them."""

import json
from typing import Any, Final

from handlers.stage.refusals import Json, bad_request
from handlers.stage.telegram_html import checked_link

MOST_BUTTONS: Final = 100
MOST_IN_A_ROW: Final = 8
DATA_BYTES: Final = 64
COPY_LENGTH: Final = 256

_OTHER_ACTIONS: Final = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_OTHER_MARKUP: Final = ("keyboard", "remove_keyboard", "force_reply")


def checked_markup(source: str) -> Json | None:
    """Read the parameter ``reply_markup``; None when there is no inline keyboard to keep.

    Keyboards below the text field are accepted and not kept: the product has none.
    """
    if not source:
        return None
    try:
        markup = json.loads(source)
    except ValueError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if markup and not any(name in markup for name in _OTHER_MARKUP):
            raise bad_request("can't parse reply keyboard markup JSON object")
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in checked):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    text = button["text"].strip()
    if not text:
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if "url" in button:
        return {"text": text, "url": _url(str(button["url"]))}
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"text": text, "callback_data": data}
    action = next((name for name in _OTHER_ACTIONS if name in button), None)
    if action is None:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if action == "copy_text" and not 1 <= len(str(button[action].get("text", ""))) <= COPY_LENGTH:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text, action: button[action]}


def _url(url: str) -> str:
    checked = checked_link(url)
    if not checked:
        scheme = url.partition("://")[0].lower() if "://" in url else "http"
        reason = "Wrong HTTP URL" if scheme in {"http", "https"} else "Unsupported URL protocol"
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
    return checked
