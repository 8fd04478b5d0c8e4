"""The chat on Telegram."""
