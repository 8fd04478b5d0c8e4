"""The settings of a chat: one message that changes in place, its state in words."""

from typing import Final

from bot.people.model import Chat, ChatKind
from bot.wording.catalogue import Words
from bot.wording.menu import LANGUAGE_IDS
from bot.wording.richtext import Action, Button, Message, Verb, message

LEADS: Final = (5, 10, 15, 20, 30)
"""Minutes before a start that can be chosen."""
EVENINGS: Final = (17 * 60, 18 * 60, 19 * 60, 20 * 60, 21 * 60)
"""Times of the evening before, in minutes after midnight."""
MORNINGS: Final = (6 * 60 + 30, 7 * 60, 7 * 60 + 30, 8 * 60)
"""Times of the morning itself."""
LANGUAGE_PAGE: Final = 1
REMINDER_PAGE: Final = 2
BRIEF_PAGE: Final = 3
"""The pages, as a button names them; they stand in messages that people keep."""


def settings(chat: Chat, words: Words) -> Message:
    """Say how everything is set, with a button for each that leads to its choices."""
    lines = [words("settings-title"), _language(words), _reminder(chat, words)]
    pages = [("language", LANGUAGE_PAGE), ("reminder", REMINDER_PAGE)]
    if chat.kind is ChatKind.PRIVATE:
        lines.append(_brief(chat, words))
        pages.append(("brief", BRIEF_PAGE))
    rows = [(Button(words(f"settings-button-{name}"), Action(Verb.SETTINGS, number)),) for name, number in pages]
    return message(*lines).with_buttons(*rows)


def page(number: int, chat: Chat, words: Words) -> Message:
    """Show the page of a button; any other number is the first one."""
    match number:
        case 1:
            return language_page(words)
        case 2:
            return reminder_page(chat, words)
        case 3 if chat.kind is ChatKind.PRIVATE:
            return brief_page(chat, words)
        case _:
            return settings(chat, words)


def language_page(words: Words) -> Message:
    """Offer the languages."""
    buttons = tuple(
        Button(words(f"menu-language-{code}"), Action(Verb.SET_LANGUAGE, number))
        for number, code in LANGUAGE_IDS.items()
    )
    return message(_language(words), words("settings-choose")).with_buttons(buttons, _back(words))


def reminder_page(chat: Chat, words: Words) -> Message:
    """Offer when to be reminded."""
    chosen = [
        Button(_marked(words("settings-button-lead", minutes=m), words, on=m == chat.lead), Action(Verb.LEAD, m))
        for m in LEADS
    ]
    off = Button(_marked(words("settings-button-lead-off"), words, on=chat.lead is None), Action(Verb.LEAD))
    rows = [(button,) for button in (*chosen, off)]
    if chat.kind is ChatKind.PRIVATE and chat.lead is not None:
        key = "settings-button-quiet-off" if chat.quiet else "settings-button-quiet"
        rows.append((Button(words(key), Action(Verb.QUIET, int(not chat.quiet))),))
    return message(_reminder(chat, words), words("settings-choose")).with_buttons(*rows, _back(words))


def brief_page(chat: Chat, words: Words) -> Message:
    """Offer when to get the brief of one's own day."""
    rows = [
        *_times(EVENINGS, chat.brief, Verb.BRIEF, "evening", words),
        *_times(MORNINGS, chat.morning, Verb.MORNING, "morning", words),
    ]
    lines = (_brief(chat, words), words("settings-brief-what"), words("settings-choose"))
    return message(*lines).with_buttons(*rows, _back(words))


def _times(times: tuple[int, ...], chosen: int | None, verb: Verb, name: str, words: Words) -> list[tuple[Button, ...]]:
    buttons = [
        Button(_marked(words(f"settings-button-{name}", time=_time(m)), words, on=m == chosen), Action(verb, m))
        for m in times
    ]
    off = words(f"settings-button-{name}-off")
    buttons.append(Button(_marked(off, words, on=chosen is None), Action(verb)))
    return [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]


def _language(words: Words) -> str:
    return words("settings-language")


def _reminder(chat: Chat, words: Words) -> str:
    if chat.lead is None:
        return words("settings-reminder-off")
    said = words("settings-reminder", minutes=chat.lead)
    return f"{said} {words('settings-reminder-quiet')}" if chat.quiet else said


def _brief(chat: Chat, words: Words) -> str:
    evening, morning = chat.brief, chat.morning
    if evening is not None and morning is not None:
        return words("settings-brief-both", evening=_time(evening), morning=_time(morning))
    if evening is not None:
        return words("settings-brief-evening", time=_time(evening))
    return words("settings-brief-off") if morning is None else words("settings-brief-morning", time=_time(morning))


def _marked(label: str, words: Words, *, on: bool) -> str:
    return words("settings-marked", label=label) if on else label


def _back(words: Words) -> tuple[Button, ...]:
    return (Button(words("settings-button-back"), Action(Verb.SETTINGS)),)


def _time(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02d}"
