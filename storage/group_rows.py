"""The groups of the network, and the tracks of single events, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from bot.errors import UnknownEvent, UnknownReference
from bot.programme.model import Group
from storage.tables import events, groups

Place = tuple[str | None, str]
"""Where a slug is unique: the event of a track, None for the network."""

_PLAIN: Final = tuple(f.name for f in fields(Group) if f.name in groups.c and f.name != "id")


def load(conn: Connection, tracks_of: Collection[str] = ()) -> tuple[Group, ...]:
    """Give the groups of the network in its order, then the tracks of the events named."""
    names = dict(conn.execute(sa.select(groups.c.id, groups.c.slug)).all())
    query = (
        sa.select(groups, events.c.key.label("event"))
        .join(events, isouter=True)
        .where(sa.or_(groups.c.event_id.is_(None), events.c.key.in_(tracks_of)))
        .order_by(groups.c.event_id.is_not(None), groups.c.position, groups.c.id)
    )
    return tuple(
        Group(
            **{name: row[name] for name in _PLAIN},
            id=row["id"],
            event=row["event"],
            pijler=names.get(row["pijler_id"]),
            successor=names.get(row["successor_id"]),
        )
        for row in conn.execute(query).mappings()
    )


def save(conn: Connection, wanted: Sequence[Group]) -> bool:
    """Add or change groups by slug, put them in the given order, and say whether anything changed.

    Groups that are not given stay, each behind the one it stood behind. Raises UnknownEvent for
    a track of an event that is not there, UnknownReference for a pijler or successor that is not.
    """
    if not wanted:
        return False
    scopes = _scopes(conn, {group.event for group in wanted})
    kept = {_place(group): group for group in load(conn, [key for key in scopes if key])}
    merged = _merged(list(kept), [_place(group) for group in wanted])
    order = sorted(merged, key=lambda place: place[0] is not None)
    for group in wanted:
        if _place(group) not in kept:
            bare = {name: getattr(group, name) for name in _PLAIN}
            conn.execute(sa.insert(groups).values(**bare, event_id=scopes[group.event], position=len(order)))
    ids = {_place(group): group.id for group in load(conn, [key for key in scopes if key])}
    changed = order != list(kept)
    for group in wanted:
        if kept.get(_place(group)) != replace(group, id=ids[_place(group)]):
            changed = True
            values = {name: getattr(group, name) for name in _PLAIN}
            values |= {
                "pijler_id": _refer(group.pijler, group, ids),
                "successor_id": _refer(group.successor, group, ids),
            }
            conn.execute(sa.update(groups).where(groups.c.id == ids[_place(group)]).values(values))
    if changed:
        for position, place in enumerate(order):
            conn.execute(sa.update(groups).where(groups.c.id == ids[place]).values(position=position))
    return changed


def _scopes(conn: Connection, keys: set[str | None]) -> dict[str | None, int | None]:
    known = dict(conn.execute(sa.select(events.c.key, events.c.id)).all())
    for key in keys:
        if key is not None and key not in known:
            raise UnknownEvent(key, tuple(sorted(known)))
    return {key: None if key is None else known[key] for key in keys}


def _place(group: Group) -> Place:
    return group.event, group.slug


def _refer(slug: str | None, group: Group, ids: dict[Place, int]) -> int | None:
    if slug is None:
        return None
    found = ids.get((group.event, slug)) or ids.get((None, slug))
    if found is None:
        raise UnknownReference("group", slug, group.slug)
    return found


def _merged(current: list[Place], given: list[Place]) -> list[Place]:
    """Give the given order, with each other place behind the one it stands behind now."""
    order = list(given)
    before: Place | None = None
    for place in current:
        if place not in given:
            order.insert(0 if before is None else order.index(before) + 1, place)
        before = place
    return order
