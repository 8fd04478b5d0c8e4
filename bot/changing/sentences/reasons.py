"""Why something changes: heard and left out, as it is nobody's business (illness, family, a train)."""

from collections.abc import Sequence
from typing import Final

from bot.changing.sentences.acts import ACTS, Act
from bot.changing.sentences.asking_words import DECIDES, VERBS
from bot.changing.sentences.sentence_words import BY, CAUSES, JOINERS, REASONS
from bot.questions.text import Token

_ILL: Final = frozenset(
    {"ziek", "ill", "sick", "griep", "flu", "corona", "covid", "ziekenhuis", "koorts", "ziekgemeld"}
)
_THROUGH: Final = frozenset({"door", "met", "through", "with", "by"})
_NO_VERBS: Final = frozenset({Act.MOVE, Act.HELD, Act.START, Act.END})
"""Among these are nouns ("uitloop", "start"); their verbs are in the list of verbs."""
_ENDS: Final = frozenset({",", ";", "\n"})
_SO: Final = frozenset({"dus", "so", "daarom", "daardoor", "vandaar"})
_THEY: Final = frozenset({"hij", "zij", "ze", "he", "she", "they", "die"})
_FEW: Final = frozenset({"te", "gebrek", "onvoldoende", "teveel", "geen", "too", "lack", "not"})
_WHY_VERBS: Final = frozenset({"moet", "heeft", "is", "zit", "ligt", "staat", "has", "must", "was", "hebben", "moeten"})
_JOINS: Final = frozenset({"en", "and", "dus", "so"})
_WAITS: Final = frozenset({"wachten", "wacht", "waiting"})
_TRAFFIC: Final = frozenset({"trein", "treinen", "train", "trains", "bus", "bussen", "file", "verkeer", "traffic"})
_MEANT: Final = frozenset({"zaal", "room", "tot", "until", "till", "naar", "?"})
_PEOPLE: Final = frozenset({Act.ABSENT, Act.OUT, Act.OFF, Act.TAKES_OVER, Act.REPLACED})


def without_waiting(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool]:
    """Leave out what is told after a comma of trains, or of waiting for people, and say whether there was any."""
    words = [t.text for t in tokens]
    end = len(words)
    for start in range(len(words) - 1, 0, -1):
        if words[start] in _ENDS:
            if not _waits(words[start + 1 : end]):
                break
            end = start
    return tokens[:end], end < len(words)


def _waits(piece: Sequence[str]) -> bool:
    """Say whether a piece of a sentence says no more than that one waits, or that a train does not run."""
    if any(w.isdigit() or w in _MEANT for w in piece) or any(a is not Act.HELD for a, _, _ in ACTS.found(piece)):
        return False
    waits = bool(_WAITS & set(piece)) and bool({"op", "for"} & set(piece))
    return waits or (
        bool(_TRAFFIC & set(piece)) and bool({"rijden", "rijdt", "staat", "staan", "running"} & set(piece))
    )


def without_reasons(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool]:
    """Give the words without those that say why, and whether there were any."""
    words = [t.text for t in tokens]
    gone = _clauses(words) | _phrases(words) | _before_so(words) | _of_them(words)
    absent = {
        i for a, at, n in ACTS.found(words, frozenset(gone)) if a in {Act.ABSENT, Act.COMES} for i in range(at, at + n)
    }
    gone |= {i for i, w in enumerate(words) if w in REASONS and i not in absent}
    told = bool(gone) or any(words[i] in _ILL for i in absent)
    return tuple(t for i, t in enumerate(tokens) if i not in gone), told


def _clauses(words: Sequence[str]) -> set[int]:
    """Find "want …" and "omdat …", up to a comma or to "en" with another change after it."""
    found: set[int] = set()
    for start, word in enumerate(words):
        if word not in CAUSES or start in found:
            continue
        end = start + 1
        while end < len(words) and words[end] not in _ENDS and not _new_change(words, end):
            end += 1
        found |= set(range(start, end))
    return found


def _before_so(words: Sequence[str]) -> set[int]:
    """Find "de trein heeft vertraging dus …", where it says no more than why."""
    so = next((i for i, w in enumerate(words) if w in _SO), 0)
    why = words[:so]
    goes_on = words[so + 1 : so + 2]
    if (
        not set(why) & REASONS
        or not goes_on
        or goes_on[0] in VERBS | _THEY
        or any(a is not Act.HELD for a, _, _ in ACTS.found(why))
    ):
        return set()
    return set(range(so + 1))


def _of_them(words: Sequence[str]) -> set[int]:
    """Find "…, hij moet naar de Kamer" and "…, te weinig animo" after what is off or who cannot come."""
    start = next(
        (i for i in range(1, len(words) - 1) if words[i] in _ENDS and words[i + 1] in _THEY | _FEW), len(words)
    )
    rest = words[start + 1 :]
    after = any(a in {Act.OFF, Act.ABSENT} for a, _, _ in ACTS.found(words[:start]))
    tells = [w for w in rest if w.isdigit() or w == "zaal" or w in JOINERS]
    why = _THEY & set(rest[:1]) and _WHY_VERBS & set(rest[1:2])
    if (
        not after
        or not (why or _FEW & set(rest[:1]))
        or tells
        or any(a is not Act.HELD for a, _, _ in ACTS.found(rest))
    ):
        return set()
    return set(range(start, len(words)))


def _new_change(words: Sequence[str], at: int) -> bool:
    return words[at] in _JOINS and any(a in _PEOPLE for a, _, _ in ACTS.found(words[at:]))


def _phrases(words: Sequence[str]) -> set[int]:
    """Find "wegens …", "door ziekte", up to the verb or the change after it."""
    found: set[int] = set()
    starts = [(at, n) for _, at, n in BY.found(words)]
    spoken = {i for _, at, n in ACTS.found(words) if n > 1 for i in range(at, at + n)}
    starts += [
        (i, 1)
        for i, w in enumerate(words)
        if w in _THROUGH and i not in spoken and any(x in REASONS for x in words[i + 1 : i + 4])
    ]
    for at, n in starts:
        end = at + n
        while end < len(words) and words[end] not in _ENDS | _JOINS and not _goes_on(words, end):
            end += 1
        found |= set(range(at, end))
    return found


def _places(word: str) -> bool:
    return word.isdigit() or word in {"zaal", "room", "half", "kwart"}


def _goes_on(words: Sequence[str], at: int) -> bool:
    act = ACTS.at(words, at)
    if act and act[0] is Act.ABSENT and any(w in REASONS for w in words[at : at + act[1]]):
        return False
    if words[at] in DECIDES and words[at + 1 : at + 2] in (["we"], ["wij"]):
        return True
    if words[at] in {"om", "at", "naar", "to"} and words[at + 1 : at + 2] and _places(words[at + 1]):
        return True
    return words[at] in VERBS or (act is not None and act[0] not in _NO_VERBS)
