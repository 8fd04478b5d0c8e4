"""Text as Telegram keeps it: plain text, with entities counted in UTF-16 code units."""

import re
from dataclasses import dataclass
from typing import Any, Final

from handlers.stage.refusals import Json, bad_request

TEXT_LIMIT: Final = 4096
CAPTION_LIMIT: Final = 1024
"""Longest text and caption, in UTF-16 units after the entities were parsed."""

CODE_TYPES: Final = frozenset({"code", "pre"})
KNOWN_TYPES: Final = CODE_TYPES | {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "text_link",
    "text_mention",
    "custom_emoji",
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "date_time",
}

_AUTOMATIC: Final = re.compile(
    r"(?P<url>https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]])"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{2,31}\b)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/@]))"
)
_BEYOND_BMP: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its entities, in order."""

    text: str
    entities: tuple[Json, ...] = ()


def units(text: str) -> int:
    """Count the UTF-16 code units of ``text``, as Telegram counts lengths and offsets."""
    return len(text) + sum(1 for letter in text if ord(letter) > _BEYOND_BMP)


def entity_text(text: str, entity: Json) -> str:
    """Give the part of ``text`` that ``entity`` covers."""
    start = 2 * int(entity["offset"])
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[start : start + 2 * int(entity["length"])].decode("utf-16-le", "replace")


def chunks(text: str, limit: int = TEXT_LIMIT) -> tuple[str, ...]:
    """Cut ``text`` into parts of at most ``limit`` units, as the apps do with a message that is too long."""
    parts: list[str] = []
    part, length = "", 0
    for letter in text:
        size = units(letter)
        if length + size > limit:
            parts.append(part)
            part, length = "", 0
        part, length = part + letter, length + size
    return (*parts, part)


def given_entities(value: Any, text: str) -> Formatted:
    """Check the entities that a bot gives itself; those outside the text are dropped."""
    if not isinstance(value, list) or not all(isinstance(entity, dict) for entity in value):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    length = units(text)
    kept: list[Json] = []
    for entity in value:
        kind, offset, size = entity.get("type"), entity.get("offset"), entity.get("length")
        if kind not in KNOWN_TYPES or not isinstance(offset, int) or not isinstance(size, int):
            raise bad_request("can't parse MessageEntity: wrong type, offset or length specified")
        if offset >= 0 and size > 0 and offset + size <= length:
            kept.append(dict(entity))
    return Formatted(text, tuple(kept))


def trimmed(formatted: Formatted) -> Formatted:
    """Take the white space off both ends and move the entities along, as Telegram does."""
    text = formatted.text.strip()
    before = units(formatted.text) - units(formatted.text.lstrip())
    length = units(text)
    moved: list[Json] = []
    for entity in formatted.entities:
        start = max(0, entity["offset"] - before)
        end = min(length, entity["offset"] + entity["length"] - before)
        if start < end:
            moved.append(entity | {"offset": start, "length": end - start})
    return Formatted(text, tuple(moved))


def with_automatic(formatted: Formatted) -> Formatted:
    """Add what Telegram marks by itself: links, mail addresses, mentions and commands."""
    added: list[Json] = []
    for match in _AUTOMATIC.finditer(formatted.text):
        kind = match.lastgroup or ""
        entity = {"type": kind, "offset": units(formatted.text[: match.start()]), "length": units(match.group())}
        if not any(_overlap(entity, other) for other in formatted.entities if other["type"] in _NO_AUTOMATIC_IN):
            added.append(entity)
    ordered = sorted((*formatted.entities, *added), key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(formatted.text, tuple(ordered))


_NO_AUTOMATIC_IN: Final = KNOWN_TYPES - {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
}


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"],
    )
