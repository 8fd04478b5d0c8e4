from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.ical.zone import vtimezone

AMSTERDAM = b"""BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")


@pytest.mark.parametrize("year", [2017, 2020, 2023, 2031])
def test_amsterdam_is_the_pair_of_rules_since_1996_for_every_event(year: int) -> None:
    assert vtimezone(ZoneInfo("Europe/Amsterdam"), year, year).to_ical() == AMSTERDAM


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("Europe/Amsterdam", 2),
        ("America/New_York", 2),
        ("Australia/Lord_Howe", 2),  # half an hour of summer time, in the other half of the year
        ("Africa/Casablanca", 0),  # follows Ramadan
        ("America/Santiago", 0),  # the first Sunday from the second of the month on
        ("America/Sao_Paulo", 0),  # no summer time since 2019
        ("Asia/Kolkata", 0),
        ("UTC", 0),
    ],
)
@pytest.mark.parametrize("year", [2019, 2023])
def test_a_zone_holds_around_the_days_of_an_event(zone: str, rules: int, year: int) -> None:
    known = ZoneInfo(zone)
    component = vtimezone(known, year, year)
    read = component.to_tz(lookup_tzid=False)
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(0, 366 * 24, 7)]
    local = [moment.astimezone(known) for moment in hours]

    assert component.to_ical().count(b"RRULE") == rules
    assert [moment.replace(tzinfo=read).utcoffset() for moment in local] == [moment.utcoffset() for moment in local]


def test_an_event_over_new_year_is_covered_on_both_sides() -> None:
    zone = ZoneInfo("Africa/Casablanca")
    read = vtimezone(zone, 2023, 2024).to_tz(lookup_tzid=False)
    summers = [datetime(2023, 7, 1, 12, tzinfo=zone), datetime(2024, 3, 20, 12, tzinfo=zone)]

    assert [m.replace(tzinfo=read).utcoffset() for m in summers] == [timedelta(hours=1), timedelta(0)]
