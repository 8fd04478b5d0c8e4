"""Sends what the outbox holds to a mail server, once, and says what became of it."""

import asyncio
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib

from bot.clock import Clock, system_clock
from bot.outbox.outcome import NotSent, Outcome, Refused, Sent, Unknown
from bot.outbox.pace import Limits
from bot.outbox.parcel import Parcel
from bot.people.model import Chat
from bot.wording.richtext import Message
from config.settings import Settings
from handlers.mail.rendering import render_mail, written

PORTS: Final = {"smtp": 587, "smtps": 465}
PATIENCE: Final = 30.0
"""Seconds for all of one message: well under the lease on it, or another process would send it too."""
FOR_GOOD: Final = 500
"""The replies from which on a server has refused for good (RFC 5321 4.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server; ``starttls`` is None where it is used if it is offered."""

    host: str
    port: int
    user: str | None = None
    password: str | None = None
    tls: bool = False
    starttls: bool | None = None


def server_at(url: str) -> Server:
    """Read the address of a server: ``smtp://user:password@host:587?starttls=always``."""
    parts = urlsplit(url)
    wish = parse_qs(parts.query).get("starttls", ["offered"])[-1]
    return Server(
        host=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        tls=parts.scheme == "smtps",
        starttls={"always": True, "never": False}.get(wish) if parts.scheme == "smtp" else False,
    )


def limits(a_minute: int) -> Limits:
    """Give the pace of mail: so many messages a minute, two at a time."""
    return Limits(interval=60 / a_minute, places=2, push_places=2)


def mail_sender(settings: Settings) -> tuple["MailSender", Limits] | None:
    """Give what sends mail and how fast it may, None where it is not set up."""
    if settings.smtp_url is None or settings.mail_from is None:
        return None
    server = server_at(settings.smtp_url.get_secret_value())
    return MailSender(server, settings.mail_from), limits(settings.mail_pace)


class MailSender:
    """The outbox's way to a mail server; ``sender`` is an address with or without a name."""

    def __init__(self, server: Server, sender: str, *, patience: float = PATIENCE, real: Clock = system_clock) -> None:
        self._server = server
        self._sender = sender
        self._patience = patience
        self._real = real

    async def send(self, chat: Chat, message: Message, *, silent: bool = False) -> Outcome:  # noqa: ARG002 - mail makes no sound
        """Send a message to the address of a chat of the channel for mail."""
        if not isinstance(message, Parcel):
            return Refused("not a message for mail")
        handing = _Handing(self._server, parseaddr(self._sender)[1], chat.address)
        mail = render_mail(message, sender=self._sender, to=chat.address, language=chat.language, now=self._real())
        try:
            async with asyncio.timeout(self._patience):
                await handing.over(written(mail))
        except TimeoutError:
            return handing.unanswered("no answer in time")
        except aiosmtplib.SMTPResponseException as error:
            return handing.answered(error)
        except (aiosmtplib.SMTPException, OSError) as error:
            return handing.unanswered(type(error).__name__)
        return Sent(0)

    async def refused(self) -> str:
        """Connect without sending anything, and say why the server does not take our name; empty where it does."""
        client = _client(self._server)
        try:
            async with asyncio.timeout(self._patience):
                await client.connect()
        except TimeoutError:
            return "no answer in time"
        except aiosmtplib.SMTPResponseException as error:
            return f"{error.code} {error.message}"
        except (aiosmtplib.SMTPException, OSError) as error:
            return type(error).__name__
        finally:
            client.close()
        return ""


def _client(server: Server) -> aiosmtplib.SMTP:
    return aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        username=server.user,
        password=server.password,
        use_tls=server.tls,
        start_tls=server.starttls,
    )


class _Handing:
    """One message on its way to the server: how far it came decides what a failure means."""

    def __init__(self, server: Server, sender: str, to: str) -> None:
        self._server = server
        self._sender = sender
        self._to = to
        self._about_it = False
        self._left = False

    async def over(self, mail: bytes) -> None:
        """Hand the message over."""
        client = _client(self._server)
        try:
            await client.connect()
            await client.mail(self._sender)
            self._about_it = True
            await client.rcpt(self._to)
            self._left = True
            await client.data(mail)
            self._left = False
        finally:
            # Whoever has the message need not be bidden farewell.
            client.close()

    def answered(self, error: aiosmtplib.SMTPResponseException) -> Outcome:
        """Say what a refusal means: for good only where it is about this message or its recipient.

        A password or sender that is refused says nothing of the message, and may be put right.
        """
        reason = f"{error.code} {error.message}"
        if error.code >= FOR_GOOD and self._about_it:
            return Refused(reason)
        return NotSent(reason, alone=self._about_it)

    def unanswered(self, reason: str) -> Outcome:
        """Say what it means that no answer came."""
        return Unknown(reason) if self._left else NotSent(reason)
