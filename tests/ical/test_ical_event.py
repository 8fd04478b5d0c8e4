from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from calendar_days import GROUP, NOW, PIJLER, at, day, full_session, session
from icalendar import Event

from bot.ical.event import session_event
from bot.ical.text import written
from bot.programme.model import Programme, Relation, Session, SessionGroup, Status, Text
from bot.wording.catalogue import Catalogue

HOUR = timedelta(hours=1)
ENTRY = """BEGIN:VEVENT
SUMMARY:Themagroep Woningmarkt
DTSTART;TZID=Europe/Amsterdam:20230210T114000
DTEND;TZID=Europe/Amsterdam:20230210T124000
DTSTAMP:20230201T120000Z
UID:woningmarkt.haarlem-2023@netwerkdag.g40
SEQUENCE:0
CATEGORIES:Fysiek,Woningmarkt
CLASS:PUBLIC
CONTACT:info@woningmarkt.example
DESCRIPTION:De inhoud is onder voorbehoud.\\n\\nZaal 2: volgens onze lezing v
 an de tabel in het programma.\\n\\nMet:\\n- Karin Schrederhof\\, wethouder Del
 ft (voorzitter)\\n- spreker uit een andere regio. Onder voorbehoud: de koms
 t is nog niet zeker.\\n\\nHoe gaat het met de prestatieafspraken?\\n\\nMet een
  toelichting.\\n\\nMeer informatie: info@woningmarkt.example\\n\\nOnderdeel va
 n Bestuurlijke netwerkdag G40\\, Haarlem.
LAST-MODIFIED:20230120T083000Z
LOCATION:Zaal 2\\, stadhuis van Haarlem
ORGANIZER;CN="Themagroep Woningmarkt":mailto:agenda@example.org
STATUS:CONFIRMED
TRANSP:OPAQUE
URL:https://example.org/haarlem-2023/s/woningmarkt
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Themagroep Woningmarkt\\, 11.40 uur\\, zaal 2
TRIGGER:-PT10M
END:VALARM
END:VEVENT
"""


def entry(session: Session, catalogue: Catalogue, programme: Programme | None = None, **given: Any) -> Event:
    known: dict[str, Any] = {
        "language": "nl",
        "words": catalogue["nl"],
        "lead": 10,
        "stamp": NOW,
        "organizer": "mailto:agenda@example.org",
    }
    return session_event(session, programme or day(session), **(known | given))


def facts(event: Event, *names: str) -> dict[str, str | None]:
    """Give properties as they stand in the file, None for one that is not there."""
    return {name: event[name].to_ical().decode() if name in event else None for name in names}


def test_an_entry_says_all_that_is_known(catalogue: Catalogue) -> None:
    made = entry(full_session(), catalogue, link="https://example.org/haarlem-2023/s/woningmarkt")

    assert written(made) == ENTRY.replace("\n", "\r\n").encode()


def test_a_cancelled_session_keeps_its_uid_and_rings_no_more(catalogue: Catalogue) -> None:
    event = entry(session(status=Status.CANCELLED, sequence=3), catalogue)

    assert facts(event, "uid", "sequence", "status", "summary", "transp") == {
        "uid": "woningmarkt.haarlem-2023@netwerkdag.g40",
        "sequence": "3",
        "status": "CANCELLED",
        "summary": "Gaat niet door: Themagroep Woningmarkt",
        "transp": "TRANSPARENT",
    }
    assert event.subcomponents == []


@pytest.mark.parametrize(
    ("marks", "status", "summary"),
    [
        ({"status": Status.PROVISIONAL}, "TENTATIVE", "Themagroep Woningmarkt (onder voorbehoud)"),
        ({"content_provisional": True}, "CONFIRMED", "Themagroep Woningmarkt"),
        ({"speakers": full_session().speakers}, "CONFIRMED", "Themagroep Woningmarkt"),
    ],
)
def test_only_a_session_in_doubt_is_tentative(
    marks: dict[str, Any], status: str, summary: str, catalogue: Catalogue
) -> None:
    event = entry(session(**marks), catalogue)

    assert facts(event, "status", "summary") == {"status": status, "summary": summary}


def test_without_an_end_an_entry_claims_only_the_start(catalogue: Catalogue) -> None:
    event = entry(session(end=None), catalogue)

    assert facts(event, "dtstart", "dtend", "duration") == {
        "dtstart": "20230210T114000",
        "dtend": None,
        "duration": None,
    }


@pytest.mark.parametrize(("lead", "trigger"), [(10, "-PT10M"), (90, "-PT1H30M"), (0, "P0D")])
def test_the_alarm_rings_at_the_lead_time(lead: int, trigger: str, catalogue: Catalogue) -> None:
    (alarm,) = entry(session(), catalogue, lead=lead).subcomponents

    assert alarm["trigger"].to_ical().decode() == trigger


def test_no_lead_time_means_no_alarm(catalogue: Catalogue) -> None:
    assert entry(session(), catalogue, lead=None).subcomponents == []


@pytest.mark.parametrize(
    ("where", "location"),
    [
        ({"room": "gravenzaal"}, "Gravenzaal (zaal 1)\\, stadhuis van Haarlem"),
        ({"room": None}, "stadhuis van Haarlem"),
        ({"room": None, "online": True}, "Online"),
        ({"room": "zaal-2", "online": True}, "Zaal 2\\, Online\\, stadhuis van Haarlem"),
    ],
)
def test_the_place_is_said_as_far_as_it_is_stated(where: dict[str, Any], location: str, catalogue: Catalogue) -> None:
    assert facts(entry(session(**where), catalogue), "location") == {"location": location}


def test_an_address_goes_between_building_and_city(catalogue: Catalogue) -> None:
    programme = day(venue=Text("stadhuis"), address="Stadhuisplein 2", city="Lelystad")

    assert facts(entry(session(room=None), catalogue, programme), "location") == {
        "location": "stadhuis\\, Stadhuisplein 2\\, Lelystad"
    }


def test_nothing_is_said_of_a_place_that_nobody_stated(catalogue: Catalogue) -> None:
    programme = day(venue=Text(), city="")

    assert facts(entry(session(room=None), catalogue, programme), "location") == {"location": None}


def test_the_organizer_is_one_address_under_the_name_of_who_holds_it(catalogue: Catalogue) -> None:
    quoted = replace(GROUP, name='De "markt"; wonen')
    cases = {
        session(): "Themagroep Woningmarkt",
        session(groups=(SessionGroup("woningmarkt"), SessionGroup("fysiek"))): (
            "Themagroep Woningmarkt en pijler Fysiek"
        ),
        session(groups=(SessionGroup("woningmarkt", Relation.PREPARES),)): "Bestuurlijke netwerkdag G40, Haarlem",
        session(groups=()): "Bestuurlijke netwerkdag G40, Haarlem",
    }
    said = {made: entry(made, catalogue)["organizer"] for made in cases}

    assert {made: organizer.params["CN"] for made, organizer in said.items()} == cases
    assert set(said.values()) == {"mailto:agenda@example.org"}
    event = entry(session(), catalogue, replace(day(), groups=(PIJLER, quoted)))
    assert b"""ORGANIZER;CN="Themagroep De 'markt'; wonen":mailto:agenda@example.org""" in event.to_ical()


def test_a_prepared_session_is_found_under_its_group_and_an_invited_group_is_not_named(catalogue: Catalogue) -> None:
    prepared = session(groups=(SessionGroup("woningmarkt", Relation.PREPARES),))
    invited = session(groups=(SessionGroup("woningmarkt", Relation.INVITED),))

    assert facts(entry(prepared, catalogue), "categories") == {"categories": "Fysiek,Woningmarkt"}
    assert facts(entry(invited, catalogue), "categories") == {"categories": None}


def test_moments_in_the_hour_that_comes_twice_are_written_in_utc(catalogue: Catalogue) -> None:
    begin, first, second, after = (datetime(2023, 10, 29, hour, 30, tzinfo=UTC) - HOUR for hour in range(4))
    written = [
        (dates["dtstart"], dates["dtend"], "TZID" in event["dtstart"].params)
        for start, end in ((begin, after), (begin, first), (first, second), (second, after))
        if (event := entry(session(start=start, end=end), catalogue)) and (dates := facts(event, "dtstart", "dtend"))
    ]

    assert written == [
        ("20231029T013000", "20231029T033000", True),
        ("20231028T233000Z", "20231029T003000Z", False),
        ("20231029T003000Z", "20231029T013000Z", False),
        ("20231029T013000Z", "20231029T023000Z", False),
    ]


def test_moving_time_leaves_a_person_free(catalogue: Catalogue) -> None:
    assert facts(entry(session(kind="moving"), catalogue), "transp") == {"transp": "TRANSPARENT"}


def test_english_keeps_the_name_and_adds_a_gloss(catalogue: Catalogue) -> None:
    event = entry(session(), catalogue, language="en", words=catalogue["en"])

    assert facts(event, "summary", "location") == {
        "summary": "Themagroep Woningmarkt (housing market)",
        "location": "Room 2\\, stadhuis van Haarlem",
    }


def test_a_session_that_storage_has_not_kept_has_no_entry(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="'woningmarkt' has no uid"):
        entry(session(start=at(9), uid=""), catalogue)


def test_where_it_is_held_online_stands_only_in_the_entry_of_who_may_know(catalogue: Catalogue) -> None:
    online, address = session(online=True, room=None), "https://meet.example.org/kamer;1,2"

    assert [
        facts(entry(of, catalogue, conference=given), "conference")
        for of, given in (
            (online, address),
            (online, None),
            (session(), address),
            (replace(online, status=Status.CANCELLED), address),
        )
    ] == [{"conference": address}, {"conference": None}, {"conference": None}, {"conference": None}]
    assert b"\r\nCONFERENCE;LABEL=Online;VALUE=URI:" in written(entry(online, catalogue, conference=address))


def test_who_is_invited_by_mail_need_not_answer(catalogue: Catalogue) -> None:
    invited = entry(session(), catalogue, attendee="jan@stad.example")

    lines = written(invited).replace(b"\r\n ", b"").decode().splitlines()
    (line,) = (line for line in lines if line.startswith("ATTENDEE"))
    assert line.removesuffix(":mailto:jan@stad.example") == (
        "ATTENDEE;CN=jan@stad.example;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=FALSE"
    )
    assert facts(entry(session(), catalogue), "attendee") == {"attendee": None}
