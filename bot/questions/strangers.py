"""People whom a question names and the day does not know: "wie is Piet Jansen", "komt Anna de Boer?"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from bot.questions.lexicon import SMALL, Lexicon
from bot.questions.text import Token, tokens
from bot.questions.vocabulary import FILLER, IGNORED, KNOWN, SIGNALS

_WHO_IS: Final = frozenset({("wie", "is"), ("wie", "was"), ("who", "is"), ("who", "was")})
_LONGEST: Final = 5
"""Words of a name that follows "wie is"."""

Name = tuple[Token, ...]


def strangers(typed: Sequence[Token], book: Lexicon) -> tuple[Name, ...]:
    """Find the names of people who are not in the day.

    Two words or more with a capital are a name ("Anna de Boer"), and so is what follows "wie is", unless one of them
    stands in the day, or is a misspelling of a name that does.
    """
    found = [n for n in (*_with_capitals(typed), *_asked_for(typed)) if not _is_of_the_day(n, book)]
    return tuple(dict.fromkeys(found))


def named(text: str, unknown: Sequence[str], book: Lexicon) -> str:
    """Give the name that all unknown words of a question are of, written as a name; empty where there is none."""
    for name in strangers(tokens(text), book):
        if set(unknown) <= {token.text for token in name}:
            return " ".join(_capital(token) for token in name)
    return ""


def _with_capitals(typed: Sequence[Token]) -> Iterator[Name]:
    run: list[Token] = []
    for token in (*typed, Token("")):
        if _is_capital(token) or (run and token.text in SMALL):
            run.append(token)
            continue
        while run and (run[0].text in KNOWN - IGNORED or run[0].text in SMALL):
            run.pop(0)  # "Komt Mark Rutte": the first word of a sentence has a capital too
        while run and not _is_capital(run[-1]):
            run.pop()
        if sum(_is_capital(t) for t in run) > 1:
            yield tuple(run)
        run = []


def _is_capital(token: Token) -> bool:
    """Say whether a word is written as a name, which one in capitals throughout need not be."""
    return token.capital and token.text.isalpha() and not token.raw.isupper()


def _asked_for(typed: Sequence[Token]) -> Iterator[Name]:
    for index in range(len(typed) - 1):
        if (typed[index].text, typed[index + 1].text) in _WHO_IS:
            name = list(takewhile(lambda t: t.text.isalpha(), typed[index + 2 :]))
            while name and name[-1].text in FILLER:
                name.pop()
            if name and name[0].text not in SMALL and len(name) <= _LONGEST:
                yield tuple(name)


def _is_of_the_day(name: Name, book: Lexicon) -> bool:
    words = [token.text for token in name if token.text not in SMALL]
    return any(_is_known(word, book) for word in words) or (len(words) == 1 and _is_asked_with(words[0], book))


def _is_known(word: str, book: Lexicon) -> bool:
    told = word in KNOWN - IGNORED or book.knows(word) or book.named.extensions(word)
    return bool(told or book.named.nearest(word) or book.named.split(word))


def _is_asked_with(word: str, book: Lexicon) -> bool:
    """Say whether a single word is a misspelling of what one asks for with "wie is": "wie is de voorziter"."""
    return book.strong.nearest(word) in SIGNALS.words


def _capital(token: Token) -> str:
    return token.raw if token.capital or token.text in SMALL else token.raw.capitalize()
