"""A message as a mail: text for people, and the calendar as Outlook and Gmail expect it (RFC 6047)."""

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from bot.outbox.parcel import Parcel
from bot.programme.model import Language


def render_mail(parcel: Parcel, *, sender: str, to: str, language: Language, now: datetime) -> EmailMessage:
    """Make the mail of a parcel; ``sender`` is an address with or without a name, ``now`` the real moment.

    The calendar comes twice: as another form of the text, which calendars process by themselves, and as a file,
    for programs that know only files. METHOD stands in both the part and its type, and must be the same (RFC 6047 2.4).
    """
    name, address = parseaddr(sender)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(display_name=name, addr_spec=address)
    mail["To"] = Address(addr_spec=to)
    mail["Subject"] = parcel.subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(parcel.reference, address)
    # Nobody's absence must answer it (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = language
    mail.set_content(parcel.plain())
    if parcel.file is not None:
        content, method = parcel.file.content, parcel.file.method
        mail.add_alternative(content.decode(), subtype="calendar", cte="base64", params={"method": method})
        mail.add_attachment(content, maintype="application", subtype="ics", filename=parcel.file.name)
    return mail


def message_id(reference: str, sender: str) -> str:
    """Give the identity of a mail: the same for the same row, so that a repeated send can be told by it."""
    return f"<{hashlib.sha256(reference.encode()).hexdigest()[:32]}@{sender.partition('@')[2]}>"
