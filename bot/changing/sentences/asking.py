"""Whether a sentence asks rather than changes: word order, question words, and who it speaks of."""

from collections.abc import Sequence
from typing import Final

from bot.changing.sentences.acts import ACTS, Act
from bot.changing.sentences.asking_words import (
    ASKING,
    DECIDES,
    DOES,
    INTENDS,
    LEADING,
    ME,
    PASSES_ON,
    REGRETS,
    TAGS,
    VERBS,
)
from bot.changing.sentences.sentence_words import SPEAKERS
from bot.questions.clock_times import CLOCK_WORDS
from bot.questions.vocabulary import DAYS

_SOMEWHAT: Final = frozenset({"later", "eerder", "vroeger", "langer", "korter", "uitgesteld"})
_OF: Final = frozenset(
    ["instead", "rest", "place", "end", "start", "because", "out", "chair", "speaker", "all", "one", "both", "room",
     "rooms", "speakers", "remainder", "quarter", "beginning"]
)  # fmt: skip
"""English words before "of", which in Dutch asks or doubts."""
_ENDS: Final = frozenset({".", "!", ";", ",", "\n"})
_IT: Final = frozenset(
    {"dat", "die", "het", "deze", "dit", "it", "that", "this", "hij", "zij", "ze", "he", "she", "er"}
)
_WITH_IT: Final = frozenset(
    {"gaat", "is", "begint", "wordt", "komt", "start", "vervalt", "zit", "eindigt", "duurt", "will"}
)
_THAT: Final = frozenset({"dat", "die", "deze", "dit", "het", "that"})
_WE: Final = frozenset({"we", "wij"})
_NOUNS: Final = frozenset({"session", "sessions", "meeting", "drinks", "lunch", "talk"})
_COMES: Final = frozenset({"komt", "komen", "kan", "kunnen", "er"})
"""Words after which "toch" says that somebody comes after all: «Mike Vrolijk komt toch»."""
_MAY: Final = frozenset({"kan", "kunnen", "mag", "mogen", "can", "could"})
_SOMEBODY: Final = frozenset({"iemand", "somebody", "someone", "anybody", "anyone"})
_TOWARDS: Final = frozenset({"naar", "to"})
_THEN: Final = frozenset({"dan", "nu", "straks", "now", "then", "daarom", "daardoor", "vanmiddag", "vanochtend"})


def intends(words: Sequence[str]) -> int:
    """Give how many words say that somebody changes the programme or asks for that: «kun je … verplaatsen»; else 0."""
    start = begin(words)
    if start == len(words):
        return 0
    passes = PASSES_ON.at(words, start)
    if passes and not ME & set(words[start + passes[1] :]):
        return start + passes[1]
    found = INTENDS.at(words, start)
    if found and DOES & set(words[start:]):
        return start + found[1]
    if _may_it(words, start):
        return start + 1 + (words[start + 1] in _SOMEBODY)
    # «we stoppen Veiligheid om 12.25»
    return start + 1 if words[start] in _WE and words[start + 1 : start + 2] and words[start + 1] in DECIDES else 0


def _may_it(words: Sequence[str], start: int) -> bool:
    """Say whether «kan Veiligheid naar zaal 3» asks for a change; with a question mark it asks whether that is so."""
    rest = set(words[start + 1 :])
    return words[start] in _MAY and not rest & (ME | ASKING | _IT | {"?"}) and bool(rest & (DOES | _TOWARDS))


def begin(words: Sequence[str]) -> int:
    """Give the index of the first word that is no greeting, announcement or mark."""
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        # «dag vervalt» is no greeting, and «no session on Europe» no answer.
        if (
            word not in LEADING
            or (word == "dag" and after in ACTS.by_first)
            or (word == "no" and after in _NOUNS)
            or (word == "let" and after != "op")
            or (word == "op" and words[index - 1 : index] != ["let"])
        ):
            return index
    return len(words)


def asks(words: Sequence[str], *, bare: bool) -> bool:
    """Say whether words are a question or talk.

    A question word, a verb in front or a question mark asks: «gaat Europa niet door», «Europa gaat niet door?».
    «Europa gaat niet door» changes. With ``bare`` a session is under discussion and "gaat niet door" is about that.
    """
    start = begin(words)
    said = [w for i, w in enumerate(words) if not _cut_short(words, i) and not _decides(words, i, start)]
    if not words[start:] or _wonders(words[intends(words) :]):
        return True
    if intends(words):
        return "?" in words and words[start] not in VERBS  # «kun je … verplaatsen?» asks for it; «ik hoor dat …?» asks
    if "?" in words or ME & set(said) or words[start] == "ill":
        return True
    return _verb_first(words, start, bare=bare) or _turns(words, start)


def _cut_short(words: Sequence[str], at: int) -> bool:
    """Say whether a letter is that of "13u55" or "i.p.v.", and nobody."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return (words[at] == "u" and at > 0 and words[at - 1].isdigit()) or (words[at] == "i" and after in {"p", "v"})


def _decides(words: Sequence[str], at: int, start: int) -> bool:
    """Say whether "we" after a verb is who makes the programme: «Europa doen we digitaal»."""
    before = words[at - 1] if at - 1 > start else ""
    return words[at] in _WE and (before in DECIDES or (before == "gaan" and bool(DECIDES & set(words[at:]))))


def _wonders(words: Sequence[str]) -> bool:
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        if (
            word in ASKING
            and not (word == "wat" and after in _SOMEWHAT)
            and not ((word == "of" and before in _OF) or (word == "waar" and before == "neemt"))
            and not (word == "als" and after in SPEAKERS | {"extra"})
        ):
            return True
    if any(w in REGRETS and words[i + 1 : i + 2] in (["dat"], ["that"], ["to"]) for i, w in enumerate(words)):
        return True
    if "stel" in words and "uit" not in words:
        return True  # «stel dat Europa niet doorgaat»
    last = [w for w in words if w not in _ENDS]
    return bool(last) and last[-1] in TAGS and not (last[-1] == "toch" and last[-2:-1] and last[-2] in _COMES)


def _verb_first(words: Sequence[str], start: int, *, bare: bool) -> bool:
    if not leads_with_verb(words):
        return False
    following = words[start + 1] if start + 1 < len(words) else ""
    # «gaat niet door», «begint om 14.00»: nobody is named, so it is said of what one talks of.
    return not bare or following in _IT


def leads_with_verb(words: Sequence[str]) -> bool:
    """Say whether a verb comes first; in «start Veiligheid 5 minuten uitstellen» that is a noun."""
    first = words[begin(words)]
    return first in VERBS and not (first in {"start", "begin"} and DOES & set(words))


def _turns(words: Sequence[str], start: int) -> bool:
    """Say whether a question follows what it is about: «Veiligheid, gaat dat door»."""
    for index in range(start + 1, len(words) - 1):
        before, verb, after = words[index - 1 : index + 2]
        apart = before in _ENDS and verb in VERBS and after in _IT
        if (apart or (verb in _WITH_IT and after in _THAT and not _is_of_time(before))) and not any(
            a is not Act.HELD for a, _, _ in ACTS.found(words[start:index])
        ):
            return True
    return False


def _is_of_time(word: str) -> bool:
    """Say whether a verb after this word is in its place in a statement: «om 14.00 begint het»."""
    return word.isdigit() or word in CLOCK_WORDS or word in DAYS.words or word in _THEN
