from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import NoEvents, UnknownEvent
from bot.programme.model import Event, Programme, Session, Text
from handlers.services import Programmes
from storage import programme as programmes
from storage.database import Database, upgrade

NOW = datetime(2030, 5, 1, 9, tzinfo=UTC)


def day(key: str, first: date) -> Programme:
    """Make a day without sessions."""
    return Programme(Event(key=key, title=Text(nl=key), first_day=first, last_day=first))


@dataclass
class Hands:
    """A real clock that is turned by hand."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    upgrade(f"sqlite:///{tmp_path / 'x.db'}")
    opened = Database.open(f"sqlite:///{tmp_path / 'x.db'}")
    yield opened
    await opened.close()


async def test_without_events_there_is_none(database: Database) -> None:
    with pytest.raises(NoEvents):
        await Programmes(database, lambda: NOW).current()


async def test_the_chosen_event_must_exist(database: Database) -> None:
    await database.write(programmes.save, day("a", date(2030, 5, 1)), now=NOW)
    held = Programmes(database, lambda: NOW, "b")
    with pytest.raises(UnknownEvent) as raised:
        await held.current()
    assert raised.value == UnknownEvent("b", ("a",))
    assert (await Programmes(database, lambda: NOW, "a").current()).event.key == "a"


async def test_the_event_is_chosen_anew_at_each_moment(database: Database) -> None:
    for key, first in (("past", date(2030, 4, 1)), ("today", date(2030, 5, 1)), ("coming", date(2030, 6, 1))):
        await database.write(programmes.save, day(key, first), now=NOW)
    moments = iter([NOW, NOW + timedelta(days=1), NOW + timedelta(days=60)])
    held = Programmes(database, lambda: next(moments))
    assert [(await held.current()).event.key for _ in range(3)] == ["today", "coming", "coming"]


async def test_a_change_is_seen_within_a_second_and_at_once_before_a_write(database: Database) -> None:
    hands = Hands()
    await database.write(programmes.save, day("a", date(2030, 5, 1)), now=NOW)
    held = Programmes(database, lambda: NOW, real=hands)
    first = await held.current()
    renamed = replace(first, event=replace(first.event, title=Text(nl="anders")))
    await database.write(programmes.save, renamed, now=NOW)
    hands.seconds = 0.9
    assert await held.current() is first
    hands.seconds = 1.0
    second = await held.current()
    assert second.event.title == Text(nl="anders")
    await database.write(programmes.save, replace(renamed, event=first.event), now=NOW)
    await held.fresh()
    assert (await held.current()).event.title == first.event.title


async def test_what_did_not_change_is_not_loaded_again(database: Database) -> None:
    for key in ("a", "b"):
        await database.write(programmes.save, day(key, date(2030, 5, 1)), now=NOW)
    held = Programmes(database, lambda: NOW, every=0)
    kept = await held.of("a")
    changed = await held.of("b")
    await database.write(
        programmes.save, replace(changed, event=replace(changed.event, title=Text(nl="anders"))), now=NOW
    )
    assert (await held.of("b")).event.revision == 2
    assert await held.of("a") is kept
    assert [event.key for event in await held.others("a")] == ["b"]
    assert await held.with_session(1) is None


async def test_a_change_made_beside_a_rehearsal_counts_from_when_it_was_first_seen(database: Database) -> None:
    start = NOW + timedelta(hours=2)
    session = Session(key="s", title=Text(nl="S"), kind="meeting", start=start, end=start + timedelta(hours=1))
    first = replace(day("a", NOW.date()), sessions=(session,))
    years_ahead = NOW + timedelta(days=900)
    await database.write(programmes.save, first, now=years_ahead)
    clock = Hands()
    held = Programmes(database, lambda: NOW + timedelta(seconds=clock.seconds), real=clock)
    moved = replace(first, sessions=(replace(session, start=start + timedelta(minutes=5)),))
    await database.write(programmes.save, moved, now=years_ahead)
    assert [n.at for n in await held.changes(await held.current())] == [NOW]
    clock.seconds = 60
    later = replace(first, sessions=(replace(session, start=start + timedelta(minutes=10)),))
    await database.write(programmes.save, later, now=years_ahead)
    assert [n.at for n in await held.changes(await held.current())] == [NOW, NOW + timedelta(seconds=60)]
