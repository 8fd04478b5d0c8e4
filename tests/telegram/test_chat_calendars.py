"""Files for a calendar, and whether what somebody has is still right."""

from datetime import UTC, datetime, timedelta

import pytest
from chat_bots import Bots, change, remove
from icalendar import Calendar
from staff_chats import SEND, chosen, follower, secretary

from bot.programme.model import Status
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage

RIGHT = (
    "Ja, uw agenda klopt: het onderdeel dat u hier kreeg, is niet gewijzigd.\n"
    "Ik weet alleen wat ik u stuurde, niet wat u zelf in uw agenda veranderde."
)
CHECK = "Klopt mijn agenda nog?"


async def get(person: Person, name: str) -> None:
    """Ask for the file of a session by the button under an answer."""
    answer = await person.ask(f"waar is {name}?")
    (label,) = (label for row in answer.labels for label in row if "agenda" in label)
    await person.press(answer, label)
    assert (await person.reply()).document is not None


def numbers(content: bytes) -> dict[str, int]:
    return {str(e["uid"]).partition(".")[0]: int(e["sequence"]) for e in Calendar.from_ical(content).events}


async def test_who_has_nothing_is_told_how_to_get_it(guest: Person) -> None:
    said = await guest.ask(CHECK)
    assert said.text == ("U hebt hier nog geen bestand voor uw agenda gekregen. Met /ics krijgt u uw eigen programma.")
    assert said.labels == (("Mijn programma als agendabestand",),)


@pytest.mark.parametrize(
    "question", [CHECK, "klopt mijn agenda?", "is mijn agenda nog goed", "Is my calendar still right?", "agenda check"]
)
async def test_the_question_in_other_words(guest: Person, question: str) -> None:
    await get(guest, "Veiligheid")
    assert ((await guest.ask(question)).text == RIGHT) == (question != "agenda check")


async def test_what_is_behind_is_said_and_put_right(guest: Person, services: Services) -> None:
    await get(guest, "Veiligheid")
    await get(guest, "Europa")
    await get(guest, "Woningmarkt")
    await services.database.write(change, "veiligheid", room="zaal-3")
    await services.database.write(change, "europa", status=Status.CANCELLED)
    said = await guest.ask(CHECK)
    assert said.text == (
        "Nee, 2 onderdelen in uw agenda kloppen niet meer:\n"
        "Andere zaal voor themagroep Veiligheid: zaal 3 (was zaal 5). De tijd blijft 11.40 tot 12.40 uur.\n"
        "Themagroep Europa gaat niet door (was 15.00 tot 16.00 uur, zaal 2).\n"
        "Het andere onderdeel klopt nog."
    )
    await guest.press(said, "Werk mijn agenda bij")
    file = await guest.reply()
    assert file.document is not None
    assert file.document.name == "wijzigingen-haarlem-2023.ics"
    assert numbers(file.document.data) == {"veiligheid": 1, "europa": 1}
    assert file.text.endswith("Verwijder Europa zelf uit uw agenda als u een bestand had opgeslagen.")
    assert (await guest.ask(CHECK)).text.startswith("Ja, uw agenda klopt: de 3 onderdelen")
    # Pressed again there is nothing left to do.
    await guest.press(said, "Werk mijn agenda bij")
    assert (await guest.reply()).text.startswith("Ja, uw agenda klopt")


async def test_what_left_the_programme_is_behind_too(guest: Person, services: Services) -> None:
    await get(guest, "Europa")
    await services.database.write(remove, "europa")
    assert (await guest.ask(CHECK)).text.startswith("Nee, 1 onderdeel in uw agenda klopt niet meer:\nThemagroep Europa")


async def test_a_new_file_says_how_the_calendar_stood(guest: Person, services: Services) -> None:
    await guest.ask("volg veiligheid")
    first = await guest.ask("/ics")
    assert "Wat u al in uw agenda had" not in first.text
    assert (await guest.ask("/ics")).text.endswith("Wat u al in uw agenda had, klopte nog: 1 onderdeel.")
    await get(guest, "Europa")
    await services.database.write(change, "veiligheid", room="zaal-3")
    await services.database.write(change, "europa", room="zaal-3")
    file = await guest.ask("/ics")
    assert file.text.endswith(
        "Van wat u al in uw agenda had, klopten 2 onderdelen niet meer.\n"
        "1 daarvan staat niet in dit bestand: kies de knop hieronder."
    )
    assert file.document is not None
    assert numbers(file.document.data) == {"veiligheid": 1}
    await guest.press(file, "Werk mijn agenda bij")
    update = (await guest.reply()).document
    assert update is not None
    assert numbers(update.data) == {"europa": 1}
    assert (await guest.ask(CHECK)).text.startswith("Ja, uw agenda klopt: de 2 onderdelen")


async def test_the_whole_day_is_kept_too(guest: Person) -> None:
    day = await guest.ask("/programma")
    await guest.press(day, "Hele dag als agendabestand")
    await guest.reply()
    assert (await guest.ask(CHECK)).text.startswith("Ja, uw agenda klopt: de 22 onderdelen")


async def test_each_entry_leads_back_to_its_session_in_the_chat(guest: Person, services: Services) -> None:
    await guest.ask("volg veiligheid")
    file = (await guest.ask("/ics")).document
    assert file is not None
    (event,) = Calendar.from_ical(file.data).events
    number = (await services.programmes.current()).session_by_key["veiligheid"].id
    assert event["url"] == f"https://t.me/netwerkdag_bot?start=s_{number}"
    await guest.follow_link(str(event["url"]))
    assert (await guest.reply()).text.startswith("Themagroep Veiligheid")


async def test_an_update_comes_by_itself_with_a_button(stage: Stage, bots: Bots) -> None:
    async with bots.running(clockwork=True) as services:
        guest = stage.person(1, "Gast")
        await get(guest, "Veiligheid")
        bots.clock.now = datetime(2023, 2, 10, 10, 20, tzinfo=UTC)
        await services.database.write(change, "veiligheid", room="zaal-3")
        update = await guest.reply(timeout=10)
        assert update.text.startswith("Andere zaal voor themagroep Veiligheid: zaal 3 (was zaal 5).")
        assert update.document is not None
        assert (update.document.name, update.labels) == ("veiligheid-haarlem-2023.ics", (("Meer over Veiligheid",),))
        assert (await guest.ask(CHECK)).text == RIGHT


@pytest.mark.parametrize(("hour", "minute"), [(8, 25), (11, 0)], ids=["long before", "within the hour"])
async def test_who_follows_hears_of_a_change_once_and_then_gets_the_file(
    stage: Stage, bots: Bots, hour: int, minute: int
) -> None:
    bots.clock.now = datetime(2023, 2, 10, hour - 1, minute, tzinfo=UTC)
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, "veiligheid", number=2)
        guest = await follower(stage, 1, "veiligheid")
        await get(guest, "Veiligheid")
        guest.chat.skip_replies()
        await chosen(boss, await boss.ask("Veiligheid naar zaal 3"), SEND)
        bots.clock.now += timedelta(minutes=1 if hour == 8 else 0, seconds=1)
        notice = await guest.reply(timeout=15)
        assert notice.text.splitlines()[0].startswith("Andere zaal: themagroep Veiligheid is nu in zaal 3")
        assert notice.document is None
        bots.clock.now += timedelta(minutes=1, seconds=5)
        file = await guest.reply(timeout=15)
        assert file.text == "Nieuw bestand voor uw agenda: Veiligheid. Open het om uw agenda bij te werken."
        assert file.document is not None
        assert stage.called("sendDocument", guest.id)[-1].parameters["disable_notification"] == "true"
        assert (await guest.ask(CHECK)).text == RIGHT
