"""What else somebody can go to when a session of theirs falls away."""

from dataclasses import dataclass
from typing import Final

from bot.changing.turning import waits
from bot.people.model import Choices
from bot.people.presence import Part, caught
from bot.programme.model import LOGISTIC_KINDS, GroupKind, Programme, Session
from bot.reminders.own_day import share_time
from bot.reminders.plan import keys_followed, my_sessions

MOST: Final = 2
"""Sessions that are offered: this is read in a corridor."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What is on at the time of a session that fell away.

    ``own`` is in somebody's programme already; ``offered`` can be taken: first what they dropped for the one that
    fell away, then what is of the same pijlers.
    """

    own: tuple[Session, ...] = ()
    offered: tuple[Session, ...] = ()


def instead_of(session: Session, programme: Programme, choices: Choices) -> Instead:
    """Find what fits the gap that a session leaves, in the groups that somebody follows and their pijlers."""
    mine = my_sessions(programme, choices)
    then = [
        s
        for s in programme.sessions
        if s.id != session.id
        and s.goes_ahead
        and not waits(s)
        and s.kind not in LOGISTIC_KINDS
        and not s.available_all_day
        and share_time(s, session)
        and caught(s, programme, choices.stay) is not Part.NOTHING
    ]
    own = tuple(s for s in then if s in mine)
    if own:
        return Instead(own=own[:MOST])
    groups = [programme.group_by_id[i] for i in choices.followed if i in programme.group_by_id]
    followed = frozenset[str]().union(*(keys_followed(programme, g) for g in groups))
    pijlers = {g.slug if g.kind is GroupKind.PIJLER else g.pijler for g in groups}
    near = [s for s in then if pijlers & _pijlers_of(programme, s)]
    first = [s for s in then if s.key in followed]
    return Instead(offered=tuple(dict.fromkeys([*first, *near]))[:MOST])


def _pijlers_of(programme: Programme, session: Session) -> frozenset[str | None]:
    groups = [programme.group_by_slug[g.group] for g in session.groups if g.group in programme.group_by_slug]
    return frozenset(g.slug if g.kind is GroupKind.PIJLER else g.pijler for g in groups) - {None}
