"""Buttons that answer «Welke bedoelt u?»: each carries what was asked, and gives the answer for one of the names."""

from collections.abc import Sequence

from bot.programme.model import Session
from bot.questions import option
from bot.questions.facts import Option
from bot.questions.query import Ask, Topic, TopicKind
from bot.wording import names
from bot.wording.richtext import Action, Button, Verb
from bot.wording.speech import Row, Speech


def labels(options: Sequence[Option], say: Speech) -> list[str]:
    """Name the options so that they differ."""
    return say.apart([(o.label.to(say.words.language), o.session) for o in options])


def rows(options: Sequence[Option], ask: Ask, say: Speech) -> tuple[Row, ...]:
    """Give a button for each option that has an id, a row each."""
    found = []
    for label, one in zip(labels(options, say), options, strict=True):
        number = option.numbers(one.topic, ask, say.programme)
        if number is None and one.session:
            number = option.numbers(Topic(TopicKind.SESSION, one.session.key), ask, say.programme)
        if number is not None:
            found.append((Button(names.capital(label), Action(Verb.CHOOSE, *number)),))
    return tuple(found)


def session_rows(sessions: Sequence[Session], ask: Ask, say: Speech) -> tuple[Row, ...]:
    """Give the buttons of sessions to choose from, two in a row."""
    listed = say.for_buttons(sessions)
    named = say.apart([(names.capital(say.short(s)), s) for s in listed])
    numbered = [option.numbers(Topic(TopicKind.SESSION, s.key), ask, say.programme) for s in listed]
    made = [
        Button(label, Action(Verb.CHOOSE, *number)) for label, number in zip(named, numbered, strict=True) if number
    ]
    return tuple(tuple(made[i : i + 2]) for i in range(0, len(made), 2))
