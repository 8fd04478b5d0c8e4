"""What can only be known by asking others: Telegram, the web pages, the clock. No answer holds a token."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import httpx

from config.settings import Settings
from handlers.cli.readiness import Level, Line

PATIENCE: Final = 10.0
"""Seconds that each may take to answer."""


@dataclass(frozen=True, slots=True)
class Telegram:
    """Who the token belongs to, and by how many seconds the clock there is ahead of ours, where it was told."""

    line: Line
    bot: str = ""
    offset: float | None = None


async def telegram(settings: Settings) -> Telegram:
    """Ask Telegram who the bot is (Bot API getMe)."""
    if settings.telegram_bot_token is None:
        return Telegram(Line(Level.FAIL, "token: none is set", "put TELEGRAM_BOT_TOKEN in .env"))
    url = f"{settings.telegram_api_url}/bot{settings.telegram_bot_token.get_secret_value()}"
    try:
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            asked = time.monotonic()
            answer = await client.get(f"{url}/getMe")
            took = time.monotonic() - asked
        told = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        return Telegram(Line(Level.FAIL, f"token: Telegram does not answer ({type(error).__name__})", "look again"))
    if not answer.is_success or not told.get("ok"):
        return Telegram(Line(Level.FAIL, "token: Telegram does not know it", "get it from @BotFather"))
    name = str(told["result"]["username"])
    return Telegram(Line(Level.OK, f"token: that of @{name}"), name, ahead(answer.headers.get("date"), took))


async def say(settings: Settings, chat: str, text: str) -> Line:
    """Send a test message (Bot API sendMessage)."""
    token = settings.telegram_bot_token
    if token is None:
        return Line(Level.FAIL, "test message: there is no token", "put TELEGRAM_BOT_TOKEN in .env")
    url = f"{settings.telegram_api_url}/bot{token.get_secret_value()}/sendMessage"
    try:
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            answer = await client.post(url, json={"chat_id": int(chat), "text": text})
    except httpx.HTTPError as error:
        return Line(Level.FAIL, f"test message: not sent ({type(error).__name__})", "look again")
    if answer.is_success:
        return Line(Level.OK, f"test message: arrived in chat {chat}")
    return Line(Level.FAIL, f"test message: chat {chat} refuses it", "has it started the bot, or let it in?")


async def pages(settings: Settings) -> Line:
    """Say whether the web pages answer at the address under which people reach them."""
    if settings.public_url is None:
        todo = "set PUBLIC_URL and WEB_PORT for /abonneer and links beside calendar files"
        return Line(Level.WARN, "pages: PUBLIC_URL is not set", todo)
    try:
        async with httpx.AsyncClient(timeout=PATIENCE, follow_redirects=True) as client:
            answer = await client.get(settings.public_url)
    except httpx.HTTPError as error:
        reason = f"pages: {settings.public_url} does not answer ({type(error).__name__})"
        return Line(Level.WARN, reason, "is netwerkdag run running, and WEB_PORT reachable?")
    if answer.is_success:
        secure = settings.public_url.startswith("https://")
        return (
            Line(Level.OK, f"pages: {settings.public_url} answers")
            if secure
            else Line(Level.WARN, f"pages: {settings.public_url} is not https", "calendars of phones want https")
        )
    return Line(Level.WARN, f"pages: {settings.public_url} answers {answer.status_code}", "look at the web server")


def ahead(date: str | None, took: float) -> float | None:
    """Give by how many seconds another clock is ahead of ours, from its Date header (RFC 9110 6.6.1).

    It was written half way the ``took`` seconds of the question, and tells whole seconds.
    """
    if not date:
        return None
    try:
        told = parsedate_to_datetime(date)
    except ValueError:
        return None
    return (told - datetime.now(UTC)).total_seconds() + took / 2 + 0.5
