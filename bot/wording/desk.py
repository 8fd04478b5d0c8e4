"""Questions for the organisers: the button that sends one, what they read, and what comes back."""

import re
from typing import Final

from bot.people.desk import DeskQuestion
from bot.programme.model import KeptAnswer
from bot.wording.catalogue import Catalogue, Words
from bot.wording.richtext import Action, Button, Message, Verb, message

LONGEST_ANSWER: Final = 3000
"""Characters of an answer of the organisers; with the question it must fit in one message."""
_ANY: Final = "0"


def offered(answer: Message, asked: DeskQuestion, words: Words) -> Message:
    """Add to an answer the way to the organisers."""
    said = Message((*answer.lines, *message(words("desk-offer")).lines), answer.buttons)
    return said.with_buttons((ask_button(asked, words),))


def ask_button(asked: DeskQuestion, words: Words) -> Button:
    """Send the question, or say that it was sent; its words tell which."""
    label = words("desk-button-ask" if asked.sent_at is None else "desk-button-asked")
    return Button(label, Action(Verb.DESK, asked.id))


def sent(asked: DeskQuestion, words: Words, *, first: bool) -> Message:
    """Say that the question was passed on, now or before, or what was answered to it."""
    if asked.answer:
        return message(words("desk-answered-before", answer=asked.answer))
    return message(words("desk-sent" if first else "desk-sent-before", question=asked.text))


def away(words: Words) -> Message:
    """Say that the organisers cannot be reached."""
    return message(words("desk-away"))


def failed(asked: DeskQuestion, words: Words) -> Message:
    """Say that the question did not reach the organisers."""
    return message(words("desk-failed", question=asked.text))


def to_organisers(asked: DeskQuestion, words: Words, *, repeated: bool) -> Message:
    """Put the question to the organisers, with its number and nothing about who asks."""
    head = words("desk-head", number=str(asked.id))
    first = words("desk-repeated", sentence=head) if repeated else head
    return message(first, words("desk-question", question=asked.text), words(f"desk-how-{asked.language}"))


def to_asker(asked: DeskQuestion, words: Words, *, repeated: bool) -> Message:
    """Bring the organisers' answer to whoever asked."""
    said = words("desk-answer", question=asked.text, answer=asked.answer)
    return message(words("desk-repeated", sentence=said) if repeated else said)


def number_in(text: str, catalogue: Catalogue) -> int | None:
    """Read the number of the question in a message that :func:`to_organisers` worded; None in any other."""
    for words in catalogue.values():
        head = words("desk-head", number=_ANY)
        again = words("desk-repeated", sentence=head)
        for pattern in (head, again):
            match = re.match(re.escape(pattern).replace(_ANY, "([0-9]{1,18})") + "\n", text)
            if match:
                return int(match[1])
    return None


def confirmed(asked: DeskQuestion, words: Words, *, keepable: bool) -> Message:
    """Confirm to the organisers that their answer goes out, and offer to keep it."""
    said = [words("desk-confirmed", number=str(asked.id))]
    if not keepable:
        return message(*said)
    return message(*said, words("desk-keepable")).with_buttons((keep_button(asked.id, words),))


def keep_button(question_id: int, words: Words) -> Button:
    """Keep the answer to a question."""
    return Button(words("desk-button-keep"), Action(Verb.KEEP_ANSWER, question_id))


def drop_button(kept: KeptAnswer, question_id: int, words: Words) -> Button:
    """Give a kept answer no more; it remembers which question could bring it back."""
    return Button(words("desk-button-drop"), Action(Verb.DROP_ANSWER, kept.id, question_id))


def kept(answer: KeptAnswer, words: Words) -> Message:
    """Say to the organisers what the next one who asks will get."""
    return message(words("desk-kept", question=answer.question, answer=answer.answer))


def dropped(words: Words) -> Message:
    """Say to the organisers that an answer is given no more."""
    return message(words("desk-dropped"))


def gone(number: int, words: Words) -> Message:
    """Say to the organisers that a question is no longer kept."""
    return message(words("desk-gone", number=str(number)))


def text_only(number: int, words: Words) -> Message:
    """Say to the organisers that only text can be passed on."""
    return message(words("desk-text-only", number=str(number)))


def too_long(number: int, words: Words) -> Message:
    """Say to the organisers that their answer is too long."""
    return message(words("desk-too-long", number=str(number), count=str(LONGEST_ANSWER)))
