"""Which sessions a clause is about: those it names, those before it, a stretch of the day, or what is in a room."""

from typing import Final

from bot.changing.sentences.acts import Act
from bot.changing.sentences.clause import Clause
from bot.changing.sentences.made import Ways
from bot.changing.sentences.stretches import stretch
from bot.changing.sentences.targets import Day, Named
from bot.programme import queries
from bot.programme.model import LOGISTIC_KINDS, Session

_SESSIONS: Final = frozenset(
    ["sessie", "bijeenkomst", "gesprek", "presentatie", "session", "meeting", "talk", "overleg", "themagroep", "tg"]
)
_BESIDE: Final = frozenset(
    ["na", "after", "vanaf", "from", "voor", "before", "tot", "until", "sinds", "de", "het", "the", "van", "of",
     "afloop", "sessies", "sessions"]
)  # fmt: skip
"""Words before the name of what comes before or after."""


def targets_of(clause: Clause, found: Named, day: Day, before: Ways) -> Ways:
    """Give the sessions that a clause is about, once for each way to understand it; ``before``: of the one before."""
    if (clause.everything and not (found.ways and not clause.whole and not _related(clause, found))) or (
        clause.part and not found.ways and not before and not day.about
    ):
        inside = next((p.room for p in clause.places if p.side != "to"), None)
        anchor = _with_themagroepen(found.ways[0], day) if found.ways else ()
        place = next((i for i in clause.rest if _names(clause, i)), None)
        sessions = stretch(clause.words, day, clause.times, room=inside, anchor=anchor, place=place)
        if not clause.times.amount and not clause.says(Act.OFF, Act.ON):
            sessions = tuple(s for s in sessions if s.kind not in LOGISTIC_KINDS)
        return (sessions,) if sessions else ()
    ways = () if found.by_person and not _SESSIONS & set(clause.words) else found.ways
    if not ways and not found.people:
        ways = before or (((day.about,),) if day.about else ()) or _in_a_room(clause, day)
    if clause.says(Act.OFF, Act.OUT) or clause.says(Act.ON):
        on = clause.says(Act.ON)
        fit = tuple(w for w in ways if any(s.goes_ahead is not on for s in w))
        return fit or ways
    return ways


def _with_themagroepen(sessions: tuple[Session, ...], day: Day) -> tuple[Session, ...]:
    """Give with the session of a pijler those of its themagroepen: «alle sessies van Fysiek»."""
    pijlers = [g for s in sessions for g in s.holders() if queries.is_pijler(day.programme, g)]
    return sessions + tuple(s for g in pijlers for s in queries.of_pijler(day.programme, g) if s not in sessions)


def _names(clause: Clause, index: int) -> bool:
    return clause.words[index].isalpha() and clause.words[index] not in _BESIDE


def _related(clause: Clause, found: Named) -> bool:
    return bool(found.ways) and bool(
        {"na", "after", "vanaf", "before", "alles", "alle", "everything", "all", "rest"} & set(clause.words)
    )


def _in_a_room(clause: Clause, day: Day) -> Ways:
    """Read "de sessie in zaal 4 om 15.00 vervalt": what is on in that room then, else now or next."""
    if not clause.says(Act.OFF, Act.ON) or len(clause.places) != 1 or not clause.places[0].room:
        return ()
    room = clause.places[0].room
    if not (_SESSIONS & set(clause.words) or clause.times.clocks):
        return ()
    clocks = clause.times.clocks
    if clocks:
        found = day.on_at(room, day.moment(clocks[0].time, day.present()))
    else:
        found = day.on_at(room, day.now) or day.next_in(room)
    return tuple((s,) for s in found)
