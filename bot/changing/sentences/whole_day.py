"""The whole day in a sentence: that it does not go ahead, goes digital, or goes ahead after all."""

from typing import Final

from bot.changing.edit import EditKind
from bot.changing.sentences.acts import Act
from bot.changing.sentences.clause import Clause
from bot.changing.sentences.sentence_words import REMAINING, REMARKS, SAID
from bot.changing.sentences.targets import Day, Named, named
from bot.changing.turning import ONLINE, is_turned
from bot.questions.vocabulary import PARTS

_ALL: Final = frozenset({"alles", "everything"})
_BESIDE: Final = SAID | REMARKS | frozenset({"niet", "not", "planned", "isnt", "wont"})
"""Words that may stand beside it: anything else is another story."""


def turns(clause: Clause, found: Named, day: Day) -> EditKind | None:
    """Say whether the whole day is meant, without a time, room, group or part of it, and how it turns."""
    if _is_of_a_part(clause, found, day) or not _says_all(clause):
        return None
    if clause.says(Act.OFF):
        return EditKind.DAY_OFF
    return EditKind.DAY_ONLINE if clause.says(Act.ONLINE) else None


def turns_back(clause: Clause, day: Day) -> bool:
    """Say whether a day that turned is as it was again: «de dag gaat toch door», «toch niet digitaal»."""
    event = day.programme.event
    if not is_turned(event) or clause.says(Act.OFF) or not clause.says(Act.ON, Act.ONLINE):
        return False
    if any(clause.words[i].isalnum() and clause.words[i] not in _BESIDE for i in clause.rest):
        return False
    if _is_of_a_part(clause, named(clause.words, day, skip=clause.used), day):
        return False
    if clause.says(Act.ONLINE):
        return clause.denied and event.situation == ONLINE and (_says_all(clause) or day.about is None)
    return _says_all(clause) and not clause.denied


def _is_of_a_part(clause: Clause, found: Named, day: Day) -> bool:
    part = found.ways or clause.times.clocks or clause.places or PARTS.found(clause.words)
    return bool(part or day.without or REMAINING & set(clause.words))


def _says_all(clause: Clause) -> bool:
    return clause.whole or bool(_ALL & set(clause.words))
