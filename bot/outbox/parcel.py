"""Messages that are more than new text: one that brings a file, one that takes the place of an earlier one."""

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
