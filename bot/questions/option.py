"""What a button that answers «Welke bedoelt u?» carries: what is meant, and what was asked of it.

The numbers stand in messages that people keep, so they are never given anew: further words go at the end.
"""

from typing import Final

from bot.programme.model import Programme, Speaker
from bot.questions.query import Ask, Topic, TopicKind

_KINDS: Final = (TopicKind.GROUP, TopicKind.SESSION, TopicKind.PERSON)
_ASKS: Final = (
    Ask.WHAT,
    Ask.WHERE,
    Ask.WHEN,
    Ask.UNTIL,
    Ask.DURATION,
    Ask.COUNT,
    Ask.WHO,
    Ask.LEADS,
    Ask.CONTACT,
    Ask.JOIN,
    Ask.ABOUT,
    Ask.AUDIENCE,
    Ask.CERTAIN,
    Ask.NEXT,
    Ask.PREVIOUS,
    Ask.PARALLEL,
    Ask.PAPERS,
    Ask.CHANGES,
    Ask.CALENDAR,
    Ask.FOLLOW,
    Ask.RUNNING,
    Ask.FOLLOWED,
)


def numbers(topic: Topic, ask: Ask, programme: Programme) -> tuple[int, int] | None:
    """Give the id of what is meant, and the number that says what kind it is and what is asked of it.

    None for what has no id, such as a name in a text; it can be typed.
    """
    found = next((i for kind, i in _ids(topic, programme) if kind is topic.kind and i), 0)
    if not found:
        return None
    asked = ask if ask in _ASKS else Ask.WHAT
    return found, 1 + _KINDS.index(topic.kind) + len(_KINDS) * _ASKS.index(asked)


def read(id_: int, number: int, programme: Programme) -> tuple[Topic, Ask] | None:
    """Read back what :func:`numbers` gave; None where it is gone from the programme or never was."""
    place, kind = divmod(number - 1, len(_KINDS))
    if not 0 <= place < len(_ASKS):
        return None
    topic = _topic(_KINDS[kind], id_, programme)
    return None if topic is None else (topic, _ASKS[place])


def is_session(number: int) -> bool:
    """Say whether a number of :func:`numbers` is that of a session."""
    return _KINDS[(number - 1) % len(_KINDS)] is TopicKind.SESSION


def _ids(topic: Topic, programme: Programme) -> tuple[tuple[TopicKind, int], ...]:
    group = programme.group_by_slug.get(topic.key)
    session = programme.session_by_key.get(topic.key)
    speaker = next((p for p in _speakers(programme) if p.name == topic.key), None)
    return (
        (TopicKind.GROUP, group.id if group else 0),
        (TopicKind.SESSION, session.id if session else 0),
        (TopicKind.PERSON, speaker.id if speaker else 0),
    )


def _topic(kind: TopicKind, id_: int, programme: Programme) -> Topic | None:
    if kind is TopicKind.GROUP:
        group = programme.group_by_id.get(id_)
        return Topic(kind, group.slug) if group else None
    if kind is TopicKind.SESSION:
        session = programme.session_by_id.get(id_)
        return Topic(kind, session.key) if session else None
    name = next((p.name for p in _speakers(programme) if p.id == id_ and p.name), None)
    return Topic(kind, name) if name else None


def _speakers(programme: Programme) -> tuple[Speaker, ...]:
    return tuple(p for s in programme.sessions for p in s.speakers) + programme.event.people
