"""Whether somebody asks what is followed, rather than to follow something: a question follows nothing."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

FOLLOW: Final = frozenset({"volg", "volgen", "follow", "following"})
_I: Final = frozenset({"ik", "i", "im", "wij", "we"})
OPENERS: Final = frozenset(
    {"wat", "welke", "welk", "wie", "hoe", "hoeveel", "waar", "what", "whats", "which", "who", "how", "where"}
)
_WHETHER: Final = frozenset({"of", "if", "whether"})
_TURNED: Final = frozenset({"volg", "volgen", "kan", "mag", "can", "may", "could", "do", "am", "are"})
"""Words that ask when they stand right before who does it: "kan ik", "am I"."""
_YOU: Final = frozenset({"je", "jij", "u", "jullie", "you", "mij", "me", "ons", "us"})
"""Who says one of these wants something done: "kun je mij herinneren aan Europa?"."""


def asks_what_is_followed(words: Sequence[str]) -> bool:
    """Say whether words of a clause ask what one follows: "welke groepen volg ik", "am I following Veiligheid"."""
    at = next((i for i, word in enumerate(words) if word in FOLLOW), None)
    if at is None or not _I & set(words):
        return False
    turned = any(verb in _TURNED and who in _I for verb, who in pairwise(words[: max(at, 2)]))
    return turned or bool((OPENERS | _WHETHER) & set(words[:at]))


def is_question(text: str) -> bool:
    """Say whether a message with a word for following is a question by its mark, and not a kind request."""
    words = frozenset(text.casefold().replace("?", " ").split())
    return "?" in text and not _YOU & words
