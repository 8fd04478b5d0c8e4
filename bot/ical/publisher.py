"""In whose name calendar entries are made, and where they lead."""

from dataclasses import dataclass
from typing import Final

from bot.addresses import session_page
from bot.ical.calendars import ORGANIZER, Link
from bot.programme.model import Programme, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes: ``organizer`` as a mailto address, the web address without a slash at its end, the bot's name.

    The organizer of a UID must stay the same, or programs take an update for somebody else's (RFC 5546 2.1.4).
    """

    organizer: str = ORGANIZER
    public_url: str = ""
    bot: str = ""

    def link_to(self, programme: Programme, session: Session) -> str | None:
        """Give the page of a session, else what opens it in the chat, else nothing."""
        if self.public_url:
            return session_page(self.public_url, programme.event.key, session.key)
        return f"https://t.me/{self.bot}?start=s_{session.id}" if self.bot else None

    def links(self, programme: Programme) -> Link:
        """Give what leads to each session of a programme."""
        return lambda session: self.link_to(programme, session)


NOBODY: Final = Publisher()
"""Who publishes where nothing is set."""
