"""A message that brings a file: a calendar, or a document for those who signed up."""

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
