"""What is said in a group about what is somebody's own."""

from bot.wording.catalogue import Words
from bot.wording.richtext import Action, Button, Message, Verb, message


def only_in_private(bot: str, words: Words, parameter: str = "") -> Message:
    """Say that this is for a chat of one's own, with a button that opens it; ``parameter`` is that of its link."""
    link = f"https://t.me/{bot}" + (f"?start={parameter}" if parameter else "")
    button = Button(words("groups-button-private"), Action(Verb.HELP), link)
    return message(words("groups-private")).with_buttons((button,) if bot else ())


def group_stopped(words: Words) -> Message:
    """Say that a group follows nothing any more."""
    return message(words("groups-stopped"))


def stopping(words: Words) -> Message:
    """Say what there is to stop in a chat of one's own."""
    return message(words("groups-stop-private"))


def not_allowed(reason: str, words: Words) -> Message:
    """Say why somebody may not choose for a group: ``reason`` is "only-administrators", "anonymous" or "unsure"."""
    return message(words(f"groups-{reason}"))
