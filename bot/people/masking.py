"""Taking out of a text what leads to a person: mail addresses and telephone numbers."""

import re
from typing import Final

HIDDEN: Final = "***"
_MAIL: Final = re.compile(r"[^\s@<>()\",;:]+@[^\s@<>()\",;:]+\.[^\s@<>()\",;:.]+")
_DIGITS: Final = re.compile(r"(?:\+|\b00)?\(?\d(?:[ ().\-/]{0,2}\d){8,}")
"""Nine digits or more: a telephone number has ten, or eleven with that of its country; a date or a time fewer."""


def masked(text: str) -> str:
    """Give a text with ``***`` in the place of each mail address and each telephone number."""
    return _DIGITS.sub(HIDDEN, _MAIL.sub(HIDDEN, text))
