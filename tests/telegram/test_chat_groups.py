from handlers.stage.people import Person
from handlers.stage.stage import Stage

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
    group = stage.group(GROUP, "Wethouders", [guest])
    await guest.send("/volg europa", to=group)
    await group.reply()
    await guest.send("/mijn", to=group)
    assert "themagroep Europa" in (await group.reply()).text
    assert "U hebt nog niets gekozen" in (await guest.ask("/mijn")).text


async def test_a_group_that_grows_keeps_what_it_follows(stage: Stage, guest: Person) -> None:
    group = stage.group(GROUP, "Wethouders", [guest], bot_status="administrator")
    await guest.send("/volg europa", to=group)
    await group.reply()
    grown = stage.become_supergroup(group, GROWN)
    await guest.send("/mijn", to=grown)
    assert "themagroep Europa" in (await grown.reply()).text
