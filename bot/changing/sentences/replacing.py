"""Who cannot come and who comes instead, in a sentence; why is nobody's business."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from bot.changing.edit import MENTIONED, Edit, EditKind
from bot.changing.sentences.acts import Act
from bot.changing.sentences.naming import content, in_role, name_of, people, tells, typed_name
from bot.changing.sentences.sentence_words import JOINERS, SAID, SPEAKERS
from bot.changing.sentences.sentence_words import words as words_in
from bot.changing.sentences.targets import MOST, Day, named
from bot.changing.sentences.wish import Problem, ProblemKind
from bot.programme.model import Session
from bot.questions.text import Token

_AT: Final = frozenset({"bij", "at", "for", "voor"})
_ENDS: Final = JOINERS | {"?", "door", "by", "with", "neemt", "nemen"}
_TAKES: Final = frozenset({"neemt", "nemen", "takes"})
_COMES: Final = words_in("komt comes opent leidt presenteert vertelt spreekt speaks doet does neemt is wel will")
_PEOPLE: Final = frozenset({Act.ABSENT, Act.OUT, Act.TAKES_OVER, Act.REPLACED, Act.REPLACES, Act.REPLACE})


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that name who cannot come and who comes instead, by their indexes."""

    who: tuple[int, ...] = ()
    instead: tuple[int, ...] = ()
    used: frozenset[int] = field(default=frozenset())
    unclear: bool = False


def speaks_of_people(acts: Sequence[tuple[Act, int, int]]) -> bool:
    """Say whether a clause speaks of somebody who cannot come or is replaced."""
    return any(a in _PEOPLE for a, _, _ in acts)


def replaced(
    clause: Sequence[Token], acts: Sequence[tuple[Act, int, int]], day: Day, skip: frozenset[int]
) -> tuple[tuple[tuple[Edit, ...], ...], Problem | None] | None:
    """Read who cannot come: the ways to understand it, or what is wrong; None when it is about nobody."""
    words = [t.text for t in clause]
    parts = _with_where(words, _parts(words, [a for a in acts if a[0] in _PEOPLE], skip))
    if parts.unclear:
        return (), Problem(kind=ProblemKind.WHICH)
    who, limit, unknown = absentees(clause, parts, day)
    if not who and not unknown:
        who, limit = _unnamed(words, parts, day), ()
    if unknown or not who:
        problem = ProblemKind.UNKNOWN_SPEAKER if unknown else ProblemKind.WHICH
        return ((), Problem(kind=problem, words=unknown)) if unknown or parts.instead else None
    instead = name_of(clause, parts.instead, day)
    ways: list[tuple[Edit, ...]] = []
    for names in who:
        edits = tuple(
            Edit(kind=EditKind.SPEAKER, keys=keys, name=name, instead=instead)
            for name in names
            if (keys := tuple(s.key for s in takes_part(name, day, limit)))
        )
        if edits:
            ways.append(edits)
    if not ways:
        return (), Problem(kind=ProblemKind.WHICH, words=", ".join(who[0]))
    return tuple(ways), None


def _with_where(words: Sequence[str], parts: Parts) -> Parts:
    """Take "bij Veiligheid" from the name of who comes: it says where that is."""
    at = next((i for i in parts.instead[1:] if words[i] in _AT), None)
    if at is None:
        return parts
    where = tuple(i for i in parts.instead if i >= at)
    return replace(parts, who=(*parts.who, *where), instead=tuple(i for i in parts.instead if i < at))


def takes_part(name: str, day: Day, limit: tuple[Session, ...]) -> tuple[Session, ...]:
    """List the sessions still to come in which somebody has a part; only those in ``limit`` if there are any."""
    has = [
        s
        for s in day.programme.sessions
        if s.goes_ahead and any(p.name == name and p.part != MENTIONED for p in s.speakers)
    ]
    return day.to_come(s for s in has if not limit or s in limit)


def _parts(words: Sequence[str], acts: Sequence[tuple[Act, int, int]], skip: frozenset[int]) -> Parts:
    """Find the names around "neemt het over", "wordt vervangen door" and "in plaats van"."""
    used = {i for _, at, n in acts for i in range(at, at + n)} | skip
    for act, at, n in acts:
        left, right = _run(words, at - 1, -1, used), _run(words, at + n, 1, used)
        if act is Act.REPLACED:
            others = tuple(i for i in range(len(words)) if i not in used and i not in right)
            before = tuple(i for i in range(at) if i not in used)
            return Parts(before if left else others, right, frozenset(used), unclear=_goes_on(words, right, used))
        if act is Act.REPLACE:
            by = next((i for i in range(at + n, len(words)) if words[i] in {"door", "by", "with"}), len(words))
            return Parts(tuple(range(at + n, by)), _run(words, by + 1, 1, used), frozenset(used))
        if act is Act.REPLACES or (act is Act.TAKES_OVER and list(words[at : at + n]) == ["vervangt"]):
            parts = _replacing(words, left, right, used)
            return replace(parts, unclear=_goes_before(words, parts.instead, used))
        if act is Act.TAKES_OVER:
            from_ = at + n < len(words) and words[at + n] in {"van", "from", "of", "voor", "for"}
            of = _run(words, at + n + 1, 1, used) if from_ else ()
            takes = max((i for i in range(at) if words[i] in _TAKES), default=0)
            if takes and (not left or words[left[0]] in _AT):
                left = _run(words, takes - 1, -1, used)  # «Vig neemt bij Veiligheid de plaats in»
            instead = left or (() if from_ else right)
            rest = tuple(i for i in range(len(words)) if i not in used and i not in instead and i not in of)
            return Parts(of or rest, instead, frozenset(used), unclear=_goes_before(words, instead, used))
    return _and_comes(words, acts, used)


def _goes_before(words: Sequence[str], run: tuple[int, ...], used: set[int]) -> bool:
    """Say whether somebody else is named before with "en": two who come instead of one cannot be written."""
    at = run[0] - 1 if run else 0
    return at > 0 and words[at] in {"en", "and"} and at - 1 not in used and tells(words[at - 1])


def _goes_on(words: Sequence[str], run: tuple[int, ...], used: set[int]) -> bool:
    """Say whether somebody else is named after with "en"."""
    at = run[-1] + 1 if run else len(words)
    return at + 1 < len(words) and words[at] in {"en", "and"} and at + 1 not in used and tells(words[at + 1])


def _replacing(words: Sequence[str], left: tuple[int, ...], right: tuple[int, ...], used: set[int]) -> Parts:
    """Read "Vig in plaats van Vrolijk" and "in plaats van Vrolijk komt Vig"."""
    if not left:
        verb = next((i for i in right if words[i] in _COMES), None)
        if verb is not None:
            return Parts(
                tuple(i for i in right if i < verb), tuple(i for i in right if i > verb), frozenset(used | {verb})
            )
    return Parts(right, left, frozenset(used))


def _and_comes(words: Sequence[str], acts: Sequence[tuple[Act, int, int]], used: set[int]) -> Parts:
    """Read "Vrolijk is verhinderd, Vig komt": who is named last comes; else all the words name who cannot."""
    rest = [i for i in range(len(words)) if i not in used]
    if acts:
        end = acts[-1][1] + acts[-1][2]
        while end < len(words) and words[end] in SAID and words[end] not in JOINERS | _COMES:
            end += 1  # «is ziek thuis, Gerritsen doet de opening»
        verb = next((i for i in range(end, len(words)) if words[i] in _COMES or _chairs(words, i)), None)
        if verb is not None and verb > end and words[end] in JOINERS:
            instead = _run(words, verb - 1, -1, used)
            if instead:
                return Parts(tuple(i for i in rest if i < end), instead, frozenset(used))
        if end < len(words) and words[end] in JOINERS and any(tells(words[i]) for i in rest if i >= end):
            return Parts(unclear=True)  # «Vrolijk is ziek, Vig»: who is named after it may be ill too, or come
    return Parts(tuple(rest), (), frozenset(used))


def _chairs(words: Sequence[str], at: int) -> bool:
    return words[at] == "zit" and words[at + 1 : at + 2] == ["voor"]


def _run(words: Sequence[str], at: int, step: int, used: set[int]) -> tuple[int, ...]:
    found: list[int] = []
    while 0 <= at < len(words) and words[at] not in _ENDS and at not in used:
        found.append(at)
        at += step
    found.sort()
    return tuple(found) if any(words[i] not in SAID for i in found) else ()


def absentees(
    clause: Sequence[Token], parts: Parts, day: Day
) -> tuple[tuple[tuple[str, ...], ...], tuple[Session, ...], str]:
    """Give the ways to understand who cannot come, the sessions named beside them, and a name that nobody has."""
    everyone: list[tuple[str, ...]] = []
    limit: list[Session] = []
    for run in divided(clause, parts.who):
        words = tuple(t.text if i in run else "" for i, t in enumerate(clause))
        told = content(words, run, day)
        if not told:
            continue
        persons = people([words[i] for i in told], day) or in_role([words[i] for i in told], day)
        if persons:
            everyone.append(persons)
            continue
        bare = tuple("" if w in SPEAKERS else w for w in words)
        found = named(bare, day, skip=frozenset(range(len(clause))) - set(run))
        persons = tuple(name for name in found.people if not name.startswith("@"))
        if persons and not found.unknown and not found.asks:
            everyone.append(persons)
            limit += [s for way in found.ways[:1] for s in way]
        elif found.ways and not found.unknown and not found.asks and len(found.ways) == 1:
            limit += found.ways[0]
        else:
            return (), (), typed_name(clause, told)
    if not everyone:
        return (), tuple(limit), ""
    return tuple(product(*everyone))[:MOST], tuple(limit), ""


def divided(clause: Sequence[Token], indexes: tuple[int, ...]) -> list[list[int]]:
    """Take names apart at "en" and commas, and at "bij" and "van", after which a session is named."""
    runs: list[list[int]] = [[]]
    for index in indexes:
        word = clause[index].text
        if word in JOINERS or word in _AT | {"from"}:
            runs.append([])
        else:
            runs[-1].append(index)
    return [run for run in runs if run]


def _unnamed(words: Sequence[str], parts: Parts, day: Day) -> tuple[tuple[str, ...], ...]:
    """Read "de spreker van Woningmarkt": whoever speaks there."""
    if not SPEAKERS & set(words):
        return ()
    left = frozenset(range(len(words))) - set(parts.who)
    found = named([w if w not in SPEAKERS else "" for w in words], day, skip=left)
    sessions = found.ways[0] if found.ways else ((day.about,) if day.about else ())
    return tuple((p.name,) for s in sessions for p in s.speakers if p.name and p.part != MENTIONED)
