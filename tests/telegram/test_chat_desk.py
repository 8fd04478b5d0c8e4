"""Questions that the programme does not answer: to the organisers and back, all in real chats."""

import re
from collections.abc import AsyncIterator

import pytest
from chat_bots import Bots, EventClockByHand

from bot.people.model import ChatKind
from handlers.services import Services
from handlers.stage.chats import Chat
from handlers.stage.faults import FaultKind
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import chat_rows, missed, personal

DESK = -500
ASK = "Vraag het de organisatie"


@pytest.fixture
async def desk(stage: Stage, bots: Bots) -> AsyncIterator[Chat]:
    """The organisers' group, with one of them in it, and a bot that runs with its clockwork."""
    organiser = stage.person(50, "Organisator")
    group = stage.group(DESK, "Organisatie", [organiser], bot_status="administrator")
    bots.desk_chat = str(DESK)
    async with bots.running(clockwork=True):
        yield group


@pytest.fixture
def organiser(stage: Stage) -> Person:
    return stage.person(50)


@pytest.fixture
def asker(stage: Stage, desk: Chat) -> Person:  # noqa: ARG001 - a bot with a desk runs meanwhile
    return stage.person(1, "Jan de Vries")


async def passed_on(person: Person, text: str) -> Message:
    """Ask something, send it to the organisers, and give the confirmation."""
    answer = await person.ask(text)
    await person.press(answer, ASK)
    return await person.reply()


async def test_what_is_not_understood_says_what_can_be_asked_and_offers_the_organisers(asker: Person) -> None:
    answer = await asker.ask("waar is de vestiaire?")
    assert answer.text.splitlines() == [
        "“vestiaire” vind ik niet in het programma.",
        "U kunt bijvoorbeeld vragen: “waar is Sociaal” of “zaal 3 10.30 uur”.",
        "Met de knop “Vraag het de organisatie” stuurt u uw vraag door, zonder uw naam.",
    ]
    assert answer.labels == (("Wat is er nu", "Hele programma"), (ASK,))


async def test_one_tap_sends_the_question_once_and_without_a_name(asker: Person, desk: Chat) -> None:
    answer = await asker.ask("waar is de vestiaire?")
    await asker.press(answer, ASK)
    said = await asker.reply()
    assert said.text == (
        "Uw vraag is doorgestuurd naar de organisatie, zonder uw naam: “waar is de vestiaire?”. "
        "Het antwoord krijgt u hier."
    )
    changed = await asker.edited(answer)
    assert changed.labels[-1] == ("Gevraagd aan de organisatie",)
    question = await desk.reply()
    assert re.fullmatch(
        r"Vraag \d+ van een deelnemer:\n“waar is de vestiaire\?”\n"
        r"Antwoord op dit bericht, dan stuur ik uw antwoord door\.",
        question.text,
    )
    assert "Jan" not in question.text
    await asker.press(changed, "Gevraagd aan de organisatie")
    assert (await asker.reply()).text.startswith("Deze vraag is al doorgestuurd naar de organisatie")
    await asker.ask("nu")
    assert sum("vestiaire" in m.text for m in desk.messages) == 1


async def test_a_button_pressed_twice_at_once_sends_once(asker: Person, desk: Chat) -> None:
    answer = await asker.ask("waar is de vestiaire?")
    data = answer.button(ASK).data
    await asker.press_data(answer, data)
    await asker.press_data(answer, data)
    texts = [m.text for m in await asker.replies(2)]
    assert [text.split(" ")[0] for text in texts] == ["Uw", "Deze"]
    await desk.reply()
    await asker.ask("nu")
    assert sum("vestiaire" in m.text for m in desk.messages) == 1


async def test_the_answer_comes_back_and_is_confirmed(asker: Person, organiser: Person, desk: Chat) -> None:
    await passed_on(asker, "waar is de vestiaire?")
    question = await desk.reply()
    await organiser.send("Links van de ingang, <naast> de trap.", to=desk, reply_to=question)
    assert (await asker.reply()).text == (
        "Antwoord van de organisatie op uw vraag “waar is de vestiaire?”: Links van de ingang, <naast> de trap."
    )
    confirmed = await desk.reply()
    assert re.match(r"Uw antwoord op vraag \d+ is doorgestuurd\.", confirmed.text)
    assert confirmed.labels == (("Bewaar voor de volgende",),)


async def test_a_second_answer_reaches_the_asker_too(asker: Person, organiser: Person, desk: Chat) -> None:
    await passed_on(asker, "waar is de vestiaire?")
    question = await desk.reply()
    await organiser.send("Links.", to=desk, reply_to=question)
    assert (await asker.reply()).text.endswith(": Links.")
    await organiser.send("Nee, rechts.", to=desk, reply_to=question)
    assert (await asker.reply()).text.endswith(": Nee, rechts.")


async def test_an_answer_that_is_kept_is_given_to_the_next_one_and_can_be_withdrawn(
    stage: Stage, asker: Person, organiser: Person, desk: Chat
) -> None:
    await passed_on(asker, "waar is de vestiaire?")
    question = await desk.reply()
    await organiser.send("Links van de ingang.", to=desk, reply_to=question)
    confirmed = await desk.reply()
    other, english = stage.person(2, "Guest"), stage.person(3, "Guest", "en")
    assert ASK in {label for row in (await other.ask("is er een vestiaire")).labels for label in row}
    await organiser.press(confirmed, "Bewaar voor de volgende")
    assert (await desk.reply()).text == (
        "Bewaard. Wie vraagt “waar is de vestiaire?”, krijgt nu als antwoord: "
        "Volgens de organisatie: Links van de ingang."
    )
    answer = await other.ask("is er een vestiaire")
    assert (answer.text, answer.labels) == ("Volgens de organisatie: Links van de ingang.", ())
    assert (await english.ask("where is the vestiaire")).text == "According to the organisers: Links van de ingang."
    assert "organisatie:" not in (await other.ask("hoe laat sluit de vestiaire vanavond")).text
    kept = await desk.edited(confirmed)
    assert kept.labels == (("Geef dit antwoord niet meer",),)
    await organiser.press(kept, "Geef dit antwoord niet meer")
    assert (await desk.reply()).text == "Dit antwoord geef ik niet meer."
    assert (await other.ask("is er een vestiaire")).text.startswith("“vestiaire” vind ik niet")
    again = await desk.edited(kept)
    assert again.labels == (("Bewaar voor de volgende",),)


async def test_a_practical_matter_is_known_again_in_either_language(
    stage: Stage, asker: Person, organiser: Person, desk: Chat
) -> None:
    await passed_on(asker, "wat is de wifi code")
    question = await desk.reply()
    await organiser.send("Netwerk Stadhuis, code g40.", to=desk, reply_to=question)
    await organiser.press(await desk.reply(), "Bewaar voor de volgende")
    await desk.reply()
    visitor = stage.person(3, "Guest", "en")
    assert (await visitor.ask("is there wifi?")).text == "According to the organisers: Netwerk Stadhuis, code g40."
    assert "organisatie:" not in (await asker.ask("waar kan ik parkeren")).text


async def test_another_process_gives_a_kept_answer_too(
    bots: Bots, asker: Person, organiser: Person, desk: Chat
) -> None:
    await passed_on(asker, "waar is de vestiaire?")
    await organiser.send("Links.", to=desk, reply_to=await desk.reply())
    async with bots.prepared() as (_, elsewhere):
        before = await elsewhere.programmes.current()
        await organiser.press(await desk.reply(), "Bewaar voor de volgende")
        await desk.reply()
        after = await elsewhere.programmes.current()
    assert before.kept_answers == ()
    assert [k.answer for k in after.kept_answers] == ["Links."]
    assert after.event.revision == before.event.revision + 1


async def test_only_the_organisers_can_answer_and_keep(
    stage: Stage, asker: Person, organiser: Person, desk: Chat
) -> None:
    stranger = stage.person(9, "Vreemde")
    elsewhere = stage.group(-600, "Andere groep", [stranger], bot_status="administrator")
    await passed_on(asker, "waar is de vestiaire?")
    question = await desk.reply()
    await stranger.send("Nergens.", to=elsewhere, reply_to=question)
    assert (await elsewhere.reply()).text.startswith("Die vraag begrijp ik niet.")
    await organiser.send("Links.", to=desk, reply_to=question)
    confirmed = await desk.reply()
    keep = confirmed.button("Bewaar voor de volgende").data
    shown = await stranger.ask("/programma")
    await stranger.press_data(shown, keep)
    assert (await stranger.reply()).text.startswith("De knop die u koos, werkt niet meer")
    await organiser.press(confirmed, "Bewaar voor de volgende")
    await desk.reply()
    drop = (await desk.edited(confirmed)).button("Geef dit antwoord niet meer").data
    await stranger.press_data(shown, drop)
    assert (await stranger.reply()).text.startswith("De knop die u koos, werkt niet meer")
    assert (await asker.ask("waar is de vestiaire?")).text == "Volgens de organisatie: Links."


async def test_only_whoever_asked_can_send_the_question(stage: Stage, asker: Person, desk: Chat) -> None:
    answer = await asker.ask("waar is de vestiaire?")
    stranger = stage.person(9, "Vreemde")
    shown = await stranger.ask("/programma")
    await stranger.press_data(shown, answer.button(ASK).data)
    assert (await stranger.reply()).text.startswith("De knop die u koos, werkt niet meer")
    assert not [m for m in desk.messages if m.from_bot]


async def test_the_organisers_themselves_are_offered_no_organisers(desk: Chat, organiser: Person) -> None:
    await organiser.send("@netwerkdag_bot waar is de vestiaire?", to=desk)
    answer = await desk.reply()
    assert ASK not in {label for row in answer.labels for label in row}


async def test_what_the_organisers_say_that_is_no_reply_is_a_question_like_any(desk: Chat, organiser: Person) -> None:
    await organiser.send("@netwerkdag_bot zaal 3 om 11.40", to=desk)
    answer = await desk.reply()
    await organiser.send("en zaal 4?", to=desk, reply_to=answer)
    assert (await desk.reply()).text.startswith("Zaal 4, 11.40 uur")


async def test_an_answer_to_a_question_that_is_forgotten_says_so(
    bots: Bots, asker: Person, organiser: Person, desk: Chat
) -> None:
    await passed_on(asker, "waar is de vestiaire?")
    question = await desk.reply()
    async with bots.prepared() as (_, services):
        chat = await services.database.read(chat_rows.chat_at, "stage", "1")
        assert chat is not None
        await services.database.write(personal.forget, chat.id)
    await organiser.send("Links.", to=desk, reply_to=question)
    assert re.fullmatch(
        r"Vraag \d+ bewaar ik niet meer\. Uw antwoord is niet doorgestuurd\.", (await desk.reply()).text
    )
    assert not [m for m in asker.messages if "Links" in m.text]


async def test_an_answer_must_be_a_text_of_a_size_that_fits(asker: Person, organiser: Person, desk: Chat) -> None:
    await passed_on(asker, "waar is de vestiaire?")
    question = await desk.reply()
    await organiser.send("a" * 3001, to=desk, reply_to=question)
    assert (await desk.reply()).text.startswith("Uw antwoord is te lang om door te sturen: hoogstens 3000 tekens.")
    await organiser.send("/nu", to=desk, reply_to=question)
    assert (await desk.reply()).text.startswith("Om 9.25 uur is er nog niets")


async def test_organisers_who_cannot_be_reached_are_said_to_be_so(stage: Stage, asker: Person) -> None:
    stage.fail(FaultKind.BLOCKED, "sendMessage", chat_id=DESK)
    answer = await asker.ask("waar is de vestiaire?")
    await asker.press(answer, ASK)
    assert (await asker.reply()).text.startswith("Uw vraag is doorgestuurd")
    assert (await asker.reply()).text == (
        "Uw vraag “waar is de vestiaire?” kon niet worden doorgestuurd naar de organisatie. "
        "Vraag het aan de organisatie ter plaatse."
    )
    second = await asker.ask("waar is de kapstok?")
    await asker.press(second, ASK)
    assert (await asker.reply()).text == (
        "De organisatie is nu niet te bereiken via deze chat. Vraag het aan de organisatie ter plaatse."
    )


async def test_without_organisers_there_is_no_button(guest: Person) -> None:
    answer = await guest.ask("waar is de vestiaire?")
    assert answer.labels == (("Wat is er nu", "Hele programma"),)
    assert "organisatie" not in answer.text


async def test_an_english_question_is_announced_as_one(stage: Stage, organiser: Person, desk: Chat) -> None:
    visitor = stage.person(3, "Guest", "en")
    answer = await visitor.ask("where is the photographer?")
    await visitor.press(answer, "Ask the organisers")
    assert (await visitor.reply()).text.startswith("Your question was passed on to the organisers, without your name")
    question = await desk.reply()
    assert question.text.splitlines()[2].startswith("De vraag is in het Engels.")
    await organiser.send("At the door.", to=desk, reply_to=question)
    assert (await visitor.reply()).text == (
        "Answer of the organisers to your question “where is the photographer?”: At the door."
    )


async def test_a_group_asks_and_gets_the_answer(stage: Stage, asker: Person, organiser: Person, desk: Chat) -> None:
    group = stage.group(-700, "Wethouders", [asker], bot_status="administrator")
    await asker.send("@netwerkdag_bot waar is de vestiaire?", to=group)
    await asker.press(await group.reply(), ASK)
    await group.reply()
    await organiser.send("Links.", to=desk, reply_to=await desk.reply())
    assert (await group.reply()).text.endswith("“waar is de vestiaire?”: Links.")


async def test_questions_that_could_not_be_answered_are_counted_without_a_person(
    guest: Person, visitor: Person, services: Services, clock: EventClockByHand
) -> None:
    await guest.ask("waar is de vestiaire? mail naar jan@stad.example")
    await visitor.ask("Waar is de vestiaire? Mail naar jan@stad.example")
    await guest.ask("wat is de wifi code")
    await guest.ask("zaal 3 om 11.40")
    found = await services.database.read(missed.missed, "haarlem-2023")
    assert [(m.sample, m.count) for m in found] == [
        ("waar is de vestiaire? mail naar ***", 2),
        ("wat is de wifi code", 1),
    ]
    assert {m.last_at for m in found} == {clock()}
    chat = await services.database.read(chat_rows.chat_at, "stage", "1")
    assert chat is not None
    assert (chat.kind, chat.address) == (ChatKind.PRIVATE, "1")
