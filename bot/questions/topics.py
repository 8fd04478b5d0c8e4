"""What a question is about: the names that its words point at, weighed against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.programme.model import GroupKind, Programme
from bot.questions.lexicon import ROLE, SMALL, TEXT, Lexicon, sessions_of
from bot.questions.query import Topic, TopicKind
from bot.questions.spelling import stem
from bot.questions.vocabulary import FILLER, KNOWN

_NEAR_TIE: Final = 0.97
_WEAK: Final = 0.12
"""What a word that also carries a question ("start", "opening") adds to a name that is pointed at anyway."""
_EXTENDED: Final = 0.8
_HINT: Final = 1.25
_HALF: Final = 0.5
_LONG: Final = 5
"""Letters from which a word can be the beginning of a name that is meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """The topics meant together, or the options of which one is meant; ``unknown`` words explain nothing.

    ``by_role``: nothing but the roles and organisations of people pointed at these topics.
    ``by_title``: only their titles did ("burgemeester"), which somebody else may have too.
    """

    topics: tuple[Topic, ...] = ()
    options: tuple[Topic, ...] = ()
    unknown: tuple[int, ...] = ()
    by_role: bool = False
    by_title: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    topic: Topic
    score: float
    completeness: float
    covers: frozenset[int]
    tier: float


def find(
    words: Sequence[str], programme: Programme, book: Lexicon, *, skip: frozenset[int], weak: frozenset[int], hint: str
) -> Found:
    """Weigh the words that are not in ``skip``; those in ``weak`` only support a name that others point at.

    ``hint`` is the kind of group that was said ("pijler", "themagroep"), or empty.
    """
    open_words = [i for i, w in enumerate(words) if i not in skip and w.isalnum()]
    surnames = _surnames(words, book)
    strong = [i for i in open_words if i in surnames or (i not in weak and words[i] not in FILLER)]
    topics: list[Topic] = []
    covered: set[int] = set()
    tiers: set[float] = set()
    while remaining := [i for i in strong if i not in covered]:
        hits = _weighed(words, programme, book, at=open_words, strong=frozenset(remaining), hint=hint)
        best = _best(hits, programme, book) if hits else []
        while (
            best and _is_by_chance(best[0], programme, book) and _unknown(words, strong, covered | best[0].covers, book)
        ):
            hits = [h for h in hits if h.topic != best[0].topic]
            best = _best(hits, programme, book) if hits else []
        if not best:
            break
        if (
            len(best) > 1
            and all(h.topic.kind is TopicKind.PERSON for h in best)
            and _same_sessions(best, programme, book)
        ):
            topics += [h.topic for h in best]
            tiers |= {h.tier for h in best}
            covered |= best[0].covers
            continue
        if len(best) > 1:
            if not topics:
                return Found(options=tuple(h.topic for h in best), unknown=_unknown(words, strong, covered, book))
            break
        if topics and best[0].tier <= ROLE and not _shares(best[0].topic, topics, programme, book):
            covered |= best[0].covers  # "minister Hugo de Jonge": a role of somebody else says nothing more
            continue
        topics.append(best[0].topic)
        tiers.add(best[0].tier)
        covered |= best[0].covers
    if not topics:
        return _in_texts(words, strong, book)
    return Found(
        topics=_together(topics, programme),
        unknown=_unknown(words, strong, covered, book),
        by_role=tiers == {ROLE},
        by_title=tiers == {ROLE} and {stem(words[i]) for i in covered} <= book.titles,
    )


def _is_by_chance(hit: _Hit, programme: Programme, book: Lexicon) -> bool:
    """Say whether half a name points at a group that is not there: "holiday parks" at that of "business parks"."""
    return hit.completeness <= _HALF and not sessions_of(programme, book, hit.topic)


def _surnames(words: Sequence[str], book: Lexicon) -> frozenset[int]:
    """Find surnames such as "ter Haar", whose words by themselves carry nothing."""
    return frozenset(
        at + n - 1 for at in range(len(words)) for n in (2, 3) if tuple(words[at : at + n]) in book.surnames
    )


def _weighed(
    words: Sequence[str], programme: Programme, book: Lexicon, *, at: Sequence[int], strong: frozenset[int], hint: str
) -> list[_Hit]:
    points: dict[int, dict[int, float]] = {}
    matched: dict[int, set[str]] = {}
    for index in at:
        for found, quality in _forms(words[index], book):
            weight = quality * (book.weight(found) if index in strong else _WEAK)
            for position in book.index.get(found, ()):
                per_word = points.setdefault(position, {})
                per_word[index] = max(per_word.get(index, 0.0), weight)
                matched.setdefault(position, set()).add(found)
    best: dict[Topic, _Hit] = {}
    for position, per_word in points.items():
        covers = frozenset(per_word) & strong
        if not covers:
            continue
        name = book.names[position]
        score = sum(per_word.values()) * name.tier * _hinted(name.topic, programme, hint)
        completeness = len(matched[position]) / max(1, len(set(name.stems)))
        hit = _Hit(name.topic, score, completeness, covers, name.tier)
        known = best.get(name.topic)
        if known is None or (hit.score, hit.completeness) > (known.score, known.completeness):
            best[name.topic] = hit
    return list(best.values())


def _forms(word: str, book: Lexicon) -> list[tuple[str, float]]:
    """Give the stems a word may stand for: itself, else what begins with it."""
    base = stem(word)
    if book.is_by_chance(word):
        return []
    if base in book.index:
        if len(base) < _LONG:
            return [(base, 1.0)]
        # "duurzaam" stands in a long name, and is nearly the whole of another one.
        return [(base, 1.0), *((whole, 1.0) for whole in book.whole if whole.startswith(base) and whole != base)]
    if word in KNOWN:
        return []
    return [(stem(longer), _EXTENDED) for longer in book.strong.extensions(word) if stem(longer) in book.index]


def _hinted(topic: Topic, programme: Programme, hint: str) -> float:
    if not hint:
        return 1.0
    if topic.kind is TopicKind.GROUP:
        kind = programme.group_by_slug[topic.key].kind.value
    elif topic.kind is TopicKind.SESSION:
        kind = programme.session_by_key[topic.key].kind
    else:
        return 1.0
    return _HINT if kind == hint else 1.0


def _best(hits: list[_Hit], programme: Programme, book: Lexicon) -> list[_Hit]:
    """Give the best hit, or all that are as good and stand for other sessions."""
    ordered = sorted(hits, key=lambda h: (-h.score, -h.completeness, _rank(h.topic), h.topic))
    top = ordered[0]
    ties = [h for h in ordered if h.score >= top.score * _NEAR_TIE and h.covers == top.covers]
    complete = max(h.completeness for h in ties)
    ties = [h for h in ties if h.completeness >= complete - 0.25]
    chosen: list[_Hit] = []
    seen: list[frozenset[str]] = []
    for hit in ties:
        keys = frozenset(s.key for s in sessions_of(programme, book, hit.topic))
        together = hit.topic.kind is TopicKind.PERSON and all(c.topic.kind is TopicKind.PERSON for c in chosen)
        if any(keys <= other for other in seen) and not together:
            continue
        chosen.append(hit)
        seen.append(keys)
    return chosen


def _same_sessions(hits: list[_Hit], programme: Programme, book: Lexicon) -> bool:
    return len({tuple(s.key for s in sessions_of(programme, book, h.topic)) for h in hits}) == 1


def _shares(topic: Topic, topics: list[Topic], programme: Programme, book: Lexicon) -> bool:
    keys = {s.key for s in sessions_of(programme, book, topic)}
    return any(keys & {s.key for s in sessions_of(programme, book, t)} for t in topics)


def _rank(topic: Topic) -> int:
    order = (TopicKind.GROUP, TopicKind.SESSION, TopicKind.PERSON, TopicKind.MENTION, TopicKind.WORD, TopicKind.KIND)
    return order.index(topic.kind)


def _together(topics: list[Topic], programme: Programme) -> tuple[Topic, ...]:
    """Leave out a topic that only describes another: the pijler of the themagroep that was named with it."""
    kept: list[Topic] = []
    for topic in topics:
        if topic.kind is TopicKind.GROUP and programme.group_by_slug[topic.key].kind is GroupKind.PIJLER:
            members = {g.slug for g in programme.themagroepen_of(topic.key)}
            if any(t.kind is TopicKind.GROUP and t.key in members for t in topics):
                continue
        kept.append(topic)
    return tuple(dict.fromkeys(kept))


def _unknown(words: Sequence[str], strong: Sequence[int], covered: set[int], book: Lexicon) -> tuple[int, ...]:
    """Give the words beside a name that nothing explains; the small words of a name explain themselves."""
    left = (i for i in strong if i not in covered and not words[i].isdigit() and words[i] not in SMALL)
    return tuple(i for i in left if not book.knows(words[i]))


def _in_texts(words: Sequence[str], strong: Sequence[int], book: Lexicon) -> Found:
    """Look the words up in the texts; the topic is the rarest words that share a session."""
    hits: dict[str, set[int]] = {}
    for index in strong:
        base = stem(words[index])
        bases = [base] if base in book.texts else [stem(w) for w in book.every.extensions(words[index])]
        for found in bases:
            if found in book.texts:
                hits.setdefault(found, set()).add(index)
    unknown = tuple(i for i in strong if not any(i in found for found in hits.values()) and not words[i].isdigit())
    if not hits or len(unknown) > len(strong) - len(unknown):
        return Found(unknown=tuple(i for i in strong if not words[i].isdigit()) if unknown else ())
    totals: dict[str, float] = {}
    for found in hits:
        for key in book.texts[found]:
            totals[key] = totals.get(key, 0.0) + TEXT / len(book.texts[found]) ** 0.5
    most = max(totals.values())
    keys = {key for key, total in totals.items() if total >= most * _NEAR_TIE}
    topics = tuple(Topic(TopicKind.WORD, found) for found in hits if book.texts[found] & keys)
    return Found(topics=topics, unknown=unknown)
