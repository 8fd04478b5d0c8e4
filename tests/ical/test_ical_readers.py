"""Our files, read back by programs that others wrote."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from calendar_days import NOW, at, day, full_session, session
from calendar_readers import Calcurse, Entry, IcalJs, Khal, Libical

from bot.ical.calendars import session_file
from bot.ical.description import description
from bot.programme.model import Programme, Session, Status, Text
from bot.wording.catalogue import Catalogue

# A backslash before an n or N is another matter: khal reads it as a new line. The property tests have it.
AWKWARD = 'Prijs; plaats, map\\Bijlage – één "vraag": 100%'
TWO_LINES = "Eerste regel\nen de tweede; met, alles\\erop"


def busy_day() -> Programme:
    """Make several days with awkward titles, a session at each change of summer time and one without an end."""
    return day(
        full_session(),
        session("vragen", title=Text(AWKWARD), kind="workshop", start=at(9), end=at(9, 30), text=Text(TWO_LINES)),
        session("borrel", title=Text("Borrel"), kind="drinks", start=at(15), end=None, room="gravenzaal"),
        session("zomer", start=datetime(2023, 3, 26, 0, 30, tzinfo=UTC), end=datetime(2023, 3, 26, 1, 30, tzinfo=UTC)),
        session("eerste", start=datetime(2023, 10, 29, 0, 30, tzinfo=UTC), end=datetime(2023, 10, 29, 3, tzinfo=UTC)),
        session("tweede", start=datetime(2023, 10, 29, 1, 30, tzinfo=UTC), end=datetime(2023, 10, 29, 3, tzinfo=UTC)),
        session("juli", start=datetime(2023, 7, 7, 7, tzinfo=UTC), end=datetime(2023, 7, 8, 7, tzinfo=UTC)),
        session("in-twijfel", status=Status.PROVISIONAL, sequence=1),
        session("afgelast", status=Status.CANCELLED, sequence=4),
    )


TITLES = {
    "woningmarkt": "Themagroep Woningmarkt",
    "vragen": AWKWARD,
    "borrel": "Borrel",
    "in-twijfel": "Themagroep Woningmarkt (onder voorbehoud)",
    "afgelast": "Gaat niet door: Themagroep Woningmarkt",
}
STATUSES = {Status.CONFIRMED: "CONFIRMED", Status.PROVISIONAL: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


def expected(programme: Programme, catalogue: Catalogue, lead: int) -> dict[str, Entry]:
    """Give what a program must understand of the whole programme."""
    return {
        s.uid: Entry(
            uid=s.uid,
            status=STATUSES[s.status],
            sequence=s.sequence,
            start=s.start,
            end=s.end,
            alarm=timedelta(minutes=-lead) if s.goes_ahead else None,
            summary=TITLES.get(s.key, "Themagroep Woningmarkt"),
            location="Gravenzaal (zaal 1), stadhuis van Haarlem"
            if s.room == "gravenzaal"
            else "Zaal 2, stadhuis van Haarlem",
            description=description(s, programme, catalogue["nl"], language="nl"),
        )
        for s in programme.sessions
    }


def made(programme: Programme, catalogue: Catalogue, *sessions: Session, **given: Any) -> bytes:
    known: dict[str, Any] = {"language": "nl", "words": catalogue["nl"], "lead": 10, "now": NOW}
    return session_file(programme, sessions or programme.sessions, **(known | given))


def test_libical_understands_everything_and_finds_no_fault(catalogue: Catalogue, libical: Libical) -> None:
    programme = busy_day()

    read = libical.read(made(programme, catalogue, link=lambda s: f"https://example.org/haarlem-2023/s/{s.key}"))
    assert {entry.uid: entry for entry in read} == expected(programme, catalogue, lead=10)


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
def test_libical_finds_no_fault_in_what_goes_by_mail(method: Any, catalogue: Catalogue, libical: Libical) -> None:
    one = session(sequence=2, status=Status.CANCELLED if method == "CANCEL" else Status.CONFIRMED)

    (entry,) = libical.read(made(day(one), catalogue, method=method, attendee="jan@stad.example"))
    assert entry == replace(
        expected(day(one), catalogue, lead=10)[one.uid],
        summary="Gaat niet door: Themagroep Woningmarkt" if method == "CANCEL" else "Themagroep Woningmarkt",
    )


def test_libical_finds_no_fault_in_a_conference(catalogue: Catalogue, libical: Libical) -> None:
    online = session(online=True, room=None)

    (entry,) = libical.read(made(day(online), catalogue, conference=lambda _: "https://meet.example.org/kamer"))
    assert (entry.uid, entry.location) == (online.uid, "Online")


def test_libical_finds_no_fault_in_a_cancellation(catalogue: Catalogue, libical: Libical) -> None:
    (entry,) = libical.read(made(day(session(sequence=2)), catalogue, method="CANCEL"))

    assert (entry.uid, entry.status, entry.sequence) == (session().uid, "CANCELLED", 2)


def test_libical_finds_the_fault_in_a_file_without_organizer(catalogue: Catalogue, libical: Libical) -> None:
    file = made(day(session()), catalogue).replace(b"ORGANIZER", b"X-ORGANIZER")

    with pytest.raises(AssertionError, match="libical"):
        libical.read(file)


def test_icaljs_understands_everything(catalogue: Catalogue, icaljs: IcalJs) -> None:
    programme = busy_day()

    read = icaljs.read(made(programme, catalogue, lead=0))
    assert {entry.uid: entry for entry in read} == expected(programme, catalogue, lead=0)


def test_khal_shows_the_instants_and_the_texts(catalogue: Catalogue, khal: Khal) -> None:
    programme = busy_day()
    khal.add(made(programme, catalogue))
    fields = ("uid", "start-long", "end-long", "title", "location", "description", "status")

    wanted = expected(programme, catalogue, lead=10)
    # khal shows an entry without an end as an hour long, whatever RFC 5545 says; the text says that it is not known.
    for date in ("2023-02-10", "2023-03-26", "2023-07-07", "2023-10-29"):
        here = [entry for entry in wanted.values() if entry.start.date().isoformat() == date]
        assert sorted(khal.shown(date, *fields)) == sorted(
            (
                entry.uid,
                f"{entry.start:%Y-%m-%dT%H:%M}",
                f"{entry.end or entry.start + timedelta(hours=1):%Y-%m-%dT%H:%M}",
                entry.summary,
                entry.location,
                entry.description,
                f"{entry.status} ",
            )
            for entry in here
        )


def test_khal_takes_a_move_and_a_cancellation_into_the_same_entry(catalogue: Catalogue, khal: Khal) -> None:
    first = session()
    moved = replace(first, start=at(13), end=at(14), room="gravenzaal", sequence=1)
    gone = replace(moved, status=Status.CANCELLED, sequence=2)
    seen = []
    for version, method in ((first, "PUBLISH"), (moved, "PUBLISH"), (gone, "CANCEL")):
        khal.add(made(day(version), catalogue, method=method))
        seen.append((khal.files(), khal.shown("2023-02-10", "start-long", "title", "location")))

    assert seen == [
        (1, [("2023-02-10T10:40", "Themagroep Woningmarkt", "Zaal 2, stadhuis van Haarlem")]),
        (1, [("2023-02-10T13:00", "Themagroep Woningmarkt", "Gravenzaal (zaal 1), stadhuis van Haarlem")]),
        (
            1,
            [
                (
                    "2023-02-10T13:00",
                    "Gaat niet door: Themagroep Woningmarkt",
                    "Gravenzaal (zaal 1), stadhuis van Haarlem",
                )
            ],
        ),
    ]


def test_calcurse_imports_the_instants(catalogue: Catalogue, calcurse: Calcurse) -> None:
    programme = day(
        session(),
        session("vragen", title=Text(AWKWARD), kind="workshop", start=at(9), end=at(9, 30)),
        session("juli", start=datetime(2023, 7, 7, 7, tzinfo=UTC), end=datetime(2023, 7, 7, 8, tzinfo=UTC)),
    )
    calcurse.add(made(programme, catalogue))

    assert calcurse.shown() == [
        (s.start, s.end, TITLES.get(s.key, "Themagroep Woningmarkt")) for s in programme.sessions
    ]
