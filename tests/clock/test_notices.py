"""What people hear of a change, from the database to the chat."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio
from clock_world import World, world_at
from reminder_days import at, day

from bot.outbox.model import OutboxState
from bot.people.model import Stay
from bot.programme.model import Speaker, State, Status
from handlers.stage.stage import Stage
from storage import choice_rows, own_day, pauses
from storage.database import Database

ROOM = "Andere zaal: themagroep Veiligheid is nu in zaal 2 (was zaal 5). De tijd blijft 11.40 tot 12.40."


@pytest_asyncio.fixture
async def telling(database_url: str, stage: Stage, address: str) -> AsyncIterator[World]:
    database = Database.open(database_url)
    try:
        async with world_at(database, stage, address, at(9), tells=True) as world:
            await world.save(day())
            yield world
    finally:
        await database.close()


async def planned(world: World) -> None:
    """Plan what a change causes, with nothing delivered yet."""
    await world.services.programmes.fresh()
    assert world.ticks.notices is not None
    await world.ticks.notices.tick()


def sounds(world: World, number: int) -> list[bool]:
    """Say of each message in somebody's chat whether it came with a sound."""
    found = [c.parameters for c in world.stage.called("sendMessage", number)]
    return [str(one.get("disable_notification", False)).casefold() != "true" for one in found]


async def test_who_follows_hears_at_once_and_aloud_of_what_is_near(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.joins(2, "wwz", lead=None)
    await telling.at(at(11, 25))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 25, 2))
    assert telling.told(1) == [ROOM]
    assert sounds(telling, 1) == [True]
    assert telling.told(2) == []
    await telling.at(at(11, 40))
    assert telling.told(1) == [ROOM]


async def test_what_is_far_waits_a_minute_for_more_and_comes_silently(telling: World) -> None:
    await telling.joins(1, "veiligheid", "europa", lead=None)
    await telling.at(at(9, 30))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(9, 30, 20))
    await telling.change("veiligheid", room="zaal-3")
    await telling.change("europa", start=at(15, 15), end=at(16, 15))
    await telling.at(at(9, 30, 50))
    assert telling.told(1) == []
    await telling.at(at(9, 31, 30))
    (heard,) = telling.told(1)
    assert heard.splitlines() == [
        "Andere zaal: themagroep Veiligheid is nu in zaal 3 (was zaal 5). De tijd blijft 11.40 tot 12.40.",
        "Andere tijd: themagroep Europa is nu 15.15 tot 16.15 (was 15.00 tot 16.00).",
    ]
    assert sounds(telling, 1) == [False]


async def test_what_was_moved_back_before_anybody_heard_is_not_told(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(9, 30))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(9, 30, 20))
    await telling.change("veiligheid", room="zaal-5")
    await telling.at(at(9, 32))
    assert telling.told(1) == []
    assert await telling.rows() == [(OutboxState.SKIPPED, "nothing new that concerns them")]


async def test_another_speaker_of_what_is_near_comes_at_once_and_silently(telling: World) -> None:
    await telling.change("veiligheid", speakers=(Speaker(name="Mike Vrolijk"),))
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 15))
    await telling.change("veiligheid", speakers=(Speaker(name="Mike Vrolijk", absent=True), Speaker(name="Joeri Vig")))
    await telling.at(at(11, 15, 2))
    assert telling.told(1) == [
        "Themagroep Veiligheid, 11.40 uur, zaal 5: Mike Vrolijk is verhinderd. In de plaats komt Joeri Vig."
    ]
    assert sounds(telling, 1) == [False]


def speakers(*names: str) -> tuple[Speaker, ...]:
    return tuple(Speaker(name=name) for name in names)


async def test_a_further_silent_change_within_a_minute_changes_the_message_in_place(telling: World) -> None:
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk"))
    await telling.at(at(9, 5))
    await telling.joins(1, "veiligheid", lead=None)
    head = "Themagroep Veiligheid, 11.40 uur, zaal 5: "
    await telling.at(at(11, 15))
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk", "Joeri Vig"))
    await telling.at(at(11, 15, 2))
    assert telling.told(1) == [f"{head}Joeri Vig komt erbij als spreker."]
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk"))
    await telling.at(at(11, 15, 50))
    stays = "Toch geen wijziging: themagroep Veiligheid blijft 11.40 tot 12.40 uur, zaal 5."
    assert telling.told(1) == [stays]
    # A minute after the message came, not after it was changed last, it is a message of its own.
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk", "Joeri Vig"))
    await telling.at(at(11, 16, 20))
    assert telling.told(1) == [stays, f"{head}Joeri Vig komt erbij als spreker."]
    assert sounds(telling, 1) == [False, False]


async def test_what_makes_a_sound_always_comes_as_a_new_message(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 0, 2))
    await telling.change("veiligheid", room="zaal-5")
    await telling.at(at(11, 0, 50))
    again = ROOM.replace("nu in zaal 2 (was zaal 5)", "nu in zaal 5 (was zaal 2)")
    assert telling.told(1) == [
        "Toch geen wijziging: themagroep Veiligheid blijft 11.40 tot 12.40 uur, zaal 5.",
        f"Let op, opnieuw gewijzigd. {again}",
    ]
    assert sounds(telling, 1) == [True, True]


async def test_what_changed_during_a_pause_comes_as_a_new_message(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 0, 2))
    event_id = (await telling.programme()).event.id
    await telling.database.write(pauses.pause, event_id, telling.now())
    await telling.change("veiligheid", room="zaal-4")
    await telling.at(at(11, 0, 53))
    assert telling.told(1) == [ROOM]
    await telling.at(at(11, 2))
    await telling.database.write(pauses.resume, event_id)
    await telling.at(at(11, 2, 10))
    assert telling.told(1) == [ROOM, ROOM.replace("nu in zaal 2 (was zaal 5)", "nu in zaal 4 (was zaal 2)")]
    assert sounds(telling, 1) == [True, True]


async def test_a_silent_change_during_a_pause_comes_as_a_new_message(telling: World) -> None:
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk"))
    await telling.at(at(9, 5))
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 15))
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk", "Joeri Vig"))
    await telling.at(at(11, 15, 2))
    event_id = (await telling.programme()).event.id
    await telling.database.write(pauses.pause, event_id, telling.now())
    await telling.change("veiligheid", speakers=speakers("Mike Vrolijk", "Joeri Vig", "Anna Bos"))
    await telling.at(at(11, 15, 20))
    await telling.database.write(pauses.resume, event_id)
    await telling.at(at(11, 17))
    head = "Themagroep Veiligheid, 11.40 uur, zaal 5: "
    assert telling.told(1) == [
        f"{head}Joeri Vig komt erbij als spreker.",
        f"{head}Anna Bos komt erbij als spreker.",
    ]


async def test_a_correction_while_people_are_on_their_way_also_comes_as_a_new_message(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 30))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 30, 2))
    await telling.change("veiligheid", room="zaal-4")
    await telling.at(at(11, 30, 30))
    assert telling.told(1) == [
        ROOM.replace("nu in zaal 2", "nu in zaal 4"),
        "Let op, opnieuw gewijzigd. " + ROOM.replace("nu in zaal 2 (was zaal 5)", "nu in zaal 4 (was zaal 2)"),
    ]
    assert sounds(telling, 1) == [True, True]


async def test_many_corrections_at_once_never_sound_twice_for_the_same(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(11, 30))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 30, 2))
    for room in ("zaal-3", "zaal-4", "zaal-3", "zaal-4", "zaal-3", "zaal-4"):
        await telling.change("veiligheid", room=room)
        await planned(telling)
    await telling.at(at(11, 30, 10), seconds=15)
    first, *again = telling.told(1)
    assert first == ROOM.replace("nu in zaal 2", "nu in zaal 4")
    assert all(text.startswith("Let op, opnieuw gewijzigd. ") for text in again)
    assert len(set(again)) == len(again)
    assert "nu in zaal 4" in again[-1]
    await telling.change("veiligheid", room="zaal-3")
    await telling.at(at(11, 30, 45), seconds=5)
    assert telling.told(1)[len(again) + 1 :] == [
        "Let op, opnieuw gewijzigd. " + ROOM.replace("nu in zaal 2 (was zaal 5)", "nu in zaal 3 (was zaal 4)")
    ]


async def test_when_it_is_off_what_else_there_is_can_be_taken_with_one_tap(telling: World) -> None:
    await telling.joins(1, "wwz", lead=None)
    await telling.change("pijler", start=at(11, 45), end=at(12, 30))
    await telling.at(at(11, 20))
    await telling.change("wwz", status=Status.CANCELLED)
    await telling.at(at(11, 20, 2))
    (heard,) = telling.stage.person(1).messages
    assert heard.text == (
        "Themagroep Wonen, welzijn en zorg gaat niet door (was 11.40, zaal 3).\n"
        "Op dat moment is er ook Sociaal (11.45 uur, zaal 2)."
    )
    assert heard.button("Sociaal in mijn programma")


async def test_who_follows_something_else_at_that_time_is_told_so(telling: World) -> None:
    await telling.joins(1, "wwz", "veiligheid", lead=None)
    await telling.at(at(11, 20))
    await telling.change("wwz", status=Status.CANCELLED)
    await telling.at(at(11, 20, 2))
    (heard,) = telling.told(1)
    assert heard.splitlines() == [
        "Themagroep Wonen, welzijn en zorg gaat niet door (was 11.40, zaal 3).",
        "U hebt dan ook Veiligheid (11.40 uur, zaal 5) in uw programma.",
    ]


async def test_what_falls_together_can_be_chosen_between(telling: World) -> None:
    await telling.joins(1, "veiligheid", "europa", lead=None)
    await telling.at(at(11, 20))
    await telling.change("veiligheid", start=at(15, 30), end=at(16, 30))
    await telling.at(at(11, 20, 2))
    (heard,) = telling.stage.person(1).messages
    assert heard.text == (
        "Andere tijd: themagroep Veiligheid is nu 15.30 tot 16.30 (was 11.40 tot 12.40). De plaats blijft zaal 5.\n"
        "Dat valt nu samen met Europa (15.00 uur) in uw programma. Kies hieronder, of laat het zo."
    )
    ids = {key: s.id for key, s in (await telling.programme()).session_by_key.items()}
    assert heard.button("Kies Veiligheid").data == f"1T:{ids['veiligheid']}"
    assert heard.button("Kies Europa").data == f"1T:{ids['europa']}"


async def test_all_who_attend_hear_of_the_drinks(telling: World) -> None:
    attending = await telling.joins(1, lead=None)
    await telling.joins(2, lead=None)
    away = await telling.joins(3, "wwz", lead=None)
    await telling.choose(attending, own_day.attend, 1, telling.now())
    stay = Stay(attends=True, leaves=at(15))
    await telling.choose(away, own_day.set_stay, 1, stay, telling.now())
    await telling.at(at(15, 30))
    await telling.change("borrel", room="zaal-2")
    await telling.at(at(15, 30, 2))
    assert telling.told(1) == ["Andere zaal: borrel is nu in zaal 2 (was Gravenzaal). De tijd blijft vanaf 16.00."]
    assert (telling.told(2), telling.told(3)) == ([], [])


@pytest.mark.parametrize("how", ["dropped", "absent", "left"])
async def test_nobody_hears_of_what_is_not_theirs(telling: World, how: str) -> None:
    chat = await telling.joins(1, "veiligheid", lead=None)
    await telling.joins(2, "veiligheid", lead=None)
    if how == "dropped":
        safety = (await telling.programme()).session_by_key["veiligheid"]
        await telling.choose(chat, choice_rows.keep, safety.id, kept=False)
    else:
        stay = Stay(attends=True, absent=True) if how == "absent" else Stay(attends=True, leaves=at(11))
        await telling.choose(chat, own_day.set_stay, 1, stay, telling.now())
    await telling.at(at(11, 20))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 20, 2))
    assert (telling.told(1), telling.told(2)) == ([], [ROOM])


async def test_a_group_on_telegram_hears_it_too(telling: World) -> None:
    telling.stage.group(-5, "Veiligheid")
    await telling.joins(-5, "veiligheid", lead=None)
    await telling.at(at(11, 20))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 20, 3))
    assert [m.text for m in telling.stage.chat(-5).messages] == [ROOM]


async def test_a_day_that_is_not_published_tells_nobody_then_or_later(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.save(day(state=State.DRAFT))
    await telling.at(at(11, 20))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(11, 21))
    programme = await telling.programme()
    await telling.save(replace(programme, event=replace(programme.event, state=State.PUBLISHED)))
    await telling.at(at(11, 22))
    assert telling.told(1) == []


async def test_what_was_over_is_not_told(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.at(at(13))
    await telling.change("veiligheid", room="zaal-2")
    await telling.at(at(13, 2))
    assert telling.told(1) == []
    assert await telling.rows() == []


async def test_what_was_online_and_is_in_a_room_says_so(telling: World) -> None:
    await telling.joins(1, "veiligheid", lead=None)
    await telling.change("veiligheid", room=None, online=True)
    await telling.at(at(9, 5))
    await telling.at(at(9, 10))
    before = telling.told(1)
    await telling.change("veiligheid", room="zaal-2", online=False)
    await telling.at(at(9, 15))
    await telling.at(at(9, 20))
    assert telling.told(1)[len(before) :] == [
        "Niet meer online: themagroep Veiligheid is nu in zaal 2. De tijd blijft 11.40 tot 12.40."
    ]
