"""Rooms are swapped by who may change both sessions; nobody else is offered a button that refuses."""

from chat_bots import Bots
from staff_chats import chosen, pressed, secretary

from handlers.stage.messages import Message
from handlers.stage.stage import Stage


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


async def test_who_may_not_change_the_other_session_hears_who_can_swap(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        menu = await anna.ask("/wijzig")
        assert "Ruil van zaal" not in labels(menu)
        shown = await pressed(anna, menu, "Naar zaal 2 (bezet)")
        assert "Ruil van zaal met Woningmarkt" not in labels(shown)
        assert shown.text.splitlines()[-2:] == [
            "Let op, zaal 2 is dan bezet: themagroep Woningmarkt, 11.40 tot 12.40 uur.",
            "Ruilen van zaal kan de organisatie van de dag.",
        ]


async def test_who_may_change_both_swaps_them(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        menu = await boss.ask("/wijzig")
        menu = await pressed(boss, menu, "11.40 Woningmarkt")
        listed = await pressed(boss, menu, "Ruil van zaal")
        assert labels(listed) == [
            "MKB en economische vernieuwing (Gravenzaal)",
            "Wonen, welzijn en zorg (zaal 3)",
            "Leefomgeving (zaal 4)",
            "Veiligheid (zaal 5)",
        ]
        shown = await pressed(boss, listed, "Veiligheid (zaal 5)")
        assert "Ruilen van zaal kan de organisatie" not in shown.text
        assert (await chosen(boss, shown, "Laat het zoals het was")).text.startswith("Alles blijft")


async def test_what_is_online_is_not_offered_to_go_online(stage: Stage, bots: Bots) -> None:
    bots.day = "digitaal-2020"
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        menu = await pressed(boss, await boss.ask("/wijzig"), "10.00 Duurzaamheid")
        assert "Gaat niet door" in labels(menu)
        assert "Wordt online" not in labels(menu)


async def test_a_day_without_rooms_says_so(stage: Stage, bots: Bots) -> None:
    bots.day = "lelystad-2017"
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        assert (await boss.ask("Financiën naar zaal 2")).text == (
            "Zaal 2 staat niet in dit programma. Het programma noemt geen zalen."
        )
