from chat_bots import Bots, EventClockByHand, change

from bot.programme.model import Status
from handlers.stage.stage import Stage


async def test_who_follows_is_reminded_in_the_chat(bots: Bots, stage: Stage, clock: EventClockByHand) -> None:
    person = stage.person(1)
    async with bots.running(clockwork=True):
        await person.ask("/volg veiligheid")
        clock.local("11.31")
        reminder = await person.reply()
        assert "themagroep Veiligheid, 11.40 uur, zaal 5" in reminder.text
        label = next(label for row in reminder.labels for label in row if label.startswith("Meer over"))
        await person.press(reminder, label)
        assert (await person.reply()).text.startswith("Themagroep Veiligheid\nWanneer: 11.40 tot 12.40 uur, zaal 5")


async def test_a_cancelled_session_takes_its_reminder_along(bots: Bots, stage: Stage, clock: EventClockByHand) -> None:
    person = stage.person(1)
    async with bots.running(clockwork=True) as services:
        await person.ask("/volg veiligheid")
        await person.ask("/volg europa")
        await services.database.write(change, "veiligheid", status=Status.CANCELLED)
        clock.local("11.31")
        clock.local("14.51")
        assert "themagroep Europa, 15.00 uur, zaal 2" in (await person.reply()).text
    assert not [m for m in person.messages if m.from_bot and "Over " in m.text and "Veiligheid" in m.text]
