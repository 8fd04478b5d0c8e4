"""Where one change ends and the next begins, with a mark between or none, and all that comes after something."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.changing.sentences.acts import ACTS, Act
from bot.changing.sentences.clause import Clause, clause_of
from bot.changing.sentences.sentence_words import EARLIER, EVERYTHING, JOINERS, LATER, SAID
from bot.changing.sentences.targets import Day, named
from bot.questions.text import Token

_AFTER: Final = frozenset({"daarna", "erna", "hierna", "daarachter"})
_TO: Final = frozenset({"naar", "to", "into", "de", "het", "the"})

_COMPLETE: Final = frozenset(
    {Act.OFF, Act.ON, Act.UNDO, Act.ONLINE, Act.ABSENT, Act.OUT, Act.REPLACED, Act.OTHER_ROOM, Act.COMES, Act.HYBRID}
)


def pieces(tokens: tuple[Token, ...], day: Day) -> list[tuple[Token, ...]]:
    """Divide a sentence into clauses, each of which holds a whole change: at "en" and commas, names left together."""
    if any(a is Act.SWAP for a, _, _ in ACTS.found([t.text for t in tokens])):
        return [tokens]
    cut: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in JOINERS and cut[-1]:
            cut.append([token])
        else:
            cut[-1].append(token)
    found: list[list[Token]] = []
    pending: list[Token] = []
    for piece in cut:
        if found and not pending and _continues(piece):
            found[-1].extend(piece)
            continue
        pending.extend(piece)
        if _complete(pending, day, led=bool(found)):
            found.append(pending)
            pending = []
    if found and pending:
        found[-1].extend(pending)
    elif pending:
        found.append(pending)
    return [tuple(_without_joiner(piece)) for piece in found]


def _without_joiner(piece: list[Token]) -> list[Token]:
    while piece and piece[0].text in JOINERS:
        piece = piece[1:]
    return piece


def _continues(piece: Sequence[Token]) -> bool:
    """Say whether a piece goes on from the one before: «…, Joeri Vig neemt het over», «… en wordt vervangen door»."""
    words = [t.text for t in piece]
    return any(
        a is Act.TAKES_OVER or (a is Act.REPLACED and all(w in JOINERS or w in SAID for w in words[:at]))
        for a, at, _ in ACTS.found(words)
    )


def _complete(piece: Sequence[Token], day: Day, *, led: bool) -> bool:
    """Say whether a piece holds what changes and to what."""
    clause = clause_of(tuple(piece), day)
    words = set(clause.words)
    verb = clause.says(Act.START, Act.END, Act.MOVE, Act.HELD)
    timed = bool(clause.times.clocks) or clause.times.amount
    if any(a in _COMPLETE for a, _, _ in clause.acts):
        return True
    if clause.times.amount and words & (LATER | EARLIER | {"langer", "korter", "uit", "longer", "shorter"}):
        return True
    if any(p.side == "to" for p in clause.places) or clause.times.said("to", "until"):
        return True
    return (verb or led) and (timed or bool(clause.places))


def with_marks(tokens: tuple[Token, ...], day: Day) -> tuple[Token, ...]:
    """Put a mark between "Europa naar zaal 5" and "Duurzaamheid naar zaal 2", where somebody typed none."""
    clause = clause_of(tokens, day)
    to = [p.at for p in clause.places if p.side == "to"]
    if clause.says(Act.SWAP):
        return tokens
    for first, second in reversed(list(pairwise(to))):
        start = next(i for i in range(first + 1, second + 1) if i == second or i not in clause.used)
        end = second
        while end > start and clause.words[end - 1] in _TO:
            end -= 1
        between = clause.words[start:end]
        found = named(between, day, skip=frozenset())
        if found.ways and not (found.unknown or found.asks or set(between) & JOINERS):
            tokens = (*tokens[:start], Token(";"), *tokens[start:])
    return tokens


def with_what_it_follows(tokens: tuple[Token, ...], day: Day) -> tuple[Token, ...]:
    """Read "de lunch loopt uit, alles daarna een kwartier later" as "alles na de lunch een kwartier later"."""
    start = next((i for i, t in enumerate(tokens) if i and t.text in JOINERS), len(tokens))
    rest = tokens[start + 1 :]
    whole = next((i for i, t in enumerate(rest[:3]) if t.text in EVERYTHING), None)
    if whole is None:
        return tokens
    first = clause_of(tokens[:start], day)
    name = _name(first, day)
    vague = first.times.vague and first.says(Act.END)
    after = next((i for i, t in enumerate(rest) if t.text in _AFTER), None)
    if not name or (after is None and not vague):
        return tokens
    if after is not None and first.times.shift and all(t.text in EVERYTHING | _AFTER | SAID for t in rest):
        # «Europa 10 minuten later, alles daarna ook»
        too = (t for t in tokens[:start] if t not in name)
        return (*tokens[: start + 1], Token("alles"), Token("na"), *name, *too)
    at = whole + 1 if after is None else after
    told = (*rest[:at], Token("na"), *name, *rest[at if after is None else at + 1 :])
    return told if vague else (*tokens[: start + 1], *told)


def _name(clause: Clause, day: Day) -> tuple[Token, ...]:
    """Give the words of a clause that name sessions, where they do so in one way."""
    found = named(clause.words, day, skip=clause.used)
    told = [i for i, w in enumerate(clause.words) if i not in clause.used and w not in SAID]
    return clause.tokens[told[0] : told[-1] + 1] if told and len(found.ways) == 1 and not found.unknown else ()
