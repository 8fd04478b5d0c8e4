"""What is asked, decided from all that a clause says."""

from typing import Final

from bot.programme.model import GroupKind, Programme
from bot.questions.followed import FOLLOW, asks_what_is_followed
from bot.questions.query import Ask, TopicKind
from bot.questions.reading import LEAVING, SOCIAL, Reading

_ORDER: Final = (
    Ask.UNFOLLOW,
    Ask.CALENDAR_CHECK,
    Ask.CALENDAR,
    Ask.LATE,
    Ask.MINE,
    Ask.CONTACT,
    Ask.JOIN,
    Ask.PAPERS,
    Ask.OTHER_DAYS,
    Ask.AUDIENCE,
    Ask.CHANGES,
    Ask.ABSENT,
    Ask.LEADS,
    Ask.BOTH,
    Ask.RUNNING,
    Ask.DURATION,
    Ask.FIRST,
    Ask.LAST,
    Ask.UNTIL,
    Ask.COUNT,
    Ask.FREE,
    Ask.ABOUT,
    Ask.CERTAIN,
    Ask.HOST,
    Ask.WHO,
    Ask.PARALLEL,
    Ask.DAY,
    Ask.REST,
    Ask.NEXT,
    Ask.PREVIOUS,
    Ask.NOW,
    Ask.WHERE,
    Ask.WHEN,
    Ask.FOLLOW,
)
"""What wins when several things seem to be asked; the more particular one comes first."""

_BEFORE_A_FACT: Final = frozenset({Ask.CONTACT, Ask.JOIN, Ask.LATE, Ask.COUNT})

_PARTICULAR: Final = frozenset({Ask.ABOUT, Ask.CONTACT, Ask.JOIN, Ask.LEADS, Ask.PAPERS, Ask.UNTIL, Ask.CALENDAR})
"""What wins from "where" and "when" although those are said first: "waar gaat … over", "hoe laat is … klaar"."""

_STILL: Final = frozenset({"nog", "still", "left"})

WHOLE: Final = frozenset({"dag", "day", "netwerkdag", "programma", "programme", "alles", "everything"})


def asked(reading: Reading) -> Ask:
    """Decide what is asked: talk, a practical matter, what is asked first, then by the order of :data:`_ORDER`."""
    if not any(w.isalnum() for w in reading.words):
        return Ask.NOTHING
    named = bool(reading.found.topics or reading.found.options or reading.kinds)
    said = {ask for ask, _, _ in reading.asks}
    fixed = bool(named or reading.room.used or reading.time.when or reading.fact)
    if not fixed and (talk := _talk(reading, said)):
        return talk
    if Ask.CLOCK in said:
        said = said - {Ask.CLOCK} | {Ask.WHEN}
    first_of_all = _BEFORE_A_FACT | ({Ask.DAY} if reading.fact == "online" else set())
    if reading.fact and not said & first_of_all and not reading.time.when:
        return Ask.FACT
    if _asks_what_is_followed(reading):
        return Ask.FOLLOWED
    over = said & {Ask.UNTIL, Ask.DURATION} and not named and not reading.room.used
    part = reading.time.when is not None and reading.time.when.kind == "span" and Ask.UNTIL in said
    if over and (part or WHOLE & set(reading.words)):
        return Ask.LAST
    first = _interrogative(reading)
    still = {"al", *_STILL} & set(reading.words)
    alone = Ask.BOTH in said and len(reading.found.topics) == 1
    if named and still and (Ask.RUNNING in said or alone):
        return Ask.RUNNING  # "begint Europa al", "kan ik nog naar Europa"
    if first and named and not said & (_PARTICULAR | ({Ask.DURATION} if first is Ask.WHEN else set())):
        return first
    particular = next((ask for ask in _ORDER if ask in said and _fits(ask, reading, named=named)), None)
    left = not fixed and {"vandaag", "today"} & set(reading.words) and _STILL & set(reading.words)
    return particular or (Ask.REST if left else Ask.WHAT)


def _asks_what_is_followed(reading: Reading) -> bool:
    """Say whether it is asked what one follows, and not which session one can go to at some time."""
    of_the_day = reading.room.used or reading.time.when or reading.relation
    besides = {Ask.NEXT, Ask.BOTH, Ask.REST, Ask.PARALLEL}
    other = any(ask in besides and reading.words[at] not in FOLLOW for ask, at, _ in reading.asks)
    return not of_the_day and not other and asks_what_is_followed(reading.words)


def _talk(reading: Reading, said: set[Ask]) -> Ask | None:
    """Read thanks, greetings, a call for help and a look at the clock, with at most two words that say nothing."""
    if said and said <= {Ask.CLOCK, Ask.NOW} and Ask.CLOCK in said and not reading.found.unknown:
        return Ask.CLOCK
    few = 3
    if said - SOCIAL - {Ask.NOW} or len(reading.found.unknown) >= few:
        return None
    return next((ask for ask in (Ask.THANKS, Ask.HELP, Ask.GREETING) if ask in said), None)


def _interrogative(reading: Reading) -> Ask | None:
    """Give where or when if the question asks that before it says anything else."""
    first = min(reading.asks, key=lambda found: found[1], default=None)
    ask = Ask.WHEN if first and first[0] is Ask.CLOCK else first[0] if first else None
    return ask if ask in {Ask.WHERE, Ask.WHEN} else None


def _fits(ask: Ask, reading: Reading, *, named: bool) -> bool:
    """Say whether a signal can mean what it says here: "eerste" of a named session asks for no first item."""
    if ask is Ask.FIRST and reading.says(Ask.NEXT):
        return False
    if ask in _OF_THE_COURSE:
        return _fits_the_course(ask, reading, named=named)
    if ask in {Ask.FIRST, Ask.LAST, Ask.HOST, Ask.OTHER_DAYS}:
        return not named and not (reading.room.used and LEAVING & set(reading.words))
    if ask is Ask.DAY:
        return not named or (reading.found.by_role and not reading.kinds)
    if ask is Ask.DURATION:
        return not (named and reading.says(Ask.UNTIL))  # "tot hoe laat duurt"
    if ask is Ask.FREE:
        lists = {"sessies", "sessions", "bijeenkomsten", "meetings"} & set(reading.words)
        return (not named or "networking" in reading.kinds) and not lists
    if ask in {Ask.JOIN, Ask.CONTACT} and reading.time.when and not named:
        return False
    if ask in {Ask.NEXT, Ask.NOW} and reading.time.when and reading.time.when.kind == "at":
        return False
    if ask is Ask.NOW and {"vandaag", "today"} & set(reading.words):
        return False
    return ask is not Ask.WHO or not reading.says(Ask.PARALLEL) or bool(_SPEAKS & set(reading.words))


_OF_THE_COURSE: Final = frozenset({Ask.LATE, Ask.BOTH, Ask.REST, Ask.RUNNING, Ask.AUDIENCE})


def _fits_the_course(ask: Ask, reading: Reading, *, named: bool) -> bool:
    """Say whether a signal about the course of the day fits: "beide" with two names, or after them."""
    words = set(reading.words)
    if ask is Ask.AUDIENCE:
        return not reading.says(Ask.LAST)  # "wanneer mag ik naar huis"
    if ask is Ask.LATE:
        return not (reading.says(Ask.REST) and LEAVING & words)
    if ask is Ask.BOTH:
        return len(reading.found.topics) > 1 or (not named and bool(_BOTH & words))
    if ask is Ask.REST and reading.time.when and reading.time.when.kind == "at":
        return bool(LEAVING & words)
    return ask is Ask.REST or named or not (reading.says(Ask.NOW) or reading.says(Ask.NEXT))


_BOTH: Final = frozenset({"allebei", "twee", "beide", "beiden", "both"})

_SPEAKS: Final = frozenset({"spreker", "sprekers", "spreekt", "speaker", "speakers", "speaks", "gast", "gasten"})


def asks_about(reading: Reading, programme: Programme) -> bool:
    """Say whether "wat doet" a themagroep or "wat is dat" asks what it is about."""
    if reading.room.used or (reading.time.when and not reading.relation):
        return False
    if reading.words[:3] in {("wat", "is", "dat"), ("wat", "is", "die"), ("what", "is", "that")}:
        return bool(reading.found.topics or reading.kinds)
    groups = [programme.group_by_slug[t.key] for t in reading.found.topics if t.kind is TopicKind.GROUP]
    words = set(reading.words)
    deeds = ("doet" in words and "mee" not in words) or {"does", "do"} <= words
    return deeds and any(g.kind is GroupKind.THEMAGROEP for g in groups)


def asks_meaning(reading: Reading) -> bool:
    """Say whether a word's meaning is asked: in so many words, or by a term that names nothing in the day."""
    plain = not reading.time.when and not reading.room.used
    bare = not reading.found.topics and not reading.found.options and not reading.kinds and not reading.only_kind
    return plain and (reading.says(Ask.MEANING) or (bare and not any(a in _ORDER for a, _, _ in reading.asks)))


def asks_members(reading: Reading) -> bool:
    """Say whether the number of the members of a body of the network is asked."""
    return reading.says(Ask.COUNT) and bool({"steden", "gemeenten", "leden", "cities", "members"} & set(reading.words))
