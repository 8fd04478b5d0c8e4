"""One's own day as a document."""

import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from chat_bots import Bots, EventClockByHand
from paper_reader import text_of

from bot.people.signing import IN_IBABS, Document
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import sign_ups

ONLINE = "digitaal-2020"
LINK = "https://meet.example.org/geheim"


@pytest.fixture
def bots(stage: Stage, address: str, days_url: str) -> Bots:
    """Bots on the day that took place online, a day before."""
    clock = EventClockByHand(datetime(2020, 9, 23, 8, tzinfo=UTC))
    return Bots(stage, address, days_url, clock, day=ONLINE)


@pytest.fixture
async def services(bots: Bots) -> AsyncIterator[Services]:
    async with bots.running() as found:
        yield found


async def taken(person: Person, folder: Path, command: str = "/meenemen") -> str:
    """Ask for the document and read it."""
    given = await person.ask(command)
    assert given.document is not None, given.text
    assert given.document.name in {"meenemen-digitaal-2020.pdf", "takeaway-digitaal-2020.pdf"}
    assert given.document.data.startswith(b"%PDF")
    return text_of(given.document.data, folder)


async def test_who_chose_nothing_is_told_how_to_choose(guest: Person) -> None:
    said = await guest.ask("/meenemen")
    assert said.text.startswith("U koos nog geen sessies voor Bestuurlijke netwerkdag G40")
    assert said.document is None
    assert said.button("Groepen volgen")


async def test_the_document_holds_the_sessions_contacts_and_papers(guest: Person, bots: Bots, tmp_path: Path) -> None:
    await guest.ask("/volg duurzaamheid")
    given = await guest.ask("/meenemen")
    assert given.text == "Uw programma om mee te nemen: 1 sessie, met de contactpersonen."
    read = await taken(guest, tmp_path)
    for part in (
        "Themagroep Duurzaamheid",
        "Wanneer: 10.00 tot 11.30 uur, online",
        "Stephan Brandligt",
        "Secretaris: Marieke de Blok, m.blok@assen.nl",
        "zoals het was op woensdag 23 september 2020 om 10.00 uur",
        "Bladzijde 1 van",
    ):
        assert part in read
    # Long after the day it can still be taken.
    bots.clock.now = datetime(2020, 10, 20, 8, tzinfo=UTC)
    assert "Themagroep Duurzaamheid" in await taken(guest, tmp_path)


async def test_link_and_papers_stand_only_in_what_those_entitled_get(
    guest: Person, visitor: Person, services: Services, tmp_path: Path
) -> None:
    day = await services.programmes.of(ONLINE)
    session = day.session_by_key["duurzaamheid"]
    await services.database.write(sign_ups.set_link, session.id, LINK, services.clock())
    for paper in (Document("agenda.pdf", b"%PDF"), IN_IBABS):
        await services.database.write(sign_ups.add_document, session.id, paper, services.clock())
    for person in (guest, visitor):
        await person.ask("/volg duurzaamheid")
    shown = await visitor.ask("where is duurzaamheid?")
    await visitor.press(shown, next(label for row in shown.labels for label in row if "Sign me up" in label))
    await visitor.reply()
    assert (await visitor.ask("/takeaway")).text == (
        "Your programme to take away: 1 session, with whom to write to and the names of the papers. "
        "You got the papers themselves in this chat."
    )
    read = await taken(visitor, tmp_path, "/takeaway")
    assert f"Link, for you alone: {LINK}" in read
    assert "agenda.pdf" in read
    assert "The papers are in iBabs" in read
    other = await taken(guest, tmp_path)
    assert "Duurzaamheid" in other
    for secret in ("geheim", "agenda.pdf", "iBabs"):
        assert secret not in other


async def test_in_a_group_one_is_led_to_a_chat_of_ones_own(stage: Stage, guest: Person) -> None:
    group = stage.group(-100, "Duurzaam", administrators=[guest])
    await guest.send("/meenemen", to=group)
    answer = await group.reply()
    assert answer.document is None
    assert answer.button("Open een eigen chat").url


async def test_where_it_cannot_be_made_it_is_said(guest: Person, services: Services) -> None:
    await guest.ask("/volg duurzaamheid")
    services.studio.printer = (sys.executable, "-c", "raise SystemExit('no paper')")
    said = await guest.ask("/meenemen")
    assert said.text.startswith("Het document kon ik nu niet maken.")
    assert said.button("Mijn programma")
