"""Calendars to subscribe to, fetched as programs fetch them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from calendar_readers import IcalJs, Khal, Libical
from icalendar import Calendar
from web_sites import DAY, PUBLIC_URL, EventClockByHand, Sites

from bot.programme.model import State, Status, Text
from storage import choice_rows, feeds, personal
from storage import programme as programmes


def read(answer: httpx.Response) -> Any:
    """Read a calendar that was fetched."""
    assert answer.status_code == 200, answer.text
    return Calendar.from_ical(answer.content)


def uids(answer: httpx.Response) -> list[str]:
    return [str(event["uid"]).partition("@")[0] for event in read(answer).events]


async def test_the_whole_day_as_a_calendar(web: httpx.AsyncClient) -> None:
    answer = await web.get(f"/{DAY}.ics")
    calendar = read(answer)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"] == f'inline; filename="{DAY}.ics"'
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert {key: calendar[key].to_ical().decode() for key in calendar} == {
        "VERSION": "2.0",
        "PRODID": "-//netwerkdag//netwerkdag//NL",
        "CALSCALE": "GREGORIAN",
        "NAME": "Bestuurlijke netwerkdag G40\\, Haarlem",
        "X-WR-CALNAME": "Bestuurlijke netwerkdag G40\\, Haarlem",
        "REFRESH-INTERVAL": "PT1H",
        "X-PUBLISHED-TTL": "PT1H",
        "SOURCE": f"{PUBLIC_URL}/{DAY}.ics?taal=nl",
    }
    assert len(calendar.events) == 22
    assert not [event for event in calendar.events if "verplaatsing" in event["uid"]]
    assert not [event for event in calendar.events if event.subcomponents]
    (europe,) = [event for event in calendar.events if event["uid"].startswith("europa.")]
    assert (europe["url"], europe["organizer"]) == (f"{PUBLIC_URL}/{DAY}/s/europa", "mailto:agenda@example.org")
    assert europe["dtstamp"].dt == europe["last-modified"].dt == datetime(2023, 2, 1, tzinfo=UTC)


async def test_a_group_and_a_session_as_calendars(web: httpx.AsyncClient) -> None:
    group = await web.get(f"/{DAY}/fysiek.ics")
    assert set(uids(group)) == {
        f"{key}.{DAY}"
        for key in ("pijler-fysiek", "woningmarkt", "leefomgeving", "slimme-verstedelijking", "duurzaamheid")
    }
    assert read(group)["name"] == "Pijler Fysiek\\, Bestuurlijke netwerkdag G40\\, Haarlem"
    assert group.headers["content-disposition"] == f'inline; filename="fysiek-{DAY}.ics"'
    one = await web.get(f"/{DAY}/s/europa.ics")
    (event,) = read(one).events
    assert (event["uid"], str(event["summary"])) == (f"europa.{DAY}@netwerkdag.g40", "Themagroep Europa")
    (alarm,) = event.subcomponents
    assert alarm["trigger"].dt == timedelta(minutes=-10)
    assert one.headers["content-disposition"] == f'inline; filename="europa-{DAY}.ics"'


async def test_a_group_that_does_not_meet_has_an_empty_calendar(
    web: httpx.AsyncClient, libical: Libical, icaljs: IcalJs
) -> None:
    answer = await web.get("/lelystad-2017/europa.ics")
    assert uids(answer) == []
    assert libical.read(answer.content) == []
    assert icaljs.read(answer.content) == []


@pytest.mark.parametrize(
    ("query", "accepted", "title"),
    [
        ("", {}, "Inloop"),
        ("", {"accept-language": "en-GB,en;q=0.9,nl;q=0.5"}, "Arrival"),
        ("?taal=nl", {"accept-language": "en"}, "Inloop"),
        ("?taal=en", {"accept-language": "nl"}, "Arrival"),
    ],
)
async def test_the_language_of_a_public_calendar(
    web: httpx.AsyncClient, query: str, accepted: dict[str, str], title: str
) -> None:
    answer = await web.get(f"/{DAY}/s/inloop.ics{query}", headers=accepted)
    (event,) = read(answer).events
    assert str(event["summary"]).startswith(title)
    assert answer.headers["vary"] == "accept-language"


async def test_ones_own_calendar_is_ones_own_programme(
    web: httpx.AsyncClient, sites: Sites, clock: EventClockByHand
) -> None:
    chat = await sites.person("fysiek", "veiligheid", language="en", lead=15)
    feed = await sites.address(chat)
    europe = (await sites.database.read(programmes.load, DAY)).session_by_key["europa"]
    await sites.database.write(choice_rows.keep, chat.id, europe.id, kept=True)
    answer = await web.get(f"/agenda/{feed.secret}.ics")
    calendar = read(answer)
    assert set(uids(answer)) == {
        f"{key}.{DAY}"
        for key in (
            *("pijler-fysiek", "woningmarkt", "leefomgeving", "slimme-verstedelijking", "duurzaamheid"),
            *("veiligheid", "europa"),
        )
    }
    assert {event.subcomponents[0]["trigger"].dt for event in calendar.events} == {timedelta(minutes=-15)}
    assert (str(calendar["name"]), calendar.get("source"), calendar.get("url")) == ("My network day", None, None)
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["content-disposition"] == 'inline; filename="my-network-day.ics"'
    assert feed.secret.encode() not in answer.content
    dutch = await web.get(f"/agenda/{feed.secret}.ics?taal=nl")
    assert str(read(dutch)["name"]) == "Mijn netwerkdag"
    clock.now = datetime(2023, 3, 13, 12, tzinfo=UTC)
    assert len(uids(await web.get(f"/agenda/{feed.secret}.ics"))) == 7
    clock.now = datetime(2023, 3, 14, 12, tzinfo=UTC)
    assert uids(await web.get(f"/agenda/{feed.secret}.ics")) == []


async def test_ones_own_calendar_holds_all_days_ahead(
    web: httpx.AsyncClient, sites: Sites, clock: EventClockByHand
) -> None:
    clock.now = datetime(2017, 11, 1, tzinfo=UTC)
    feed = await sites.address(await sites.person("financien", lead=None))
    calendar = read(await web.get(f"/agenda/{feed.secret}.ics"))
    assert [str(event["uid"]) for event in calendar.events] == [
        f"financien.{day}@netwerkdag.g40" for day in ("lelystad-2017", "digitaal-2020", DAY)
    ]
    assert [event.subcomponents for event in calendar.events] == [[], [], []]
    assert calendar.to_ical().count(b"BEGIN:VTIMEZONE") == 1


async def test_following_nothing_gives_an_empty_calendar(web: httpx.AsyncClient, sites: Sites) -> None:
    feed = await sites.address(await sites.person())
    answer = await web.get(f"/agenda/{feed.secret}.ics")
    assert uids(answer) == []
    assert b"BEGIN:VTIMEZONE" in answer.content


async def test_a_draft_has_no_calendar_for_anybody(web: httpx.AsyncClient, sites: Sites) -> None:
    feed = await sites.address(await sites.person("europa"))
    paths = (f"/{DAY}.ics", f"/{DAY}/europa.ics", f"/{DAY}/s/europa.ics", f"/{DAY}/s/europa")
    assert [(await web.get(path)).status_code for path in paths] == [200] * 4
    await sites.change(state=State.DRAFT)
    assert [(await web.get(path)).status_code for path in paths] == [404] * 4
    assert uids(await web.get(f"/agenda/{feed.secret}.ics")) == []
    await sites.change(state=State.CLOSED)
    assert [(await web.get(path)).status_code for path in paths] == [200] * 4


async def test_the_same_programme_gives_the_same_bytes(
    web: httpx.AsyncClient, sites: Sites, clock: EventClockByHand
) -> None:
    feed = await sites.address(await sites.person("sociaal"))
    paths = (f"/{DAY}.ics", f"/{DAY}/sociaal.ics", f"/{DAY}/s/europa.ics", f"/agenda/{feed.secret}.ics")
    first = [(await web.get(path)).content for path in paths]
    clock.now += timedelta(hours=3)
    async with sites.served(PUBLIC_URL) as another:
        second = [(await another.get(path)).content for path in paths]
    assert first == second


async def test_what_stands_around_a_session_changes_its_entry_too(web: httpx.AsyncClient, sites: Sites) -> None:
    before = await web.get(f"/{DAY}/s/europa.ics")
    assert "Haarlem" in str(read(before).events[0]["location"])
    await sites.change(city="Zwolle", venue=Text("stadhuis van Zwolle"), address="Grote Kerkplein 15")
    after = await web.get(f"/{DAY}/s/europa.ics")
    assert "stadhuis van Zwolle" in str(read(after).events[0]["location"])
    assert before.headers["etag"] != after.headers["etag"]


async def test_a_move_and_a_cancellation_reach_a_calendar_by_uid(
    web: httpx.AsyncClient, sites: Sites, khal: Khal, libical: Libical, icaljs: IcalJs
) -> None:
    feed = await sites.address(await sites.person("europa"))
    path = f"/agenda/{feed.secret}.ics"
    seen = []
    for change in ({}, {"room": "gravenzaal", "start": datetime(2023, 2, 10, 13, tzinfo=UTC)}, {"status": "cancelled"}):
        if change:
            await sites.change("europa", **({"status": Status.CANCELLED} if "status" in change else change))
        content = (await web.get(path)).content
        khal.add(content)
        (understood,) = libical.read(content)
        assert icaljs.read(content) == [understood]
        seen.append((khal.files(), khal.shown("2023-02-10", "start-long", "title", "status"), understood.sequence))
    assert seen == [
        (1, [("2023-02-10T14:00", "Themagroep Europa", "CONFIRMED ")], 0),
        (1, [("2023-02-10T13:00", "Themagroep Europa", "CONFIRMED ")], 1),
        (1, [("2023-02-10T13:00", "Gaat niet door: Themagroep Europa", "CANCELLED ")], 2),
    ]


async def test_other_programs_read_the_whole_day(
    web: httpx.AsyncClient, sites: Sites, libical: Libical, icaljs: IcalJs, khal: Khal
) -> None:
    content = (await web.get(f"/{DAY}.ics")).content
    day = await sites.database.read(programmes.load, DAY)
    wanted = {s.uid: (s.start, s.end) for s in day.sessions if s.kind not in {"moving", "break"}}
    for reader in (libical, icaljs):
        assert {entry.uid: (entry.start, entry.end) for entry in reader.read(content)} == wanted
    khal.add(content)
    assert len(khal.shown("2023-02-10", "uid")) == khal.files() == len(wanted) == 22


async def test_a_renewed_address_is_gone_and_an_unknown_one_never_was(web: httpx.AsyncClient, sites: Sites) -> None:
    chat = await sites.person("europa")
    old = await sites.address(chat)
    new = await sites.database.write(feeds.renew, chat.id, old.id, sites.clock())
    for end in (".ics", ""):
        gone = await web.get(f"/agenda/{old.secret}{end}")
        assert gone.status_code == 410
        assert "Dit adres is vernieuwd" in gone.text
        assert (await web.get(f"/agenda/{new.secret}{end}")).status_code == 200
        unknown = await web.get(f"/agenda/{'x' * 32}{end}", headers={"accept-language": "en"})
        assert unknown.status_code == 404
        assert "We do not know this address" in unknown.text
        assert new.secret not in gone.text + unknown.text
    await sites.database.write(personal.forget, chat.id)
    assert [(await web.get(f"/agenda/{s}.ics")).status_code for s in (old.secret, new.secret)] == [404, 404]


async def test_no_online_address_or_paper_stands_in_a_public_calendar(web: httpx.AsyncClient) -> None:
    content = (await web.get("/digitaal-2020.ics")).text
    assert "Online" in content
    assert "CONFERENCE" not in content
    assert "ATTACH" not in content
    assert "ATTENDEE" not in content
