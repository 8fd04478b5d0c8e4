from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.programme.changes import BOOKKEEPING, CALENDAR, Change, compare, differing
from bot.programme.model import Contact, Programme, Relation, Session, SessionGroup, Speaker, Status, Text

HOUR = timedelta(hours=1)
OTHER: Mapping[str, Any] = {
    "title": Text("Anders"),
    "kind": "meeting",
    "start_stated": False,
    "end": None,
    "end_stated": False,
    "room": "zaal-4",
    "room_certain": False,
    "room_note": Text("anders"),
    "online": True,
    "status": Status.CANCELLED,
    "status_note": Text("anders"),
    "content_provisional": True,
    "available_all_day": True,
    "open_to_all": True,
    "groups": (SessionGroup("europa", Relation.PREPARES),),
    "speakers": (Speaker(name="Linde van Waal"),),
    "contacts": (Contact(name="Linde van Waal"),),
    "printed": "anders",
    "summary": Text("anders"),
    "text": Text("anders"),
    "audience": Text("anders"),
    "registration": Text("anders"),
    "source_id": "anders",
}


@pytest.fixture
def day(days: Mapping[str, Programme]) -> Programme:
    return days["haarlem-2023"]


@pytest.fixture
def europa(day: Programme) -> Session:
    return day.session_by_key["europa"]


def test_a_day_does_not_differ_from_itself(day: Programme) -> None:
    assert compare(day, day) == ()
    assert compare(day, replace(day)) == ()


@pytest.mark.parametrize("name", sorted({f.name for f in fields(Session)} - BOOKKEEPING - {"key"}))
def test_a_change_of_any_field_is_seen_and_named(name: str, day: Programme, europa: Session) -> None:
    moved = {"start": europa.start + HOUR, "slot_end": europa.start + HOUR}
    other = replace(europa, **{name: moved.get(name, OTHER.get(name))})
    after = replace(day, sessions=tuple(other if s is europa else s for s in day.sessions))
    (change,) = compare(day, after)
    assert change == Change(europa, other)
    assert change.fields == {name}
    assert change.moves_calendar is (name in CALENDAR)


def test_what_storage_keeps_is_no_change(day: Programme, europa: Session) -> None:
    kept = replace(
        europa,
        id=7,
        uid="europa@x",
        sequence=3,
        revision=9,
        modified=europa.start,
        speakers=tuple(replace(p, id=n) for n, p in enumerate(europa.speakers, 5)),
    )
    assert differing(europa, kept) == frozenset()
    assert compare(day, replace(day, sessions=tuple(kept if s is europa else s for s in day.sessions))) == ()


def test_a_session_that_is_new_or_gone_moves_calendars(day: Programme, europa: Session) -> None:
    without = replace(day, sessions=tuple(s for s in day.sessions if s is not europa))
    (gone,), (new,) = compare(day, without), compare(without, day)
    assert (gone, new) == (Change(europa, None), Change(None, europa))
    assert [(c.key, c.fields, c.moves_calendar) for c in (gone, new)] == [("europa", frozenset(), True)] * 2


def test_all_changes_come_in_order_of_key(day: Programme) -> None:
    later = replace(day, sessions=tuple(replace(s, start=s.start + HOUR) for s in day.sessions))
    assert [c.key for c in compare(day, later)] == sorted(day.session_by_key)
    assert {c.fields for c in compare(day, later)} == {frozenset({"start"})}
