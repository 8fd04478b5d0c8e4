"""Taking out of a text what leads to a person, or to an online session: mail addresses, telephone numbers, links."""

import re
from typing import Final

HIDDEN: Final = "***"
_LINK: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
"""A secretary may paste the link of a session when nobody asks for it any more."""
_MAIL: Final = re.compile(r"[^\s@<>()\",;:]+@[^\s@<>()\",;:]+\.[^\s@<>()\",;:.]+")
_DIGITS: Final = re.compile(r"(?:\+|\b00)?\(?\d(?:[ ().\-/]{0,2}\d){8,}")
"""Nine digits or more: a telephone number has ten, or eleven with that of its country; a date or a time fewer."""


def masked(text: str) -> str:
    """Give a text with ``***`` in the place of each link, mail address and telephone number."""
    return _DIGITS.sub(HIDDEN, _MAIL.sub(HIDDEN, _LINK.sub(HIDDEN, text)))
