"""Whether a message is a name or a city by itself, when one was asked for, and asks nothing of the day."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Final

from bot.programme.model import Programme
from bot.questions.clauses import clauses
from bot.questions.lexicon import SMALL, lexicon
from bot.questions.parse import parse
from bot.questions.query import Ask, Query, TopicKind
from bot.questions.text import Token, tokens, words_of
from bot.questions.vocabulary import KNOWN, NAMES, TITLES

_OF_PEOPLE: Final = frozenset({TopicKind.PERSON, TopicKind.MENTION, TopicKind.WORD})
"""What a name can be in the day too: that of a speaker, or of their city."""
_WITHIN: Final = SMALL | {"bij", "te", "tot", "s", "t", "el", "bin", "du", "di", "da", "dos", "zu"}
"""Words that stand in a name and say nothing of it: "Wijk bij Duurstede"."""
_ARTICLES: Final = frozenset({"de", "het"})
_ALSO_CITIES: Final = frozenset({"leiden", "best"})
"""Cities that are a word of a question too."""
_LONGEST_NAME: Final = 6
_LONGEST_CITY: Final = 4
"""Words of a name, and of a city."""


class Fit(Enum):
    """Whether a message is what was asked for; of what may be it, one asks back."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


def fit(text: str, programme: Programme, now: datetime, *, city: bool, typing: bool) -> Fit:
    """Say whether a message is the name or ``city`` that was asked for.

    A sentence, and what has a word of a question in it, never is. ``typing`` says that somebody pressed that they
    would type it, so that what looks like a question in capitals is asked back.
    """
    said = [token for token in tokens(text) if token.text.isalpha()]
    telling = [token for token in said if token.text not in _WITHIN]
    query = _query(text, programme, now)
    if not telling or query is None:
        return Fit.NO
    written = all(token.capital for token in telling)
    if city and written and len(said) == 1 and said[0].text in _ALSO_CITIES:
        return Fit.YES
    doubt = Fit.PERHAPS if typing and written else Fit.NO
    if not _is_bare(query) or len(said) > (_LONGEST_CITY if city else _LONGEST_NAME):
        return doubt
    placed = {i for _, at, n in NAMES.found([token.text for token in said]) for i in range(at, at + n)}
    asking = [t for i, t in enumerate(said) if t in telling and i not in placed and t.text in KNOWN | TITLES]
    if asking:
        alone = city and written and len(said) == 1
        return Fit.PERHAPS if alone or (written and asking[0] is not telling[0]) else doubt
    if _names_somebody(query, telling, wholly=not city):
        return Fit.PERHAPS if typing or not city else Fit.NO
    return Fit.YES if written or _is_plain(said, telling, query, typing=typing) else Fit.PERHAPS


def _query(text: str, programme: Programme, now: datetime) -> Query | None:
    book = lexicon(programme)
    asked = clauses(text, book)
    return parse(asked[0], programme, book, now=now, previous=None) if len(asked) == 1 else None


def _is_bare(query: Query) -> bool:
    """Say whether a message asks for no group, room, time or matter of the day."""
    about_the_day = query.room or query.unknown_room or query.when or query.fact or query.all_of
    names = {topic.kind for topic in (*query.topics, *query.options)}
    return query.ask is Ask.WHAT and not about_the_day and names <= _OF_PEOPLE


def _names_somebody(query: Query, telling: Sequence[Token], *, wholly: bool) -> bool:
    """Say whether somebody of the day is named, ``wholly`` or by a part of their name; a role names nobody."""
    said = {token.text for token in telling}
    people = (t for t in (*query.topics, *query.options) if t.kind in {TopicKind.PERSON, TopicKind.MENTION})
    names = [set(words_of(topic.key)) - _WITHIN for topic in people]
    return any(name <= said if wholly else name & said for name in names)


def _is_plain(said: Sequence[Token], telling: Sequence[Token], query: Query, *, typing: bool) -> bool:
    """Say whether what is written without capitals is a name all the same: one word, or what was to be typed."""
    in_a_text = any(topic.kind is TopicKind.WORD for topic in query.topics)
    return typing or (len(telling) == 1 and not in_a_text and said[0].text not in _ARTICLES)
