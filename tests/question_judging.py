"""Whether a reply says what it must and nothing that it must not, by the rules of the given questions.

Times count however they are written, letters without their case and accents. A term of at most four letters must
stand as a whole word; a term that begins or ends with a digit may not go on with one ("zaal 1" is not in "zaal 12").
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

_PLAIN: Final = str.maketrans("‘’“”–—‐‑‒−\u00a0", "''\"\"------ ", "\u200b\u00ad")
_TAG: Final = re.compile(r"</?[a-z][^>]{0,200}>", re.IGNORECASE)
_MARKS: Final = re.compile(r"[*`\\~]|(?<!\w)_+|_+(?!\w)")
_HOURS: Final = r"(?:uur|hours|hrs|[uh])"


def plain(text: str) -> str:
    """Fold a text: no case, accents, tags or marks, single blanks."""
    bare = unicodedata.normalize("NFKD", _TAG.sub(" ", html.unescape(text)))
    bare = "".join(c for c in bare if not unicodedata.combining(c)).translate(_PLAIN)
    bare = _MARKS.sub("", bare.replace("|", " ")).lower()
    return " ".join(bare.replace("staatsecretaris", "staatssecretaris").split())


def timed(text: str) -> str:
    """Write every time in a folded text as H.MM."""
    text = re.sub(r"(?<!\d)(\d{1,2})\s*(?:uur|hrs?|[uh])\s*([0-5]\d)(?!\d)", r"\1.\2", text)
    text = re.sub(r"(?<=\d)\s?:\s?(?=[0-5]\d(?!\d))", ".", text)
    half_day = r"(?<![\d.])(\d{1,2})(?:\.([0-5]\d))?\s*([ap])(?:m|\.m\.?)(?![a-z])"
    return re.sub(r"(?<![\d.])0(\d\.[0-5]\d)", r"\1", re.sub(half_day, _of_day, text))


def _of_day(match: re.Match[str]) -> str:
    hour = int(match[1])
    if hour > 12:
        return match[0]
    return f"{hour % 12 + (12 if match[3] == 'p' else 0)}.{match[2] or '00'}"


def _readings(text: str) -> Sequence[str]:
    """Give a text as it stands, with whole hours written out, and with the start of "15-15.45" written out."""
    found = timed(plain(text))
    whole = re.sub(rf"(?<![\d.,])(\d{{1,2}})\s*{_HOURS}(?![a-z\d])", r"\1.00 uur", found)
    starts = re.sub(r"(?<![\d.])(\d{1,2})\s*(?:-|tot|to|until|till)\s*(\d{1,2}\.[0-5]\d)", r"\1.00 - \2", whole)
    return (found, whole, starts)


@cache
def _wanted(term: str) -> re.Pattern[str]:
    bare = timed(plain(term))
    before = after = ""
    if bare[:1].isdigit():
        before = r"(?<!\d)(?<!\d\.)"
    if bare[-1:].isdigit():
        after = r"(?!\d)(?!\.\d)"
    if re.fullmatch("[a-z]{1,4}", bare):
        before, after = "(?<![a-z])", "(?![a-z])"
    return re.compile(before + re.escape(bare) + after)


def failings(asked: Mapping[str, Any], reply: str) -> list[str]:
    """List what is wrong with a reply: groups of terms of which none occurs, and forbidden terms that do."""
    if not reply.strip():
        return ["no reply"]
    readings = _readings(reply)

    def occurs(terms: Iterable[str]) -> bool:
        return any(_wanted(term).search(reading) for term in terms for reading in readings)

    missing = [f"says none of {', '.join(group[:4])}" for group in asked.get("must", ()) if not occurs(group)]
    return missing + [f"says {term}" for term in asked.get("must_not", ()) if occurs([term])]
