"""Who comes after all, and who comes besides those who were to, in a sentence."""

from typing import Final

from bot.changing.edit import Edit, EditKind
from bot.changing.sentences.acts import Act
from bot.changing.sentences.clause import Clause
from bot.changing.sentences.made import Made, problem
from bot.changing.sentences.naming import content, name_of
from bot.changing.sentences.replacing import Parts, absentees, divided, takes_part
from bot.changing.sentences.sentence_words import SPEAKERS
from bot.changing.sentences.targets import Day, named
from bot.changing.sentences.wish import ProblemKind
from bot.programme.model import Session

_PROMISES: Final = SPEAKERS | {"extra", "additional"}
"""Words that speak of a speaker, so that who and where may be asked for."""


def comes(clause: Clause, day: Day) -> Made:
    """Read "Mike Vrolijk komt toch": the sessions in which that person is marked absent, else all of that person."""
    rest = tuple(i for i in range(len(clause.words)) if i not in clause.used)
    ways, limit, unknown = absentees(clause.tokens, Parts(rest), day)
    if unknown and not clause.everything:
        return problem(ProblemKind.UNKNOWN_SPEAKER, unknown)
    made = tuple(tuple(e for name in names for e in _back(name, limit, day)) for names in ways)
    return Made(tuple(way for way in made if way))


def _back(name: str, limit: tuple[Session, ...], day: Day) -> tuple[Edit, ...]:
    """Make somebody come after all: where that person is absent, if that is so anywhere."""
    has = takes_part(name, day, limit)
    absent = tuple(s for s in has if any(p.name == name and p.absent for p in s.speakers))
    keys = tuple(s.key for s in absent or has)
    return (Edit(kind=EditKind.COMES, keys=keys, name=name),) if keys else ()


def joins(clause: Clause, day: Day) -> Made:
    """Read "bij Duurzaamheid spreekt ook Els Visser": one session and one name."""
    if clause.places or clause.times.clocks or clause.times.amount:
        return Made()
    sessions: tuple[Session, ...] = ()
    names: list[list[int]] = []
    for run in _runs(clause):
        words = tuple(t.text if i in run else "" for i, t in enumerate(clause.tokens))
        if not content(words, run, day):
            continue
        found = named(words, day, skip=frozenset(range(len(words))) - set(run))
        if found.ways and not found.unknown and not found.people:
            sessions += found.ways[0]
        else:
            names.append(run)
    if not sessions and day.about:
        sessions = (day.about,)
    names = names if len(names) == 1 else [run for run in names if not _is_there(clause, run, sessions, day)]
    name = name_of(clause.tokens, tuple(names[0]), day) if len(names) == 1 else ""
    if len(sessions) == 1 and name:
        return Made(((Edit(kind=EditKind.COMES, keys=(sessions[0].key,), name=name),),), sessions=(sessions,))
    promises = names and (sessions or _PROMISES & set(clause.words))
    return problem(ProblemKind.WHICH) if promises else Made()


def _is_there(clause: Clause, run: list[int], sessions: tuple[Session, ...], day: Day) -> bool:
    """Say whether somebody who is named has a part already: «naast Joeri Vig spreekt ook …»."""
    name = name_of(clause.tokens, tuple(run), day)
    return any(p.name == name for s in sessions for p in s.speakers)


def _runs(clause: Clause) -> list[list[int]]:
    """Take the words apart at the verb, and at "bij", "van" and commas."""
    acts = {i for a, at, n in clause.acts if a in {Act.JOINS, Act.HELD} for i in range(at, at + n)}
    runs: list[list[int]] = [[]]
    for index in range(len(clause.words)):
        if index in acts:
            runs.append([])
        else:
            runs[-1].append(index)
    return [part for run in runs for part in divided(clause.tokens, tuple(run))]
