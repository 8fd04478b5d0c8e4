"""A secretary changes the day in the chat, and who it concerns hears of it."""

from datetime import timedelta

from chat_bots import Bots
from test_chat_roles import NOT_ALLOWED, invitation, pressed

from bot.people.access import Role
from bot.programme.model import Status
from handlers.services import Services
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import acts
from storage import programme as programmes


async def secretary(stage: Stage, services: Services, slug: str | None = "veiligheid", *, number: int = 1) -> Person:
    """Give somebody who took up a role: of a group, or with None as organiser of the day."""
    role = Role.ORGANISER if slug is None else Role.SECRETARY
    person = stage.person(number, "Secretaris")
    await person.ask("/start")
    await person.ask(f"/start i_{await invitation(services, role, slug)}")
    return person


async def follower(stage: Stage, number: int, *slugs: str) -> Person:
    person = stage.person(number, "Gast")
    await person.ask("/start")
    for slug in slugs:
        await person.ask(f"/start volg_{slug}")
    return person


async def chosen(person: Person, message: Message, label: str) -> Message:
    """Press a button and give the message once it has changed."""
    await person.press(message, label)
    return await person.edited(message)


async def proposed(person: Person, label: str) -> Message:
    """Press a button under the menu of one's own session and give the proposal."""
    return await pressed(person, await person.ask("/wijzig"), label)


async def room_of(services: Services, key: str) -> str | None:
    day = await services.database.read(programmes.load, "haarlem-2023")
    return day.session_by_key[key].room


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
            "Dit bereikt 1 mens: 1 volgt de groep.\n"
            "Zij horen het meteen, met geluid.\n"
            "Let op, zaal 4 is dan bezet: themagroep Leefomgeving en stedelijke transformatie, "
            "11.40 tot 12.40 uur."
        )
        assert await room_of(services, "veiligheid") == "zaal-5"
        sent = await chosen(anna, shown, "Verstuur deze wijziging")
        assert sent.text.startswith("Verstuurd.\nAndere zaal: themagroep Veiligheid is nu in zaal 4")
        heard = await guest.reply()
        assert heard.text == (
            "Andere zaal: themagroep Veiligheid is nu in zaal 4 (was zaal 5). De tijd blijft 11.40 tot 12.40."
        )
        assert await room_of(services, "veiligheid") == "zaal-4"


async def test_where_the_room_is_taken_one_tap_swaps(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services, None)
        guest = await follower(stage, 2, "woningmarkt")
        day = await services.programmes.current()
        safety, room = day.session_by_key["veiligheid"], day.room_by_slug["zaal-2"]
        await anna.press_data(await anna.ask("/wijzig"), f"1wa:{_36(safety.id)}")
        menu = await anna.reply()
        await anna.press_data(menu, f"1wr:{_36(safety.id)}:{_36(room.id)}")
        shown = await anna.reply()
        assert "Let op, zaal 2 is dan bezet: themagroep Woningmarkt, 11.40 tot 12.40 uur." in shown.text
        swapped = await chosen(anna, shown, "Ruil van zaal met Woningmarkt")
        assert "Let op" not in swapped.text
        await chosen(anna, swapped, "Verstuur deze wijziging")
        assert (await guest.reply()).text == (
            "Andere zaal: themagroep Woningmarkt is nu in zaal 5 (was zaal 2). De tijd blijft 11.40 tot 12.40."
        )
        assert (await room_of(services, "veiligheid"), await room_of(services, "woningmarkt")) == ("zaal-2", "zaal-5")


async def test_taken_back_within_a_minute_the_message_changes_in_place(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        sent = await chosen(anna, await proposed(anna, "Gaat niet door"), "Verstuur deze wijziging")
        heard = await guest.reply()
        assert heard.text == "Themagroep Veiligheid gaat niet door (was 11.40, zaal 5)."
        back = await chosen(anna, sent, "Maak dit ongedaan")
        assert back.text.startswith(
            "Teruggedraaid.\nGaat toch door: themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        )
        again = await guest.edited(heard)
        assert again.text == "Toch geen wijziging: themagroep Veiligheid blijft 11.40 tot 12.40 uur, zaal 5."
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["veiligheid"].status is Status.CONFIRMED
        log = await anna.ask("/logboek")
        assert "secretaris van Veiligheid: teruggedraaid: Veiligheid" in log.text
        assert "secretaris van Veiligheid: wijziging van Veiligheid" in log.text


async def test_later_than_a_minute_taking_back_asks_first(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        sent = await chosen(anna, await proposed(anna, "10 minuten later"), "Verstuur deze wijziging")
        bots.clock.now += timedelta(minutes=2)
        await anna.press(sent, "Maak dit ongedaan")
        shown = await anna.reply()
        assert shown.text.startswith("Zo wordt het:\nAndere tijd: themagroep Veiligheid is nu 11.40 tot 12.40")
        assert shown.button("Verstuur deze wijziging")


async def test_sending_twice_sends_once(stage: Stage, bots: Bots) -> None:
    bots.clock.local("11.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        guest = await follower(stage, 2, "veiligheid")
        shown = await proposed(anna, "Gaat niet door")
        data = shown.button("Verstuur deze wijziging").data
        await chosen(anna, shown, "Verstuur deze wijziging")
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
        await bert.press_data(await bert.ask("/wijzig"), f"1wt:{_36(day.session_by_key['veiligheid'].id)}:f")
        his = await bert.reply()
        await chosen(bert, his, "Verstuur deze wijziging")
        anew = await chosen(anna, hers, "Verstuur deze wijziging")
        assert anew.text.startswith("Let op: het programma is intussen gewijzigd")
        assert "is nu 12.00 tot 13.00 (was 11.55 tot 12.55)" in anew.text
        sent = await chosen(anna, anew, "Verstuur deze wijziging")
        assert sent.text.startswith("Verstuurd.")


async def test_a_change_elsewhere_does_not_stop_a_proposal(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        bert = await secretary(stage, services, "europa", number=2)
        hers = await proposed(anna, "5 minuten later")
        his = await proposed(bert, "Gaat niet door")
        await chosen(bert, his, "Verstuur deze wijziging")
        assert (await chosen(anna, hers, "Verstuur deze wijziging")).text.startswith("Verstuurd.")


async def test_half_made_it_survives_a_restart(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        shown = await proposed(anna, "5 minuten later")
    async with bots.running(clockwork=True):
        assert (await chosen(anna, shown, "Verstuur deze wijziging")).text.startswith("Verstuurd.")


async def test_left_it_stays_as_it_was(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        shown = await proposed(anna, "5 minuten later")
        data = shown.button("Verstuur deze wijziging").data
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
        await anna.press_data(menu, f"1wx:{_36(europe.id)}")
        assert (await anna.reply()).text == NOT_ALLOWED
        # Nor by swapping rooms with one of hers.
        safety = day.session_by_key["veiligheid"]
        await anna.press_data(menu, f"1wu:{_36(safety.id)}:{_36(europe.id)}")
        assert (await anna.reply()).text == (
            "Themagroep Europa is van een andere groep. "
            "Alleen de secretaris daarvan of de organisatie kan dat wijzigen."
        )
        await anna.press_data(menu, "1wv:1")
        assert (await anna.reply()).text == NOT_ALLOWED


async def test_a_role_that_was_taken_away_sends_nothing_more(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        shown = await proposed(anna, "Gaat niet door")
        boss = await secretary(stage, services, None, number=2)
        await pressed(boss, await boss.ask("/rollen"), "Neem rol weg: secretaris van Veiligheid")
        await anna.press(shown, "Verstuur deze wijziging")
        assert (await anna.reply()).text == NOT_ALLOWED
        day = await services.database.read(programmes.load, "haarlem-2023")
        assert day.session_by_key["veiligheid"].goes_ahead


async def test_somebody_elses_draft_is_not_sent(stage: Stage, bots: Bots) -> None:
    bots.clock.local("10.00")
    async with bots.running(clockwork=True) as services:
        anna = await secretary(stage, services)
        bert = await secretary(stage, services, None, number=2)
        shown = await proposed(anna, "Gaat niet door")
        data = shown.button("Verstuur deze wijziging").data
        await bert.press_data(await bert.ask("/wijzig"), data)
        assert (await bert.reply()).text.startswith("De knop die u koos, werkt niet meer")


def _36(number: int) -> str:
    digits = ""
    while True:
        number, last = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[last] + digits
        if not number:
            return digits


async def test_who_has_a_role_finds_changing_in_the_menu_and_under_a_session(stage: Stage, bots: Bots) -> None:
    async with bots.running() as services:
        anna = await secretary(stage, services)
        await stage.until(lambda s: s.profile.commands.get(("chat", "1", "")) is not None)
        offered = [command["command"] for command in stage.profile.commands["chat", "1", ""]]
        assert offered == ["wijzig", "bericht", "logboek", "nu", "mijn", "programma", "help"]
        day = await services.programmes.current()
        await anna.press_data(await anna.ask("wat nu"), f"1s:{_36(day.session_by_key['veiligheid'].id)}")
        card = await anna.reply()
        menu = await pressed(anna, card, "Wijzig Veiligheid")
        assert menu.text.splitlines()[0] == "Themagroep Veiligheid, 11.40 tot 12.40 uur, zaal 5."
        await anna.press_data(card, f"1s:{_36(day.session_by_key['europa'].id)}")
        other = await anna.reply()
        assert "Wijzig Europa" not in [b.text for row in other.buttons for b in row]
