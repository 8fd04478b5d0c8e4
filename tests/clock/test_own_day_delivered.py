"""Briefs and reminders on their way: once, late rather than lost, and skipped with the reason."""

from datetime import timedelta

from clock_world import World, world_at
from reminder_days import at

from bot.outbox.model import OutboxState
from bot.people.model import Stay
from handlers.stage.stage import Stage
from storage import own_day
from storage.database import Database

EVE = at(19) - timedelta(days=1)
BRIEF = "Morgen: Netwerkdag, vrijdag 10 februari 2023."


async def test_the_brief_comes_once_the_evening_before_with_the_rooms_of_that_moment(world: World) -> None:
    await world.at(EVE - timedelta(hours=3))
    await world.joins(1, "veiligheid")
    await world.at(EVE - timedelta(minutes=1))
    assert world.told(1) == []
    await world.change("veiligheid", room="zaal-2")
    await world.at(EVE)
    await world.at(EVE + timedelta(minutes=30))
    assert [text.splitlines()[:3] for text in world.told(1)] == [
        [BRIEF, "", "11.40 tot 12.40 uur: themagroep Veiligheid, zaal 2"]
    ]


async def test_after_a_standstill_the_brief_comes_late_and_at_night_no_more(world: World) -> None:
    await world.at(EVE - timedelta(hours=3))
    await world.joins(1, "veiligheid")
    await world.at(EVE - timedelta(hours=2))
    await world.at(EVE + timedelta(hours=2))
    assert [text.splitlines()[0] for text in world.told(1)] == [BRIEF]
    await world.joins(2, "veiligheid")
    await world.at(EVE + timedelta(hours=2, minutes=1))
    assert world.told(2) == []


async def test_a_brief_that_nobody_could_send_before_the_night_has_its_reason(world: World) -> None:
    await world.at(EVE - timedelta(hours=3))
    await world.joins(1, "veiligheid")
    await world.at(EVE - timedelta(hours=2))
    await world.at(EVE + timedelta(hours=8))
    assert world.told(1) == []
    assert (OutboxState.SKIPPED, "expired") in await world.rows()


async def test_a_brief_moves_with_its_time_and_goes_with_it(world: World) -> None:
    await world.at(EVE - timedelta(hours=3))
    first = await world.joins(1, "veiligheid")
    second = await world.joins(2, "veiligheid")
    await world.at(EVE - timedelta(hours=2))
    await world.choose(first, own_day.set_brief, 20 * 60)
    await world.choose(second, own_day.set_brief, None)
    await world.at(EVE)
    assert (world.told(1), world.told(2)) == ([], [])
    await world.at(EVE + timedelta(hours=1))
    assert (len(world.told(1)), world.told(2)) == (1, [])
    assert (OutboxState.SKIPPED, "brief off") in await world.rows()


async def test_who_stays_away_is_left_in_peace_and_comes_back(world: World) -> None:
    chat = await world.joins(1, "veiligheid", "europa")
    await world.at(at(9))
    await world.choose(chat, own_day.set_stay, 1, Stay(attends=True, absent=True), world.now())
    await world.at(at(11, 30))
    assert world.told(1) == []
    assert (OutboxState.SKIPPED, "not at the event") in await world.rows()
    await world.choose(chat, own_day.set_stay, 1, Stay(attends=True), world.now())
    await world.at(at(11, 32))
    await world.at(at(14, 50))
    assert [text.splitlines()[0] for text in world.told(1)] == [
        "Over 8 minuten: themagroep Veiligheid, 11.40 uur, zaal 5.",
        "Over 10 minuten: themagroep Europa, 15.00 uur.",
    ]


async def test_what_one_leaves_before_is_skipped_with_the_reason(world: World) -> None:
    chat = await world.joins(1, "veiligheid", "europa")
    await world.at(at(9))
    await world.choose(chat, own_day.set_stay, 1, Stay(attends=True, leaves=at(14, 30)), world.now())
    await world.at(at(11, 30))
    await world.at(at(14, 50))
    assert len(world.told(1)) == 1
    assert await world.rows() == [(OutboxState.SENT, ""), (OutboxState.SKIPPED, "not there at that time")]


async def test_quiet_holds_a_reminder_until_the_session_is_over(world: World) -> None:
    chat = await world.joins(1, "sociaal", "veiligheid", lead=20)
    await world.choose(chat, own_day.set_quiet, quiet=True)
    await world.at(at(11, 20))
    assert world.told(1) == []
    await world.at(at(11, 30))
    assert [text.splitlines()[0] for text in world.told(1)] == [
        "Over 10 minuten, om 11.40 uur, beginnen in uw programma:"
    ]


async def test_who_attends_and_chose_nothing_gets_one_offer(world: World) -> None:
    await world.at(EVE - timedelta(hours=3))
    chat = await world.joins(1)
    await world.joins(2)
    await world.choose(chat, own_day.attend, 1, world.now())
    await world.at(EVE - timedelta(hours=2))
    await world.at(EVE)
    await world.at(EVE + timedelta(hours=1))
    assert [text.splitlines()[1][:24] for text in world.told(1)] == ["U hebt nog niets gekozen"]
    assert world.told(2) == []


async def test_what_nobody_could_plan_in_time_comes_late(
    world: World, database: Database, stage: Stage, address: str
) -> None:
    await world.joins(1, "veiligheid")
    await world.stop()
    async with world_at(database, stage, address, EVE + timedelta(hours=1)) as again:
        await again.at(EVE + timedelta(hours=1))
        await again.at(EVE + timedelta(hours=1, minutes=1))
        assert [text.splitlines()[0] for text in again.told(1)] == [BRIEF]
