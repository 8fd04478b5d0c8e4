from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from bot.errors import RevisionConflict, UnknownEvent, UnknownReference
from bot.programme.changes import Change, compare
from bot.programme.model import Event, Programme, Room, Session, SessionGroup, Speaker, State, Status, Text
from storage import programme, tables
from storage.programme import Recorded

NOW = datetime(2023, 2, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
Transaction = Callable[[], AbstractContextManager[Connection]]


def bare(day: Programme) -> Programme:
    """Give a day as a file has it, without what storage adds."""
    return Programme(
        event=replace(day.event, id=0, revision=0, modified=None, people=nobody(day.event.people)),
        rooms=tuple(replace(room, id=0) for room in day.rooms),
        groups=tuple(replace(group, id=0) for group in day.groups),
        sessions=tuple(
            replace(s, id=0, uid="", sequence=0, revision=0, modified=None, speakers=nobody(s.speakers))
            for s in day.sessions
        ),
        not_meeting=day.not_meeting,
    )


def nobody(people: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    return tuple(replace(person, id=0) for person in people)


def with_session(day: Programme, key: str, **values: object) -> Programme:
    """Give the day with some fields of one session changed."""
    return replace(day, sessions=tuple(replace(s, **values) if s.key == key else s for s in day.sessions))


def without(day: Programme, key: str) -> Programme:
    """Give the day without a session, also where the day refers to it."""
    left = tuple(replace(one, instead=None if one.instead == key else one.instead) for one in day.not_meeting)
    return replace(day, sessions=tuple(s for s in day.sessions if s.key != key), not_meeting=left)


def test_everything_of_a_day_comes_back(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
    with transaction() as conn:
        assert bare(programme.load(conn, "dag-1")) == day


def test_storage_gives_ids_uids_and_revisions(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        kept = programme.load(conn, "dag-1")
    assert (kept.event.revision, kept.event.modified) == (1, NOW)
    assert [(s.key, s.uid, s.sequence, s.revision, s.modified) for s in kept.sessions] == [
        ("opening", "opening.dag-1@netwerkdag.g40", 0, 1, NOW),
        ("wonen", "wonen.dag-1@netwerkdag.g40", 0, 1, NOW),
    ]
    ids = [kept.event.id, *kept.session_by_id, *kept.group_by_id, *(room.id for room in kept.rooms)]
    assert all(ids)
    assert (len(kept.session_by_id), len(kept.group_by_id), len({room.id for room in kept.rooms})) == (2, 5, 2)


def test_a_speaker_is_one_person_in_all_of_an_event(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        kept = programme.load(conn, "dag-1")
    ids = {
        (person.name, person.id)
        for people in (kept.event.people, *(s.speakers for s in kept.sessions))
        for person in people
    }
    assert {name for name, _ in ids} == {"Ans", "Bo", "Cor", None}
    assert len(ids) == 4
    assert (None, 0) in ids


def test_a_second_save_changes_nothing(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        before = programme.load(conn, "dag-1")
        recorded = programme.changes_since(conn, before.event.id, NOW - timedelta(days=1))
    with transaction() as conn:
        assert programme.save(conn, day, now=LATER) == ()
        assert programme.save(conn, before, now=LATER) == ()
        assert programme.load(conn, "dag-1") == before
        assert programme.changes_since(conn, before.event.id, NOW - timedelta(days=1)) == recorded


def test_a_first_save_gives_every_session_as_a_change(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        made = programme.save(conn, day, now=NOW, who="cli", why="import")
        kept = programme.load(conn, "dag-1")
        recorded = programme.changes_since(conn, kept.event.id, NOW - timedelta(seconds=1))
    assert made == tuple(Change(None, session) for session in kept.sessions)
    assert recorded == tuple(
        Recorded(revision=1, at=NOW, key=s.key, before=None, after=s, who="cli", why="import") for s in kept.sessions
    )


@pytest.mark.parametrize(
    ("values", "sequence"),
    [
        ({"start": datetime(2023, 2, 10, 10, 5, tzinfo=UTC)}, 1),
        ({"end": datetime(2023, 2, 10, 11, tzinfo=UTC)}, 1),
        ({"room": "grote-zaal"}, 1),
        ({"room": None}, 1),
        ({"online": False}, 1),
        ({"status": Status.CANCELLED}, 1),
        ({"title": Text("Anders")}, 0),
        ({"speakers": (Speaker(name="Nieuw"),)}, 0),
        ({"groups": (SessionGroup("zorg"),)}, 0),
        ({"contacts": ()}, 0),
        ({"source_id": "guid-8"}, 0),
    ],
)
def test_a_changed_session_raises_the_revision_and_for_a_calendar_the_sequence(
    transaction: Transaction, day: Programme, values: dict[str, object], sequence: int
) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        before = programme.load(conn, "dag-1")
    wanted = with_session(day, "wonen", **values)
    with transaction() as conn:
        made = programme.save(conn, wanted, now=LATER, who="secretary", why="zaal te klein", seen=1)
        after = programme.load(conn, "dag-1")
        recorded = programme.changes_since(conn, after.event.id, NOW)
    assert bare(after) == wanted
    was, now_is = before.session_by_key["wonen"], after.session_by_key["wonen"]
    assert made == (Change(was, now_is),)
    assert (now_is.id, now_is.uid) == (was.id, was.uid)
    assert (now_is.sequence, now_is.revision, now_is.modified) == (sequence, 2, LATER)
    assert after.session_by_key["opening"] == before.session_by_key["opening"]
    assert (after.event.revision, after.event.modified) == (2, LATER)
    assert recorded == (
        Recorded(revision=2, at=LATER, key="wonen", before=was, after=now_is, who="secretary", why="zaal te klein"),
    )


def test_a_removed_session_comes_back_as_the_same_one(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        first = programme.load(conn, "dag-1").session_by_key["wonen"]
    with transaction() as conn:
        made = programme.save(conn, without(day, "wonen"), now=LATER)
        assert made == (Change(first, None),)
        assert bare(programme.load(conn, "dag-1")) == without(day, "wonen")
    with transaction() as conn:
        made = programme.save(conn, day, now=LATER + timedelta(hours=1))
        back = programme.load(conn, "dag-1")
    again = back.session_by_key["wonen"]
    assert made == (Change(None, again),)
    assert bare(back) == day
    assert (again.id, again.uid) == (first.id, first.uid)
    assert (first.sequence, again.sequence, again.revision) == (0, 2, 3)


def test_a_removed_session_stays_removed(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        programme.save(conn, without(day, "wonen"), now=NOW)
        assert programme.save(conn, without(day, "wonen"), now=LATER) == ()
        assert programme.revisions(conn) == {"dag-1": 2}


@pytest.mark.parametrize(
    "change",
    [
        lambda day: replace(day, event=replace(day.event, state=State.PUBLISHED)),
        lambda day: replace(day, event=replace(day.event, facts=())),
        lambda day: replace(day, event=replace(day.event, people=(Speaker(name="Eva"),))),
        lambda day: replace(day, rooms=(*day.rooms, Room(slug="zaal-3", name="Zaal 3"))),
        lambda day: replace(day, rooms=(day.rooms[1], day.rooms[0])),
        lambda day: replace(day, rooms=(replace(day.rooms[0], floor=Text("zolder")), day.rooms[1])),
        lambda day: replace(day, not_meeting=day.not_meeting[::-1]),
        lambda day: replace(day, not_meeting=()),
        lambda day: replace(day, groups=(*day.groups[:4], replace(day.groups[4], name="Zorg en welzijn"))),
    ],
)
def test_what_is_no_session_raises_the_revision_too(
    transaction: Transaction, day: Programme, change: Callable[[Programme], Programme]
) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        assert programme.save(conn, change(day), now=LATER) == ()
        after = programme.load(conn, "dag-1")
        assert programme.changes_since(conn, after.event.id, NOW) == ()
    assert bare(after) == change(day)
    assert (after.event.revision, after.event.modified) == (2, LATER)


def test_rooms_keep_their_ids_also_when_they_come_back(transaction: Transaction, day: Programme) -> None:
    bare_room = replace(day, rooms=day.rooms[:1], sessions=(), not_meeting=())
    other = replace(bare_room, rooms=(*day.rooms[:1], Room(slug="zaal-9", name="Zaal 9")))
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        first = programme.load(conn, "dag-1").room_by_slug["zaal-2"].id
        programme.save(conn, bare_room, now=NOW)
        programme.save(conn, other, now=NOW)
        nine = programme.load(conn, "dag-1").room_by_slug["zaal-9"].id
        programme.save(conn, day, now=NOW)
        again = programme.load(conn, "dag-1").room_by_slug["zaal-2"].id
    assert again == first != nine


def test_a_save_that_saw_another_revision_is_refused_and_keeps_nothing(
    transaction: Transaction, day: Programme
) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        programme.save(conn, without(day, "opening"), now=NOW)
    with pytest.raises(RevisionConflict) as caught, transaction() as conn:
        programme.save(conn, day, now=LATER, seen=1)
    assert caught.value == RevisionConflict("dag-1", 1, 2)
    with transaction() as conn:
        assert bare(programme.load(conn, "dag-1")) == without(day, "opening")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda day: with_session(day, "wonen", room="zaal-7"), UnknownReference("room", "zaal-7", "wonen")),
        (
            lambda day: with_session(day, "wonen", groups=(SessionGroup("golf"),)),
            UnknownReference("group", "golf", "wonen"),
        ),
        (
            lambda day: replace(day, not_meeting=(replace(day.not_meeting[0], group="golf"),)),
            UnknownReference("group", "golf", "Themagroep Jeugd"),
        ),
        (
            lambda day: replace(day, not_meeting=(replace(day.not_meeting[0], instead="borrel"),)),
            UnknownReference("session", "borrel", "Themagroep Jeugd"),
        ),
        (
            lambda day: replace(day, groups=(*day.groups[:4], replace(day.groups[4], pijler="golf"))),
            UnknownReference("group", "golf", "zorg"),
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault_and_keeps_nothing(
    transaction: Transaction,
    day: Programme,
    change: Callable[[Programme], Programme],
    fault: UnknownReference,
) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
    with pytest.raises(UnknownReference) as caught, transaction() as conn:
        programme.save(conn, change(day), now=LATER)
    assert caught.value == fault
    with transaction() as conn:
        assert bare(programme.load(conn, "dag-1")) == day
        assert programme.revisions(conn) == {"dag-1": 1}


def test_a_room_that_left_is_no_place_for_a_session(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        programme.save(conn, replace(with_session(day, "wonen", room=None), rooms=day.rooms[:1]), now=NOW)
    with pytest.raises(UnknownReference) as caught, transaction() as conn:
        programme.save(conn, replace(day, rooms=day.rooms[:1]), now=LATER)
    assert caught.value == UnknownReference("room", "zaal-2", "wonen")


def test_events_stand_in_order_of_their_first_day(transaction: Transaction, day: Programme) -> None:
    early = Event(key="vroeg", title=Text("Vroeg"), first_day=date(2017, 1, 1), last_day=date(2017, 1, 1))
    with transaction() as conn:
        assert programme.events(conn) == ()
        programme.save(conn, day, now=NOW)
        programme.save(conn, Programme(early), now=NOW)
        found = programme.events(conn)
        assert programme.revisions(conn) == {"dag-1": 1, "vroeg": 1}
        assert found == (programme.load(conn, "vroeg").event, programme.load(conn, "dag-1").event)
    assert [event.key for event in found] == ["vroeg", "dag-1"]


def test_an_unknown_event_names_the_known_ones(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
    with pytest.raises(UnknownEvent) as caught, transaction() as conn:
        programme.load(conn, "dag-2")
    assert caught.value == UnknownEvent("dag-2", ("dag-1",))


def test_two_events_may_have_the_same_keys(transaction: Transaction, day: Programme) -> None:
    other = replace(day, event=replace(day.event, key="dag-2"))
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        programme.save(conn, other, now=LATER)
        first, second = programme.load(conn, "dag-1"), programme.load(conn, "dag-2")
        assert programme.changes_since(conn, first.event.id, NOW) == ()
    assert (bare(first), bare(second)) == (day, other)
    assert first.session_by_id.keys().isdisjoint(second.session_by_id)
    assert first.groups == second.groups
    assert second.sessions[0].uid == "opening.dag-2@netwerkdag.g40"


def test_groups_are_added_and_never_lost_with_a_day(transaction: Transaction, day: Programme) -> None:
    with transaction() as conn:
        programme.save_groups(conn, day.groups)
        programme.save(conn, replace(day, groups=()), now=NOW)
        assert bare(programme.load(conn, "dag-1")) == day


def test_a_change_of_the_groups_is_seen_in_every_event(transaction: Transaction, day: Programme) -> None:
    other = replace(day, event=replace(day.event, key="dag-2"))
    renamed = (*day.groups[:4], replace(day.groups[4], name="Zorg en welzijn"))
    with transaction() as conn:
        programme.save(conn, day, now=NOW)
        programme.save(conn, other, now=NOW)
        programme.save_groups(conn, day.groups)
        assert programme.revisions(conn) == {"dag-1": 1, "dag-2": 1}
        programme.save_groups(conn, renamed)
        assert programme.revisions(conn) == {"dag-1": 2, "dag-2": 2}
        programme.save(conn, day, now=LATER)
        assert programme.revisions(conn) == {"dag-1": 3, "dag-2": 3}


def test_changes_come_oldest_first_and_only_after_the_moment(transaction: Transaction, day: Programme) -> None:
    moments = [NOW + timedelta(minutes=minute) for minute in range(3)]
    rooms = ["grote-zaal", None, "zaal-2"]
    with transaction() as conn:
        programme.save(conn, day, now=NOW - timedelta(days=1))
        for moment, room in zip(moments, rooms, strict=True):
            programme.save(conn, with_session(day, "wonen", room=room), now=moment)
        event_id = programme.load(conn, "dag-1").event.id
        found = programme.changes_since(conn, event_id, moments[0])
    assert [(one.revision, one.at, one.before.room, one.after.room) for one in found if one.before and one.after] == [
        (3, moments[1], "grote-zaal", None),
        (4, moments[2], None, "zaal-2"),
    ]


def test_a_big_conference_is_loaded_in_few_queries(transaction: Transaction, day: Programme) -> None:
    many = tuple(
        Session(
            key=f"s-{number}",
            title=Text(f"Sessie {number}"),
            kind="talk",
            start=NOW + timedelta(minutes=number),
            room="zaal-2",
            groups=(SessionGroup("wonen"),),
            speakers=(Speaker(name=f"Spreker {number % 100}"),),
        )
        for number in range(300)
    )
    queries: list[str] = []
    with transaction() as conn:
        programme.save(conn, replace(day, sessions=many, not_meeting=()), now=NOW)
    with transaction() as conn:

        def count(*args: object) -> None:
            queries.append(str(args[2]))

        sa.event.listen(conn, "before_cursor_execute", count)
        loaded = programme.load(conn, "dag-1")
    assert (len(loaded.sessions), compare(loaded, replace(day, sessions=many))) == (300, ())
    assert len(queries) <= 11


def test_every_field_of_a_value_has_its_column() -> None:
    apart = {"groups", "speakers", "room"}
    kept = {name for name in Session.__dataclass_fields__ if name not in apart}
    assert kept <= set(tables.sessions.c.keys())
    assert set(Event.__dataclass_fields__) <= set(tables.events.c.keys())
    assert set(Room.__dataclass_fields__) <= set(tables.rooms.c.keys())
