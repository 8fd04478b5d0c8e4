"""Writing to many, as those with a role and those who get it see it."""

from collections.abc import AsyncIterator

import pytest
from broadcast_people import SAFETY, SIGNED, TEXT, Crowd
from chat_bots import Bots

from bot.outbox.model import OutboxState
from bot.people.access import Role
from handlers.stage.stage import Stage
from storage import acts


@pytest.fixture
async def crowd(stage: Stage, bots: Bots) -> AsyncIterator[Crowd]:
    async with bots.running(clockwork=True) as services:
        author = stage.person(1, "Anna")
        await author.ask("/start")
        made = Crowd(stage, bots, services, author)
        for number in range(2, 6):
            person = stage.person(number, "Gast", "nl" if number < 5 else "en")
            await person.ask("/start")
            await person.ask("/volg veiligheid")
            made.followers.append(person)
        await made.grant(author, Role.SECRETARY, SAFETY)
        yield made


async def test_a_secretary_writes_sees_it_and_sends_it(crowd: Crowd) -> None:
    asked = await crowd.author.ask("/bericht")
    assert asked.text.startswith("Stuur mij nu het bericht: tekst, een foto of een document")
    shown = await crowd.author.ask(TEXT)
    assert shown.text == SIGNED
    summary = await crowd.author.reply()
    assert summary.text == (
        "Zo komt uw bericht aan. Er gaat nog niets uit.\n"
        "Aan: wie Veiligheid volgt.\n"
        "Bereikt 4 mensen. Versturen duurt ongeveer 1 seconde."
    )
    assert crowd.arrived() == [0, 0, 0, 0]
    await crowd.author.press(summary, "Stuur nu")
    started = await crowd.author.edited(summary)
    assert started.text == "Het bericht gaat nu uit aan 4 ontvangers. Hieronder ziet u hoe het staat."
    report = await crowd.told("verstuurd")
    assert report.text == f"Uw bericht is verstuurd: “{TEXT}”\nBezorgd: 4 van 4."
    assert [p.messages[-1].text for p in crowd.followers[:3]] == [SIGNED] * 3
    assert crowd.followers[3].messages[-1].text == f"{TEXT}\n\nFrom: secretary of Veiligheid"
    day = await crowd.services.programmes.current()
    (last, *_) = await crowd.services.database.read(acts.recent, day.event.id, 1)
    assert (last.role, last.group, last.what, last.about, last.after) == (
        "secretary",
        SAFETY,
        "broadcast",
        "groups: veiligheid",
        "4",
    )
    # The same button once more, as after a kill: nothing goes out twice.
    await crowd.author.press_data(summary, summary.button("Stuur nu").data)
    assert (await crowd.told("al verstuurd")).text.startswith("Dit bericht is al verstuurd.")
    assert await crowd.states() == {OutboxState.SENT: 4}
