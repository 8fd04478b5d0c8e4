import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest
from chat_bots import Bots, EventClockByHand
from sqlalchemy import Connection

from bot.people.signing import Document
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import sign_ups

LINK = "https://meet.example.org/geheim"
ONLINE = "digitaal-2020"
KEY = "duurzaamheid"


@pytest.fixture
def bots(stage: Stage, address: str, days_url: str) -> Bots:
    """Bots on the day that took place online, a day before."""
    clock = EventClockByHand(datetime(2020, 9, 23, 8, tzinfo=UTC))
    return Bots(stage, address, days_url, clock, day=ONLINE)


@pytest.fixture
async def services(bots: Bots) -> AsyncIterator[Services]:
    async with bots.running(clockwork=True) as found:
        yield found


async def signed_up(services: Services) -> list[tuple[str, str]]:
    programme = await services.programmes.of(ONLINE)
    found = await services.database.read(sign_ups.of_event, programme.event.id)
    return [(one.name, one.city) for one in found]


async def keep(services: Services, write: Callable[..., object], what: object) -> None:
    """Let the secretary set something for the session, as the command line does beside a bot."""
    programme = await services.programmes.of(ONLINE)
    session = programme.session_by_key[KEY]

    def at_once(conn: Connection) -> None:
        write(conn, session.id, what, services.clock())

    await services.database.write(at_once)
    services.planned.set()


async def test_one_tap_signs_up_and_what_is_given_is_ones_own_choice(guest: Person, services: Services) -> None:
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    assert asked.text == (
        "U bent aangemeld voor themagroep Duurzaamheid: 10.00 tot 11.30 uur, online.\n"
        "Welke naam mag de secretaris zien? Een naam is niet verplicht."
    )
    assert await signed_up(services) == [("", "")]
    assert asked.labels == (
        ("Mijn naam is Gast",),
        ("Een andere naam typen",),
        ("Geen naam geven",),
        ("Meld mij af voor Duurzaamheid",),
    )
    await guest.press(asked, "Mijn naam is Gast")
    city = await guest.edited(asked)
    assert await signed_up(services) == [("Gast", "")]
    await guest.press(city, "Mijn gemeente typen")
    assert (await guest.edited(city)).text == "Typ de naam van uw gemeente."
    done = await guest.ask("’s-Hertogenbosch")
    assert done.text == (
        "U bent aangemeld voor themagroep Duurzaamheid: 10.00 tot 11.30 uur, online.\n"
        "De secretaris ziet uw naam en uw gemeente: Gast, ’s-Hertogenbosch.\n"
        "De link en de stukken krijgt u in deze chat, zodra ze er zijn."
    )
    assert await signed_up(services) == [("Gast", "’s-Hertogenbosch")]
    assert "Duurzaamheid" in (await guest.ask("/mijn")).text
    await guest.press(done, "Meld mij af voor Duurzaamheid")
    off = await guest.reply()
    assert off.text.startswith("U bent niet meer aangemeld voor themagroep Duurzaamheid.")
    assert off.labels == (("Meld mij aan voor Duurzaamheid",),)
    assert await signed_up(services) == []


async def test_another_name_can_be_typed_and_a_question_is_no_name(guest: Person, services: Services) -> None:
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    await guest.press(asked, "Een andere naam typen")
    await guest.edited(asked)
    assert "10.00" in (await guest.ask("hoe laat is duurzaamheid?")).text
    assert await signed_up(services) == [("", "")]
    # Something came in between, so it is asked back.
    doubted = await guest.ask("  Jan   de Vries ")
    assert doubted.text == "Is “Jan de Vries” uw naam?"
    assert await signed_up(services) == [("", "")]
    await guest.press(doubted, "Ja, dit is mijn naam")
    assert (await guest.edited(doubted)).text.startswith("Wilt u ook uw gemeente geven?")
    assert await signed_up(services) == [("Jan de Vries", "")]
    # Nothing is waited for any more, so this is a question.
    assert "Jan" not in (await guest.ask("veiligheid")).text
    assert await signed_up(services) == [("Jan de Vries", "")]


async def signing(guest: Person, *, typing: bool = False) -> None:
    """Sign somebody up, up to where a name is asked; ``typing`` presses that another one is typed."""
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    if typing:
        await guest.press(asked, "Een andere naam typen")
        await guest.edited(asked)


async def test_a_name_and_a_city_are_taken_without_pressing_that_they_come(guest: Person, services: Services) -> None:
    await signing(guest)
    assert (await guest.ask("Jan de Vries")).text.startswith("Wilt u ook uw gemeente geven?")
    done = await guest.ask("Haarlem")
    assert "De secretaris ziet uw naam en uw gemeente: Jan de Vries, Haarlem." in done.text
    assert await signed_up(services) == [("Jan de Vries", "Haarlem")]
    # Nothing is waited for any more.
    assert "Piet de Wit" in (await guest.ask("Piet de Wit")).text
    assert await signed_up(services) == [("Jan de Vries", "Haarlem")]


async def test_a_city_can_be_typed_after_the_button_with_the_name(guest: Person, services: Services) -> None:
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    await guest.press(asked, "Mijn naam is Gast")
    await guest.edited(asked)
    await guest.ask("Hengelo")
    assert await signed_up(services) == [("Gast", "Hengelo")]


@pytest.mark.parametrize(
    "said",
    ["financiën", "borrel", "wat nu", "half drie", "programma", "dank u", "waar is Financiën", "ik ben er niet",
     "/mijn", "volg financiën", "hoe laat is duurzaamheid?"],
)  # fmt: skip
async def test_what_asks_or_says_something_else_is_no_name(guest: Person, services: Services, said: str) -> None:
    await signing(guest)
    assert "gemeente" not in (await guest.ask(said)).text
    assert await signed_up(services) == [("", "")]
    # A name is only taken as the first message after the question.
    assert "gemeente" not in (await guest.ask("Jan")).text
    assert await signed_up(services) == [("", "")]


async def to_the_city(guest: Person, *, typing: bool = False) -> None:
    """Sign somebody up without a name, up to where a city is asked."""
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    await guest.press(asked, "Geen naam geven")
    city = await guest.edited(asked)
    if typing:
        await guest.press(city, "Mijn gemeente typen")
        await guest.edited(city)


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize(
    "said",
    ["komt de minister", "komt Hugo de Jonge", "Komt de minister", "wat een onzin", "minister", "is er koffie", "leuk",
     "ik begrijp het niet", "klopt dit wel", "regering valt"],
)  # fmt: skip
async def test_a_sentence_is_no_city(guest: Person, services: Services, said: str, typing: bool) -> None:
    await to_the_city(guest, typing=typing)
    assert "gemeente" not in (await guest.ask(said)).text
    assert await signed_up(services) == [("", "")]


@pytest.mark.parametrize(
    "said",
    [
        "Hengelo",
        "hengelo",
        "Leiden",
        "Best",
        "Den Haag",
        "den haag",
        "Bergen op Zoom",
        "’s-Hertogenbosch",
        "gemeente Zwolle",
    ],
)
async def test_a_city_is_taken_as_the_next_message(guest: Person, services: Services, said: str) -> None:
    await to_the_city(guest)
    await guest.ask(said)
    assert await signed_up(services) == [("", said.removeprefix("gemeente "))]


async def test_a_city_is_only_taken_as_the_next_message(guest: Person, services: Services) -> None:
    await to_the_city(guest)
    await guest.ask("waar is financiën?")
    assert "aangemeld" not in (await guest.ask("Hengelo")).text
    assert await signed_up(services) == [("", "")]


async def test_what_may_be_a_city_is_asked_back(guest: Person, services: Services) -> None:
    await to_the_city(guest)
    doubted = await guest.ask("wijk bij duurstede")
    assert doubted.text == "Is “wijk bij duurstede” uw gemeente?"
    assert doubted.labels == (("Ja, dit is mijn gemeente",), ("Nee, dit is niet mijn gemeente",))
    assert await signed_up(services) == [("", "")]
    await guest.press(doubted, "Nee, dit is niet mijn gemeente")
    assert (await guest.edited(doubted)).text == "Typ de naam van uw gemeente."
    await guest.ask("alphen aan den rijn")
    assert await signed_up(services) == [("", "alphen aan den rijn")]


async def test_what_was_asked_back_can_be_said_in_words(guest: Person, services: Services) -> None:
    await to_the_city(guest)
    assert (await guest.ask("wijk bij duurstede")).text == "Is “wijk bij duurstede” uw gemeente?"
    assert "wijk bij duurstede" in (await guest.ask("ja")).text
    assert await signed_up(services) == [("", "wijk bij duurstede")]


async def test_a_yes_pressed_too_late_keeps_nothing(guest: Person, services: Services) -> None:
    await to_the_city(guest)
    doubted = await guest.ask("wijk bij duurstede")
    await guest.ask("waar is financiën?")
    await guest.press(doubted, "Ja, dit is mijn gemeente")
    assert (await guest.reply()).text.startswith("De knop die u koos, werkt niet meer")
    assert await signed_up(services) == [("", "")]


@pytest.mark.parametrize("said", ["waar is Financiën", "ik kom om 10.30", "zaal 3 om 11.40"])
async def test_a_question_is_answered_also_where_a_name_was_to_be_typed(
    guest: Person, services: Services, said: str
) -> None:
    await signing(guest, typing=True)
    assert "gemeente" not in (await guest.ask(said)).text
    assert await signed_up(services) == [("", "")]


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Mijn naam is Jan de Vries", "Jan de Vries"),
        ("ik heet Jan", "Jan"),
        ("Jan\nde Vries", "Jan de Vries"),
        ("nee", ""),
        ("liever niet", ""),
        ("Geen naam", ""),
    ],
)
async def test_people_say_their_name_in_their_own_way(
    guest: Person, services: Services, said: str, kept: str, typing: bool
) -> None:
    await signing(guest, typing=typing)
    assert (await guest.ask(said)).text.startswith("Wilt u ook uw gemeente geven?")
    assert await signed_up(services) == [(kept, "")]


@pytest.mark.parametrize("said", ["A" * 61, "Jan 2", "<b>Jan</b>"])
async def test_what_cannot_be_a_name_is_said_and_may_be_typed_again(
    guest: Person, services: Services, said: str
) -> None:
    await signing(guest, typing=True)
    refused = await guest.ask(said)
    assert refused.text.startswith("Dit kan ik niet als naam bewaren.")
    assert (await guest.ask("Jan")).text.startswith("Wilt u ook uw gemeente geven?")
    assert await signed_up(services) == [("Jan", "")]


async def test_the_name_goes_to_the_session_that_one_signed_up_for_last(guest: Person, services: Services) -> None:
    await signing(guest)
    shown = await guest.ask("waar is financiën?")
    await guest.press(shown, "Meld mij aan voor Financiën")
    await guest.reply()
    await guest.ask("Jan de Vries")
    assert await signed_up(services) == [("", ""), ("Jan de Vries", "")]


async def test_who_gives_nothing_is_somebody(guest: Person, services: Services) -> None:
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    await guest.press(asked, "Geen naam geven")
    city = await guest.edited(asked)
    await guest.press(city, "Geen gemeente geven")
    assert "De secretaris ziet alleen dat er iemand is aangemeld" in (await guest.edited(city)).text
    assert await signed_up(services) == [("", "")]
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    assert (await guest.reply()).text.startswith("U was al aangemeld")


async def test_who_signed_up_is_offered_to_sign_off_wherever_the_session_is_told(
    stage: Stage, guest: Person, services: Services
) -> None:
    await signing(guest)
    session = (await services.programmes.of(ONLINE)).session_by_key[KEY]
    for said in ("waar is duurzaamheid?", "afmelden voor duurzaamheid", f"/start s_{session.id}"):
        shown = await guest.ask(said)
        assert ("Meld mij af voor Duurzaamheid",) in shown.labels
        assert ("Meld mij aan voor Duurzaamheid",) not in shown.labels
    assert ("Meld mij aan voor Duurzaamheid",) in (await stage.person(2, "Ander").ask("waar is duurzaamheid?")).labels
    await guest.press(shown, "Meld mij af voor Duurzaamheid")
    await guest.reply()
    assert ("Meld mij aan voor Duurzaamheid",) in (await guest.ask("waar is duurzaamheid?")).labels
    assert await signed_up(services) == []


async def test_what_is_over_offers_no_signing_up(guest: Person, bots: Bots) -> None:
    bots.clock.now = datetime(2020, 9, 24, 9, 30, tzinfo=UTC)
    shown = await guest.ask("waar is duurzaamheid?")
    assert [label for row in shown.labels for label in row if label.startswith("Meld mij")] == []


async def test_in_a_group_one_is_led_to_a_chat_of_ones_own(stage: Stage, guest: Person, services: Services) -> None:
    group = stage.group(-100, "Duurzaam", administrators=[guest])
    await guest.send("@netwerkdag_bot waar is duurzaamheid?", to=group)
    shown = await group.reply()
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    answer = await group.reply()
    link = answer.button("Open een eigen chat").url
    assert await signed_up(services) == []
    await guest.follow_link(link)
    about = [await guest.reply(), await guest.reply()][-1]
    assert about.button("Meld mij aan voor Duurzaamheid")


async def test_the_link_comes_to_those_who_signed_up_and_nobody_else(
    stage: Stage, guest: Person, services: Services, bots: Bots
) -> None:
    late, stranger = stage.person(7, "Laat"), stage.person(8, "Ander")
    for person, text in ((guest, "duurzaamheid"), (stranger, "woningmarkt")):
        shown = await person.ask(f"waar is {text}?")
        await person.press(shown, f"Meld mij aan voor {text.capitalize()}")
        await person.reply()
    await stranger.ask("/volg duurzaamheid")
    await keep(services, sign_ups.set_link, LINK)
    told = await guest.reply()
    assert told.text == (
        "De link voor themagroep Duurzaamheid, 10.00 tot 11.30 uur, online:\n"
        f"{LINK}\n"
        "Deze link is voor wie zich heeft aangemeld. Geef hem niet door."
    )
    shown = await late.ask("waar is duurzaamheid?")
    await late.press(shown, "Meld mij aan voor Duurzaamheid")
    assert {(await late.reply()).text.split(":")[0], (await late.reply()).text.split(":")[0]} == {
        "U bent aangemeld voor themagroep Duurzaamheid",
        "De link voor themagroep Duurzaamheid, 10.00 tot 11.30 uur, online",
    }
    await keep(services, sign_ups.set_link, LINK + "-2")
    assert (await guest.reply()).text.startswith("De link voor themagroep Duurzaamheid is gewijzigd.")
    await late.reply()
    await keep(services, sign_ups.add_document, Document("agenda.pdf", b"%PDF geheim"))
    paper = await guest.reply()
    assert paper.document is not None
    assert (paper.document.name, paper.document.data) == ("agenda.pdf", b"%PDF geheim")
    assert stage.called("sendDocument")[0].parameters["protect_content"] == "true"
    await late.reply()
    results = await (await guest.inline("duurzaamheid")).results()
    assert "Duurzaamheid" in str(results)
    assert "geheim" not in str(results)
    for said in ("waar is duurzaamheid?", "wat is de link van duurzaamheid?", "/programma", "/ics", "/mijn"):
        await stranger.ask(said)
    bots.clock.now = datetime(2020, 9, 24, 7, 51, tzinfo=UTC)
    services.planned.set()
    reminder = await guest.reply()
    assert reminder.text.startswith("Over 9 minuten: themagroep Duurzaamheid")
    assert reminder.text.endswith(f"Link voor Duurzaamheid: {LINK}-2")
    assert "Duurzaamheid" in (await stranger.reply()).text
    secrets = [m.text for m in stranger.messages if m.from_bot and ("geheim" in m.text or "agenda.pdf" in str(m))]
    assert secrets == []
    assert [m for m in stranger.messages if m.document is not None and b"geheim" in m.document.data] == []


async def test_who_signed_off_gets_nothing(guest: Person, services: Services) -> None:
    shown = await guest.ask("waar is duurzaamheid?")
    await guest.press(shown, "Meld mij aan voor Duurzaamheid")
    asked = await guest.reply()
    await guest.press(asked, "Meld mij af voor Duurzaamheid")
    await guest.reply()
    await keep(services, sign_ups.set_link, LINK)
    await asyncio.sleep(0.1)
    assert "geheim" not in (await guest.ask("waar is duurzaamheid?")).text
    assert [m.text for m in guest.messages if LINK in m.text] == []


async def test_who_asks_for_the_link_gets_it_only_when_signed_up(
    stage: Stage, guest: Person, services: Services
) -> None:
    await keep(services, sign_ups.set_link, LINK)
    other = stage.person(2, "Ander")
    await guest.press(await guest.ask("waar is duurzaamheid?"), "Meld mij aan voor Duurzaamheid")
    await guest.replies(2)
    question = "hoe meld ik me aan voor duurzaamheid?"
    assert LINK in (await guest.ask(question)).text
    assert LINK not in (await other.ask(question)).text


@pytest.mark.parametrize(
    "said",
    ["meld mij aan voor duurzaamheid", "ik wil me aanmelden voor duurzaamheid", "sign me up for duurzaamheid",
     "kun je mij aanmelden voor duurzaamheid?"],
)  # fmt: skip
async def test_who_wants_to_sign_up_in_words_gets_the_way_and_hears_whether_it_is_done(
    guest: Person, services: Services, said: str
) -> None:
    way = await guest.ask(said)
    assert "Meld u aan bij" in way.text
    assert "Marieke de Blok" in way.text
    await guest.press(way, "Meld mij aan voor Duurzaamheid")
    await guest.reply()
    again = await guest.ask(said)
    assert again.text.splitlines()[0] == "U bent al aangemeld voor themagroep Duurzaamheid."
    assert ("Meld mij af voor Duurzaamheid",) in again.labels
    assert await signed_up(services) == [("", "")]
