"""A local Bot API with a chat page: the bot without Telegram."""
