"""The whole day turns: nobody loses what they follow, and each secretary is asked once."""

import asyncio
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from chat_bots import Bots
from staff_chats import SEND, chosen, follower, forged, pressed, secretary

from bot.outbox.model import OutboxState
from bot.programme.model import Status
from bot.reminders import plan
from bot.wording.richtext import Verb
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import choice_rows
from storage import programme as programmes
from storage.tables import outbox

EVE = datetime(2023, 2, 9, 8, tzinfo=UTC)
"""The day before, when nobody is there yet."""
TURNED = "De dag wordt digitaal. Per bijeenkomst volgt of en wanneer die online is."


async def turned(boss: Person, label: str = "De hele dag wordt digitaal") -> Message:
    """Let an organiser turn the day, and give what is said when it is done."""
    shown = await pressed(boss, await boss.ask("/wijzig"), label)
    return await chosen(boss, shown, SEND)


async def recorded(services: Services) -> None:
    """Wait until it is recorded of everything in hand that it was sent, before the clock is turned on."""
    sending = sa.select(outbox.c.id).where(outbox.c.state == OutboxState.SENDING)
    async with asyncio.timeout(10):
        while await services.database.read(lambda conn: conn.execute(sending).first()):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.05)


async def statuses(services: Services) -> dict[str, Status]:
    day = await services.database.read(programmes.load, "haarlem-2023")
    return {key: session.status for key, session in day.session_by_key.items()}


async def test_the_day_goes_online_and_a_secretary_says_when(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        anna = await secretary(stage, services, "veiligheid", number=2)
        guest = await follower(stage, 3, "veiligheid", "europa")
        uids = {s.key: s.uid for s in (await services.programmes.current()).sessions}
        shown = await pressed(boss, await boss.ask("/wijzig"), "De hele dag wordt digitaal")
        head, situation, waits, off, *_ = shown.text.splitlines()
        assert (head, situation) == ("Zo wordt het:", TURNED)
        assert waits.startswith("18 bijeenkomsten wachten op hun secretaris. Wie een rol heeft, krijgt meteen de vraag")
        assert off == "9 andere onderdelen, zoals lunch en verplaatsen, gaan niet door."
        await chosen(boss, shown, SEND)
        question = await anna.reply()
        situation, asked = question.text.splitlines()
        assert situation == TURNED
        assert asked.startswith("Wat gebeurt er met themagroep Veiligheid (gepland van 11.40 tot 12.40 uur)? Kies")
        bots.clock.now = EVE + timedelta(minutes=2)
        heard = await guest.reply(timeout=12)
        assert heard.text.splitlines() == [
            TURNED,
            "Van deze bijeenkomsten hoort u nog of en wanneer ze er zijn: Plenaire start; Veiligheid; Europa.",
        ]
        overview = await boss.ask("/wijzig")
        assert overview.text.splitlines()[0] == ("Van 18 van de 18 bijeenkomsten is nog niet bekend wat ermee gebeurt:")
        assert "Themagroep Veiligheid: gevraagd aan de secretaris, nog geen antwoord" in overview.text
        assert "Themagroep Europa: er is geen secretaris met een rol, kies zelf" in overview.text
        await recorded(services)
        bots.clock.now = EVE + timedelta(minutes=20)
        answer = await pressed(anna, question, "Online, om 11.40 uur")
        assert "Gaat door: themagroep Veiligheid, 11.40 tot 12.40 uur, online." in answer.text
        await chosen(anna, answer, SEND)
        bots.clock.now = EVE + timedelta(minutes=22)
        heard = await guest.reply(timeout=12)
        assert heard.text.splitlines()[0] == "Gaat door: themagroep Veiligheid, 11.40 tot 12.40 uur, online."
        assert heard.button("Meld mij aan voor Veiligheid")
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert {s.key: s.uid for s in day.sessions} == uids
        safety = day.session_by_key["veiligheid"]
        assert (safety.online, safety.room, safety.status) == (True, None, Status.CONFIRMED)
        assert day.event.online
        assert "Van 17 van de 18 bijeenkomsten" in (await boss.ask("/wijzig")).text


async def test_a_day_that_is_off_can_be_held_later_or_not_at_all(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        anna = await secretary(stage, services, "veiligheid", number=2)
        guest = await follower(stage, 3, "veiligheid")
        await turned(boss, "De hele dag gaat niet door")
        question = await anna.reply()
        bots.clock.now = EVE + timedelta(minutes=2)
        assert (await guest.reply(timeout=12)).text.splitlines() == [
            "De dag gaat niet door zoals gepland. Per bijeenkomst volgt bericht.",
            "Van deze bijeenkomsten hoort u nog of en wanneer ze er zijn: Plenaire start; Veiligheid.",
        ]
        await recorded(services)
        bots.clock.now = EVE + timedelta(minutes=20)
        await chosen(anna, await pressed(anna, question, "Later, de datum volgt"), SEND)
        bots.clock.now = EVE + timedelta(minutes=22)
        assert (await guest.reply(timeout=12)).text.splitlines()[:2] == [
            "Themagroep Veiligheid gaat niet door (was 11.40).",
            "Wordt later gehouden. De datum volgt.",
        ]
        found = await statuses(services)
        assert (found["veiligheid"], found["lunch-ab"], found["europa"]) == (
            Status.CANCELLED,
            Status.CANCELLED,
            Status.PROVISIONAL,
        )


async def test_turning_the_day_can_be_taken_back_whole(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        before = await services.database.read(programmes.load, "haarlem-2023")
        sent = await turned(boss)
        await chosen(boss, sent, "Maak dit ongedaan")
        after = await services.database.read(programmes.load, "haarlem-2023")
        assert (after.event.situation, after.event.online) == (before.event.situation, before.event.online)
        assert {s.key: (s.room, s.status, s.start, s.end) for s in after.sessions} == {
            s.key: (s.room, s.status, s.start, s.end) for s in before.sessions
        }


async def test_turned_back_it_is_as_it_was_whatever_was_decided_meanwhile(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        before = await services.database.read(programmes.load, "haarlem-2023")
        await turned(boss)
        safety = before.session_by_key["veiligheid"].id
        shown = await forged(boss, await boss.ask("/wijzig"), Verb.GO_ONLINE, safety)
        await chosen(boss, shown, SEND)
        await boss.ask("ongedaan maken")
        back = await boss.ask("ongedaan maken")
        await chosen(boss, back, SEND)
        after = await services.database.read(programmes.load, "haarlem-2023")
        assert [(s.key, s.room, s.online, s.status) for s in after.sessions] == [
            (s.key, s.room, s.online, s.status) for s in before.sessions
        ]
        assert after.event.situation == before.event.situation


async def test_while_nobody_has_decided_answers_say_so_and_nobody_is_reminded(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 3, "europa")
        await turned(boss)
        bots.clock.local("11.00")
        await services.programmes.fresh()
        assert (await guest.ask("waar is europa")).text.splitlines()[0] == TURNED
        assert (await guest.ask("zaal 3 om 11.40")).text.splitlines()[0] == TURNED
        day = await services.programmes.current()
        chosen_ = await services.database.read(choice_rows.all_choices, day.event.id, "stage")
        until = bots.clock.now + timedelta(hours=24)
        assert list(plan.due(day, chosen_, now=bots.clock.now, until=until)) == []
