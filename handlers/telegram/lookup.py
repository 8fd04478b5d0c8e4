"""What a button's id stands for; what is gone raises StaleButton."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.errors import StaleButton
from bot.programme.model import Group, Programme, Room, Session
from bot.questions.clauses import clauses
from bot.questions.lexicon import lexicon, sessions_of
from bot.questions.parse import parse
from bot.questions.query import Topic, TopicKind
from bot.wording.catalogue import Words
from bot.wording.names import session_short
from bot.wording.richtext import Action
from handlers.telegram.context import Visit


async def session_of(visit: Visit, action: Action) -> tuple[Visit, Session]:
    """Give the session of a button, and the visit at the programme that holds it: it may be that of another day."""
    programme = await visit.services.programmes.with_session(action.id)
    if programme is None:
        raise StaleButton(f"{action.verb}:{action.id}")
    return replace(visit, programme=programme), programme.session_by_id[action.id]


def has_changed(session: Session, action: Action) -> bool:
    """Say whether a session was changed after the message with this button."""
    return action.revision not in {0, session.revision}


def group_with(programme: Programme, group_id: int) -> Group:
    """Give the group of a button."""
    group = programme.group_by_id.get(group_id)
    if group is None:
        raise StaleButton(f"group:{group_id}")
    return group


def room_with(programme: Programme, room_id: int) -> Room:
    """Give the room of a button."""
    room = next((r for r in programme.rooms if r.id == room_id), None)
    if room is None:
        raise StaleButton(f"room:{room_id}")
    return room


def groups_named(programme: Programme, text: str, now: datetime) -> tuple[Group, ...]:
    """Give the group that somebody names in full, else those that a question with these words would be about."""
    if group := group_named(programme, text):
        return (group,)
    topics = (topic for topic in _topics(programme, text, now) if topic.kind is TopicKind.GROUP)
    return tuple(programme.group_by_slug[topic.key] for topic in topics)


def sessions_named(programme: Programme, text: str, now: datetime) -> tuple[Session, ...]:
    """List the sessions that a question with these words would be about."""
    topics = _topics(programme, text, now)
    return programme.in_order({s.key for topic in topics for s in sessions_of(programme, lexicon(programme), topic)})


def group_named(programme: Programme, text: str) -> Group | None:
    """Give the group that somebody names in full: by name, slug, alias, abbreviation or former name."""
    wanted = text.strip().casefold()
    for prefix in ("pijler ", "themagroep ", "tg "):
        wanted = wanted.removeprefix(prefix)
    for group in programme.groups:
        names = (group.slug, group.name, *group.aliases, *group.abbreviations, *group.former_names)
        if any(wanted == name.casefold() for name in names):
            return group
    return None


def called(text: str, sessions: Iterable[Session], words: Words) -> tuple[Session, ...]:
    """List the sessions with these words in their name."""
    said = text.strip().casefold()
    return tuple(s for s in sessions if said in session_short(s, words).casefold())


def _topics(programme: Programme, text: str, now: datetime) -> tuple[Topic, ...]:
    book = lexicon(programme)
    asked = (parse(words, programme, book, now=now, previous=None) for words in clauses(text, book))
    return tuple(dict.fromkeys(topic for query in asked for topic in query.topics))
