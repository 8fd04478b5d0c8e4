"""What the bot says about itself: welcome, help, and answers to what is no question."""

from collections.abc import Sequence
from typing import Final

from bot.programme.model import LOGISTIC_KINDS, Programme
from bot.wording.catalogue import Words
from bot.wording.names import clock, day_name, room_full_name, room_name, session_short
from bot.wording.richtext import Action, Button, Message, Verb, message

MENU: Final = ("nu", "mijn", "programma", "help")
"""The commands in Telegram's own menu; the others work too and stand in the help."""
STAFF_MENU: Final = ("wijzig", "bericht", "logboek")
"""What stands before that in the menu of somebody with a role."""
HELP_TOPICS: Final = (
    "now",
    "next",
    "room",
    "mine",
    "programme",
    "picture",
    "follow",
    "ics",
    "subscribe",
    "takeaway",
    "language",
    "settings",
    "stop",
    "privacy",
    "my-data",
    "forget",
    "start",
    "help",
)
LANGUAGE_IDS: Final = {1: "nl", 2: "en"}
"""What the ids in a language button mean; they stand in messages that people keep."""
LONGEST_QUESTION: Final = 500
"""Characters that are read as a question; whoever writes more is telling a story."""
SHOWN: Final = 40
"""Characters of somebody's own text that an answer repeats."""


def commands(names: Sequence[str], words: Words) -> tuple[tuple[str, str], ...]:
    """Give commands with what each does, for Telegram's own menu."""
    return tuple((name, words(f"menu-command-{name}")) for name in names)


def welcome(programme: Programme, words: Words, lead: int | None) -> Message:
    """Say what this is, what one can ask, and what to try first."""
    follow = words("menu-welcome-follow-off") if lead is None else words("menu-welcome-follow", lead=lead)
    return message(
        words("menu-welcome", event=event_name(programme, words)),
        words("menu-welcome-ask", examples=examples(programme, words)),
        words("menu-welcome-menu"),
        follow,
    ).with_buttons((now_button(words), programme_button(words)), (groups_button(words),))


def explanation(programme: Programme | None, words: Words, *, subscribing: bool = False) -> Message:
    """Explain every command, and that a question may simply be asked; ``subscribing`` where there are web pages."""
    lines = [words("menu-help")]
    if programme is not None:
        lines.append(words("menu-help-ask", examples=examples(programme, words)))
    lines += [words(f"menu-help-{topic}") for topic in HELP_TOPICS if topic != "subscribe" or subscribing]
    return message(*lines, words("menu-help-data")).with_buttons((now_button(words), programme_button(words)))


def unknown_command(command: str, programme: Programme, words: Words) -> Message:
    """Say that a command is not known and what there is."""
    shown = command if len(command) <= SHOWN else f"{command[:SHOWN]}…"
    return message(words("menu-unknown-command", command=shown, example=first_example(programme, words)))


def not_a_question(key: str, programme: Programme, words: Words) -> Message:
    """Answer what holds no question: ``key`` is "only-text", "no-words" or "too-long"."""
    return message(words(f"menu-{key}", example=first_example(programme, words))).with_buttons(
        (now_button(words), programme_button(words))
    )


def no_question(text: str, programme: Programme, words: Words) -> Message | None:
    """Answer a message that cannot be read as a question: too long, or without a word in it; None for any other."""
    if len(text) > LONGEST_QUESTION:
        return not_a_question("too-long", programme, words)
    if not any(c.isalnum() or c == "?" for c in text):
        return not_a_question("no-words", programme, words)
    return None


def apology(words: Words) -> Message:
    """Say that something went wrong, and what still works."""
    return message(words("menu-apology")).with_buttons((programme_button(words),))


def no_events(words: Words) -> Message:
    """Say that there is no programme yet."""
    return message(words("menu-no-events"))


def unknown_link(words: Words) -> Message:
    """Say that a deep link leads to nothing."""
    return message(words("menu-unknown-link"))


def stale(words: Words, answer: Message) -> Message:
    """Say that a button no longer works, followed by how things are now."""
    return Message((*message(words("menu-stale")).lines, *answer.lines), answer.buttons)


def changed(words: Words, answer: Message) -> Message:
    """Say that what a button is about has changed since, followed by how it is now."""
    return Message((*message(words("menu-changed")).lines, *answer.lines), answer.buttons)


def rooms(programme: Programme, words: Words) -> Message:
    """Name the rooms, with a button each."""
    if not programme.rooms:
        return message(words("menu-no-rooms"))
    named = ", ".join(room_full_name(room, words) for room in programme.rooms)
    numbered = [room.number for room in programme.rooms if room.number is not None]
    text = (
        words("menu-room-which", rooms=named, number=str(numbered[-1]))
        if numbered
        else words("menu-room-list", rooms=named)
    )
    buttons = [
        Button(words("menu-button-room", room=_capital(room_name(room, words))), Action(Verb.ROOM, room.id))
        for room in programme.rooms
    ]
    return message(text).with_buttons(*(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)))


def language(words: Words) -> Message:
    """Say which language is in use, with a button for each."""
    return message(words("menu-language")).with_buttons(_language_buttons(words))


def language_set(words: Words) -> Message:
    """Confirm the language in that language."""
    return message(words("menu-language-set")).with_buttons(_language_buttons(words))


def event_name(programme: Programme, words: Words) -> str:
    """Name the event with its place and day."""
    event = programme.event
    title, day = event.title.to(words.language), day_name(event.first_day, words)
    if event.city and not event.online and event.city not in title:
        return words("menu-event-city", title=title, city=event.city, day=day)
    return words("menu-event", title=title, day=day)


def examples(programme: Programme, words: Words) -> str:
    """Give three questions that this programme can answer."""
    first, second = two_examples(programme, words)
    lunch = any(s.kind == "lunch" for s in programme.sessions)
    third = words("menu-example-lunch" if lunch else "menu-example-begin")
    return words("menu-examples", first=first, second=second, third=third)


def two_examples(programme: Programme, words: Words) -> tuple[str, str]:
    """Give a question about a room and a time, and one about where somebody meets."""
    return first_example(programme, words), _example_where(programme, words)


def first_example(programme: Programme, words: Words) -> str:
    """Give a question about a room and a time of this programme, or about what is next where it has no rooms."""
    held = [s for s in programme.sessions if s.kind not in LOGISTIC_KINDS and s.room in programme.room_by_slug]
    numbered = [s for s in held if programme.room_by_slug[s.room or ""].number == 3 and s.kind == "themagroep"]  # noqa: PLR2004 - any room would do; the third is rarely the plenary one
    for session in [*numbered, *held]:
        room = programme.room_by_slug[session.room or ""]
        return words("menu-example-room", room=room_name(room, words), time=clock(session.start, programme))
    return words("menu-example-next")


def now_button(words: Words) -> Button:
    """Ask what is on now."""
    return Button(words("menu-button-now"), Action(Verb.NOW))


def programme_button(words: Words) -> Button:
    """Ask for the whole day."""
    return Button(words("menu-button-programme"), Action(Verb.PROGRAMME))


def groups_button(words: Words) -> Button:
    """Ask for the groups that can be followed."""
    return Button(words("menu-button-groups"), Action(Verb.GROUPS))


def mine_button(words: Words) -> Button:
    """Ask for one's own programme."""
    return Button(words("menu-button-mine"), Action(Verb.MINE))


def _example_where(programme: Programme, words: Words) -> str:
    short = [s for s in programme.sessions if s.kind == "themagroep" and " " not in s.title.nl]
    named = [s for s in short if s.key == "veiligheid"] or short or list(programme.sessions[:1])
    return words("menu-example-where", group=session_short(named[0], words)) if named else words("menu-example-next")


def _language_buttons(words: Words) -> tuple[Button, ...]:
    return tuple(
        Button(words(f"menu-language-{code}"), Action(Verb.LANGUAGE, number)) for number, code in LANGUAGE_IDS.items()
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
