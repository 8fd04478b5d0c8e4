"""The chat and the message that a call is about."""

from handlers.stage.bodies import Parameters
from handlers.stage.chats import Chat
from handlers.stage.messages import Message
from handlers.stage.refusals import Refused, bad_request, blocked
from handlers.stage.stage import Stage


def known_chat(stage: Stage, parameters: Parameters) -> Chat:
    """Give the chat of ``chat_id``. Raises Refused where the bot knows none."""
    if not parameters.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = stage.find_chat(parameters.integer("chat_id"))
    if chat is None or not chat.started:
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise Refused(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.moved_to,
        )
    return chat


def open_chat(stage: Stage, parameters: Parameters) -> Chat:
    """Give the chat to send to. Raises Refused where the bot may not send."""
    chat = known_chat(stage, parameters)
    if chat.bot_status in {"kicked", "left"}:
        if chat.kind == "private":
            raise blocked()
        if chat.bot_status == "kicked":
            raise Refused(403, f"Forbidden: bot was kicked from the {chat.kind} chat")
        raise Refused(403, f"Forbidden: bot is not a member of the {chat.kind} chat")
    return chat


def own_message(chat: Chat, parameters: Parameters) -> Message:
    """Give the message to edit. Raises Refused where there is none, or it is not the bot's."""
    message = chat.message(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def replied_message(chat: Chat, parameters: Parameters) -> Message | None:
    """Give the message that is replied to. Raises Refused where it is gone and the reply depends on it."""
    reply = parameters.value("reply_parameters") or {}
    message_id = reply.get("message_id") or parameters.integer("reply_to_message_id")
    if not message_id:
        return None
    message = chat.message(int(message_id))
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message
