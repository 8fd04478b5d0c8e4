"""Which messages of a group reach a bot."""

from handlers.stage.chats import Chat
from handlers.stage.entities import entity_text
from handlers.stage.messages import Message


def bot_hears(chat: Chat, message: Message, username: str) -> bool:
    """Say whether the bot gets a message: in groups only commands, mentions and replies (Bot API, privacy mode)."""
    if chat.kind == "private" or chat.bot_status == "administrator":
        return True
    if chat.bot_status != "member":
        return False
    if message.via_bot is not None or (message.reply_to is not None and message.reply_to.from_bot):
        return True
    mine = f"@{username}".lower()
    for entity in message.content.entities:
        words = entity_text(message.text, entity).lower()
        if entity["type"] == "mention" and words == mine:
            return True
        if entity["type"] == "bot_command" and ("@" not in words or words.endswith(mine)):
            return True
    return False
