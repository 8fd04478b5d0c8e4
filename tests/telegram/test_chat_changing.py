"""A secretary changes the day in the chat, and who it concerns hears of it."""

from datetime import timedelta

from chat_bots import Bots
from staff_chats import (
    FOR_ORGANISERS,
    NOT_ALLOWED,
    SEND,
    chosen,
    follower,
    forged,
    pressed,
    proposed,
    recorded,
    room_of,
    secretary,
)

from bot.programme.model import Status
from bot.wording.richtext import Verb
from handlers.stage.stage import Stage
from storage import acts
from storage import programme as programmes


async def test_another_room_in_two_taps(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.20")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        menu = await anna.ask("/wijzig")
        assert menu.text.splitlines()[0] == "Themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        shown = await pressed(anna, menu, "Naar zaal 4 (bezet)")
        assert shown.text == (
            "Zo wordt het:\n"
            "Andere zaal: themagroep Veiligheid is nu in zaal 4 (was zaal 5). De tijd blijft 11.40 tot 12.40.\n"
            "\n"
            "Dit bereikt 1 persoon: 1 volgt de groep.\n"
            "Die hoort het meteen, met geluid.\n"
            "Let op, zaal 4 is dan bezet: themagroep Leefomgeving en stedelijke transformatie, "
            "11.40 tot 12.40 uur.\n"
            "Ruilen van zaal kan de organisatie van de dag."
        )
        assert await room_of(services, "veiligheid") == "zaal-5"
        sent = await chosen(anna, shown, SEND)
        assert sent.text.startswith("Verstuurd.\nAndere zaal: themagroep Veiligheid is nu in zaal 4")
        heard = await guest.reply()
        assert heard.text == (
            "Andere zaal: themagroep Veiligheid is nu in zaal 4 (was zaal 5). De tijd blijft 11.40 tot 12.40."
        )
        assert await room_of(services, "veiligheid") == "zaal-4"


async def test_a_preview_says_of_each_when_and_whether_with_a_sound(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.45")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        await follower(stage, 2, "veiligheid")
        await follower(stage, 3, "europa")
        english = await follower(stage, 4, "europa")
        both = (await boss.ask("Veiligheid naar zaal 2, Europa naar zaal 3")).text.splitlines()
        assert "1 hoort het meteen, met geluid; 2 horen het na een minuut, zonder geluid." in both
        later = (await boss.ask("Europa naar zaal 3")).text.splitlines()
        assert "Zij horen het na een minuut, zonder geluid." in later
        await english.ask("ik ben er niet")
        await boss.ask("/taal en")
        alone = (await boss.ask("Europa naar zaal 3")).text.splitlines()
        assert "That one hears it after a minute, without a sound." in alone


async def test_while_all_is_paused_a_preview_says_that_alone(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        await follower(stage, 2, "veiligheid")
        await boss.ask("/pauze")
        lines = (await boss.ask("Veiligheid naar zaal 2")).text.splitlines()
        reach = lines.index("Dit bereikt 1 persoon: 1 volgt de groep.")
        assert lines[reach + 1] == "Alles wat uitgaat, staat nu stil. Het bericht gaat pas uit na /hervat."
        assert not any("geluid" in line for line in lines)


async def test_where_the_room_is_taken_one_tap_swaps(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services, None)
        guest = await follower(stage, 2, "woningmarkt")
        day = await services.programmes.current()
        safety, room = day.session_by_key["veiligheid"], day.room_by_slug["zaal-2"]
        menu = await forged(anna, await anna.ask("/wijzig"), Verb.CHANGE, safety.id)
        shown = await forged(anna, menu, Verb.TO_ROOM, safety.id, room.id)
        assert "Let op, zaal 2 is dan bezet: themagroep Woningmarkt, 11.40 tot 12.40 uur." in shown.text
        swapped = await chosen(anna, shown, "Ruil van zaal met Woningmarkt")
        assert "Let op" not in swapped.text
        await chosen(anna, swapped, SEND)
        assert (await guest.reply()).text == (
            "Andere zaal: themagroep Woningmarkt is nu in zaal 5 (was zaal 2). De tijd blijft 11.40 tot 12.40."
        )
        assert (await room_of(services, "veiligheid"), await room_of(services, "woningmarkt")) == ("zaal-2", "zaal-5")


async def test_taken_back_within_a_minute_the_message_changes_and_a_new_one_comes(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        sent = await chosen(anna, await proposed(anna, "Gaat niet door"), SEND)
        heard = await guest.reply()
        assert heard.text == "Themagroep Veiligheid gaat niet door (was 11.40, zaal 5)."
        back = await chosen(anna, sent, "Maak dit ongedaan")
        assert back.text.startswith(
            "Teruggedraaid.\nGaat toch door: themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        )
        again = await guest.edited(heard)
        assert again.text == "Toch geen wijziging: themagroep Veiligheid blijft 11.40 tot 12.40 uur, zaal 5."
        assert (await guest.reply()).text == (
            "Let op, opnieuw gewijzigd. Gaat toch door: themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        )
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["veiligheid"].status is Status.CONFIRMED
        log = await anna.ask("/logboek")
        assert "secretaris van Veiligheid: teruggedraaid: Veiligheid" in log.text
        assert "secretaris van Veiligheid: wijziging van Veiligheid" in log.text


async def test_later_than_a_minute_taking_back_asks_first(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        sent = await chosen(anna, await proposed(anna, "10 minuten later"), SEND)
        bots.clock.now += timedelta(minutes=2)
        await anna.press(sent, "Maak dit ongedaan")
        shown = await anna.reply()
        assert shown.text.startswith("Zo wordt het:\nAndere tijd: themagroep Veiligheid is nu 11.40 tot 12.40")
        assert shown.button(SEND)


async def test_sending_twice_sends_once(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        shown = await proposed(anna, "Gaat niet door")
        data = shown.button(SEND).data
        await chosen(anna, shown, SEND)
        await anna.press_data(shown, data)
        assert (await anna.reply()).text == "Deze wijziging was al verstuurd. Er is niets twee keer uitgegaan."
        await guest.reply()
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert [a.what for a in await services.database.read(acts.recent, day.event.id, 5)].count("change") == 1


async def test_an_old_preview_is_shown_anew_when_somebody_else_changed_the_same(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        bert = await secretary(stage, services, None, number=2)
        hers = await proposed(anna, "5 minuten later")
        day = await services.programmes.current()
        his = await forged(bert, await bert.ask("/wijzig"), Verb.LATER, day.session_by_key["veiligheid"].id, 15)
        await chosen(bert, his, SEND)
        anew = await chosen(anna, hers, SEND)
        assert anew.text.startswith("Let op: het programma is intussen gewijzigd")
        assert "is nu 12.00 tot 13.00 (was 11.55 tot 12.55)" in anew.text
        sent = await chosen(anna, anew, SEND)
        assert sent.text.startswith("Verstuurd.")


async def test_a_change_elsewhere_does_not_stop_a_proposal(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        bert = await secretary(stage, services, "europa", number=2)
        hers = await proposed(anna, "5 minuten later")
        his = await proposed(bert, "Gaat niet door")
        await chosen(bert, his, SEND)
        assert (await chosen(anna, hers, SEND)).text.startswith("Verstuurd.")


async def test_half_made_it_survives_a_restart(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        shown = await proposed(anna, "5 minuten later")
    async with bots.running(clockwork=True):
        assert (await chosen(anna, shown, SEND)).text.startswith("Verstuurd.")


async def test_left_it_stays_as_it_was(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        shown = await proposed(anna, "5 minuten later")
        data = shown.button(SEND).data
        assert (await chosen(anna, shown, "Laat het zoals het was")).text == (
            "Alles blijft zoals het was. Er is niets verstuurd."
        )
        await anna.press_data(shown, data)
        assert (await anna.edited(shown)).text == "Alles blijft zoals het was. Er is niets verstuurd."
        assert await room_of(services, "veiligheid") == "zaal-5"


async def test_a_secretary_changes_no_other_group(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        day = await services.programmes.current()
        europe = day.session_by_key["europa"]
        menu = await anna.ask("/wijzig")
        theirs = (
            "Themagroep Europa is van een andere groep. "
            "Alleen de secretaris daarvan of de organisatie kan dat wijzigen."
        )
        assert (await forged(anna, menu, Verb.CANCEL, europe.id)).text == theirs
        # Nor by swapping rooms with one of hers.
        safety = day.session_by_key["veiligheid"]
        assert (await forged(anna, menu, Verb.SWAP, safety.id, europe.id)).text == theirs
        assert (await forged(anna, menu, Verb.TURN, 1)).text == FOR_ORGANISERS


async def test_a_role_that_was_taken_away_sends_nothing_more(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        shown = await proposed(anna, "Gaat niet door")
        boss = await secretary(stage, services, None, number=2)
        sure = await pressed(boss, await boss.ask("/rollen"), "Neem rol weg: secretaris van Veiligheid")
        await pressed(boss, sure, "Ja, neem de rol weg")
        await anna.press(shown, SEND)
        assert (await anna.reply()).text == NOT_ALLOWED
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["veiligheid"].goes_ahead


async def test_somebody_elses_draft_is_not_sent(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        bert = await secretary(stage, services, None, number=2)
        shown = await proposed(anna, "Gaat niet door")
        data = shown.button(SEND).data
        await bert.press_data(await bert.ask("/wijzig"), data)
        assert (await bert.reply()).text.startswith("De knop die u koos, werkt niet meer")


async def test_a_name_after_the_command_opens_that_session(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        assert (await boss.ask("/wijzig Europa")).text.startswith("Themagroep Europa, 15.00 tot 16.00 uur, zaal 2.")
        several = await boss.ask("/wijzig zorg")
        assert [b.text for row in several.buttons for b in row] == [
            "11.40 Wonen, welzijn en zorg",
            "13.55 Zorg, Jeugd en Onderwijs",
        ]
        assert (await boss.ask("/wijzig qqq")).text.startswith("Wat moet er veranderen, en bij welke sessie?")


async def test_what_is_over_reaches_nobody_and_the_preview_says_so(stage: Stage, bots: Bots) -> None:
    bots.clock.local("12.45")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await follower(stage, 2, "veiligheid")
        said = (await anna.ask("Veiligheid naar zaal 2")).text.splitlines()
        assert said[3] == "Dit bereikt nu niemand. Het programma zelf verandert wel."
        assert "Let op, themagroep Veiligheid is dan al begonnen of voorbij." in said


async def test_who_has_a_role_finds_changing_in_the_menu_and_under_a_session(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await stage.until(lambda s: s.profile.commands.get(("chat", "1", "")) is not None)
        offered = [command["command"] for command in stage.profile.commands["chat", "1", ""]]
        assert offered == ["wijzig", "bericht", "logboek", "nu", "mijn", "programma", "help"]
        day = await services.programmes.current()
        card = await forged(anna, await anna.ask("wat nu"), Verb.SESSION, day.session_by_key["veiligheid"].id)
        menu = await pressed(anna, card, "Wijzig Veiligheid")
        assert menu.text.splitlines()[0] == "Themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        other = await forged(anna, card, Verb.SESSION, day.session_by_key["europa"].id)
        assert "Wijzig Europa" not in [b.text for row in other.buttons for b in row]


async def test_taking_back_ends_and_never_turns_round(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await chosen(anna, await proposed(anna, "Gaat niet door"), SEND)
        assert (await anna.ask("ongedaan maken")).text.startswith("Teruggedraaid.")
        already = await anna.ask("ongedaan maken")
        assert already.text == "Uw laatste wijziging is al teruggedraaid."
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["veiligheid"].goes_ahead
        # It can be put back, and taken back again.
        await chosen(anna, already, "Zet mijn laatste wijziging terug")
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert not day.session_by_key["veiligheid"].goes_ahead
        back = await anna.ask("ongedaan maken")
        assert back.text.startswith("Zo wordt het:")
        await chosen(anna, back, SEND)
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["veiligheid"].goes_ahead
        bots.clock.now += timedelta(minutes=20)
        assert (await anna.ask("ongedaan maken")).text == "Er is niets dat u kunt terugdraaien."


async def test_taking_back_several_times_walks_back(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        for room in ("zaal 2", "zaal 4"):
            sent = await chosen(boss, await boss.ask(f"Veiligheid naar {room}"), SEND)
            bots.clock.now += timedelta(minutes=2)
        for room in ("zaal-2", "zaal-5"):
            back = await boss.ask("ongedaan maken")
            await chosen(boss, back, SEND)
            assert await room_of(services, "veiligheid") == room
        assert back.text.splitlines()[:2] == [
            "Uw laatste wijziging is al teruggedraaid. Hiermee draait u de wijziging daarvoor terug.",
            "Zo wordt het:",
        ]
        for _ in range(2):
            assert (await boss.ask("ongedaan maken")).text == "Uw laatste wijziging is al teruggedraaid."
        # Nor does an old button turn it round.
        await boss.press(sent, "Maak dit ongedaan")
        assert (await boss.reply()).text == "Uw laatste wijziging is al teruggedraaid."
        assert await room_of(services, "veiligheid") == "zaal-5"


async def test_a_secretary_hears_what_an_organiser_changed(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        boss = await secretary(stage, services, None, number=2)
        shown = await boss.ask("Veiligheid naar zaal 4")
        assert "1 is secretaris" in shown.text
        await chosen(boss, shown, SEND)
        assert (await anna.reply()).text == (
            "Andere zaal: themagroep Veiligheid is nu in zaal 4 (was zaal 5). De tijd blijft 11.40 tot 12.40."
        )
        assert "organisator van de dag: wijziging van Veiligheid" in (await anna.ask("/logboek")).text


async def test_the_example_is_another_room_than_its_own(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running() as services:
        boss = await secretary(stage, services, None)
        assert "Of typ het, bijvoorbeeld “naar de Gravenzaal”," in (await boss.ask("/wijzig woningmarkt")).text
        assert "Of typ het, bijvoorbeeld “naar zaal 2”," in (await boss.ask("/wijzig mkb")).text


async def test_what_was_changed_during_a_pause_is_a_new_message_after_it(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.20")
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 2, "veiligheid")
        await chosen(boss, await boss.ask("Veiligheid naar zaal 4"), SEND)
        heard = await guest.reply()
        await recorded(services)
        bots.clock.now += timedelta(seconds=40)
        await boss.ask("/pauze")
        await chosen(boss, await boss.ask("Veiligheid naar de Gravenzaal"), SEND)
        bots.clock.now += timedelta(seconds=74)
        await boss.ask("/hervat")
        after = await guest.reply(timeout=12)
        assert after.text.startswith("Andere zaal: themagroep Veiligheid is nu in de Gravenzaal (was zaal 4).")
        assert heard.text.startswith("Andere zaal: themagroep Veiligheid is nu in zaal 4 (was zaal 5).")


async def test_an_old_proposal_to_take_back_is_a_new_message_when_sent(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        boss = await secretary(stage, services, None)
        guest = await follower(stage, 2, "veiligheid")
        await chosen(boss, await boss.ask("Veiligheid naar zaal 4"), SEND)
        await guest.reply()
        await recorded(services)
        bots.clock.now += timedelta(minutes=2)
        back = await boss.ask("ongedaan maken")
        assert "Die hoort het meteen, met geluid." in back.text.splitlines()
        await chosen(boss, await boss.ask("Veiligheid wordt een kwartier later"), SEND)
        await guest.reply()
        await recorded(services)
        bots.clock.now += timedelta(seconds=10)
        anew = await chosen(boss, back, SEND)
        await chosen(boss, anew, SEND)
        again = await guest.reply()
        assert again.text.startswith(
            "Let op, opnieuw gewijzigd. Andere zaal: themagroep Veiligheid is nu in zaal 5 (was zaal 4)."
        )
