"""What somebody who comes later or leaves earlier still catches."""

from enum import StrEnum

from bot.people.model import Stay
from bot.programme.model import Programme, Session


class Part(StrEnum):
    """How much of a session somebody is there for."""

    WHOLE = "whole"
    NOT_THE_BEGINNING = "not-the-beginning"
    NOT_THE_END = "not-the-end"
    MIDDLE = "middle"
    NOTHING = "nothing"


def caught(session: Session, programme: Programme, stay: Stay) -> Part:
    """Say how much of a session somebody catches; the moments of coming and going count on their own day only.

    Who comes when a session ends, or leaves when it begins, catches nothing of it.
    """
    if stay.absent:
        return Part.NOTHING
    if stay.arrives is None and stay.leaves is None:
        return Part.WHOLE
    day = programme.local(session.start).date()
    arrives = stay.arrives if stay.arrives and programme.local(stay.arrives).date() == day else None
    leaves = stay.leaves if stay.leaves and programme.local(stay.leaves).date() == day else None
    if leaves is not None and session.start >= leaves:
        return Part.NOTHING
    if arrives is not None and session.end is not None and session.end <= arrives:
        return Part.NOTHING
    late = arrives is not None and session.start < arrives
    early = leaves is not None and session.end is not None and session.end > leaves
    if late and early:
        return Part.MIDDLE
    return Part.NOT_THE_BEGINNING if late else Part.NOT_THE_END if early else Part.WHOLE


def is_there_at_start(session: Session, programme: Programme, stay: Stay) -> bool:
    """Say whether somebody is there when a session begins, so that a reminder of it is of use."""
    return caught(session, programme, stay) in {Part.WHOLE, Part.NOT_THE_END}
