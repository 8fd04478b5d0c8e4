"""A message in, an answer out: the whole way of a question, whichever door it came through."""

from dataclasses import dataclass
from datetime import datetime

from bot.programme.model import Event, Language, Programme
from bot.questions import facts
from bot.questions.answer import Known, answer
from bot.questions.clauses import clauses
from bot.questions.lexicon import lexicon
from bot.questions.parse import parse
from bot.questions.query import Ask, Query
from bot.wording.answers import word
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Message
from bot.wording.speech import LISTED, Speech


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say, the keys of the sessions it names, and the query to remember for a follow-up.

    ``understood`` is False when the question could not be read or names something the day does not have.
    """

    message: Message
    sessions: tuple[str, ...]
    query: Query
    understood: bool


def reply(
    text: str,
    programme: Programme,
    *,
    now: datetime,
    language: Language,
    catalogue: Catalogue,
    previous: Query | None = None,
    others: tuple[Event, ...] = (),
) -> Reply:
    """Answer a message asked at ``now`` (aware) in ``language``.

    ``previous`` is the query of the last answer in the same chat, if that is recent; ``others`` are the network's
    other days. Several questions in one message are answered one after the other.
    """
    book = lexicon(programme)
    known = Known(programme, book, now, others)
    speech = Speech(programme, catalogue[language])
    parts: list[Reply] = []
    for words in clauses(text, book) or ((),):
        query = parse(words, programme, book, now=now, previous=previous) if words else Query(ask=Ask.NOTHING)
        found = answer(query, known)
        keys = sessions_named(found)[:LISTED]
        parts.append(Reply(word(found, speech), keys, query.answered_with(keys), _understood(found)))
        previous = parts[-1].query
    return parts[0] if len(parts) == 1 else _together(parts)


def sessions_named(found: facts.Answer) -> tuple[str, ...]:
    """List the keys of the sessions an answer is about, for a question that refers back to it."""
    match found:
        case facts.RoomAt() | facts.RoomPlace():
            state = found.state
            return tuple(s.key for s in state.now or ((state.next,) if state.next else ()))
        case facts.Slot():
            return tuple(s.key for s in found.sessions or found.next)
        case facts.Card() | facts.Parallel():
            return (found.session.key,)
        case facts.Upcoming():
            return tuple(s.key for s in found.next)
        case facts.NotMeets():
            return (found.instead.key,) if found.instead else ()
        case facts.Bound():
            return (found.first.key if found.focus is Ask.FIRST else found.last.key,)
        case facts.Span():
            return tuple(s.key for s in found.sessions if s.kind != "moving") or tuple(s.key for s in found.sessions)
        case facts.RoomList() | facts.Preceding() | facts.Cards() | facts.Person():
            return tuple(s.key for s in found.sessions)
        case facts.Mentioned() | facts.InTexts() | facts.Changed() | facts.Amount():
            return tuple(s.key for s in found.sessions)
        case _:
            return ()


def _understood(found: facts.Answer) -> bool:
    return not isinstance(found, facts.NotFound | facts.NoSuchRoom)


def _together(parts: list[Reply]) -> Reply:
    lines = parts[0].message.lines
    for part in parts[1:]:
        lines = (*lines, (), *part.message.lines)
    buttons = tuple(dict.fromkeys(row for part in parts for row in part.message.buttons))
    keys = tuple(dict.fromkeys(key for part in parts for key in part.sessions))
    return Reply(Message(lines, buttons), keys, parts[-1].query, all(p.understood for p in parts))
