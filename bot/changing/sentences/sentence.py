"""A secretary's sentence that changes the programme, understood: «Veiligheid naar zaal 2», «alles na de lunch later».

Everything that somebody with a role types comes through here first, so what is no change is told early: by word
order, by question words, and because nothing in it changes anything.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Final

from bot.changing.edit import Edit, EditKind
from bot.changing.sentences.acts import Act
from bot.changing.sentences.asking import asks, begin, intends, leads_with_verb
from bot.changing.sentences.behind import runs_late
from bot.changing.sentences.beside import without_closing, without_latecomer, without_us, without_what_was
from bot.changing.sentences.clause import clause_of
from bot.changing.sentences.dividing import pieces, with_marks, with_what_it_follows
from bot.changing.sentences.exceptions import without_exceptions
from bot.changing.sentences.grounds import without_ground
from bot.changing.sentences.made import Made, Ways
from bot.changing.sentences.making import made, names_nothing, names_something
from bot.changing.sentences.reasons import without_reasons, without_waiting
from bot.changing.sentences.sentence_words import ENDS_TALK, SAID
from bot.changing.sentences.targets import MOST, Day
from bot.changing.sentences.typed import corrected, read
from bot.changing.sentences.wish import Problem, ProblemKind, Wish
from bot.programme import queries
from bot.programme.model import Programme, Session, Status
from bot.questions.lexicon import lexicon
from bot.questions.stay import said
from bot.questions.text import Token

LONGEST: Final = 60
"""Words and marks of a sentence; more of them tell a story."""


def understood(text: str, programme: Programme, *, now: datetime, about: Session | None = None) -> Wish | None:
    """Give what a sentence asks to change; None when it is a question or talk.

    ``about`` is the session under discussion: "zaal 4" or "kwartier later" is then about that one.
    """
    typed, waits = without_waiting(read(text))
    found = _grounded(text, typed, programme, now=now, about=about)
    return replace(found, dropped=True) if found and waits and not found.problem else found


def _grounded(
    text: str, typed: tuple[Token, ...], programme: Programme, *, now: datetime, about: Session | None
) -> Wish | None:
    """Read a sentence without what is wrong with a room, of what is on there where nothing else is named."""
    grounded = without_ground(typed, programme)
    if not grounded.room or about is not None:
        return _read(text, grounded.tokens, programme, now=now, about=about)
    there = queries.room_at(programme, programme.room_by_slug[grounded.room], now)
    each = [
        _read(text, grounded.tokens, programme, now=now, about=session)
        for session in (*there.now, there.next)
        if session is not None
    ]
    ways = tuple(dict.fromkeys(wish.edits for wish in each if wish is not None and wish.edits))
    return Wish(options=ways) if len(ways) > 1 else next(iter(each), None)


def _read(
    text: str, typed: tuple[Token, ...], programme: Programme, *, now: datetime, about: Session | None
) -> Wish | None:
    late = runs_late(typed, about, now) if _is_under_way(programme, now) else None
    if late is None and about is not None:
        typed = without_us(typed)
    words = [t.text for t in late or typed]
    if not any(w.isalnum() for w in words) or len(words) > LONGEST or asks(words, bare=about is not None):
        return None
    book = lexicon(programme)
    tokens = corrected(late or typed, book)
    words = [t.text for t in tokens]
    if asks(words, bare=about is not None) or (late is None and said(text, programme, now) is not None):
        return None
    asked, verb_first = intends(words), leads_with_verb(words)
    tokens = without_closing(tokens[asked or begin(words) :])
    tokens, dropped = without_reasons(without_what_was(tuple(t for t in tokens if t.text != "?"), programme))
    if not tokens or (len(tokens) == 1 and tokens[0].text in ENDS_TALK):
        return None
    day = Day(programme, book, now, about)
    if verb_first and not asked and names_something(clause_of(tokens, day), day):
        return None
    on_time = without_latecomer(tokens, day)
    dropped = dropped or on_time != tokens
    found = _excepting(with_marks(with_what_it_follows(on_time, day), day), day)
    if found is None or (found.problem and (asked or (dropped and found.problem == Problem(kind=ProblemKind.WHICH)))):
        return None  # what was dropped was what it was about: «de trein is 10 minuten later»
    return replace(found, dropped=dropped)


def speaks_of_us(text: str, now: datetime) -> bool:
    """Say whether a text tells what "we" do: «we lopen een kwartier achter», «we zitten in zaal 2»."""
    typed = read(text)
    return runs_late(typed, None, now) is not None or without_us(typed) != typed


def is_question(text: str) -> bool:
    """Say whether a text asks by its form: a question mark, a question word, or a verb in front."""
    words = [t.text for t in read(text)]
    return not any(w.isalnum() for w in words) or asks(words, bare=False)


def _is_under_way(programme: Programme, now: datetime) -> bool:
    """Say whether it is a day of the programme on which something is still to begin."""
    today = programme.local(now).date()
    return any(s.start > now and programme.local(s.start).date() == today for s in programme.sessions)


def _excepting(tokens: tuple[Token, ...], day: Day) -> Wish | None:
    """Read a sentence with what it leaves out, and what is then said of that: «…, die begint om 15.30»."""
    left = without_exceptions(tokens, day)
    if left.unknown:
        return Wish(problem=Problem(kind=ProblemKind.UNKNOWN_SESSION, words=left.unknown))
    found = _wish(left.tokens, replace(day, without=frozenset(s.key for s in left.sessions)))
    if found is None or not left.after:
        return found
    more = _wish(left.after, replace(day, about=left.sessions[0] if len(left.sessions) == 1 else None))
    if more is None or more.problem:
        return more
    if not found.edits or not more.edits:
        return Wish(problem=Problem(kind=ProblemKind.WHICH))
    return Wish(edits=(*found.edits, *more.edits))


def _wish(tokens: tuple[Token, ...], day: Day) -> Wish | None:
    """Read the clauses one after the other; the first that is wrong, or no change, decides for the whole."""
    results: tuple[Made, ...] = ()
    after_end = False
    for piece in pieces(tokens, day):
        day = replace(day, moved=_moved(results, day))
        clause = clause_of(piece, day, after_end=after_end)
        after_end = clause.says(Act.END) and not clause.says(Act.START)
        result = made(clause, day, _before(results), led=bool(results))
        if result.problem:
            return Wish(problem=result.problem)
        if result and results and _is_so(result, day):
            continue  # «Mike Vrolijk is verhinderd. De sessie gaat door.»
        if result:
            results = (*results, result)
        elif any(t.text.isalnum() and not (results and t.text in SAID) for t in piece) and not (
            clause.says(Act.ABSENT) and names_nothing(clause, day)
        ):
            return None  # but «de secretaris is ziek dus Europa vervalt» names nobody of the day: a reason, no more
    return _joined(results)


def _moved(results: tuple[Made, ...], day: Day) -> dict[str, datetime]:
    """Say when those sessions begin that the clauses so far move, where these can be understood in one way."""
    found: dict[str, datetime] = {}
    for edit in (e for r in results if len(r.ways) == 1 for e in r.ways[0]):
        for key in edit.keys:
            start = edit.start or found.get(key, day.programme.session_by_key[key].start)
            found[key] = start + timedelta(minutes=edit.minutes)
    return found


def _is_so(result: Made, day: Day) -> bool:
    """Say whether a clause says no more than that something goes ahead, and it does."""
    edits = [edit for way in result.ways for edit in way]
    return bool(edits) and all(
        e.kind is EditKind.ON and all(day.programme.session_by_key[k].status is Status.CONFIRMED for k in e.keys)
        for e in edits
    )


def _before(results: tuple[Made, ...]) -> Ways:
    """Give what the last clause that named something was about."""
    return next((r.sessions for r in reversed(results) if r.sessions), ())


def _joined(results: tuple[Made, ...]) -> Wish | None:
    if any(r.undo for r in results):
        return Wish(undo=True) if len(results) == 1 else Wish(problem=Problem(kind=ProblemKind.WHICH))
    ways = tuple(dict.fromkeys(_together(way) for way in product(*(r.ways for r in results)))) if results else ()
    if not ways:
        return None
    return Wish(edits=ways[0]) if len(ways) == 1 else Wish(options=ways[:MOST])


def _together(way: tuple[tuple[Edit, ...], ...]) -> tuple[Edit, ...]:
    """Give the edits of several clauses as one change; a start and an end of the same sessions are one edit."""
    found: list[Edit] = []
    for edit in dict.fromkeys(e for edits in way for e in edits):
        last = found[-1] if found else None
        joins = last and last.kind is edit.kind is EditKind.TIME and last.keys == edit.keys
        if last and joins and last.end is None and edit.start is None:
            found[-1] = replace(last, end=edit.end)
        else:
            found.append(edit)
    return tuple(found)
