"""The report of a day: numbers, and nobody in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.checking.competing import FEW
from bot.outbox.model import OutboxState
from bot.people.desk import Missed
from bot.people.model import ChatKind
from bot.people.signing import SignUp
from bot.programme.model import Group, Programme, Session
from bot.reminders.followers import Followers, followers, followers_of_group
from bot.reminders.plan import NOBODYS, People

ASKED: Final = 10
"""Questions that are named: those that most people asked."""

Messages = Mapping[tuple[str, OutboxState, str], int]
"""Messages by kind, state and reason."""


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many chats follow a group."""

    group: Group
    followers: Followers


@dataclass(frozen=True, slots=True)
class SessionCount:
    """How many chats have a session in their programme, and how many people signed up for it."""

    session: Session
    followers: Followers
    signed_up: int


@dataclass(frozen=True, slots=True)
class MessageCount:
    """What became of the messages of one kind: sent, and not sent by reason."""

    kind: str
    sent: int
    not_sent: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is counted in the database.

    ``changes`` are times that something changed and how many sessions. ``broadcasts`` are messages to many by state.
    ``feeds`` are addresses of calendars in use, ``calendars`` chats with entries by how they got them.
    """

    messages: Messages
    changes: tuple[int, int]
    broadcasts: Mapping[str, int]
    feeds: int
    calendars: Mapping[str, int]
    missed: tuple[Missed, ...]
    sign_ups: tuple[SignUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a day went. ``there`` said that they attend, ``chose`` have something in their own programme.

    ``missed`` are the questions that most people asked without an answer, ``missed_more`` how many others there are.
    """

    there: Followers
    chose: Followers
    groups: tuple[GroupCount, ...]
    sessions: tuple[SessionCount, ...]
    messages: tuple[MessageCount, ...]
    changes: tuple[int, int]
    broadcasts: tuple[tuple[str, int], ...]
    feeds: int
    calendars: tuple[tuple[str, int], ...]
    missed: tuple[Missed, ...]
    missed_more: int


def report(programme: Programme, people: People, kept: Kept) -> Report:
    """Count how a day went."""
    everybody = tuple(people)
    counted = followers(programme, everybody)
    signed = [one.session_id for one in kept.sign_ups]
    # What few people asked may tell who they are.
    often = tuple(one for one in kept.missed if one.count >= FEW)[:ASKED]
    return Report(
        there=_kinds([chat.kind for chat, choices in everybody if choices.stay.expected]),
        chose=_kinds([chat.kind for chat, choices in everybody if choices]),
        groups=tuple(
            GroupCount(group, found)
            for group in programme.groups
            if (found := followers_of_group(everybody, group)) != Followers()
        ),
        sessions=tuple(
            SessionCount(s, counted[s.id], signed.count(s.id)) for s in programme.sessions if s.kind not in NOBODYS
        ),
        messages=_messages(kept.messages),
        changes=kept.changes,
        broadcasts=tuple(sorted(kept.broadcasts.items())),
        feeds=kept.feeds,
        calendars=tuple(sorted(kept.calendars.items())),
        missed=often,
        missed_more=len(kept.missed) - len(often),
    )


def _kinds(kinds: Sequence[ChatKind]) -> Followers:
    return Followers(kinds.count(ChatKind.PRIVATE), kinds.count(ChatKind.GROUP))


def _messages(counts: Messages) -> tuple[MessageCount, ...]:
    """Gather by kind; what is still to be sent is neither sent nor not."""
    over = {OutboxState.SKIPPED, OutboxState.FAILED, OutboxState.WITHDRAWN, OutboxState.UNKNOWN}
    found = []
    for kind in sorted({kind for kind, _, _ in counts}):
        of_kind = {(state, reason): n for (its, state, reason), n in counts.items() if its == kind}
        by_reason: dict[str, int] = {}
        for (state, reason), n in of_kind.items():
            if state in over:
                why = reason if state is OutboxState.SKIPPED else state.value
                by_reason[why] = by_reason.get(why, 0) + n
        sent = sum(n for (state, _), n in of_kind.items() if state is OutboxState.SENT)
        found.append(MessageCount(kind, sent, tuple(sorted(by_reason.items(), key=lambda pair: (-pair[1], pair[0])))))
    return tuple(found)
