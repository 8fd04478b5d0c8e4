"""Several who write to many at once, what stands ready, and what was stopped."""

from broadcast_people import TEXT, Crowd

from bot.people.access import Role
from handlers.stage.messages import Message
from handlers.stage.people import Person


async def organiser(crowd: Crowd, number: int = 9) -> Person:
    boss = crowd.stage.person(number, "Organisator")
    await boss.ask("/start")
    await crowd.grant(boss, Role.ORGANISER)
    return boss


async def corrected(person: Person, report: Message, text: str) -> Message:
    """Give the summary under the preview of a correction."""
    person.chat.skip_replies()
    await person.press(report, "Verbeter dit bericht")
    await person.reply()
    await person.ask(text)
    return await person.reply()


async def test_a_correction_does_not_undo_one_that_its_author_has_not_seen(crowd: Crowd) -> None:
    report = await crowd.sent()
    boss = await organiser(crowd)
    asked = await boss.ask("/bericht")
    await boss.press(asked, "Hoe staat “Let op: de ingang is ver…”?")
    theirs = await corrected(boss, await boss.reply(), "Van de organisator")
    mine = await corrected(crowd.author, report, "Van de secretaris")
    await boss.press(theirs, "Verbeter in het bericht zelf")
    await crowd.told("Verbeterd in het bericht zelf: 4 van 4")
    for label in ("Verbeter in het bericht zelf", "Verbeter, en stuur ook als nieuw bericht"):
        await crowd.author.press(mine, label)
        assert (await crowd.author.reply()).text.startswith("Dit bericht is intussen al verbeterd.")
    assert crowd.arrived("Van de organisator") == [1, 1, 1, 1]
    # Who has seen it, corrects it again.
    again = await corrected(crowd.author, report, "Van ons allebei")
    await crowd.author.press(again, "Verbeter in het bericht zelf")
    await crowd.told("Verbeterd in het bericht zelf: 4 van 4")
    assert crowd.arrived("Van ons allebei") == [1, 1, 1, 1]


async def test_of_what_was_stopped_before_it_arrived_nothing_is_offered(crowd: Crowd) -> None:
    boss = await organiser(crowd)
    await boss.ask("/pauze")
    await crowd.author.press(await crowd.preview(), "Stuur nu")
    going = await crowd.told("Onderweg: 4.")
    draft = await corrected(crowd.author, going, "Anders")
    await crowd.author.press(going, "Stop het versturen")
    stopped = await crowd.author.edited(going)
    assert stopped.labels == (("Hoe staat het nu?",),)
    await boss.ask("/hervat")
    await crowd.author.press(draft, "Wijzig de tekst")
    await crowd.author.reply()
    await crowd.author.ask("Toch anders")
    how = await crowd.author.reply()
    assert "Het versturen is gestopt, en niemand heeft het bericht. Verbeteren verandert niets." in how.text
    assert how.labels == (("Wijzig de tekst", "Laat zo, stuur niets"),)


async def test_what_stands_ready_is_found_again_and_taken_back(crowd: Crowd) -> None:
    await crowd.author.press(await crowd.preview(), "Stuur op een tijd")
    await crowd.author.reply()
    timed = await crowd.author.ask("10.30 uur")
    await crowd.author.press(timed, "Zet klaar voor vrijdag 10 februari 2023 om 10.30 uur")
    await crowd.author.edited(timed)
    boss = await organiser(crowd)
    label = "Klaar voor 10.30 uur: “Let op: de ingang is ver…”"
    for person in (boss, crowd.author):
        assert (await person.ask("/bericht")).labels[0] == (label,)
    asked = await boss.ask("/bericht")
    await boss.press(asked, label)
    ready = await boss.reply()
    assert ready.text.startswith(f"Het bericht “{TEXT}” staat klaar voor vrijdag 10 februari 2023 om 10.30 uur.")
    await boss.press(ready, "Haal dit bericht terug, stuur niets")
    assert (await boss.edited(ready)).text == "Goed. Er gaat niets uit."
    crowd.bots.clock.local("10.30")
    assert (await crowd.author.ask("/bericht")).labels == (("Laat zo, stuur niets",),)
    assert await crowd.states() == {}


async def test_a_time_when_the_day_is_over_or_people_sleep_is_said(crowd: Crowd) -> None:
    summary = await crowd.preview()
    for said, note in (
        ("17.00 uur", None),
        ("om 20.00", "Let op: dan is de dag voorbij."),
        ("om 23.30", "Let op: dat is in de nacht."),
        ("morgen 9.00 uur", "Let op: dan is de dag voorbij."),
    ):
        await crowd.author.press(summary, "Stuur op een tijd" if said == "17.00 uur" else "Kies een andere tijd")
        await crowd.author.reply()
        summary = await crowd.author.ask(said)
        assert [line for line in summary.text.splitlines() if line.startswith("Let op")] == ([note] if note else [])
