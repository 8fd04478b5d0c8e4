"""Round trips of values made by Hypothesis: through JSON, and through the tables."""

import string
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.programme.changes import compare
from bot.programme.model import (
    Contact,
    Event,
    Group,
    NotMeeting,
    Programme,
    Relation,
    Room,
    Session,
    SessionGroup,
    Speaker,
    State,
    Status,
    Text,
)
from storage import programme
from storage.database import engine_for, normalise_url
from storage.values import from_json, to_json

NOW = datetime(2023, 2, 1, 12, tzinfo=UTC)

# What can stand in a file: no half characters (surrogates), and no NUL, for which PostgreSQL has no place.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
keys = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=8)
several = st.lists(words, max_size=3).map(tuple)
texts = st.builds(Text, words, words)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zoned here
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
flags = st.booleans()
small = st.integers(0, 10_000)

contacts = st.builds(Contact, name=st.none() | words, mail=words, phone=words, kind=words, note=texts)
people = st.builds(
    Speaker, name=st.none() | words, role=texts, part=words, provisional=flags, absent=flags, count=small
)
rooms = st.builds(
    Room,
    slug=keys,
    name=words,
    number=st.none() | small,
    aliases=several,
    plenary=flags,
    floor=texts,
    route=texts,
    seats=st.none() | small,
    step_free=st.none() | flags,
)
events = st.builds(
    Event,
    key=keys,
    title=texts,
    first_day=days,
    last_day=days,
    timezone=words,
    state=st.sampled_from(State),
    network=words,
    city=words,
    venue=texts,
    address=words,
    online=flags,
    situation=texts,
    introduction=texts,
    selection=texts,
    registration=texts,
    papers=texts,
    people=st.lists(people, max_size=2).map(tuple),
    contacts=st.lists(contacts, max_size=2).map(tuple),
    facts=st.lists(st.tuples(words, texts), max_size=2).map(tuple),
    source=words,
)


def groups(slugs: list[str]) -> st.SearchStrategy[Group]:
    other = st.none() | st.sampled_from(slugs)
    return st.builds(
        Group,
        slug=st.just(slugs[0]),
        name=words,
        pijler=other,
        english=words,
        aliases=several,
        abbreviations=several,
        former_names=several,
        successor=other,
    )


def sessions(group_slugs: list[str], room_slugs: list[str]) -> st.SearchStrategy[Session]:
    part = st.builds(SessionGroup, st.sampled_from(group_slugs), st.sampled_from(Relation))
    return st.builds(
        Session,
        key=keys,
        title=texts,
        kind=words,
        start=moments,
        end=st.none() | moments,
        start_stated=flags,
        end_stated=flags,
        slot_end=st.none() | moments,
        room=st.sampled_from([None, *room_slugs]),
        room_certain=flags,
        room_note=texts,
        online=flags,
        status=st.sampled_from(Status),
        status_note=texts,
        content_provisional=flags,
        available_all_day=flags,
        open_to_all=flags,
        groups=st.lists(part, max_size=2).map(tuple),
        speakers=st.lists(people, max_size=2).map(tuple),
        contacts=st.lists(contacts, max_size=2).map(tuple),
        printed=words,
        summary=texts,
        text=texts,
        audience=texts,
        registration=texts,
        source_id=words,
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    slugs = draw(st.lists(keys, min_size=1, max_size=3, unique=True))
    network = [draw(groups([slug, *slugs])) for slug in slugs]
    halls = draw(st.lists(rooms, max_size=3, unique_by=lambda room: room.slug))
    session = sessions(slugs, [room.slug for room in halls])
    items = draw(st.lists(session, max_size=3, unique_by=lambda s: s.key))
    absent = st.builds(
        NotMeeting,
        group=st.sampled_from(slugs),
        title=words,
        text=texts,
        instead=st.sampled_from([None, *(s.key for s in items)]),
    )
    return Programme(
        event=replace(draw(events), key="dag"),
        rooms=tuple(halls),
        groups=tuple(network),
        sessions=tuple(items),
        not_meeting=tuple(draw(st.lists(absent, max_size=2))),
    )


@given(
    st.one_of(
        events.map(lambda v: (Event, replace(v, id=3, revision=4, modified=NOW))),
        rooms.map(lambda v: (Room, replace(v, id=3))),
        groups(["a", "b"]).map(lambda v: (Group, replace(v, id=3, event="dag"))),
        sessions(["a", "b"], ["zaal"]).map(
            lambda v: (Session, replace(v, id=3, uid="u", sequence=1, revision=2, modified=NOW))
        ),
        st.builds(NotMeeting, group=keys, title=words, text=texts, instead=st.none() | keys).map(
            lambda v: (NotMeeting, v)
        ),
    )
)
def test_every_value_comes_back_from_json(made: tuple[Any, Any]) -> None:
    kind, value = made
    assert from_json(kind, to_json(kind, value)) == value


@given(st.lists(programmes(), min_size=1, max_size=3))
@settings(
    max_examples=15,
    deadline=None,
    # The one file is meant: each example is saved over the one before, as versions of a day are.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_every_programme_comes_back_from_the_tables_whatever_stood_there(
    database_url: str, versions: list[Programme]
) -> None:
    engine = engine_for(normalise_url(database_url), "write")
    for day in versions:
        with engine.begin() as conn:
            programme.save(conn, day, now=NOW)
        with engine.begin() as conn:
            kept = programme.load(conn, "dag")
            assert compare(kept, day) == ()
            assert bare(kept, day) == day
            assert programme.save(conn, day, now=NOW + timedelta(hours=1)) == ()
    engine.dispose()


def bare(kept: Programme, day: Programme) -> Programme:
    """Give what is kept as a file has it: no ids, and no groups of earlier versions."""
    wanted = {group.slug for group in day.groups}
    return Programme(
        event=replace(kept.event, id=0, revision=0, modified=None, people=nobody(kept.event.people)),
        rooms=tuple(replace(room, id=0) for room in kept.rooms),
        groups=tuple(replace(group, id=0) for group in kept.groups if group.slug in wanted),
        sessions=tuple(
            replace(s, id=0, uid="", sequence=0, revision=0, modified=None, speakers=nobody(s.speakers))
            for s in kept.sessions
        ),
        not_meeting=kept.not_meeting,
    )


def nobody(some: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    return tuple(replace(person, id=0) for person in some)
