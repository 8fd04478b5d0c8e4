"""The whole day turns: nobody loses what they follow, and each secretary is asked once."""

from datetime import UTC, datetime, timedelta

import pytest
from chat_bots import Bots
from staff_chats import FOR_ORGANISERS, SEND, chosen, follower, forged, pressed, recorded, room_of, secretary

from bot.programme.model import Status
from bot.reminders import plan
from bot.wording.richtext import Verb
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import choice_rows
from storage import programme as programmes

EVE = datetime(2023, 2, 9, 8, tzinfo=UTC)
"""The day before, when nobody is there yet."""
TURNED = "De dag wordt digitaal. Per bijeenkomst volgt of en wanneer die online is."


async def turned(boss: Person, label: str = "De hele dag wordt digitaal") -> Message:
    """Let an organiser turn the day, and give what is said when it is done."""
    shown = await pressed(boss, await boss.ask("/wijzig"), label)
    return await chosen(boss, shown, SEND)


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


async def test_who_only_started_is_told_that_the_day_turns_and_who_stays_away_is_not(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        new = await follower(stage, 3)
        away = await follower(stage, 4)
        await away.ask("ik ben er niet")
        await follower(stage, 6, "veiligheid")
        shown = await pressed(boss, await boss.ask("/wijzig"), "De hele dag gaat niet door")
        reaches = next(line for line in shown.text.splitlines() if line.startswith("Dit bereikt"))
        assert reaches == "Dit bereikt 2 mensen: 1 volgt de groep; 1 opende de bot voor deze dag."
        new.chat.skip_replies()
        away.chat.skip_replies()
        await chosen(boss, shown, SEND)
        bots.clock.now = EVE + timedelta(minutes=2)
        told = "De dag gaat niet door zoals gepland. Per bijeenkomst volgt bericht."
        heard = await new.reply(timeout=12)
        follow = "Volg een groep met /volg, dan hoort u wat er met die bijeenkomst gebeurt."
        assert heard.text.splitlines() == [told, follow]
        await recorded(services)
        assert not any(told in message.text for message in away.messages)


async def test_who_says_to_stay_away_before_it_goes_out_is_not_told(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        new = await follower(stage, 3)
        other = await follower(stage, 4)
        await turned(boss)
        await new.ask("ik ben er niet")
        bots.clock.now = EVE + timedelta(minutes=2)
        assert (await other.reply(timeout=12)).text.splitlines()[0] == TURNED
        await recorded(services)
        assert not any(TURNED in message.text for message in new.messages)


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


@pytest.mark.parametrize("said", ["de dag gaat toch door", "toch niet digitaal", "the day goes ahead after all"])
async def test_saying_that_the_day_goes_ahead_takes_its_turning_back(stage: Stage, bots: Bots, said: str) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        other = await secretary(stage, services, None, number=2)
        anna = await secretary(stage, services, "veiligheid", number=3)
        before = await services.database.read(programmes.load, "haarlem-2023")
        await turned(boss)
        bots.clock.now += timedelta(minutes=5)
        # Also by who did not turn it, and only by who may turn a day.
        assert (await anna.ask(said)).text == FOR_ORGANISERS
        shown = await other.ask(said)
        assert shown.text.splitlines()[:3] == [
            "Zo wordt het:",
            "De dag gaat toch door zoals gepland.",
            "27 onderdelen zijn weer zoals ze daarvoor waren.",
        ]
        await chosen(other, shown, SEND)
        after = await services.database.read(programmes.load, "haarlem-2023")
        assert (after.event.situation, after.event.online) == (before.event.situation, before.event.online)
        assert [(s.key, s.room, s.online, s.status, s.status_note) for s in after.sessions] == [
            (s.key, s.room, s.online, s.status, s.status_note) for s in before.sessions
        ]
        again = "Wat vandaag gewijzigd was, is weer zoals het was."
        assert (await other.ask("is er iets veranderd")).text == again


async def test_a_day_that_turned_twice_goes_back_to_how_it_was_planned(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        before = await services.database.read(programmes.load, "haarlem-2023")
        await turned(boss)
        await chosen(boss, await boss.ask("de dag gaat niet door"), SEND)
        await chosen(boss, await boss.ask("de dag gaat toch door zoals gepland"), SEND)
        after = await services.database.read(programmes.load, "haarlem-2023")
        assert (after.event.situation, after.event.online) == (before.event.situation, before.event.online)
        assert await statuses(services) == {s.key: s.status for s in before.sessions}
        # With another change in the same sentence.
        await turned(boss)
        await chosen(boss, await boss.ask("de dag gaat toch door, Veiligheid naar zaal 4"), SEND)
        assert await statuses(services) == {s.key: s.status for s in before.sessions}
        assert await room_of(services, "veiligheid") == "zaal-4"


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


async def test_a_turned_day_says_so_wherever_it_is_shown(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 3, "europa", "veiligheid")
        await turned(boss)
        assert (await guest.ask("/programma")).text.splitlines()[1:3] == [TURNED, ""]
        mine = (await guest.ask("/mijn")).text.splitlines()
        assert mine[1:3] == [TURNED, ""]
        assert not any("minuten voor het begin" in line or "Wel in het programma" in line for line in mine)
        pictures = await guest.ask("/rooster", timeout=20)
        while pictures.photo:
            pictures = await guest.reply(timeout=20)
        assert pictures.text.splitlines()[1:4] == ["", TURNED, ""]


async def test_the_log_tells_of_a_turned_day_in_one_line(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        await turned(boss)
        head = "9-2, 9.00 uur, organisator van de dag: "
        turn = f"{head}hele dag gewijzigd, 27 onderdelen. {TURNED}"
        assert (await boss.ask("/logboek")).text.splitlines()[2:4] == [turn, ""]
        bots.clock.now += timedelta(minutes=2)
        shown = await boss.ask("ongedaan maken")
        assert shown.text.splitlines()[1:4] == [
            "De dag gaat toch door zoals gepland.",
            "27 onderdelen zijn weer zoals ze daarvoor waren.",
            "",
        ]
        sent = await chosen(boss, shown, SEND)
        assert "27 onderdelen zijn weer zoals ze daarvoor waren." in sent.text
        back = "9-2, 9.02 uur, organisator van de dag: hele dag gewijzigd, 27 onderdelen. "
        assert (await boss.ask("/logboek")).text.splitlines()[2:5] == [
            f"{back}De dag gaat toch door zoals gepland.",
            "",
            turn,
        ]


async def test_who_decides_for_another_group_has_the_same_answers(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        await turned(boss)
        menu = await pressed(boss, await boss.ask("/wijzig"), "Wijzig Europa")
        assert menu.text.splitlines()[1] == "Er is nog niet gezegd wat hiermee gebeurt."
        labels = [b.text for row in menu.buttons for b in row]
        assert labels[:4] == [
            "Online, om 15.00 uur",
            "Online, op een andere tijd",
            "Later, de datum volgt",
            "Gaat niet door",
        ]
        assert "Wordt online" not in labels
        shown = await pressed(boss, menu, "Naar zaal 2")
        assert shown.text.splitlines()[1] == "Gaat door: themagroep Europa, 15.00 tot 16.00 uur, zaal 2."


async def test_a_day_that_went_online_and_then_is_off_still_waits(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        await turned(boss)
        shown = await boss.ask("de dag gaat niet door")
        assert shown.text.splitlines()[2].startswith("18 bijeenkomsten wachten op hun secretaris.")


async def test_another_time_for_what_waits_is_told_as_the_preview_says(stage: Stage, bots: Bots) -> None:
    bots.clock.now = EVE
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 3, "europa")
        await turned(boss)
        bots.clock.now = EVE + timedelta(minutes=2)
        await guest.reply(timeout=12)
        await recorded(services)
        bots.clock.now = EVE + timedelta(minutes=20)
        shown = await boss.ask("Europa begint een uur later")
        told = [
            "Andere tijd: themagroep Europa is nu 16.00 tot 17.00 (was 15.00 tot 16.00).",
            "Het is nog niet zeker dat dit doorgaat.",
        ]
        assert shown.text.splitlines()[1:3] == told
        await chosen(boss, shown, SEND)
        bots.clock.now = EVE + timedelta(minutes=22)
        assert (await guest.reply(timeout=12)).text.splitlines() == told


async def test_on_the_day_itself_each_turn_is_a_new_message_with_a_sound(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 3, "veiligheid")
        later = await follower(stage, 4, "europa")
        new = await follower(stage, 5)
        everybody = (guest, later, new)
        moved = await boss.ask("Veiligheid naar zaal 2")
        await chosen(boss, moved, SEND)
        assert (await guest.reply()).text.startswith("Andere zaal: themagroep Veiligheid is nu in zaal 2")
        await recorded(services)
        bots.clock.now += timedelta(seconds=5)
        shown = await pressed(boss, await boss.ask("/wijzig"), "De hele dag wordt digitaal")
        assert "Zij horen het meteen, met geluid." in shown.text.splitlines()
        sent = await chosen(boss, shown, SEND)
        for person in everybody:
            assert (await person.reply(timeout=12)).text.splitlines()[0] == TURNED
        await recorded(services)
        bots.clock.now += timedelta(seconds=15)
        await chosen(boss, sent, "Maak dit ongedaan")
        for person in everybody:
            heard = await person.reply(timeout=12)
            assert heard.text.splitlines()[0] == "De dag gaat toch door zoals gepland. Uw programma staat in /mijn."
        sounds = [c.parameters.get("disable_notification") for n in (3, 4, 5) for c in stage.called("sendMessage", n)]
        assert not any(str(one).casefold() == "true" for one in sounds)
