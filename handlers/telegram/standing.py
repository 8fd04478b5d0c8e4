"""Who may choose for a group: its administrators, asked of Telegram at the moment itself."""

from enum import StrEnum
from typing import Final

from telegram import Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.people.model import ChatKind

ADMINISTRATORS: Final = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})


class Standing(StrEnum):
    """Whether somebody may choose for a chat, and why not; the values are those of the sentences."""

    MAY = "may"
    MEMBER = "only-administrators"
    ANONYMOUS = "anonymous"
    UNSURE = "unsure"


async def standing_of(update: Update, kind: ChatKind, bot: ExtBot[str]) -> Standing:
    """Say whether whoever wrote or pressed may choose for the chat; in a chat of one's own everybody may.

    An anonymous administrator writes as the group itself (Bot API, Message.sender_chat), and nobody can be asked
    about; who writes as a channel is no administrator.
    """
    if kind is not ChatKind.GROUP:
        return Standing.MAY
    chat, user, message = update.effective_chat, update.effective_user, update.message
    if message is not None and message.sender_chat is not None:
        same = message.sender_chat.id == message.chat.id
        return Standing.ANONYMOUS if same else Standing.MEMBER
    if chat is None or user is None:
        return Standing.MEMBER
    try:
        member = await bot.get_chat_member(chat.id, user.id)
    except TelegramError:
        return Standing.UNSURE
    return Standing.MAY if member.status in ADMINISTRATORS else Standing.MEMBER
