from dataclasses import replace

import pytest
from chat_bots import DAY, Bots, change, remove
from sqlalchemy import Connection

from bot.programme.model import Group, GroupKind, Relation, SessionGroup, Status
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import chat_rows, choice_rows
from storage import programme as programmes


async def followed(services: Services) -> set[str]:
    """Give the slugs of what the chat of the first person follows."""
    chat, _ = await services.database.write(
        chat_rows.chat_for, channel="stage", address="1", kind="private", telegram_language=None, now=services.clock()
    )
    ids = await services.database.read(choice_rows.followed, chat.id)
    programme = await services.programmes.current()
    return {programme.group_by_id[i].slug for i in ids}


async def test_the_list_changes_in_place(guest: Person, services: Services) -> None:
    shown = await guest.ask("/volg")
    assert shown.text.splitlines()[0] == "U volgt nu nog niets."
    press = await guest.press(shown, "Volg Veiligheid")
    changed = await guest.edited(shown)
    assert (await press.answer()).text == ""
    assert changed.text.splitlines()[0] == "U volgt: Veiligheid."
    assert ("Volgt: Veiligheid",) in changed.labels
    assert ("Volg Europa",) in changed.labels
    assert await followed(services) == {"veiligheid"}
    await guest.press(changed, "Volgt: Veiligheid")
    assert (await guest.edited(changed)).text == shown.text
    assert await followed(services) == set()


async def test_a_pijler_brings_its_themagroepen(guest: Person) -> None:
    shown = await guest.ask("/volg")
    await guest.press(shown, "Volg pijler Sociaal")
    changed = await guest.edited(shown)
    assert changed.text.splitlines()[0] == "U volgt: pijler Sociaal."
    assert ("Volgt: Zorg, Jeugd en Onderwijs",) in changed.labels
    mine = (await guest.ask("/mijn")).text
    assert "themagroep Wonen, welzijn en zorg" in mine
    assert "pijler Sociaal" in mine
    assert "Veiligheid" not in mine


async def test_a_themagroep_can_go_from_a_pijler_that_is_followed(guest: Person) -> None:
    shown = await guest.ask("/volg")
    await guest.press(shown, "Volg pijler Fysiek")
    changed = await guest.edited(shown)
    await guest.press(changed, "Volgt: Woningmarkt")
    less = await guest.edited(changed)
    assert less.text.splitlines()[0].startswith("U volgt: Leefomgeving, ")
    assert ("Volg Woningmarkt",) in less.labels
    mine = (await guest.ask("/mijn")).text
    assert "pijler Fysiek" in mine
    assert "themagroep Duurzaamheid" in mine
    assert "Woningmarkt" not in mine


async def test_a_button_under_an_answer_follows_and_says_so(guest: Person, services: Services) -> None:
    answer = await guest.ask("waar is Veiligheid?")
    await guest.press(answer, "Volg Veiligheid")
    changed = await guest.edited(answer)
    assert changed.labels[0] == ("Volgt: Veiligheid",)
    assert changed.text == answer.text
    assert (await guest.reply()).text.startswith(
        "U volgt Veiligheid.\nThemagroep Veiligheid: 11.40 tot 12.40 uur, zaal 5."
    )
    assert (await guest.ask("waar is Veiligheid?")).labels[0] == ("Volgt: Veiligheid",)
    await guest.press(changed, "Volgt: Veiligheid")
    assert (await guest.edited(changed)).labels == answer.labels
    assert (await guest.reply()).text == "U volgt Veiligheid niet meer."
    assert await followed(services) == set()


async def test_words_do_what_a_command_does(guest: Person, services: Services) -> None:
    assert (await guest.ask("volg europa")).text.startswith("U volgt Europa.")
    assert await followed(services) == {"europa"}
    assert "themagroep Europa, zaal 2" in (await guest.ask("mijn programma")).text


async def test_a_button_pressed_twice_changes_nothing_more(guest: Person, services: Services) -> None:
    shown = await guest.ask("/volg")
    data = shown.button("Volg Veiligheid").data
    await guest.press_data(shown, data)
    changed = await guest.edited(shown)
    press = await guest.press_data(changed, data)
    await press.answer()
    assert (await guest.ask("/volg")).text.splitlines()[0] == "U volgt: Veiligheid."
    assert await followed(services) == {"veiligheid"}


@pytest.mark.parametrize("data", ["1f:zz", "1s:zzzz", "1r:zzz", "0f:1", "f:1", "1q:0", "1p:zzzz", "<b>", "x" * 64])
async def test_a_stale_or_forged_button_gets_the_present_state(guest: Person, data: str) -> None:
    shown = await guest.ask("/programma")
    press = await guest.press_data(shown, data)
    await press.answer()
    answer = await guest.reply()
    assert answer.text.splitlines() == [
        "De knop die u koos, werkt niet meer: hij hoort bij een ouder bericht. Dit is er nu:",
        "Om 9.25 uur is er nog niets in het programma. De dag begint om 9.30 uur met de inloop.",
    ]


async def test_a_button_from_before_a_change_says_what_changed_since(guest: Person, services: Services) -> None:
    answer = await guest.ask("waar is Veiligheid?")
    programme = await services.programmes.current()
    await services.database.write(change, "veiligheid", room="zaal-2")
    await guest.press(answer, "Over Veiligheid")
    about = await guest.reply()
    assert about.text.splitlines()[:3] == [
        "Let op: dit is gewijzigd na het bericht waarin u op de knop drukte.",
        "Themagroep Veiligheid",
        "Wanneer: 11.40 tot 12.40 uur, zaal 2",
    ]
    assert programme.session_by_key["veiligheid"].room == "zaal-5"


async def test_a_session_that_is_gone_says_so(guest: Person, services: Services) -> None:
    answer = await guest.ask("waar is Veiligheid?")
    await services.database.write(remove, "veiligheid")
    await guest.press(answer, "Veiligheid in agenda")
    assert (await guest.reply()).text.startswith("De knop die u koos, werkt niet meer")


async def test_a_cancelled_session_says_so_everywhere(guest: Person, services: Services) -> None:
    await guest.ask("/volg europa")
    await services.database.write(change, "europa", status=Status.CANCELLED)
    assert "themagroep Europa, gaat niet door, zaal 2" in (await guest.ask("/mijn")).text
    assert "themagroep Europa, gaat niet door" in (await guest.ask("/programma")).text
    file = await guest.ask("/ics")
    assert file.document is not None
    assert b"STATUS:CANCELLED" in file.document.data


async def test_a_list_that_is_gone_comes_anew(guest: Person, stage: Stage) -> None:
    shown = await guest.ask("/volg")
    stage.chat(1).remove(shown.id)
    await guest.press_data(shown, shown.button("Volg Veiligheid").data)
    assert (await guest.reply()).text.splitlines()[0] == "U volgt: Veiligheid."


@pytest.mark.parametrize(
    "said",
    [
        "ik wil veiligheid niet meer volgen",
        "stop met volgen veiligheid",
        "volg veiligheid niet meer",
        "ik volg veiligheid niet meer",
        "ontvolg Veiligheid",
        "unfollow veiligheid",
        "I do not want to follow Veiligheid any more",
        "stop following Veiligheid",
    ],
)
async def test_following_can_be_ended_in_words(guest: Person, services: Services, said: str) -> None:
    await guest.ask("/volg veiligheid")
    await guest.ask("/volg europa")
    assert (await guest.ask(said)).text == "U volgt Veiligheid niet meer."
    assert await followed(services) == {"europa"}


async def test_to_end_following_without_a_name_shows_the_list(guest: Person, services: Services) -> None:
    await guest.ask("/volg veiligheid")
    shown = await guest.ask("ik wil niet meer volgen")
    assert ("Volgt: Veiligheid",) in shown.labels
    assert await followed(services) == {"veiligheid"}


@pytest.mark.parametrize(
    ("said", "slugs"),
    [
        ("/volg wonen", {"wonen-welzijn-zorg"}),
        ("/volg jeugd", {"zorg-jeugd-onderwijs"}),
        ("/volg veiligheid en europa", {"veiligheid", "europa"}),
        ("volg Veiligheid en Europa", {"veiligheid", "europa"}),
        ("/volg kletskoek", set()),
        ("/volg alles", set()),
        ("volg alles", set()),
    ],
)
async def test_a_part_of_a_name_or_two_names_are_enough(
    guest: Person, services: Services, said: str, slugs: set[str]
) -> None:
    await guest.ask("waar is duurzaamheid?")
    await guest.ask(said)
    assert await followed(services) == slugs


async def test_what_is_not_a_group_is_said_above_the_list(guest: Person) -> None:
    assert (await guest.ask("/volg kletskoek")).text.startswith("De groep kletskoek ken ik niet. Kies hieronder.")


async def test_a_session_of_another_day_says_which_day(guest: Person, services: Services) -> None:
    other = (await services.programmes.of("digitaal-2020")).session_by_key["duurzaamheid"]
    told = await guest.ask(f"/start s_{other.id}")
    told = told if told.text.startswith("Themagroep") else await guest.reply()
    assert told.text.splitlines()[1] == "Dag: Bestuurlijke netwerkdag G40 (digitaal), donderdag 24 september 2020"
    own = (await services.programmes.current()).session_by_key["veiligheid"]
    assert "Dag:" not in (await guest.ask(f"/start s_{own.id}")).text


async def test_a_group_that_meets_now_is_said_to(guest: Person, visitor: Person, bots: Bots) -> None:
    bots.clock.local("12.10")
    said = await guest.ask("/volg veiligheid")
    assert said.text.splitlines()[1:] == ["Themagroep Veiligheid is nu bezig: 11.40 tot 12.40 uur, zaal 5."]
    said = await visitor.ask("/follow veiligheid")
    assert said.text.splitlines()[1].endswith("is on now: 11.40 to 12.40, room 5.")
    bots.clock.local("12.40")
    said = await guest.ask("/volg veiligheid")
    assert said.text.splitlines()[1:] == ["In dit programma komt deze groep niet meer bij elkaar."]


async def test_what_begins_sooner_than_the_lead_time_promises_no_message_before(guest: Person, bots: Bots) -> None:
    bots.clock.local("11.35")
    said = await guest.ask("/volg veiligheid")
    assert said.text.splitlines()[1:] == ["Themagroep Veiligheid: 11.40 tot 12.40 uur, zaal 5."]


async def test_of_a_very_long_list_what_is_followed_can_still_be_stopped(guest: Person, services: Services) -> None:
    def of_many_tracks(conn: Connection) -> None:
        day = programmes.load(conn, DAY)
        tracks = tuple(Group(slug=f"spoor-{n}", name=f"Spoor {n}", kind=GroupKind.TRACK) for n in range(130))
        held = tuple(
            replace(day.sessions[0], key=t.slug, uid="", source_id="", groups=(SessionGroup(t.slug, Relation.HOLDS),))
            for t in tracks
        )
        grown = replace(day, groups=day.groups + tracks, sessions=day.sessions + held)
        programmes.save(conn, grown, now=services.clock())

    await services.database.write(of_many_tracks)
    await guest.ask("/volg spoor-125")
    shown = await guest.ask("/volg")
    assert "Niet alle groepen passen hier. Een andere groep? Typ /volg met de naam." in shown.text.splitlines()
    assert ("Volgt: Spoor 125",) in shown.labels
    assert ("Volg Veiligheid",) in shown.labels
    assert ("Mijn programma",) in shown.labels
    await guest.press(shown, "Volgt: Spoor 125")
    assert ("Volgt: Spoor 125",) not in (await guest.edited(shown)).labels


@pytest.mark.parametrize(
    "said",
    ["welke groepen volg ik", "wie volg ik", "volg ik al iets?", "wat volg ik", "wat volg ik nu allemaal",
     "welke groepen kan ik volgen?", "which groups do I follow", "what groups am I following?", "who am I following"],
)  # fmt: skip
async def test_to_ask_what_is_followed_lists_it_and_follows_nothing(
    guest: Person, services: Services, said: str
) -> None:
    await guest.ask("/volg veiligheid")
    await guest.ask("waar is woningmarkt?")
    shown = await guest.ask(said)
    assert "Veiligheid" in shown.text.splitlines()[0]
    assert "Woningmarkt" not in shown.text.splitlines()[0]
    assert ("Volgt: Veiligheid",) in shown.labels
    assert await followed(services) == {"veiligheid"}


@pytest.mark.parametrize(
    ("said", "told", "label"),
    [
        ("volg ik duurzaamheid?", "U volgt Duurzaamheid niet.", "Volg Duurzaamheid"),
        ("volg ik veiligheid al", "U volgt Veiligheid.", "Volgt: Veiligheid"),
        ("volg ik veiligheid niet meer?", "U volgt Veiligheid.", "Volgt: Veiligheid"),
        ("do I follow Europa?", "U volgt Europa niet.", "Volg Europa"),
        ("am I following Veiligheid", "U volgt Veiligheid.", "Volgt: Veiligheid"),
        ("hoe kan ik Duurzaamheid volgen?", "U volgt Duurzaamheid niet.", "Volg Duurzaamheid"),
        ("volg ik die al?", "U volgt Woningmarkt niet.", "Volg Woningmarkt"),
        ("ik volg europa?", "U volgt Europa niet.", "Volg Europa"),
    ],
)
async def test_whether_a_group_is_followed_is_told_with_the_button_that_changes_it(
    guest: Person, services: Services, said: str, told: str, label: str
) -> None:
    await guest.ask("/volg veiligheid")
    await guest.ask("waar is woningmarkt?")
    shown = await guest.ask(said)
    assert shown.text == told
    assert shown.labels == ((label,),)
    assert await followed(services) == {"veiligheid"}


@pytest.mark.parametrize(
    "said", ["kun je mij herinneren aan europa?", "europa wil ik volgen", "ik wil graag europa volgen"]
)
async def test_who_asks_the_bot_to_follow_follows(guest: Person, services: Services, said: str) -> None:
    await guest.ask(said)
    assert await followed(services) == {"europa"}


async def test_to_be_reminded_of_what_no_group_holds_does_what_its_button_does(
    guest: Person, services: Services
) -> None:
    said = await guest.ask("herinner mij aan de lunch")
    assert said.text.startswith("Lunch met vergadering AB: 12.50 tot 13.50 uur. U krijgt 10 minuten")
    assert await followed(services) == set()
    assert "lunch met vergadering AB" in (await guest.ask("/mijn")).text


async def test_of_what_began_nobody_can_be_reminded(guest: Person, bots: Bots) -> None:
    bots.clock.local("13.00")
    assert (await guest.ask("herinner mij aan de lunch")).text.startswith("Lunch met vergadering AB: 12.50 tot 13.50")
    assert "lunch met vergadering AB" not in (await guest.ask("/mijn")).text
