"""Writing to many, as those with a role and those who get it see it."""

from datetime import timedelta

import pytest
from broadcast_people import PNG, SAFETY, SIGNED, TEXT, Crowd
from chat_bots import Bots

from bot.broadcasting.model import Audience
from bot.outbox.model import OutboxState
from bot.people.access import Role
from bot.programme.model import State
from bot.wording.broadcast_previews import packed
from bot.wording.richtext import Action, Verb
from handlers.stage.faults import FaultKind
from handlers.stage.stage import Stage
from handlers.telegram.buttons import encode
from storage import acts
from storage.tables import events


async def test_a_secretary_writes_sees_it_and_sends_it(crowd: Crowd) -> None:
    asked = await crowd.author.ask("/bericht")
    assert asked.text.startswith("Stuur mij nu het bericht: tekst, een foto of een document")
    shown = await crowd.author.ask(TEXT)
    assert shown.text == SIGNED
    summary = await crowd.author.reply()
    assert summary.text == (
        "Zo komt uw bericht aan. Er gaat nog niets uit.\n"
        "Aan: wie Veiligheid volgt.\n"
        "Bereikt 4 mensen. Versturen duurt ongeveer 1 seconde.\n"
        "Het komt aan met geluid."
    )
    assert crowd.arrived() == [0, 0, 0, 0]
    await crowd.author.press(summary, "Stuur nu")
    started = await crowd.author.edited(summary)
    assert started.text == "Het bericht gaat nu uit aan 4 ontvangers. Hieronder ziet u hoe het staat."
    report = await crowd.told("verstuurd")
    assert report.text == f"Het bericht is verstuurd: “{TEXT}”\nBezorgd: 4 van 4."
    assert [p.messages[-1].text for p in crowd.followers[:3]] == [SIGNED] * 3
    assert crowd.followers[3].messages[-1].text == f"{TEXT}\n\nFrom: secretary of Veiligheid"
    day = await crowd.services.programmes.current()
    (last, *_) = await crowd.services.database.read(acts.recent, day.event.id, 1)
    assert (last.role, last.group, last.what, last.about, last.after) == (
        "secretary",
        SAFETY,
        "broadcast",
        "groups: veiligheid",
        "4",
    )
    # The same button once more, as after a kill: nothing goes out twice.
    await crowd.author.press_data(summary, summary.button("Stuur nu").data)
    assert (await crowd.told("al verstuurd")).text.startswith("Dit bericht is al verstuurd.")
    assert await crowd.states() == {OutboxState.SENT: 4}


async def test_marks_stay_and_what_looks_like_html_is_only_text(crowd: Crowd) -> None:
    await crowd.author.ask("/bericht")
    text = "Let op: <b>niet dicht & 1 < 2"
    await crowd.author.send(text, entities=[{"type": "bold", "offset": 0, "length": 6}])
    shown = await crowd.author.reply()
    assert shown.text.startswith(text)
    assert shown.content.entities[0] == {"type": "bold", "offset": 0, "length": 6}
    summary = await crowd.author.reply()
    await crowd.author.press(summary, "Stuur nu")
    await crowd.told("Bezorgd: 4 van 4")
    assert crowd.arrived(text) == [1, 1, 1, 1]


async def test_text_after_the_command_is_the_message(crowd: Crowd) -> None:
    assert (await crowd.author.ask(f"/bericht {TEXT}")).text == SIGNED


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_a_photo_or_document_goes_by_its_id(crowd: Crowd, kind: str) -> None:
    await crowd.author.ask("/bericht")
    if kind == "photo":
        await crowd.author.send_photo(PNG, caption="De nieuwe route")
    else:
        await crowd.author.send_document("route.pdf", b"%PDF-1.4", caption="De nieuwe route")
    shown = await crowd.author.reply()
    assert (shown.file is not None, shown.text) == (True, "De nieuwe route\n\nVan: secretaris van Veiligheid")
    await crowd.author.press(await crowd.author.reply(), "Stuur nu")
    report = await crowd.told("Bezorgd: 4 van 4")
    got = crowd.followers[0].messages[-1]
    assert got.file == shown.file
    # The words under a file are corrected as well; the file stays.
    await crowd.author.press(report, "Verbeter dit bericht")
    await crowd.author.reply()
    crowd.author.chat.skip_replies()
    await crowd.author.send("De juiste route")
    await crowd.author.reply()
    await crowd.author.press(await crowd.author.reply(), "Verbeter in het bericht zelf")
    await crowd.told("Verbeterd in het bericht zelf: 4 van 4")
    now = crowd.followers[0].messages[-1]
    assert (now.id, now.file, now.text) == (
        got.id,
        got.file,
        "De juiste route\n\nVan: secretaris van Veiligheid (verbeterd)",
    )


async def test_what_cannot_be_sent_or_is_too_long_is_said_and_asked_again(crowd: Crowd) -> None:
    await crowd.author.ask("/bericht")
    refused = await crowd.author.ask("💙" * 2030)
    assert refused.text.startswith("Uw bericht is 19 tekens te lang.")
    await crowd.author.send_photo(PNG, caption="x" * 1024)
    refused = await crowd.author.reply()
    assert refused.text.startswith("De tekst bij uw foto of document is ")
    shown = await crowd.author.ask("💙" * 2000)
    assert shown.text.endswith("Van: secretaris van Veiligheid")
    summary = await crowd.author.reply()
    await crowd.author.press(summary, "Wijzig de tekst")
    await crowd.author.reply()
    sticker = crowd.stage.updates
    sticker.add("message", crowd.author.messages[0].to_json() | {"message_id": 999, "text": "  "})
    assert (await crowd.author.reply()).text.startswith("Dit kan ik niet aan velen sturen.")


async def test_a_button_of_an_old_preview_does_nothing_and_says_so(crowd: Crowd) -> None:
    old = await crowd.preview()
    await crowd.author.press(old, "Wijzig de tekst")
    await crowd.author.reply()
    shown = await crowd.author.ask("Andere tekst")
    assert shown.text.startswith("Andere tekst")
    new = await crowd.author.reply()
    await crowd.author.press(old, "Stuur nu")
    assert (await crowd.author.reply()).text.startswith("Deze knop hoort bij een oudere versie")
    await crowd.author.press(new, "Laat zo, stuur niets")
    assert (await crowd.author.edited(new)).text == "Goed. Er gaat niets uit."
    await crowd.author.press_data(new, new.button("Stuur nu").data)
    assert (await crowd.author.reply()).text.startswith("Dit bericht had u laten zitten.")
    assert await crowd.states() == {}


async def test_without_the_role_nothing_goes_out(crowd: Crowd) -> None:
    summary = await crowd.preview()
    await crowd.ungrant()
    crowd.author.chat.skip_replies()
    for label in ("Stuur nu", "Zonder geluid", "Test aan mijzelf", "Wijzig de tekst"):
        await crowd.author.press(summary, label)
        assert (await crowd.author.reply()).text.startswith("Dat kan alleen wie daarvoor is uitgenodigd")
    for command in ("/bericht", "/bericht hallo", "/pauze", "/hervat"):
        assert (await crowd.author.ask(command)).text.startswith("Dat kan alleen wie daarvoor is uitgenodigd")
    assert await crowd.states() == {}


async def test_forged_buttons_open_nothing(crowd: Crowd) -> None:
    summary = await crowd.preview()
    guest = crowd.followers[0]
    guest.chat.skip_replies()
    start = guest.messages[-1]
    for verb in ("xn", "xq", "xk", "xe", "xw", "xt", "xg", "xl", "xs", "xr", "xc", "xd", "xy", "xi", "xm"):
        await guest.press_data(start, f"1{verb}:1:1")
        assert (await guest.reply()).text.startswith("Dat kan alleen wie daarvoor is uitgenodigd")
    # A secretary of another group cannot act on it, nor write to whom is not theirs.
    await crowd.grant(guest, Role.SECRETARY, "europa")
    await guest.press_data(start, "1xn:1:1")
    assert (await guest.reply()).text.startswith("Dat kan alleen de organisatie")
    for action in (packed(1, Audience.ALL), packed(1, Audience.GROUPS, 1)):
        await crowd.author.press_data(summary, encode(Action(Verb.BROADCAST_TO, 1, action)))
        assert (await crowd.author.reply()).text.startswith("Dat kan alleen de organisatie")
    for code in ("1xn:zz:1", "1xr:99", "1xs:1", "1xc:1", "1xi:1:1"):
        await crowd.author.press_data(summary, code)
        assert "is er niet (meer)" in (await crowd.author.reply()).text
    assert await crowd.states() == {}


async def test_who_may_write_to_whom(crowd: Crowd) -> None:
    await crowd.grant(crowd.author, Role.ORGANISER)
    crowd.bots.clock.now -= timedelta(days=3)
    # Long before the day somebody only started, and another one says not to come.
    for number, said in ((7, "/start"), (8, "ik ben er niet")):
        await crowd.stage.person(number).ask(said)
    summary = await crowd.preview()
    assert "Aan: nog niet gekozen." in summary.text
    assert "Stuur nu" not in [label for row in summary.labels for label in row]
    await crowd.author.press(summary, "Aan alle deelnemers")
    everybody = await crowd.author.edited(summary)
    assert "of de bot voor deze dag opende; niet wie zei er niet te zijn.\nBereikt 6 mensen." in everybody.text
    await crowd.author.press(everybody, "Kies één groep")
    which = await crowd.author.edited(everybody)
    await crowd.author.press(which, "Europa")
    nobody = await crowd.author.edited(which)
    assert nobody.text.endswith("Aan: wie Europa volgt.\nBereikt niemand. Kies iemand anders, of laat het zo.")
    await crowd.author.press(nobody, "Aan wie een sessie van een groep in het programma heeft")
    some = await crowd.author.edited(nobody)
    assert "een sessie van een of meer groepen in het eigen programma heeft.\nBereikt 4 mensen." in some.text
    await crowd.author.press(some, "Stuur nu")
    await crowd.told("Bezorgd: 4 van 4")
    assert crowd.followers[0].messages[-1].text.endswith("Van: organisator van de dag")


async def test_a_test_goes_to_oneself_alone(crowd: Crowd) -> None:
    summary = await crowd.preview()
    await crowd.author.press(summary, "Test aan mijzelf")
    found = [(await crowd.author.reply()).text for _ in range(2)]
    assert SIGNED in found
    assert crowd.arrived() == [0, 0, 0, 0]


async def test_at_a_time_it_goes_to_whom_there_is_then(crowd: Crowd) -> None:
    crowd.bots.clock.local("10.00")
    summary = await crowd.preview()
    await crowd.author.press(summary, "Stuur op een tijd")
    assert (await crowd.author.reply()).text.startswith("Wanneer moet het bericht uitgaan?")
    assert (await crowd.author.ask("straks of zo")).text.startswith("Daarin lees ik geen tijd.")
    assert (await crowd.author.ask("om 9.00 uur")).text.startswith("Op dat moment kan het niet: vrijdag 10 februari")
    timed = await crowd.author.ask("half elf")
    assert "Gaat uit op vrijdag 10 februari 2023 om 10.30 uur, als u dat bevestigt." in timed.text
    await crowd.author.press(timed, "Zonder geluid")
    timed = await crowd.author.edited(timed)
    assert timed.text.endswith("Het komt aan zonder geluid.")
    await crowd.author.press(timed, "Zet klaar voor vrijdag 10 februari 2023 om 10.30 uur")
    ready = await crowd.author.edited(timed)
    assert ready.text.startswith(f"Het bericht “{TEXT}” staat klaar voor vrijdag 10 februari 2023 om 10.30 uur.")
    late = crowd.stage.person(7)
    await late.ask("/start")
    await late.ask("/volg veiligheid")
    crowd.followers.append(late)
    assert crowd.arrived() == [0, 0, 0, 0, 0]
    crowd.bots.clock.local("10.30")
    await crowd.told("Bezorgd: 5 van 5")
    assert crowd.arrived() == [1, 1, 1, 1, 1]
    assert crowd.stage.called("sendMessage", late.id)[-1].parameters["disable_notification"] == "true"


async def test_what_stood_ready_is_not_sent_by_who_lost_the_role(crowd: Crowd) -> None:
    summary = await crowd.preview()
    await crowd.author.press(summary, "Stuur op een tijd")
    await crowd.author.reply()
    timed = await crowd.author.ask("10.30 uur")
    await crowd.author.press(timed, "Zet klaar voor vrijdag 10 februari 2023 om 10.30 uur")
    await crowd.author.edited(timed)
    await crowd.ungrant()
    crowd.bots.clock.local("10.30")
    assert "u hebt de rol niet meer" in (await crowd.told("niet verstuurd")).text
    assert await crowd.states() == {}


async def test_what_stood_ready_can_be_taken_back(crowd: Crowd) -> None:
    summary = await crowd.preview()
    await crowd.author.press(summary, "Stuur op een tijd")
    await crowd.author.reply()
    timed = await crowd.author.ask("10.30 uur")
    await crowd.author.press(timed, "Zet klaar voor vrijdag 10 februari 2023 om 10.30 uur")
    ready = await crowd.author.edited(timed)
    await crowd.author.press(ready, "Haal dit bericht terug, stuur niets")
    assert (await crowd.author.edited(ready)).text == "Goed. Er gaat niets uit."


async def test_a_correction_comes_in_the_place_of_what_people_have(crowd: Crowd) -> None:
    report = await crowd.sent()
    before = [len(person.messages) for person in crowd.followers]
    await crowd.author.press(report, "Verbeter dit bericht")
    assert (await crowd.author.reply()).text.startswith("Stuur mij nu de verbeterde tekst")
    shown = await crowd.author.ask("De ingang is aan het Plein.")
    assert shown.text == "De ingang is aan het Plein.\n\nVan: secretaris van Veiligheid (verbeterd)"
    how = await crowd.author.reply()
    assert "4 ontvangers hebben het bericht al." in how.text
    assert crowd.arrived() == [1, 1, 1, 1]
    await crowd.author.press(how, "Verbeter in het bericht zelf")
    told = await crowd.told("Verbeterd in het bericht zelf: 4 van 4")
    assert told.text.startswith("Het verbeterde bericht is verstuurd: “De ingang is aan het Plein.”")
    assert [len(person.messages) for person in crowd.followers] == before
    # What a correction's preview does not offer cannot be forged from it either.
    await crowd.author.press(told, "Verbeter dit bericht")
    await crowd.author.reply()
    await crowd.author.ask("Nog beter")
    how = await crowd.author.reply()
    for verb, revision in (
        (Verb.BROADCAST_SEND, 1),
        (Verb.BROADCAST_READY, 1),
        (Verb.BROADCAST_TO, packed(1, Audience.GROUPS)),
    ):
        await crowd.author.press_data(how, encode(Action(verb, 3, revision)))
        assert (await crowd.author.reply()).text.startswith("Deze knop hoort bij een oudere versie")
    await crowd.author.press(how, "Laat zo, stuur niets")
    await crowd.author.edited(how)
    assert crowd.arrived() == [0, 0, 0, 0]
    assert crowd.arrived("aan het Plein") == [1, 1, 1, 1]
    # Once more, now as a new message besides, as when it is urgent.
    await crowd.author.press(told, "Verbeter dit bericht")
    await crowd.author.reply()
    await crowd.author.ask("De ingang is aan de Markt.")
    await crowd.author.press(await crowd.author.reply(), "Verbeter, en stuur ook als nieuw bericht")
    # People are counted, not the messages that each of them has.
    report = await crowd.told(
        "“De ingang is aan de Markt.”\nBezorgd: 4 van 4.\nVerbeterd in het bericht zelf: 4 van 4."
    )
    assert crowd.arrived("aan de Markt") == [2, 2, 2, 2]
    assert [len(person.messages) for person in crowd.followers] == [count + 1 for count in before]
    await crowd.author.press(report, "Haal dit bericht weg")
    sure = await crowd.author.reply()
    assert sure.text.startswith("Het bericht “De ingang is aan de Markt.” weghalen bij 4 ontvangers?")
    await crowd.author.press(sure, "Ja, haal het overal weg")
    await crowd.told("Weggehaald: 4 van 4.")
    assert crowd.arrived("aan de Markt") == [0, 0, 0, 0]


async def test_a_message_is_removed_where_it_arrived(crowd: Crowd) -> None:
    report = await crowd.sent()
    # One removed it themselves already, which is as good.
    mine = crowd.followers[0].messages[-1]
    crowd.followers[0].chat.remove(mine.id)
    crowd.stage.fail(FaultKind.BAD, "deleteMessage", chat_id=3, description="Bad Request: message can't be deleted")
    await crowd.author.press(report, "Haal dit bericht weg")
    sure = await crowd.author.reply()
    assert sure.text.startswith(f"Het bericht “{TEXT}” weghalen bij 4 ontvangers?")
    await crowd.author.press(sure, "Ja, haal het overal weg")
    told = await crowd.told("Weggehaald: 3 van 4.\nNiet weg te halen: 1.")
    assert "Niet weg te halen: 1. Waarom, in de woorden van Telegram: Message can't be deleted (1)." in told.text
    assert crowd.arrived() == [0, 1, 0, 0]
    await crowd.author.press(report, "Verbeter dit bericht")
    assert "gestopt of weggehaald" in (await crowd.told("gestopt of weggehaald")).text


async def test_the_report_says_what_failed_and_why(crowd: Crowd) -> None:
    crowd.followers[0].chat.bot_status = "kicked"
    crowd.stage.fail(FaultKind.BAD, "sendMessage", chat_id=3, description="Bad Request: no rights to send")
    summary = await crowd.preview()
    await crowd.author.press(summary, "Stuur nu")
    report = await crowd.told("verstuurd: ")
    assert report.text.splitlines()[1:] == [
        "Bezorgd: 2 van 4.",
        "Geblokkeerd: 1. Zij willen geen berichten van deze bot, of hun chat is er niet meer.",
        "Mislukt: 1. Waarom, in de woorden van Telegram: No rights to send (1).",
    ]
    # Who comes back gets it after all.
    crowd.followers[0].chat.bot_status = "member"
    await crowd.followers[0].send("/start")
    await crowd.followers[0].chat.until(lambda chat: any(m.text == SIGNED for m in chat.messages), 10)
    await crowd.author.press(report, "Hoe staat het nu?")
    assert "Bezorgd: 3 van 4." in (await crowd.told("Bezorgd: 3")).text


async def test_all_that_goes_out_is_held_and_goes_on_and_stopped_is_stopped(crowd: Crowd) -> None:
    boss = crowd.stage.person(9)
    await boss.ask("/start")
    await crowd.grant(boss, Role.ORGANISER)
    held = await boss.ask("/pauze")
    assert held.text.startswith("Alles wat uitgaat staat stil sinds vrijdag 10 februari 2023 om 9.25 uur.")
    first = await crowd.preview()
    await crowd.author.press(first, "Stuur nu")
    told = await crowd.told("Onderweg: 4.")
    assert "Alles wat uitgaat staat stil sinds 9.25 uur." in told.text
    assert "Er wachten 4 berichten." in (await boss.ask("/pauze")).text
    # Questions are answered meanwhile.
    assert (await crowd.followers[0].ask("zaal 3 om 11.40")).text.startswith("Zaal 3")
    await crowd.author.press(told, "Stop het versturen")
    assert "Niet meer verstuurd: 4." in (await crowd.told("Gestopt")).text
    second = await crowd.preview("Een tweede bericht")
    await crowd.author.press(second, "Stuur nu")
    await crowd.told("Onderweg: 4.")
    assert (await boss.ask("/hervat")).text.startswith("Alles gaat weer uit.\nEr wachtten 4 berichten")
    await crowd.told("Bezorgd: 4 van 4")
    assert (crowd.arrived(), crowd.arrived("Een tweede")) == ([0, 0, 0, 0], [1, 1, 1, 1])
    assert (await boss.ask("/hervat")).text.startswith("Er stond niets stil.")


async def test_a_half_made_message_outlives_the_process(stage: Stage, bots: Bots) -> None:
    async with bots.running(clockwork=True) as services:
        anna, guest = stage.person(1), stage.person(2)
        await anna.ask("/start")
        await guest.ask("/start")
        await guest.ask("/volg veiligheid")
        crowd = Crowd(stage, bots, services, anna, [guest])
        await crowd.grant(anna, Role.SECRETARY, SAFETY)
        await anna.ask("/bericht")
    async with bots.running(clockwork=True) as services:
        assert (await anna.ask(TEXT)).text == SIGNED
        summary = await anna.reply()
    async with bots.running(clockwork=True) as services:
        crowd.services = services
        await anna.press(summary, "Stuur nu")
        await crowd.told("Bezorgd: 1 van 1")
    assert crowd.arrived() == [1]


async def test_nothing_is_written_to_many_from_a_group(crowd: Crowd) -> None:
    chat = crowd.stage.group(-500, "Groep", [crowd.author])
    await crowd.author.send("/bericht", to=chat)
    assert "eigen chat" in (await chat.reply()).text or "privé" in chat.messages[-1].text.casefold()


async def test_what_telegram_does_not_take_is_not_sent(crowd: Crowd) -> None:
    await crowd.author.ask("/bericht")
    crowd.stage.fail(FaultKind.BAD, "sendMessage", chat_id=1, description="Bad Request: can't parse entities")
    refused = await crowd.author.ask(TEXT)
    assert refused.text.startswith("Telegram neemt dit bericht zo niet aan. Er is niets verstuurd.")
    assert await crowd.states() == {}


async def test_who_removed_the_message_gets_no_new_one_by_a_correction(crowd: Crowd) -> None:
    report = await crowd.sent()
    crowd.followers[0].chat.remove(crowd.followers[0].messages[-1].id)
    await crowd.author.press(report, "Verbeter dit bericht")
    await crowd.author.reply()
    await crowd.author.ask("Beter")
    await crowd.author.press(await crowd.author.reply(), "Verbeter in het bericht zelf")
    told = await crowd.told("Verbeterd in het bericht zelf: 3 van 4")
    assert "Niet te verbeteren: 1." in told.text
    assert crowd.arrived("Beter") == [0, 1, 1, 1]


async def test_about_a_day_that_is_not_published_nothing_goes_out(crowd: Crowd) -> None:
    await crowd.services.database.write(
        lambda conn: conn.execute(events.update().values(state=State.DRAFT, revision=events.c.revision + 1))
    )
    assert (await crowd.author.ask("/bericht")).text.startswith("Het programma van deze dag is niet gepubliceerd.")


async def test_without_a_sound_in_english(crowd: Crowd) -> None:
    anna = crowd.stage.person(8, "Anne", "en")
    await anna.ask("/start")
    await crowd.grant(anna, Role.STAND_IN, "sociaal")
    await anna.ask("/broadcast")
    assert (await anna.ask("Watch out")).text == "Watch out\n\nFrom: stand-in for the secretary of Sociaal"
    summary = await anna.reply()
    assert "Reaches nobody." in summary.text
    await crowd.followers[0].ask("/volg sociaal")
    await anna.press(summary, "To who has a session of my groups in their programme")
    chosen = await anna.edited(summary)
    assert "Reaches 1 person. Sending takes about 1 second." in chosen.text
    await anna.press(chosen, "Without a sound")
    hushed = await anna.edited(chosen)
    assert hushed.text.endswith("It arrives without a sound.")
    await anna.press(hushed, "With a sound after all")
    loud = await anna.edited(hushed)
    assert loud.text.endswith("It arrives with a sound.")
    await anna.press(loud, "Without a sound")
    await anna.press(await anna.edited(loud), "Send now")
    await crowd.followers[0].chat.until(lambda chat: chat.messages[-1].text.startswith("Watch out"))
    call = crowd.stage.called("sendMessage", 2)[-1]
    assert call.parameters["disable_notification"] == "true"
