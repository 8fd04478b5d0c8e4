"""A secretary at the desk of a session: who signed up, papers, the link; and whoever is no secretary there."""

import asyncio
import struct
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from chat_bots import Bots, EventClockByHand

from bot.people.access import Role
from handlers import roles
from handlers.services import Services
from handlers.stage.bodies import Upload
from handlers.stage.entities import Formatted
from handlers.stage.faults import Fault, FaultKind
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import acts, missed, sign_ups
from storage import roles as kept

LINK = "https://meet.example.org/geheim"
ONLINE = "digitaal-2020"
KEY = "duurzaamheid"
ALLOWED = "Dat kan alleen wie daarvoor is uitgenodigd"


@pytest.fixture
def bots(stage: Stage, address: str, days_url: str) -> Bots:
    """Bots on the day that took place online, a day before."""
    clock = EventClockByHand(datetime(2020, 9, 23, 8, tzinfo=UTC))
    return Bots(stage, address, days_url, clock, day=ONLINE)


@pytest.fixture
async def services(bots: Bots) -> AsyncIterator[Services]:
    async with bots.running(clockwork=True) as found:
        yield found


async def joins(services: Services, person: Person, slug: str | None, role: Role = Role.SECRETARY) -> None:
    day = await services.programmes.current()
    group = None if slug is None else day.group_by_slug[slug]
    _, secret = await services.database.write(roles.invite_in, day, role, group, acting=None, now=services.clock())
    await person.ask("/start")
    assert (await person.ask(f"/start i_{secret}")).text.startswith("Welkom: u bent nu")


@pytest.fixture
async def secretary(stage: Stage, services: Services) -> Person:
    """The secretary of Duurzaamheid."""
    person = stage.person(5, "Secretaris")
    await joins(services, person, "duurzaamheid")
    return person


async def pressed(person: Person, message: Message, label: str) -> Message:
    """Press a button and give the next thing the bot says."""
    person.chat.skip_replies()
    await person.press(message, label)
    return await person.reply()


async def desk(person: Person) -> Message:
    """Open the desk of Duurzaamheid."""
    return await pressed(person, await person.ask("/aanmeldingen duur"), "Duurzaamheid")


async def signs_up(person: Person) -> None:
    shown = await person.ask("waar is duurzaamheid?")
    await pressed(person, shown, "Meld mij aan voor Duurzaamheid")


async def named(services: Services) -> list[tuple[str, str, bool]]:
    day = await services.programmes.of(ONLINE)
    found = await services.database.read(sign_ups.of_session, day.session_by_key[KEY].id)
    return [(one.name, one.city, one.chat_id is None) for one in found]


async def log(services: Services) -> list[tuple[str, str, str]]:
    day = await services.programmes.of(ONLINE)
    return [(a.role, a.what, a.about) for a in await services.database.read(acts.recent, day.event.id, 50)]


async def test_a_secretary_sees_numbers_cities_and_the_names_that_were_given(
    stage: Stage, secretary: Person, services: Services
) -> None:
    for number, name, city in ((11, "Ans", "Zwolle"), (12, "", "zwolle"), (13, "", "")):
        person = stage.person(number)
        await signs_up(person)
        day = await services.programmes.of(ONLINE)
        for one in await services.database.read(sign_ups.of_session, day.session_by_key[KEY].id):
            if (one.name, one.city) == ("", "") and (name or city):
                await services.database.write(sign_ups.give, one.id, name=name, city=city)
    follower, group = stage.person(14), stage.group(-100, "Groen", administrators=[stage.person(15)])
    await follower.ask("/volg duurzaamheid")
    await stage.person(15).send("/volg duurzaamheid", to=group)
    await group.reply()
    shown = await desk(secretary)
    assert shown.text == (
        "Themagroep Duurzaamheid: 10.00 tot 11.30 uur, online\n"
        "In het eigen programma van 4 personen en 1 groep op Telegram.\n"
        "\n"
        "Aangemeld: 3 personen.\n"
        "Per gemeente: Zwolle 2, zonder gemeente 1.\n"
        "Namen, voor zover gegeven:\n"
        "Ans, Zwolle\n"
        "2 personen gaven geen naam.\n"
        "\n"
        "Er is nog geen link.\n"
        "Er zijn nog geen stukken."
    )
    assert shown.labels == (
        ("Voeg iemand toe",),
        ("Stuur een stuk", "Stukken staan in iBabs"),
        ("Zet de link",),
    )


async def test_whoever_mailed_is_added_and_taken_away(secretary: Person, services: Services) -> None:
    asked = await pressed(secretary, await desk(secretary), "Voeg iemand toe")
    assert asked.text.startswith("Wie wilt u aanmelden voor themagroep Duurzaamheid?")
    for wrong in ("06-12345678", "Jan Jansen?", "Jan, Zwolle 8"):
        assert (await secretary.ask(wrong)).text.startswith("Dat lees ik niet als een naam en een gemeente.")
    done = await secretary.ask("Jan  Jansen, Zwolle")
    assert done.text == "Toegevoegd: Jan Jansen, Zwolle (met de hand toegevoegd)."
    assert await named(services) == [("Jan Jansen", "Zwolle", True)]
    # Nothing is asked any more: this is a question.
    assert "Jan" not in (await secretary.ask("veiligheid")).text
    await pressed(secretary, done, "Voeg nog iemand toe")
    assert (await secretary.ask("Jan Jansen, Zwolle")).text.endswith("stond al in de lijst.")
    await pressed(secretary, done, "Voeg nog iemand toe")
    assert (await secretary.ask("Anna")).text == "Toegevoegd: Anna (met de hand toegevoegd)."
    shown = await desk(secretary)
    assert "Jan Jansen, Zwolle (met de hand toegevoegd)" in shown.text
    gone = await pressed(secretary, shown, "Haal weg: Jan Jansen, Zwolle")
    assert gone.text == "Weggehaald: Jan Jansen, Zwolle (met de hand toegevoegd)."
    assert (await pressed(secretary, shown, "Haal weg: Jan Jansen, Zwolle")).text.startswith("Deze persoon stond")
    assert await named(services) == [("Anna", "", True)]
    made = [entry for entry in await log(services) if entry[0] == "secretary"]
    assert made == [
        ("secretary", "sign-off", KEY),
        ("secretary", "sign-up", KEY),
        ("secretary", "sign-up", KEY),
        ("secretary", "join", "duurzaamheid"),
    ]


async def test_a_paper_goes_once_to_those_who_signed_up_and_cannot_be_passed_on(
    stage: Stage, secretary: Person, services: Services
) -> None:
    guest, late, follower = stage.person(1), stage.person(2), stage.person(3)
    await signs_up(guest)
    await follower.ask("/volg duurzaamheid")
    asked = await pressed(secretary, await desk(secretary), "Stuur een stuk")
    assert "als bestand, van hooguit 10 MB" in asked.text
    secretary.chat.skip_replies()
    await secretary.send_document("agenda.pdf", b"%PDF geheim")
    sent = await secretary.reply()
    assert sent.text == (
        "agenda.pdf is bewaard. Het gaat naar 1 persoon, en naar wie zich nog aanmeldt. Nog een stuk? Stuur het ook."
    )
    paper = await guest.reply()
    while paper.document is None:
        paper = await guest.reply()
    assert (paper.document.name, paper.document.data) == ("agenda.pdf", b"%PDF geheim")
    assert [c.parameters["protect_content"] for c in stage.called("sendDocument")] == ["true"]
    await secretary.send_document("agenda.pdf", b"%PDF geheim")
    assert (await secretary.reply()).text == "agenda.pdf was er al. Het gaat niet nog eens uit."
    await secretary.send_document("groot.pdf", b"x" * (10 * 1024 * 1024 + 1))
    assert (await secretary.reply()).text.startswith("Dit bestand kan ik niet bewaren.")
    # Words are something else, and end the asking.
    assert "Duurzaamheid" in (await secretary.ask("waar is duurzaamheid?")).text
    await secretary.send_document("later.pdf", b"%PDF later")
    assert (await secretary.reply()).text.startswith("Ik kan alleen tekst lezen")
    shown = await desk(secretary)
    assert "Stukken: agenda.pdf." in shown.text
    away = await pressed(secretary, shown, "Haal weg: agenda.pdf")
    assert away.text.startswith("agenda.pdf is weg. Wie het nog niet had, krijgt het niet meer.")
    assert (await pressed(secretary, shown, "Haal weg: agenda.pdf")).text == "Dit stuk was al weg."
    await signs_up(late)
    await asyncio.sleep(0.2)
    assert [m for m in (*late.messages, *follower.messages) if m.document is not None] == []
    assert "geheim" not in str(await log(services))


async def test_that_papers_are_in_ibabs_is_told_without_a_file(
    stage: Stage, secretary: Person, services: Services
) -> None:
    guest = stage.person(1)
    await signs_up(guest)
    shown = await desk(secretary)
    guest.chat.skip_replies()
    done = await pressed(secretary, shown, "Stukken staan in iBabs")
    assert done.text == "Dat de stukken in iBabs staan, gaat naar 1 persoon, en naar wie zich nog aanmeldt."
    assert (await guest.reply()).text == (
        "De stukken voor themagroep Duurzaamheid, 10.00 tot 11.30 uur, online, staan in iBabs."
    )
    assert (await pressed(secretary, shown, "Stukken staan in iBabs")).text.startswith(
        "Dat de stukken in iBabs staan, was al"
    )
    shown = await desk(secretary)
    assert "Stukken: staan in iBabs." in shown.text
    assert (await pressed(secretary, shown, "Haal weg: staat in iBabs")).text.startswith(
        "Dat de stukken in iBabs staan, zeg"
    )
    assert "Er zijn nog geen stukken." in (await desk(secretary)).text
    assert stage.called("sendDocument") == ()
    assert ("secretary", "in-ibabs", KEY) in await log(services)


async def test_the_link_goes_to_those_who_signed_up_and_is_repeated_nowhere(
    stage: Stage, secretary: Person, services: Services
) -> None:
    guest, late, follower = stage.person(1), stage.person(2), stage.person(3)
    await signs_up(guest)
    await follower.ask("/volg duurzaamheid")
    guest.chat.skip_replies()
    await pressed(secretary, await desk(secretary), "Zet de link")
    for wrong in ("http://meet.example.org/geheim", f"{LINK} of {LINK}-2", "javascript:geheim"):
        assert (await secretary.ask(wrong)).text.startswith("Dat is geen link die ik kan sturen.")
    assert (await secretary.ask(f"De link is {LINK}.")).text == (
        "De link voor themagroep Duurzaamheid is bewaard. Hij gaat naar 1 persoon, en naar wie zich nog aanmeldt."
    )
    assert LINK in (await guest.reply()).text
    shown = await desk(secretary)
    assert "De link is er." in shown.text
    await pressed(secretary, shown, "Zet een andere link")
    await secretary.ask(LINK + "-2")
    assert (await guest.reply()).text.startswith("De link voor themagroep Duurzaamheid is gewijzigd.")
    await pressed(secretary, await desk(secretary), "Zet een andere link")
    assert (
        await secretary.ask(LINK + "-2")
    ).text == "Dat is de link voor themagroep Duurzaamheid al. Hij gaat niet nog eens uit."
    shown = await desk(secretary)
    assert (await pressed(secretary, shown, "Haal de link weg")).text.startswith("De link is weg.")
    assert (await pressed(secretary, shown, "Haal de link weg")).text == "Er was geen link meer."
    await signs_up(late)
    await asyncio.sleep(0.2)
    # Another one after that is a change for who had the first, and the first for who had none.
    await pressed(secretary, await desk(secretary), "Zet de link")
    await secretary.ask(LINK + "-3")
    assert (await guest.reply()).text.startswith("De link voor themagroep Duurzaamheid is gewijzigd.")
    assert (await late.reply()).text.startswith("De link voor themagroep Duurzaamheid, 10.00")
    told = [m.text for p in (secretary, follower) for m in p.messages if m.from_bot and "geheim" in m.text]
    assert told == []
    assert "geheim" not in str(await log(services))
    assert "geheim" not in str(await services.database.read(missed.missed))
    assert [m.text for m in late.messages if LINK in m.text and "-3" not in m.text] == []


async def test_a_link_typed_with_the_name_of_an_own_session_is_that_sessions_link(
    stage: Stage, secretary: Person, services: Services
) -> None:
    guest = stage.person(1)
    await signs_up(guest)
    guest.chat.skip_replies()
    assert (await secretary.ask(f"de link voor duurzaamheid is {LINK}")).text.startswith(
        "De link voor themagroep Duurzaamheid is bewaard. Hij gaat naar 1 persoon"
    )
    assert LINK in (await guest.reply()).text
    assert ("secretary", "link", KEY) in await log(services)


@pytest.mark.parametrize("text", [LINK, f"Europa: teams {LINK}", "zie https://www.example.org/nota van duurzaamheid"])
async def test_a_link_that_does_not_say_which_own_session_it_is_of_is_asked_about(secretary: Person, text: str) -> None:
    asked = await secretary.ask(text)
    assert asked.text.startswith("Voor welke sessie is deze link?")
    assert (await pressed(secretary, asked, "Duurzaamheid")).text.startswith("Stuur nu de link voor themagroep")
    assert (await secretary.ask(LINK)).text.startswith("De link voor themagroep Duurzaamheid is bewaard.")


@pytest.mark.parametrize("text", [f"werkt {LINK} voor duurzaamheid?", f"duurzaamheid later, link {LINK} en {LINK}-2"])
async def test_a_question_and_several_links_are_no_link_of_a_session(
    secretary: Person, services: Services, text: str
) -> None:
    await secretary.ask(text)
    assert ("secretary", "link", KEY) not in await log(services)


async def test_a_link_of_somebody_without_a_role_is_kept_nowhere(stage: Stage, secretary: Person) -> None:
    await stage.person(1).ask(f"de link voor duurzaamheid is {LINK}")
    assert "Er is nog geen link." in (await desk(secretary)).text


async def test_a_link_in_a_change_is_said_to_be_given_apart(secretary: Person) -> None:
    await secretary.send(f"Duurzaamheid begint een kwartier later, link {LINK}")
    apart, shown = await secretary.replies(2)
    assert apart.text.startswith("De link hoort niet bij een wijziging")
    assert "10.15" in shown.text


async def test_a_photo_is_no_paper_and_a_large_or_lost_file_is_told(
    stage: Stage, secretary: Person, services: Services
) -> None:
    await pressed(secretary, await desk(secretary), "Stuur een stuk")
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">4x4sII", b"IHDR", 20, 20)
    photo = stage.files.add("photo", Upload("foto.png", "", png))
    secretary.chat.skip_replies()
    stage.heard(secretary.chat, secretary.to_json(), Formatted(""), file=photo)
    assert (await secretary.reply()).text.startswith("Dat is geen bestand.")
    stage.faults.add(Fault(kind=FaultKind.BAD, method="getFile"))
    await secretary.send_document("agenda.pdf", b"%PDF")
    assert (await secretary.reply()).text == "Dit bestand kreeg ik niet van Telegram. Stuur het nog eens."
    await secretary.send_document("agenda.pdf", b"%PDF")
    assert (await secretary.reply()).text.startswith("agenda.pdf is bewaard.")
    day = await services.programmes.of(ONLINE)
    found = await services.database.read(sign_ups.papers, day.session_by_key[KEY].id)
    assert [paper.name for paper in found] == ["agenda.pdf"]


async def test_after_the_session_nothing_more_is_handed_out(secretary: Person, services: Services, bots: Bots) -> None:
    bots.clock.now = datetime(2020, 9, 24, 9, 25, tzinfo=UTC)
    shown = await desk(secretary)
    await pressed(secretary, shown, "Zet de link")
    bots.clock.now = datetime(2020, 9, 24, 9, 31, tzinfo=UTC)
    assert "Deze sessie is voorbij." in (await secretary.ask(LINK)).text
    for label in ("Stukken staan in iBabs", "Zet de link", "Voeg iemand toe"):
        over = await pressed(secretary, shown, label)
        assert "Deze sessie is voorbij." in over.text
        assert over.labels == ()
    day = await services.programmes.of(ONLINE)
    session = day.session_by_key[KEY]
    assert await services.database.read(sign_ups.linked, [session.id]) == frozenset()
    assert await services.database.read(sign_ups.papers, session.id) == ()


async def test_another_button_ends_what_was_asked(secretary: Person, services: Services) -> None:
    asked = await pressed(secretary, await desk(secretary), "Voeg iemand toe")
    await pressed(secretary, asked, "Terug naar Duurzaamheid")
    await secretary.ask("Jan Jansen, Zwolle")
    assert await named(services) == []


async def test_who_lost_the_role_meanwhile_does_nothing_more(secretary: Person, services: Services) -> None:
    await pressed(secretary, await desk(secretary), "Voeg iemand toe")
    day = await services.programmes.of(ONLINE)
    for grant in await services.database.read(kept.grants_at, day.event.id):
        await services.database.write(kept.withdraw, grant.id)
    assert (await secretary.ask("Jan Jansen, Zwolle")).text.startswith(ALLOWED)
    assert await named(services) == []
    assert not (await secretary.ask("Jan Jansen, Zwolle")).text.startswith(ALLOWED)
    assert (await secretary.ask("/aanmeldingen")).text.startswith(ALLOWED)


async def test_a_forged_button_opens_nothing_of_another_session(stage: Stage, services: Services) -> None:
    stranger, other = stage.person(6), stage.person(7)
    await joins(services, other, "woningmarkt")
    start = await stranger.ask("/start")
    day = await services.programmes.of(ONLINE)
    session = day.session_by_key[KEY]
    for person in (stranger, other):
        for verb in ("ya", "yb", "yd", "ye", "yf", "yg", "yc:1", "yh:1"):
            code = f"1{verb}:{_base36(session.id)}"
            person.chat.skip_replies()
            await person.press_data(start, code) if person is stranger else await person.press_data(
                await other.ask("/start"), code
            )
            refusal = ALLOWED if person is stranger else "Themagroep Duurzaamheid is van een andere groep."
            assert (await person.reply()).text.startswith(refusal), code
    assert [entry for entry in await log(services) if entry[1] != "invite" and entry[1] != "join"] == []


async def test_a_secretary_whose_group_does_not_meet_has_no_session(stage: Stage, services: Services) -> None:
    person = stage.person(9)
    await joins(services, person, "europa")
    assert (await person.ask("/aanmeldingen")).text == "In dit programma staat geen sessie van uw groep."
    assert (await stage.person(10).ask("/aanmeldingen")).text.startswith(ALLOWED)


async def test_an_organiser_opens_every_session_and_where_nobody_signs_up_is_said(stage: Stage, bots: Bots) -> None:
    bots.day = "haarlem-2023"
    bots.clock.now = datetime(2023, 2, 9, 8, tzinfo=UTC)
    async with bots.running() as services:
        organiser = stage.person(8, "Org", "en")
        day = await services.programmes.current()
        _, secret = await services.database.write(
            roles.invite_in, day, Role.ORGANISER, None, acting=None, now=services.clock()
        )
        await organiser.ask("/start")
        await organiser.ask(f"/start i_{secret}")
        listed = await organiser.ask("/signups")
        assert sum(len(row) for row in listed.labels) == len([s for s in day.sessions if s.kind != "moving"])
        shown = await pressed(organiser, await organiser.ask("/signups woningmarkt"), "Woningmarkt")
        assert "Nobody signs up for this session." in shown.text
        assert shown.labels == ()
        assert (await organiser.ask("/signups niets")).text.startswith("None of your sessions is called “niets”.")


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, last = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[last] + digits
        if not number:
            return digits
