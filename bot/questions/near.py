"""The names of the day that are most like a word that nothing explains: to offer, never to take for what was meant."""

from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz import fuzz

from bot.programme.model import Programme
from bot.questions.lexicon import GLOSS, Lexicon, sessions_of
from bot.questions.query import Topic, TopicKind
from bot.questions.spelling import stem
from bot.questions.vocabulary import KNOWN

MOST: Final = 3
_SHORTEST: Final = 5
"""Letters below which any word is like any other."""
_ALIKE: Final = 75.0
"""Likeness in per cent from which a name is offered; what is likelier still was taken for a typing mistake."""
_PART: Final = 90.0
"""Likeness of a word and a name that it begins or ends with: "veiligheidsoverleg" and Veiligheid."""
_NEARLY: Final = 6.0
"""So much less alike than the best one, a name is no longer offered beside it."""
_PLAIN: Final = frozenset(stem(word) for word in KNOWN)
"""Words that stand in names and name nothing by themselves: overleg, gesprek."""
_KINDS: Final = (TopicKind.GROUP, TopicKind.SESSION, TopicKind.PERSON)


def near(unknown: Iterable[str], programme: Programme, book: Lexicon) -> tuple[Topic, ...]:
    """List at most three groups, sessions and people of the day whose names are most like these words."""
    words = [stem(w) for w in unknown if len(w) >= _SHORTEST and w.isalpha()]
    if not words:
        return ()
    found: dict[Topic, float] = {}
    for name in book.names:
        if name.topic.kind in _KINDS and name.tier >= GLOSS and not name.topic.key.startswith("@"):
            # A first name is that of many.
            told = name.stems[-1:] if name.topic.kind is TopicKind.PERSON else name.stems
            likeness = max((_likeness(word, s) for word in words for s in told), default=0.0)
            if (
                likeness >= _ALIKE
                and likeness > found.get(name.topic, 0.0)
                and sessions_of(programme, book, name.topic)
            ):
                found[name.topic] = likeness
    best = max(found.values(), default=0.0)
    close = [t for t, likeness in found.items() if likeness >= best - _NEARLY]
    ordered = sorted(close, key=lambda t: (-found[t], _KINDS.index(t.kind), t.key))
    return _without_twins(ordered, programme, book)[:MOST]


def _likeness(word: str, name: str) -> float:
    if len(name) < _SHORTEST or name in _PLAIN:
        return 0.0
    if word.startswith(name) or word.endswith(name):
        return _PART
    return fuzz.ratio(word, name) if word[0] == name[0] else 0.0


def _without_twins(topics: Sequence[Topic], programme: Programme, book: Lexicon) -> tuple[Topic, ...]:
    """Leave out what stands for the same sessions as one before it, as a group and its one session do."""
    kept: dict[tuple[str, ...], Topic] = {}
    for topic in topics:
        if topic.kind is TopicKind.PERSON:
            kept.setdefault((topic.key,), topic)
        else:
            kept.setdefault(tuple(s.key for s in sessions_of(programme, book, topic)), topic)
    return tuple(kept.values())
