"""What the organisers answered before: when a question is the same as the one they answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.people.masking import masked
from bot.programme.model import KeptAnswer, Programme
from bot.questions.query import Ask, Query
from bot.questions.spelling import stem
from bot.questions.vocabulary import FILLER, GROUPS, IGNORED, LEADS_ON, PRONOUNS, SIGNALS

_EMPTY: Final = FILLER | PRONOUNS | LEADS_ON | SIGNALS.words | GROUPS.words
"""Words that say how a question is put, not what it is about."""
_APART: Final = frozenset({Ask.WHO, Ask.WHEN, Ask.UNTIL, Ask.DURATION, Ask.COUNT, Ask.LEADS, Ask.CONTACT})
"""What makes another question of the same words; whether there is something and where it is, is one question."""


@dataclass(frozen=True, slots=True)
class Same:
    """What two questions share when they are the same: a practical matter, else what is asked and all that it names."""

    topic: str = ""
    asked: str = ""
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.topic or self.words)


def same(words: Iterable[str], query: Query) -> Same:
    """Say by what an unanswered question is known again; nothing when its words say nothing by themselves."""
    if query.fact:
        return Same(query.fact)
    told = {stem(w) for w in words if w.isalnum() and (w not in _EMPTY or w in IGNORED)}
    asked = query.ask.value if query.ask in _APART else ""
    return Same("", asked, tuple(sorted(told))) if told else Same()


def of_several(parts: Sequence[Same]) -> Same:
    """Take the questions of one message together: only the same questions together are the same."""
    if len(parts) == 1:
        return parts[0]
    words = {w for part in parts for w in (part.words or (part.topic,))}
    return Same("", "", tuple(sorted(words - {""}))) if all(parts) and parts else Same()


def found(programme: Programme, question: Same) -> KeptAnswer | None:
    """Give what was answered last to the same question, None when nothing was."""
    if not question:
        return None
    own = (k for k in reversed(programme.kept_answers) if (k.topic, k.asked, k.words) == _key(question))
    return next(own, None)


def answer_to_keep(text: str, answer: str, question: Same) -> KeptAnswer:
    """Make what is kept of a question and its answer; mail addresses and telephone numbers of who asked stay out."""
    return KeptAnswer(
        question=masked(text), answer=answer, topic=question.topic, asked=question.asked, words=question.words
    )


def _key(question: Same) -> tuple[str, str, tuple[str, ...]]:
    return question.topic, question.asked, question.words
