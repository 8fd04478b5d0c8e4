"""Invitations by mail, from the chat, through a real mail server."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from chat_bots import Bots, change
from icalendar import Calendar
from mail_server import MailServer, calendar_of, mail_server, text_of

from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import chat_rows, mailboxes, personal

JAN = "jan@stad.example"
NOT_SET_UP = (
    "Uitnodigingen per mail zijn er niet: de organisatie heeft dat niet ingesteld. "
    "Met /ics krijgt u een bestand voor uw agenda."
)
CODE_SENT = (
    "Ik stuur een code van zes cijfers naar jan@stad.example. Typ die code hier.\n"
    "De code werkt 15 minuten. Niets gekregen? Kijk ook bij de ongewenste mail."
)
CONNECTED = (
    "Goed. Vanaf nu krijgt u op jan@stad.example een uitnodiging voor elk onderdeel van uw programma.\n"
    "Wijzigt er iets, dan krijgt u een nieuwe. Met /volg kiest u wat er in uw programma staat."
)


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as made:
        yield made


@pytest.fixture
async def with_mail(bots: Bots, server: MailServer) -> AsyncIterator[Services]:
    """The services of a bot that runs, delivers, and can mail."""
    bots.smtp_url = server.url
    async with bots.running(clockwork=True) as found:
        yield found


@pytest.fixture
def person(stage: Stage, with_mail: Services) -> Person:  # noqa: ARG001 - a bot runs meanwhile
    return stage.person(1, "Gast")


async def arrival(server: MailServer, count: int) -> None:
    """Wait until so many mails are there."""
    async with asyncio.timeout(10):
        while len(server.raw) < count:
            server.arrived.clear()
            await server.arrived.wait()


async def code(server: MailServer, count: int = 1) -> str:
    """Give the code in the last of so many mails."""
    await arrival(server, count)
    (found,) = re.findall(r"\b[0-9]{6}\b", text_of(server.mails()[-1]))
    return found


def another(right: str) -> str:
    return f"{(int(right) + 1) % 1_000_000:06d}"


async def test_from_an_address_to_invitations(person: Person, server: MailServer, with_mail: Services) -> None:
    await person.ask("volg veiligheid")
    assert (await person.ask("Mail mijn agenda naar Jan@Stad.example!")).text == CODE_SENT
    right = await code(server)
    assert (await person.ask(another(right))).text == (
        "Die code is niet goed. Kijk nog eens in de mail en typ de zes cijfers opnieuw."
    )
    connected = await person.ask(f"{right[:3]} {right[3:]}")
    assert (connected.text, connected.labels) == (CONNECTED, (("Stop de uitnodigingen per mail",),))
    # The session starts within the hour, so it goes at once.
    with_mail.clock.local("11.00")
    await arrival(server, 2)
    (event,) = Calendar.from_ical(calendar_of(server.mails()[1])).events
    assert (event["uid"], event["attendee"]) == ("veiligheid.haarlem-2023@netwerkdag.g40", f"mailto:{JAN}")
    assert event["url"] == f"https://t.me/netwerkdag_bot?start=s_{await _id_of(with_mail, 'veiligheid')}"
    await with_mail.database.write(change, "veiligheid", room="zaal-3")
    await arrival(server, 3)
    assert server.mails()[2]["Subject"].startswith("Gewijzigd: Themagroep Veiligheid")
    stopped = await person.ask("stop de mail")
    assert stopped.text == (
        "U krijgt geen uitnodigingen per mail meer. Het adres jan@stad.example heb ik gewist. "
        "Wat al in uw agenda staat, blijft staan en verandert niet meer mee."
    )
    assert (await person.ask("stop de mail")).text == "U kreeg geen uitnodigingen per mail."
    assert await with_mail.database.read(mailboxes.all_mailboxes, "mail-stage") == ()


async def _id_of(services: Services, key: str) -> int:
    return (await services.programmes.current()).session_by_key[key].id


async def test_by_the_button_under_the_file(person: Person, server: MailServer) -> None:
    file = await person.ask("/ics")
    assert file.labels[-1] == ("Uitnodigingen per mail",)
    await person.press(file, "Uitnodigingen per mail")
    assert (await person.reply()).text == "Op welk mailadres wilt u de uitnodigingen? Typ het adres hieronder."
    assert (await person.ask("jan@stad")).text == (
        "Dit is geen mailadres dat ik kan gebruiken. Typ een adres zoals jan@stad.nl."
    )
    assert (await person.ask("<jan@stad.example>")).text == CODE_SENT
    assert (await person.ask(await code(server))).text == CONNECTED
    file = await person.ask("/ics")
    assert file.labels[-1] == ("Stop de uitnodigingen per mail",)
    await person.press(file, "Stop de uitnodigingen per mail")
    assert (await person.reply()).text.startswith("U krijgt geen uitnodigingen per mail meer.")


async def test_a_question_meanwhile_is_a_question(person: Person) -> None:
    assert (await person.ask("uitnodigingen per mail")).text.startswith("Op welk mailadres")
    assert (await person.ask("zaal 5 om 11.40")).text.startswith("Zaal 5, 11.40 uur: themagroep Veiligheid")
    assert (await person.ask("jan@stad.example")).text == CODE_SENT
    # Neither digits nor an address mean anything when nobody asked for them.
    assert "code" not in (await person.ask("11.40")).text


async def test_five_wrong_codes_need_a_new_one(person: Person, server: MailServer) -> None:
    await person.ask(f"mail mijn agenda naar {JAN}")
    right = await code(server)
    said = [(await person.ask(another(right))).text for _ in range(5)]
    assert said[4] == "Die code is niet goed, en werkt nu niet meer. Vraag een nieuwe code aan."
    assert len(set(said[:4])) == 1
    assert (await person.ask(right)).text != CONNECTED
    await person.ask(f"mail mijn agenda naar {JAN}")
    assert (await person.ask(await code(server, 2))).text == CONNECTED


async def test_three_codes_an_hour(person: Person, server: MailServer, with_mail: Services) -> None:
    for _ in range(3):
        assert (await person.ask(f"mail mijn agenda naar {JAN}")).text == CODE_SENT
    await arrival(server, 1)
    assert (await person.ask(f"mail mijn agenda naar {JAN}")).text == (
        "Er zijn nu te veel codes aangevraagd. Probeer het over een uur opnieuw."
    )
    with_mail.clock.now += timedelta(hours=1)
    assert (await person.ask(f"mail mijn agenda naar {JAN}")).text == CODE_SENT


async def test_a_code_is_for_a_quarter_of_an_hour(person: Person, server: MailServer, with_mail: Services) -> None:
    await person.ask(f"mail mijn agenda naar {JAN}")
    right = await code(server)
    with_mail.clock.now += timedelta(minutes=15)
    assert (await person.ask(right)).text != CONNECTED


@pytest.mark.usefixtures("with_mail")
async def test_somebody_else_s_code_is_of_no_use(stage: Stage, person: Person, server: MailServer) -> None:
    await person.ask(f"mail mijn agenda naar {JAN}")
    right = await code(server)
    other = stage.person(2, "Ander")
    await other.ask(f"mail mijn agenda naar {JAN}")
    again = await code(server, 2)
    assert (await other.ask(right if right != again else another(again))).text.startswith("Die code is niet goed.")
    assert (await person.ask(right)).text == CONNECTED


async def test_a_group_has_no_mail(stage: Stage, person: Person) -> None:
    group = stage.group(-500, "Wethouders", [person])
    await person.send("@netwerkdag_bot mail mijn agenda naar jan@stad.example", to=group)
    assert (await group.reply()).text == (
        "Uitnodigingen per mail kunt u alleen in een eigen chat met mij aanvragen, niet in een groep."
    )


async def test_where_no_mail_is_set_up_the_words_say_so_and_no_button_is_there(guest: Person) -> None:
    assert (await guest.ask(f"mail mijn agenda naar {JAN}")).text == NOT_SET_UP
    assert (await guest.ask("uitnodigingen per mail")).text == NOT_SET_UP
    assert (await guest.ask("stop de mail")).text == "U kreeg geen uitnodigingen per mail."
    assert (await guest.ask("/ics")).labels == ()


async def test_who_is_forgotten_leaves_no_address(person: Person, server: MailServer, with_mail: Services) -> None:
    await person.ask(f"mail mijn agenda naar {JAN}")
    await person.ask(await code(server))
    (box,) = await with_mail.database.read(mailboxes.all_mailboxes, "mail-stage")
    await with_mail.database.write(personal.forget, box.chat_id)
    assert await with_mail.database.read(chat_rows.chat_by_id, box.mail.id) is None


async def test_in_english(stage: Stage, with_mail: Services, server: MailServer) -> None:  # noqa: ARG001 - a bot runs meanwhile
    visitor = stage.person(2, "Guest", "en")
    assert (await visitor.ask("Please send my calendar to guest@city.example")).text.startswith(
        "I am sending a code of six digits to guest@city.example."
    )
    await arrival(server, 1)
    (mail,) = server.mails("guest@city.example")
    assert mail["Subject"] == "Your code for the calendar by mail"
    assert (await visitor.ask(await code(server))).text.startswith("Done. From now on guest@city.example gets")
    assert (await visitor.ask("stop mail")).text.startswith("You get no more invitations by mail.")
