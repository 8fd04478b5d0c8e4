"""A real mail server on loopback that keeps what it gets, and refuses or falls silent when it is told to."""

import asyncio
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


@dataclass
class MailServer:
    """What arrived, in order. ``refusals`` are replies by recipient; ``replies`` are given to the next messages.

    ``silent`` makes it take a message and never answer.
    """

    port: int = 0
    refusals: dict[str, str] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    silent: bool = False
    logins: list[tuple[str, str]] = field(default_factory=list)
    raw: list[tuple[str, bytes]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def mails(self, address: str | None = None) -> list[EmailMessage]:
        """Give what came for an address, or for everybody, as the standard library reads it."""
        return [message_from_bytes(raw, policy=default) for to, raw in self.raw if address in {None, to}]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's names and signature
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - as above
        reply = self.replies.pop(0) if self.replies else "250 OK"
        if reply.startswith("250"):
            self.senders.append(envelope.mail_from)
            self.raw += [(address, envelope.content) for address in envelope.rcpt_tos]
            self.arrived.set()
        if self.silent:
            await asyncio.Event().wait()
        return reply

    def check(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        """Take one password."""
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"geheim!", handled=False)


@asynccontextmanager
async def mail_server(*, password: bool = False) -> AsyncIterator[MailServer]:
    """Serve while the context lasts; with ``password`` only who knows it."""
    made = MailServer()
    options: dict[str, Any] = {"hostname": "localhost", "enable_SMTPUTF8": False}
    if password:
        options |= {"authenticator": made.check, "auth_required": True, "auth_require_tls": False}
    loop = asyncio.get_running_loop()
    speaking: list[SMTP] = []

    def speak() -> SMTP:
        with warnings.catch_warnings():
            # It warns of passwords without encryption, which on loopback harm nobody.
            warnings.simplefilter("ignore")
            speaking.append(SMTP(made, loop=loop, **options))
        return speaking[-1]

    server = await loop.create_server(speak, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for one in speaking:
            if one.transport is not None:
                one.transport.close()
        await asyncio.sleep(0)


def calendar_of(mail: EmailMessage) -> bytes:
    """Give the calendar that a mail carries, as the part that programs process."""
    (part,) = (p for p in mail.walk() if p.get_content_type() == "text/calendar")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def text_of(mail: EmailMessage) -> str:
    """Give the text that people read."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n").strip()
