"""The codes that buttons carry; people keep messages for months, so a code once given keeps its meaning."""

import re
from typing import Final

from bot.errors import StaleButton
from bot.wording.richtext import Action, Verb

FORMAT: Final = "1"
"""Stands before the verb; a code of another format is stale."""
LONGEST: Final = 64
"""Bytes of callback_data that the Bot API takes (InlineKeyboardButton)."""
_LARGEST: Final = 2**63 - 1
_VERBS: Final = {verb.value: verb for verb in Verb}
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_VERB: Final = "[a-zA-Z]{1,2}"
_CODE: Final = re.compile(rf"{FORMAT}({_VERB}):(0|[1-9a-z][0-9a-z]{{0,12}})(?::([1-9a-z][0-9a-z]{{0,12}}))?", re.ASCII)


def encode(action: Action) -> str:
    """Write an action as ``<format><verb>:<base36 id>[:<base36 revision>]``.

    Raises ValueError for an id or revision that is negative or over 63 bits.
    """
    code = f"{FORMAT}{action.verb.value}:{_base36(action.id)}"
    return f"{code}:{_base36(action.revision)}" if action.revision else code


def decode(code: str) -> Action:
    """Read an action back; raises StaleButton for whatever :func:`encode` does not write."""
    match = _CODE.fullmatch(code)
    if match is None:
        raise StaleButton(code)
    verb, number, revision = str(match[1]), int(match[2], 36), int(match[3] or "0", 36)
    if verb not in _VERBS or max(number, revision) > _LARGEST:
        raise StaleButton(code)
    return Action(_VERBS[verb], number, revision)


def _base36(number: int) -> str:
    if not 0 <= number <= _LARGEST:
        raise ValueError(f"{number} does not fit in a button")
    digits = ""
    while number >= len(_DIGITS):
        number, last = divmod(number, len(_DIGITS))
        digits = _DIGITS[last] + digits
    return _DIGITS[number] + digits
