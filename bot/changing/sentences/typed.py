"""The words of a sentence that changes a day: typing mistakes put right, each with how it was typed."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import OSA

from bot.changing.sentences.asking_words import ASKING, DECIDES, DOES, INTENDS, LEADING, ME, PASSES_ON, VERBS
from bot.changing.sentences.sentence_words import WORDS
from bot.questions.clauses import known, meant
from bot.questions.lexicon import Lexicon
from bot.questions.spelling import speller
from bot.questions.text import Token, tokens
from bot.questions.vocabulary import KNOWN

_STOP: Final = re.compile(
    r"(?<=[a-z]{4})[.] +(?=\w)|(?<=[a-z]{3})(?<!min)(?<!dhr)(?<!drs)(?<!mrs)[.] +(?=[A-Z])|(?<=\d)[.] +(?=[A-Z])"
    r"|(?<![Vv]ervanger)[–—:] +(?=[A-Za-z])|\n+"
)
"""The end of a sentence or line, or a colon or dash before words; the tokens have no point but between digits."""
_ARROW: Final = re.compile(r"(?:[-=–—]+>|→|➔|⇒)")
_TIGHT: Final = re.compile(r" ([.:]) ")
_SHORT: Final = {
    "nt": "niet",
    "nie": "niet",
    "ni": "niet",
    "zn": "zijn",
    "gecanceled": "gecanceld",
    "stas": "staatssecretaris",
}
"""How words are cut short in a hurry."""
_SHORTEST_PAIR: Final = 6
_PLAIN: Final = WORDS | ASKING | DECIDES | DOES | INTENDS.words | LEADING | ME | PASSES_ON.words | VERBS
"""Words that are no misspelling."""
_LONG: Final = 6
_SPELLER: Final = speller(w for w in _PLAIN if len(w) > 5)  # noqa: PLR2004 - shorter words are near too much


def read(text: str) -> tuple[Token, ...]:
    """Split a sentence into tokens, its sentences apart by ";"; an arrow reads as "naar"."""
    plain = _STOP.sub("; ", _ARROW.sub(" naar ", text))
    found = tokens(plain)
    if "-" not in plain or not found:
        return found
    after = (*found[1:], Token(""))
    return tuple(replace(a, raw=f"{a.raw}-") if _tied(a, b, plain) else a for a, b in zip(found, after, strict=True))


def _tied(first: Token, second: Token, text: str) -> bool:
    """Say whether a hyphen stands between two words, as in a double name."""
    return first.text.isalpha() and second.text.isalpha() and f"{first.raw}-{second.raw}" in text


def as_typed(words: Iterable[Token]) -> str:
    """Give words as they were typed, with their hyphens, and their points between digits."""
    return _TIGHT.sub(r"\1", " ".join(t.raw for t in words if t.raw.strip())).replace("- ", "-")


def corrected(typed: tuple[Token, ...], book: Lexicon) -> tuple[Token, ...]:
    """Put typing mistakes right; ``raw`` stays as typed."""
    found: list[Token] = []
    for index, token in enumerate(_joined(typed, book)):
        if token.text in _SHORT:
            found.append(replace(token, text=_SHORT[token.text]))
        elif not token.text.isalpha() or token.text in _PLAIN or known(token.text, book):
            found.append(token)
        else:
            found.extend(replace(token, text=word) for word in _meant(token, book, first=index == 0))
    return tuple(found)


def _meant(token: Token, book: Lexicon, *, first: bool) -> tuple[str, ...]:
    """Give the word that was meant: of a change if that is at least as near as a name of the day.

    A word with a capital is a name, and no other word misspelt: Hans is not "has", and Jansen not "jassen".
    """
    word = token.text
    others = meant(word, book)
    if token.capital and not (first and len(word) >= _LONG):
        return others if all(w not in KNOWN and w not in _PLAIN for w in others) else (word,)
    near = _SPELLER.nearest(word)
    if near is None or (len(others) > 1 and near not in others):
        return others
    if others != (word,) and OSA.distance(word, others[0]) < OSA.distance(word, near):
        return others
    return (near,)


def _joined(typed: tuple[Token, ...], book: Lexicon) -> list[Token]:
    """Join what was typed apart ("woning markt"), as for questions."""
    found: list[Token] = []
    for token in typed:
        pair = found[-1].text + token.text if found else ""
        if len(pair) > _SHORTEST_PAIR and pair.isalpha() and pair in book.strong.words and pair not in KNOWN:
            first = found.pop()
            found.append(Token(pair, f"{first.raw} {token.raw}", first.capital))
        else:
            found.append(token)
    return found
