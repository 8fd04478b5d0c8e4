"""The words of a sentence that changes a day: typing mistakes put right, each with how it was typed."""

import re
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import OSA

from bot.changing.asking_words import ASKING, DOES, INTENDS, LEADING, ME, VERBS
from bot.changing.sentence_words import WORDS
from bot.questions.clauses import known, meant
from bot.questions.lexicon import Lexicon
from bot.questions.spelling import speller
from bot.questions.text import Token, tokens
from bot.questions.vocabulary import KNOWN

_STOP: Final = re.compile(r"(?<=[a-z]{4})[.] +(?=\w)|(?<=\d)[.] +(?=[A-Z])|[–—:] +(?=[A-Za-z])|\n+")
"""The end of a sentence or line, or a colon or dash before words; the tokens have no point but between digits."""
_SHORTEST_PAIR: Final = 6
_PLAIN: Final = WORDS | ASKING | DOES | INTENDS.words | LEADING | ME | VERBS
"""Words that are no misspelling."""
_SPELLER: Final = speller(w for w in _PLAIN if len(w) > 5)  # noqa: PLR2004 - shorter words are near too much


def read(text: str) -> tuple[Token, ...]:
    """Split a sentence into tokens, its sentences apart by ";"."""
    return tokens(_STOP.sub("; ", text))


def corrected(typed: tuple[Token, ...], book: Lexicon) -> tuple[Token, ...]:
    """Put typing mistakes right; ``raw`` stays as typed."""
    found: list[Token] = []
    for token in _joined(typed, book):
        if not token.text.isalpha() or token.text in _PLAIN or known(token.text, book):
            found.append(token)
        else:
            found.extend(replace(token, text=word) for word in _meant(token.text, book))
    return tuple(found)


def _meant(word: str, book: Lexicon) -> tuple[str, ...]:
    """Give the word that was meant: of a change if that is at least as near as a name of the day."""
    near = _SPELLER.nearest(word)
    others = meant(word, book)
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
