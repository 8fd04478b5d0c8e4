"""Telegram's HTML, read as strictly as Telegram reads it (Bot API, "HTML style")."""

import re
from dataclasses import dataclass, field
from typing import Final

from handlers.stage.entities import CODE_TYPES, Formatted, units
from handlers.stage.refusals import Json, Refused, bad_request

_TYPES: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE: Final = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot))(?:;|(?![0-9a-zA-Z]))")
_ATTRIBUTE: Final = re.compile(
    r"\s*(?P<name>[^\s=>]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[A-Za-z0-9.\-]+)))?",
)
_PLAIN: Final = re.compile(r"[^<&]+")
_LAST_CODE_POINT: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(slots=True)
class _Open:
    """A tag that still waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    text_at: int


@dataclass(slots=True)
class _Reader:
    source: str
    position: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def refusal(self, reason: str, at: int) -> Refused:
        offset = len(self.source[:at].encode("utf-8", "replace"))
        return bad_request(f"can't parse entities: {reason} at byte offset {offset}")


def parse_html(source: str) -> Formatted:
    """Turn Telegram's HTML into plain text and entities.

    Raises Refused with "can't parse entities" for a tag that is unknown, open, or closed in the wrong order.
    """
    reader = _Reader(source)
    while reader.position < len(source):
        letter = source[reader.position]
        if letter == "<":
            _tag(reader)
        elif letter == "&":
            text, reader.position = _reference(source, reader.position)
            reader.put(text)
        elif match := _PLAIN.match(source, reader.position):
            reader.put(match.group())
            reader.position = match.end()
    if reader.stack:
        name = reader.stack[-1].name
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
    ordered = sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"], entity["type"] != "pre"))
    return Formatted("".join(reader.parts), tuple(_without_nested_in_code(ordered)))


def _reference(source: str, at: int) -> tuple[str, int]:
    """Read a character reference; an ampersand that begins none stands for itself."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return "&", at + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code <= _LAST_CODE_POINT or code in _SURROGATES:
        return "&", at + 1
    return chr(code), match.end()


def _tag(reader: _Reader) -> None:
    begin = reader.position
    end = begin + 1
    while end < len(reader.source) and not reader.source[end].isspace() and reader.source[end] != ">":
        end += 1
    name = reader.source[begin + 1 : end]
    reader.position = end
    if name.startswith("/"):
        _end_tag(reader, begin, name[1:])
    else:
        _start_tag(reader, begin, name.lower())


def _start_tag(reader: _Reader, begin: int, name: str) -> None:
    if reader.position >= len(reader.source):
        raise reader.refusal("Unclosed start tag", begin)
    if name not in _TYPES:
        raise reader.refusal(f'Unsupported start tag "{name}"', begin)
    attributes = _attributes(reader, begin, name)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise reader.refusal('Tag "span" must have class "tg-spoiler"', begin)
    reader.stack.append(_Open(name, attributes, reader.length, len(reader.parts)))


def _attributes(reader: _Reader, begin: int, name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        rest = reader.source[reader.position :]
        reader.position += len(rest) - len(rest.lstrip())
        if reader.source.startswith(">", reader.position):
            reader.position += 1
            return found
        match = _ATTRIBUTE.match(reader.source, reader.position)
        if match is None:
            raise reader.refusal(
                f'Empty attribute name in the tag "{name}"'
                if reader.source.startswith("=", reader.position)
                else f'Unclosed start tag "{name}"',
                begin,
            )
        reader.position = match.end()
        value = match["double"] or match["single"] or match["bare"] or ""
        found[match["name"].lower()] = _decoded(value)
        following = reader.source[reader.position : reader.position + 1]
        if not following:
            raise reader.refusal("Unclosed start tag", begin)
        if following == "=":
            raise reader.refusal(f'Unclosed start tag "{name}"', begin)
        if not (following.isspace() or following == ">"):
            raise reader.refusal("Unexpected end of name token", reader.position)


def _decoded(value: str) -> str:
    parts: list[str] = []
    position = 0
    while position < len(value):
        if value[position] == "&":
            text, position = _reference(value, position)
        else:
            text, position = value[position], position + 1
        parts.append(text)
    return "".join(parts)


def _end_tag(reader: _Reader, begin: int, name: str) -> None:
    if not reader.stack:
        raise reader.refusal("Unexpected end tag", begin)
    while reader.position < len(reader.source) and reader.source[reader.position].isspace():
        reader.position += 1
    if not reader.source.startswith(">", reader.position):
        raise reader.refusal("Unclosed end tag", begin)
    reader.position += 1
    opened = reader.stack.pop()
    if name and name.lower() != opened.name:
        offset = len(reader.source[:begin].encode("utf-8", "replace"))
        raise bad_request(
            f"can't parse entities: Unmatched end tag at byte offset {offset}, "
            f'expected "</{opened.name}>", found "</{name}>"',
        )
    if reader.length > opened.offset:
        entity = _entity(opened, "".join(reader.parts[opened.text_at :]), reader.length)
        if entity is not None:
            reader.entities.append(entity)


def _entity(opened: _Open, text: str, end: int) -> Json | None:
    entity: Json = {"type": _TYPES[opened.name], "offset": opened.offset, "length": end - opened.offset}
    match opened.name:
        case "a":
            return _link(entity, opened.attributes.get("href") or text)
        case "tg-emoji":
            return entity | {"custom_emoji_id": opened.attributes.get("emoji-id", "")}
        case "blockquote" if "expandable" in opened.attributes:
            return entity | {"type": "expandable_blockquote"}
        case "code" if opened.attributes.get("class", "").startswith("language-"):
            return entity | {"language": opened.attributes["class"].removeprefix("language-")}
        case _:
            return entity


def _link(entity: Json, target: str) -> Json | None:
    if match := re.fullmatch(r"tg://user\?id=(\d+)", target):
        user = {"id": int(match[1]), "is_bot": False, "first_name": ""}
        return entity | {"type": "text_mention", "user": user}
    checked = checked_link(target)
    return entity | {"url": checked} if checked else None


def checked_link(target: str) -> str:
    """Give the link as Telegram keeps it, or nothing where it makes no link of it.

    Telegram knows http, https, tg, ton and tonsite; a host needs a dot. Everything else loses its link silently.
    """
    scheme, separator, rest = target.strip().partition("://")
    if not separator:
        scheme, rest = "http", target.strip()
    scheme = scheme.lower()
    if scheme in {"tg", "ton", "tonsite"}:
        return f"{scheme}://{rest}" if rest else ""
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    if scheme not in {"http", "https"} or "." not in host.strip(".") or re.search(r"\s", rest):
        return ""
    return f"{scheme}://{rest}" if re.search(r"[/?#]", rest) else f"{scheme}://{rest}/"


def _without_nested_in_code(entities: list[Json]) -> list[Json]:
    """Drop what stands inside code: Telegram allows nothing there, but a language on the code in a pre."""
    kept: list[Json] = []
    for entity in entities:
        outer = next((other for other in kept if other["type"] in CODE_TYPES and _within(entity, other)), None)
        if outer is None:
            kept.append({name: value for name, value in entity.items() if name != "language"})
            if entity["type"] == "pre" and "language" in entity:
                kept[-1]["language"] = entity["language"]
        elif outer["type"] == "pre" and "language" in entity:
            outer["language"] = entity["language"]
    return kept


def _within(inner: Json, outer: Json) -> bool:
    return bool(
        outer["offset"] <= inner["offset"] and inner["offset"] + inner["length"] <= outer["offset"] + outer["length"],
    )
