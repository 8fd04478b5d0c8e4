"""Inline: what is typed after the bot's name in any chat is answered there, with nothing that is anybody's own."""

import contextlib
from collections.abc import Sequence
from typing import Final

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.errors import NoEvents, UnknownEvent
from bot.wording.menu import LONGEST_QUESTION
from bot.wording.richtext import Message
from handlers import inline
from handlers.telegram.context import Context
from handlers.telegram.rendering import render_html
from handlers.telegram.talk import NO_PREVIEW

CACHED: Final = 10
"""Seconds for which Telegram may give the same results again: an answer says what is so now."""
TITLE: Final = 60
DESCRIPTION: Final = 120
"""Characters of a result that a phone shows."""


async def answer_inline(update: Update, context: Context) -> None:
    """Answer «@bot zaal 3 11.40», typed in any chat."""
    query = update.inline_query
    assert query is not None  # noqa: S101 - the handler takes nothing else
    text = query.query.strip()[:LONGEST_QUESTION]
    user = query.from_user
    try:
        found = await inline.answers(context.services, str(user.id), user.language_code, text)
    except (NoEvents, UnknownEvent):
        found = ()
    # Whoever types on has asked something else meanwhile (Bot API, answerInlineQuery).
    with contextlib.suppress(BadRequest):
        await query.answer(articles(found), cache_time=CACHED, is_personal=True)


def articles(found: Sequence[inline.Found]) -> list[InlineQueryResultArticle]:
    """Make results: under a title the answer, as it will stand in the chat; without buttons, for those are personal."""
    made = []
    for number, one in enumerate(found):
        first, *rest = _lines(one.message)
        title, described = (one.title, [first, *rest]) if one.title else (first, rest)
        content = InputTextMessageContent(
            render_html(Message(one.message.lines)), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        )
        made.append(
            InlineQueryResultArticle(
                id=str(number),
                title=_short(title, TITLE),
                description=_short(" ".join(described), DESCRIPTION) or None,
                input_message_content=content,
            )
        )
    return made


def _lines(message: Message) -> list[str]:
    return [line for line in message.plain().split("\n") if line] or ["…"]


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
