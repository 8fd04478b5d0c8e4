from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from bot.errors import UnknownEvent
from bot.programme.model import Event, Group, GroupKind, Programme, Text
from storage import group_rows, programme

NOW = datetime(2023, 2, 1, 12, tzinfo=UTC)
Transaction = Callable[[], AbstractContextManager[Connection]]


def slugs(groups: tuple[Group, ...]) -> list[str]:
    return [group.slug for group in groups]


def named(*names: str) -> tuple[Group, ...]:
    return tuple(Group(slug=name, name=name.upper()) for name in names)


def test_groups_come_back_in_their_order_with_ids(transaction: Transaction, network: tuple[Group, ...]) -> None:
    with transaction() as conn:
        programme.save_groups(conn, network)
        kept = programme.groups(conn)
    assert tuple(replace(group, id=0) for group in kept) == network
    assert len({group.id for group in kept} - {0}) == len(network)


def test_saving_again_changes_nothing(transaction: Transaction, network: tuple[Group, ...]) -> None:
    with transaction() as conn:
        assert group_rows.save(conn, network)
        kept = programme.groups(conn)
        assert not group_rows.save(conn, network)
        assert not group_rows.save(conn, kept)
        assert not group_rows.save(conn, network[3:])
        assert not group_rows.save(conn, ())
        assert programme.groups(conn) == kept


def test_a_changed_group_keeps_its_id(transaction: Transaction, network: tuple[Group, ...]) -> None:
    with transaction() as conn:
        programme.save_groups(conn, network)
        before = programme.groups(conn)
        changed = replace(network[2], name="Wonen en bouwen", aliases=(), pijler="sociaal", successor="zorg")
        programme.save_groups(conn, (changed,))
        after = programme.groups(conn)
    assert after == (*before[:2], replace(changed, id=before[2].id), *before[3:])


@pytest.mark.parametrize(
    ("first", "then", "order"),
    [
        ("abc", "abc", "abc"),
        ("abc", "cab", "cab"),
        ("abcde", "cax", "cdeabx"),
        ("abc", "axbc", "axbc"),
        ("ab", "x", "abx"),
        ("ab", "ba", "ba"),
    ],
)
def test_the_order_given_last_holds_and_others_stay_where_they_stood(
    transaction: Transaction, first: str, then: str, order: str
) -> None:
    with transaction() as conn:
        group_rows.save(conn, named(*first))
        group_rows.save(conn, named(*then))
        assert slugs(programme.groups(conn)) == list(order)
        assert not group_rows.save(conn, named(*then))


def test_tracks_belong_to_their_event_and_may_be_named_alike(
    transaction: Transaction, network: tuple[Group, ...]
) -> None:
    def conference(key: str) -> Programme:
        event = Event(key=key, title=Text(key), first_day=date(2023, 1, 1), last_day=date(2023, 1, 1))
        tracks = tuple(Group(slug=slug, name=slug, kind=GroupKind.TRACK, event=key) for slug in ("main", "side"))
        return Programme(event, groups=(tracks[0], *network, tracks[1]))

    with transaction() as conn:
        for key in ("een", "twee"):
            programme.save(conn, conference(key), now=NOW)
            assert programme.save(conn, conference(key), now=NOW) == ()
        assert programme.revisions(conn) == {"een": 2, "twee": 1}
        first, second = programme.load(conn, "een"), programme.load(conn, "twee")
        assert slugs(programme.groups(conn)) == slugs(network)
    assert slugs(first.groups) == slugs(second.groups) == [*slugs(network), "main", "side"]
    assert {group.event for group in first.groups} == {None, "een"}
    assert first.group_by_slug["main"].id != second.group_by_slug["main"].id


def test_a_track_of_an_event_that_is_not_there_is_a_fault(transaction: Transaction) -> None:
    with pytest.raises(UnknownEvent) as caught, transaction() as conn:
        programme.save_groups(conn, (Group(slug="main", name="Main", event="nergens"),))
    assert caught.value == UnknownEvent("nergens", ())
