"""The times in a sentence that changes a day: when it starts or ends from now on, how much later, for how long."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from bot.changing.sentences.sentence_words import EARLIER, LATER, LONGER, PUT_OFF, SHORTER
from bot.questions import clock_times
from bot.questions.clock_times import ClockTime
from bot.questions.numbers import number

Role = Literal["at", "to", "from", "until", "after", "before", "was"]
_ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(("om", "at", "rond", "around", "tegen", "omstreeks", "by"), "at"),
    **dict.fromkeys(("naar", "to"), "to"),
    **dict.fromkeys(("van", "vanaf", "from", "sinds", "since", "tussen", "between"), "from"),
    **dict.fromkeys(("tot", "until", "till", "til"), "until"),
    **dict.fromkeys(("na", "after"), "after"),
    **dict.fromkeys(("voor", "before"), "before"),
}
_WAYS: Final = LATER | EARLIER | LONGER | SHORTER
_LENGTHS: Final = frozenset({"duurt", "duren", "lasts", "takes", "duur"})
_WITH: Final = frozenset({"met", "by", "plus", "duurt", "loopt", "lasts", "runs", "extra"})
_HOURS: Final = frozenset({"uur", "hour", "hours", "uren"})
_PUT: Final = frozenset({"stel", "stellen", "stelt"})
_OP: Final = frozenset({"schuif", "schuift", "schuiven", "verschuift", "opschuiven"})
_PUT_OFF: Final = frozenset(
    {"wacht", "wachten", "wait", "waits", "uitgesteld", "uitstellen", "postponed", "postpone", "delayed", "delay"}
)
_MORE: Final = frozenset({"extra", "erbij", "more"})
_NEEDED: Final = frozenset({"nodig", "needed", "needs", "need"})
_MOVED: Final = frozenset({"move", "moved", "moves", "shift", "shifted", "reschedule", "rescheduled"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day that was said, what the word before it makes of it, and where it stands."""

    role: Role
    time: ClockTime
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Times:
    """All that a clause says of time.

    ``shift``: so many minutes later (less than nothing: earlier); ``stretch``: the end alone moves by that;
    ``length``: it lasts that long; ``wait``: it starts so many minutes from now. ``vague``: later or longer, but not
    how much. ``several``: more than one of these, so that none is certain. ``used`` are the indexes of the words.
    """

    clocks: tuple[Clock, ...] = ()
    shift: int | None = None
    stretch: int | None = None
    length: int | None = None
    wait: int | None = None
    vague: bool = False
    several: bool = False
    used: frozenset[int] = field(default=frozenset())

    def said(self, *roles: Role) -> tuple[Clock, ...]:
        """List the times with these roles, in order."""
        return tuple(c for c in self.clocks if c.role in roles)

    @property
    def amount(self) -> bool:
        """Whether a length of time was said."""
        return any(m is not None for m in (self.shift, self.stretch, self.length, self.wait))


def times(words: Sequence[str], skip: frozenset[int], *, of_end: bool) -> Times:
    """Read the times of a clause, leaving alone the words in ``skip``; ``of_end``: it speaks of the end."""
    clocks: list[Clock] = []
    amounts: list[tuple[int, int, int]] = []
    index = 0
    while index < len(words):
        length = 1
        if index not in skip:
            amount = _amount(words, index)
            tied = bool(clocks) and clocks[-1].role == "from" and clocks[-1].at + clocks[-1].length == index
            clock = None if amount else _clock_alone(words, index, tied=tied)
            if amount:
                amounts.append((amount[0], index, amount[1]))
                length = amount[1]
            elif clock and not skip & set(range(index, index + clock.length)):
                clocks.append(clock)
                length = clock.length
        index += length
    used = {i for c in clocks for i in range(c.at, c.at + c.length)}
    used |= {i for _, at, n in amounts for i in range(at, at + n)}
    ways = [i for i, w in enumerate(words) if w in _WAYS and i not in skip | used]
    if not amounts:
        put_off = bool(PUT_OFF & set(words)) or ("uit" in words and bool({"loopt", "lopen"} & set(words)))
        vague = (bool(ways) or put_off) and not clocks
        plain = {i for i in ways if words[i] != "uit"} if not clocks or put_off or _begins(words) else set()
        return Times(_spans(words, clocks), vague=vague, used=frozenset(used | plain | _uit(words, ways)))
    ways += [i for i, w in enumerate(words) if (w == "op" and _OP & set(words)) or (w == "uit" and _PUT & set(words))]
    found = _amounts(words, amounts, ways, of_end=of_end)
    ways += _extra(words, amounts[0][1], amounts[0][2]) if not ways else []
    return Times(
        _spans(words, clocks),
        shift=found.get("shift"),
        stretch=found.get("stretch"),
        length=found.get("length"),
        wait=found.get("wait"),
        several=len(amounts) > 1,
        used=frozenset(used | set(ways)),
    )


def _begins(words: Sequence[str]) -> bool:
    """Say whether "eerder" beside a time says no more than the time: «Veiligheid eerder beginnen om 11.35»."""
    return bool({"begint", "beginnen", "start", "starten", "starts", "begin", "begins"} & set(words))


def _uit(words: Sequence[str], ways: list[int]) -> set[int]:
    return {i for i in ways if words[i] == "uit" and {"loopt", "lopen"} & set(words)}


def _amount(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read a length of time that is no time of the day: 10 minuten, een kwartier later, met een half uur."""
    value = number(words[at])
    if value is not None and words[at + 1 : at + 2] and words[at + 1] in LATER | EARLIER | LONGER | SHORTER:
        return (value, 1) if words[at - 1 : at] not in (["om"], ["at"]) else None
    start = at
    found = clock_times.amount(words, at)
    if found is None:
        return None
    end = start + found[1]
    after = words[end] if end < len(words) else ""
    before = words[start - 1] if start else ""
    if after in {"voor", "over", "to", "past"} and (number(words[end + 1]) if end + 1 < len(words) else None):
        return None
    if words[end - 1] in _HOURS and after not in _WAYS and before not in _WITH | _LENGTHS | {"over", "in"}:
        is_length = {"half", "anderhalf", "halve"} & set(words[start:end])
        return found if is_length and before not in _ROLES else None
    return found


def _amounts(
    words: Sequence[str], amounts: list[tuple[int, int, int]], ways: list[int], *, of_end: bool
) -> dict[str, int]:
    """Say what a length of time is the length of."""
    minutes, at, length = amounts[0]
    before = words[at - 1] if at else ""
    said = {words[i] for i in ways}
    if said & SHORTER:
        return {"stretch": -minutes}
    if said & EARLIER:
        return {"stretch" if of_end else "shift": -minutes}
    if said & (LONGER - {"uit"}) or ("uit" in said and {"loopt", "lopen"} & set(words)):
        return {"stretch": minutes}
    if not said and _extra(words, at, length):
        return {"stretch": minutes}
    if said & (LATER | {"op"}) or ("uit" in said and _PUT & set(words)):
        return {"stretch" if of_end and not said & {"achter", "behind"} else "shift": minutes}
    if before in {"over", "in", "binnen", "within"}:
        return {"wait": minutes}
    if {"over", "overruns"} & set(words) and {"runs", "run", "running", "overruns"} & set(words):
        return {"stretch": minutes}
    return {"length": minutes}


def _extra(words: Sequence[str], at: int, length: int) -> list[int]:
    """Find the words that make a length of time one more: «10 minuten extra nodig», «nog een kwartier erbij»."""
    end = at + length + 1
    if {"voor", "na", "before", "after"} & set(words[end : end + 1]):
        return []  # «15 minuten extra voor de lunch»
    beside = [at - 1] if at and words[at - 1] == "extra" else []
    beside += [i for i in range(at + length, len(words))[:1] if words[i] in _MORE]
    return [*beside, *(i for i, w in enumerate(words) if w in _NEEDED)] if beside else []


def _clock_alone(words: Sequence[str], at: int, *, tied: bool) -> Clock | None:
    """Read a time of the day without the number of minutes after it: «om drie uur 5 minuten later»."""
    found = _clock(words, at, tied=tied)
    last = found.at + found.length - 1 if found else 0
    return _clock(words[:last], at, tied=tied) if found and last > at + 1 and _amount(words, last) else found


def _clock(words: Sequence[str], at: int, *, tied: bool) -> Clock | None:
    role = _ROLES.get(words[at])
    if role is None:
        bare = clock_times.clock_time(words, at)
        return Clock("at", bare[0], at, bare[1]) if bare else None
    found = _after(words, at + 1, "at" if tied else role)
    return Clock(role, found[0], at, found[1] + 1) if found else None


def _after(words: Sequence[str], at: int, role: Role) -> tuple[ClockTime, int] | None:
    """Read the time after a preposition; "from 2 to 3" is no two to three, and "naar 2" may be a room."""
    if role in {"to", "before", "from"} and words[at - 1] != "vanaf":
        found = clock_times.clock_time(words, at)
        if role == "from" and (found is None or "to" in words[at : at + found[1]]):
            alone = clock_times.clock_time(words[at : at + 1], 0, after_preposition=True)
            tied = alone and words[at + 1 : at + 2] and words[at + 1] in {"tot", "to", "until", "till", "en", "and"}
            return alone if tied else found
        return found
    return clock_times.clock_time(words, at, after_preposition=True)


def _spans(words: Sequence[str], clocks: list[Clock]) -> tuple[Clock, ...]:
    """Read "van 14.00 tot 15.00", "14.00-15.00" and "from 2 to 3" as spans, and drop what a time was before."""
    if len(clocks) == 1 and clocks[0].role == "until" and _PUT_OFF & set(words):
        return (replace(clocks[0], role="to"),)
    if len(clocks) != 2:  # noqa: PLR2004 - a span has two times
        return tuple(clocks)
    first, second = clocks
    if words[second.at] == "naar" or (words[second.at] == "to" and _MOVED & set(words)):
        return (replace(first, role="was"), second)
    if words[second.at - 1] in {"wordt", "becomes"}:
        return (second,)
    close = second.at == first.at + first.length
    if close and first.role in {"from", "at"} and second.role in {"until", "at", "to"}:
        return (
            Clock("from", first.time, first.at, first.length),
            Clock("until", second.time, second.at, second.length),
        )
    return (first, second)
