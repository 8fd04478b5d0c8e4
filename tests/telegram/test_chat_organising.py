"""Organisers check a day and get its report; nobody else does."""

import csv
import io

import pytest
from chat_bots import Bots
from staff_chats import FOR_ORGANISERS, NOT_ALLOWED

from bot.people.access import Role
from handlers import roles
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage


async def becomes(services: Services, person: Person, role: Role, slug: str | None = None) -> None:
    day = await services.programmes.current()
    group = None if slug is None else day.group_by_slug[slug]
    _, secret = await services.database.write(roles.invite_in, day, role, group, acting=None, now=services.clock())
    await person.ask("/start")
    await person.ask(f"/start i_{secret}")


async def test_an_organiser_checks_the_day(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna, bert = stage.person(1), stage.person(2, "Bert", "en")
        await becomes(services, anna, Role.ORGANISER)
        await becomes(services, bert, Role.ORGANISER)
        for number in range(10, 14):
            follower = stage.person(number)
            for slug in ("woningmarkt", "veiligheid"):
                await follower.ask(f"/volg {slug}")
        said = (await anna.ask("/controle")).text
        assert said.startswith("Controle van Bestuurlijke netwerkdag G40 in Haarlem")
        assert (
            "Themagroep Woningmarkt en themagroep Veiligheid zijn tegelijk om 11.40 uur, en 4 mensen volgen allebei."
        ) in said
        assert "Beter: themagroep " in said
        assert "Geen secretaris die meedoet" in said
        assert (await bert.ask("/check")).text.startswith("Check of G40 network day")
        await becomes(services, stage.person(3), Role.SECRETARY, "veiligheid")
        assert "; Veiligheid" not in (await anna.ask("/controle")).text


async def test_an_organiser_gets_the_report_as_a_message_and_a_table(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna = stage.person(1)
        await becomes(services, anna, Role.ORGANISER)
        for number in range(10, 13):
            follower = stage.person(number, f"Naam{number}")
            await follower.ask("/volg veiligheid")
            await follower.ask("wat is het wachtwoord van de kluis")
        told = await anna.ask("/verslag")
        assert "Veiligheid: 3 personen" in told.text
        assert "3 keer: “wat is het wachtwoord van de kluis”" in told.text
        given = await anna.reply()
        assert given.document is not None
        assert given.document.name == "verslag-haarlem-2023.csv"
        rows = list(csv.reader(io.StringIO(given.document.data.decode("utf-8-sig"))))
        assert ["group", "Veiligheid", "personen", "3"] in rows
        assert "Naam1" not in told.text + given.document.data.decode("utf-8-sig")


@pytest.mark.parametrize("command", ["/controle", "/verslag", "/check", "/report"])
async def test_nobody_else_gets_them(stage: Stage, bots: Bots, command: str) -> None:
    async with bots.running() as services:
        stranger, secretary, desk = stage.person(1), stage.person(2), stage.person(3)
        await stranger.ask("/start")
        await becomes(services, secretary, Role.SECRETARY, "veiligheid")
        await becomes(services, desk, Role.DESK)
        assert (await stranger.ask(command)).text.startswith(NOT_ALLOWED)
        for person in (secretary, desk):
            assert (await person.ask(command)).text == FOR_ORGANISERS
