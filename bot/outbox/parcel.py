"""A message that brings a calendar file."""

from dataclasses import dataclass

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
