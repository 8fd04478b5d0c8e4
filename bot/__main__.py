"""The composition root: it wires everything, and nothing imports it."""

# ruff: noqa: PLC0415 - what only one command needs (Telegram, the web server) is imported when that command runs

import asyncio
import errno
import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.clock import EventClock
from config.logging import set_up_logging
from config.settings import Settings, read_settings
from handlers.cli.app import cli
from handlers.cli.faults import Stop
from handlers.cli.wiring import Job, Wiring
from handlers.services import Services, make_services, read_sentences


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="netwerkdag", obj=Wiring(settings=settings, deliver=deliver, stage=stage, mail=mail))


def settings() -> Settings:
    """Read the settings and set up logging by them."""
    found = read_settings()
    set_up_logging(found.log_level)
    return found


async def deliver(job: Job) -> None:
    """Run the bot for its token: inbox, planning and outbox together; raises Stop when it cannot go on."""
    gc.disable()  # until it has started: there is nothing to collect yet
    from bot.outbox.pacing import Pacer
    from handlers.clock.ticks import Post, make_ticks, running
    from handlers.mail.sender import mail_sender
    from handlers.telegram.application import build_application
    from handlers.telegram.delivering import Delivering
    from handlers.telegram.fetching import TakenElsewhere, WrongToken
    from handlers.telegram.sender import TelegramSender

    token = job.settings.telegram_bot_token
    assert token is not None  # noqa: S101 - the command line asks for a delivery only with a token
    services = make_services(database=job.database, clock=job.clock, catalogue=read_sentences(), settings=job.settings)
    pacer = Pacer()
    app = build_application(services, token.get_secret_value(), pacer)

    by_mail = mail_sender(job.settings)
    post = None if by_mail is None else Post(by_mail[0], Pacer(by_mail[1]))

    async def clockwork(ending: asyncio.Event) -> None:
        async with running(make_ticks(services, TelegramSender(app.bot), pacer, post=post)):
            await ending.wait()

    delivering = Delivering(services, app, (clockwork,), told=job.told)
    if job.holder is not None:
        delivering.holder = job.holder
    try:
        async with pages(services, job):
            settle()
            await delivering.run(job.stop)
    except WrongToken:
        raise Stop("Telegram does not know this token (setting: TELEGRAM_BOT_TOKEN); @BotFather gives it") from None
    except TakenElsewhere:
        raise Stop(
            "another process asks Telegram for the messages of this bot, with another database; stop it first"
        ) from None


def settle() -> None:
    """Have the garbage collector pass over what the program itself consists of, from now on.

    A look through all of it takes a tenth of a second, in which nobody gets an answer, and finds nothing.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


async def mail(settings: Settings) -> str:
    """Ask the mail server whether it takes our name and password, and give why not; empty where it does."""
    from handlers.mail.sender import mail_sender

    sender = mail_sender(settings)
    return "" if sender is None else await sender[0].refused()


@asynccontextmanager
async def pages(services: Services, job: Job) -> AsyncIterator[None]:
    """Serve the web pages and calendar feeds while the context lasts, where there is a port for them."""
    port = job.settings.pages_port
    if port is None:
        yield
        return
    from handlers.web.app import create_app
    from handlers.web.serving import serving

    async with AsyncExitStack() as stack:
        try:
            served = serving(create_app(services), host=job.settings.web_host, port=port)
            address = await stack.enter_async_context(served)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Stop(
                    f"port {port} is in use; stop what uses it, or choose another with WEB_PORT={port + 1}"
                ) from None
            raise Stop(
                f"web pages cannot be served at {job.settings.web_host}: {error.strerror} (setting: WEB_HOST)"
            ) from None
        if job.holder is None:
            job.told(f"calendars and web pages: {job.settings.public_url or address}")
        yield


@asynccontextmanager
async def stage(clock: EventClock, port: int) -> AsyncIterator[tuple[str, str]]:
    """Serve the local Bot API with its chat page, and give its address and token."""
    from handlers.cli.local import ORGANISERS
    from handlers.stage.serving import serving
    from handlers.stage.stage import Stage

    made = Stage(clock=clock)
    made.person(ORGANISERS, "Organisatie")
    async with serving(made, port) as address:
        yield address, made.token


if __name__ == "__main__":
    main()
