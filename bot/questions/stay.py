"""«Ik kom later», «ik ga om 14.30 weg», "I'm not coming": what people say of being there, which is no question."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Final

from bot.programme.model import Programme
from bot.questions.moments import find, present_day
from bot.questions.numbers import number
from bot.questions.query import When
from bot.questions.text import tokens
from bot.questions.vocabulary import KINDS, RELATIONS

LAST_MINUTE: Final = time(23, 59)
LONGEST: Final = 24
"""Words and numbers of a message that can still be this; longer ones tell a story."""


class Coming(StrEnum):
    """What somebody said of being there."""

    ARRIVES = "arrives"
    LEAVES = "leaves"
    BETWEEN = "between"
    ABSENT = "absent"
    PRESENT = "present"
    BACK = "back"
    """Somebody is there again, so they no longer go at the time they gave."""
    ALL_DAY = "all-day"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, with its moments: none for ARRIVES or LEAVES means that no time was named."""

    what: Coming
    arrives: datetime | None = None
    leaves: datetime | None = None


_I: Final = r"(?:ik|we|wij|i|im|ill|were|well|i am|we are|i will|we will)"
_WHO: Final = frozenset({"ik", "we", "wij"})
_BARE: Final = frozenset({"kom", "ben"})
"""What people begin with when they leave out who: "kom om 11 uur", "ben er niet"."""
_HOW_MUCH: Final = frozenset(
    {"half", "halve", "uurtje", "uurtjes", "kwartier", "kwartiertje", "minuten", "minuutjes", "min", "an", "hour",
     "hours", "minutes", "quarter"}
)  # fmt: skip
_SMALL: Final = frozenset(
    {"pas", "iets", "wat", "een", "beetje", "helaas", "sorry", "hoor", "dan", "al", "eigenlijk", "waarschijnlijk",
     "ongeveer", "zo", "a", "bit", "little", "hallo", "hi", "hello", "just", "only", "probably", "unfortunately",
     "about", "vandaag", "today", "die", "deze", "dag", "that", "day", "u", "uur", "dus", "denk", "ik_denk", "maar",
     "but"}
)  # fmt: skip
_LATER: Final = re.compile(
    rf"{_I} (?:kom|komen|ben|zijn|come|coming|be|arrive|arriving|running)?(?: er| aan| there| here| in)?"
    r" ?(?:later|te laat|wat later|late|iets later)(?: aan| bij| there)?"
)
_COMES: Final = re.compile(
    rf"{_I} ?(?:kom|komen|ben|zijn|arriveer|red|haal|sluit|schuif|come|coming|be|arrive|arriving|get|getting)?"
    r"(?: er| het| aan| daar| there| here| in| binnen)?(?: later| bij| aanwezig)?"
)
_STAYS: Final = re.compile(rf"{_I} ?(?:kan|can|wil)?(?: er)? ?(?:blijf|blijven|stay|staying)(?: er)?")
_GOES: Final = re.compile(
    rf"{_I} ?(?:ga|gaan|moet|moeten|wil|ben|stap|vertrek|vertrekken|leave|leaving|have to|need to|must|should|want to)"
    r"(?: eerder| vroeger| early| earlier)?(?: weg| naar huis| vertrekken| op| gaan| leave| go| home| leaving)?"
    r"(?: eerder| early| earlier)?"
)
_AWAY: Final = re.compile(r"\b(?:weg|huis|vertrek|vertrekken|gaan|leave|leaving|go|home|stap op)\b")
_NOW: Final = re.compile(r"\bnow\b|\bnu\b")
_EARLIER: Final = re.compile(r"\b(?:eerder|vroeger|early|earlier)\b")
_ABSENT: Final = (
    re.compile(
        r"(?:ik|we|wij) (?:ben|zijn|kom|komen|kan|kunnen)(?: er| erbij| daar)?(?: toch)? niet"
        r"(?: bij| mee| komen| zijn| aanwezig| meer)*"
    ),
    re.compile(r"(?:ik|we|wij) (?:ben|zijn) (?:verhinderd|afwezig|ziek)|ik meld (?:me|mij|mezelf) af"),
    re.compile(r"(?:im |i am |we are |were )?not (?:coming|there|going|attending)"),
    re.compile(r"(?:im|i am|we are|were) (?:unable to (?:come|attend)|absent|ill|sick)"),
    re.compile(r"(?:i|we) (?:wont|will not|cant|cannot|can not) (?:be (?:there|coming)|come|make it|attend)"),
)
_PRESENT: Final = (
    re.compile(r"(?:ik|we|wij) (?:ben|zijn|kom|komen)(?: er| erbij| daar)?(?: toch| wel| weer)+(?: bij| wel| komen)*"),
    re.compile(r"(?:ik|we|wij) (?:kom|komen|ben er|zijn er)"),
    re.compile(
        r"(?:im|i am|we are|ill|i will) (?:be )?(?:coming|there|here|come|attend(?:ing)?)(?: after all| anyway)?"
    ),
)
_BACK: Final = (
    re.compile(r"(?:ik|we|wij) (?:ben|zijn)(?: er| hier)? ?(?:toch )?(?:weer|terug|weer terug)"),
    re.compile(r"(?:im|i am|we are|were) back(?: again)?"),
)
_ALL_DAY: Final = re.compile(
    r"(?:ik|we|wij) (?:ben|zijn|kom|komen|blijf|blijven)(?: er)?(?: toch| wel)* de hele"
    r"|(?:im|i am|we are|ill|i will) (?:be )?(?:coming|there|here|staying) (?:all|the whole)"
)


def said(text: str, programme: Programme, now: datetime) -> Said | None:
    """Read what somebody says of being there; None for anything else, and for a day that is not this programme's."""
    words = [t.text for t in tokens(text)]
    if not words or len(words) > LONGEST or "?" in words or "\n" in words:
        return None
    halves = _halves(words)
    if halves is not None:
        first, second = (_said(half, programme, now) for half in halves)
        if first and second and first.what is Coming.ARRIVES and second.what is Coming.LEAVES:
            both = first.arrives and second.leaves
            return Said(Coming.BETWEEN, first.arrives, second.leaves) if both else None
    return _said(words, programme, now)


def _halves(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Divide «ik kom om 11 uur en ga om 14.30 weg» in two; who it is about is said once."""
    for index, word in enumerate(words):
        if word in {"en", "and"} and words[index + 1 : index + 2] and words[0] in {"ik", "we", "wij", "i"}:
            rest = words[index + 1 :]
            return words[:index], rest if rest[0] in {"ik", "we", "wij", "i"} else [words[0], *rest]
    return None


def _said(words: list[str], programme: Programme, now: datetime) -> Said | None:
    found = find(words, programme, now, frozenset())
    if found.day is not None and found.day not in programme.days:
        return None
    when, used = found.when if found.when is not None and found.when.kind != "day" else None, found.used
    if when is None and (item := _beside_item(words, programme)):
        when, used = item[0], used | item[1]
    left = [w for i, w in enumerate(words) if i not in used and w.isalnum()]
    rest = " ".join(_subject_first([w for w in left if w not in _SMALL], words[0]))
    if when is None and any(pattern.fullmatch(rest) for pattern in _ABSENT):
        return Said(Coming.ABSENT)
    if when is None:
        return _without_time(rest, programme, now)
    if programme.local(when.at or now).date() != present_day(programme, now) and found.day is None:
        return None
    goes = bool(_GOES.fullmatch(rest) and _AWAY.search(rest))
    return _with_time(rest, words[min(used)], when, goes=goes, open_ended=_is_open(when, programme))


def _subject_first(words: list[str], first: str) -> list[str]:
    """Put who it is about first: "om half drie moet ik weg" as "ik moet weg", "kom later" as "ik kom later".

    ``first`` is the first word of the message: "moet ik om half drie weg" asks.
    """
    if words[1:2] and words[1] in _WHO and words[0] != first:
        return [words[1], words[0], *words[2:]]
    if words and words[0] in _BARE and not _WHO & set(words):
        return ["ik", *words]
    return words


def _beside_item(words: list[str], programme: Programme) -> tuple[When, frozenset[int]] | None:
    """Read "na de lunch" as the time at which it ends, "voor de borrel" as the one at which that begins."""
    for relation, at, length in RELATIONS.found(words):
        kind = KINDS.at(words, at + length) if at + length < len(words) else None
        item = next((s for s in programme.sessions if kind and s.kind == kind[0] and s.goes_ahead), None)
        if kind and item and relation != "during":
            moment = item.start if relation == "before" else item.end or item.start
            return When("at", moment), frozenset(range(at, at + length + kind[1]))
    return None


def _without_time(rest: str, programme: Programme, now: datetime) -> Said | None:
    bare = " ".join(w for w in rest.split() if w not in _HOW_MUCH and number(w) is None)
    if _LATER.fullmatch(bare):
        return Said(Coming.ARRIVES)
    bare = " ".join(_NOW.sub("", rest).split())
    if _GOES.fullmatch(bare) and (_AWAY.search(bare) or _EARLIER.search(bare)):
        today = programme.local(now).date() in programme.days
        return Said(Coming.LEAVES, leaves=None if _EARLIER.search(bare) or not today else now)
    if _ALL_DAY.fullmatch(rest):
        return Said(Coming.ALL_DAY)
    if any(pattern.fullmatch(rest) for pattern in _BACK):
        return Said(Coming.BACK)
    return Said(Coming.PRESENT) if any(pattern.fullmatch(rest) for pattern in _PRESENT) else None


def _with_time(rest: str, led: str, when: When, *, goes: bool, open_ended: bool) -> Said | None:
    comes = _COMES.fullmatch(rest)
    if when.kind == "span" and led in {"tot", "until", "till"}:
        return Said(Coming.LEAVES, leaves=when.end) if goes or comes or _STAYS.fullmatch(rest) else None
    if when.kind == "span" and not open_ended:
        return Said(Coming.BETWEEN, when.at, when.end) if comes else None
    if goes:
        return Said(Coming.LEAVES, leaves=when.at)
    return Said(Coming.ARRIVES, arrives=when.at) if comes else None


def _is_open(when: When, programme: Programme) -> bool:
    """Say whether a span goes on until the day is over: «vanaf 11 uur»."""
    return when.end is not None and programme.local(when.end).time() == LAST_MINUTE
