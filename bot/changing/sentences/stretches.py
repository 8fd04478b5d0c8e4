"""A stretch of the day as a sentence names it: alles na de lunch, alle themagroepen vanaf 13.55, alles in zaal 3."""

from collections.abc import Sequence

from bot.changing.sentences.said_times import Times
from bot.changing.sentences.sentence_words import PLURALS
from bot.changing.sentences.targets import Day
from bot.programme import queries
from bot.programme.model import Session
from bot.questions.vocabulary import GROUPS, PARTS


def stretch(
    words: Sequence[str], day: Day, said: Times, *, room: str | None, anchor: tuple[Session, ...], place: int | None
) -> tuple[Session, ...]:
    """List the sessions of a stretch of the day: alles na de lunch, alle themagroepen vanaf 13.55, alles in zaal 3.

    ``anchor`` is the session after or before which (``place``: the index of the first word of its name). What has
    begun is left out unless all has, and cancelled sessions always are.
    """
    date_ = day.local(anchor[0]) if anchor else day.present()
    found = [s for s in queries.on_day(day.programme, date_) if room is None or s.room == room]
    found = [s for s in found if s.key not in day.without]
    for clock in said.clocks:
        moment = day.moment(clock.time, date_)
        if clock.role == "to":
            continue
        if clock.role in {"before", "until"}:
            found = [s for s in found if s.start < moment]
        elif clock.role in {"at", "was"} or words[clock.at] == "van":
            found = [s for s in found if s.start == moment]
        else:
            found = [s for s in found if s.start >= moment]
    for part, _, _ in PARTS.found(words):
        found = [s for s in found if part[0] <= queries.minutes_of(day.programme, s.start) < part[1]]
    kind = next((k for k, at, n in GROUPS.found(words) if PLURALS & set(words[at : at + n])), "")
    if kind and not anchor:
        found = [s for s in found if s.kind == kind]
    if anchor:
        found = _beside(words, found, anchor, place)
    ahead = [s for s in found if s.start >= day.now]
    return tuple(ahead or found)


def _beside(
    words: Sequence[str], found: list[Session], anchor: tuple[Session, ...], place: int | None
) -> list[Session]:
    before = [w for w in words[: place or 0] if w not in {"de", "het", "the", "afloop", "van", "meteen", "direct"}]
    relation = before[-1] if before else ""
    keys = {s.key for s in anchor}
    first, last = min(s.start for s in anchor), max(s.end or s.start for s in anchor)
    if relation in {"voor", "before", "tot", "until"}:
        return [s for s in found if s.start < first and s.key not in keys]
    if relation in {"vanaf", "from", "sinds"}:
        return [s for s in found if s.start >= first]
    if relation in {"na", "after", "afloop"}:
        return [s for s in found if s.start >= last and s.key not in keys]
    return [s for s in found if s.key in keys]
