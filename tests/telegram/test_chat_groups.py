import asyncio

import pytest
from chat_bots import Bots, EventClockByHand

from handlers.stage.chats import Chat
from handlers.stage.faults import FaultKind
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import outbox

GROUP = -100
GROWN = -1_000_000_000_100


async def test_in_a_group_only_what_is_addressed_is_answered(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", [guest], bot_status="administrator")
    await guest.send("zaal 3 om 11.40", to=group)
    await guest.send("/onbekend", to=group)
    await guest.send("/nu@andere_bot", to=group)
    asked = await guest.send("@netwerkdag_bot zaal 3 om 11.40?", to=group)
    answer = await group.reply()
    assert answer.text.startswith("Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg")
    assert answer.reply_to is not None
    assert answer.reply_to.id == asked.id
    await guest.send("en zaal 4 om 11.40?", to=group, reply_to=answer)
    assert (await group.reply()).text.startswith("Zaal 4, 11.40 uur: themagroep Leefomgeving")
    await guest.send("/taal", to=group)
    assert (await group.reply()).text.startswith("Ik antwoord")
    assert sum(message.from_bot for message in group.messages) == 3


async def test_an_unknown_command_in_a_group_is_answered_when_it_names_us(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", [guest])
    await guest.send("/onbekend@netwerkdag_bot", to=group)
    assert (await group.reply()).text.startswith("Het commando /onbekend ken ik niet.")


async def test_a_group_follows_for_itself(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest])
    await guest.send("/volg europa", to=group)
    assert (await group.reply()).text.startswith("U volgt Europa.")
    assert await followed_in(group, guest) == "U volgt: Europa."
    assert "U hebt nog niets gekozen" in (await guest.ask("/mijn")).text


async def test_a_group_that_grows_keeps_what_it_follows(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest], bot_status="administrator")
    await guest.send("/volg europa", to=group)
    await group.reply()
    grown = stage.become_supergroup(group, GROWN)
    assert await followed_in(grown, guest) == "U volgt: Europa."


async def test_only_administrators_choose_for_a_group(stage: Stage, guest: Person) -> None:
    chair = stage.person(5, "Voorzitter")
    group = stage.group(GROUP, "Wethouders", [guest], administrators=[chair])
    shown = await said_in(group, guest, "/volg")
    kindly = (
        "Alleen beheerders van deze groep kunnen dat kiezen. Vraag het een beheerder. "
        "Voor uzelf kan het in een eigen chat met mij."
    )
    for said in ("/volg europa", "@netwerkdag_bot volg europa", "/taal en", "/stop"):
        assert (await said_in(group, guest, said)).text == kindly, said
    await guest.press(shown, "Volg Europa")
    assert (await group.reply()).text == kindly
    assert await followed_in(group, guest) == "U volgt nu nog niets."
    await chair.press(shown, "Volg Europa")
    await group.edited(shown)
    assert await followed_in(group, guest) == "U volgt: Europa."
    assert (await said_in(group, chair, "/taal en")).text == "From now on I answer in English."
    stopped = await said_in(group, chair, "/stop")
    assert stopped.text.startswith("This group follows nothing any more")
    assert await followed_in(group, chair) == "U volgt nu nog niets."


async def test_whoever_is_no_administrator_any_more_chooses_no_more(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest])
    await said_in(group, guest, "/volg europa")
    group.members[guest.id] = "member"
    assert (await said_in(group, guest, "/volg veiligheid")).text.startswith("Alleen beheerders")
    assert await followed_in(group, guest) == "U volgt: Europa."


async def test_an_anonymous_administrator_is_told_why_not_and_what_to_do(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest])
    await stage.say_anonymously(group, "/volg europa")
    assert (await group.reply()).text.startswith(
        "U schrijft als de groep zelf, dus ik kan niet zien of u beheerder bent. "
        "Zet bij uw beheerdersrechten “Anoniem blijven” uit"
    )
    assert await followed_in(group, guest) == "U volgt nu nog niets."


async def test_where_telegram_does_not_tell_nothing_is_chosen(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest])
    stage.fail(FaultKind.BAD, "getChatMember")
    assert (await said_in(group, guest, "/volg europa")).text.startswith("Ik kon bij Telegram niet nagaan")
    assert await followed_in(group, guest) == "U volgt nu nog niets."


@pytest.mark.parametrize("said", ["/mijn", "/mijngegevens", "/vergeet", "@netwerkdag_bot mijn programma"])
async def test_nothing_of_ones_own_is_told_in_a_group(stage: Stage, guest: Person, said: str) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest])
    answer = await said_in(group, guest, said)
    assert answer.text == "Dit is persoonlijk. Vraag het in een eigen chat met mij: dan ziet alleen u het antwoord."
    assert answer.button("Open een eigen chat").url == "https://t.me/netwerkdag_bot"


async def test_a_button_of_ones_own_tells_nothing_in_a_group(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", administrators=[guest])
    followed = await said_in(group, guest, "/volg europa")
    await guest.press(followed, "Mijn programma")
    assert (await group.reply()).text.startswith("Dit is persoonlijk.")


async def test_stopping_alone_says_what_there_is_to_stop(guest: Person) -> None:
    assert "/vergeet" in (await guest.ask("/stop")).text


async def test_a_group_is_reminded_until_the_bot_is_sent_away(
    bots: Bots, stage: Stage, clock: EventClockByHand
) -> None:
    chair = stage.person(5, "Voorzitter")
    group = stage.group(GROUP, "Wethouders", administrators=[chair])
    async with bots.running(clockwork=True) as services:
        for said in ("/volg veiligheid", "/volg europa"):
            await said_in(group, chair, said)
        clock.local("11.31")
        assert "themagroep Veiligheid, 11.40 uur, zaal 5" in (await group.reply()).text
        before = len(group.messages)
        stage.standing_changed(group, chair.to_json(), old="member", new="left")
        group.bot_status = "left"
        await stage.until(lambda s: not s.updates.waiting)
        clock.local("14.51")
        while await services.database.read(outbox.next_due, "stage", clock.now):  # noqa: ASYNC110 - no bell rings
            await asyncio.sleep(0.02)
        assert len(group.messages) == before


async def said_in(group: Chat, person: Person, text: str) -> Message:
    group.skip_replies()
    await person.send(text, to=group)
    return await group.reply()


async def followed_in(group: Chat, person: Person) -> str:
    return (await said_in(group, person, "/volg")).text.splitlines()[0]
