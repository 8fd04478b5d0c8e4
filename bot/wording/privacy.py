"""What is kept of people, in plain words; made from the list by which it is deleted, so that both say the same."""

from collections.abc import Sequence
from typing import Final

from bot.people.privacy import Kept
from bot.wording.catalogue import Words
from bot.wording.richtext import Action, Button, Message, Verb, message

YEAR: Final = 365
"""Days; a term of whole years is said in years."""
YES: Final = 1
NO: Final = 2
"""What the ids of the two buttons under the question mean."""


def privacy(
    kept: Sequence[Kept], words: Words, *, controller: str | None = None, contact: str | None = None
) -> Message:
    """Say who is responsible, what is kept and how long, what Telegram has to do with it, and what one can do."""
    terms = {how_long(one, words): None for one in _longest_last(kept)}
    lines = [words("privacy-title"), _responsible(words, controller, contact), ""]
    for term in terms:
        what_for = [what(one, words) for one in kept if how_long(one, words) == term]
        lines.append(words("privacy-kept", term=term, what="; ".join(what_for)))
    lines += ["", words("privacy-telegram"), words("privacy-see"), words("privacy-remove"), words("privacy-following")]
    return message(*lines)


def what(kept: Kept, words: Words) -> str:
    """Say what the rows of a table hold."""
    key = f"privacy-what-{kept.table.replace('_', '-')}"
    return words(key) if words.has(key) else words("privacy-what-else", table=kept.table)


def how_long(kept: Kept, words: Words) -> str:
    """Say how long they are kept."""
    if kept.days is None:
        return words("privacy-term-ended")
    if kept.after_event:
        return words("privacy-term-event", days=kept.days)
    if kept.days % YEAR == 0:
        return words("privacy-term-years", years=kept.days // YEAR)
    return words("privacy-term-days", days=kept.days)


def handed_over(words: Words) -> Message:
    """Say what the file with somebody's data holds."""
    return message(words("privacy-file"), words("privacy-remove"))


def sure(words: Words, *, role: bool = False) -> Message:
    """Ask whether all is to be removed, and say to who has a ``role`` what becomes of what they sent in it."""
    of_role = (words("privacy-sure-role"),) if role else ()
    return message(words("privacy-sure"), words("privacy-sure-what"), *of_role).with_buttons(
        (Button(words("privacy-button-forget"), Action(Verb.FORGET, YES)),),
        (Button(words("privacy-button-keep"), Action(Verb.FORGET, NO)),),
    )


def forgotten(words: Words) -> Message:
    """Say that all is removed."""
    return message(words("privacy-forgotten"), words("privacy-forgotten-telegram"))


def not_forgotten(words: Words) -> Message:
    """Say that nothing was removed."""
    return message(words("privacy-not-forgotten"))


def _responsible(words: Words, controller: str | None, contact: str | None) -> str:
    said = [words("privacy-responsible", controller=controller) if controller else words("privacy-responsible-unknown")]
    if contact:
        said.append(words("privacy-contact", contact=contact))
    return " ".join(said)


def _longest_last(kept: Sequence[Kept]) -> list[Kept]:
    """Put what goes first first; what follows the event after the other terms, what is kept until ended last."""
    return sorted(kept, key=lambda one: (one.days is None, one.after_event, one.days or 0))
