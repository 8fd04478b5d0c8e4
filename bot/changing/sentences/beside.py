"""What stands in a sentence beside the change: greetings at the end, remarks, what was, and who is late."""

from collections.abc import Sequence
from typing import Final

from bot.changing.sentences.acts import ACTS, Act
from bot.changing.sentences.asking import begin
from bot.changing.sentences.clause import clause_of
from bot.changing.sentences.naming import content, in_role, people
from bot.changing.sentences.sentence_words import APOLOGIES, CLOSING, JOINERS, NO_ONE, REMARKS, SAID, STAYS
from bot.changing.sentences.sentence_words import words as words_in
from bot.changing.sentences.targets import Day, named
from bot.programme.model import Programme
from bot.questions import rooms
from bot.questions.text import Token

_WE_DO: Final = words_in(
    "zitten zijn starten beginnen stoppen eindigen vergaderen verhuizen wijken schuiven lopen start begin are move"
)
"""What "we" do of whom a session is."""
_LEAVES: Final = words_in("weg vertrekken vertrekt leave leaves go")
"""That somebody goes."""
_WE_ARE: Final = words_in("starting beginning moving meeting in finishing ending")
"""What follows on "we're", of which the apostrophe went."""


def without_closing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out "Groet, Jan" and "de zaal blijft gelijk" at the end, and that nobody comes instead.

    The last is so when nobody is named.
    """
    words = [t.text for t in tokens]
    end = next((i for i, w in enumerate(words) if w in CLOSING and i), len(words))
    nobody = {i for _, at, n in NO_ONE.found(words) for i in range(at, at + n)}
    if any(a is Act.UNDO for a, _, _ in ACTS.found(words)):
        nobody |= {i for _, at, n in APOLOGIES.found(words) for i in range(at, at + n)}
    end = min(end, _remarks(words[:end]))
    return tuple(t for i, t in enumerate(tokens[:end]) if i not in nobody)


def without_us(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave "we" out of "we zitten straks in zaal 2", where that is the session under discussion."""
    texts = [t.text for t in tokens]
    start = begin(texts)
    after = texts[start + 1 : start + 2]
    ours = texts[start : start + 1] == ["were"] and after and after[0] in _WE_ARE
    if ours or (texts[start : start + 1] in (["we"], ["wij"]) and after and after[0] in _WE_DO):
        return (*tokens[:start], *tokens[start + 1 :])
    return tokens


def _remarks(words: Sequence[str]) -> int:
    """Give where remarks begin that change nothing: «…, link volgt», «… en de zaal blijft gelijk»."""
    end = len(words)
    for start in range(len(words) - 1, 0, -1):
        if words[start] in JOINERS:
            piece = set(words[start + 1 : end]) - JOINERS
            if piece and not (piece <= SAID | REMARKS | STAYS and piece & STAYS):
                break
            end = start
    return end


def without_what_was(tokens: tuple[Token, ...], programme: Programme) -> tuple[Token, ...]:
    """Leave "niet om 15.00 maar" out of "niet om 15.00 maar om 15.30", and ", niet zaal 2" at the end."""
    words = [t.text for t in tokens]
    start = next((i for i, w in enumerate(words) if w in {"niet", "not"}), len(words))
    end = next((i for i in range(start, len(words)) if words[i] in {"maar", "but"}), len(words))
    was = words[start:end]
    if not any(w.isdigit() or w == "zaal" for w in was) and not rooms.find(was, programme).used:
        return tokens
    stays = start > 0 and words[start - 1] in {"kan", "kunnen"} and words[start + 1 : start + 2] == ["in"]
    if stays and "," in was:
        end = start + was.index(",")  # «kan niet in zaal 2 blijven, graag zaal 5»
    if end < len(words):
        return (*tokens[:start], Token("wordt"), *tokens[end + 1 :])
    ends = start > 0 and words[start - 1] in JOINERS and not ACTS.found(was[1:])
    return tokens[: start - 1] if ends else tokens


def without_latecomer(tokens: tuple[Token, ...], day: Day) -> tuple[Token, ...]:
    """Leave "de staatssecretaris komt later" out in front of what follows from it."""
    end = next((i for i, t in enumerate(tokens) if t.text in JOINERS), len(tokens))
    first = clause_of(tokens[:end], day)
    if end == len(tokens) or not first.times.vague or not (first.says(Act.HELD) or _LEAVES & set(first.words)):
        return tokens
    rest = [i for i in range(end) if i not in first.used and first.words[i] not in _LEAVES]
    told = content(first.words, rest, day)
    names = [first.words[i] for i in told]
    if not names or not (people(names, day) or in_role(names, day)):
        return tokens
    after = tokens[end + 1 :]
    clause = clause_of(after, day)
    if named(clause.words, day, skip=clause.used).ways or day.about:
        return after
    return (Token("gesprek"), *(tokens[i] for i in told), *after)  # «…, ends at 15.30» is of the talk with them
