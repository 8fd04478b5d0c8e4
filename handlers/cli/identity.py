"""Who the bot is, where a command needs to say it."""

from telegram import Bot
from telegram.error import TelegramError

from config.settings import Settings


async def bot_name(settings: Settings) -> str:
    """Ask Telegram what the bot is called; nothing where there is no token or no answer."""
    if settings.telegram_bot_token is None:
        return ""
    try:
        async with Bot(settings.telegram_bot_token.get_secret_value(), f"{settings.telegram_api_url}/bot") as bot:
            return bot.username
    except TelegramError:
        return ""
