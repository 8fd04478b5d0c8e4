"""One's own day in the chat: in order, choosing, coming later, staying away, and being told the evening before."""

import asyncio
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from chat_bots import Bots, EventClockByHand, change
from sqlalchemy import Connection

from bot.programme.model import Status
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import outbox
from storage.tables import chats

TITLE = "Uw programma: Bestuurlijke netwerkdag G40 in Haarlem, vrijdag 10 februari 2023"
PIJLERS = ("sociaal", "fysiek", "economie-en-werk")


async def own_day(person: Person, *groups: str) -> Message:
    """Follow groups and show one's own programme."""
    for group in groups:
        await person.ask(f"/volg {group}")
    return await person.ask("/mijn")


async def pressed(person: Person, message: Message, label: str) -> Message:
    """Press a button and give the message as it is then."""
    await person.press(message, label)
    return await person.edited(message)


async def planned(services: Services) -> None:
    """Wait until something is planned."""
    while await services.database.read(outbox.next_due, "stage") is None:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(0.02)


def silence(conn: Connection) -> None:
    """Let the first chat have blocked us."""
    conn.execute(sa.update(chats).values(active=False))


async def test_the_day_stands_in_order_with_moving_and_gaps(guest: Person) -> None:
    shown = await own_day(guest, "veiligheid", "europa")
    assert shown.text.splitlines() == [
        TITLE,
        "",
        "11.40 tot 12.40 uur: themagroep Veiligheid, zaal 5",
        (
            "12.40 tot 14.55 uur: niets gekozen. Wel in het programma: lunch met vergadering AB, 12.50 uur; "
            "Interbestuurlijke samenwerking, 13.55 uur, zaal 2; Sterke keten, 13.55 uur, zaal 3; en nog 2"
        ),
        "14.55 tot 15.00 uur: verplaatsingstijd",
        "15.00 tot 16.00 uur: themagroep Europa, zaal 2",
        "",
        "U krijgt 10 minuten voor het begin een bericht.",
    ]


async def test_moving_says_from_where_to_where(guest: Person) -> None:
    shown = await own_day(guest, "sociaal")
    assert "11.30 tot 11.35 uur: verplaatsingstijd, van zaal 2 naar zaal 3" in shown.text.splitlines()


async def test_an_overlap_is_told_once_chosen_in_with_one_tap_and_undone(guest: Person, services: Services) -> None:
    shown = await own_day(guest, "veiligheid", "woningmarkt")
    assert shown.text.count("tegelijk") == 1
    assert shown.labels[:3] == (("Kies Woningmarkt",), ("Kies Veiligheid",), ("Laat 11.40 uur zo",))
    services.planned.clear()
    chosen = await pressed(guest, shown, "Kies Veiligheid")
    assert services.planned.is_set()
    assert chosen.text.splitlines()[:2] == ["U kiest Veiligheid. Niet meer in uw programma: Woningmarkt.", ""]
    assert "11.40 tot 12.40 uur: themagroep Veiligheid, zaal 5" in chosen.text.splitlines()
    assert "tegelijk" not in (await guest.ask("/mijn")).text
    undone = await pressed(guest, chosen, "Zet Woningmarkt terug")
    assert undone.text.splitlines()[0] == "Woningmarkt staat weer in uw programma."
    assert undone.labels[:3] == shown.labels[:3]


async def test_who_leaves_an_overlap_is_not_asked_again(guest: Person) -> None:
    shown = await own_day(guest, "veiligheid", "woningmarkt")
    left = await pressed(guest, shown, "Laat 11.40 uur zo")
    assert left.text.splitlines()[0] == "Om 11.40 uur blijft alles in uw programma staan."
    again = await guest.ask("/mijn")
    assert "tegelijk" not in again.text
    assert "Zaal 5: themagroep Veiligheid" in again.text
    assert "Zaal 2: themagroep Woningmarkt" in again.text


async def test_a_button_of_an_older_message_still_chooses(guest: Person) -> None:
    shown = await own_day(guest, "veiligheid", "woningmarkt")
    chosen = await pressed(guest, shown, "Kies Veiligheid")
    await guest.press_data(chosen, shown.button("Kies Woningmarkt").data)
    other = await guest.edited(chosen)
    assert other.text.splitlines()[0] == "U kiest Woningmarkt. Niet meer in uw programma: Veiligheid."
    await guest.press_data(other, shown.button("Laat 11.40 uur zo").data)
    assert "Woningmarkt, zaal 2" in (await guest.edited(other)).text


async def test_where_everything_overlaps_one_choice_leads_to_the_next(guest: Person) -> None:
    shown = await own_day(guest, *PIJLERS)
    assert [line for line in shown.text.splitlines() if "tegelijk" in line] == [
        "Om 10.30 uur hebt u 3 sessies tegelijk.",
        "Om 11.40 uur hebt u 4 sessies tegelijk.",
        "Om 13.55 uur hebt u 3 sessies tegelijk.",
        "Om 15.00 uur hebt u 3 sessies tegelijk.",
    ]
    for label in ("Kies Sociaal", "Kies Woningmarkt", "Laat 13.55 uur zo", "Kies Duurzaamheid"):
        shown = await pressed(guest, shown, label)
    assert "tegelijk" not in shown.text
    assert shown.text.splitlines()[0] == (
        "U kiest Duurzaamheid. Niet meer in uw programma: Gesprek met staatssecretaris Eric van der Burg; "
        "Vitale binnensteden en werklocaties."
    )


async def test_what_is_over_is_not_asked_about(guest: Person, clock: EventClockByHand) -> None:
    await own_day(guest, "veiligheid", "woningmarkt")
    clock.local("12.40")
    assert "tegelijk" not in (await guest.ask("/mijn")).text
    clock.now = datetime(2023, 2, 11, 9, tzinfo=UTC)
    after = await guest.ask("/mijn")
    assert after.text.splitlines()[:3] == [TITLE, "Deze dag is voorbij.", ""]
    assert "bericht" not in after.text


async def test_nothing_chosen_offers_to_follow(guest: Person) -> None:
    shown = await guest.ask("/mijn")
    assert shown.text.splitlines()[1].startswith("U hebt nog niets gekozen.")
    assert shown.labels == (("Groepen volgen", "Programma van de dag"),)


async def test_a_day_without_rooms_has_an_own_day_too(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.running() as services:
        services.programmes.chosen = "lelystad-2017"
        shown = await own_day(person, "veiligheid", "financien")
    lines = shown.text.splitlines()
    assert any("themagroep Veiligheid" in line for line in lines)
    assert "zaal" not in shown.text.casefold()


async def test_who_comes_later_hears_what_they_catch_and_miss(guest: Person, services: Services) -> None:
    await own_day(guest, "sociaal", "europa")
    services.planned.clear()
    told = await guest.ask("ik kom om 11.45")
    assert services.planned.is_set()
    lines = told.text.splitlines()
    assert lines[:3] == [
        "U komt om 11.45 uur.",
        "Dit haalt u nog:",
        "11.40 tot 12.40 uur: themagroep Wonen, welzijn en zorg, u mist het begin, zaal 3",
    ]
    assert lines[-2:] == ["Dit mist u: pijler Sociaal (10.30 uur).", "Daarover krijgt u geen herinnering."]
    mine = await guest.ask("/mijn")
    assert mine.text.splitlines()[1] == "U komt om 11.45 uur."
    assert "10.30 tot 11.30 uur: pijler Sociaal, dan bent u er niet, zaal 2" in mine.text.splitlines()
    whole = await pressed(guest, mine, "Ik ben er de hele dag")
    assert whole.text.splitlines() == ["U bent er de hele dag.", "U mist niets van uw programma."]
    assert "dan bent u er niet" not in (await guest.ask("/mijn")).text


async def test_who_names_no_time_chooses_one(visitor: Person) -> None:
    await visitor.ask("/follow veiligheid")
    asked = await visitor.ask("I have to leave early")
    assert asked.text.startswith("At what time do you leave?")
    told = await pressed(visitor, asked, "I leave at 11.30")
    assert told.text.splitlines() == [
        "You leave at 11.30.",
        "You are not in time for anything that you chose.",
        "You miss: themagroep Veiligheid (public safety) (11.40).",
        "You get no reminder of those.",
    ]


async def test_coming_after_leaving_undoes_the_leaving(guest: Person) -> None:
    await guest.ask("ik ga om 11.00 weg")
    assert (await guest.ask("ik kom om 12.00")).text.splitlines()[:2] == [
        "U komt om 12.00 uur.",
        "U hebt nog niets gekozen. Volg een pijler of themagroep, dan staat die in uw programma.",
    ]
    assert (await guest.ask("ik ga om 14.30 weg")).text.splitlines()[:2] == [
        "U komt om 12.00 uur.",
        "U gaat om 14.30 uur weg.",
    ]


async def test_who_is_not_there_is_left_in_peace_until_they_are(guest: Person, services: Services) -> None:
    await own_day(guest, "veiligheid")
    away = await guest.ask("ik ben er niet")
    assert away.text == "U bent er niet op vrijdag 10 februari 2023. U krijgt dan geen berichten over uw programma."
    assert (await guest.ask("/mijn")).labels[0] == ("Ik ben er wel",)
    services.planned.clear()
    back = await pressed(guest, away, "Ik ben er wel")
    assert back.text.splitlines()[0] == "U bent erbij op vrijdag 10 februari 2023."
    assert services.planned.is_set()


async def test_a_time_of_another_day_is_stale(guest: Person) -> None:
    shown = await guest.ask("/mijn")
    for data in ("1E:1", "1V:zzzzzzzzzz"):
        await guest.press_data(shown, data)
        assert (await guest.reply()).text.startswith("De knop die u koos, werkt niet meer")


async def test_the_brief_comes_the_evening_before_and_its_button_silences_the_day(
    bots: Bots, stage: Stage, clock: EventClockByHand
) -> None:
    person = stage.person(1)
    clock.now = datetime(2023, 2, 9, 17, 59, 59, 600_000, tzinfo=UTC)
    async with bots.running(clockwork=True) as services:
        await person.ask("/volg veiligheid")
        await planned(services)
        clock.now = datetime(2023, 2, 9, 18, 0, 1, tzinfo=UTC)
        brief = await person.reply()
        assert brief.text.splitlines()[0] == (
            "Morgen: Bestuurlijke netwerkdag G40 in Haarlem, vrijdag 10 februari 2023."
        )
        await person.press(brief, "Ik ben er niet")
        assert (await person.reply()).text.startswith("U bent er niet op vrijdag")


async def test_who_comes_back_is_planned_for_again(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.running() as services:
        await person.ask("/volg veiligheid")
        await services.database.write(silence)
        services.planned.clear()
        await person.ask("/nu")
        assert services.planned.is_set()
        services.planned.clear()
        await person.ask("/nu")
        assert not services.planned.is_set()


@pytest.mark.parametrize("former", ["Omgevingswet", "statushouders"])
async def test_a_former_name_follows_what_came_after_it(guest: Person, former: str) -> None:
    names = {"Omgevingswet": "Leefomgeving", "statushouders": "Vergunninghouders en asiel"}
    assert (await guest.ask(f"/volg {former}")).text.startswith(f"U volgt {names[former]}")


async def test_who_follows_a_group_that_meets_elsewhere_comes_along(guest: Person) -> None:
    shown = await own_day(guest, "asiel")
    assert "15.00 tot 15.45 uur: gesprek met staatssecretaris Eric van der Burg, Gravenzaal" in shown.text.splitlines()


async def test_following_lasts_to_the_next_day(bots: Bots, stage: Stage) -> None:
    person = stage.person(1)
    async with bots.running() as services:
        services.programmes.chosen = "digitaal-2020"
        assert "themagroep Veiligheid" in (await own_day(person, "veiligheid")).text
        services.programmes.chosen = "haarlem-2023"
        assert "themagroep Veiligheid, zaal 5" in (await person.ask("/mijn")).text


async def test_what_is_cancelled_is_no_choice(guest: Person, services: Services) -> None:
    await services.database.write(change, "woningmarkt", status=Status.CANCELLED)
    shown = await own_day(guest, "veiligheid", "woningmarkt")
    assert "tegelijk" not in shown.text
    assert "Zaal 2: themagroep Woningmarkt, gaat niet door" in shown.text.splitlines()


async def test_after_the_day_nothing_is_said_of_being_there(guest: Person, clock: EventClockByHand) -> None:
    clock.now = datetime(2023, 2, 11, 9, tzinfo=UTC)
    assert "U bent er niet op" not in (await guest.ask("ik ben er niet")).text


async def test_who_went_and_comes_back_is_not_taken_to_be_gone(guest: Person, bots: Bots) -> None:
    bots.clock.local("11.00")
    await own_day(guest, "europa")
    assert "U gaat om 11.00 uur weg." in (await guest.ask("ik ga nu weg")).text
    bots.clock.local("11.30")
    back = await guest.ask("ik ben er weer")
    assert "weg" not in back.text
    assert "dan bent u er niet" not in (await guest.ask("/mijn")).text


async def test_a_time_to_go_that_lies_ahead_stays_and_can_be_dropped(guest: Person, bots: Bots) -> None:
    bots.clock.local("11.00")
    await own_day(guest, "europa")
    await guest.ask("om half drie moet ik weg")
    await guest.ask("ik ben er niet")
    back = await guest.ask("ik ben er toch wel")
    assert "U gaat om 14.30 uur weg." in back.text
    whole = await pressed(guest, back, "Ik ben er de hele dag")
    assert whole.text.splitlines() == ["U bent er de hele dag.", "U mist niets van uw programma."]


@pytest.mark.parametrize("said", ["ik ben er weer", "I'm back", "ik ben terug"])
async def test_who_is_back_no_longer_goes(guest: Person, bots: Bots, said: str) -> None:
    bots.clock.local("11.00")
    await own_day(guest, "europa")
    assert "U gaat om 14.30 uur weg." in (await guest.ask("ik ga om half drie weg")).text
    assert "weg" not in (await guest.ask(said)).text
    assert "14.30" not in (await guest.ask("/mijn")).text


async def test_to_be_there_all_day_can_be_said(guest: Person, bots: Bots) -> None:
    bots.clock.local("11.00")
    await own_day(guest, "europa")
    await guest.ask("ik blijf tot half drie")
    said = await guest.ask("ik ben er de hele dag")
    assert said.text.splitlines() == ["U bent er de hele dag.", "U mist niets van uw programma."]
