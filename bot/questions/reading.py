"""What the words of one clause say: the consumers take their words, a room, a time, names, and what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.programme.model import Programme
from bot.questions import moments, rooms, topics
from bot.questions.lexicon import Lexicon, sessions_of
from bot.questions.query import Ask, TopicKind, When
from bot.questions.text import fold
from bot.questions.vocabulary import (
    FACTS,
    FILLER,
    GROUPS,
    KINDS,
    KNOWN,
    NAMES,
    RELATIONS,
    SIGNALS,
)

LEAVING: Final = frozenset({"weg", "wegga", "weggaan", "vertrek", "vertrekken", "leave", "go", "stop"})

_SPLIT_SIGNALS: Final = (
    (frozenset({"waar"}), frozenset({"over"}), Ask.ABOUT, False),
    (frozenset({"schrijf", "schrijven"}), frozenset({"in"}), Ask.JOIN, False),
    (frozenset({"geef", "geven"}), frozenset({"op"}), Ask.JOIN, False),
    (frozenset({"duurt", "duren", "lang", "loopt", "lopen"}), frozenset({"nog"}), Ask.RUNNING, False),
    (frozenset({"begint", "beginnen", "start"}), frozenset({"al"}), Ask.RUNNING, False),
    (frozenset({"mis", "missen", "miss"}), LEAVING, Ask.REST, False),
    (frozenset({"kan", "kunnen", "can"}), frozenset({"naar", "bij", "to", "attend"}), Ask.BOTH, False),
    (frozenset({"gaat", "gaan"}), frozenset({"door"}), Ask.CERTAIN, False),
    (frozenset({"waar", "wat"}), frozenset({"voor"}), Ask.MEANING, True),
    (frozenset({"what"}), frozenset({"mean", "means"}), Ask.MEANING, True),
    (frozenset({"who"}), frozenset({"for"}), Ask.AUDIENCE, True),
    (frozenset({"zit", "zitten"}), frozenset({"voor"}), Ask.LEADS, True),
    (frozenset({"volg", "follow"}), frozenset({"meer", "more", "anymore"}), Ask.UNFOLLOW, True),
    (frozenset({"valt", "vallen"}), frozenset({"uit"}), Ask.ABSENT, True),
    (frozenset({"vergaderen", "vergadert", "komen", "komt"}), frozenset({"niet"}), Ask.ABSENT, False),
)
"""Signals whose halves stand apart ("waar gaat Financiën over"); True: the second half ends the question."""

SOCIAL: Final = frozenset({Ask.THANKS, Ask.GREETING, Ask.HELP})


@dataclass(frozen=True)
class Reading:
    """What the consumers took from one clause."""

    words: tuple[str, ...]
    asks: tuple[tuple[Ask, int, int], ...]
    room: rooms.Found
    time: moments.Found
    kinds: tuple[str, ...]
    only_kind: str
    fact: str
    relation: str
    found: topics.Found

    def says(self, ask: Ask) -> bool:
        """Say whether a signal of this was among the words."""
        return any(a is ask for a, _, _ in self.asks)


def read(words: tuple[str, ...], programme: Programme, book: Lexicon, now: datetime, since: datetime | None) -> Reading:
    """Let the consumers take their words of a clause: the room, the time, then names and signals of the rest."""
    room = rooms.find(words, programme)
    unclear = moments.later_than_unsaid(words, since)
    whole = _phrases_first(words) | unclear
    time = moments.find(words, programme, now, room.used | whole, since)
    taken = room.used | time.used | unclear
    kinds = [(k, i, n) for k, i, n in KINDS.found(words, taken)]
    of_kinds = frozenset(i for _, at, n in kinds if n > 1 for i in range(at, at + n))
    named = frozenset(i for _, at, n in NAMES.found(words, taken) for i in range(at, at + n))
    asks = SIGNALS.found(words, taken | of_kinds | named)
    facts = FACTS.found(words, taken)
    groups = GROUPS.found(words, taken)
    weak = frozenset(
        i for spans in (asks, kinds, facts, groups) for _, at, n in spans for i in range(at, at + n)
    ) | frozenset(i for i, w in enumerate(words) if w in KNOWN or w == fold(programme.event.city))
    hint = groups[0][0] if groups else ""
    found = topics.find(words, programme, book, skip=taken, weak=weak, hint=hint)
    relation = next((r for r in RELATIONS.found(words, taken) if _before_a_name(words, r, kinds, found)), None)
    if relation and time.when:
        kinds, relation = [k for k in kinds if k[1] != relation[1] + relation[2]], None
    if relation:
        target = relation[1] + relation[2]
        others = [k for k in kinds if k[1] != target]
        meant = {k for k, at, _ in kinds if at == target}
        apart = [t for t in found.topics if {s.kind for s in sessions_of(programme, book, t)} - meant]
        aside = bool(others or apart or room.room) or any(a in _WITHIN for a, _, _ in asks)
        if relation[0] == "during":
            kinds = [k for k in kinds if k[1] == target] or kinds
        elif len(others) < len(kinds) and aside:
            time = _placed(relation[0], [k for k, at, _ in kinds if at == target], time, programme)
            kinds, relation = others, None
    return Reading(
        words=words,
        asks=tuple(asks) + _split_signals(words, taken),
        room=room,
        time=time,
        kinds=() if found.topics or found.options else tuple(dict.fromkeys(k for k, _, _ in kinds)),
        only_kind=hint,
        fact="coffee"
        if _seeks_coffee(words, asks, kinds, found, programme)
        else _fact(facts[0][0] if facts else "", kinds, named=bool(found.topics) and not found.by_role),
        relation=relation[0] if relation else "",
        found=found,
    )


def _fact(fact: str, kinds: Sequence[tuple[str, int, int]], *, named: bool) -> str:
    """Give the practical matter, unless an item of the day was named; of some items it is asked: what a meal costs."""
    if fact in {"seats", "attendance"}:
        return fact
    of_a_meal = fact in {"diet", "cost"} and {k for k, _, _ in kinds} <= {"lunch", "drinks", "arrival", "break"}
    return fact if not named and (of_a_meal or not kinds) else ""


def _seeks_coffee(
    words: Sequence[str],
    asks: Sequence[tuple[Ask, int, int]],
    kinds: Sequence[tuple[str, int, int]],
    found: topics.Found,
    programme: Programme,
) -> bool:
    """Say whether it is asked where the coffee is, and no place is told of the arrival, which has it."""
    where = any(ask is Ask.WHERE for ask, _, _ in asks) and bool(_COFFEE & set(words))
    named = {kind for kind, _, _ in kinds} - {"arrival"} or any(t.kind is not TopicKind.WORD for t in found.topics)
    return where and not named and not any(s.room for s in programme.sessions if s.kind == "arrival")


_COFFEE: Final = frozenset({"koffie", "coffee"})


def _phrases_first(words: Sequence[str]) -> frozenset[int]:
    """Give the words of greetings of several words, so that "goede middag" is no part of the day."""
    return frozenset(i for ask, at, n in SIGNALS.found(words) if ask in SOCIAL and n > 1 for i in range(at, at + n))


def _split_signals(words: Sequence[str], taken: frozenset[int]) -> tuple[tuple[Ask, int, int], ...]:
    found: list[tuple[Ask, int, int]] = []
    said = set(words)
    for first, last, ask, at_end in _SPLIT_SIGNALS:
        if said.isdisjoint(first) or said.isdisjoint(last):
            continue
        start = next((i for i, w in enumerate(words) if w in first and i not in taken), None)
        if start is not None:
            end = next((i for i, w in enumerate(words) if i > start and w in last and i not in taken), None)
            if end is not None and (not at_end or end == len(words) - 1):
                found.append((ask, start, end - start + 1))
    return tuple(found)


def _before_a_name(
    words: Sequence[str], relation: tuple[str, int, int], kinds: Sequence[tuple[str, int, int]], found: topics.Found
) -> bool:
    """Say whether a name of an item follows, so that "na de lunch" is a time and "na afloop" is not.

    "voor" is before an item of the day, and for a group: "voor de lunch", "voor Veiligheid".
    """
    at = relation[1] + relation[2]
    if at >= len(words):
        return False
    if any(start == at for _, start, _ in kinds):
        return True
    return words[relation[1]] != "voor" and bool(found.topics) and words[at] not in FILLER


_WITHIN: Final = frozenset({Ask.WHO, Ask.LEADS, Ask.FIRST, Ask.LAST, Ask.COUNT, Ask.FREE})
"""What can be asked of the time before or after an item, rather than for the item next to it."""


def _placed(relation: str, kinds: Sequence[str], time: moments.Found, programme: Programme) -> moments.Found:
    """Read "wat doet Fysiek na de lunch" as what is asked, from the end of the item on (or up to its start)."""
    item = next((s for s in programme.sessions if s.kind in kinds), None)
    if item is None or time.when or relation == "during":
        return time
    day = programme.local(item.start).replace(hour=0, minute=0)
    if relation == "after":
        return moments.Found(When("span", item.end or item.start, day + timedelta(days=1)), time.used)
    return moments.Found(When("span", day, item.start), time.used)
