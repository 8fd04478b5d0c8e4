"""What a follow-up leaves out, filled in from the last answer in the same chat."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.programme.model import Programme, Session
from bot.questions.followed import OPENERS
from bot.questions.numbers import ORDINALS
from bot.questions.query import Ask, Query, Topic, TopicKind, When
from bot.questions.vocabulary import LEADS_ON, PRONOUNS, ROOMS

_STEPS: Final = frozenset({Ask.NEXT, Ask.PREVIOUS, Ask.PARALLEL})
_OF_WHAT_WAS_NAMED: Final = frozenset(
    {Ask.WHERE, Ask.WHEN, Ask.UNTIL, Ask.DURATION, Ask.RUNNING, Ask.WHO, Ask.LEADS, Ask.CONTACT, Ask.JOIN, Ask.ABOUT,
     Ask.AUDIENCE, Ask.CERTAIN, Ask.CALENDAR, Ask.FOLLOW, Ask.PAPERS}
)  # fmt: skip
"""What is asked of the sessions just named when a question names none itself."""
_KEPT: Final = frozenset({Ask.FREE, Ask.COUNT, Ask.WHO, Ask.LEADS})
"""What stays asked when only another time is named."""
_THERE: Final = frozenset({"daar", "there"})
_SAME: Final = frozenset({"dezelfde", "zelfde", "same"})
_LAST: Final = frozenset({"laatste", "last"})


def in_context(query: Query, words: Sequence[str], previous: Query | None, programme: Programme) -> Query:
    """Fill in from ``previous`` what the question leaves out; a question that is whole stays as it is."""
    if previous is None or (query.ask is Ask.FOLLOW and query.all_of):
        return query
    named = tuple(s for key in previous.sessions if (s := programme.session_by_key.get(key)))
    bare = not (query.topics or query.options or query.room or query.unknown_room or query.unknown)
    if bare and query.when is None:
        return _bare(query, words, previous, named)
    if query.room and not query.topics and query.when is None and PRONOUNS & set(words):
        inside = tuple(s for s in named if s.room == query.room)
        if inside and len(named) > 1:
            return replace(query, topics=_topics(inside), refers=True)
    if words[0] not in LEADS_ON:
        answers_which = previous.options and query.ask is Ask.WHAT and query.topics
        return replace(query, ask=previous.ask) if answers_which else query
    return _led_on(query, words, previous, named, bare=bare)


def _bare(query: Query, words: Sequence[str], previous: Query, named: tuple[Session, ...]) -> Query:
    """Read a question without a name or time of its own: "en daarna?", "waar is dat?", "wie spreekt bij de tweede"."""
    if not named:
        return query
    if query.ask is Ask.BOTH:
        return replace(query, topics=tuple(Topic(TopicKind.SESSION, k) for k in previous.earlier) + _topics(named))
    chosen = _chosen(words, named)
    if query.ask in _STEPS:
        if previous.ask is Ask.NOW and query.ask is Ask.NEXT:
            return query
        room = previous.room or (named[0].room if _same_room(words) and len(named) == 1 else None)
        return replace(query, topics=_topics(chosen), room=room, refers=True)
    ask = {Ask.FIRST: Ask.WHEN, Ask.LAST: Ask.UNTIL}.get(query.ask, query.ask)
    ordinal = len(chosen) < len(named)
    points = ordinal or bool(PRONOUNS & set(words)) or {"het"} & set(words)
    if ask is not query.ask and points and not ordinal:
        return replace(query, ask=ask, topics=_topics(named), refers=True)
    if query.ask in {Ask.FIRST, Ask.LAST} and ordinal:
        asked = Ask.WHO if {"wie", "who"} & set(words) else previous.ask
        return replace(query, ask=asked, topics=_topics(chosen), refers=True)
    whether = query.ask is Ask.FOLLOWED and not OPENERS & set(words)
    if query.ask in _OF_WHAT_WAS_NAMED or (points and (whether or query.ask is Ask.WHAT)):
        return replace(query, topics=_topics(chosen), room=previous.room, refers=True)
    return query


def _same_room(words: Sequence[str]) -> bool:
    """Say whether "daar", "in die zaal" or "in the same room" is said."""
    said = set(words)
    return bool(_THERE & said or (ROOMS & said and (_SAME | PRONOUNS) & said))


def _chosen(words: Sequence[str], named: tuple[Session, ...]) -> tuple[Session, ...]:
    """Pick "de tweede" or "de laatste" of the sessions just listed, else all of them."""
    if len(named) > 1:
        if _LAST & set(words):
            return named[-1:]
        place = next((ORDINALS[w] for w in words if w in ORDINALS), 0)
        if 0 < place <= len(named):
            return named[place - 1 : place]
    return named


def _led_on(query: Query, words: Sequence[str], previous: Query, named: tuple[Session, ...], *, bare: bool) -> Query:
    """Read "en in zaal 4?", "and at three?", "en Veiligheid?"."""
    if (query.room or query.unknown_room) and query.when is None:
        when = previous.when or (When("at", named[0].start) if len(named) == 1 and previous.ask not in _STEPS else None)
        if previous.ask is Ask.NEXT or query.ask is Ask.NEXT:
            return replace(query, ask=Ask.NEXT)
        return replace(query, when=when, ask=previous.ask if query.ask is Ask.WHAT and not when else query.ask)
    if query.when and bare:
        if _same_room(words) and len(named) == 1:
            return replace(query, room=named[0].room, refers=True)
        ask = previous.ask if query.ask is Ask.WHAT and previous.ask in _KEPT else query.ask
        return replace(query, ask=ask, room=previous.room, refers=True)
    if query.topics:
        query = replace(query, earlier=previous.sessions)
    if query.topics and query.ask is Ask.WHAT and previous.ask not in _STEPS:
        return replace(query, ask=previous.ask)
    return query


def _topics(sessions: Sequence[Session]) -> tuple[Topic, ...]:
    return tuple(Topic(TopicKind.SESSION, s.key) for s in sessions)
