from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from calendar_days import NOW, day, session
from calendar_drawn import programmes
from calendar_readers import Entry, Libical
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bot.ical.calendars import file_name, session_file
from bot.ical.text import tidy
from bot.programme.model import LANGUAGES, Programme, Session
from bot.wording.catalogue import Catalogue


def made(programme: Programme, catalogue: Catalogue, *sessions: Session, **given: Any) -> bytes:
    known: dict[str, Any] = {"language": "nl", "words": catalogue["nl"], "lead": 10, "now": NOW}
    return session_file(programme, sessions or programme.sessions, **(known | given))


def instants(programme: Programme) -> dict[str, tuple[datetime, datetime | None]]:
    return {s.uid: (s.start, s.end) for s in programme.sessions}


@given(programme=programmes(), language=st.sampled_from(LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_a_file_says_what_the_programme_says(programme: Programme, language: Any, catalogue: Catalogue) -> None:
    file = made(programme, catalogue, language=language, words=catalogue[language])
    read = Calendar.from_ical(file)
    events = {str(event["uid"]): event for event in read.events}

    assert instants(programme) == {
        uid: (event["dtstart"].dt, event["dtend"].dt if "dtend" in event else None) for uid, event in events.items()
    }
    assert {s.uid: s.sequence for s in programme.sessions} == {uid: e["sequence"] for uid, e in events.items()}
    for kept in programme.sessions:
        assert tidy(kept.text.nl) in str(events[kept.uid]["description"])
        if kept.kind == "workshop" and kept.goes_ahead:
            assert tidy(kept.title.nl)[1:] in str(events[kept.uid]["summary"])


@given(programme=programmes())
@settings(max_examples=60, deadline=None)
def test_a_file_is_written_as_the_standard_asks(programme: Programme, catalogue: Catalogue) -> None:
    file = made(programme, catalogue)
    lines = file.split(b"\r\n")

    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\r" in line or b"\n" in line or b"\x00" in line]
    assert file.count(b"BEGIN:VTIMEZONE") == 1
    assert b"ATTENDEE" not in file
    assert all(line.decode() for line in lines[:-1])  # no character is cut in two by a fold


def _texts(entries: list[Entry], of: Session) -> str:
    return next(entry.description for entry in entries if entry.uid == of.uid)


@given(programme=programmes(), method=st.sampled_from(("PUBLISH", "CANCEL")))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_libical_reads_the_same_instants_and_texts_from_our_zone(
    programme: Programme, method: Any, catalogue: Catalogue, libical: Libical
) -> None:
    entries = libical.read(made(programme, catalogue, method=method))

    assert {entry.uid: (entry.start, entry.end) for entry in entries} == instants(programme)
    assert [tidy(s.text.nl) for s in programme.sessions if tidy(s.text.nl) not in _texts(entries, s)] == []


def test_the_head_of_a_file(catalogue: Catalogue) -> None:
    head, *_ = made(day(session()), catalogue).split(b"BEGIN:VTIMEZONE")

    assert head.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//netwerkdag//netwerkdag//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Bestuurlijke netwerkdag G40\\, Haarlem",
        "X-WR-CALNAME:Bestuurlijke netwerkdag G40\\, Haarlem",
        "",
    ]


def test_the_same_question_gives_the_same_bytes(catalogue: Catalogue) -> None:
    programme = day(session())

    assert made(programme, catalogue) == made(programme, catalogue)
    later = made(programme, catalogue, now=NOW + timedelta(hours=1))
    assert later.replace(b"DTSTAMP:20230201T130000Z", b"DTSTAMP:20230201T120000Z") == made(programme, catalogue)


def test_cancelling_takes_out_the_same_entry_whatever_the_programme_says(catalogue: Catalogue) -> None:
    kept = session(sequence=2)
    read = Calendar.from_ical(made(day(kept), catalogue, kept, method="CANCEL"))
    (event,) = read.events

    assert (read["method"], event["uid"], event["sequence"], event["status"], event.subcomponents) == (
        "CANCEL",
        kept.uid,
        2,
        "CANCELLED",
        [],
    )


def test_only_the_sessions_asked_for_are_in_the_file(catalogue: Catalogue) -> None:
    programme = day(session("a"), session("b"), session("c"))
    wanted = [s for s in programme.sessions if s.key != "b"]

    assert [str(e["uid"]) for e in Calendar.from_ical(made(programme, catalogue, *wanted)).events] == [
        "a.haarlem-2023@netwerkdag.g40",
        "c.haarlem-2023@netwerkdag.g40",
    ]


def test_a_file_without_sessions_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="at least one session"):
        made(day(), catalogue)


def test_file_names_say_what_is_inside() -> None:
    programme = day(session("woningmarkt"), session("europa"))
    woningmarkt = programme.session_by_key["woningmarkt"]

    assert file_name(programme, [woningmarkt]) == "woningmarkt-haarlem-2023.ics"
    assert file_name(programme, programme.sessions) == "programma-haarlem-2023.ics"
    assert file_name(programme, programme.sessions, several="mijn-programma") == "mijn-programma-haarlem-2023.ics"
    assert file_name(programme, [woningmarkt], several="mijn-programma") == "woningmarkt-haarlem-2023.ics"
    assert file_name(programme, [replace(woningmarkt, key="../Één/ding")]) == "een-ding-haarlem-2023.ics"
