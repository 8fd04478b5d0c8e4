"""«/instellingen»: one message that changes in place."""

import pytest

from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage


async def pressed(person: Person, message: Message, label: str) -> Message:
    """Press a button and give the message as it is then."""
    await person.press(message, label)
    return await person.edited(message)


async def test_it_says_how_everything_is_set(guest: Person, visitor: Person) -> None:
    assert (await guest.ask("/instellingen")).text.splitlines() == [
        "Instellingen",
        "Taal: Nederlands.",
        "Herinnering: 10 minuten voor het begin.",
        "Overzicht van uw dag: de avond ervoor om 19.00 uur.",
    ]
    assert (await visitor.ask("/settings")).labels == (("Change language",), ("Change reminder",), ("Change overview",))


async def test_the_reminder_is_set_and_planned_anew(guest: Person, services: Services) -> None:
    shown = await guest.ask("/instellingen")
    page = await pressed(guest, shown, "Herinnering wijzigen")
    assert ("10 minuten vooraf (nu)",) in page.labels
    services.planned.clear()
    page = await pressed(guest, page, "20 minuten vooraf")
    assert services.planned.is_set()
    assert page.text.splitlines()[0] == "Herinnering: 20 minuten voor het begin."
    page = await pressed(guest, page, "Stil terwijl ik in een sessie zit")
    assert page.text.splitlines()[0] == (
        "Herinnering: 20 minuten voor het begin. "
        "Tijdens een sessie uit uw programma wacht die tot de sessie voorbij is."
    )
    page = await pressed(guest, page, "Ook tijdens een sessie herinneren")
    page = await pressed(guest, page, "Geen herinneringen")
    assert page.text.splitlines()[0] == "Herinnering: uit."
    assert "Stil" not in str(page.labels)
    assert (await pressed(guest, page, "Terug")).text.splitlines()[2] == "Herinnering: uit."


async def test_the_brief_is_set(guest: Person) -> None:
    page = await pressed(guest, await guest.ask("/instellingen"), "Overzicht wijzigen")
    page = await pressed(guest, page, "Avond ervoor, 20.00 uur")
    page = await pressed(guest, page, "Zelfde ochtend, 7.30 uur")
    assert page.text.splitlines()[0] == (
        "Overzicht van uw dag: de avond ervoor om 20.00 uur en op de dag zelf om 7.30 uur."
    )
    page = await pressed(guest, page, "Niet op de avond ervoor")
    assert page.text.splitlines()[0] == "Overzicht van uw dag: op de dag zelf om 7.30 uur."
    page = await pressed(guest, page, "Niet op de ochtend zelf")
    assert page.text.splitlines()[0] == "Overzicht van uw dag: uit."


async def test_the_language_changes_in_place(guest: Person) -> None:
    page = await pressed(guest, await guest.ask("/instellingen"), "Taal wijzigen")
    page = await pressed(guest, page, "English")
    assert page.text.splitlines()[0] == "Language: English."
    assert (await pressed(guest, page, "Back")).text.splitlines()[0] == "Settings"


async def test_a_group_has_no_brief(guest: Person, stage: Stage) -> None:
    group = stage.group(-100, "Wethouders", [guest])
    await guest.send("/instellingen", to=group)
    assert (await group.reply()).labels == (("Taal wijzigen",), ("Herinnering wijzigen",))


@pytest.mark.parametrize("data", ["1t:7", "1B:1", "1M:2s"])
async def test_what_was_never_offered_is_stale(guest: Person, data: str) -> None:
    shown = await guest.ask("/instellingen")
    await guest.press_data(shown, data)
    assert (await guest.reply()).text.startswith("De knop die u koos, werkt niet meer")


@pytest.mark.parametrize("said", ["herinner mij niet meer", "geen herinneringen meer", "zet herinneringen uit"])
async def test_reminders_end_for_who_says_so(guest: Person, said: str) -> None:
    await guest.ask("/volg veiligheid")
    await guest.ask("waar is woningmarkt?")
    ended = await guest.ask(said)
    assert ended.text.splitlines()[0] == "Herinnering: uit."
    assert "Woningmarkt" not in (await guest.ask("/mijn")).text
    await guest.press(ended, "10 minuten vooraf")
    assert (await guest.edited(ended)).text.splitlines()[0] == "Herinnering: 10 minuten voor het begin."


async def test_not_to_be_reminded_of_one_session_follows_nothing(guest: Person) -> None:
    shown = await guest.ask("waar is woningmarkt?")
    await guest.press(shown, "Herinner mij aan Woningmarkt")
    await guest.reply()
    told = await guest.ask("herinner mij niet aan woningmarkt")
    assert "U volgt" not in told.text
    await guest.press(told, "Herinner mij niet aan Woningmarkt")
    assert "Woningmarkt" in (await guest.reply()).text
    assert "nog niets gekozen" in (await guest.ask("/mijn")).text


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("stop", "Wilt u geen berichten meer?"),
        ("laat me met rust", "Wilt u geen berichten meer?"),
        ("instellingen", "Instellingen"),
        ("wat bewaar je van mij", "Wat ik van u bewaar"),
        ("vergeet mij", "Wilt u alles verwijderen wat ik van u bewaar?"),
        ("Engels graag", "From now on I answer in English."),
    ],
)
async def test_what_is_asked_of_the_bot_itself_needs_no_command(guest: Person, said: str, begins: str) -> None:
    assert (await guest.ask(said)).text.startswith(begins)


async def test_reminders_are_turned_off_and_on_in_words(guest: Person) -> None:
    await guest.ask("herinneringen uit")
    on = await guest.ask("zet herinneringen weer aan")
    assert on.text.splitlines()[0] == "Herinnering: 10 minuten voor het begin."
    await guest.press(on, "20 minuten vooraf")
    await guest.edited(on)
    # Who has them keeps the time that they chose.
    assert (await guest.ask("reminders on")).text.splitlines()[0] == "Herinnering: 20 minuten voor het begin."
