"""Questions that ask back, one session to be reminded of, and what refers to the session just named."""

from chat_bots import Bots, EventClockByHand, change

from bot.programme.model import Status
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import chat_rows, choice_rows


async def test_a_choice_answers_the_question_that_was_asked(guest: Person) -> None:
    asked = await guest.ask("wie spreekt bij zorg?")
    assert asked.text == "Welke bedoelt u: Wonen, welzijn en zorg of Zorg, Jeugd en Onderwijs?"
    assert asked.labels == (("Wonen, welzijn en zorg",), ("Zorg, Jeugd en Onderwijs",))
    await guest.press(asked, "Zorg, Jeugd en Onderwijs")
    answer = await guest.reply()
    assert answer.text == (await guest.ask("wie spreekt bij Zorg, Jeugd en Onderwijs?")).text
    assert answer.text.startswith("Wie er spreekt bij themagroep Zorg, Jeugd en Onderwijs")


async def test_the_other_choice_can_be_made_after_the_first(guest: Person) -> None:
    asked = await guest.ask("hoe laat is zorg?")
    await guest.press(asked, "Zorg, Jeugd en Onderwijs")
    assert "13.55 tot 14.55" in (await guest.reply()).text
    await guest.press(asked, "Wonen, welzijn en zorg")
    assert "11.40 tot 12.40" in (await guest.reply()).text


async def test_a_choice_keeps_its_question_when_others_were_asked_since(guest: Person) -> None:
    asked = await guest.ask("wie spreekt bij zorg?")
    await guest.ask("zaal 3 om 11.40")
    await guest.press(asked, "Zorg, Jeugd en Onderwijs")
    answer = await guest.reply()
    assert answer.text == (await guest.ask("wie spreekt bij Zorg, Jeugd en Onderwijs?")).text


async def test_what_follows_refers_to_the_choice(guest: Person) -> None:
    asked = await guest.ask("wie spreekt bij zorg?")
    await guest.press(asked, "Zorg, Jeugd en Onderwijs")
    await guest.reply()
    assert "13.55 tot 14.55" in (await guest.ask("en hoe laat is dat?")).text


async def test_a_choice_that_is_gone_says_so(guest: Person) -> None:
    asked = await guest.ask("wie spreekt bij zorg?")
    for data in ("1C:zzz:1", "1C:1:zzz", "1C:1"):
        await guest.press_data(asked, data)
        assert (await guest.reply()).text.startswith("De knop die u koos, werkt niet meer")


async def test_names_that_are_like_what_was_typed_answer_when_pressed(guest: Person) -> None:
    asked = await guest.ask("waar is het veiligheidsoverleg?")
    assert asked.text.splitlines()[:2] == [
        "“veiligheidsoverleg” vind ik niet in het programma.",
        "Bedoelt u misschien Veiligheid?",
    ]
    assert asked.labels[0] == ("Veiligheid",)
    await guest.press(asked, "Veiligheid")
    assert (await guest.reply()).text == (await guest.ask("waar is Veiligheid?")).text


async def test_one_session_can_be_reminded_of_and_not(guest: Person, services: Services) -> None:
    answer = await guest.ask("waar is Veiligheid?")
    assert answer.labels[-1] == ("Herinner mij aan Veiligheid",)
    await guest.press(answer, "Herinner mij aan Veiligheid")
    on = await guest.edited(answer)
    assert on.labels[:-1] == answer.labels[:-1]
    assert on.labels[-1] == ("Herinner mij niet aan Veiligheid",)
    assert (await guest.reply()).text == (
        "Themagroep Veiligheid: 11.40 tot 12.40 uur, zaal 5. U krijgt 10 minuten voor het begin een bericht."
    )
    assert "Veiligheid" in (await guest.ask("/mijn")).text
    assert (await guest.ask("waar is Veiligheid?")).labels[-1] == ("Herinner mij niet aan Veiligheid",)
    await guest.press(on, "Herinner mij niet aan Veiligheid")
    assert (await guest.edited(on)).labels == answer.labels
    assert (await guest.reply()).text == "Themagroep Veiligheid staat niet meer in uw programma."
    chat = await services.database.read(chat_rows.chat_at, "stage", "1")
    programme = await services.programmes.current()
    assert chat is not None
    assert not await services.database.read(choice_rows.choices, chat.id, programme.event.id)


async def test_who_follows_its_group_is_not_offered_the_session_apart(guest: Person) -> None:
    await guest.ask("/volg veiligheid")
    labels = {label for row in (await guest.ask("waar is Veiligheid?")).labels for label in row}
    assert "Volgt: Veiligheid" in labels
    assert not [label for label in labels if label.startswith("Herinner")]


async def test_a_session_dropped_from_a_group_comes_back_by_the_group(guest: Person, services: Services) -> None:
    answer = await guest.ask("waar is Veiligheid?")
    await guest.press(answer, "Herinner mij aan Veiligheid")
    on = await guest.edited(answer)
    await guest.reply()
    await guest.ask("/volg veiligheid")
    await guest.press(on, "Herinner mij niet aan Veiligheid")
    await guest.reply()
    chat = await services.database.read(chat_rows.chat_at, "stage", "1")
    programme = await services.programmes.current()
    session = programme.session_by_key["veiligheid"]
    assert chat is not None
    chosen = await services.database.read(choice_rows.choices, chat.id, programme.event.id)
    assert (chosen.kept, chosen.dropped) == (frozenset(), {session.id})
    again = await guest.ask("waar is Veiligheid?")
    await guest.press(again, "Herinner mij aan Veiligheid")
    await guest.reply()
    chosen = await services.database.read(choice_rows.choices, chat.id, programme.event.id)
    assert (chosen.kept, chosen.dropped) == (frozenset(), frozenset())


async def test_nothing_is_offered_for_what_has_begun_or_is_off(
    guest: Person, services: Services, clock: EventClockByHand
) -> None:
    await services.database.write(change, "europa", status=Status.CANCELLED)
    clock.local("11.45")
    for question in ("waar is Veiligheid?", "waar is Europa?", "hoe laat is de lunch?"):
        labels = [label for row in (await guest.ask(question)).labels for label in row]
        assert [label for label in labels if label.startswith("Herinner")] == (
            ["Herinner mij aan Lunch met vergadering AB"] if "lunch" in question else []
        )


async def test_a_kept_session_reminds(bots: Bots, stage: Stage, clock: EventClockByHand) -> None:
    person = stage.person(1, "Guest", "en")
    async with bots.running(clockwork=True):
        answer = await person.ask("where is Veiligheid?")
        await person.press(answer, "Remind me of Veiligheid")
        await person.reply()
        clock.local("11.31")
        assert "themagroep Veiligheid (public safety), 11.40, room 5" in (await person.reply()).text


async def test_put_it_in_my_calendar_is_about_what_was_just_named(guest: Person) -> None:
    await guest.ask("waar is Veiligheid?")
    one = await guest.ask("zet in mijn agenda")
    assert one.document is not None
    assert one.document.data.count(b"BEGIN:VEVENT") == 1
    assert one.text.startswith("Themagroep Veiligheid: 11.40 tot 12.40 uur, zaal 5.")
    await guest.ask("wat is er om 15.00?")
    several = await guest.ask("zet in mijn agenda")
    assert several.document is not None
    assert several.document.data.count(b"BEGIN:VEVENT") == 5
    assert several.text.startswith("Deze sessies als agendabestand.")
    assert "Themagroep Europa: 15.00 tot 16.00 uur, zaal 2" in several.text


async def test_put_it_in_my_calendar_out_of_the_blue_is_the_whole_day(guest: Person) -> None:
    file = await guest.ask("zet in mijn agenda")
    assert file.document is not None
    assert file.document.data.count(b"BEGIN:VEVENT") > 10
    named = await guest.ask("zet woningmarkt in mijn agenda")
    assert named.document is not None
    assert named.document.data.count(b"BEGIN:VEVENT") == 1


async def test_follow_that_is_about_what_was_just_named(guest: Person) -> None:
    await guest.ask("wie spreekt bij Veiligheid?")
    assert (await guest.ask("volg dat")).text.startswith("U volgt Veiligheid.")
