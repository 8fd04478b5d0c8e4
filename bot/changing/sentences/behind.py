"""That the day runs late, as one says it of oneself: «we lopen een kwartier achter»."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.changing.sentences.asking import begin
from bot.changing.sentences.sentence_words import CAUSES, EVERYTHING, JOINERS, SAID, words
from bot.programme.model import Session
from bot.questions import clock_times
from bot.questions.numbers import number
from bot.questions.text import Token

_US: Final = words("we wij were het")
"""Who run late; "were" is "we're" without its apostrophe; "het" is the day with "allemaal" alone."""
_RUNS: Final = {
    "loopt": words("achter uit"),
    "lopen": words("achter uit vertraging"),
    "liggen": words("achter"),
    "zitten": words("achter"),
    "hebben": words("vertraging uitloop achterstand"),
    "running": words("late behind over"),
    "are": words("behind"),
    "were": words("behind"),
    "have": words("delay"),
}
"""Verbs, and with which words they say that the day runs late; «we zijn te laat» says it of people."""
_SMALL: Final = words(
    "op achterop het schema planning programma schedule tijdschema rooster inmiddels al of by opgelopen allemaal"
)
_WHERE: Final = words("zaal zalen naar room rooms")
"""With these "we lopen" tells of walking."""
_MOVES: Final = words("schuift schuiven schuif op opschuiven verschuift verschuiven later achteren shifts moves back")
_LATER: Final = Token("later", "later")
_LONGER: Final = Token("langer", "langer")
_BECOMES: Final = Token("wordt", "wordt")
_ALL: Final = Token("alles", "alles")


def runs_late(tokens: tuple[Token, ...], about: Session | None, now: datetime) -> tuple[Token, ...] | None:
    """Give "alles een kwartier later" for what says that the day runs a quarter late; None for anything else.

    In a dialogue about one session it is that one which is later, or lasts longer where it has begun. A clause after
    it may say what follows from it: «…, dus alles schuift op»; one with a time of its own is left alone.
    """
    first, rest = _divided(tokens[begin([t.text for t in tokens]) :])
    texts = [t.text for t in first]
    if not texts or texts[0] not in _US or not _says_so(texts) or (texts[0] == "het" and "allemaal" not in texts):
        return None
    found = next(((i, a[1]) for i in range(len(texts)) if (a := _amount(texts, i))), None)
    amount = first[found[0] : found[0] + found[1]] if found else ()
    said = set(range(found[0], found[0] + found[1])) if found else set()
    left = [w for i, w in enumerate(texts) if i not in said]
    if _WHERE & set(left) or not all(
        w in SAID | _SMALL | set(_RUNS) | frozenset().union(*_RUNS.values()) for w in left
    ):
        return None
    if not all(w in SAID | EVERYTHING | JOINERS | _MOVES for w in rest):
        return None
    if about is None:
        return (_ALL, _BECOMES, *amount, _LATER)
    return (*amount, _LONGER if about.start <= now else _LATER)


def _divided(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], list[str]]:
    """Divide a sentence at the first mark or joining word; what follows as words alone, without why it is so."""
    end = next((i for i, t in enumerate(tokens) if t.text in JOINERS | CAUSES), len(tokens))
    cause = end < len(tokens) and tokens[end].text in CAUSES
    return tokens[:end], [] if cause else [t.text for t in tokens[end:]]


def _says_so(texts: Sequence[str]) -> bool:
    verb = next((i for i, w in enumerate(texts) if w in _RUNS and (i or w == "were")), None)
    if texts[0] == "were" and "running" in texts:
        verb = texts.index("running")
    return verb is not None and bool(_RUNS[texts[verb]] & set(texts[verb + 1 :]))


def _amount(texts: Sequence[str], at: int) -> tuple[int, int] | None:
    found = clock_times.amount(texts, at)
    if found is None and texts[at + 1 : at + 2] in (["achter"], ["behind"], ["late"]):
        value = number(texts[at])
        return (value, 1) if value is not None else None
    return found
