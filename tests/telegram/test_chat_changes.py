"""What changed lately, told where a session is named and where it is asked for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chat_bots import DAY, EventClockByHand
from sqlalchemy import Connection

from bot.programme.model import Status
from handlers.services import Services
from handlers.stage.people import Person
from storage import programme as programmes


def change_at(conn: Connection, moment: datetime, key: str, **fields: Any) -> None:
    day = programmes.load(conn, DAY)
    sessions = tuple(replace(s, **fields) if s.key == key else s for s in day.sessions)
    programmes.save(conn, replace(day, sessions=sessions), now=moment)


def at(hour: int, minute: int) -> datetime:
    return datetime(2023, 2, 10, hour - 1, minute, tzinfo=UTC)


async def test_an_answer_says_once_when_its_session_changed(
    guest: Person, services: Services, clock: EventClockByHand
) -> None:
    clock.local("11.30")
    await services.database.write(change_at, at(11, 25), "veiligheid", room="zaal-4")
    assert (await guest.ask("waar is Veiligheid?")).text.splitlines() == [
        "Themagroep Veiligheid: zaal 4, 11.40 tot 12.40 uur.",
        "Gewijzigd om 11.25 uur: nu zaal 4 (was zaal 5).",
    ]
    listed = (await guest.ask("wat is er om 11.40?")).text.splitlines()
    assert [line for line in listed if "gewijzigd" in line.casefold()] == [
        "Themagroep Veiligheid, gewijzigd om 11.25 uur: nu zaal 4 (was zaal 5)."
    ]
    assert "ewijzigd" not in (await guest.ask("waar is Europa?")).text


async def test_changes_are_taken_together_and_grow_old(
    guest: Person, services: Services, clock: EventClockByHand
) -> None:
    start = (await services.programmes.current()).session_by_key["europa"].start
    await services.database.write(change_at, at(9, 0), "europa", room="zaal-5")
    await services.database.write(change_at, at(9, 10), "europa", start=start + timedelta(minutes=5))
    await services.database.write(change_at, at(9, 15), "mkb", room="zaal-4")
    await services.database.write(change_at, at(9, 20), "mkb", room="gravenzaal")
    clock.local("9.25")
    assert (await guest.ask("waar is Europa?")).text.splitlines()[-1] == (
        "Gewijzigd om 9.10 uur: nu 15.05 tot 16.00 uur (was 15.00 tot 16.00 uur), nu zaal 5 (was zaal 2)."
    )
    assert "ewijzigd" not in (await guest.ask("waar is MKB?")).text
    clock.local("15.11")
    assert "ewijzigd" not in (await guest.ask("waar is Europa?")).text


async def test_what_changed_today_is_listed_with_was_and_is(
    guest: Person, visitor: Person, services: Services, clock: EventClockByHand
) -> None:
    assert (await guest.ask("wat is er vandaag gewijzigd?")).text == "Er is niets gewijzigd in het programma."
    await services.database.write(change_at, at(9, 0), "europa", status=Status.CANCELLED)
    await services.database.write(change_at, at(9, 5), "veiligheid", room="zaal-4")
    clock.local("16.00")
    assert (await guest.ask("wat is er vandaag gewijzigd?")).text.splitlines() == [
        "Vandaag gewijzigd:",
        "Themagroep Europa, gewijzigd om 9.00 uur: gaat niet door.",
        "Themagroep Veiligheid, gewijzigd om 9.05 uur: nu zaal 4 (was zaal 5).",
    ]
    assert (await visitor.ask("what has changed?")).text.splitlines() == [
        "Changed today:",
        "Themagroep Europa (Europe), changed at 9.00: cancelled.",
        "Themagroep Veiligheid (public safety), changed at 9.05: now room 4 (was room 5).",
    ]
    assert (await guest.ask("is er iets gewijzigd bij Veiligheid?")).text.splitlines() == [
        "Vandaag gewijzigd:",
        "Themagroep Veiligheid, gewijzigd om 9.05 uur: nu zaal 4 (was zaal 5).",
    ]


async def test_what_is_again_as_it_was_is_not_listed(
    guest: Person, visitor: Person, services: Services, clock: EventClockByHand
) -> None:
    for key, was in (("europa", "zaal-2"), ("veiligheid", "zaal-5")):
        await services.database.write(change_at, at(9, 0), key, room="zaal-3")
        await services.database.write(change_at, at(9, 5), key, room=was)
    clock.local("9.25")
    restored = "Wat vandaag gewijzigd was, is weer zoals het was."
    assert (await guest.ask("is er iets veranderd?")).text == restored
    assert (await visitor.ask("what has changed?")).text == "What was changed today is again as it was."
    assert (await guest.ask("is er iets gewijzigd bij Veiligheid?")).text.splitlines()[0] == restored
    # What changed earlier stays listed, and what changes after it is told alone.
    await services.database.write(change_at, datetime(2023, 2, 8, 12, tzinfo=UTC), "mkb", room="zaal-4")
    assert (await guest.ask("is er iets veranderd?")).text.splitlines()[:3] == [
        restored,
        "Eerder gewijzigd, het laatst op woensdag 8 februari 2023:",
        "11.40 tot 12.40 uur: themagroep MKB en economische vernieuwing, zaal 4",
    ]
    await services.database.write(change_at, at(9, 20), "veiligheid", room="zaal-4")
    await services.database.write(change_at, at(9, 22), "europa", room="zaal-5")
    await services.database.write(change_at, at(9, 23), "veiligheid", room="zaal-3")
    assert (await guest.ask("is er iets veranderd?")).text.splitlines() == [
        "Vandaag gewijzigd:",
        "Themagroep Europa, gewijzigd om 9.22 uur: nu zaal 5 (was zaal 2).",
        "Themagroep Veiligheid, gewijzigd om 9.23 uur: nu zaal 3 (was zaal 5).",
    ]


async def test_a_session_that_is_gone_is_told_with_where_it_was(
    guest: Person, services: Services, clock: EventClockByHand
) -> None:
    def without(conn: Connection) -> None:
        day = programmes.load(conn, DAY)
        left = tuple(s for s in day.sessions if s.key != "europa")
        programmes.save(conn, replace(day, sessions=left), now=at(9, 0))

    await services.database.write(without)
    clock.local("9.25")
    assert (await guest.ask("wat is er gewijzigd?")).text.splitlines() == [
        "Vandaag gewijzigd:",
        "Themagroep Europa staat sinds 9.00 uur niet meer in het programma (was 15.00 tot 16.00 uur, zaal 2).",
    ]


async def test_a_change_of_another_day_is_not_one_of_today(
    guest: Person, services: Services, clock: EventClockByHand
) -> None:
    before = datetime(2023, 2, 8, 12, tzinfo=UTC)
    await services.database.write(change_at, before, "veiligheid", room="zaal-4")
    clock.local("9.25")
    assert (await guest.ask("wat is er vandaag gewijzigd?")).text.splitlines()[:2] == [
        "Vandaag is er niets gewijzigd. Eerder gewijzigd, het laatst op woensdag 8 februari 2023:",
        "11.40 tot 12.40 uur: themagroep Veiligheid, zaal 4",
    ]
