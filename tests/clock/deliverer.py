"""A process that delivers and dies when it is told to: the outbox of a database, to a stage and by mail.

Arguments: the database's address, the stage's address and token, the moment at which the event's clock starts, and
the mail server's address if there is one.
"""

import asyncio
import sys
from datetime import datetime

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.clock import EventClock
from bot.outbox.pacing import Pacer
from config.settings import Settings
from handlers.clock.ticks import Post, make_ticks, running
from handlers.mail.sender import mail_sender
from handlers.services import make_services, read_sentences
from handlers.telegram.sender import TelegramSender
from handlers.telegram.traffic import Traffic
from storage.database import Database


async def main(database_url: str, address: str, token: str, start: str, smtp_url: str | None = None) -> None:
    settings = Settings(_env_file=None, channel="stage", smtp_url=smtp_url, mail_from="agenda@g40.example")
    by_mail = mail_sender(settings)
    post = None if by_mail is None else Post(by_mail[0], Pacer(by_mail[1]))
    database = Database.open(database_url)
    services = make_services(
        database=database,
        clock=EventClock(datetime.fromisoformat(start)),
        catalogue=read_sentences(),
        settings=settings,
    )
    pacer = Pacer()
    request = HTTPXRequest(connection_pool_size=20)
    async with (
        ExtBot(token, base_url=f"{address}/bot", request=request, rate_limiter=Traffic(pacer)) as bot,
        running(make_ticks(services, TelegramSender(bot), pacer, post=post)),
    ):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
