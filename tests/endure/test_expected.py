"""What guests ought to get is worked out from the file alone: a few that can be checked by hand."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import pytest

from benchmarks.endure.expected import NEVER, Outage, Version, Window, read_pijlers, read_version, windows
from benchmarks.endure.guests import Diary, Guest, haarlem
from benchmarks.endure.scripts import cancelled, moved, rooms_swapped
from config.bundled import network_source, programme_sources

TEXT: Final = programme_sources()["haarlem-2023"]
PIJLERS: Final = read_pijlers(network_source())
JOINED: Final = Diary(joined=(haarlem(9), haarlem(9)))
FIRST: Final = read_version(TEXT, haarlem(8), haarlem(8))
GUEST: Final = Guest(number=1, groups=("financien",))


def found(guest: Guest, *later: Version, diary: Diary = JOINED, outages: tuple[Outage, ...] = ()) -> list[Window]:
    return windows(guest, diary, (FIRST, *later), outages, PIJLERS, ended=haarlem(18))


def must(guest: Guest, *later: Version, diary: Diary = JOINED, outages: tuple[Outage, ...] = ()) -> dict[str, str]:
    """Give when reminders are wanted that have to come, by start."""
    sure = (window for window in found(guest, *later, diary=diary, outages=outages) if window.must)
    return {clock(window.start): clock(window.able) for window in sure}


def clock(moment: datetime) -> str:
    return f"{moment + timedelta(hours=1):%H.%M}"


def after(text: str, moment: datetime) -> Version:
    return read_version(text, moment, moment)


@pytest.mark.parametrize(
    ("guest", "wanted"),
    [
        (GUEST, {"15.00": "14.50"}),
        (replace(GUEST, lead=None), {}),
        (replace(GUEST, absent=True), {}),
        (replace(GUEST, leaves=haarlem(14, 30)), {}),
        (replace(GUEST, arrives=haarlem(15)), {"15.00": "14.50"}),
        (replace(GUEST, arrives=haarlem(15, 1)), {}),
        (replace(GUEST, lunch=True, lead=5), {"12.50": "12.45", "15.00": "14.55"}),
        # Its own meeting, those of its four groups, and the talk that one of them joins instead of meeting.
        (replace(GUEST, groups=("sociaal",)), {"10.30": "10.20", "11.40": "11.30", "13.55": "13.45", "15.00": "14.50"}),
        # Half an hour before 11.40 they sit in a meeting, until 11.30.
        (
            replace(GUEST, groups=("sociaal", "veiligheid"), lead=30, quiet=True),
            {"10.30": "10.00", "11.40": "11.30", "13.55": "13.25", "15.00": "14.55"},
        ),
    ],
)
def test_who_is_to_get_what_and_when(guest: Guest, wanted: dict[str, str]) -> None:
    assert must(guest) == wanted


def test_nothing_comes_of_what_was_cancelled_before() -> None:
    off = after(cancelled("financien")(TEXT), haarlem(14, 45))
    assert must(GUEST, off) == {}
    assert must(replace(GUEST, lead=20), off) == {"15.00": "14.40"}
    assert [clock(w.until) for w in found(GUEST, off)] == ["14.45"]


def test_what_moved_is_wanted_before_its_new_time_too() -> None:
    guest = Guest(number=1, groups=("slimme-verstedelijking",), lead=30)
    later = after(moved("slimme-verstedelijking", "14.10-15.00")(TEXT), haarlem(13, 30))
    assert must(guest, later) == {"13.55": "13.25", "14.10": "13.40"}
    assert must(replace(guest, lead=10), later) == {"14.10": "14.00"}


def test_another_room_is_no_reason_for_another_reminder() -> None:
    swapped = after(rooms_swapped("financien", "europa")(TEXT), haarlem(14, 45))
    assert swapped.sittings["financien"].room == "Zaal 2"
    assert swapped.sittings["europa"].room == "Zaal 4"
    (window,) = found(GUEST, swapped)
    assert window.until == haarlem(15, 10)


def test_who_blocks_gets_nothing_until_they_are_back() -> None:
    away = replace(JOINED, blocked=(haarlem(14), haarlem(14)))
    assert must(GUEST, diary=away) == {}
    assert must(GUEST, diary=replace(away, returned=(haarlem(15, 5), haarlem(15, 5)))) == {"15.00": "15.05"}
    assert must(GUEST, diary=replace(away, returned=(haarlem(15, 11), haarlem(15, 11)))) == {}


def test_what_is_wanted_while_no_bot_runs_is_wanted_when_one_is_back() -> None:
    cut = Outage(haarlem(14, 40), haarlem(15, 2), killed=True)
    assert must(GUEST, outages=(cut,)) == {"15.00": "15.02"}
    assert must(GUEST, outages=(replace(cut, back=haarlem(15, 20)),)) == {}
    assert haarlem(23) < NEVER
