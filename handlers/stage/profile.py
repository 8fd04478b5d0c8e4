"""What the bot told about itself: commands, descriptions, the menu button."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from handlers.stage.refusals import Json, bad_request

MOST_COMMANDS: Final = 100
COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
COMMAND_DESCRIPTION: Final = 256
SCOPES: Final = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)
LIMITS: Final = {"name": 64, "description": 512, "short_description": 120}

CommandKey = tuple[str, str, str]
"""Scope, chat and member as in BotCommandScope (type, ids), and the language."""


@dataclass(slots=True)
class Profile:
    """The texts of a bot, by language where Telegram keeps them so."""

    commands: dict[CommandKey, list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def text(self, kind: str, language: str) -> str:
        """Give a text in ``language``, else the one without a language."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """Give the commands that a person sees in a private chat: the narrowest scope, own language first."""
        for scope, place in (("chat", f"{chat_id}"), ("all_private_chats", ""), ("default", "")):
            for code in (language, ""):
                found = self.commands.get((scope, place, code))
                if found:
                    return found
        return []


def command_key(scope: Any, language: str) -> CommandKey:
    """Make the key under which commands are kept. Raises Refused for a scope that Telegram has not."""
    scope = scope or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    place = "/".join(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)
    return scope["type"], place, language


def checked_commands(value: Any) -> list[Json]:
    """Check a list of BotCommand."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(value) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for item in value:
        if not COMMAND.fullmatch(str(item.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(item.get("description", "")).strip()) <= COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return [{"command": item["command"].removeprefix("/"), "description": item["description"]} for item in value]


def checked_text(kind: str, text: str) -> str:
    """Check a name or description."""
    if len(text) > LIMITS[kind]:
        raise bad_request(f"BOT_{kind.upper()}_INVALID")
    return text
