"""A message to many whose author is forgotten: it reaches everybody, and organisers can still act on it."""

from broadcast_people import SIGNED, TEXT, Crowd

from bot.outbox.model import OutboxState
from bot.people.access import Role
from handlers.stage.messages import Message
from handlers.stage.people import Person
from storage import chat_rows


async def organiser(crowd: Crowd) -> Person:
    boss = crowd.stage.person(9, "Organisator")
    await boss.ask("/start")
    await crowd.grant(boss, Role.ORGANISER)
    return boss


async def forgotten(crowd: Crowd) -> Message:
    """Let the author remove all that is kept of them, and give what they were asked before."""
    crowd.author.chat.skip_replies()
    asked = await crowd.author.ask("/vergeet")
    await crowd.author.press(asked, "Verwijder alles")
    await crowd.author.edited(asked)
    return asked


async def report_for(boss: Person) -> Message:
    """Let an organiser ask how what somebody else sent stands."""
    asked = await boss.ask("/bericht")
    await boss.press(asked, "Hoe staat “Let op: de ingang is ver…”?")
    return await boss.reply()


async def test_a_message_goes_on_without_its_author_and_an_organiser_puts_it_right(crowd: Crowd) -> None:
    boss = await organiser(crowd)
    await boss.ask("/pauze")
    summary = await crowd.preview()
    await crowd.author.press(summary, "Stuur nu")
    await crowd.told("Onderweg: 4.")
    asked = await forgotten(crowd)
    assert "Uw rol vervalt." in asked.text
    chat = await crowd.services.database.read(chat_rows.chat_at, "stage", str(crowd.author.id))
    assert chat is None
    await boss.ask("/hervat")
    for person in crowd.followers:
        await person.chat.until(lambda found: found.messages[-1].text.startswith(TEXT), 15)
    await crowd.recorded()
    report = await report_for(boss)
    assert report.text.splitlines() == [
        f"Het bericht is verstuurd: “{TEXT}”",
        "Van: secretaris van Veiligheid",
        "Bezorgd: 4 van 4.",
    ]
    await boss.press(report, "Verbeter dit bericht")
    await boss.reply()
    await boss.ask("De ingang is aan het Plein.")
    how = await boss.reply()
    await boss.press(how, "Verbeter in het bericht zelf")
    assert "Nog te verbeteren: 4." in (await boss.edited(how)).text
    for person in crowd.followers:
        await person.chat.until(lambda found: "aan het Plein" in found.messages[-1].text, 15)
    await boss.press(report, "Haal dit bericht weg")
    sure = await boss.reply()
    await boss.press(sure, "Ja, haal het overal weg")
    await boss.edited(sure)
    for person in crowd.followers:
        await person.chat.until(lambda found: "aan het Plein" not in found.messages[-1].text, 15)


async def test_an_organiser_stops_what_its_author_left(crowd: Crowd) -> None:
    boss = await organiser(crowd)
    await boss.ask("/pauze")
    await crowd.author.press(await crowd.preview(), "Stuur nu")
    await crowd.told("Onderweg: 4.")
    await forgotten(crowd)
    report = await report_for(boss)
    await boss.press(report, "Stop het versturen")
    assert "Niet meer verstuurd: 4." in (await boss.edited(report)).text
    await boss.ask("/hervat")
    assert await crowd.states() == {OutboxState.WITHDRAWN: 4}
    assert crowd.arrived(SIGNED) == [0, 0, 0, 0]


async def test_what_stood_ready_does_not_go_out_without_its_author(crowd: Crowd) -> None:
    await crowd.author.press(await crowd.preview(), "Stuur op een tijd")
    await crowd.author.reply()
    timed = await crowd.author.ask("10.30 uur")
    await crowd.author.press(timed, "Zet klaar voor vrijdag 10 februari 2023 om 10.30 uur")
    await crowd.author.edited(timed)
    await forgotten(crowd)
    crowd.bots.clock.local("10.40")
    boss = await organiser(crowd)
    assert (await boss.ask("/bericht")).labels == (("Laat zo, stuur niets",),)
    assert await crowd.states() == {}


async def test_a_secretary_sees_only_what_is_their_own(crowd: Crowd) -> None:
    await crowd.sent()
    guest = crowd.followers[0]
    await crowd.grant(guest, Role.SECRETARY, "europa")
    assert (await guest.ask("/bericht")).labels == (("Laat zo, stuur niets",),)
    assert (await crowd.author.ask("/bericht")).labels[0] == ("Hoe staat mijn laatste bericht?",)
