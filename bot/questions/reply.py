"""A message in, an answer out: the whole way of a question, whichever door it came through."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.changing.turning import is_turned, waits
from bot.programme.changes import Noted
from bot.programme.model import Event, Language, Programme
from bot.questions import facts, kept
from bot.questions.answer import answer
from bot.questions.clauses import clauses
from bot.questions.kept import Same
from bot.questions.known import Known
from bot.questions.lexicon import lexicon
from bot.questions.parse import last_spoken_of, parse
from bot.questions.query import Ask, Query
from bot.questions.strangers import named
from bot.wording import changed
from bot.wording.answers import word
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Message, message
from bot.wording.speech import LISTED, Speech


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say, the keys of the sessions it names, and the query to remember for a follow-up.

    ``understood`` is False when the question could not be read or names something the day does not have.
    ``unanswered`` says by what the question is known again when the day does not hold what was asked: it was not
    understood, or it is a practical matter on which the programme is silent. Such a question is one for the organisers.
    """

    message: Message
    sessions: tuple[str, ...]
    query: Query
    understood: bool
    unanswered: Same | None = None


def reply(
    text: str,
    programme: Programme,
    *,
    now: datetime,
    language: Language,
    catalogue: Catalogue,
    previous: Query | None = None,
    others: tuple[Event, ...] = (),
    changes: tuple[Noted, ...] = (),
) -> Reply:
    """Answer a message asked at ``now`` (aware) in ``language``.

    ``previous`` is the query of the last answer in the same chat, if that is recent; ``others`` are the network's
    other days; ``changes`` what changed lately in this one, oldest first. Several questions in one message are
    answered one after the other.
    """
    known = Known(programme, lexicon(programme), now, others, changes)
    speech = Speech(programme, catalogue[language])
    parts: list[Reply] = []
    for words in clauses(text, known.book) or ((),):
        query = parse(words, programme, known.book, now=now, previous=previous) if words else Query(ask=Ask.NOTHING)
        query = replace(query, since=last_spoken_of(previous, programme))
        parts.append(_answered(query, words, known, speech, text=text))
        previous = parts[-1].query
    return parts[0] if len(parts) == 1 else _together(parts)


def reply_to_query(
    query: Query,
    programme: Programme,
    *,
    now: datetime,
    language: Language,
    catalogue: Catalogue,
    others: tuple[Event, ...] = (),
    changes: tuple[Noted, ...] = (),
) -> Reply:
    """Answer a question that is understood already: by a button that says which one was meant."""
    known = Known(programme, lexicon(programme), now, others, changes)
    return _answered(query, (), known, Speech(programme, catalogue[language]))


def _answered(query: Query, words: tuple[str, ...], known: Known, speech: Speech, text: str = "") -> Reply:
    found = answer(query, known)
    if isinstance(found, facts.NotFound) and found.words:
        found = replace(found, name=named(text, found.words, known.book))
    missing = kept.same(words, query) if _unanswered(found) else None
    before = kept.found(known.programme, missing) if missing is not None else None
    if before is not None:
        found, missing = facts.Told(before), None
    keys = sessions_named(found)[:LISTED]
    worded = word(found, speech)
    if not isinstance(found, facts.Changed):
        remarks = changed.remarks(known.changes, keys, speech, known.now)
        worded = replace(worded, lines=worded.lines + message(*remarks).lines) if remarks else worded
    worded = _on_a_turned_day(worded, found, keys, known.programme, speech)
    return Reply(worded, keys, query.answered_with(keys), _understood(found), missing)


def _on_a_turned_day(
    said: Message, found: facts.Answer, keys: Sequence[str], programme: Programme, speech: Speech
) -> Message:
    """Say first that the day does not go ahead as planned, where an answer is about what nobody decided on yet."""
    if not is_turned(programme.event):
        return said
    named = [programme.session_by_key[key] for key in keys if key in programme.session_by_key]
    open_ = any(waits(s) for s in named) or isinstance(found, _OF_THE_COURSE)
    situation = programme.event.situation.to(speech.words.language)
    if not open_ or situation in said.plain():
        return said
    return replace(said, lines=(*message(situation).lines, *said.lines))


_OF_THE_COURSE: Final = (
    facts.RoomAt, facts.RoomPlace, facts.Slot, facts.Upcoming, facts.Span, facts.Bound, facts.Late, facts.Outside,
    facts.NoProgrammeOn,
)  # fmt: skip
"""Answers that tell how the day goes, whichever sessions they name."""


def sessions_named(found: facts.Answer) -> tuple[str, ...]:
    """List the keys of the sessions an answer is about, for a question that refers back to it."""
    match found:
        case facts.RoomAt() | facts.RoomPlace():
            state = found.state
            return tuple(s.key for s in state.now or ((state.next,) if state.next else ()))
        case facts.Slot():
            return tuple(s.key for s in found.sessions or found.next)
        case facts.Card() | facts.Parallel() | facts.Progress():
            return (found.session.key,)
        case facts.Upcoming():
            return tuple(s.key for s in (*found.next, *found.later))
        case facts.NotMeets():
            return (found.instead.key,) if found.instead else ()
        case facts.Bound():
            return (found.first.key if found.focus is Ask.FIRST else found.last.key,)
        case facts.Span():
            return tuple(s.key for s in found.sessions if s.kind != "moving") or tuple(s.key for s in found.sessions)
        case facts.RoomList() | facts.Preceding() | facts.Cards() | facts.Person() | facts.Together():
            return tuple(s.key for s in found.sessions)
        case facts.Mentioned() | facts.InTexts() | facts.Changed() | facts.Amount():
            return tuple(s.key for s in found.sessions)
        case _:
            return ()


def _understood(found: facts.Answer) -> bool:
    return not isinstance(found, facts.NotFound | facts.NoSuchRoom)


def _unanswered(found: facts.Answer) -> bool:
    return not _understood(found) or (isinstance(found, facts.Practical) and not found.text)


def _together(parts: list[Reply]) -> Reply:
    said = tuple(dict.fromkeys(part.message.lines for part in parts))
    lines = said[0]
    for more in said[1:]:
        lines = (*lines, (), *more)
    buttons = tuple(dict.fromkeys(row for part in parts for row in part.message.buttons))
    keys = tuple(dict.fromkeys(key for part in parts for key in part.sessions))
    # Several questions at once are not one that can be known again.
    missing = Same() if any(part.unanswered is not None for part in parts) else None
    return Reply(Message(lines, buttons), keys, parts[-1].query, all(p.understood for p in parts), missing)
