"""The pages as a phone shows them, in a real browser."""

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from web_sites import DAY, Sites

from bot.programme.model import Status

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

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
    pytest.mark.skipif(bool(MISSING) and not os.environ.get("CI"), reason=f"needs {' and '.join(MISSING)}"),
    pytest.mark.parametrize("backend", ["sqlite"], indirect=True),  # what a browser sees of it is the same
]
PHONE = {"width": 390, "height": 844}
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (rgb(colour)[3] > 0) return colour;
    }
    return "white";
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || element.matches("input");
    if (!text || element.matches("script, style") || !element.getClientRects().length) continue;
    const [a, b] = [getComputedStyle(element).color, ground(element)].map((c) => light(rgb(c))).sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.push(element.outerHTML.slice(0, 80));
  }
  return found;
}"""


@pytest.fixture
async def page(web: httpx.AsyncClient, request: pytest.FixtureRequest) -> "AsyncIterator[Page]":
    """Open a browser as a phone does; whatever it asks elsewhere, or complains of, fails the test."""
    from playwright.async_api import async_playwright  # noqa: PLC0415 - absent on a laptop without the tools

    options: dict[str, Any] = getattr(request, "param", {})
    base = str(web.base_url).rstrip("/")
    wrong: list[str] = []
    async with async_playwright() as programs:
        browser = await programs.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = await browser.new_context(
            viewport=PHONE, base_url=base, **({"locale": "nl-NL"} | options), permissions=["clipboard-read"]
        )
        opened = await context.new_page()
        opened.on("request", lambda asked: None if asked.url.startswith((base, "data:")) else wrong.append(asked.url))
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        opened.set_default_timeout(5000)
        yield opened
        await browser.close()
    assert wrong == []


async def fits(page: "Page") -> bool:
    """Say whether nothing stands beside the screen."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


async def test_the_address_is_copied_with_one_tap(page: "Page", sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    await page.goto(f"/agenda/{secret}")
    address = await page.get_by_label("Adres van uw agenda").input_value()
    await page.get_by_role("button", name="Kopieer het adres").click()
    await page.get_by_role("status").filter(has_text="Gekopieerd").wait_for()
    assert await page.evaluate("navigator.clipboard.readText()") == address
    assert address.endswith(f"/agenda/{secret}.ics")
    await page.get_by_role("link", name="Read this in English").click()
    await page.get_by_role("heading", name="Your programme in your calendar").wait_for()


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
async def test_without_a_script_the_address_stands_there_too(page: "Page", sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    await page.goto(f"/agenda/{secret}")
    assert (await page.get_by_label("Adres van uw agenda").input_value()).endswith(f"{secret}.ics")
    assert not await page.get_by_role("button", name="Kopieer het adres").is_visible()
    assert await page.get_by_role("link", name="Google Agenda").is_visible()


@pytest.mark.parametrize("page", [{"color_scheme": scheme} for scheme in ("light", "dark")], indirect=True)
async def test_pages_fit_a_phone_and_can_be_read(page: "Page", sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa", "fysiek"))).secret
    await sites.change("europa", status=Status.CANCELLED)
    await sites.change("veiligheid", room="gravenzaal")
    for number, path in enumerate(
        (f"/agenda/{secret}", f"/{DAY}/s/europa", f"/{DAY}/s/veiligheid", "/", f"/{DAY}/s/inloop?taal=en")
    ):
        await page.goto(path)
        for details in await page.locator("details").all():
            await details.locator("summary").click()
        assert await fits(page)
        assert await page.evaluate(CONTRAST) == []
        if folder := os.environ.get("SCREENSHOTS"):
            scheme = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")
            await page.screenshot(path=f"{folder}/{number}-{scheme}.png", full_page=True)


async def test_everything_works_by_keyboard_and_is_large_enough(page: "Page", sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    await page.goto(f"/agenda/{secret}")
    heights = "all => all.map(element => element.getBoundingClientRect().height)"
    assert min(await page.locator(".way, button, input").evaluate_all(heights)) >= 44
    reached = []
    for _ in range(8):
        await page.keyboard.press("Tab")
        reached.append(await page.evaluate("document.activeElement.innerText || document.activeElement.id"))
    assert [text.split("\n")[0] for text in reached] == [
        "Netwerkdagen",
        "Read this in English",
        "Apple Agenda",
        "Google Agenda",
        "Outlook",
        "address",
        "Kopieer het adres",
        "Eén keer als bestand",
    ]
