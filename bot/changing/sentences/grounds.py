"""Why a room is left, said before what follows from it: «zaal 4 is te klein voor Financiën, we gaan naar zaal 3».

What is wrong with a room or with what stands in it changes nothing by itself. What it names is carried over to the
rest, which speaks of it as "we", "die" and "daar".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.changing.sentences.acts import ACTS, Act
from bot.changing.sentences.asking import begin
from bot.changing.sentences.asking_words import ASKING, VERBS
from bot.changing.sentences.sentence_words import CAUSES, JOINERS, SAID, listed, words
from bot.programme.model import Programme
from bot.questions import rooms
from bot.questions.numbers import number
from bot.questions.text import Token

_WRONG: Final = listed(
    "te klein, te krap, te groot, te druk, past niet, past niet meer, passen niet, passen niet meer, te veel mensen, "
    "teveel mensen, te weinig stoelen, te weinig plek, geen stroom, geen geluid, geen beamer, geen internet, geen "
    "wifi, no power, no sound, too many people, valt uit, is uitgevallen, uitgevallen, vervalt, te vol, te warm, te "
    "heet, te koud, te donker, te lawaaierig, te benauwd, overvol, propvol, stampvol, bomvol, zit vol, is vol, loopt "
    "vol, vol, kapot, stuk, defect, onbruikbaar, niet bruikbaar, niet te gebruiken, niet beschikbaar, op slot, "
    "gesloten, dicht, bezet, dubbel geboekt, dubbel bezet, dubbele boeking, lekt, lekkage, brandalarm, onder water, "
    "wateroverlast, doet het niet, doen het niet, werkt niet, werken niet, gaat niet lukken, lukt niet, too small, "
    "too full, too hot, too cold, too crowded, overcrowded, is full, full, broken, unusable, not usable, not "
    "available, unavailable, locked, closed, double booked, double booking, occupied, flooded, leaking, does not "
    "work, doesnt work, isnt working, not working, fire alarm"
)
_HOLDS_NO_MORE: Final = words(
    "klein krap groot vol warm heet koud benauwd overvol propvol stampvol bomvol small full crowded"
)
"""The last words of what is wrong with a room for a session, which may be named alone: «ZJO zit vol»."""
_FITS_NOT: Final = words(
    "past passen klein krap vol overvol propvol stampvol bomvol small full crowded overcrowded many"
)
_OF_SESSIONS_TOO: Final = words("uit uitgevallen vervalt lukken lukt niet beschikbaar available unavailable")
"""The last words of what is said of sessions and people as well: that is a change, and no ground."""
_THINGS: Final = words(
    "beamer lift projector scherm geluid microfoon airco verwarming licht stroom wifi internet deur slot zaal room "
    "ruimte screen sound heating light power door airconditioning nl kabel laptop microphone"
)
_ROOMS: Final = words("zaal room ruimte")
_US: Final = words("we wij were die dat deze het ze zij hij it they that kan kunnen can")
_ON_THE_WAY: Final = _US | words(
    "gaan ga gaat wijken wijkt wijk uit moeten moet mogen daar weg dus daarom maar verhuizen verhuis verhuist "
    "verplaats verplaatsen verplaatst schuiven liever even graag nu are re go goes going move moves moving will must "
    "have need now so switch switching"
)
"""Words between what is wrong and the room to which one goes."""
_TO: Final = frozenset({"naar", "to", "into"})
_ALL: Final = words("alles everything allemaal")
_THERE: Final = listed(
    "wat daar staat, wat daar nu staat, wat daar is, wat daar gepland staat, wat daar gepland is, wat er staat, wat er "
    "gepland staat, wat daar zou zijn, wat daarin staat, daaruit, daarin, daar, that is there, thats there, planned "
    "there, in there, there, uit die zaal, in die zaal"
)
_LONGEST: Final = 8
"""Words before what is wrong; with more of them a story is told."""
_SO: Final = JOINERS | {"daarom", "daardoor", "vandaar", "therefore"}


@dataclass(frozen=True, slots=True)
class Grounded:
    """A sentence without its ground; ``room``: the rest is of what is on in that room, now or next.

    ``holds``: the room is good for a smaller meeting.
    """

    tokens: tuple[Token, ...]
    room: str = ""
    holds: bool = False


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where a ground ends, the words in it that name a session, and the room."""

    end: int
    named: tuple[int, ...]
    room: str


def without_ground(tokens: tuple[Token, ...], programme: Programme) -> Grounded:
    """Leave out what is wrong with a room before or after what changes by it."""
    tokens = _grounds_first(tokens, programme)
    texts = [t.text for t in tokens]
    found = _ground(texts, begin(texts), programme)
    end = found.end if found else len(texts)
    while end < len(texts) and texts[end] in _SO:
        end += 1
    if found is None or end == len(texts):
        return Grounded(tokens)
    return _followed(tokens[end:], tuple(tokens[i] for i in found.named), found.room, programme)


def ground_alone(tokens: tuple[Token, ...], programme: Programme) -> Grounded | None:
    """Give the room of which nothing is said but that it cannot be used, and the words for whom that is."""
    texts = [t.text for t in tokens]
    found = _ground(texts, begin(texts), programme)
    if found is None or not found.room or not SAID.issuperset(w for w in texts[found.end :] if w.isalnum()):
        return None
    if (_THINGS - _ROOMS) & set(texts) or _TO & set(texts[found.end :]):
        return None  # what is broken in a room may be mended there
    return Grounded(tuple(tokens[i] for i in found.named), found.room, holds=bool(_FITS_NOT & set(texts)))


def _grounds_first(tokens: tuple[Token, ...], programme: Programme) -> tuple[Token, ...]:
    """Put a ground at the end in front: «Financiën naar zaal 5, zaal 4 is te klein»."""
    texts = [t.text for t in tokens]
    for at, word in enumerate(texts):
        because = word in CAUSES and texts[begin(texts)] in _US
        if at and (word in {",", ";"} or because) and at + 1 < len(texts):
            found = _ground(texts, at + 1, programme)
            if found and found.end == len(texts):
                return (*tokens[at + 1 :], Token(";"), *tokens[:at])
    return tokens


def _ground(texts: Sequence[str], start: int, programme: Programme) -> _Ground | None:
    """Read what is wrong with a room, from a word on."""
    at, length = next(((at, n) for _, at, n in _WRONG.found(texts) if at >= start), (len(texts), 0))
    before = texts[start:at]
    if at == len(texts) or len(before) > _LONGEST or not _tells(before):
        return None
    end, of, after = _object(texts, at + length, programme)
    inside = _room(before, 0, programme, anywhere=True)
    subject = _subject(before, inside, start)
    room = inside or after
    for_a_session = subject and texts[at + length - 1] in _HOLDS_NO_MORE
    if not (room or _THINGS & set(before) or for_a_session) or (subject and texts[at + length - 1] in _OF_SESSIONS_TOO):
        return None
    return _Ground(end, of or subject, room.slug)


def _tells(before: Sequence[str]) -> bool:
    """Say whether words before what is wrong say no more than where or for whom that is."""
    if before and (before[0] in VERBS or (_TO | ASKING) & set(before)):
        return False
    return all(a is Act.HELD for a, _, _ in ACTS.found(before))


@dataclass(frozen=True, slots=True)
class _Place:
    slug: str
    at: int
    end: int

    def __bool__(self) -> bool:
        return bool(self.slug)


_NOWHERE: Final = _Place("", 0, 0)


def _room(texts: Sequence[str], at: int, programme: Programme, *, anywhere: bool = False) -> _Place:
    """Give the room that is named from a word on, or anywhere: "zaal 4", "in 4", "de Gravenzaal"."""
    skip = at
    while (
        not anywhere and texts[skip : skip + 1] and texts[skip] in {"in", "van", "op", "de", "het", "the", "naar", "to"}
    ):
        skip += 1
    found = rooms.find(texts[skip:] if anywhere else texts[skip : skip + 3], programme)
    if found.room and (anywhere or min(found.used) == 0):
        return _Place(found.room, skip + min(found.used), skip + max(found.used) + 1)
    for index in range(at, len(texts) - 1 if anywhere else min(at + 1, len(texts) - 1)):
        if texts[index] in {"in", "naar", "to"} and number(texts[index + 1]):
            numbered = rooms.find(("zaal", texts[index + 1]), programme)
            if numbered.room:
                return _Place(numbered.room, index, index + 2)
    return _NOWHERE


def _object(texts: Sequence[str], at: int, programme: Programme) -> tuple[int, tuple[int, ...], _Place]:
    """Read "in 4" and "voor Financiën" after what is wrong: where that ends, who it is for, and the room."""
    place = _NOWHERE
    of: tuple[int, ...] = ()
    while at < len(texts):
        skip = texts[at] in {"voor", "for"}  # «te klein voor Financiën», but «te veel mensen voor zaal 5»
        if (found := _room(texts, at + skip, programme)) and not place and texts[at] not in _TO:
            place, at = found, found.end
        elif skip and not of:
            end = next(
                (i for i in range(at + 1, len(texts)) if texts[i] in JOINERS - {"en", "and"} | _US | _ALL), len(texts)
            )
            of, at = tuple(range(at + 1, end)), end
        else:
            break
    return at, of, place


def _subject(before: Sequence[str], inside: _Place, start: int) -> tuple[int, ...]:
    """Give the words before what is wrong that name a session: no room, no thing, no small words around them."""
    taken = set(range(inside.at, inside.end)) if inside else set()
    told = [i for i, w in enumerate(before) if i not in taken and w.isalnum() and w not in SAID | _THINGS | VERBS]
    return tuple(range(start + told[0], start + told[-1] + 1)) if told else ()


def _followed(rest: tuple[Token, ...], named: tuple[Token, ...], room: str, programme: Programme) -> Grounded:
    """Say of what is named, or of what is in the room, what the rest says of "we", "die" and "daar"."""
    texts = [t.text for t in rest]
    to = next((i for i, w in enumerate(texts) if w in _TO), None)
    if (
        to is None
        and texts[0] in {"we", "wij", "were"}
        and "in" in texts
        and _room(texts, texts.index("in"), programme)
    ):
        to = texts.index("in")  # «were in the Gravenzaal now»
    if to is not None and all(w in _ON_THE_WAY for w in texts[:to]) and texts[to + 1 :]:
        goes = (Token("naar"), *rest[to + 1 :])
        return Grounded((*named, *goes), "" if named else room)
    if texts[0] in _ALL and room and not named:
        there = next(((at, n) for _, at, n in _THERE.found(texts) if at <= 2), (1, 0))  # noqa: PLR2004 - «alles wat …»
        name = programme.room_by_slug[room].name
        inside = (Token("in"), *(Token(w) for w in name.casefold().split()))
        return Grounded((rest[0], *inside, *rest[there[0] + there[1] :]))
    return Grounded(tuple(t for t in rest if t.text not in {"daarom", "daardoor", "therefore"}))
