"""A process that sends a change and kills itself (SIGKILL) before statement ``number`` of that transaction.

Arguments: the database's address, the draft's id, the author's chat, and the number; 0 lets it live. It prints how
many statements the transaction took.
"""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.clock import EventClock
from config.settings import Settings
from handlers import changing
from handlers.drafting import Author
from handlers.services import make_services, read_sentences
from storage import chat_rows
from storage.database import Database

NOW = datetime(2023, 2, 10, 10, 20, tzinfo=UTC)


async def main(url: str, draft_id: int, chat_id: int, number: int) -> None:
    database = Database.open(url)
    settings = Settings(_env_file=None, channel="stage")
    services = make_services(database=database, clock=EventClock(NOW), catalogue=read_sentences(), settings=settings)
    chat = await database.read(chat_rows.chat_by_id, chat_id)
    assert chat is not None
    done = 0

    def count(*_: Any) -> None:
        nonlocal done
        done += 1
        if done == number:
            os.kill(os.getpid(), signal.SIGKILL)

    # The tests may look inside: the writer's engine is where the statements of a change go.
    sa.event.listen(database._writer, "before_cursor_execute", count)
    await changing.send(services, Author(chat.address, chat), draft_id, 1)
    sys.stdout.write(str(done))
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
