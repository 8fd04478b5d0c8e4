"""What may stand behind ``?start=`` in a link to the bot (Telegram, "Deep linking")."""

import re
from typing import Final

START_PARAMETER: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def start_parameter(value: str) -> str:
    """Give ``value`` back. Raises ValueError when Telegram would not pass it on."""
    if START_PARAMETER.fullmatch(value) is None:
        raise ValueError(f"{value!r} cannot be a start parameter: 1 to 64 of A-Z a-z 0-9 _ -")
    return value
