"""Text and lines as calendar files carry them (RFC 5545 3.1 and 3.3.11)."""

import re
from typing import Final

from icalendar import Component, vText

from bot.wording.richtext import clean

LINE_OCTETS: Final = 75
"""The longest that a line may be, without its end."""
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, which RFC 5545 3.1 forbids, and code points that no file can hold."""


class PlainText(vText):
    r"""A TEXT value that comes back as it went in.

    icalendar's own vText writes a backslash before a capital N as a new line, which breaks ``map\Notities``.
    """

    def to_ical(self) -> bytes:
        """Give the escaped value; the backslash goes first, as the others add some."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def add_text(component: Component, name: str, text: str) -> None:
    """Add a text unless it is empty: a property without a value tells nothing and trips some programs."""
    if value := text_value(text):
        component.add(name, value, encode=False)


def text_value(text: str) -> PlainText:
    """Make a TEXT value of ``text``."""
    return PlainText(tidy(text))


def tidy(text: str) -> str:
    """Write every line end as a line feed and leave out what a calendar file may not hold."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", clean(text))).strip()


def one_line(text: str) -> str:
    """Give the text on one line, with single spaces."""
    return " ".join(tidy(text).split())


def written(component: Component) -> bytes:
    """Write a component and all that is in it, folded; in half the time of icalendar's fold, letter by letter."""
    return b"".join(folded(str(line)) + b"\r\n" for line in component.content_lines() if line)


def folded(line: str) -> bytes:
    """Fold a line, never within a character nor, as some programs trip over it, between a backslash and its letter."""
    octets = line.encode()
    parts, start, space = [], 0, LINE_OCTETS
    while len(octets) - start > space:
        end = start + space
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - the bits that mark an octet within a character of UTF-8
            end -= 1
        if _backslashes(octets[start:end]) % 2:
            end -= 1
        parts.append(octets[start:end])
        start, space = end, LINE_OCTETS - 1  # the next one starts with a space
    return b"\r\n ".join((*parts, octets[start:]))


def _backslashes(octets: bytes) -> int:
    """Count the backslashes at the end."""
    return len(octets) - len(octets.rstrip(b"\\"))
