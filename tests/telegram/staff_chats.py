"""People with a role in their chats, and what they press."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from bot.outbox.model import OutboxState
from bot.people.access import Role
from bot.wording.richtext import Action, Verb
from handlers import roles
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from handlers.telegram.buttons import encode
from storage import programme as programmes
from storage.tables import outbox

NOT_ALLOWED = (
    "Dat kan alleen wie daarvoor is uitgenodigd: de secretaris van de groep of de organisatie. "
    "Hoort u daarbij? Vraag de organisatie om een uitnodiging."
)
FOR_ORGANISERS = "Dat kan alleen de organisatie van de dag."
SEND = "Verstuur deze wijziging"


async def invitation(services: Services, role: Role, slug: str | None = None, **facts: timedelta) -> str:
    """Make an invitation and give its secret."""
    day = await services.programmes.current()
    group = None if slug is None else day.group_by_slug[slug]
    _, secret = await services.database.write(
        roles.invite_in, day, role, group, acting=None, now=services.clock(), **facts
    )
    return secret


async def secretary(stage: Stage, services: Services, slug: str | None = "veiligheid", *, number: int = 1) -> Person:
    """Give somebody who took up a role: of a group, or with None as organiser of the day."""
    role = Role.ORGANISER if slug is None else Role.SECRETARY
    person = stage.person(number, "Secretaris")
    await person.ask("/start")
    await person.ask(f"/start i_{await invitation(services, role, slug)}")
    return person


async def follower(stage: Stage, number: int, *slugs: str) -> Person:
    """Give somebody who follows these groups."""
    person = stage.person(number, "Gast")
    await person.ask("/start")
    for slug in slugs:
        await person.ask(f"/start volg_{slug}")
    return person


async def pressed(person: Person, message: Message, label: str) -> Message:
    """Press a button and give the next thing the bot says."""
    await person.press(message, label)
    return await person.reply()


async def chosen(person: Person, message: Message, label: str) -> Message:
    """Press a button and give the message once it has changed."""
    await person.press(message, label)
    return await person.edited(message)


async def proposed(person: Person, label: str) -> Message:
    """Press a button under the menu of one's own session and give the proposal."""
    return await pressed(person, await person.ask("/wijzig"), label)


async def forged(person: Person, message: Message, verb: Verb, about: int = 0, revision: int = 0) -> Message:
    """Press what stands under no message, and give what the bot says to it."""
    await person.press_data(message, encode(Action(verb, about, revision)))
    return await person.reply()


async def room_of(services: Services, key: str) -> str | None:
    """Give the room of a session as it is kept."""
    day = await services.database.read(programmes.load, "haarlem-2023")
    return day.session_by_key[key].room


async def recorded(services: Services) -> None:
    """Wait until it is recorded of everything in hand that it was sent, before the clock is turned on."""
    sending = sa.select(outbox.c.id).where(outbox.c.state == OutboxState.SENDING)
    async with asyncio.timeout(10):
        while await services.database.read(lambda conn: conn.execute(sending).first()):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.05)
