"""A speaker who could not come does so after all, and who was to come instead goes again."""

from chat_bots import Bots
from staff_chats import SEND, chosen, forged, pressed, secretary

from bot.wording.richtext import Verb
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import programme as programmes

BACK = "Themagroep Veiligheid, 11.40 uur, zaal 5: Mike Vrolijk is er toch bij. Jan de Vries komt dus niet."
COMES = "Mike Vrolijk komt toch"


async def speakers(services: Services) -> dict[str | None, bool]:
    """Give who is named at Veiligheid, and whether they are marked as absent."""
    day = await services.database.read(programmes.load, "haarlem-2023")
    return {p.name: p.absent for p in day.session_by_key["veiligheid"].speakers}


def labels(message: Message) -> list[str]:
    """List what stands on the buttons of a message."""
    return [button.text for row in message.buttons for button in row]


async def say(person: Person, sentence: str) -> Message:
    """Type a change, send it, and give the proposal."""
    shown = await person.ask(sentence)
    await chosen(person, shown, SEND)
    return shown


async def test_who_came_instead_goes_when_the_speaker_comes_after_all(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        before = await speakers(services)
        await say(boss, "Mike Vrolijk is verhinderd, Jan de Vries neemt het over")
        await say(boss, "Veiligheid naar zaal 4")
        await say(boss, "Veiligheid naar zaal 5")
        bots.clock.local("11.10")
        assert BACK in (await say(boss, "Mike Vrolijk komt toch")).text
        assert await speakers(services) == before
        back = await boss.ask("ongedaan maken")
        assert back.text.startswith("Teruggedraaid.")
        assert await speakers(services) == {**before, "Mike Vrolijk": True, "Jan de Vries": False}


async def test_who_had_a_part_already_keeps_it(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        before = await speakers(services)
        await say(boss, "Mike Vrolijk is verhinderd, Joeri Vig neemt het over")
        await say(boss, "bij Veiligheid spreekt ook Els Visser")
        shown = await say(boss, "Mike Vrolijk komt toch")
        assert "Themagroep Veiligheid, 11.40 uur, zaal 5: Mike Vrolijk is er toch bij." in shown.text
        assert await speakers(services) == {**before, "Els Visser": False}


async def test_the_menu_offers_that_an_absent_speaker_comes(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        assert COMES not in labels(await anna.ask("/wijzig"))
        await say(anna, "Mike Vrolijk is verhinderd, Jan de Vries neemt het over")
        menu = await anna.ask("/wijzig")
        shown = await pressed(anna, menu, COMES)
        assert BACK in shown.text
        await chosen(anna, shown, SEND)
        assert COMES not in labels(await anna.ask("/wijzig"))
        day = await services.programmes.current()
        safety = day.session_by_key["veiligheid"]
        for number in (0, 1, 99):
            said = await forged(anna, menu, Verb.SPEAKER_BACK, safety.id, number)
            assert "Zo wordt het" not in said.text
