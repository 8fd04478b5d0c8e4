"""Invitations by mail: which address, and whether it is really theirs."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.people.model import Chat

VALID: Final = timedelta(minutes=15)
"""How long a code can be typed in, and how long a question for an address waits for it."""
TRIES: Final = 5
"""Wrong codes after which a new one is needed."""
HOUR: Final = timedelta(hours=1)
AN_HOUR: Final = 3
"""Codes that go out in an hour, for one chat and to one address."""
REFUSALS: Final = 3
"""So many messages in a row that a mail server refuses for good are no accident: the person is told."""
LONGEST: Final = 254
"""Characters of an address (RFC 5321 4.5.3.1.3, less the angle brackets)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ATOM: Final = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[a-z]{_LABEL}", re.IGNORECASE | re.ASCII)
_CODE: Final = re.compile(r"[0-9]{3}[ -]?[0-9]{3}", re.ASCII)
_AROUND: Final = " \t\r\n<>()[]\"'“”„‘’.,;:!?"
_SEND: Final = _words("mail email e-mail mailen emailen stuur sturen zend verstuur send")
_CALENDAR: Final = _words(
    "agenda kalender calendar programma programme program uitnodiging uitnodigingen invite invites invitation "
    "invitations"
)
_STOP: Final = _words("stop stoppen geen no")
_BY_MAIL: Final = _words("mail mails email emails e-mail e-mails uitnodigingen invites invitations")
_SMALL: Final = _words(
    "meer de het met mijn my per by the alle all via more please graag sending versturen sturen van of "
    "uitnodigingen agenda calendar"
)


class Tried(StrEnum):
    """What became of a code that was typed in."""

    RIGHT = "right"
    WRONG = "wrong"
    WORN = "worn"
    """Tried too often: a new one is needed."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address that gets somebody's own programme: ``mail`` is the address as a chat, ``chat_id`` its owner.

    ``refused`` counts the messages in a row that its mail server refused for good.
    """

    mail: Chat
    chat_id: int
    since: datetime
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Pending:
    """What a chat was asked last: for an address, or (with ``address``) for the code that went there."""

    id: int
    made_at: datetime
    address: str = ""
    tries: int = 0


def mail_channel(channel: str) -> str:
    """Give the channel for mail beside that of the chats, so that a rehearsal mails nobody else's address."""
    return "mail" if channel == "telegram" else f"mail-{channel}"


def mail_address(text: str) -> str | None:
    """Read a mail address, as people type one; None for anything else. Its capitals do not count."""
    found = text.strip(_AROUND).removeprefix("mailto:").lower()
    if len(found) > LONGEST or len(found.partition("@")[0]) > 64:  # noqa: PLR2004 - RFC 5321 4.5.3.1.1
        return None
    return found if _ADDRESS.fullmatch(found) else None


def code_in(text: str) -> str | None:
    """Read a code of six digits, with or without a space in the middle."""
    found = text.strip(_AROUND)
    return re.sub(r"[ -]", "", found) if _CODE.fullmatch(found) else None


def address_asked(text: str) -> str | None:
    """Give the address that somebody wants their calendar mailed to: «mail mijn agenda naar jan@stad.nl»."""
    words = text.casefold().split()
    plain = {word.strip(_AROUND) for word in words}
    addresses = [found for word in words if (found := mail_address(word))]
    return addresses[0] if len(addresses) == 1 and plain & _SEND and plain & _CALENDAR else None


def wants_mail(text: str) -> bool:
    """Say whether somebody asks for invitations by mail without an address: «uitnodigingen per mail»."""
    plain = [word.strip(_AROUND) for word in text.casefold().split()]
    own = set(plain) - _SMALL - _SEND - _BY_MAIL - _CALENDAR
    asked = {"per", "via", "by"} & set(plain) and {"mail", "email", "e-mail"} & set(plain)
    return bool(asked) and not own and bool(set(plain) & (_CALENDAR | _BY_MAIL - {"mail", "email", "e-mail"}))


def wants_no_mail(text: str) -> bool:
    """Say whether somebody wants no more mail: «stop de mail», «no more invites»."""
    plain = [word.strip(_AROUND) for word in text.casefold().split()]
    return bool(set(plain) & _STOP and set(plain) & _BY_MAIL) and not set(plain) - _STOP - _BY_MAIL - _SMALL
