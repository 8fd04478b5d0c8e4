"""How people and the bot stand in a chat, as ChatMember."""

from typing import Final, Literal

from handlers.stage.refusals import Json

MemberStatus = Literal["creator", "administrator", "member", "left", "kicked"]

ADMINISTRATOR_RIGHTS: Final = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def chat_member(user: Json, status: MemberStatus) -> Json:
    """Give the standing of ``user`` as ChatMember."""
    member: Json = {"status": status, "user": user}
    match status:
        case "creator":
            return member | {"is_anonymous": False}
        case "administrator":
            return member | dict.fromkeys(ADMINISTRATOR_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
        case "kicked":
            return member | {"until_date": 0}
        case _:
            return member
