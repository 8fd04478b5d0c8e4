import asyncio
import importlib.util
import io
import os
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
import stage_echo
from PIL import Image
from stage_bots import make_bot
from telegram import Bot

from bot.clock import EventClock
from handlers.stage.page import FIRST_PERSON
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
MISSING = [
    name
    for name, there in (
        ("chromium", CHROMIUM.exists()),
        ("playwright", importlib.util.find_spec("playwright") is not None),
    )
    if not there
]
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        bool(MISSING) and not os.environ.get("CI"),
        reason=f"the chat page needs {' and '.join(MISSING)}",
    ),
]


@pytest.fixture
def stage() -> Stage:
    return Stage(clock=EventClock(datetime(2023, 2, 10, 8, 25, tzinfo=UTC)), first_update_id=1)


@pytest_asyncio.fixture(loop_scope="module")
async def address(stage: Stage) -> AsyncIterator[str]:
    async with serving(stage) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="module")
async def bot(stage: Stage, address: str) -> AsyncIterator[Bot]:
    async with make_bot(address, stage.token) as connected:
        yield connected


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> "AsyncIterator[Browser]":
    from playwright.async_api import async_playwright  # noqa: PLC0415 - absent on a laptop without the tools

    async with async_playwright() as programs:
        opened = await programs.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: "Browser", address: str) -> "AsyncIterator[Page]":
    """Open the page as a phone does; whatever it asks elsewhere, or complains of, fails the test."""
    phone = await browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    opened = await phone.new_page()
    wrong: list[str] = []
    opened.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.set_default_timeout(15_000)
    await opened.goto(address)
    yield opened
    await phone.close()
    assert wrong == []


@pytest_asyncio.fixture(loop_scope="module")
async def echo(bot: Bot) -> AsyncIterator[asyncio.Task[None]]:
    running = asyncio.create_task(stage_echo.run(bot))
    yield running
    running.cancel()
    await asyncio.wait({running})


@pytest.mark.usefixtures("echo")
async def test_a_conversation_from_start_to_download(page: "Page", stage: Stage) -> None:
    await page.get_by_text("Een bot om te proberen.").wait_for()
    await page.get_by_role("button", name="Start").click()
    await page.get_by_text("U zei 6 tekens").wait_for()
    await page.get_by_label("Bericht", exact=True).fill("zaal 3 om 11.40")
    await page.keyboard.press("Enter")
    answer = page.locator(".message").filter(has_text="U zei 15 tekens")
    assert await answer.locator("strong").inner_text() == "15"

    count = await page.locator(".message").count()
    await answer.get_by_role("button", name="Volg").click()
    await page.get_by_role("status").filter(has_text="U volgt dit").wait_for()
    changed = page.locator(".message").filter(has_text="U volgt dit nu")
    assert "gewijzigd 09.25" in await changed.inner_text()
    assert await changed.locator(".key").all_inner_texts() == ["Volg niet meer"]
    assert await page.locator(".message").count() == count

    await page.get_by_role("button", name="Agenda").first.click()
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="Download dag.ics, 45 bytes").click()
    download = await coming.value
    assert download.suggested_filename == "dag.ics"
    assert (await download.path()).read_bytes() == stage_echo.CALENDAR

    await page.get_by_role("button", name="Let op").first.click()
    alert = page.get_by_role("dialog")
    assert await alert.locator("p").inner_text() == "De zaal is vol"
    await alert.get_by_role("button", name="Sluiten").click()
    await alert.wait_for(state="hidden")
    assert [message.text for message in stage.people[FIRST_PERSON].messages if not message.from_bot] == [
        "/start",
        "zaal 3 om 11.40",
    ]


@pytest.mark.usefixtures("echo")
async def test_text_stays_text_and_marks_are_shown(page: "Page") -> None:
    await page.locator("#text").fill("html")
    await page.keyboard.press("Enter")
    await page.get_by_text("<img src=x onerror=alert(1)> <b>niet vet</b>").wait_for()
    assert await page.locator("#messages img").count() == 0
    await page.locator("#text").fill("🚒 vet")
    await page.keyboard.press("Enter")
    answer = page.locator(".message").filter(has_text="en schuin")
    assert await answer.locator("strong").inner_text() == "vet en schuin"
    assert await answer.locator("strong em").inner_text() == "en schuin"
    assert await answer.get_by_role("link", name="dag").get_attribute("href") == "https://g40.nl/x?a=1&b=2"
    await answer.get_by_role("button", name="volg").click()
    await page.locator(".own").filter(has_text="/start volg_mkb").wait_for()


async def test_the_page_tells_whether_the_bot_is_there(page: "Page", bot: Bot) -> None:
    status = page.locator("#status")
    await status.filter(has_text="De bot start…").wait_for()
    await page.get_by_role("button", name="Wat is er nu?").click()
    running = asyncio.create_task(stage_echo.run(bot))
    await page.get_by_text("U zei 13 tekens").wait_for()
    assert await status.inner_text() == "bot"
    running.cancel()
    await asyncio.wait({running})
    await status.filter(has_text="De bot is gestopt").wait_for()
    assert (
        await page.get_by_role("alert").inner_text() == "De bot is gestopt. Uw bericht blijft staan tot hij er weer is."
    )


async def test_the_clock_of_the_day_runs(page: "Page") -> None:
    await page.locator("#time").filter(has_text=re.compile(r"\d")).wait_for()
    assert await page.locator("#day").inner_text() == "vr 10 feb 2023"
    first = await page.locator("#time").inner_text()
    assert re.fullmatch(r"09\.25\.\d\d", first)
    await page.wait_for_function("before => document.getElementById('time').textContent > before", arg=first)


@pytest.mark.usefixtures("echo")
async def test_each_tab_plays_its_own_person_in_its_own_language(page: "Page", stage: Stage) -> None:
    await page.get_by_text("U bent Gast 1").wait_for()
    async with page.context.expect_page() as coming:
        await page.get_by_role("link", name="Nieuwe gast").click()
    other = await coming.value
    await other.get_by_text("U bent Gast 2").wait_for()
    await other.locator("label").filter(has_text="EN").click()
    await other.get_by_text("You are Gast 2").wait_for()
    await other.get_by_label("Message", exact=True).fill("what is on?")
    await other.keyboard.press("Enter")
    await other.get_by_text("U zei 11 tekens").wait_for()
    first, second = stage.people.values()
    assert (first.id, first.language_code, first.messages) == (FIRST_PERSON, "nl", ())
    assert (second.language_code, [message.text for message in second.messages]) == (
        "en",
        ["what is on?", "U zei 11 tekens"],
    )
    await other.reload()
    await other.get_by_text("U zei 11 tekens").wait_for()
    assert await other.locator("html").get_attribute("lang") == "en"


@pytest.mark.usefixtures("echo")
async def test_a_message_of_the_bot_can_be_replied_to(page: "Page", stage: Stage) -> None:
    text = page.get_by_label("Bericht", exact=True)
    await text.fill("wat is er?")
    await page.keyboard.press("Enter")
    await page.get_by_text("U zei 10 tekens").wait_for()
    await page.get_by_role("button", name="Antwoord op dit bericht").click()
    await page.get_by_text("Antwoord op: U zei 10 tekens").wait_for()
    await page.keyboard.type("dank u")
    await page.keyboard.press("Enter")
    await page.get_by_text("U zei 6 tekens").wait_for()
    await page.get_by_text("Antwoord op: U zei 10 tekens").wait_for(state="hidden")
    await page.get_by_role("button", name="Antwoord op dit bericht").first.click()
    await page.get_by_role("button", name="Antwoord niet op dit bericht").click()
    await page.keyboard.type("zomaar")
    await page.keyboard.press("Enter")
    await page.get_by_text("U zei 6 tekens").nth(1).wait_for()
    said = [m for m in stage.people[FIRST_PERSON].messages if not m.from_bot]
    assert [(m.text, m.reply_to.text if m.reply_to else None) for m in said] == [
        ("wat is er?", None),
        ("dank u", "U zei 10 tekens"),
        ("zomaar", None),
    ]


@pytest.mark.usefixtures("echo")
async def test_the_menu_works_by_keyboard(page: "Page") -> None:
    await page.get_by_role("button", name="Menu openen").wait_for()
    await page.locator("#text").press_sequentially("/h")
    commands = page.get_by_role("list", name="Menu")
    assert await commands.get_by_role("button").all_inner_texts() == ["/help\nWat ik kan"]
    await page.keyboard.press("Escape")
    await commands.wait_for(state="hidden")
    await page.locator("#text").fill("/")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.locator(".own").filter(has_text="/nu").wait_for()
    assert await page.evaluate("document.activeElement.id") == "text"


@pytest.mark.usefixtures("echo")
async def test_nothing_is_wider_than_the_phone(page: "Page") -> None:
    await page.locator("#text").fill("x" * 300)
    await page.keyboard.press("Enter")
    await page.get_by_text("U zei 300 tekens").wait_for()
    for width in (320, 390, 1280):
        await page.set_viewport_size({"width": width, "height": 800})
        widths = await page.evaluate(
            "[document.documentElement.scrollWidth, document.getElementById('log').scrollWidth]"
        )
        frame = await page.evaluate("document.getElementById('log').clientWidth")
        assert widths == [width, frame]


async def test_a_page_finds_the_next_stage_under_its_address(browser: "Browser") -> None:
    tab = await browser.new_page()
    async with serving(Stage()) as address:
        await tab.goto(f"{address}/?gast=77")
        await tab.get_by_text("De bot start…").wait_for()
    await tab.locator("#status").filter(has_text="Geen verbinding").wait_for()
    async with serving(later := Stage(), port=int(address.rpartition(":")[2])):
        await tab.locator("#status").filter(has_text="De bot start…").wait_for(timeout=10_000)
        assert list(later.people) == [77]
        await tab.close()


@pytest.mark.usefixtures("echo")
async def test_a_tall_picture_is_shown_whole(page: "Page", stage: Stage, bot: Bot) -> None:
    await page.get_by_role("button", name="Start").click()
    await page.get_by_text("U zei 6 tekens").wait_for()
    drawing = io.BytesIO()
    Image.new("RGB", (585, 744), "white").save(drawing, "PNG")
    await bot.send_photo(stage.people[FIRST_PERSON].id, drawing.getvalue())
    shown = page.locator(".photo img")
    await shown.wait_for()
    box = await shown.bounding_box()
    assert box is not None
    assert box["height"] / box["width"] == pytest.approx(744 / 585, rel=0.02)
