"""The methods by which the bot sends, edits and deletes messages."""

import json
from typing import Final

from handlers.stage.bodies import Parameters
from handlers.stage.chats import Chat
from handlers.stage.entities import CAPTION_LIMIT, TEXT_LIMIT, Formatted, given_entities, trimmed, units, with_automatic
from handlers.stage.files import DOWNLOAD_LIMIT, FILE_KINDS, FileKind, StoredFile
from handlers.stage.keyboards import checked_markup
from handlers.stage.messages import Message
from handlers.stage.refusals import Json, bad_request
from handlers.stage.stage import Stage
from handlers.stage.targets import known_chat, open_chat, own_message, replied_message
from handlers.stage.telegram_html import parse_html

CHAT_ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    },
)
DELETABLE_SECONDS: Final = 48 * 3600


def read_text(parameters: Parameters, field: str, limit: int) -> Formatted:
    """Read a text or caption with its marks. Raises Refused when it is too long or its marks are wrong."""
    source = parameters.text(field)
    entities = "entities" if field == "text" else "caption_entities"
    mode = parameters.text("parse_mode").lower()
    if mode not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        content = parse_html(source)
    elif given := parameters.value(entities):
        content = given_entities(given, source)
    else:
        content = Formatted(source)
    content = with_automatic(trimmed(content))
    if units(content.text) > limit:
        raise bad_request("message is too long" if field == "text" else "message caption is too long")
    return content


def read_message_text(parameters: Parameters) -> Formatted:
    """Read the parameter ``text``. Raises Refused when nothing of it is left."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    content = read_text(parameters, "text", TEXT_LIMIT)
    if not content.text:
        raise bad_request("message text is empty")
    return content


def send_message(stage: Stage, parameters: Parameters) -> Json:
    """Carry out sendMessage."""
    content = read_message_text(parameters)
    chat = open_chat(stage, parameters)
    markup = checked_markup(parameters.text("reply_markup"))
    reply_to = replied_message(chat, parameters)
    return stage.say(chat, content, markup=markup, reply_to=reply_to).to_json()


def send_document(stage: Stage, parameters: Parameters) -> Json:
    """Carry out sendDocument."""
    return _send_file(stage, parameters, "document")


def send_photo(stage: Stage, parameters: Parameters) -> Json:
    """Carry out sendPhoto."""
    return _send_file(stage, parameters, "photo")


def _send_file(stage: Stage, parameters: Parameters, kind: FileKind) -> Json:
    stored = stage.files.given(kind, parameters)
    content = read_text(parameters, "caption", CAPTION_LIMIT)
    chat = open_chat(stage, parameters)
    markup = checked_markup(parameters.text("reply_markup"))
    reply_to = replied_message(chat, parameters)
    return stage.say(chat, content, markup=markup, file=stored, reply_to=reply_to).to_json()


def edit_message_text(stage: Stage, parameters: Parameters) -> Json:
    """Carry out editMessageText; buttons that are not given again go."""
    content = read_message_text(parameters)
    chat = open_chat(stage, parameters)
    markup = checked_markup(parameters.text("reply_markup"))
    message = own_message(chat, parameters)
    if message.file is not None:
        raise bad_request("there is no text in the message to edit")
    return _edited(stage, chat, message, content, markup=markup)


def edit_message_caption(stage: Stage, parameters: Parameters) -> Json:
    """Carry out editMessageCaption."""
    content = read_text(parameters, "caption", CAPTION_LIMIT)
    chat = open_chat(stage, parameters)
    markup = checked_markup(parameters.text("reply_markup"))
    message = own_message(chat, parameters)
    if message.file is None:
        raise bad_request("there is no caption in the message to edit")
    return _edited(stage, chat, message, content, markup=markup)


def edit_message_media(stage: Stage, parameters: Parameters) -> Json:
    """Carry out editMessageMedia: another file with its words, also for a text; what is not given again goes."""
    given = parameters.value("media")
    if not isinstance(given, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = given.get("type")
    if kind not in FILE_KINDS:
        raise bad_request("unsupported type of InputMedia")
    words = {name: given[name] for name in ("caption", "parse_mode", "caption_entities") if name in given}
    fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in words.items()}
    of_file = Parameters({**fields, kind: str(given.get("media", ""))}, parameters.uploads)
    stored = stage.files.given(kind, of_file)
    content = read_text(of_file, "caption", CAPTION_LIMIT)
    chat = open_chat(stage, parameters)
    markup = checked_markup(parameters.text("reply_markup"))
    return _edited(stage, chat, own_message(chat, parameters), content, markup=markup, file=stored)


def edit_message_reply_markup(stage: Stage, parameters: Parameters) -> Json:
    """Carry out editMessageReplyMarkup."""
    chat = open_chat(stage, parameters)
    markup = checked_markup(parameters.text("reply_markup"))
    message = own_message(chat, parameters)
    return _edited(stage, chat, message, message.content, markup=markup)


def _edited(
    stage: Stage,
    chat: Chat,
    message: Message,
    content: Formatted,
    *,
    markup: Json | None,
    file: StoredFile | None = None,
) -> Json:
    file = file or message.file
    if (content, markup, file) == (message.content, message.markup, message.file):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message",
        )
    return chat.edit(message, content=content, markup=markup, file=file, date=stage.now()).to_json()


def delete_message(stage: Stage, parameters: Parameters) -> bool:
    """Carry out deleteMessage: its own, what people wrote in a private chat, and all where it is administrator."""
    chat = known_chat(stage, parameters)
    message = chat.message(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    allowed = message.from_bot or chat.kind == "private" or chat.bot_status == "administrator"
    if not allowed or message.date < stage.now() - DELETABLE_SECONDS:
        raise bad_request("message can't be deleted")
    return chat.remove(message.id)


def send_chat_action(stage: Stage, parameters: Parameters) -> bool:
    """Carry out sendChatAction."""
    chat = open_chat(stage, parameters)
    if parameters.text("action") not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.show({"type": "action", "action": parameters.text("action")})
    return True


def get_file(stage: Stage, parameters: Parameters) -> Json:
    """Carry out getFile."""
    stored = stage.files.by_id(parameters.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }
