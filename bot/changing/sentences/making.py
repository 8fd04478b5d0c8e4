"""From a clause to edits: what is said of which sessions."""

from collections.abc import Sequence
from typing import Final

from bot.changing.edit import DAY_BACK, Edit
from bot.changing.sentences.acts import Act
from bot.changing.sentences.choosing import targets_of
from bot.changing.sentences.clause import Clause
from bot.changing.sentences.coming import comes, joins
from bot.changing.sentences.editing import edits_of
from bot.changing.sentences.made import Made, Ways, problem
from bot.changing.sentences.replacing import replaced, speaks_of_people
from bot.changing.sentences.sentence_words import PUT_OFF, SAID
from bot.changing.sentences.swapping import swapped
from bot.changing.sentences.targets import Day, Named, named
from bot.changing.sentences.whole_day import turns, turns_back
from bot.changing.sentences.wish import ProblemKind
from bot.questions.lexicon import SMALL

_VERBS: Final = (Act.START, Act.END, Act.MOVE, Act.HELD)
_IT: Final = frozenset(
    ["het", "dit", "deze", "die", "dat", "it", "this", "sessie", "bijeenkomst", "session", "meeting", "overleg"]
)
_ORDERS: Final = frozenset(
    ["verplaats", "verzet", "zet", "schuif", "verschuif", "annuleer", "schrap", "cancel", "move", "postpone", "shift"]
)
_IS: Final = frozenset({"is", "zijn", "are"})
_LOOKS_UP: Final = frozenset({"programma", "programme", "program", "overzicht", "rooster", "schedule"})
_RELOCATES: Final = frozenset(
    ["verplaats", "verplaatst", "verplaatsen", "plaatsen", "verhuist", "verhuis", "verhuizen", "verhuisd", "move",
     "moved", "moves", "relocated", "relocate", "verzet"]
)  # fmt: skip


def made(clause: Clause, day: Day, before: Ways, *, led: bool) -> Made:
    """Make the edits of a clause; ``before`` is what the clause before it is about, and ``led`` that it has one."""
    if clause.says(Act.UNDO):
        return _undone(clause, day)
    if turns_back(clause, day):
        return Made(((DAY_BACK,),))
    if clause.says(Act.SWAP):
        return swapped(clause, day)
    told = _of_people(clause, day) if speaks_of_people(clause.acts) else None
    if told is not None:
        return told
    if clause.says(Act.HYBRID):
        return _hybrid(clause, day, before)
    if clause.says(Act.COMES, Act.JOINS):
        told = Made() if clause.denied else comes(clause, day) if clause.says(Act.COMES) else joins(clause, day)
        if told:
            return told
    return _changed(clause, day, before, led=led)


def _of_people(clause: Clause, day: Day) -> Made | None:
    """Read who cannot come and who comes instead; None where the clause may be about a session."""
    if clause.denied:
        return Made()
    found = replaced(clause.tokens, clause.acts, day, _room_and_time(clause))
    if found is None:
        absent = clause.says(Act.ABSENT, Act.TAKES_OVER, Act.REPLACED, Act.REPLACE, Act.REPLACES)
        return Made() if absent else None
    ways, wrong = found
    if wrong and clause.fails:
        return Made()
    sessions = day.programme.in_order({key for edits in ways for edit in edits for key in edit.keys})
    return Made(ways, wrong, sessions=(sessions,) if sessions else ())


def names_something(clause: Clause, day: Day) -> bool:
    """Say whether a clause names somebody or something: «gaat Europa door» asks, whatever one talks of."""
    found = named(clause.words, day, skip=clause.used)
    return bool(found.ways or found.unknown or found.missing or found.people)


def names_nothing(clause: Clause, day: Day) -> bool:
    """Say whether a clause names nobody and nothing of the day: «de secretaris is ziek»."""
    found = named(clause.words, day, skip=clause.used)
    return not (found.ways or found.unknown or found.missing or clause.places or clause.everything)


def _room_and_time(clause: Clause) -> frozenset[int]:
    return clause.times.used | {p.at for p in clause.places}


def _hybrid(clause: Clause, day: Day, before: Ways) -> Made:
    """Say that a session is in a room or online: the programme holds nothing between them."""
    found = named(clause.words, day, skip=clause.used)
    ways = found.ways or before or (((day.about,),) if day.about else ())
    says = clause.says(*_VERBS) or bool(day.about or before)  # «hybride Europa» looks it up
    if found.asks or clause.denied or found.unknown or not ways or not says:
        return Made()
    return problem(ProblemKind.HYBRID, ways[0][0].title.nl)


def _undone(clause: Clause, day: Day) -> Made:
    found = named(clause.words, day, skip=clause.used)
    if found.asks:
        return Made()
    return problem(ProblemKind.WHICH, clause.typed(range(len(clause.words)))) if found.ways else Made(undo=True)


def _changed(clause: Clause, day: Day, before: Ways, *, led: bool) -> Made:
    found = named(clause.words, day, skip=clause.used)
    if found.asks or clause.denied or not _says_a_change(clause, found, day, led=led):
        return Made()
    if stray := _stray(clause):
        return problem(ProblemKind.NO_TIME, clause.typed(range(stray[0], stray[-1] + 1)))
    if found.unknown:
        return _unexplained(clause, found)
    if found.missing:
        return problem(ProblemKind.UNKNOWN_SESSION, found.missing)
    gone = next((p for p in clause.places if p.room is None), None)
    if gone:
        return problem(ProblemKind.UNKNOWN_ROOM, gone.name)
    if clause.on and clause.on not in day.programme.days:
        return problem(ProblemKind.OUTSIDE_DAY, clause.typed([i for i in sorted(clause.used) if _is_day(clause, i)]))
    whole = turns(clause, found, day)
    if whole:
        return Made(((Edit(kind=whole),),))
    targets = targets_of(clause, found, day, before)
    if not targets and clause.fails:
        return Made()
    if not targets:
        told = _told(clause)
        return (
            problem(ProblemKind.WHICH, clause.typed(_with_small_words(clause, told)))
            if _subject(clause, found)
            else Made()
        )
    return edits_of(clause, targets, day)


def _stray(clause: Clause) -> list[int]:
    """Find numbers that are no room and no time."""
    return [i for i, w in enumerate(clause.words) if w.isdigit() and i not in clause.used]


def _is_day(clause: Clause, index: int) -> bool:
    taken = {i for _, at, n in clause.acts for i in range(at, at + n)} | clause.times.used
    return index not in taken and index not in {p.at for p in clause.places}


def _told(clause: Clause) -> list[int]:
    return [i for i in clause.rest if clause.words[i].isalnum() and clause.words[i] not in SAID]


def _subject(clause: Clause, found: Named) -> bool:
    """Say whether something is spoken of, if only as "het" or by an order: «annuleer de sessie»."""
    return bool(found.people or clause.everything or (clause.words[0] in _ORDERS and len(clause.words) > 1)) or bool(
        _IT & set(clause.words)
    )


def _says_a_change(clause: Clause, found: Named, day: Day, *, led: bool) -> bool:
    """Say whether a clause holds what changes something, rather than what one looks up: «Europa zaal 2»."""
    words, said, verb = set(clause.words), clause.times, clause.says(*_VERBS)
    acts = clause.says(Act.START, Act.END, Act.MOVE)
    if _tells_how_it_is(clause):
        return False
    known = bool(found.ways or found.missing or clause.everything or day.about or led)
    something = known or bool(found.unknown or clause.part)
    placed = clause.places or said.clocks or said.length is not None or said.wait is not None
    tells: tuple[object, ...] = (
        clause.says(Act.OFF, Act.ON, Act.OUT, Act.OTHER_ROOM),
        said.stretch is not None,
        said.vague and (verb or PUT_OFF & words),
        something and (PUT_OFF & words or said.said("to")),
        clause.says(Act.ONLINE) and (known or found.unknown or verb),
        said.shift is not None and (something or verb),
        any(p.side == "to" for p in clause.places) and (something or clause.says(Act.MOVE)),
        placed and (led or verb) and (known or acts),
        placed and day.about and not clause.everything and not _LOOKS_UP & words,
        found.ways and said.said("from", "until"),
        found.ways and clause.instead and (clause.to or said.clocks),
        found.ways and found.unknown and _leads_to(clause, found.unknown[0]),
        found.ways and acts and _stray(clause),
        _RELOCATES & words and (clause.says(Act.HELD) or clause.words[0] in _RELOCATES),
    )
    return any(tells)


def _tells_how_it_is(clause: Clause) -> bool:
    """Say whether a room says only which thing is meant: «de koffie in zaal 2 is op»."""
    verb = next((i for i, w in enumerate(clause.words) if w in _IS), None)
    if verb is None or clause.times.used or any(a is not Act.HELD for a, _, _ in clause.acts):
        return False
    after = [w for w in clause.words[verb + 1 :] if w not in SAID - {"op"}]
    named = any(i < verb for i in _told(clause))
    return named and bool(after and clause.places) and all(p.side == "in" and p.at < verb for p in clause.places)


def _unexplained(clause: Clause, found: Named) -> Made:
    kind = ProblemKind.UNKNOWN_SESSION
    if found.ways and not clause.to and _leads_to(clause, found.unknown[0]):
        kind = ProblemKind.UNKNOWN_ROOM
    return problem(kind, clause.typed(_with_small_words(clause, found.unknown)))


def _with_small_words(clause: Clause, indexes: Sequence[int]) -> list[int]:
    """Add the small words within a name: Hugo de Jonge."""
    between = range(indexes[0], indexes[-1]) if indexes else ()
    return sorted({*indexes, *(i for i in between if clause.words[i] in SMALL)})


def _leads_to(clause: Clause, index: int) -> bool:
    """Say whether "naar" stands before a word."""
    before = [w for w in clause.words[:index] if w not in {"de", "het", "the"}]
    return bool(before) and before[-1] in {"naar", "to", "in", "into"}
