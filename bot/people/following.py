"""What following a pijler or a themagroep means: a pijler brings its themagroepen along."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.programme.model import Group, GroupKind, Programme


@dataclass(frozen=True, slots=True)
class Stop:
    """What a chat that follows a group no more follows less and more; ids of groups, and keys of sessions kept."""

    less: frozenset[int]
    more: frozenset[int] = frozenset()
    kept: frozenset[str] = frozenset()


def followed_in_all(programme: Programme, followed: Collection[int]) -> frozenset[int]:
    """Give the ids of all groups that are followed, those that a followed pijler brings along included."""
    pijlers = (g for g in programme.groups if g.kind is GroupKind.PIJLER and g.id in followed)
    members = (g.id for pijler in pijlers for g in programme.themagroepen_of(pijler.slug))
    return frozenset(followed) | frozenset(members)


def stop(programme: Programme, followed: Collection[int], group: Group) -> Stop:
    """Say what to change so that ``group`` is followed no more and everything else still is.

    Without a pijler go its themagroepen. Without one themagroep of a followed pijler stay the other themagroepen,
    one by one, and the meeting of the pijler itself.
    """
    if group.kind is GroupKind.PIJLER:
        return Stop(less=frozenset({group.id, *(g.id for g in programme.themagroepen_of(group.slug))}))
    pijler = programme.group_by_slug.get(group.pijler or "")
    if pijler is None or pijler.id not in followed:
        return Stop(less=frozenset({group.id}))
    others = frozenset(g.id for g in programme.themagroepen_of(pijler.slug) if g.id != group.id)
    meetings = frozenset(s.key for s in programme.of_group(pijler.slug) if pijler.slug in s.holders())
    return Stop(less=frozenset({group.id, pijler.id}), more=others, kept=meetings)
