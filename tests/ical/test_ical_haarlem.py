"""The Haarlem day in a calendar, against the careful reading of its source."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from calendar_days import CONFIG, NOW, bundled
from calendar_readers import Entry, IcalJs, Libical

from bot.ical.calendars import session_file
from bot.programme.model import Programme
from bot.wording.catalogue import Catalogue

READING = Path(__file__).parents[3] / "shared" / "sources" / "programmes.json"
ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture(scope="module")
def haarlem() -> Programme:
    return bundled("haarlem-2023")


@pytest.fixture(scope="module")
def entries(haarlem: Programme, catalogue: Catalogue, libical: Libical) -> dict[str, Entry]:
    file = session_file(haarlem, haarlem.sessions, language="nl", words=catalogue["nl"], lead=10, now=NOW)
    return {entry.uid.partition(".")[0]: entry for entry in libical.read(file)}


def test_the_instants_are_those_of_the_source(entries: dict[str, Entry]) -> None:
    if not READING.exists():
        pytest.skip("the sources do not lie beside the project")
    (day,) = (day for day in json.loads(READING.read_text("utf-8"))["days"] if day["day"] == "2023-02-10")

    def moment(clock: str | None) -> datetime | None:
        return datetime.fromisoformat(f"2023-02-10T{clock}").replace(tzinfo=ZONE).astimezone(UTC) if clock else None

    read = [(moment(s["start"]), moment(s["end"])) for s in day["sessions"]]
    assert sorted(map(str, read)) == sorted(str((entry.start, entry.end)) for entry in entries.values())


def test_a_session_can_be_found_in_the_building(entries: dict[str, Entry]) -> None:
    shown = entries["wonen-welzijn-zorg"]

    assert (shown.summary, shown.location, shown.start, shown.end) == (
        "Themagroep Wonen, welzijn en zorg",
        "Zaal 3, stadhuis van Haarlem",
        datetime(2023, 2, 10, 10, 40, tzinfo=UTC),
        datetime(2023, 2, 10, 11, 40, tzinfo=UTC),
    )


def test_every_room_of_the_damaged_rows_is_called_our_reading(haarlem: Programme, entries: dict[str, Entry]) -> None:
    ours = {key for key, entry in entries.items() if "volgens onze lezing van de tabel" in entry.description}

    assert {s.key for s in haarlem.sessions if s.room and not s.room_certain} == ours
    assert {"pijler-sociaal", "interbestuurlijke-samenwerking"} <= ours
    assert not {"woningmarkt", "europa"} & ours


def test_the_drinks_have_no_end_and_the_space_for_networking_is_not_free_all_day(entries: dict[str, Entry]) -> None:
    assert entries["borrel"].end is None
    assert "Het einde staat niet in het programma." in entries["borrel"].description
    assert (
        "Volgens het programma de hele dag beschikbaar.\nZaal 5 is vanaf 11.40 uur ook in gebruik"
        in entries["netwerkruimte"].description
    )


@pytest.mark.parametrize("name", sorted(file.stem for file in (CONFIG / "programmes").glob("*.yaml")))
def test_icaljs_reads_every_bundled_day_in_english(name: str, catalogue: Catalogue, icaljs: IcalJs) -> None:
    programme = bundled(name)
    file = session_file(programme, programme.sessions, language="en", words=catalogue["en"], lead=None, now=NOW)

    assert {(entry.uid, entry.start, entry.end, entry.alarm) for entry in icaljs.read(file)} == {
        (s.uid, s.start, s.end, None) for s in programme.sessions
    }
