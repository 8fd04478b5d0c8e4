"""What the check of a day found, in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.checking.findings import Finding, Kind, Proposal, Severity
from bot.programme.model import Programme, Session, State
from bot.wording.catalogue import Words
from bot.wording.menu import event_name
from bot.wording.names import capital, clock, joined, room_inside, session_name, session_short
from bot.wording.richtext import Message, message

LISTED: Final = 12
"""Sessions that one finding names; the rest is counted."""
_LACKING: Final = frozenset(
    {Kind.OTHER_DAY, Kind.NO_ROOM, Kind.OUTSIDE_SLOT, Kind.NO_CONTACT, Kind.NO_TEXT, Kind.NO_END}
)


def checked(found: Sequence[Finding], programme: Programme, words: Words) -> Message:
    """Tell all findings, the worst first, under a heading for each severity."""
    lines = [words("check-title", event=event_name(programme, words))]
    if programme.event.state is not State.PUBLISHED:
        lines.append(words(f"check-state-{programme.event.state.value}"))
    if not found:
        lines.append(words("check-nothing"))
    for severity in Severity:
        those = [told(one, programme, words) for one in found if one.severity is severity]
        if those:
            lines += ["", words(f"check-{severity.name.lower()}", count=len(those)), *those]
    return message(*lines)


def told(one: Finding, programme: Programme, words: Words) -> str:
    """Tell one finding in a sentence or two."""
    if one.kind in _LACKING:
        return words(f"check-{one.kind.value}", sessions=_listed(one.sessions, programme, words))
    match one.kind:
        case Kind.ROOM_TWICE:
            room = room_inside(programme.room_by_slug[one.room], words)
            return words("check-room-twice", room=room, **_both(one, programme, words))
        case Kind.SPEAKER_TWICE:
            return words("check-speaker-twice", name=one.name, **_both(one, programme, words))
        case Kind.NO_SECRETARY:
            names = "; ".join(programme.group_by_slug[slug].name for slug in one.groups)
            return words("check-no-secretary", groups=names)
        case Kind.COMPETING:
            return _competing(one, programme, words)
        case _:
            where = capital(session_short(one.sessions[0], words)) if one.sessions else ""
            return words("check-unknown-at" if where else "check-unknown", name=one.name, session=where)


def _both(one: Finding, programme: Programme, words: Words) -> dict[str, str | int]:
    first, second = (session_name(s, programme, words, gloss=False) for s in one.sessions)
    start = one.start or one.sessions[0].start
    until = one.end or start
    return {
        "first": first,
        "second": second,
        "start": clock(start, programme),
        "until": clock(until, programme),
        "minutes": one.minutes,
    }


def _competing(one: Finding, programme: Programme, words: Words) -> str:
    first, second = (session_name(s, programme, words, gloss=False) for s in one.sessions)
    time = clock(one.start or one.sessions[0].start, programme)
    said = words("check-competing", first=capital(first), second=second, time=time, count=one.people)
    return f"{said} {_proposal(one.proposal, programme, words)}"


def _proposal(offer: Proposal | None, programme: Programme, words: Words) -> str:
    if offer is None:
        return words("check-no-better")
    room = programme.room_by_slug.get(offer.room or "")
    where = words("name-online") if room is None else words("check-in", room=room_inside(room, words))
    return words(
        "check-better",
        session=session_name(offer.session, programme, words, gloss=False),
        start=clock(offer.start, programme),
        until=clock(offer.end, programme),
        where=where,
    )


def _listed(sessions: Sequence[Session], programme: Programme, words: Words) -> str:
    names = [_timed(s, s.start, programme, words) for s in sessions[:LISTED]]
    left = len(sessions) - len(names)
    return joined([*names, words("check-more", count=str(left))] if left else names, words)


def _timed(session: Session, moment: datetime, programme: Programme, words: Words) -> str:
    return words("check-session", session=session_short(session, words), time=clock(moment, programme))
