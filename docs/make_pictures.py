"""Makes the pictures in the README: the chat on a phone (chat.png) and the picture of the day (rooster.png).

The bot is the real one, in a process of its own, on a local Bot API; the chat is its page in Chromium. The questions
are asked on the network day in Haarlem. Needs `make tools`. Run it with: make pictures
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from playwright.async_api import Page, async_playwright

from bot.clock import EventClock
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

DOCS: Final = Path(__file__).parent
START: Final = datetime(2023, 2, 10, 10, 20, tzinfo=UTC)
"""11.20 by the clocks of Haarlem."""
NOON: Final = datetime(2023, 2, 10, 10, 52, tzinfo=UTC)
QUESTIONS: Final = ("zaal 3 om 11.40", "waar is woningmarkt", "wat nu")
FOLLOWED: Final = ("veiligheid", "zorg jeugd en onderwijs", "europa")
PHONE: Final = {"width": 390, "height": 1130}
"""As wide as a phone, and as high as three answers."""
MOST: Final = 300_000
"""Bytes of a picture in the repository."""


@asynccontextmanager
async def bot(address: str, token: str, start: datetime) -> AsyncIterator[None]:
    """Run the bot on a fresh database while the context lasts."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": token,
            "TELEGRAM_API_URL": address,
            "CHANNEL": "stage",
            "EVENT": "haarlem-2023",
            "CLOCK_START": start.isoformat(),
            "DATABASE_URL": f"sqlite:///{folder}/pictures.db",
            "LOG_LEVEL": "WARNING",
        }
        process = await asyncio.create_subprocess_exec(sys.executable, "-P", "-m", "bot", "run", env=environment)
        try:
            yield
        finally:
            process.terminate()
            await process.wait()


async def ask(page: Page, question: str) -> None:
    """Type a question on the page and wait for the answer."""
    there = await page.locator(".message").count()
    await page.get_by_label("Bericht", exact=True).fill(question)
    await page.keyboard.press("Enter")
    await page.locator(".message").nth(there + 1).wait_for()


async def chat() -> bytes:
    """Ask the questions on a phone and give what it shows."""
    stage = Stage(clock=EventClock(START))
    async with serving(stage) as address, bot(address, stage.token, START), async_playwright() as programs:
        browser = await programs.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = await browser.new_page(viewport=PHONE, device_scale_factor=2, locale="nl-NL")
        await page.goto(address)
        for question in QUESTIONS:
            await ask(page, question)
        await page.evaluate("document.activeElement.blur()")
        await page.wait_for_timeout(400)
        shown = await page.screenshot()
        await browser.close()
        return shown


async def rooster() -> bytes:
    """Follow some groups, ask for the picture of the day, and give the photo that comes."""
    stage = Stage(clock=EventClock(NOON))
    async with serving(stage) as address, bot(address, stage.token, NOON):
        guest = stage.person(1, "Gast", "nl")
        for group in FOLLOWED:
            await guest.ask(f"/volg {group}", 30)
        photo = (await guest.ask("/rooster", 30)).photo
        if photo is None:
            raise RuntimeError("no photo came")
        return photo.data


async def main() -> None:
    """Make both pictures."""
    for name, make in (("chat.png", chat), ("rooster.png", rooster)):
        made = await make()
        if len(made) > MOST:
            raise RuntimeError(f"{name} is {len(made)} bytes, which is too much for the repository")
        (DOCS / name).write_bytes(made)
        print(f"docs/{name}: {len(made) // 1000} kB")


if __name__ == "__main__":
    asyncio.run(main())
