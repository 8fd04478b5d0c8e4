"""What does not go ahead is never told as if it did."""

from datetime import timedelta

import pytest
from chat_bots import Bots
from staff_chats import SEND, chosen, follower, forged, pressed, proposed, recorded, secretary

from bot.programme.model import Status
from bot.wording.richtext import Verb
from handlers.stage.stage import Stage
from storage import programme as programmes


async def test_another_room_for_what_is_off_is_told_to_nobody(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.20")
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 2, "veiligheid")
        await chosen(boss, await boss.ask("Veiligheid gaat niet door"), SEND)
        await guest.reply()
        await recorded(services)
        bots.clock.now += timedelta(minutes=2)
        shown = await boss.ask("ruil Veiligheid en Woningmarkt")
        assert shown.text.splitlines()[1:3] == [
            "Andere zaal: themagroep Veiligheid is nu in zaal 2 (was zaal 5). De tijd blijft 11.40 tot 12.40.",
            "Let op, themagroep Veiligheid gaat niet door. Dat blijft zo, en niemand krijgt er bericht van.",
        ]
        assert "Dit bereikt nu niemand" in shown.text
        await chosen(boss, shown, SEND)
        with pytest.raises(TimeoutError):
            await guest.reply(timeout=1)


async def test_off_and_on_and_off_again_is_no_change_that_goes_ahead(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.20")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        await chosen(anna, await proposed(anna, "Gaat niet door"), SEND)
        await guest.reply()
        await recorded(services)
        bots.clock.now += timedelta(minutes=2)
        await chosen(anna, await proposed(anna, "Gaat toch door"), SEND)
        heard = await guest.reply()
        assert heard.text == "Gaat toch door: themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        await chosen(anna, await proposed(anna, "Gaat niet door"), SEND)
        assert (await guest.edited(heard)).text == "Toch geen wijziging: themagroep Veiligheid gaat niet door."


async def test_who_answers_online_after_somebody_else_called_it_off_sees_what_that_does(
    stage: Stage, bots: Bots
) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        vera = await secretary(stage, services, number=2)
        day = await services.programmes.current()
        safety = day.session_by_key["veiligheid"]
        hers = await pressed(vera, await vera.ask("/wijzig"), "Wordt online")
        await chosen(anna, await proposed(anna, "Gaat niet door"), SEND)
        anew = await chosen(vera, hers, SEND)
        assert "Gaat toch door: themagroep Veiligheid, 11.40 tot 12.40 uur, online." in anew.text
        await chosen(vera, anew, SEND)
        after = (await services.database.read(programmes.load, "haarlem-2023")).session_by_key["veiligheid"]
        assert (after.status, after.online) == (Status.CONFIRMED, True)
        assert safety.status is Status.CONFIRMED


async def test_what_is_off_can_be_held_later_after_all(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await follower(stage, 2, "veiligheid")
        safety = (await services.programmes.current()).session_by_key["veiligheid"]
        await chosen(anna, await proposed(anna, "Gaat niet door"), SEND)
        shown = await forged(anna, await anna.ask("/wijzig"), Verb.POSTPONE, safety.id)
        assert shown.text.splitlines()[1:3] == [
            "Themagroep Veiligheid gaat niet door (was 11.40, zaal 5).",
            "Wordt later gehouden. De datum volgt.",
        ]
        assert "Dit bereikt 1 persoon" in shown.text
