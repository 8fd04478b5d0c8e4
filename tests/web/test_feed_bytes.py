"""Feeds of random programmes: the same bytes as long as nothing changes, and readable by all."""

from dataclasses import replace
from datetime import timedelta

import pytest
from calendar_days import bundled, day, session
from calendar_drawn import programmes
from calendar_readers import IcalJs, Libical
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bot.ical.feed import Entries, feed
from bot.ical.publisher import Publisher
from bot.programme.model import LANGUAGES, Language, Programme, Room, Status, Text
from bot.wording.catalogue import Catalogue, Words

BASE = "https://netwerkdag.example.org"
PUBLISHER = Publisher(organizer="mailto:agenda@example.org", public_url=BASE)


def made(
    *days: Programme, words: Words, entries: Entries | None = None, lead: int | None = None, name: str = "Agenda"
) -> bytes:
    parts = [(day, session) for day in days for session in day.sessions]
    return feed(parts, entries or Entries(PUBLISHER), name=name, words=words, lead=lead, source=f"{BASE}/x.ics")


@given(
    programme=programmes(), language=st.sampled_from(LANGUAGES), lead=st.none() | st.integers(0, 120), name=st.text()
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_unchanged_programme_gives_the_same_bytes(
    programme: Programme, language: Language, lead: int | None, name: str, catalogue: Catalogue
) -> None:
    words = catalogue[language]
    entries = Entries(PUBLISHER)
    first = made(programme, words=words, entries=entries, lead=lead, name=name)
    # A later revision of the day that touched none of its sessions, from memory and made anew.
    later = replace(programme, event=replace(programme.event, revision=7))
    assert made(later, words=words, entries=entries, lead=lead, name=name) == first
    assert made(later, words=words, lead=lead, name=name) == first
    calendar = Calendar.from_ical(first)
    assert {str(e["uid"]): e["dtstart"].dt for e in calendar.events} == {s.uid: s.start for s in programme.sessions}
    assert {str(e["status"]) == "CANCELLED" for e in calendar.events if str(e["uid"]) in off(programme)} <= {True}
    assert "METHOD" not in calendar
    assert max(map(len, first.split(b"\r\n"))) <= 75


def off(programme: Programme) -> set[str]:
    return {s.uid for s in programme.sessions if s.status is Status.CANCELLED}


@given(programme=programmes())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_other_programs_read_the_same_instants(
    programme: Programme, catalogue: Catalogue, libical: Libical, icaljs: IcalJs
) -> None:
    content = made(programme, words=catalogue["nl"])
    wanted = {s.uid: (s.start, s.end) for s in programme.sessions}
    assert {entry.uid: (entry.start, entry.end) for entry in libical.read(content)} == wanted
    # ical.js takes the second of the two hours at the end of summer time only where it is told in UTC, as it is.
    assert {entry.uid: (entry.start, entry.end) for entry in icaljs.read(content)} == wanted


def test_two_days_in_two_zones_have_a_zone_each(catalogue: Catalogue, libical: Libical) -> None:
    here, there = day(session("a")), day(session("b"), key="elders", timezone="America/New_York")
    content = made(here, there, here, words=catalogue["nl"])
    assert content.count(b"BEGIN:VTIMEZONE") == 2
    assert [entry.start for entry in libical.read(content)] == [s.start for s in (*here.sessions, *there.sessions)] + [
        here.sessions[0].start
    ]


def test_an_entry_is_made_once(catalogue: Catalogue) -> None:
    haarlem = bundled("haarlem-2023")
    entries = Entries(PUBLISHER)
    first = [entries.of(haarlem, s, catalogue["nl"], 10) for s in haarlem.sessions]
    again = [entries.of(haarlem, s, catalogue["nl"], 10) for s in haarlem.sessions]
    assert [one is other for one, other in zip(first, again, strict=True)] == [True] * len(first)


@pytest.mark.parametrize(
    "changed",
    [
        lambda d: replace(d, sessions=tuple(replace(s, revision=2, title=Text("Anders")) for s in d.sessions)),
        lambda d: replace(d, event=replace(d.event, city="Zwolle", revision=2)),
        lambda d: replace(
            d, event=replace(d.event, revision=2), rooms=(Room(slug="zaal-2", name="Burgerzaal", number=2),)
        ),
        lambda d: replace(
            d,
            event=replace(d.event, revision=2),
            groups=tuple(replace(g, name=f"{g.name} en meer") for g in d.groups),
        ),
    ],
)
def test_an_entry_is_made_anew_when_anything_in_it_changes(catalogue: Catalogue, changed: object) -> None:
    before = day(session(title=Text("Overleg")))
    after = changed(before)  # type: ignore[operator]
    entries = Entries(PUBLISHER)
    words = catalogue["nl"]
    old = entries.of(before, before.sessions[0], words, None)
    new = entries.of(after, after.sessions[0], words, None)
    assert new != old
    assert new == Entries(PUBLISHER).of(after, after.sessions[0], words, None)
    assert entries.of(before, before.sessions[0], words, None) == old


def test_what_is_there_all_day_names_what_comes_after_it(catalogue: Catalogue) -> None:
    lounge = session("ruimte", kind="networking", available_all_day=True)
    before = day(lounge)
    later = session("later", start=lounge.start + timedelta(hours=2), end=None)
    after = replace(day(lounge, later), event=replace(before.event, revision=2))
    entries = Entries(PUBLISHER)
    words = catalogue["nl"]
    old = entries.of(before, lounge, words, None)
    assert entries.of(after, lounge, words, None) != old


def test_memory_has_an_end(catalogue: Catalogue) -> None:
    programme = day(session("a"), session("b"), session("c"))
    entries = Entries(PUBLISHER, most=2)
    first = made(programme, words=catalogue["nl"], entries=entries)
    assert made(programme, words=catalogue["nl"], entries=entries) == first == made(programme, words=catalogue["nl"])
