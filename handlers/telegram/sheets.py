"""What somebody wrote for many: reading it from their message; sending, changing and removing it."""

import re
from typing import Any, Final

from telegram import InputMediaDocument, InputMediaPhoto, LinkPreviewOptions
from telegram import Message as TelegramMessage
from telegram.ext import ExtBot

from bot.broadcasting.model import Content, Media
from bot.outbox.parcel import Removal, Sheet
from handlers.telegram.rendering import LONGEST_CAPTION, LONGEST_TEXT, render_html

NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_COMMAND: Final = re.compile(r"/\w+(?:@\w+)?\s+")


def content_of(message: TelegramMessage) -> Content | None:
    """Read a message as what is to be sent to many: text, a photo or a document; None for anything else.

    The library writes the HTML from the marks that Telegram tells (Bot API, MessageEntity): it is never broken.
    """
    if message.photo:
        return Content(message.caption_html or "", Media.PHOTO, message.photo[-1].file_id)
    if message.document is not None:
        return Content(message.caption_html or "", Media.DOCUMENT, message.document.file_id)
    return Content(message.text_html) if (message.text or "").strip() else None


def content_after_command(message: TelegramMessage) -> Content | None:
    """Read what stands after a command; None for nothing, and where marks begin before it ends."""
    html = message.text_html or ""
    match = _COMMAND.match(html)
    return Content(html[match.end() :]) if match else None


def longest_of(content: Content) -> int:
    """Give how many UTF-16 units may stand in it after the marks are read."""
    return LONGEST_CAPTION if content.media else LONGEST_TEXT


def html_of(sheet: Sheet) -> str:
    """Write what people get as Telegram's HTML: the author's words, and our lines after an empty one."""
    return "\n\n".join(part for part in (sheet.html, render_html(sheet)) if part)


async def send_sheet(bot: ExtBot[str], chat_id: int, sheet: Sheet, **options: Any) -> TelegramMessage:
    """Send it as a new message, its file by Telegram's id (Bot API, Sending files); raises TelegramError."""
    to: dict[str, Any] = {"chat_id": chat_id, "parse_mode": "HTML", **options}
    match sheet.media:
        case Media.PHOTO:
            return await bot.send_photo(**to, photo=sheet.file_id, caption=html_of(sheet))
        case Media.DOCUMENT:
            return await bot.send_document(**to, document=sheet.file_id, caption=html_of(sheet))
        case _:
            return await bot.send_message(**to, text=html_of(sheet), link_preview_options=NO_PREVIEW)


async def replace_sheet(bot: ExtBot[str], chat_id: int, sheet: Sheet, **options: Any) -> None:
    """Put it in the place of an earlier message, whatever that is now (Bot API, editMessageMedia, editMessageText).

    A file with its words takes the place of another one, and of a text; a text only that of a text.
    """
    where: dict[str, Any] = {"chat_id": chat_id, "message_id": sheet.replaces, **options}
    words: dict[str, Any] = {"caption": html_of(sheet), "parse_mode": "HTML"}
    match sheet.media:
        case Media.PHOTO:
            await bot.edit_message_media(InputMediaPhoto(sheet.file_id, **words), **where)
        case Media.DOCUMENT:
            await bot.edit_message_media(InputMediaDocument(sheet.file_id, **words), **where)
        case _:
            await bot.edit_message_text(
                **where, text=html_of(sheet), parse_mode="HTML", link_preview_options=NO_PREVIEW
            )


async def remove(bot: ExtBot[str], chat_id: int, removal: Removal, **options: Any) -> None:
    """Remove a message from a chat (Bot API, deleteMessage: of the last 48 hours)."""
    await bot.delete_message(chat_id, removal.removes, **options)
