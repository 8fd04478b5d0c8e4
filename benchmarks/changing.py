"""What a change costs: working out whom it reaches, and making it with all that follows, in one transaction.

For 300, 3,000 and 30,000 people who follow groups of the Haarlem day, on a SQLite file, with their reminders planned.
Run it with: make bench
"""

import asyncio
import random
import tempfile
import time
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.changing.edit import Edit, EditKind
from bot.clock import EventClock
from bot.people.access import Role
from bot.people.model import ChatKind
from bot.programme.model import Programme
from config.settings import Settings
from handlers import changing
from handlers.clock.planning import Planner
from handlers.drafting import Author, Proposed
from handlers.services import Services, make_services, read_sentences
from handlers.setup import add_what_is_missing
from storage import chat_rows, choice_rows, roles
from storage.database import Database, upgrade

NOW = datetime(2023, 2, 10, 10, 20, tzinfo=UTC)
SIZES = (300, 3_000, 30_000)


def crowd(conn: Connection, day: Programme, count: int) -> None:
    """Let so many people follow three groups each."""
    chance = random.Random(40)
    groups = [group.id for group in day.groups]
    for number in range(count):
        chat, _ = chat_rows.chat_for(
            conn,
            channel="stage",
            address=str(5000 + number),
            kind=ChatKind.PRIVATE,
            telegram_language="nl",
            now=NOW,
        )
        for group in chance.sample(groups, 3):
            choice_rows.follow(conn, chat.id, group, NOW)


async def measured(services: Services, author: Author, day: Programme, edit: Edit) -> tuple[int, float, float]:
    """Make a change; give how many it reaches, and the seconds that the two steps took."""
    begun = time.perf_counter()
    made = await changing.propose(services, author, day, [edit])
    shown = time.perf_counter() - begun
    assert isinstance(made, Proposed)
    begun = time.perf_counter()
    await changing.send(services, author, made.draft.id, made.draft.seen)
    return made.shown.reach.chats, shown, time.perf_counter() - begun


async def main() -> None:
    print("people | reaches | preview | another room, all of it | another time, all of it")
    for count in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/bench.db"
            upgrade(url)
            database = Database.open(url)
            await add_what_is_missing(database, NOW)
            settings = Settings(_env_file=None, channel="stage", event="haarlem-2023")
            services = make_services(
                database=database, clock=EventClock(NOW), catalogue=read_sentences(), settings=settings
            )
            day = await services.programmes.current()
            await database.write(crowd, day, count)
            chat, _ = await database.write(
                chat_rows.chat_for,
                channel="stage",
                address="1",
                kind=ChatKind.PRIVATE,
                telegram_language="nl",
                now=NOW,
            )
            await database.write(roles.grant, chat.id, Role.ORGANISER, event_id=day.event.id, now=NOW)
            await Planner(services, lambda: None).tick()
            room = Edit(kind=EditKind.ROOM, keys=("veiligheid",), room=day.rooms[1].slug)
            later = Edit(kind=EditKind.LATER, keys=("veiligheid",), minutes=10)
            reaches, shown, moved = await measured(services, Author("1", chat), day, room)
            _, _, delayed = await measured(services, Author("1", chat), day, later)
            await database.close()
            print(f"{count:6,} | {reaches:7,} | {shown:6.3f} s | {moved:6.3f} s | {delayed:6.3f} s")


if __name__ == "__main__":
    asyncio.run(main())
