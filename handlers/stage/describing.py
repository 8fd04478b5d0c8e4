"""The methods about the bot itself, its webhook, and the chats it is in."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from handlers.stage.bodies import Parameters
from handlers.stage.chats import Chat
from handlers.stage.members import chat_member
from handlers.stage.profile import checked_commands, checked_text, command_key
from handlers.stage.refusals import Json, bad_request
from handlers.stage.stage import Stage
from handlers.stage.targets import known_chat

PERMISSIONS: Final = ("can_send_messages", "can_send_documents", "can_send_photos", "can_invite_users")


def get_me(stage: Stage, _: Parameters) -> Json:
    """Carry out getMe."""
    return stage.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(stage: Stage, parameters: Parameters) -> bool:
    """Carry out setMyCommands."""
    key = command_key(parameters.value("scope"), parameters.text("language_code"))
    stage.profile.commands[key] = checked_commands(parameters.value("commands", []))
    _tell_pages(stage)
    return True


def delete_my_commands(stage: Stage, parameters: Parameters) -> bool:
    """Carry out deleteMyCommands."""
    key = command_key(parameters.value("scope"), parameters.text("language_code"))
    stage.profile.commands.pop(key, None)
    _tell_pages(stage)
    return True


def _tell_pages(stage: Stage) -> None:
    for person in stage.people.values():
        person.chat.show({"type": "profile"})


def get_my_commands(stage: Stage, parameters: Parameters) -> list[Json]:
    """Carry out getMyCommands."""
    key = command_key(parameters.value("scope"), parameters.text("language_code"))
    return stage.profile.commands.get(key, [])


def text_setter(kind: str) -> Callable[[Stage, Parameters], bool]:
    """Make setMyName, setMyDescription or setMyShortDescription."""

    def set_text(stage: Stage, parameters: Parameters) -> bool:
        stage.profile.texts[kind, parameters.text("language_code")] = checked_text(kind, parameters.text(kind))
        _tell_pages(stage)
        return True

    return set_text


def text_getter(kind: str) -> Callable[[Stage, Parameters], Json]:
    """Make getMyName, getMyDescription or getMyShortDescription."""

    def get_text(stage: Stage, parameters: Parameters) -> Json:
        return {kind: stage.profile.text(kind, parameters.text("language_code"))}

    return get_text


def set_chat_menu_button(stage: Stage, parameters: Parameters) -> bool:
    """Carry out setChatMenuButton."""
    button = parameters.value("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: unsupported type specified")
    stage.profile.menu_buttons[parameters.integer("chat_id")] = button
    return True


def get_chat_menu_button(stage: Stage, parameters: Parameters) -> Json:
    """Carry out getChatMenuButton."""
    buttons = stage.profile.menu_buttons
    return buttons.get(parameters.integer("chat_id")) or buttons.get(0) or {"type": "profile"}


def set_webhook(stage: Stage, parameters: Parameters) -> bool:
    """Carry out setWebhook; the stage keeps the address and delivers nothing there, polling is refused from then on."""
    url = parameters.text("url")
    if url and urlsplit(url).scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    _set_delivery(stage, parameters, url)
    return True


def delete_webhook(stage: Stage, parameters: Parameters) -> bool:
    """Carry out deleteWebhook."""
    _set_delivery(stage, parameters, "")
    return True


def _set_delivery(stage: Stage, parameters: Parameters, url: str) -> None:
    stage.updates.webhook = url
    if parameters.flag("drop_pending_updates"):
        stage.updates.clear()
    allow_updates(stage, parameters)


def allow_updates(stage: Stage, parameters: Parameters) -> None:
    """Take over ``allowed_updates`` where a call gives it; without it the earlier choice stays."""
    allowed = parameters.value("allowed_updates")
    if isinstance(allowed, list):
        stage.updates.allow(frozenset(map(str, allowed)))


def get_webhook_info(stage: Stage, _: Parameters) -> Json:
    """Carry out getWebhookInfo."""
    return {
        "url": stage.updates.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(stage.updates.waiting),
    }


def get_chat(stage: Stage, parameters: Parameters) -> Json:
    """Carry out getChat."""
    chat = known_chat(stage, parameters)
    facts = chat.to_json() | {"accent_color_id": 0, "max_reaction_count": 11}
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    facts["accepted_gift_types"] = dict.fromkeys(gifts, False)
    if chat.kind != "private":
        facts["permissions"] = dict.fromkeys(PERMISSIONS, True)
    return facts


def get_chat_member(stage: Stage, parameters: Parameters) -> Json:
    """Carry out getChatMember."""
    chat = known_chat(stage, parameters)
    user_id = parameters.integer("user_id")
    if user_id == stage.bot["id"]:
        return chat_member(stage.bot, chat.bot_status)
    person = stage.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if chat.kind == "private":
        return chat_member(person.to_json(), "member")
    return chat_member(person.to_json(), chat.members.get(user_id, "left"))


def get_chat_administrators(stage: Stage, parameters: Parameters) -> list[Json]:
    """Carry out getChatAdministrators; bots are left out, as by Telegram, but for the bot itself."""
    chat = known_chat(stage, parameters)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        chat_member(stage.people[user_id].to_json(), status)
        for user_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ] + _bot_as_administrator(stage, chat)


def _bot_as_administrator(stage: Stage, chat: Chat) -> list[Json]:
    return [chat_member(stage.bot, "administrator")] if chat.bot_status == "administrator" else []
