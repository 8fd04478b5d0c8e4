"""What sessions, rooms, moments and days are called inside a sentence."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from babel.dates import format_date

from bot.programme.model import Programme, Room, Session
from bot.wording.catalogue import Words
from bot.wording.richtext import BOLD_OPEN

_PREFIXED: Final = {"themagroep": "name-themagroep", "pijler": "name-pijler", "themasessie": "name-themasessie"}
_COMMON_NOUNS: Final = frozenset(
    {"plenary", "talk", "arrival", "moving", "break", "lunch", "drinks", "networking", "conference"}
)
"""Kinds whose title is an ordinary noun phrase: small letter in a sentence, translated rather than glossed."""


def session_name(session: Session, programme: Programme, words: Words, *, gloss: bool = True) -> str:
    """Name a session inside a sentence: "themagroep Woningmarkt", "gesprek met staatssecretaris …".

    In English a proper name stays Dutch and gets its gloss in brackets, unless ``gloss`` is False.
    """
    if session.kind in _COMMON_NOUNS:
        return uncapital(session.title.to(words.language))
    title = session.title.nl or session.title.en
    key = _PREFIXED.get(session.kind)
    name = words(key, title=title) if key and session.kind not in title.casefold() else title
    explained = meaning(session, programme, words) if gloss else ""
    return words("name-gloss", name=name, gloss=explained) if explained else name


def meaning(session: Session, programme: Programme, words: Words) -> str:
    """Give what a Dutch name means, for who reads English; nothing where it needs no explaining."""
    if words.language != "en" or session.kind in _COMMON_NOUNS:
        return ""
    found = _gloss(session, programme)
    return "" if found.casefold() == (session.title.nl or session.title.en).casefold() else found


def _gloss(session: Session, programme: Programme) -> str:
    """Give what a title means: as the network says it of the group of that name, else as the programme does."""
    for slug in session.holders():
        group = programme.group_by_slug.get(slug)
        if group and group.english and group.name == session.title.nl:
            return group.english
    return uncapital(session.title.en)


def session_with_article(session: Session, programme: Programme, words: Words) -> str:
    """Name a session as the object of a sentence: "de lunch met vergadering AB", "themagroep Woningmarkt"."""
    name = session_name(session, programme, words)
    return words("name-the", kind=session.kind, name=name) if session.kind in _COMMON_NOUNS else name


def session_short(session: Session, words: Words) -> str:
    """Name a session as briefly as it is known: "Woningmarkt"."""
    return session.title.to(words.language) if session.kind in _COMMON_NOUNS else session.title.nl


def room_name(room: Room, words: Words) -> str:
    """Name a room: by its own name where it has one, else "zaal 3"."""
    return words("name-room", number=str(room.number)) if only_numbered(room) else room.name


def room_inside(room: Room, words: Words) -> str:
    """Name a room after "in": "zaal 3", "de Gravenzaal"; a name whose article we do not know stands alone."""
    known = room.name.casefold().endswith(("zaal", "kamer", "ruimte", "foyer", "hal", "room", "hall"))
    return words("name-room-inside", name=room.name) if known and not only_numbered(room) else room_name(room, words)


def room_said(room: Room, words: Words) -> str:
    """Name a room as an answer begins with it; English says once what the signs say: "room (zaal) 3"."""
    return words("name-room-said", number=str(room.number)) if only_numbered(room) else room.name


def room_full_name(room: Room, words: Words) -> str:
    """Name a room by name and number: "Gravenzaal (zaal 1)", "zaal 3"."""
    if only_numbered(room) or room.number is None:
        return room_name(room, words)
    return words("name-room-named", name=room.name, number=str(room.number))


def room_typed(name: str, words: Words) -> str:
    """Name a room that the day does not have, as it was read: "zaal 9" by its number, else by its name."""
    number = name.removeprefix("zaal ")
    return words("name-room", number=number) if number != name else capital(name)


def only_numbered(room: Room) -> bool:
    """Say whether a room is known by its number alone ("Zaal 3")."""
    return room.number is not None and room.name.casefold() in {f"zaal {room.number}", f"room {room.number}"}


def place(session: Session, programme: Programme, words: Words) -> str:
    """Name the place of a session: its room, "online", or nothing where none is stated."""
    if session.room and (room := programme.room_by_slug.get(session.room)):
        return room_name(room, words)
    return words("name-online") if session.online else ""


def clock(moment: datetime, programme: Programme) -> str:
    """Give the local time of ``moment`` as 11.40."""
    local = programme.local(moment)
    return f"{local.hour}.{local.minute:02d}"


def day_name(day: date, words: Words) -> str:
    """Give a date in full: "vrijdag 10 februari 2023"."""
    pattern = "EEEE d MMMM y"
    return str(format_date(day, pattern, locale="nl_NL" if words.language == "nl" else "en_GB"))


def joined(parts: Sequence[str], words: Words, *, by: str = "name-and") -> str:
    """Join names as a sentence does: "a, b en c" (or with ``by="name-or"``: "a, b of c")."""
    if len(parts) <= 1:
        return "".join(parts)
    return words(by, first=", ".join(parts[:-1]), second=parts[-1])


def capital(text: str) -> str:
    """Give the text with a capital at its start, also where that stands out."""
    start = 1 if text.startswith(BOLD_OPEN) else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def uncapital(text: str) -> str:
    """Give the text with a small letter at its start, unless that is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
