"""A programme or network written as a file for people: only what is stated, in the order of the schema."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from bot.programme.changes import BOOKKEEPING
from bot.programme.formats.marked import EMPTY
from bot.programme.formats.schema import FORMAT
from bot.programme.formats.times import Span, write_moment, write_span
from bot.programme.model import Event, Group, Programme, Relation, Session, Text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WIDTH: Final = 120
"""Columns of a written file."""
NOT_IN_FILE: Final = BOOKKEEPING | {"event"}
"""What storage keeps, and the event of a track: that is the file's own."""


def write_network(groups: Iterable[Group]) -> str:
    """Write the groups of a network, tracks of events left out; :func:`read_network` gives them back."""
    return _document({"format": FORMAT, "groups": [_stated(group) for group in groups if group.event is None]})


def write_programme(programme: Programme) -> str:
    """Write a programme; read with the groups of its network, the file gives it back.

    Bookkeeping (ids, uids, revisions) is no part of a file; groups of the network stand in the network's own.
    """
    tracks = [_stated(group) for group in programme.groups if group.event is not None]
    document = {
        "format": FORMAT,
        "event": _event(programme.event),
        "groups": tracks,
        "rooms": [_plain(room) for room in programme.rooms],
        "sessions": [_session(session, programme) for session in programme.sessions],
        "not_meeting": [_plain(entry) for entry in programme.not_meeting],
    }
    return _document({name: value for name, value in document.items() if value})


def _event(event: Event) -> dict[str, Any]:
    plain = _stated(event)
    days = {"day": plain.pop("first_day"), "last_day": plain.pop("last_day")}
    if event.first_day == event.last_day:
        del days["last_day"]
    return {"key": plain.pop("key"), "title": plain.pop("title"), **days, **plain}


def _session(session: Session, programme: Programme) -> dict[str, Any]:
    plain = _stated(session)
    start = session.start.astimezone(programme.zone)
    for name in ("start", "end", "slot_end", "end_stated", "online", "groups"):
        plain.pop(name, None)
    head = {name: plain.pop(name) for name in ("key", "title", "kind")}
    if start.date() != programme.event.first_day:
        head["day"] = start.date().isoformat()
    head["time"] = write_span(Span(session.start, session.end), programme.zone)
    if session.slot_end is not None:
        head["slot_end"] = write_moment(session.slot_end, start.date(), programme.zone)
    if session.end_stated != (session.end is not None):
        head["end_stated"] = _plain(session.end_stated)
    if session.online != programme.event.online:
        head["online"] = _plain(session.online)
    for relation in Relation:
        slugs = [part.group for part in session.groups if part.relation is relation]
        if slugs:
            head[relation] = slugs
    return head | plain


def _plain(value: object) -> Any:
    """Turn a value of the model into texts, lists and mappings."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Text():
            return {"nl": value.nl, "en": value.en} if value.en else value.nl
        case tuple():
            return [_plain(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _stated(value)
        case _:
            return str(value)


def _stated(value: "DataclassInstance") -> dict[str, Any]:
    """Give the fields of a value that differ from their default."""
    plain = {
        field.name: _plain(getattr(value, field.name))
        for field in fields(value)
        if field.name not in NOT_IN_FILE and getattr(value, field.name) not in (None, field.default)
    }
    return plain | ({"facts": dict(plain["facts"])} if "facts" in plain else {})


def _document(content: Mapping[str, Any]) -> str:
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)


class _Dumper(yaml.SafeDumper):
    """A dumper that quotes only what the reader would not take as the same text, and shares nothing."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - a file for people repeats rather than refers
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    foldable = all(part and part == part.strip() for part in text.split("\n\n")) and "\n" not in text.replace(
        "\n\n", ""
    )
    style = (">" if foldable else "|") if "\n" in text else "'" if text in EMPTY else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _text)
_Dumper.add_multi_representer(str, _text)
