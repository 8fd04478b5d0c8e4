"""One clause of a sentence that changes a day: its words sorted by what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from bot.changing.sentences.acts import ACTS, Act
from bot.changing.sentences.apart import apart
from bot.changing.sentences.said_times import Times, times
from bot.changing.sentences.sentence_words import EVERYTHING, PLURALS, REMAINING, WHOLE_DAY
from bot.changing.sentences.targets import Day
from bot.changing.sentences.typed import as_typed
from bot.questions import moments, rooms
from bot.questions.numbers import number
from bot.questions.text import Token
from bot.questions.vocabulary import DAYS, GROUPS, KINDS, PARTS, WEEKDAYS

Side = Literal["to", "in", "old"]
_PROGRAMME: Final = frozenset({"programma", "programme"})
_VERBS: Final = frozenset({Act.START, Act.END, Act.MOVE, Act.HELD})
_BESIDE: Final = frozenset({"na", "after", "vanaf", "voor", "before"})
_ARTICLES: Final = frozenset({"de", "het", "the"})
_TO: Final = frozenset({"naar", "to", "into"})
_OLD: Final = frozenset({"van", "from", "ipv", "of", "uit"})
_SMALL: Final = frozenset({"de", "het", "the", "in", "een"})
_JOINS: Final = frozenset({"en", "and", "met", "with", "for", "voor", ",", "tegen"})
_NOT: Final = frozenset({"niet", "geen", "not", "no", "nooit", "never", "dont", "doesnt", "isnt"})
_SUCCEEDS: Final = frozenset({"lukken", "lukt"})
_WITH: Final = frozenset({"met", "om", "voor", "with"})
_UNIT: Final = frozenset(
    {"uur", "u", "h", ".", ":", "minuten", "min", "minutes", "over", "voor", "am", "pm", "kwartier"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A room that was said: its slug, or the name of one that is not there; and whether it is where to, or from."""

    room: str | None
    name: str
    side: Side
    at: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause by what they say; ``used`` are the indexes of those that name no session."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    acts: tuple[tuple[Act, int, int], ...]
    places: tuple[Place, ...]
    times: Times
    used: frozenset[int]
    on: date | None = None
    whole: bool = False
    everything: bool = False
    part: bool = False
    instead: bool = False

    def says(self, *acts: Act) -> bool:
        """Say whether one of these is said."""
        return any(a in acts for a, _, _ in self.acts)

    @property
    def denied(self) -> bool:
        """Whether it says what is not so."""
        return any(w in _NOT and i not in self.used for i, w in enumerate(self.words))

    @property
    def fails(self) -> bool:
        """Whether it says that something will not succeed, which is said of much else: «parkeren lukt niet»."""
        return any(_fails(self.words, act) for act in self.acts)

    @property
    def rest(self) -> list[int]:
        """The indexes of the words that may name something."""
        return [i for i in range(len(self.words)) if i not in self.used]

    @property
    def to(self) -> tuple[Place, ...]:
        """The rooms to which something goes: those after "naar", else those not said to be where it was."""
        return tuple(p for p in self.places if p.side == "to") or tuple(p for p in self.places if p.side == "in")

    def typed(self, indexes: Sequence[int]) -> str:
        """Give words as they were typed."""
        return as_typed(self.tokens[i] for i in indexes)


def clause_of(tokens: tuple[Token, ...], day: Day, *, after_end: bool = False) -> Clause:
    """Sort the words of a clause; ``after_end``: the clause before it speaks of the end, and this one has no verb."""
    words = tuple(t.text for t in tokens)
    places, in_rooms = _places(words, day)
    of_kinds = {i for k, at, n in KINDS.found(words) if n > 1 and k != "moving" for i in range(at, at + n)}
    acts = ACTS.found(words, in_rooms | of_kinds)
    old = _instead_of_what_was(words, acts, places, in_rooms)
    acts = [a for a in acts if a[1] not in old]
    acts += apart(words, acts, day)
    of_people = {
        i for a, at, n in acts if a in {Act.TAKES_OVER, Act.ABSENT, Act.OFF, Act.ON} for i in range(at, at + n)
    }
    of_end = (after_end and not any(a in _VERBS for a, _, _ in acts)) or (
        any(a is Act.END for a, _, _ in acts) and not any(a is Act.START for a, _, _ in acts)
    )
    said = times(words, in_rooms | old | of_people, of_end=of_end)
    on_date, in_date = _date(words, day, in_rooms | said.used)
    whole = frozenset(i for _, at, n in WHOLE_DAY.found(words) for i in range(at, at + n))
    everything = frozenset(i for i, w in enumerate(words) if w in EVERYTHING)
    in_parts = frozenset(i for _, at, n in PARTS.found(words, said.used) for i in range(at, at + n))
    acts = [
        a for a in acts if not (_fails(words, a) and (places or said.clocks or _WITH & set(words[a[1] + a[2] :][:1])))
    ]
    in_acts = {i for _, at, n in acts for i in range(at, at + n)}
    return Clause(
        tokens=tokens,
        words=words,
        acts=tuple(acts),
        places=tuple(p for p in places if p.at not in old),
        times=said,
        used=in_rooms | old | said.used | in_date | whole | everything | in_acts | in_parts,
        on=on_date,
        whole=bool(whole) or _today(words, in_acts),
        everything=bool(everything or whole or (_PROGRAMME & set(words) and (said.shift or said.stretch)))
        or _plural(words)
        or _begins_beside(words),
        part=bool(in_parts),
        instead=bool(old),
    )


def _fails(words: Sequence[str], act: tuple[Act, int, int]) -> bool:
    """Say whether this is "gaat niet lukken", said of the room or time that stands beside it."""
    return act[0] is Act.OUT and bool(_SUCCEEDS & set(words[act[1] : act[1] + act[2]]))


def _today(words: Sequence[str], used: set[int]) -> bool:
    left = [w for i, w in enumerate(words) if i not in used and w not in {"helaas", "graag", "dus"}]
    return left in (["vandaag"], ["today"], ["dag"])


def _plural(words: Sequence[str]) -> bool:
    """Say whether all meetings of a kind are meant: «de pijlers een kwartier later»."""
    return any(PLURALS & set(words[at : at + n]) for _, at, n in GROUPS.found(words)) or bool(REMAINING & set(words))


def _places(words: Sequence[str], day: Day) -> tuple[list[Place], frozenset[int]]:
    """Find all rooms, "zaal 2 en 5" and "naar 2" too."""
    left = list(words)
    found: list[Place] = []
    used: set[int] = set()
    while (hit := rooms.find(left, day.programme)).used:
        first, last = min(hit.used), max(hit.used)
        found.append(
            Place(hit.room, hit.unknown or " ".join(words[i] for i in sorted(hit.used)), _side(words, first), first)
        )
        used |= hit.used | ({first - 1} if first and words[first - 1] == "uit" else set())
        for index in hit.used:
            left[index] = ""
        follows = words[last + 1 : last + 3]
        after = words[last + 3] if last + 3 < len(words) else ""
        if len(follows) == 2 and follows[0] in _JOINS and _is_room_number(follows[1], after):  # noqa: PLR2004
            left[last + 2] = ""
            found.append(_numbered(follows[1], last + 2, _side(words, first), day))
            used.add(last + 2)
    for index, word in enumerate(words[:-1]):
        after = words[index + 2] if index + 2 < len(words) else ""
        if (
            (
                word in _TO
                or word == "liever"
                or (word == "in" and not after)
                or (word == "wordt" and "zaal" in words[:index])
            )
            and index + 1 not in used
            and _is_room_number(words[index + 1], after)
            and not _article(words, index + 1)
        ):
            place = _numbered(words[index + 1], index + 1, "to", day)
            if place.room:
                found.append(place)
                used.add(index + 1)
                if index > 1 and words[index - 2] in _OLD and _is_room_number(words[index - 1], word):
                    used |= {index - 2, index - 1}
    return sorted(found, key=lambda p: p.at), frozenset(used)


def _is_room_number(word: str, after: str) -> bool:
    value = number(word)
    return value is not None and 0 < value < 30 and after not in _UNIT  # noqa: PLR2004 - a higher one is no room


def _article(words: Sequence[str], at: int) -> bool:
    """Say whether "een" is no number: «naar een andere zaal»."""
    return words[at] == "een" and at + 1 < len(words) and words[at + 1] not in _JOINS


def _numbered(word: str, at: int, side: Side, day: Day) -> Place:
    hit = rooms.find(("zaal", word), day.programme)
    return Place(hit.room, hit.unknown or f"zaal {word}", side, at)


def _side(words: Sequence[str], at: int) -> Side:
    before = [w for w in words[:at] if w not in _SMALL]
    last = before[-1] if before else ""
    return "to" if last in _TO | {"wordt", "becomes"} else "old" if last in _OLD else "in"


def _instead_of_what_was(
    words: Sequence[str], acts: Sequence[tuple[Act, int, int]], places: Sequence[Place], in_rooms: frozenset[int]
) -> frozenset[int]:
    """Find "in plaats van zaal 2" and "ipv 13.55": what was, and no more."""
    found: set[int] = set()
    for act, at, n in acts:
        after = at + n
        if act is not Act.REPLACES or after >= len(words):
            continue
        follows = words[after + 1] if after + 1 < len(words) else ""
        if any(p.at < at for p in places) and _is_room_number(words[after], follows):
            found |= {*range(at, after), after}  # «zaal 3 ipv 2»
        elif any(p.at in range(after, after + 3) for p in places):
            found |= set(range(at, after)) | {i for i in in_rooms if i >= after}
        else:
            said = times(words[after:], frozenset(), of_end=False)
            if said.clocks and said.clocks[0].at == 0:
                found |= set(range(at, after)) | {after + i for i in said.used}
    return frozenset(found)


def _begins_beside(words: Sequence[str]) -> bool:
    """Say whether what comes after or before an item of the day is meant: «na de lunch 10 minuten later»."""
    kinds = {at for _, at, _ in KINDS.found(words)}
    return any(
        word in _BESIDE and (index + 1 in kinds or (index + 2 in kinds and words[index + 1] in _ARTICLES))
        for index, word in enumerate(words)
    )


def _date(words: Sequence[str], day: Day, skip: frozenset[int]) -> tuple[date | None, frozenset[int]]:
    """Read a day that is named: morgen, vrijdag, 10 februari."""
    said = {i for shift, at, n in DAYS.found(words, skip) if shift for i in range(at, at + n)}
    said |= {i for i, w in enumerate(words) if w in WEEKDAYS and i not in skip}
    if not said:
        return None, frozenset()
    others = frozenset(range(len(words))) - said
    return moments.find(words, day.programme, day.now, others).day, frozenset(said)
