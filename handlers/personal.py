"""What somebody can ask about what is kept of them: how long, what exactly, and to remove it."""

from typing import Final

from sqlalchemy import Connection

from bot.files import File
from bot.people.model import Chat
from bot.people.privacy import Kept, Names, Rows, as_json
from bot.wording import privacy
from handlers.services import Services
from storage import personal, roles
from storage import programme as programmes

NAME: Final = "netwerkdag-{day}.json"


def retention(services: Services) -> tuple[Kept, ...]:
    """Tell what is kept of people and how long, with the term of the settings."""
    return personal.retention(services.settings.privacy_days)


async def my_data(services: Services, chat: Chat) -> File:
    """Make the file of all that is kept of a chat and its mail address."""
    now = services.clock()
    found, groups = await services.database.read(_known, chat.id)
    words = services.catalogue[chat.language]
    zone = (await services.programmes.current()).zone
    content = as_json(
        found,
        retention(services),
        {"group_id": groups, **await _names_of_days(services)},
        now=now,
        zone=zone,
        told=lambda kept: (privacy.what(kept, words), privacy.how_long(kept, words)),
    )
    return File(NAME.format(day=now.astimezone(zone).date().isoformat()), content)


async def has_role(services: Services, chat: Chat) -> bool:
    """Say whether somebody has a role, at whatever day."""
    return bool(await services.database.read(roles.grants_of, chat.channel, chat.address))


async def forget(services: Services, chat: Chat) -> None:
    """Remove all that is kept of a chat and its mail address."""
    await services.database.write(personal.forget, chat.id)


def _known(conn: Connection, chat_id: int) -> tuple[dict[str, Rows], dict[int, str]]:
    return personal.known_about(conn, chat_id), {group.id: group.name for group in programmes.groups(conn)}


async def _names_of_days(services: Services) -> Names:
    sessions: dict[int, str] = {}
    days: dict[int, str] = {}
    for event in await services.programmes.events():
        days[event.id] = event.key
        day = await services.programmes.of(event.key)
        sessions |= {session.id: session.title.to("nl") for session in day.sessions}
    return {"session_id": sessions, "event_id": days}
