"""Sends what the outbox holds to Telegram, once, and says what became of it."""

from typing import Any, Final

import httpx
from telegram import InputFile, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.outbox.outcome import Blocked, Later, Moved, NotSent, Outcome, Refused, Sent, Unknown
from bot.outbox.parcel import News, Parcel, Protected, Removal, Sheet
from bot.people.model import Chat
from bot.wording.richtext import Message
from handlers.telegram import sheets
from handlers.telegram.rendering import LONGEST_CAPTION, keyboard, render_html
from handlers.telegram.traffic import PACED, seconds_of

NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
CONNECTING: Final = 5.0
"""Seconds that each step before the answer may take."""
_NEVER_LEFT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""Failures of the network before the first byte of a request."""
_GONE: Final = ("chat not found", "user not found", "peer_id_invalid")
"""What a refusal says, in part, when there is nobody at the address."""
_REMOVED: Final = "message to delete not found"


class TelegramSender:
    """The outbox's way to Telegram; ``patience`` is how many seconds an answer may take.

    All waits together stay well under the lease on a message, or another process would send it too.
    """

    def __init__(self, bot: ExtBot[str], *, patience: float = 10.0) -> None:
        self._bot = bot
        self._patience = patience

    async def send(self, chat: Chat, message: Message, *, silent: bool = False) -> Outcome:
        """Send a message as HTML with its buttons; one that brings a file as the text under that file."""
        try:
            if isinstance(message, Sheet | Removal):
                return await self._written(chat, message, silent=silent)
            if isinstance(message, News) and message.replaces is not None:
                return await self._replace(chat, message, message.replaces, silent=silent)
            return await self._send(chat, message, silent=silent)
        except TelegramError as error:
            return outcome_of(error)

    async def _send(self, chat: Chat, message: Message, *, silent: bool) -> Outcome:
        to: dict[str, Any] = {"chat_id": int(chat.address), "disable_notification": silent}
        if isinstance(message, Parcel | Protected) and message.file is not None:
            sent = await self._bot.send_document(
                **to,
                document=InputFile(message.file.content, filename=message.file.name),
                caption=render_html(message, LONGEST_CAPTION),
                protect_content=isinstance(message, Protected) and message.file.protected,
                **self._usual(message),
            )
        else:
            sent = await self._bot.send_message(
                **to, text=render_html(message), link_preview_options=NO_PREVIEW, **self._usual(message)
            )
        return Sent(sent.message_id)

    async def _replace(self, chat: Chat, message: News, message_id: int, *, silent: bool) -> Outcome:
        """Put a message in the place of an earlier one, which makes no sound (Bot API, editMessageText)."""
        try:
            await self._bot.edit_message_text(
                render_html(message),
                chat_id=int(chat.address),
                message_id=message_id,
                link_preview_options=NO_PREVIEW,
                **self._usual(message),
            )
        except BadRequest as error:
            said = error.message.casefold()
            if "not modified" in said:
                return Sent(message_id)
            if any(part in said for part in _GONE):
                raise
            # It is too old, or its chat was emptied.
            return await self._send(chat, message, silent=silent)
        return Sent(message_id)

    async def _written(self, chat: Chat, message: Sheet | Removal, *, silent: bool) -> Outcome:
        """Send what somebody wrote, or change or remove what they sent; gone or so already is as good as done."""
        chat_id = int(chat.address)
        try:
            if isinstance(message, Removal):
                await sheets.remove(self._bot, chat_id, message, **self._patient())
                return Sent(message.removes)
            if message.replaces is not None:
                await sheets.replace_sheet(self._bot, chat_id, message, **self._patient())
                return Sent(message.replaces)
        except BadRequest as error:
            said = error.message.casefold()
            if isinstance(message, Removal) and _REMOVED in said:
                return Sent(message.removes)
            if isinstance(message, Sheet) and "not modified" in said:
                return Sent(message.replaces or 0)
            raise
        sent = await sheets.send_sheet(self._bot, chat_id, message, disable_notification=silent, **self._patient())
        return Sent(sent.message_id)

    def _usual(self, message: Message) -> dict[str, Any]:
        """Give what every call of a message has: HTML, buttons, and what every call has."""
        return {"parse_mode": "HTML", "reply_markup": keyboard(message), **self._patient()}

    def _patient(self) -> dict[str, Any]:
        """Give what every call has: its turn taken already, and how long each step may take."""
        return {
            "rate_limit_args": PACED,
            "read_timeout": self._patience,
            "write_timeout": CONNECTING,
            "connect_timeout": CONNECTING,
            "pool_timeout": CONNECTING,
        }


def outcome_of(error: TelegramError) -> Outcome:
    """Say what an error means for a message.

    BadRequest and TimedOut are NetworkErrors for the library: the order of the cases matters. An error that
    Telegram answers with (5xx) means that the message was not taken; where no answer came at all it may have been,
    unless the request never left.
    """
    match error:
        case RetryAfter():
            return Later(seconds_of(error))
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Blocked(error.message)
        case BadRequest():
            gone = any(part in error.message.casefold() for part in _GONE)
            return Blocked(error.message) if gone else Refused(error.message)
        case NetworkError() if _unanswered(error):
            never_left = isinstance(error.__cause__, _NEVER_LEFT)
            return NotSent(error.message) if never_left else Unknown(error.message)
        case NetworkError():
            return NotSent(error.message)
        case _ if "invalid server response" in error.message.casefold():
            return Unknown(error.message)
        case _:
            # A token that is no longer valid, a conflict: nothing of the message's own.
            return NotSent(error.message)


def _unanswered(error: NetworkError) -> bool:
    """Say whether no answer came; where one came that could not be read, the cause is the library's own."""
    return error.__cause__ is not None and not isinstance(error.__cause__, TelegramError)
