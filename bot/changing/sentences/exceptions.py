"""What is left out of a change of many: «alles na de lunch later behalve Europa»."""

from dataclasses import dataclass
from typing import Final

from bot.changing.sentences.acts import Act
from bot.changing.sentences.clause import clause_of
from bot.changing.sentences.sentence_words import EVERYTHING, JOINERS, PLURALS, listed
from bot.changing.sentences.targets import Day, named
from bot.programme.model import Session
from bot.questions.text import Token

_BUT: Final = listed(
    "behalve, behalve dan, behoudens, uitgezonderd, met uitzondering van, uitgezonderd van, except, except for, "
    "excepting, excluding, apart from, other than, alleen niet, maar niet, but not, but, op"
)
_PERHAPS: Final = frozenset({"maar niet", "but not", "alleen niet"})


@dataclass(frozen=True, slots=True)
class Excepted:
    """A sentence without its exception; what is left out, or words that name nothing; and what follows on it."""

    tokens: tuple[Token, ...]
    sessions: tuple[Session, ...] = ()
    unknown: str = ""
    after: tuple[Token, ...] = ()


def without_exceptions(tokens: tuple[Token, ...], day: Day) -> Excepted:
    """Take "behalve Europa" and "op Europa na" out of a sentence."""
    words = [t.text for t in tokens]
    for _, at, n in _BUT.found(words):
        end = _end(tokens, at + n, day, whole=_is_whole(tokens[:at], day))
        around = words[at] == "op"  # «alles op Europa na»
        is_but = words[at : at + n] != ["but"] or (words[at - 1 : at] and words[at - 1] in EVERYTHING | PLURALS)
        if not is_but or end == at + n or (around and words[end : end + 1] != ["na"]):
            continue
        clause = clause_of(tokens[at + n : end], day)
        found = named(clause.words, day, skip=clause.used)
        sessions = tuple({s.key: s for way in found.ways for s in way}.values())
        if sessions and not found.unknown and not found.asks:
            rest = tokens[end + around :]
            if rest and rest[0].text in JOINERS:
                return Excepted(tokens[:at], sessions, after=rest[1:])
            return Excepted((*tokens[:at], *rest), sessions)
        if not around and " ".join(words[at : at + n]) not in _PERHAPS:
            return Excepted(tokens, unknown=clause.typed(range(len(clause.words))))
    return Excepted(tokens)


def _is_whole(tokens: tuple[Token, ...], day: Day) -> bool:
    """Say whether what changes is said already, so that what comes after the names is a clause of its own."""
    if not tokens:
        return False
    clause = clause_of(tokens, day)
    return clause.times.amount or any(p.side == "to" for p in clause.places) or clause.says(Act.OFF, Act.ONLINE)


def _end(tokens: tuple[Token, ...], start: int, day: Day, *, whole: bool) -> int:
    """Give where the names of an exception end: before a verb, time or room, or before the clause that holds it."""
    clause = clause_of(tokens[start:], day)
    told = {i for _, at, n in clause.acts for i in range(at, at + n)} | {p.at for p in clause.places}
    told |= clause.times.used | {i for i, w in enumerate(clause.words) if w == "na"}
    stop = min(told, default=len(clause.words))
    joins = [i for i in range(stop) if clause.words[i] in JOINERS]
    if joins and whole and told:
        stop = joins[-1]
    return start + stop
