"""Verbs of a change that stand apart: «gaat … door», «streep … door», «kan … niet»; and "geen" in front."""

from collections.abc import Sequence
from typing import Final

from bot.changing.sentences.acts import Act
from bot.changing.sentences.sentence_words import JOINERS
from bot.changing.sentences.sentence_words import words as words_in
from bot.changing.sentences.targets import Day, named

Acts = Sequence[tuple[Act, int, int]]
_NOT: Final = words_in("niet geen not no nooit never dont doesnt isnt")
_STRIKES: Final = (
    ("streep", "door"), ("haal", "eraf"), ("gelast", "af"), ("gelasten", "af"), ("blaas", "af"), ("blazen", "af"),
    ("zeg", "af"), ("zeggen", "af"), ("haal", "weg"), ("haal", "eruit"), ("haal", "uit"), ("schrap", "uit"),
)  # fmt: skip
"""Verbs and particles that strike a session out."""
_CLOSES: Final = (("rond", "af"), ("rondt", "af"), ("ronden", "af"), ("sluit", "af"), ("sluiten", "af"))
"""Verbs and particles with which a session ends."""
_TURNS: Final = (("zet", "om"), ("draai", "om"), ("gooi", "om"), ("wissel", "om"), ("ruil", "om"))
_TAKES_BACK: Final = (("neem", "terug"), ("draai", "terug"), ("zet", "terug"), ("haal", "terug"), ("maak", "ongedaan"))
_NOT_BEFORE: Final = (("pas", "om"), ("pas", "vanaf"), ("pas", "rond"), ("only", "at"), ("not", "until"))
_COMING: Final = words_in("komt komen kan kunnen")
_SPEAKS: Final = words_in("spreekt presenteert vertelt speaks presents")
_BEFORE_NONE: Final = words_in("er is komt zijn komen vandaag vanmiddag helaas there will be today")
_BUT: Final = frozenset({"maar", "but", "wel", "meer"})
_TASKS: Final = frozenset(
    {"doen", "komen", "halen", "zijn", "spreken", "presenteren", "leiden", "openen", "geven", "verzorgen", "houden"}
)


def apart(words: Sequence[str], acts: Acts, day: Day) -> list[tuple[Act, int, int]]:
    """Find what the words of a clause do beyond the phrases in ``acts``, as Dutch takes its verbs apart."""
    if not words:
        return []
    found = _goes_ahead(words, acts) + _cannot(words, acts) + _takes_over(words, acts) + _struck_out(words, acts)
    found += _comes_after_all(words, (*acts, *found))
    found += _not_before(words, (*acts, *found))
    found += _speaks_too(words, (*acts, *found))
    return found + _none(words, (*acts, *found), day)


def _goes_ahead(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "gaat … door", apart as a Dutch verb may be; with "niet" between it is found as a phrase."""
    if any(a in {Act.OFF, Act.ON, Act.REPLACED, Act.REPLACE} for a, _, _ in acts):
        return []
    goes = next((i for i, w in enumerate(words) if w in {"gaat", "gaan"}), None)
    if goes is None or words[-1] != "door" or _NOT & set(words[goes:]):
        return []
    return [(Act.ON, len(words) - 1, 1)]


def _struck_out(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "streep Europa door" and "zeg de borrel af", apart as a Dutch verb may be; and "geen borrel" in front."""
    if any(a in {Act.OFF, Act.SWAP, Act.UNDO} for a, _, _ in acts):
        return []
    for act, pairs in ((Act.OFF, _STRIKES), (Act.END, _CLOSES), (Act.SWAP, _TURNS), (Act.UNDO, _TAKES_BACK)):
        for verb, particle in pairs:
            if verb in words and words[-1] == particle:
                return [(act, words.index(verb), 1), (act, len(words) - 1, 1)]
    return []


def _comes_after_all(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "komt morgen toch" and "kan bij nader inzien toch wel", apart as a Dutch verb may be."""
    end = next((i for i, w in enumerate(words) if w in JOINERS and i), len(words))
    length = 2 if words[end - 1] == "wel" else 1
    verb = next((i for i, w in enumerate(words[:end]) if w in _COMING), None)
    after_all = end > length and words[end - length] in {"toch", "alsnog"}
    if verb is None or not after_all or _NOT & set(words[:end]) or any(a is not Act.HELD for a, _, _ in acts):
        return []
    return [(Act.COMES, verb, 1), (Act.COMES, end - length, length)]


def _not_before(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "Duurzaamheid pas om 15.10" as when that begins, unless it says of what else that is."""
    if any(a is not Act.HELD for a, _, _ in acts):
        return []
    return [
        (Act.START, i, 1)
        for i, w in enumerate(words[:-1])
        if (w, words[i + 1]) in _NOT_BEFORE and words[i - 1 : i] != ("er",)
    ]


def _speaks_too(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "ook Els Visser presenteert"."""
    if acts or "ook" not in words:
        return []
    verb = next((i for i, w in enumerate(words) if w in _SPEAKS), None)
    return [] if verb is None else [(Act.JOINS, words.index("ook"), 1), (Act.JOINS, verb, 1)]


def _cannot(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "kan vandaag niet" and "is er vandaag niet", with which somebody says that a person does not come."""
    used = {i for _, at, n in acts for i in range(at, at + n)}
    for index, word in enumerate(words):
        last = index + 1 == len(words) or words[index + 1] in JOINERS
        task = _what_one_cannot(words, index + 1)
        if word == "niet" and (last or task) and index not in used:
            before = words[:index]
            if {"kan", "kunnen", "komt", "komen"} & set(before) or ("er" in before and {"is", "zijn"} & set(before)):
                return [(Act.ABSENT, index, 1 + task)]
        if word in {"uit", "weg"} and last and index not in used and {"valt", "vallen"} & set(words[:index]):
            falls = next(i for i, w in enumerate(words) if w in {"valt", "vallen"})
            return [(Act.OUT, falls, 1), (Act.OUT, index, 1)]
    return []


def _what_one_cannot(words: Sequence[str], at: int) -> int:
    """Give how many words from one on say what cannot be done, before the end of what is said: «bij zijn»."""
    length = 2 if words[at : at + 1] and words[at] in {"bij", "aanwezig"} else 1
    end = at + length
    is_task = end <= len(words) and words[end - 1] in _TASKS
    return length if is_task and (end == len(words) or words[end] in JOINERS) else 0


def _takes_over(words: Sequence[str], acts: Acts) -> list[tuple[Act, int, int]]:
    """Read "neemt Joeri Vig het over", apart as a Dutch verb may be."""
    if any(a is Act.TAKES_OVER for a, _, _ in acts):
        return []
    takes = next((i for i, w in enumerate(words) if w in {"neemt", "nemen"}), len(words))
    over = next((i for i in range(takes, len(words)) if words[i] == "over"), None)
    return [] if over is None else [(Act.TAKES_OVER, over, 1), (Act.HELD, takes, 1)]


def _none(words: Sequence[str], acts: Acts, day: Day) -> list[tuple[Act, int, int]]:
    """Read "geen borrel vandaag" and "er is geen sessie over Europa", where something of the day is named."""
    at = next((i for i, w in enumerate(words) if w in {"geen", "no"}), None)
    if at is None or set(words[:at]) - _BEFORE_NONE or _BUT & set(words) or any(a is not Act.HELD for a, _, _ in acts):
        return []
    found = named(words, day, skip=frozenset(range(at + 1)))
    return [(Act.OFF, at, 1)] if found.ways and not (found.unknown or found.asks or found.by_person) else []
