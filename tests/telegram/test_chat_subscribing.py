"""Calendars to subscribe to, from the chat."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from chat_bots import DAY
from sqlalchemy import Connection

from bot.programme.model import State
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import feeds
from storage import programme as programmes

PUBLIC_URL = "https://netwerkdag.example.org"
OWN_PAGE = re.compile(rf"{PUBLIC_URL}/agenda/([A-Za-z0-9_-]{{32}})(?!\S)")


@pytest.fixture
def public(with_pages: None, services: Services) -> Services:  # noqa: ARG001 - the address comes before the bot
    """The services of a bot with a public address."""
    return services


@pytest.fixture
def reader(stage: Stage, public: Services) -> Person:  # noqa: ARG001 - a bot runs meanwhile
    """Somebody who speaks Dutch, with a bot that has a public address."""
    return stage.person(1, "Gast")


def unpublish(conn: Connection) -> None:
    day = programmes.load(conn, DAY)
    programmes.save(conn, replace(day, event=replace(day.event, state=State.DRAFT)), now=datetime.now(UTC))


async def opens(services: Services, secret: str) -> bool:
    return await services.database.read(feeds.open_feed, secret) is not None


async def test_the_page_of_ones_own_calendar_and_another_in_its_place(reader: Person, public: Services) -> None:
    answer = await reader.ask("/abonneer")
    (first,) = OWN_PAGE.findall(answer.text)
    assert answer.text.splitlines()[0] == (
        "Uw programma in uw eigen agenda, die vanzelf mee verandert. Open deze pagina en kies uw agenda:"
    )
    assert answer.labels == (("Vernieuw het adres",), ("Mijn programma",))
    assert OWN_PAGE.findall((await reader.ask("/subscribe")).text) == [first]
    await reader.press(answer, "Vernieuw het adres")
    (second,) = OWN_PAGE.findall((await reader.reply()).text)
    assert [await opens(public, secret) for secret in (first, second)] == [False, True]
    await reader.press(answer, "Vernieuw het adres")
    assert OWN_PAGE.findall((await reader.reply()).text) == [second]


async def test_ones_own_programme_offers_it(reader: Person) -> None:
    mine = await reader.ask("/mijn")
    await reader.press(mine, "Abonneer op mijn agenda")
    assert OWN_PAGE.search((await reader.reply()).text)


async def test_each_file_comes_with_its_address(reader: Person) -> None:
    day = await reader.ask("/ics")
    assert day.file is not None
    assert day.text.splitlines()[-1] == (
        f"Opent het bestand niet? Gebruik dan dit adres: {PUBLIC_URL}/haarlem-2023.ics?taal=nl"
    )
    await reader.press(await reader.ask("/programma"), "Hele dag als agendabestand")
    assert (await reader.reply()).text.splitlines()[-1] == day.text.splitlines()[-1]
    await reader.ask("/volg veiligheid")
    own = await reader.ask("/ics")
    assert OWN_PAGE.search(own.text.splitlines()[-1])
    assert own.labels == (("Abonneer op mijn agenda",),)
    session = await reader.ask("/start s_19")
    await reader.press(session, session.labels[0][0])
    one = await reader.reply()
    assert one.file is not None
    key = one.file.name.removesuffix("-haarlem-2023.ics")
    assert one.text.splitlines()[-1].endswith(f" {PUBLIC_URL}/haarlem-2023/s/{key}.ics?taal=nl")


async def test_the_help_tells_of_it(reader: Person) -> None:
    answer = await reader.ask("/help")
    assert "/abonneer: uw programma in uw agenda, dat vanzelf mee verandert" in answer.text.splitlines()


async def test_in_a_group_everybody_is_told_that_everybody_can_see(reader: Person, stage: Stage) -> None:
    group = stage.group(-100, "Wethouders", [reader])
    await reader.send("/abonneer", to=group)
    assert "Iedereen in deze groep ziet dit adres." in (await group.reply()).text


async def test_a_day_that_is_a_draft_has_no_address(reader: Person, public: Services) -> None:
    await public.database.write(unpublish)
    answer = await reader.ask("/ics")
    assert answer.file is not None
    assert PUBLIC_URL not in answer.text


async def test_without_a_public_address_nothing_speaks_of_it(guest: Person) -> None:
    assert (await guest.ask("/abonneer")).text.startswith("Het commando /abonneer ken ik niet.")
    asked = ("/help", "/mijn", "/ics", "/volg veiligheid", "/ics", "/mijn")
    told = [await guest.ask(text) for text in asked]
    assert "Abonneer op mijn agenda" not in [label for answer in told for row in answer.labels for label in row]
    assert [answer.text for answer in told if "abonneer" in answer.text or "http" in answer.text] == []
