"""Words of the network that people ask the meaning of; what they mean stands in the wording."""

from collections.abc import Sequence
from typing import Final

TERMS: Final = (
    "ab", "db", "bo", "tg", "rio", "ccv", "mkb", "llo", "ser", "amv", "wwz", "zjo", "ibs", "vng", "ipo", "bzk", "ezk",
    "ocw", "vws", "szw", "jenv", "g40", "g32", "dmi", "cop", "pijler", "themagroep", "tno", "borrel",
)  # fmt: skip
"""Terms with a sentence ``glossary-<term>`` in the wording of each language."""
_PAIRS: Final = {("g", "40"): "g40", ("g", "32"): "g32", ("algemeen", "bestuur"): "ab", ("dagelijks", "bestuur"): "db",
                 ("bestuurlijk", "overleg"): "bo"}  # fmt: skip


def term_in(words: Sequence[str]) -> str:
    """Give the first term of the network among the words, or nothing."""
    for index, word in enumerate(words):
        pair = _PAIRS.get((word, words[index + 1])) if index + 1 < len(words) else None
        if pair:
            return pair
    return next((w for w in words if w in TERMS), "")


LONG: Final = {"algemeen bestuur": "ab", "dagelijks bestuur": "db", "general board": "ab"}
"""Bodies of the network that programmes name now in full, now by their letters."""
