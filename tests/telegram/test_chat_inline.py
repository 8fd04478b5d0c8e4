"""`@bot zaal 3 11.40`, typed in any chat."""

from typing import Any

from chat_bots import EventClockByHand

from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import chat_rows, missed


def text_of(result: dict[str, Any]) -> str:
    return str(result["input_message_content"]["message_text"])


async def test_a_question_is_answered_in_any_chat(guest: Person) -> None:
    asked = await guest.inline("zaal 3 11.40")
    (result,) = await asked.results()
    answer = await guest.ask("zaal 3 11.40")
    assert text_of(result) == answer.text
    assert result["title"].startswith("Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg")
    assert "reply_markup" not in result


async def test_results_are_of_one_person_and_kept_for_seconds(guest: Person, stage: Stage) -> None:
    await (await guest.inline("nu")).results()
    (call,) = stage.called("answerInlineQuery")
    assert (call.parameters["is_personal"], int(call.parameters["cache_time"]) <= 30) == ("true", True)


async def test_nothing_typed_yet_gives_now_next_and_two_examples(guest: Person, clock: EventClockByHand) -> None:
    clock.local("11.45")
    found = await (await guest.inline("")).results()
    assert [r["title"] for r in found] == [
        "Wat is er nu?",
        "Wat is er straks?",
        "zaal 3 om 11.40",
        "waar is Veiligheid?",
    ]
    assert [text_of(r) for r in found] == [
        (await guest.ask(q)).text for q in ("nu", "straks", "zaal 3 om 11.40", "waar is Veiligheid?")
    ]


async def test_the_language_is_that_of_whoever_types(guest: Person, visitor: Person) -> None:
    (english,) = await (await visitor.inline("zaal 3 11.40")).results()
    assert text_of(english).startswith("Room (zaal) 3, 11.40")
    await visitor.ask("/taal nl")
    (dutch,) = await (await visitor.inline("zaal 3 11.40")).results()
    assert text_of(dutch).startswith("Zaal 3, 11.40 uur")
    (own,) = await (await guest.inline("zaal 3 11.40")).results()
    assert text_of(own) == text_of(dutch)


async def test_nothing_is_kept_and_nothing_is_anybodys_own(guest: Person, stage: Stage, services: Services) -> None:
    await guest.ask("/volg veiligheid")
    await guest.ask("waar is Europa?")
    (mine,) = await (await guest.inline("mijn programma")).results()
    assert "Veiligheid" not in text_of(mine)
    (after,) = await (await guest.inline("en daarna?")).results()
    assert "Europa" not in text_of(after)
    await (await guest.inline("waar is de vestiaire")).results()
    assert await services.database.read(missed.missed, None) == ()
    stranger = stage.person(77, "Nieuw", started=False)
    await (await stranger.inline("nu")).results()
    assert await services.database.read(chat_rows.chat_at, "stage", "77") is None


async def test_odd_queries_are_answered_too(guest: Person) -> None:
    for text in ("🎉", "<b>zaal</b> 3 & 4", "a" * 256, "?", "/nu"):
        found = await (await guest.inline(text)).results()
        assert len(found) == 1
        assert text_of(found[0])
