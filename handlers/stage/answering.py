"""The methods by which the bot answers pressed buttons and inline queries."""

import json
import time
from typing import Any, Final

from handlers.stage.bodies import Parameters
from handlers.stage.entities import units
from handlers.stage.keyboards import checked_markup
from handlers.stage.people import Toast
from handlers.stage.refusals import Json, bad_request
from handlers.stage.sending import read_message_text
from handlers.stage.stage import Stage

CALLBACK_ANSWER: Final = 200
INLINE_RESULTS: Final = 50
INLINE_ID_BYTES: Final = 64


def answer_callback_query(stage: Stage, parameters: Parameters) -> bool:
    """Carry out answerCallbackQuery: once, and in time."""
    text = parameters.text("text")
    if units(text) > CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press = stage.presses.get(parameters.text("callback_query_id"))
    if press is None or press.toast is not None or _too_old(stage, press.asked_at):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    press.toast = Toast(text, parameters.flag("show_alert"), parameters.text("url"))
    press.changed.tell()
    press.chat.show({"type": "toast", "press": press.id, "text": text, "alert": press.toast.alert})
    return True


def answer_inline_query(stage: Stage, parameters: Parameters) -> bool:
    """Carry out answerInlineQuery: at most 50 results, each with an id of its own."""
    results = parameters.value("results", [])
    if not isinstance(results, list) or not all(isinstance(result, dict) for result in results):
        raise bad_request("can't parse inline query results: expected an Array of InlineQueryResult")
    if len(results) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if not all(1 <= len(code.encode()) <= INLINE_ID_BYTES for code in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    asked = stage.inline_queries.get(parameters.text("inline_query_id"))
    if asked is None or asked.found is not None or _too_old(stage, asked.asked_at):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    asked.found = tuple(_inline_result(result) for result in results)
    asked.changed.tell()
    return True


def _inline_result(result: Json) -> Json:
    checked = dict(result)
    if result.get("type") == "article" and not (result.get("title") and result.get("input_message_content")):
        raise bad_request("can't parse inline query result: article needs title and input_message_content")
    given: Any = result.get("input_message_content")
    if isinstance(given, dict):
        fields = {"text": str(given.get("message_text", "")), "parse_mode": str(given.get("parse_mode") or "")}
        if given.get("entities"):
            fields["entities"] = json.dumps(given["entities"])
        content = read_message_text(Parameters(fields))
        checked["input_message_content"] = {"message_text": content.text, "entities": list(content.entities)}
    if "reply_markup" in result:
        checked["reply_markup"] = checked_markup(json.dumps(result["reply_markup"]))
    return checked


def _too_old(stage: Stage, asked_at: float) -> bool:
    return time.monotonic() - asked_at > stage.query_patience
