"""Sending answers: in parts where they are long, again where Telegram fails."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from telegram import (
    BotCommand,
    BotCommandScopeChat,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    ReplyParameters,
    Update,
)
from telegram import (
    Message as TelegramMessage,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.errors import MessageRefused
from bot.outbox.parcel import Sheet
from bot.wording.richtext import Button, Line, Message, Span
from handlers import actions
from handlers.pictures import Picture
from handlers.studio import PictureFailed
from handlers.telegram.buttons import encode
from handlers.telegram.context import GROUPS, Answer, Answers, Context, Edit, Hand, Offer, Relabel, Say, Show, chat_kind
from handlers.telegram.rendering import LONGEST_CAPTION, LONGEST_TEXT, keyboard, render_html, utf16_length
from handlers.telegram.sheets import send_sheet

TRIES: Final = 8
"""How often an answer is sent when Telegram fails: for about a minute."""
NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)

log: Final = logging.getLogger(__name__)

T = TypeVar("T")


async def answer(answers: Answers, update: Update, context: Context) -> None:
    """Send the answers to an update one after the other; who blocked us is not written to again."""
    try:
        for one in answers:
            await send(one, update, context.bot)
    except Forbidden:
        chat = update.effective_chat
        if chat is not None:
            kind = chat_kind(chat.type)
            await actions.set_active(context.services, address=str(chat.id), kind=kind, active=False)


async def send(one: Answer, update: Update, bot: ExtBot[str]) -> None:
    """Send one answer to the chat of an update.

    Raises Forbidden when the chat cannot be written to, another TelegramError when it did not work out, MessageRefused
    for what somebody wrote for many and Telegram does not take.
    """
    match one:
        case Say(Sheet() as sheet):
            await _show_written(sheet, update, bot)
        case Say(message):
            await _say(message, update, bot)
        case Hand(file, message):
            await _hand(file.name, file.content, message, update, bot)
        case Edit(message):
            await _edit(message, update, bot)
        case Relabel(button):
            await _relabel(button, update)
        case Show(picture, message):
            await _show(picture, message, update, bot)
        case Offer(commands):
            await _offer(commands, update, bot)


async def _offer(commands: Sequence[tuple[str, str]], update: Update, bot: ExtBot[str]) -> None:
    """Set the menu of one chat (Bot API, setMyCommands with a scope); without it the commands work as well."""
    scope = BotCommandScopeChat(_chat_id(update))
    with contextlib.suppress(BadRequest):
        await patiently(lambda: bot.set_my_commands([BotCommand(*one) for one in commands], scope=scope))


def parts(message: Message, longest: int = LONGEST_TEXT) -> tuple[Message, ...]:
    """Divide a message that is too long between its lines; the buttons go under the last part."""
    made: list[list[Line]] = [[]]
    filled = 0
    for line in (piece for whole in message.lines for piece in _pieces(whole, longest)):
        size = utf16_length("".join(span.text for span in line)) + 1
        if filled + size - 1 > longest:
            made.append([])
            filled = 0
        made[-1].append(line)
        filled += size
    texts = [Message(_trimmed(lines)) for lines in made if _trimmed(lines)]
    if not texts:
        return ()
    return (*texts[:-1], replace(texts[-1], buttons=message.buttons))


async def patiently(call: Callable[[], Awaitable[T]], *, tries: int = TRIES, pause: float = 0.5) -> T:
    """Call Telegram, and again when it failed; raises what went wrong the last time.

    A refusal that names a time was waited for before it gets here.
    """
    for attempt in range(1, tries):
        try:
            return await call()
        except BadRequest:
            raise  # a NetworkError to the library, but it will never go through
        except NetworkError:
            # A timeout may have arrived all the same: an answer twice is better than none.
            await asyncio.sleep(pause * 2 ** (attempt - 1))
    return await call()


async def _say(message: Message, update: Update, bot: ExtBot[str]) -> None:
    for index, part in enumerate(parts(message)):
        reply_to = _reply_to(update) if index == 0 else None

        async def call(part: Message = part, reply_to: ReplyParameters | None = reply_to) -> TelegramMessage:
            return await bot.send_message(
                _chat_id(update),
                render_html(part),
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(part),
                link_preview_options=NO_PREVIEW,
                reply_parameters=reply_to,
            )

        await patiently(call)


async def _show_written(sheet: Sheet, update: Update, bot: ExtBot[str]) -> None:
    try:
        await patiently(lambda: send_sheet(bot, _chat_id(update), sheet))
    except BadRequest as error:
        raise MessageRefused(error.message) from error


async def _hand(name: str, content: bytes, message: Message, update: Update, bot: ExtBot[str]) -> None:
    async def call() -> TelegramMessage:
        return await bot.send_document(
            _chat_id(update),
            InputFile(content, filename=name),
            caption=render_html(message, LONGEST_CAPTION),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message),
            reply_parameters=_reply_to(update),
        )

    await patiently(call)


async def _show(picture: Picture, message: Message, update: Update, bot: ExtBot[str]) -> None:
    """Send a picture by the id of its file, or drawn where Telegram has no such file (any more).

    Where it cannot be drawn, or this chat takes no photos, nothing is sent: the same follows as text.
    """
    refused = None
    if known := await picture.file_id(bot.id):
        if await _photo(known, message, update, bot):
            return
        refused = known
    async with picture.turn():
        # Somebody else may have sent it while we waited.
        known = await picture.file_id(bot.id)
        if known and known != refused and await _photo(known, message, update, bot):
            return
        with contextlib.suppress(TelegramError):
            await bot.send_chat_action(_chat_id(update), ChatAction.UPLOAD_PHOTO)
        try:
            drawn = await picture.png()
        except PictureFailed as failure:
            log.warning("a picture could not be drawn: %s", failure)
            return
        sent = await _photo(InputFile(drawn, filename="rooster.png"), message, update, bot)
        if sent is not None:
            await picture.keep(bot.id, sent.photo[-1].file_id)
        else:
            log.warning("a picture was refused")


async def _photo(photo: str | InputFile, message: Message, update: Update, bot: ExtBot[str]) -> TelegramMessage | None:
    """Send a photo; None where Telegram refuses it."""

    async def call() -> TelegramMessage:
        return await bot.send_photo(
            _chat_id(update),
            photo,
            caption=render_html(message, LONGEST_CAPTION),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message),
            reply_parameters=_reply_to(update),
        )

    try:
        return await patiently(call)
    except BadRequest:
        return None


async def _edit(message: Message, update: Update, bot: ExtBot[str]) -> None:
    query = _query(update)

    async def call() -> object:
        return await query.edit_message_text(
            render_html(message),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message),
            link_preview_options=NO_PREVIEW,
        )

    try:
        await patiently(call)
    except BadRequest as error:
        # Pressed twice, it already stands there; otherwise the message is too old or gone, so a new one.
        if "not modified" not in error.message.casefold():
            await _say(message, update, bot)


async def _relabel(button: Button, update: Update) -> None:
    query = _query(update)
    markup = getattr(query.message, "reply_markup", None)
    if markup is None:
        return
    changed = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(button.label, callback_data=encode(button.action))
                if old.callback_data == query.data
                else old
                for old in row
            ]
            for row in markup.inline_keyboard
        ]
    )

    async def call() -> object:
        return await query.edit_message_reply_markup(changed)

    try:
        await patiently(call)
    except BadRequest:
        return  # the message that follows says it too


def _reply_to(update: Update) -> ReplyParameters | None:
    """Point at the question in a group, where other people talk in between."""
    message = update.message
    if message is None or message.chat.type not in GROUPS:
        return None
    return ReplyParameters(message.message_id, allow_sending_without_reply=True)


def _chat_id(update: Update) -> int:
    assert update.effective_chat is not None  # noqa: S101 - the updates we ask for all have a chat
    return update.effective_chat.id


def _query(update: Update) -> CallbackQuery:
    assert update.callback_query is not None  # noqa: S101 - only a pressed button changes a message
    return update.callback_query


def _pieces(line: Line, longest: int) -> list[Line]:
    """Cut a line that is too long by itself, between words where there are any."""
    if utf16_length("".join(span.text for span in line)) <= longest:
        return [line]
    made: list[Line] = []
    rest = "".join(span.text for span in line)
    while utf16_length(rest) > longest:
        head = rest.encode("utf-16-le")[: longest * 2].decode("utf-16-le", errors="ignore")
        cut = head.rfind(" ") if " " in head.strip() else len(head)
        made.append((Span(rest[:cut]),))
        rest = rest[cut:].lstrip(" ")
    return [*made, (Span(rest),)]


def _trimmed(lines: list[Line]) -> tuple[Line, ...]:
    """Take empty lines off both ends: Telegram refuses a text of nothing else."""
    found = [i for i, line in enumerate(lines) if "".join(span.text for span in line).strip()]
    return tuple(lines[found[0] : found[-1] + 1]) if found else ()
