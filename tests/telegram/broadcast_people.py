"""People with a role and people who follow, for the tests of messages to many."""

import asyncio
from dataclasses import dataclass, field

from chat_bots import Bots
from sqlalchemy import Connection

from bot.outbox.model import OutboxState
from bot.people.access import Role
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import pauses, roles
from storage.tables import outbox as rows

SAFETY = "veiligheid"
TEXT = "Let op: de ingang is verplaatst."
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)
SIGNED = f"{TEXT}\n\nVan: secretaris van Veiligheid"


@dataclass
class Crowd:
    """A bot that runs with its clockwork, an author with a role, and followers of Veiligheid."""

    stage: Stage
    bots: Bots
    services: Services
    author: Person
    followers: list[Person] = field(default_factory=list)

    async def grant(self, person: Person, role: Role, slug: str | None = None) -> None:
        day = await self.services.programmes.current()
        group_id = None if slug is None else day.group_by_slug[slug].id
        event_id = day.event.id if slug is None else None

        def write(conn: Connection) -> None:
            chat = roles.chats.select().where(roles.chats.c.address == str(person.id))
            (row,) = conn.execute(chat).mappings()
            roles.grant(conn, row["id"], role, group_id=group_id, event_id=event_id, now=self.services.clock())

        await self.services.database.write(write)

    async def ungrant(self) -> None:
        """Take every role away."""
        await self.services.database.write(lambda conn: conn.execute(roles.roles.delete()))

    async def preview(self, text: str = TEXT, **facts: object) -> Message:
        """Write a message and give the summary under its preview."""
        await self.author.ask("/bericht")
        self.author.chat.skip_replies()
        await self.author.send(text, **facts)  # type: ignore[arg-type]
        await self.author.reply()
        return await self.author.reply()

    async def sent(self, text: str = TEXT) -> Message:
        """Send a message to all and give what its author is told, once it has arrived."""
        summary = await self.preview(text)
        await self.author.press(summary, "Stuur nu")
        return await self.told("verstuurd")

    async def told(self, part: str) -> Message:
        """Wait until the author's last message says this; what comes after it is the next reply."""
        await self.author.chat.until(lambda chat: part in chat.messages[-1].text, 40)
        self.author.chat.skip_replies()
        return self.author.chat.messages[-1]

    def arrived(self, part: str = TEXT) -> list[int]:
        """Give how many messages with this each follower has."""
        return [sum(part in m.text for m in person.messages) for person in self.followers]

    async def states(self, kind: str = "broadcast") -> dict[OutboxState, int]:
        def read(conn: Connection) -> dict[OutboxState, int]:
            found: dict[OutboxState, int] = {}
            for row in conn.execute(rows.select().where(rows.c.kind == kind)).mappings():
                found[row["state"]] = found.get(row["state"], 0) + 1
            return found

        return await self.services.database.read(read)

    async def recorded(self) -> None:
        """Wait until it is recorded that all of it was sent."""
        async with asyncio.timeout(10):
            while set(await self.states()) != {OutboxState.SENT}:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.05)

    async def paused(self) -> bool:
        day = await self.services.programmes.current()
        return await self.services.database.read(pauses.paused_since, day.event.id) is not None
