"""Messages that are more than new text: that bring a file, are in somebody else's words, or concern an earlier one."""

from dataclasses import dataclass

from bot.files import File
from bot.ical.calendars import CalendarFile
from bot.ical.ledger import Entry
from bot.wording.richtext import Message


@dataclass(frozen=True, slots=True)
class Parcel(Message):
    """A message with a file; ``handed`` is what a calendar has once it arrived.

    By mail it has a ``subject``, and a ``reference`` that stays the same when it is sent again (RFC 5322 3.6.4).
    """

    file: CalendarFile | None = None
    handed: tuple[Entry, ...] = ()
    subject: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Protected(Message):
    """A message with a document that is for whoever gets it, and not to be passed on."""

    file: File | None = None


@dataclass(frozen=True, slots=True)
class News(Message):
    """A message that tells of changes: ``told`` is the event's revision up to which it does.

    With ``replaces`` it takes the place of the message with that number, without a sound; where that cannot be
    changed any more it comes as a new one.
    """

    told: int = 0
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet(Message):
    """What somebody with a role wrote, as Telegram's HTML, perhaps under a file that Telegram has; lines come after it.

    ``media`` is "photo" or "document" and ``file_id`` Telegram's id of it. ``told`` is the edition of the text. With
    ``replaces`` it takes the place of the message with that number, and never comes as a new one.
    """

    html: str = ""
    media: str = ""
    file_id: str = ""
    told: int = 0
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Removal(Message):
    """No message, but the end of an earlier one: that with the number ``removes``."""

    removes: int = 0
