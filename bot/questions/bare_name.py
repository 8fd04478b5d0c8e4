"""Whether a message is a name by itself, when one was asked for, and asks nothing of the day."""

from datetime import datetime
from typing import Final

from bot.programme.model import Programme
from bot.questions.clauses import clauses
from bot.questions.lexicon import lexicon
from bot.questions.parse import parse
from bot.questions.query import Ask, TopicKind

_OF_PEOPLE: Final = frozenset({TopicKind.PERSON, TopicKind.MENTION, TopicKind.WORD})
"""What a name can be in the day too: that of a speaker, or of their city."""


def is_bare_name(text: str, programme: Programme, now: datetime) -> bool:
    """Say whether a message asks for no group, room, time or matter of the day, so that it can be a name."""
    book = lexicon(programme)
    asked = clauses(text, book)
    if len(asked) != 1:
        return False
    query = parse(asked[0], programme, book, now=now, previous=None)
    about_the_day = query.room or query.unknown_room or query.when or query.fact or query.all_of
    names = {topic.kind for topic in (*query.topics, *query.options)}
    return query.ask is Ask.WHAT and not about_the_day and names <= _OF_PEOPLE
