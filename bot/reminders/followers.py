"""Who has which session in their own programme: counted, and by nobody's name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.people.model import ChatKind
from bot.programme.model import Group, Programme
from bot.reminders.plan import People, with_sessions

Audiences = Mapping[int, frozenset[int]]
"""The ids of the chats of people that have a session in their programme, by the session's id."""


@dataclass(frozen=True, slots=True)
class Followers:
    """How many chats have something in their programme: of people alone, and groups on Telegram."""

    people: int = 0
    groups: int = 0


def followers(programme: Programme, people: People) -> dict[int, Followers]:
    """Count the chats that have each session in their own programme, by the session's id."""
    alone: dict[int, int] = defaultdict(int)
    together: dict[int, int] = defaultdict(int)
    for chat, _, mine in with_sessions(programme, people):
        count = together if chat.kind is ChatKind.GROUP else alone
        for session in mine:
            count[session.id] += 1
    return {session.id: Followers(alone[session.id], together[session.id]) for session in programme.sessions}


def audiences(programme: Programme, people: People) -> Audiences:
    """Gather whose programme each session is in; groups on Telegram are nobody's."""
    found: dict[int, set[int]] = {session.id: set() for session in programme.sessions}
    for chat, choices, mine in with_sessions(programme, people):
        if chat.kind is ChatKind.PRIVATE and not choices.stay.absent:
            for session in mine:
                found[session.id].add(chat.id)
    return {session_id: frozenset(chats) for session_id, chats in found.items()}


def followers_of_group(people: People, group: Group) -> Followers:
    """Count the chats that follow a group by name."""
    kinds = [chat.kind for chat, choices in people if group.id in choices.followed]
    return Followers(kinds.count(ChatKind.PRIVATE), kinds.count(ChatKind.GROUP))
