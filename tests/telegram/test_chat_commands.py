import re

import pytest
from chat_bots import EventClockByHand

from bot.wording.menu import HELP_TOPICS, MENU
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from handlers.telegram.application import COMMANDS
from storage import chat_rows

EXAMPLE = "“zaal 3 om 11.40”"


async def test_start_says_what_this_is_and_what_to_try(guest: Person, visitor: Person) -> None:
    welcome = await guest.ask("/start")
    assert (
        welcome.text.splitlines()[0] == "Welkom bij Bestuurlijke netwerkdag G40 in Haarlem, vrijdag 10 februari 2023."
    )
    assert EXAMPLE in welcome.text
    assert welcome.labels == (("Wat is er nu?", "Programma van de dag"), ("Groepen volgen",))
    assert (await visitor.ask("/start")).text.splitlines()[1] == (
        "Ask your question as you would say it. "
        "For example: “room 3 at 11.40”, “where is Veiligheid?” or “when is lunch?”."
    )


@pytest.mark.parametrize(
    ("dutch", "english"),
    [("/nu", "/now"), ("/straks", "/next"), ("/zaal 3", "/room 3"), ("/mijn", "/mine"), ("/volg", "/follow")],
)
async def test_a_command_has_an_english_name(guest: Person, dutch: str, english: str) -> None:
    answer = await guest.ask(dutch)
    assert (await guest.ask(english)).text == answer.text


async def test_now_and_next(guest: Person, clock: EventClockByHand) -> None:
    clock.local("14.30")
    assert "Zaal 4: themagroep Slimme duurzame verstedelijking" in (await guest.ask("/nu")).text
    assert "14.55" in (await guest.ask("/straks")).text


async def test_a_room_with_and_without_a_time(guest: Person) -> None:
    assert (await guest.ask("/zaal 3 om 11.40")).text.splitlines()[0] == (
        "Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg, tot 12.40 uur."
    )
    assert (await guest.ask("/zaal Gravenzaal om 11.40")).text.startswith("Gravenzaal, 11.40 uur: themagroep MKB")
    which = await guest.ask("/zaal")
    assert which.text == (
        "Van welke zaal wilt u het weten? Gravenzaal (zaal 1), zaal 2, zaal 3, zaal 4, zaal 5. "
        "Typ bijvoorbeeld: /zaal 5."
    )
    await guest.press(which, "Zaal 3: programma")
    assert (await guest.reply()).text == (await guest.ask("/zaal 3")).text


async def test_the_day_stands_by_slot_with_rooms(guest: Person) -> None:
    day = await guest.ask("/programma")
    assert "11.40 tot 12.40 uur:\nGravenzaal: themagroep MKB en economische vernieuwing\nZaal 2: " in day.text
    assert day.text.endswith("15.00 tot 15.45 uur, Gravenzaal.")
    assert day.labels == (("Toon als plaatje",), ("Hele dag als agendabestand",), ("Groepen volgen",))


async def test_who_chose_nothing_gets_the_whole_day_as_file(guest: Person) -> None:
    file = await guest.ask("/ics")
    assert file.document is not None
    assert file.document.name == "programma-haarlem-2023.ics"
    assert file.text.startswith("De hele dag als agendabestand: 22 sessies. U volgt nog niets;")
    assert file.document.data.count(b"BEGIN:VEVENT") == 22


async def test_who_chose_gets_their_own_programme_as_file(guest: Person) -> None:
    await guest.ask("/volg veiligheid")
    await guest.ask("/volg europa")
    file = await guest.ask("/ics")
    assert file.document is not None
    assert re.findall(rb"UID:(\S+)", file.document.data) == [
        b"veiligheid.haarlem-2023@netwerkdag.g40",
        b"europa.haarlem-2023@netwerkdag.g40",
    ]
    assert file.text.startswith("Uw programma als agendabestand: 2 sessies.")


async def test_the_language_can_be_chosen_and_stays(guest: Person, services: Services) -> None:
    choice = await guest.ask("/taal")
    assert choice.text == "Ik antwoord in het Nederlands. Kies hieronder een taal, of typ /taal nl of /taal en."
    await guest.press(choice, "English")
    assert (await guest.reply()).text == "From now on I answer in English."
    assert (await guest.ask("/mijn")).text.startswith("Your programme:")
    assert (await guest.ask("/language nl")).text == "Vanaf nu antwoord ik in het Nederlands."
    chat, new = await services.database.write(
        chat_rows.chat_for, channel="stage", address="1", kind="private", telegram_language="en", now=services.clock()
    )
    assert (chat.language, new) == ("nl", False)


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize(
    ("code", "first_word"), [("nl", "Welkom"), ("nl-BE", "Welkom"), ("de", "Welcome"), (None, "Welkom")]
)
async def test_the_language_is_that_of_telegram_until_chosen(stage: Stage, code: str | None, first_word: str) -> None:
    assert (await stage.person(9, "Gast", code).ask("/start")).text.split()[0] == first_word


@pytest.mark.usefixtures("with_pages")
async def test_help_names_every_command(guest: Person, visitor: Person) -> None:
    for person in (guest, visitor):
        text = (await person.ask("/help")).text
        named = set(re.findall(r"/([a-z]+)", text))
        assert {names[0] for names in COMMANDS} <= named
    assert set(re.findall(r"/([a-z]+)", text)) == {name for names in COMMANDS for name in names}
    assert len(HELP_TOPICS) == len(COMMANDS)


@pytest.mark.usefixtures("services")
async def test_the_menu_is_set_in_both_languages(stage: Stage) -> None:
    menus = await stage.changed.until(lambda: stage.profile if len(stage.profile.commands) == 3 else None, 5, "menus")
    dutch, english, other = (menus.commands_for(1, language) for language in ("nl", "en", "de"))
    assert [command["command"] for command in dutch] == list(MENU)
    assert dutch[0] == {"command": "nu", "description": "Wat er nu en straks is"}
    assert english[0] == {"command": "nu", "description": "What is on now and next"}
    assert other == english


@pytest.mark.parametrize("text", ["/foo", "/foo@netwerkdag_bot zaal 3", "/", "/ nu"])
async def test_an_unknown_command_says_what_there_is(guest: Person, text: str) -> None:
    answer = await guest.ask(text)
    assert answer.text.startswith(f"Het commando {text.split('@', maxsplit=1)[0].split(maxsplit=1)[0]}")
    assert answer.text.endswith("of kies /nu, /mijn, /programma of /help.")


async def test_bad_input_gets_a_short_clear_answer(guest: Person, visitor: Person) -> None:
    wordless = f"Typ uw vraag in woorden, bijvoorbeeld {EXAMPLE}, of kies /nu, /mijn, /programma of /help."
    assert (await guest.ask("😀🎉")).text == f"In uw bericht lees ik geen vraag. {wordless}"
    assert (
        await guest.ask("x" * 4096)
    ).text == f"Uw bericht is te lang voor mij. Stel één korte vraag, bijvoorbeeld {EXAMPLE}."
    guest.chat.skip_replies()
    await guest.send_document("foto.png", b"\x89PNG", caption="kijk")
    assert (await guest.reply()).text.startswith("Ik kan alleen tekst lezen: geen foto's")
    visitor.chat.skip_replies()
    await visitor.send_document("photo.png", b"\x89PNG")
    assert (await visitor.reply()).text.startswith("I can read text only")


async def test_markup_in_a_message_is_only_text(guest: Person) -> None:
    answer = await guest.ask('/volg <b>Kletskoek</b> & "meer"')
    assert answer.text.startswith('De groep <b>Kletskoek</b> & "meer" ken ik niet.')
    assert "<script>" not in (await guest.ask("<script>alert(1)</script>")).text


async def test_a_link_follows_a_group_or_shows_a_session(guest: Person, services: Services) -> None:
    await guest.start("volg_europa")
    welcome, followed = await guest.replies(2)
    assert welcome.text.startswith("Welkom")
    assert followed.text.splitlines() == [
        "U volgt Europa.",
        "Themagroep Europa: 15.00 tot 16.00 uur, zaal 2. U krijgt 10 minuten voor het begin een bericht.",
    ]
    programme = await services.programmes.current()
    guest.chat.skip_replies()
    await guest.start(f"s_{programme.session_by_key['veiligheid'].id}")
    assert (await guest.reply()).text.startswith("Themagroep Veiligheid\nWanneer: 11.40 tot 12.40 uur, zaal 5")
    await guest.start("volg_nergens")
    unknown, again = await guest.replies(2)
    assert unknown.text == "De link waarmee u kwam, hoort niet bij dit programma."
    assert again.text == welcome.text
