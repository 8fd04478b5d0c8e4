"""Signing up for a session with the secretary, and what those who did are sent: its link and documents."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from bot.errors import UnsafeLink
from bot.outbox.model import OutboxRow, Planned
from bot.programme.model import Session

KIND: Final = "session-link"
LONG_BEFORE: Final = timedelta(days=400)
"""What is handed over is due at once, whatever the clock; the same moment each time keeps planning the same."""
WITHOUT_END: Final = timedelta(hours=4)
"""So long after the start of a session without an end its link is of use."""
LONGEST_LINK: Final = 2000
LARGEST_DOCUMENT: Final = 10 * 1024 * 1024
"""Bytes of a document; it is kept in the database."""
LONGEST_NAME: Final = 120
"""Characters of the name of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """Somebody's place at a session, with the name and city that they chose to give, if any.

    Without a chat a secretary added them by hand, as they mailed: they count, and nothing can be sent to them.
    """

    id: int
    chat_id: int | None
    session_id: int
    at: datetime
    name: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a session."""

    name: str
    content: bytes

    @property
    def is_note(self) -> bool:
        """Whether it is no file but the word that the papers are in iBabs."""
        return not self.content


IN_IBABS: Final = Document("iBabs", b"")
"""Tells those who signed up that the papers stand in iBabs, where cities keep theirs; no file goes out."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is kept for a session, without its content."""

    id: int
    session_id: int
    name: str
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Handout:
    """What one message hands over: a link or a document of a session; ``changed`` when another link came before."""

    session_id: int
    link: str = ""
    document: Document | None = None
    changed: bool = False


def can_sign_up(session: Session) -> bool:
    """Say whether one signs up for a session: it is online, or its programme says how."""
    return session.goes_ahead and (session.online or bool(session.registration))


def is_over(session: Session, now: datetime) -> bool:
    """Say whether it is too late to sign up."""
    return now >= useful_until(session.start, session.end)


def useful_until(start: datetime, end: datetime | None) -> datetime:
    """Give the moment from which a session's link is of no use."""
    return end or start + WITHOUT_END


def planned(  # noqa: PLR0917 - the facts of one row of a query, in its order
    sign_up_id: int, chat_id: int, event_id: int, what: str, start: datetime, end: datetime | None
) -> Planned:
    """Plan one message to one who signed up; ``what`` names the link's version or the document."""
    return Planned(
        key=f"{KIND}:{sign_up_id}:{what}",
        kind=KIND,
        chat_id=chat_id,
        event_id=event_id,
        starts_at=start,
        due_at=start - LONG_BEFORE,
        expires_at=useful_until(start, end),
    )


def link_key(version: int) -> str:
    """Name a version of a link in the key of a message."""
    return f"link-{version}"


def document_key(document_id: int) -> str:
    """Name a document in the key of a message."""
    return f"document-{document_id}"


def parts_of(row: OutboxRow) -> tuple[int, str, int]:
    """Give the sign-up that a message is for, and what it hands over: "link" or "document", and which."""
    _, sign_up, what = row.key.split(":")
    kind, _, number = what.partition("-")
    return int(sign_up), kind, int(number)


def checked_link(url: str) -> str:
    """Give the link as it is sent; raises UnsafeLink for whatever is no https address that a phone can open."""
    link = url.strip()
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        raise UnsafeLink from None
    plain = link.isprintable() and not any(c.isspace() for c in link) and len(link) <= LONGEST_LINK
    if not plain or parts.scheme != "https" or "." not in host or "@" in parts.netloc:
        raise UnsafeLink
    return link


def fits(document: Document) -> bool:
    """Say whether a document can be kept: it is not empty, and not too large."""
    return 0 < len(document.content) <= LARGEST_DOCUMENT
