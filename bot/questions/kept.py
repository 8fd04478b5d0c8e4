"""What the organisers answered before: when a question is the same as the one they answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.people.masking import masked
from bot.programme.model import KeptAnswer, Programme
from bot.questions.clauses import clauses
from bot.questions.lexicon import lexicon
from bot.questions.parse import parse
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


def of_text(text: str, programme: Programme, now: datetime) -> Same:
    """Say by what a question as it was typed is known again; nothing for several questions at once."""
    book = lexicon(programme)
    asked = clauses(text, book)
    if len(asked) != 1:
        return Same()
    return same(asked[0], parse(asked[0], programme, book, now=now, previous=None))


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
