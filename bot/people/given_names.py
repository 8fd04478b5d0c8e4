"""Names and cities as people type them, for themselves or for who mailed."""

import re
from typing import Final

LONGEST: Final = 60
"""Characters of a name or city."""

_LED: Final = re.compile(
    r"^(?:mijn naam is|de naam is|ik heet|ik ben|ik kom uit|(?:de )?gemeente"
    r"|my name is|i am called|i am from|i am|i'm from|i'm)\s+",
    re.IGNORECASE,
)
_NONE: Final = re.compile(
    r"(?:nee|neen|geen|geen (?:naam|gemeente|van beide)|(?:doe |dat )?liever niet|niets|nee dank u|nee bedankt"
    r"|no|none|nothing|no (?:name|city)|rather not|i'd rather not|no thanks|no thank you)[.!]*",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(r"(?:wie|wat|waar|wanneer|hoe|hoelaat|welke|who|what|where|when|how|which)\b", re.IGNORECASE)


_YES: Final = re.compile(r"(?:ja|jazeker|klopt|ja dat klopt|yes|yes it is|correct)[.!]*", re.IGNORECASE)


def is_yes(text: str) -> bool:
    """Say whether a message says yes."""
    return bool(_YES.fullmatch(" ".join(text.replace(",", " ").split())))


def is_answer(text: str) -> bool:
    """Say whether a message can be the name or city that was asked for, and not another question."""
    said = " ".join(text.split())
    return (
        0 < len(said) <= LONGEST
        and said.isprintable()
        and any(c.isalpha() for c in said)
        and not any(c.isdigit() or c in "?/@" for c in said)
        and not _ASKS.match(said)
    )


def told(text: str) -> str | None:
    """Give the name or city that somebody tells of themselves, empty for "liever niet"; None for what is neither."""
    said = " ".join(text.split())
    if _NONE.fullmatch(said):
        return ""
    said = _LED.sub("", said)
    return said if is_answer(said) else None


def asks(text: str) -> bool:
    """Say whether a message asks something, so that it is no failed attempt at a name."""
    return "?" in text or bool(_ASKS.match(text.strip()))


def named(text: str) -> tuple[str, str] | None:
    """Read "Jan Jansen, Zwolle" as name and city, or a name alone; None for what can be neither."""
    said = " ".join(text.split())
    name, comma, city = said.rpartition(",")
    name, city = (name.strip(" ,"), city.strip()) if comma else (said, "")
    if not is_answer(name) or (city and not is_answer(city)):
        return None
    return name, city
