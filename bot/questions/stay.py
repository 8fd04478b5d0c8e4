"""«Ik kom later», «ik ga om 14.30 weg», "I'm not coming": what people say of being there, which is no question."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Final

from bot.programme.model import Programme
from bot.questions.moments import find, present_day
from bot.questions.query import When
from bot.questions.text import tokens

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


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, with its moments: none for ARRIVES or LEAVES means that no time was named."""

    what: Coming
    arrives: datetime | None = None
    leaves: datetime | None = None


_I: Final = r"(?:ik|we|wij|i|im|ill|were|well|i am|we are|i will|we will)"
_SMALL: Final = frozenset(
    [
        "pas",
        "iets",
        "wat",
        "een",
        "beetje",
        "helaas",
        "sorry",
        "hoor",
        "dan",
        "al",
        "eigenlijk",
        "waarschijnlijk",
        "ongeveer",
        "zo",
        "a",
        "bit",
        "little",
        "hallo",
        "hi",
        "hello",
        "just",
        "only",
        "probably",
        "unfortunately",
        "about",
        "vandaag",
        "today",
        "die",
        "deze",
        "dag",
        "that",
        "day",
        "u",
        "uur",
        "dus",
        "denk",
        "ik_denk",
        "maar",
        "but",
    ]
)
_LATER: Final = re.compile(
    rf"{_I} (?:kom|komen|ben|zijn|come|coming|be|arrive|arriving|running)?(?: er| aan| there| here| in)?"
    r" ?(?:later|te laat|wat later|late|iets later)(?: aan| bij| there)?"
)
_COMES: Final = re.compile(
    rf"{_I} ?(?:kom|komen|ben|zijn|arriveer|come|coming|be|arrive|arriving|get|getting)?"
    r"(?: er| aan| daar| there| here| in| binnen)?(?: later| bij| aanwezig)?"
)
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
        r"(?: bij| mee| komen| zijn| aanwezig)*"
    ),
    re.compile(r"(?:ik|we|wij) (?:ben|zijn) (?:verhinderd|afwezig)|ik meld (?:me|mij|mezelf) af"),
    re.compile(r"(?:im|i am|we are|were) (?:not (?:coming|there|going|attending)|unable to (?:come|attend)|absent)"),
    re.compile(r"(?:i|we) (?:wont|will not|cant|cannot|can not) (?:be (?:there|coming)|come|make it|attend)"),
)
_PRESENT: Final = (
    re.compile(r"(?:ik|we|wij) (?:ben|zijn|kom|komen)(?: er| erbij| daar)?(?: toch| wel| weer)+(?: bij| wel| komen)*"),
    re.compile(r"(?:ik|we|wij) (?:kom|komen|ben er|zijn er)(?: de hele dag)?"),
    re.compile(
        r"(?:im|i am|we are|ill|i will) (?:be )?(?:coming|there|here|come|attend(?:ing)?)"
        r"(?: all)?(?: after all| anyway)?"
    ),
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
    used = found.used
    left = [w for i, w in enumerate(words) if i not in used and w.isalnum()]
    rest = " ".join(w for w in left if w not in _SMALL)
    when = found.when if found.when is not None and found.when.kind != "day" else None
    if when is None and any(pattern.fullmatch(rest) for pattern in _ABSENT):
        return Said(Coming.ABSENT)
    if when is None:
        return _without_time(rest, programme, now)
    if programme.local(when.at or now).date() != present_day(programme, now) and found.day is None:
        return None
    goes = bool(_GOES.fullmatch(rest) and _AWAY.search(rest))
    return _with_time(rest, words[min(used)], when, goes=goes, open_ended=_is_open(when, programme))


def _without_time(rest: str, programme: Programme, now: datetime) -> Said | None:
    if _LATER.fullmatch(rest):
        return Said(Coming.ARRIVES)
    bare = " ".join(_NOW.sub("", rest).split())
    if _GOES.fullmatch(bare) and (_AWAY.search(bare) or _EARLIER.search(bare)):
        today = programme.local(now).date() in programme.days
        return Said(Coming.LEAVES, leaves=None if _EARLIER.search(bare) or not today else now)
    return Said(Coming.PRESENT) if any(pattern.fullmatch(rest) for pattern in _PRESENT) else None


def _with_time(rest: str, led: str, when: When, *, goes: bool, open_ended: bool) -> Said | None:
    comes = _COMES.fullmatch(rest)
    if when.kind == "span" and led in {"tot", "until", "till"}:
        return Said(Coming.LEAVES, leaves=when.end) if goes or comes else None
    if when.kind == "span" and not open_ended:
        return Said(Coming.BETWEEN, when.at, when.end) if comes else None
    if goes:
        return Said(Coming.LEAVES, leaves=when.at)
    return Said(Coming.ARRIVES, arrives=when.at) if comes else None


def _is_open(when: When, programme: Programme) -> bool:
    """Say whether a span goes on until the day is over: «vanaf 11 uur»."""
    return when.end is not None and programme.local(when.end).time() == LAST_MINUTE
