"""A message as a mail: text for people, and the calendar as Outlook and Gmail expect it (RFC 6047)."""

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Final

from bot.outbox.parcel import Parcel
from bot.programme.model import Language

UNFOLDED: Final = SMTP.clone(max_line_length=998)
"""As long as a line may be at most (RFC 5322 2.1.1)."""


def render_mail(parcel: Parcel, *, sender: str, to: str, language: Language, now: datetime) -> EmailMessage:
    """Make the mail of a parcel; ``sender`` is an address with or without a name, ``now`` the real moment.

    The calendar comes twice: as another form of the text, which calendars process by themselves, and as a file,
    for programs that know only files. METHOD stands in both the part and its type, and must be the same (RFC 6047 2.4).
    """
    name, address = parseaddr(sender)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(display_name=name, addr_spec=address)
    mail["To"] = Address(addr_spec=to)
    mail["Subject"] = " ".join(parcel.subject.split())
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(parcel.reference, address)
    # Nobody's absence must answer it (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(parcel.plain())
    mail["Content-Language"] = language
    if parcel.file is not None:
        content, method = parcel.file.content, parcel.file.method
        mail.add_alternative(content.decode(), subtype="calendar", cte="base64", params={"method": method})
        mail.add_attachment(content, maintype="application", subtype="ics", filename=parcel.file.name)
    return mail


def message_id(reference: str, sender: str) -> str:
    """Give the identity of a mail: the same for the same row, so that a repeated send can be told by it."""
    return f"<{hashlib.sha256(reference.encode()).hexdigest()[:32]}@{sender.partition('@')[2]}>"


def written(mail: EmailMessage) -> bytes:
    """Write a mail as it goes to the server.

    The standard library breaks a subject that is just too long right after its name, which leaves an empty first
    line and, in what programs show, a space. Encoded words have a length of their own to keep to (RFC 2047 2).
    """
    plain = all(str(value).isascii() for value in mail.values())
    return mail.as_bytes(policy=UNFOLDED if plain else SMTP)
