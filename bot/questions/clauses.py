"""From a message to clauses of corrected words: typing mistakes put right, two questions taken apart."""

from typing import Final

from bot.questions import rooms
from bot.questions.lexicon import Lexicon
from bot.questions.numbers import CARDINALS, ORDINALS, number
from bot.questions.query import Ask
from bot.questions.strangers import strangers
from bot.questions.text import Token, tokens
from bot.questions.vocabulary import FILLER, KNOWN, ROOMS, SHORT, SIGNALS

_MOST: Final = 3
"""Questions in one message that are answered."""
_OPENERS: Final = frozenset(
    [
        "waar",
        "wanneer",
        "wie",
        "wat",
        "hoe",
        "welke",
        "hoelaat",
        "is",
        "gaat",
        "where",
        "when",
        "who",
        "what",
        "how",
        "which",
        "whats",
        "whos",
        "wheres",
    ]
)
_JOINERS: Final = frozenset({"en", "and"})
_ENDS: Final = frozenset({"?", "!", ";", "\n"})


def clauses(text: str, book: Lexicon) -> tuple[tuple[str, ...], ...]:
    """Give the questions of a message, at most three, each as corrected words."""
    found = [c for c in _split(_corrected(tokens(text), book)) if c]
    # What follows a question and asks nothing is an explanation: "In welke zaal zit Veiligheid? Ik sta nu in de hal."
    asked = [c for index, c in enumerate(found) if index == 0 or _asks_itself(c)]
    return tuple(asked)[:_MOST]


def _corrected(typed: tuple[Token, ...], book: Lexicon) -> list[str]:
    words: list[str] = []
    as_typed = {token.text for name in strangers(typed, book) for token in name}
    # Joined first as typed ("woning markt"), as its halves might be corrected to other words, then as corrected.
    for word in _joined([token.text for token in typed], book):
        if word in SHORT and not (len(word) == 1 and words and words[-1] in ROOMS):
            words.extend(SHORT[word])
        elif not word.isalpha() or word in as_typed or known(word, book):
            words.append(word)
        else:
            words.extend(meant(word, book))
    return _joined(words, book)


def known(word: str, book: Lexicon) -> bool:
    """Say whether a word is no typing mistake: of the tables, a number, or of the day."""
    return word in KNOWN or word in CARDINALS or word in ORDINALS or word in book.strong.words or book.knows(word)


def meant(word: str, book: Lexicon) -> tuple[str, ...]:
    """Give the word that was meant: run together, cut short, or misspelt."""
    if word[0] == "k" and word[1:] in FILLER and len(word) > 3:  # noqa: PLR2004 - "kmoet", no chance letters
        return ("ik", word[1:])
    hall = next((e for e in rooms.ENDINGS if word.endswith(e)), "")
    if hall and word.removesuffix(hall) in KNOWN:
        return (word.removesuffix(hall), hall)
    if hall or book.strong.extensions(word):
        return (word,)
    split = book.strong.split(word)
    if split:
        return split
    near = book.strong.nearest(word)
    if near in book.given and len(near) < _TELLING:
        return (word,)  # a short first name is like too many words: "de baas" is not Bas
    return (near or book.every.nearest(word) or word,) if near or len(word) > 6 else (word,)  # noqa: PLR2004


def _joined(words: list[str], book: Lexicon) -> list[str]:
    """Join what was typed apart: "woning markt", "graven zaal"."""
    result: list[str] = []
    index = 0
    while index < len(words):
        pair = "".join(words[index : index + 2])
        apart = index + 1 < len(words) and pair.isalpha() and len(pair) > 6  # noqa: PLR2004 - short pairs are chance
        one = _one_word(words[index : index + 2], pair, book) if apart else None
        if one:
            result.append(one)
            index += 2
        else:
            result.append(words[index])
            index += 1
    return result


def _one_word(parts: list[str], pair: str, book: Lexicon) -> str | None:
    """Give the word of the day that two parts are, its end misheard perhaps: "woning mark"."""
    if pair in book.strong.words:
        return None if pair in KNOWN else pair
    if len(pair) < _LONG or parts[0] in KNOWN or known(parts[1], book):
        return None
    return next((w for w in book.strong.extensions(pair) if len(w) <= len(pair) + 2 and w not in KNOWN), None)


_TELLING: Final = 5
"""Letters of a first name from which it is told from other words when it is misspelt."""
_LONG: Final = 8
"""Letters from which two parts may be a longer word that was cut short."""


def _split(words: list[str]) -> list[tuple[str, ...]]:
    found: list[list[str]] = [[]]
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in _ENDS or (
            (word in _JOINERS or word == ",")
            and following in _OPENERS
            and _asks(found[-1])
            and _asks(words[index + 1 :])
        ):
            found.append([])
        elif word != ",":
            found[-1].append(word)
    return [pair for clause in found for pair in _two_rooms(tuple(clause))]


def _two_rooms(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Take "zaal 3 en zaal 4 om 11.40" apart into a question for each room, each with the words around them."""
    for index in range(2, len(words) - 1):
        if words[index] not in _JOINERS or number(words[index - 1]) is None or words[index - 2] not in ROOMS:
            continue
        rest = words[index + 1 :]
        skipped = next((i for i, w in enumerate(rest) if w not in {"in", "de", "the"}), 0)
        rest = rest[skipped:]
        length = 2 if rest and rest[0] in ROOMS and len(rest) > 1 else 1
        named = number(rest[length - 1]) if len(rest) >= length else None
        if named is None or (length == 1 and (named > 9 or rest[1:2] in (("uur",), ("u",), (".",), (":",)))):  # noqa: PLR2004
            continue
        before, tail = words[: index - 2], rest[length:]
        room = rest[:length] if length == 2 else ("zaal", *rest[:1])  # noqa: PLR2004 - noun and number
        return [(*words[:index], *tail), (*before, *room, *tail)]
    return [words]


def _asks(words: list[str]) -> bool:
    """Say whether words are a question by themselves, not the beginning of one."""
    return len(words) > 1 and bool(SIGNALS.found(words))


def _asks_itself(words: tuple[str, ...]) -> bool:
    """Say whether a clause after the first one asks something, rather than explains the question before it."""
    if _OPENERS & set(words) or words[0] in _JOINERS:
        return True
    return any(ask not in _ASIDE for ask, _, _ in SIGNALS.found(words)) or bool(ROOMS & set(words))


_ASIDE: Final = frozenset({Ask.NOW, Ask.NEXT, Ask.THANKS, Ask.GREETING, Ask.LATE, Ask.HELP, Ask.FREE})
