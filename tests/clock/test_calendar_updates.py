"""What was handed out is kept right: real chat, real database, clocks by hand."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from calendar_readers import Khal, Libical
from clock_world import World, world_at
from icalendar import Calendar
from reminder_days import at, day

from bot.outbox.model import OutboxState
from bot.people.model import Chat
from bot.programme.model import Speaker, State, Status, Text
from handlers.stage.stage import Stage
from storage import chat_rows, sign_ups
from storage.database import Database

ROOM = (
    "Andere zaal voor themagroep Veiligheid: zaal 3 (was zaal 5). De tijd blijft 11.40 tot 12.40 uur.\n"
    "Open het bestand om uw agenda bij te werken."
)


def entries(file: bytes) -> list[tuple[str, int, str, str]]:
    """Give key, number, status and room of what is in a file."""
    return [
        (
            str(e["uid"]).partition(".")[0],
            int(e["sequence"]),
            str(e["status"]),
            str(e.get("location", "")).partition(",")[0],
        )
        for e in Calendar.from_ical(file).events
    ]


def method(file: bytes) -> str:
    return str(Calendar.from_ical(file)["method"])


async def holder(world: World, number: int, *keys: str, **facts: Any) -> Chat:
    """Let somebody who follows nothing get the file of these sessions."""
    chat = await world.joins(number, **facts)
    await world.hands(chat, *keys)
    return chat


async def test_who_has_a_session_gets_it_again_when_its_room_changes(world: World) -> None:
    chat = await holder(world, 1, "veiligheid")
    await holder(world, 2, "europa")
    await world.joins(3, "veiligheid")
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(9, 1))
    await world.pass_seconds(58)
    assert world.told(1) == []
    await world.at(at(9, 2))
    assert (world.told(1), world.told(2), world.told(3)) == ([ROOM], [], [])
    (file,) = world.files(1)
    assert (method(file), entries(file)) == ("PUBLISH", [("veiligheid", 1, "CONFIRMED", "Zaal 3")])
    assert await world.held(chat) == {"veiligheid": (1, "confirmed")}
    await world.at(at(9, 10))
    assert len(world.told(1)) == 1


async def test_the_file_takes_the_place_of_the_one_before(world: World, khal: Khal, libical: Libical) -> None:
    chat = await world.joins(1)
    khal.add(await world.hands(chat, "veiligheid", "europa"))
    await world.change("veiligheid", start=at(13), end=at(14))
    await world.change("europa", status=Status.CANCELLED)
    await world.at(at(9, 1))
    await world.at(at(9, 3))
    (file,) = world.files(1)
    khal.add(file)
    assert khal.shown("2023-02-10", "start-time", "title") == [
        ("12:00", "Themagroep Veiligheid"),
        ("14:00", "Gaat niet door: Themagroep Europa"),
    ]
    assert (method(file), [entry.sequence for entry in libical.read(file)]) == ("PUBLISH", [1, 1])


async def test_a_cancellation_comes_with_the_honest_sentence(world: World, libical: Libical) -> None:
    chat = await holder(world, 1, "europa")
    await world.change("europa", status=Status.CANCELLED)
    await world.at(at(9, 1))
    await world.at(at(9, 3))
    assert world.told(1) == [
        (
            "Themagroep Europa gaat niet door (was 15.00 tot 16.00 uur).\n"
            "Verwijder Europa zelf uit uw agenda als u een bestand had opgeslagen."
        )
    ]
    (file,) = world.files(1)
    assert method(file) == "CANCEL"
    assert [(e.status, e.sequence) for e in libical.read(file)] == [("CANCELLED", 1)]
    assert await world.held(chat) == {"europa": (1, "cancelled")}


async def test_what_left_the_programme_is_cancelled_and_comes_back(world: World) -> None:
    chat = await holder(world, 1, "europa")
    programme = await world.programme()
    await world.remove("europa")
    await world.at(at(9, 1))
    await world.at(at(9, 3))
    assert [method(f) for f in world.files(1)] == ["CANCEL"]
    await world.save(programme)
    await world.at(at(9, 10))
    await world.at(at(9, 12))
    assert world.told(1)[1] == (
        "Themagroep Europa gaat toch door: 15.00 tot 16.00 uur.\nOpen het bestand om uw agenda bij te werken."
    )
    assert [entries(f)[0][1:3] for f in world.files(1)] == [(1, "CANCELLED"), (2, "CONFIRMED")]
    assert await world.held(chat) == {"europa": (2, "confirmed")}


@pytest.mark.parametrize(
    "facts",
    [
        {"text": Text("Anders")},
        {"speakers": (Speaker(name="Ans"),)},
        {"title": Text("Veilig")},
        {"content_provisional": True},
    ],
)
async def test_a_change_of_speaker_or_text_sends_nothing(world: World, facts: dict[str, Any]) -> None:
    await holder(world, 1, "veiligheid")
    await world.change("veiligheid", **facts)
    await world.at(at(9, 5))
    await world.at(at(9, 10))
    assert world.told(1) == []
    assert await world.rows() == []


async def test_several_changes_within_a_minute_are_one_message(world: World) -> None:
    await holder(world, 1, "veiligheid", "wwz", "europa")
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(9, 1))
    await world.change("wwz", start=at(11, 50))
    await world.at(at(9, 1, 40))
    await world.change("europa", status=Status.CANCELLED)
    await world.at(at(9, 1, 50))
    assert world.told(1) == []
    await world.at(at(9, 2, 1))
    assert world.told(1) == [
        (
            "Andere zaal voor themagroep Veiligheid: zaal 3 (was zaal 5). De tijd blijft 11.40 tot 12.40 uur.\n"
            "Andere tijd voor themagroep Wonen, welzijn en zorg: 11.50 tot 12.40 uur (was 11.40 tot 12.40 uur). "
            "De plaats blijft zaal 3.\n"
            "Themagroep Europa gaat niet door (was 15.00 tot 16.00 uur).\n"
            "Open het bestand om uw agenda bij te werken.\n"
            "Verwijder Europa zelf uit uw agenda als u een bestand had opgeslagen."
        )
    ]
    assert len(entries(world.files(1)[0])) == 3


@pytest.mark.parametrize(
    ("now", "waits"), [(at(10, 39), True), (at(10, 40), False), (at(12, 39), False), (at(12, 41), True)]
)
async def test_within_the_hour_it_comes_at_once(world: World, now: Any, *, waits: bool) -> None:
    # Long after its start it waits again; it ends at 14.00 now.
    await holder(world, 1, "veiligheid")
    await world.at(now)
    await world.change("veiligheid", room="zaal-3", end=at(14))
    await world.at(now)
    assert len(world.told(1)) == (0 if waits else 1)
    await world.at(now + timedelta(minutes=2))
    assert len(world.told(1)) == 1


async def test_moved_and_moved_back_sends_nothing(world: World) -> None:
    chat = await holder(world, 1, "veiligheid")
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(9, 1))
    await world.change("veiligheid", room="zaal-5")
    await world.at(at(9, 3))
    assert world.told(1) == []
    assert await world.rows() == [(OutboxState.SKIPPED, "calendar is right")]
    assert await world.held(chat) == {"veiligheid": (0, "confirmed")}
    await world.change("veiligheid", room="zaal-4")
    await world.at(at(9, 4))
    await world.at(at(9, 6))
    assert [entries(f) for f in world.files(1)] == [[("veiligheid", 3, "CONFIRMED", "Zaal 4")]]


async def test_who_asked_anew_meanwhile_gets_nothing_more(world: World) -> None:
    chat = await holder(world, 1, "veiligheid")
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(9, 1))
    await world.hands(chat, "veiligheid")
    await world.at(at(9, 5))
    assert world.told(1) == []


async def test_a_draft_pushes_nothing_until_it_is_published(world: World) -> None:
    await holder(world, 1, "veiligheid")
    await world.change("veiligheid", room="zaal-3")
    draft = await world.programme()
    await world.save(replace(draft, event=replace(draft.event, state=State.DRAFT)))
    await world.at(at(9, 5))
    await world.at(at(9, 10))
    assert world.told(1) == []
    await world.save(draft)
    await world.at(at(9, 11))
    await world.at(at(9, 13))
    assert world.told(1) == [ROOM]


async def test_who_blocked_us_gets_it_on_their_return(world: World) -> None:
    chat = await holder(world, 1, "veiligheid")
    await world.stage.person(1).block()
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(9, 1))
    await world.at(at(9, 3))
    await world.at(at(9, 10))
    assert await world.rows() == [(OutboxState.FAILED, "blocked: Forbidden: bot was blocked by the user")]
    await world.stage.person(1).unblock()
    assert (await world.joins(1)).id == chat.id
    await world.at(at(9, 20))
    await world.at(at(9, 22))
    assert [entries(f)[0][1] for f in world.files(1)] == [1]


async def test_nobody_hears_of_what_is_over(world: World) -> None:
    await holder(world, 1, "veiligheid")
    await world.at(at(14))
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(14, 5))
    await world.at(at(14, 10))
    assert world.told(1) == []


async def test_long_before_the_day_it_comes_too(world: World) -> None:
    await holder(world, 1, "veiligheid")
    await world.at(at(9) - timedelta(days=40))
    await world.change("veiligheid", room="zaal-3")
    await world.at(at(9) - timedelta(days=40))
    await world.at(at(9) - timedelta(days=40) + timedelta(minutes=1))
    assert world.told(1) == [ROOM]


async def test_what_changes_while_an_update_is_under_way_follows_it(world: World) -> None:
    chat = await holder(world, 1, "veiligheid")
    await world.at(at(11))
    await world.change("veiligheid", room="zaal-3")
    await world.ticks.plan()
    sending = world.ticks.delivery
    sending.wake()
    await world.stage.until(lambda s: len(s.called("sendDocument")) == 1)
    await world.change("veiligheid", room="zaal-4")
    await world.ticks.plan()
    await world.pass_seconds(2)
    await world.at(at(11, 0, 5))
    assert [entries(f)[0][1] for f in world.files(1)] == [1, 2]
    assert await world.held(chat) == {"veiligheid": (2, "confirmed")}


async def test_with_web_pages_it_comes_with_its_address(database: Database, stage: Stage, address: str) -> None:
    given = {"public_url": "https://dag.example.org"}
    async with world_at(database, stage, address, at(9), given=given) as world:
        await world.save(day())
        await holder(world, 1, "veiligheid")
        await world.change("veiligheid", room="zaal-3")
        await world.at(at(9, 1))
        await world.at(at(9, 3))
        (told,), (file,) = world.told(1), world.files(1)
    assert told.splitlines()[-1].endswith("https://dag.example.org/haarlem-2023/s/veiligheid.ics?taal=nl")
    (event,) = Calendar.from_ical(file).events
    assert event["url"] == "https://dag.example.org/haarlem-2023/s/veiligheid"


async def test_several_come_with_the_address_of_each(database: Database, stage: Stage, address: str) -> None:
    given = {"public_url": "https://dag.example.org"}
    async with world_at(database, stage, address, at(9), given=given) as world:
        await world.save(day())
        await holder(world, 1, "veiligheid", "europa")
        await world.change("veiligheid", room="zaal-3")
        await world.change("europa", room="zaal-3")
        await world.at(at(9, 1))
        await world.at(at(9, 3))
        (told,) = world.told(1)
    assert told.splitlines()[-3:] == [
        "Opent het bestand niet? Gebruik dan deze adressen:",
        "https://dag.example.org/haarlem-2023/s/veiligheid.ics?taal=nl",
        "https://dag.example.org/haarlem-2023/s/europa.ics?taal=nl",
    ]


async def test_in_english_for_who_speaks_it(world: World) -> None:
    chat = await world.joins(1)
    await world.choose(chat, _speak_english)
    await world.hands(replace(chat, language="en"), "veiligheid")
    await world.change("veiligheid", room="gravenzaal", start=at(12))
    await world.at(at(9, 1))
    await world.at(at(9, 3))
    assert world.told(1) == [
        (
            "New time and place for themagroep Veiligheid (public safety): 12.00 to 12.40, Gravenzaal "
            "(was 11.40 to 12.40, room 5).\nOpen the file to update your calendar."
        )
    ]


def _speak_english(conn: Any, chat_id: int) -> None:
    chat_rows.set_language(conn, chat_id, "en")


async def test_a_long_list_stays_within_a_caption(world: World) -> None:
    many = tuple(replace(s, id=0) for s in day().sessions) + tuple(
        replace(day().session_by_key["europa"], key=f"europa-{n}", id=0, title=Text(f"Europa en de regio's, deel {n}"))
        for n in range(30)
    )
    programme = await world.programme()
    await world.save(replace(programme, sessions=many))
    keys = [f"europa-{n}" for n in range(30)]
    await holder(world, 1, *keys)
    changed = tuple(replace(s, room="zaal-4") if s.key in keys else s for s in (await world.programme()).sessions)
    await world.save(replace(await world.programme(), sessions=changed))
    await world.at(at(9, 1))
    await world.at(at(9, 3))
    (told,) = world.told(1)
    assert len(told) <= 1024
    assert "En nog 25 wijzigingen; die staan in het bestand." in told
    assert len(entries(world.files(1)[0])) == 30


async def test_where_it_is_online_stands_only_in_the_file_of_who_signed_up(world: World) -> None:
    await world.change("europa", online=True)
    entitled, other = await holder(world, 1, "europa"), await holder(world, 2, "europa")
    number = (await world.programme()).session_by_key["europa"].id
    await world.database.write(sign_ups.sign_up, entitled.id, number, world.now())
    await world.database.write(sign_ups.set_link, number, "https://meet.example.org/kamer", world.now())
    handed = [await world.hands(chat, "europa") for chat in (entitled, other)]
    await world.change("europa", start=at(15, 10))
    await world.at(at(9, 1))
    await world.at(at(9, 3), seconds=3)
    pushed = [world.files(1)[-1], world.files(2)[-1]]
    assert [[b"meet.example.org" in file for file in both] for both in (handed, pushed)] == [[True, False]] * 2
    assert str(Calendar.from_ical(pushed[0]).events[0]["conference"]) == "https://meet.example.org/kamer"
    assert not any("meet.example.org" in told for told in world.told(2))
