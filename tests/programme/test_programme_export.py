"""What is written reads back equal, for any programme: drawn by hypothesis, and the bundled ones."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from string import ascii_lowercase, digits
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import ProgrammeFileInvalid
from bot.programme.formats.mistakes import mistake_text
from bot.programme.formats.yaml_export import write_network, write_programme
from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import (
    Contact,
    Event,
    Group,
    GroupKind,
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
from config.bundled import programme_sources

T = TypeVar("T")
FIRST = date(2023, 10, 27)
LAST = date(2023, 10, 30)  # a night with an hour that comes twice lies between
NO_MORE_THAN = 3

letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn"))
awkward = st.sampled_from(
    (
        "null",
        "~",
        "yes",
        "11:40",
        "11.40",
        "- a",
        "a: b",
        "#x",
        "'",
        '"',
        "{a}",
        "[b]",
        "|",
        ">",
        "&c",
        "*d",
        "!e",
        "%f",
        "@g",
    )
)
line = (st.text(letters, min_size=1, max_size=30).map(str.strip).filter(bool)) | awkward
paragraphs = st.lists(st.text(letters, max_size=60), max_size=4).map("\n".join).map(str.strip) | awkward
slug = st.text(ascii_lowercase + digits, min_size=1, max_size=40)
text = st.builds(Text, nl=paragraphs, en=paragraphs)
some_text = text.filter(bool)
mail = st.builds("{}@{}.nl".format, slug, slug)


def several(what: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(what, max_size=NO_MORE_THAN).map(tuple)


def different(what: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(what, max_size=NO_MORE_THAN, unique=True).map(tuple)


named = st.builds(
    Speaker, name=line, role=text, part=line, provisional=st.booleans(), absent=st.booleans(), count=st.integers(0, 9)
)
nameless = st.builds(Speaker, name=st.none(), role=some_text, part=line, count=st.integers(0, 9))
speakers = several(named | nameless)
contacts = several(
    st.builds(Contact, name=line, mail=mail | st.just(""), phone=line | st.just(""), kind=line, note=text)
    | st.builds(Contact, mail=mail)
)
details = {"aliases": several(line), "abbreviations": several(line), "former_names": several(line)}


@st.composite
def networks(draw: st.DrawFn) -> tuple[Group, ...]:
    slugs = draw(different(slug))
    pijler = Group(slug="de-pijler", name="De pijler", kind=GroupKind.PIJLER)
    group = st.builds(Group, slug=st.just("x"), name=line, english=line | st.just(""), **details)
    return (
        pijler,
        *(
            Group(
                **{
                    **{f: getattr(draw(group), f) for f in ("name", "english", *details)},
                    "slug": name,
                    "pijler": draw(st.sampled_from((None, "de-pijler"))),
                    "successor": draw(st.sampled_from((None, *slugs[:number]))),
                }
            )
            for number, name in enumerate(slugs)
            if name != pijler.slug
        ),
    )


@st.composite
def sessions(draw: st.DrawFn, key: str, rooms: tuple[str, ...], groups: tuple[str, ...]) -> Session:
    start = draw(st.integers(0, 60 * 24 * 3))
    moment = datetime(2023, 10, 27, 0, 0, tzinfo=UTC) + timedelta(minutes=start)
    end = draw(st.none() | st.integers(1, 60 * 23).map(lambda minutes: moment + timedelta(minutes=minutes)))
    late = draw(st.none() | st.integers(0, 60).map(lambda minutes: (end or moment) + timedelta(minutes=minutes)))
    parts = [(slug, relation) for relation in Relation for slug in draw(different(st.sampled_from(groups)))]
    return Session(
        key=key,
        title=draw(some_text),
        kind=draw(line),
        start=moment,
        end=end,
        slot_end=late,
        start_stated=draw(st.booleans()),
        end_stated=draw(st.booleans()),
        room=draw(st.sampled_from((None, *rooms))),
        room_certain=draw(st.booleans()),
        room_note=draw(text),
        online=draw(st.booleans()),
        status=draw(st.sampled_from(Status)),
        status_note=draw(text),
        content_provisional=draw(st.booleans()),
        available_all_day=draw(st.booleans()),
        open_to_all=draw(st.booleans()),
        groups=tuple(SessionGroup(slug, relation) for slug, relation in parts),
        speakers=draw(speakers),
        contacts=draw(contacts),
        printed=draw(line | st.just("")),
        summary=draw(text),
        text=draw(text),
        audience=draw(text),
        registration=draw(text),
        source_id=draw(line | st.just("")),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    network = draw(networks())
    taken = {group.slug for group in network}
    event = Event(
        key=draw(slug),
        title=draw(some_text),
        first_day=FIRST,
        last_day=LAST,
        timezone="Europe/Amsterdam",
        state=draw(st.sampled_from(State)),
        network=draw(line),
        city=draw(line | st.just("")),
        venue=draw(text),
        address=draw(line | st.just("")),
        online=draw(st.booleans()),
        situation=draw(text),
        introduction=draw(text),
        people=draw(speakers),
        contacts=draw(contacts),
        facts=tuple(draw(st.dictionaries(slug, some_text, max_size=NO_MORE_THAN)).items()),
        source=draw(line | st.just("")),
    )
    tracks = tuple(
        Group(slug=name, name=draw(line), kind=GroupKind.TRACK, event=event.key)
        for name in draw(different(slug))
        if name not in taken
    )
    groups = tuple(group.slug for group in network + tracks)
    rooms = tuple(
        Room(
            slug=name,
            name=draw(line),
            number=draw(st.sampled_from((None, number))),
            aliases=draw(several(line)),
            plenary=draw(st.booleans()),
            floor=draw(text),
            seats=draw(st.none() | st.integers(0, 9999)),
            step_free=draw(st.none() | st.booleans()),
        )
        for number, name in enumerate(draw(different(slug)), start=1)
    )
    keys = draw(different(slug))
    return Programme(
        event=event,
        rooms=rooms,
        groups=network + tracks,
        sessions=tuple(draw(sessions(key, tuple(room.slug for room in rooms), groups)) for key in keys),
        not_meeting=tuple(
            NotMeeting(
                group=group, title=draw(line), text=draw(some_text), instead=draw(st.sampled_from((None, *keys)))
            )
            for group in draw(different(st.sampled_from(groups)))
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(programmes())
def test_any_programme_reads_back_equal(programme: Programme) -> None:
    network = [group for group in programme.groups if group.event is None]
    written = write_programme(programme)
    try:
        found = read_programme(written, "written.yaml", network)
    except ProgrammeFileInvalid as fault:
        raise AssertionError([mistake_text(mistake) for mistake in fault.mistakes]) from fault
    assert found == programme


@settings(max_examples=60, deadline=None)
@given(networks())
def test_any_network_reads_back_equal(network: tuple[Group, ...]) -> None:
    assert read_network(write_network(network), "written.yaml") == network


def test_the_bundled_days_read_back_equal(days: Mapping[str, Programme], network: tuple[Group, ...]) -> None:
    again = {name: read_programme(write_programme(day), name, network) for name, day in days.items()}
    assert again == dict(days)
    assert read_network(write_network(network), "network.yaml") == network


def test_what_storage_keeps_is_not_written(days: Mapping[str, Programme]) -> None:
    lines = write_programme(days["haarlem-2023"]).splitlines()
    fields = {line.strip(" -").partition(":")[0] for line in lines}
    assert not fields & {"id", "uid", "sequence", "revision", "modified"}
    assert lines[:4] == ["format: 1", "event:", "  key: haarlem-2023", "  title:"]
    assert "  time: 09.30-10.00" in lines


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.text("ab:-[]{}&*!|>'\"%@`#,? \n\t", max_size=80))
def test_any_text_at_all_is_read_or_its_mistakes_are_told(anything: str) -> None:
    assert told_or_read(anything)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_file_with_a_line_lost_doubled_or_scrambled_is_read_or_its_mistakes_are_told(data: st.DataObject) -> None:
    lines = programme_sources()["lelystad-2017"].splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    change = data.draw(st.sampled_from(("lost", "doubled", "scrambled", "indented")))
    there = lines[number]
    lines[number : number + 1] = {
        "lost": [],
        "doubled": [there, there],
        "scrambled": [there[: len(there) // 2] + data.draw(st.text(letters, max_size=5)) + there[len(there) // 2 :]],
        "indented": [f"  {there}"],
    }[change]
    assert told_or_read("\n".join(lines))


def told_or_read(anything: str) -> bool:
    """Read a text; anything but a programme or mistakes with a line that exists is an error of ours."""
    try:
        read_programme(anything, "any.yaml", ())
    except ProgrammeFileInvalid as fault:
        last = len(anything.split("\n")) + 1
        return bool(fault.mistakes) and all(1 <= mistake.line <= last for mistake in fault.mistakes)
    return True
