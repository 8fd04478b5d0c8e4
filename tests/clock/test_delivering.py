"""Reminders, from the choice in a chat to the message in it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from clock_world import World
from reminder_days import at

from bot.outbox.model import OutboxState
from bot.people.model import ChatKind
from bot.programme.model import State, Status
from handlers.clock.planning import Planner
from handlers.stage.faults import FaultKind
from storage import chat_rows, choice_rows, pauses

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # retry_after as a number

SAFETY_SOON = "Over 10 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."
WWZ_SOON = "Over 10 minuten: themagroep Wonen, welzijn en zorg, 11.40 uur, zaal 3."


async def test_ten_minutes_before_and_once(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 29, 50))
    assert world.told(1) == []
    await world.at(at(11, 30))
    await world.at(at(11, 31))
    assert world.told(1) == [SAFETY_SOON]
    assert await world.rows() == [(OutboxState.SENT, "")]


async def test_the_loop_wakes_by_itself_when_something_becomes_due(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 29))
    await world.pass_seconds(58)
    assert world.told(1) == []
    await world.pass_seconds(1.5)
    assert world.told(1) == [SAFETY_SOON]


async def test_two_sessions_at_the_same_time_are_one_message(world: World) -> None:
    await world.joins(1, "wwz", "veiligheid")
    await world.at(at(11, 30))
    assert world.told(1) == [
        (
            "Over 10 minuten, om 11.40 uur, beginnen in uw programma:\n"
            "Themagroep Wonen, welzijn en zorg, zaal 3\n"
            "Themagroep Veiligheid, zaal 5"
        )
    ]


async def test_a_session_that_does_not_go_ahead_reminds_nobody(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.joins(2, "veiligheid", "wwz")
    await world.at(at(11, 20))
    await world.change("veiligheid", status=Status.CANCELLED)
    # No tick in between: what was planned is looked at again when it is to be sent.
    world.ticks.delivery.wake()
    await world.pass_seconds(700)
    assert (world.told(1), world.told(2)) == ([], [WWZ_SOON])
    assert (OutboxState.SKIPPED, "cancelled") in await world.rows()


async def test_a_later_start_takes_its_reminder_along(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    await world.change("veiligheid", start=at(11, 55), end=at(12, 40))
    await world.at(at(11, 30))
    assert world.told(1) == []
    await world.at(at(11, 45))
    assert world.told(1) == ["Over 10 minuten: themagroep Veiligheid, 11.55 uur, zaal 5."]
    assert await world.rows() == [(OutboxState.SKIPPED, "moved or no longer wanted"), (OutboxState.SENT, "")]


async def test_an_earlier_start_that_is_nearly_there_is_told_at_once(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    await world.change("veiligheid", start=at(11, 22))
    await world.at(at(11, 20, 10))
    assert world.told(1) == ["Over 2 minuten: themagroep Veiligheid, 11.22 uur, zaal 5."]
    await world.at(at(11, 30))
    assert len(world.told(1)) == 1


async def test_a_start_moved_into_the_past_is_told_while_that_is_of_use(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    await world.change("veiligheid", start=at(11, 17))
    await world.at(at(11, 20, 10))
    assert world.told(1) == ["Themagroep Veiligheid is 3 minuten geleden begonnen, zaal 5."]


async def test_another_room_is_the_one_that_is_told(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 29))
    await world.change("veiligheid", room="gravenzaal")
    await world.pass_seconds(60)
    assert world.told(1) == ["Over 10 minuten: themagroep Veiligheid, 11.40 uur, Gravenzaal."]


@pytest.mark.parametrize(("lead", "moment", "text"), [(30, at(11, 10), "Over 30 minuten"), (5, at(11, 35), "Over 5")])
async def test_another_lead_moves_the_reminder(world: World, lead: int, moment: datetime, text: str) -> None:
    chat = await world.joins(1, "veiligheid")
    await world.at(at(11, 9))
    await world.choose(chat, chat_rows.set_lead, lead)
    await world.at(moment - timedelta(seconds=10))
    assert world.told(1) == []
    await world.at(moment)
    assert [told[: len(text)] for told in world.told(1)] == [text]


async def test_who_turns_reminders_off_gets_none(world: World) -> None:
    chat = await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    await world.choose(chat, chat_rows.set_lead, None)
    await world.at(at(11, 30))
    assert world.told(1) == []
    assert await world.rows() == [(OutboxState.SKIPPED, "reminders off")]


async def test_what_is_dropped_and_taken_back_in_time_is_told_after_all(world: World) -> None:
    chat = await world.joins(1, "veiligheid")
    safety = (await world.programme()).session_by_key["veiligheid"].id
    await world.at(at(11, 20))
    await world.choose(chat, choice_rows.keep, safety, kept=False)
    await world.at(at(11, 30))
    assert world.told(1) == []
    await world.choose(chat, choice_rows.keep, safety, kept=None)
    await world.at(at(11, 34))
    assert world.told(1) == ["Over 6 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."]


async def test_after_a_standstill_what_is_of_use_comes_and_the_rest_is_on_record(world: World) -> None:
    await world.joins(1, "sociaal")
    await world.at(at(10, 15))
    # The process stood still over the reminder of 10.30, and wakes up just after 11.40.
    await world.at(at(11, 43))
    assert world.told(1) == [
        (
            "Themagroep Wonen, welzijn en zorg is 3 minuten geleden begonnen, zaal 3.\n"
            "Uw vorige onderdeel, pijler Sociaal, is in zaal 2."
        )
    ]
    assert (await world.rows())[:2] == [(OutboxState.SKIPPED, "expired"), (OutboxState.SENT, "")]


async def test_a_day_that_is_not_published_pushes_nothing(world: World) -> None:
    await world.joins(1, "veiligheid")
    await world.at(at(11, 20))
    programme = await world.programme()
    await world.save(replace(programme, event=replace(programme.event, state=State.DRAFT)))
    await world.at(at(11, 30))
    assert world.told(1) == []
    assert await world.rows() == [(OutboxState.SKIPPED, "event not published")]
    await world.save(replace(programme, event=replace(programme.event, state=State.PUBLISHED)))
    await world.at(at(11, 31))
    assert world.told(1) == ["Over 9 minuten: themagroep Veiligheid, 11.40 uur, zaal 5."]


async def test_a_paused_day_waits_and_goes_on(world: World) -> None:
    await world.joins(1, "veiligheid")
    event_id = (await world.services.programmes.current()).event.id
    await world.database.write(pauses.pause, event_id, world.now())
    await world.at(at(11, 30))
    await world.pass_seconds(120)
    assert world.told(1) == []
    assert await world.database.write(pauses.resume, event_id)
    await world.pass_seconds(5)
    assert [told.split(":")[0] for told in world.told(1)] == ["Over 8 minuten"]


async def test_who_blocked_the_bot_gets_nothing_more_until_back(world: World) -> None:
    chat = await world.joins(1, "sociaal")
    await world.joins(2, "sociaal")
    await world.stage.person(1).block()
    await world.at(at(10, 20))
    await world.at(at(11, 30))
    # One refusal is enough; the next reminder is not even tried.
    assert [c.status for c in world.stage.called("sendMessage", 1)] == [403]
    assert len(world.told(2)) == 2
    assert (await world.database.read(chat_rows.chat_by_id, chat.id)) == replace(chat, active=False)
    assert (OutboxState.FAILED, "blocked: Forbidden: bot was blocked by the user") in await world.rows()
    await world.stage.person(1).unblock()
    await world.choose(chat, chat_rows.set_active, active=True)
    await world.at(at(14, 50))
    assert len(world.told(1)) == 1
    assert world.told(1)[0].startswith("Over 10 minuten: gesprek")


async def test_a_refusal_that_names_a_time_is_obeyed_and_nobody_is_left_out(world: World) -> None:
    for number in range(1, 31):
        await world.joins(number, "veiligheid")
    world.stage.fail(FaultKind.TOO_MANY, "sendMessage", seconds=20)
    await world.at(at(11, 30), seconds=19.5)
    statuses = [c.status for c in world.stage.called("sendMessage")]
    assert statuses.count(429) == 1
    # What was in flight with the refused one may still have left; then it is quiet.
    assert len(statuses) <= world.pacer.limits.push_places
    await world.pass_seconds(5)
    assert all(len(world.told(number)) == 1 for number in range(1, 31))
    assert await world.states() == {OutboxState.SENT: 30}


async def test_what_will_never_be_taken_is_tried_once(world: World) -> None:
    await world.joins(1, "veiligheid")
    world.stage.fail(FaultKind.BAD, "sendMessage", description="Bad Request: TOPIC_CLOSED")
    await world.at(at(11, 30))
    await world.pass_seconds(60)
    assert len(world.stage.called("sendMessage")) == 1
    assert await world.rows() == [(OutboxState.FAILED, "Topic_closed")]


@pytest.mark.parametrize("kind", [FaultKind.DROP_AFTER, FaultKind.DROP_BEFORE, FaultKind.SLOW])
async def test_where_no_answer_came_it_goes_once_more_marked(world: World, kind: FaultKind) -> None:
    await world.joins(1, "veiligheid")
    world.stage.fail(kind, "sendMessage", seconds=0.4)
    await world.at(at(11, 30))
    await world.pass_seconds(60)
    first = [] if kind is FaultKind.DROP_BEFORE else [SAFETY_SOON]
    assert world.told(1) == [*first, f"{SAFETY_SOON} (herhaald)"]
    assert await world.rows() == [(OutboxState.SENT, "")]


async def test_it_goes_once_more_and_no_oftener(world: World) -> None:
    await world.joins(1, "veiligheid")
    world.stage.fail(FaultKind.DROP_AFTER, "sendMessage", times=9)
    await world.at(at(11, 30))
    await world.pass_seconds(300)
    assert world.told(1) == [SAFETY_SOON, f"{SAFETY_SOON} (herhaald)"]
    assert await world.rows() == [(OutboxState.UNKNOWN, "")]


async def test_an_error_of_telegrams_own_is_tried_again_unmarked(world: World) -> None:
    for number in (1, 2, 3, 4):
        await world.joins(number, "veiligheid")
    world.stage.fail(FaultKind.SERVER, "sendMessage", times=7)
    await world.at(at(11, 30))
    await world.pass_seconds(90)
    assert [world.told(number) for number in (1, 2, 3, 4)] == [[SAFETY_SOON]] * 4
    # It does not knock on a closed door all the time.
    assert len(world.stage.called("sendMessage")) == 11


async def test_a_group_that_grew_is_found_at_its_new_address(world: World) -> None:
    group = world.stage.group(-5, "Veiligheid", [world.stage.person(1)])
    chat = await world.joins(-5, "veiligheid")
    grown = world.stage.become_supergroup(group, -1_000_000_000_005)
    await world.at(at(11, 30))
    await world.pass_seconds(5)
    assert [m.text for m in grown.messages] == [SAFETY_SOON]
    moved = await world.database.read(chat_rows.chat_by_id, chat.id)
    assert moved == replace(chat, address="-1000000000005", kind=ChatKind.GROUP)


async def test_nothing_goes_to_a_chat_of_another_channel(world: World) -> None:
    await world.joins(1, "veiligheid", channel="telegram")
    await world.joins(2, "veiligheid")
    # The other process, with the real token, planned its own.
    other = replace(world.services, settings=world.services.settings.model_copy(update={"channel": "telegram"}))
    await world.at(at(11, 20))
    assert await Planner(other, world.ticks.delivery.wake).tick() == 1
    await world.at(at(11, 30))
    assert (world.told(1), world.told(2)) == ([], [SAFETY_SOON])
    assert await world.rows() == [(OutboxState.SENT, ""), (OutboxState.PLANNED, "")]
