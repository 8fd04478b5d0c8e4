"""Invitations by mail, from the choice in a chat to the calendar that reads the mail, through a real mail server."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from calendar_readers import Khal, Libical
from clock_world import World, world_at
from icalendar import Calendar
from mail_server import MailServer, calendar_of, mail_server, text_of
from reminder_days import at, day
from sqlalchemy import Connection

from bot.outbox.model import OutboxState
from bot.people.model import Chat
from bot.programme.model import Programme, State, Status, Text
from handlers import mailing
from handlers.stage.stage import Stage
from storage import chat_rows, choice_rows, mailboxes, sign_ups
from storage.database import Database

JAN, PIET = "jan@stad.example", "piet@dorp.example"
WHY = (
    "U krijgt dit bericht omdat u in de chat van Netwerkdag, vrijdag 10 februari 2023 dit mailadres gaf.\n"
    "Wilt u deze berichten niet meer? Typ in de chat: stop de mail."
)


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as made:
        yield made


@pytest.fixture
async def world(database: Database, stage: Stage, address: str, server: MailServer) -> AsyncIterator[World]:
    """The day is kept, mail is set up, nobody gave an address yet; it is nine o'clock."""
    given = {"smtp_url": server.url, "mail_from": "Netwerkdag <agenda@g40.example>", "mail_pace": 6000}
    async with world_at(database, stage, address, at(9), given=given) as made:
        await made.save(day())
        yield made


async def connected(world: World, number: int, address: str, *slugs: str, **facts: Any) -> Chat:
    """Let somebody give an address and type the code that came there."""
    chat = await world.joins(number, *slugs, **facts)
    await world.database.write(_connect, chat, address, world)
    return chat


def _connect(conn: Connection, chat: Chat, address: str, world: World) -> None:
    now = world.now()
    mailboxes.make_code(conn, chat, channel="mail-stage", address=address, code="123456", now=now)
    mailboxes.try_code(conn, chat.id, "123456", since=at(1), now=now)


def seen(server: MailServer, address: str | None = None) -> list[tuple[str, str, int, str]]:
    """Give method, key, number and status of what the calendars in the mails say, one event a mail."""
    found = []
    for mail in server.mails(address):
        calendar = Calendar.from_ical(calendar_of(mail))
        (event,) = calendar.events
        key = str(event["uid"]).partition(".")[0]
        found.append((str(calendar["method"]), key, int(event["sequence"]), str(event["status"])))
    return found


async def passing(world: World, *moments: Any) -> None:
    for moment in moments:
        await world.at(moment, seconds=6)


async def test_each_session_of_my_programme_comes_once(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "sociaal")
    await passing(world, at(9, 1), at(9, 3), at(9, 10))
    # They go beside each other, so which arrives first is chance.
    assert sorted(seen(server)) == [
        ("REQUEST", "gesprek", 0, "CONFIRMED"),
        ("REQUEST", "pijler", 0, "CONFIRMED"),
        ("REQUEST", "wwz", 0, "CONFIRMED"),
    ]
    (first,) = (mail for mail in server.mails() if "Pijler Sociaal" in str(mail["Subject"]))
    assert (first["To"], first["From"]) == (JAN, "Netwerkdag <agenda@g40.example>")
    assert first["Subject"] == "Uitnodiging: Pijler Sociaal, vrijdag 10 februari 2023, 10.30 uur"
    assert text_of(first) == (
        "Pijler Sociaal: vrijdag 10 februari 2023, 10.30 tot 11.30 uur, zaal 2.\n"
        "De uitnodiging zit bij dit bericht. De meeste agenda's zetten haar er zelf in.\n\n" + WHY
    )
    (event,) = Calendar.from_ical(calendar_of(first)).events
    assert (event["organizer"], event["attendee"]) == ("mailto:agenda@g40.example", f"mailto:{JAN}")
    assert event["attendee"].params["RSVP"] == "FALSE"


async def test_update_and_cancellation_reach_the_same_entry(
    world: World, server: MailServer, khal: Khal, libical: Libical
) -> None:
    await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    await world.change("veiligheid", room="zaal-3", start=at(12))
    await passing(world, at(9, 10), at(9, 12))
    await world.change("veiligheid", status=Status.CANCELLED)
    await passing(world, at(9, 20), at(9, 22))
    assert seen(server) == [
        ("REQUEST", "veiligheid", 0, "CONFIRMED"),
        ("REQUEST", "veiligheid", 1, "CONFIRMED"),
        ("CANCEL", "veiligheid", 2, "CANCELLED"),
    ]
    _, update, cancel = server.mails()
    assert update["Subject"] == "Gewijzigd: Themagroep Veiligheid, vrijdag 10 februari 2023, 12.00 uur"
    assert text_of(update).startswith(
        "Andere tijd en plaats voor themagroep Veiligheid: 12.00 tot 12.40 uur, zaal 3 "
        "(was 11.40 tot 12.40 uur, zaal 5).\n"
    )
    assert cancel["Subject"] == "Gaat niet door: Themagroep Veiligheid, vrijdag 10 februari 2023, 12.00 uur"
    assert text_of(cancel).startswith("Themagroep Veiligheid gaat niet door (was 12.00 tot 12.40 uur, zaal 3).\n\n")
    for mail in server.mails():
        khal.add(calendar_of(mail))
    assert khal.files() == 1
    assert khal.shown("2023-02-10", "start-time", "title") == [("11:00", "Gaat niet door: Themagroep Veiligheid")]
    assert [[e.sequence for e in libical.read(calendar_of(mail))] for mail in server.mails()] == [[0], [1], [2]]


async def test_what_is_no_longer_mine_is_taken_out_and_comes_back(world: World, server: MailServer) -> None:
    chat = await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    group = next(g.id for g in (await world.programme()).groups if g.slug == "veiligheid")
    await world.choose(chat, choice_rows.unfollow, group)
    await passing(world, at(9, 10), at(9, 12))
    await world.choose(chat, choice_rows.follow, group, world.now())
    await passing(world, at(9, 20), at(9, 22))
    # The session itself stayed at 0; a number that is not higher would be taken for an old message.
    assert seen(server) == [
        ("REQUEST", "veiligheid", 0, "CONFIRMED"),
        ("CANCEL", "veiligheid", 1, "CANCELLED"),
        ("REQUEST", "veiligheid", 2, "CONFIRMED"),
    ]
    _, out, back = server.mails()
    assert out["Subject"] == "Niet meer in uw programma: Themagroep Veiligheid, vrijdag 10 februari 2023, 11.40 uur"
    assert text_of(out).startswith(
        "Dit staat niet meer in uw programma. Themagroep Veiligheid: vrijdag 10 februari 2023, "
        "11.40 tot 12.40 uur, zaal 5. Het gaat wel door.\n\n"
    )
    assert back["Subject"] == "Uitnodiging: Themagroep Veiligheid, vrijdag 10 februari 2023, 11.40 uur"
    await world.change("veiligheid", room="zaal-2")
    await passing(world, at(9, 30), at(9, 32))
    assert seen(server)[-1] == ("REQUEST", "veiligheid", 3, "CONFIRMED")


async def test_what_left_the_programme_is_cancelled(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    await world.remove("veiligheid")
    await passing(world, at(9, 10), at(9, 12), at(9, 20))
    assert seen(server)[1:] == [("CANCEL", "veiligheid", 1, "CANCELLED")]


async def test_text_speakers_and_a_draft_send_nothing(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    await world.change("veiligheid", text=Text("Anders"))
    await passing(world, at(9, 10), at(9, 12))
    draft = await world.programme()
    await world.save(_as(draft, State.DRAFT))
    await world.change("veiligheid", room="zaal-3")
    await passing(world, at(9, 20), at(9, 22))
    assert len(server.raw) == 1
    await world.save(_as(await world.programme(), State.PUBLISHED))
    await passing(world, at(9, 30), at(9, 32))
    assert seen(server)[1:] == [("REQUEST", "veiligheid", 1, "CONFIRMED")]


def _as(programme: Programme, state: State) -> Programme:
    return replace(programme, event=replace(programme.event, state=state))


async def test_moved_and_moved_back_sends_nothing(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    await world.change("veiligheid", room="zaal-3")
    await passing(world, at(9, 10))
    await world.change("veiligheid", room="zaal-5")
    await passing(world, at(9, 12), at(9, 20))
    assert len(server.raw) == 1


async def test_nobody_gets_somebody_else_s(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid")
    await connected(world, 2, PIET, "europa")
    await world.joins(3, "sociaal")
    await passing(world, at(9, 1), at(9, 3), at(9, 5))
    assert [key for _, key, _, _ in seen(server, JAN)] == ["veiligheid"]
    assert [key for _, key, _, _ in seen(server, PIET)] == ["europa"]
    assert len(server.raw) == 2
    assert {to: str(Calendar.from_ical(calendar_of(m)).events[0]["attendee"]) for to, m in _all(server)} == {
        JAN: f"mailto:{JAN}",
        PIET: f"mailto:{PIET}",
    }


def _all(server: MailServer) -> list[tuple[str, Any]]:
    return [(to, mail) for (to, _), mail in zip(server.raw, server.mails(), strict=True)]


async def test_an_address_belongs_to_who_showed_last_that_it_is_theirs(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    await connected(world, 2, JAN, "europa")
    await passing(world, at(9, 10), at(9, 12), at(9, 20))
    assert sorted(seen(server)[1:]) == [
        ("CANCEL", "veiligheid", 1, "CANCELLED"),
        ("REQUEST", "europa", 0, "CONFIRMED"),
    ]


async def test_a_rehearsal_and_the_day_itself_keep_their_mail_apart(world: World, server: MailServer) -> None:
    chat = await world.joins(1, "veiligheid", channel="telegram")
    await world.database.write(_elsewhere, chat)
    await passing(world, at(9, 1), at(9, 3))
    assert server.raw == []


def _elsewhere(conn: Connection, chat: Chat) -> None:
    mailboxes.make_code(conn, chat, channel="mail", address=JAN, code="123456", now=at(9))
    mailboxes.try_code(conn, chat.id, "123456", since=at(1), now=at(9))


async def test_a_server_that_is_busy_gets_it_later(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid")
    server.replies = ["451 later", "421 not now"]
    await passing(world, at(9, 1), at(9, 3))
    await world.pass_seconds(60)
    assert seen(server) == [("REQUEST", "veiligheid", 0, "CONFIRMED")]
    assert (await world.rows())[-1] == (OutboxState.SENT, "")


async def test_who_cannot_be_reached_hears_of_it_once_in_the_chat(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "sociaal", "veiligheid", "europa", lead=None)
    server.refusals[JAN] = "550 no such user"
    await passing(world, at(9, 1), at(9, 3), at(9, 5), at(9, 10))
    assert world.told(1) == [
        (
            "De mail naar jan@stad.example komt niet aan: de mailserver weigert hem. "
            "Daarom stuur ik daar niets meer naartoe. Kies de knop om een ander adres te geven."
        )
    ]
    assert (OutboxState.FAILED, "550 no such user") in await world.rows()
    # Given again, everything is tried anew.
    del server.refusals[JAN]
    await connected(world, 1, JAN)
    await passing(world, at(9, 20), at(9, 22), at(9, 24))
    assert {key for _, key, _, _ in seen(server)} == {"pijler", "wwz", "gesprek", "veiligheid", "europa"}
    assert len(server.raw) == 5


async def test_who_blocked_the_chat_still_gets_mail(world: World, server: MailServer) -> None:
    chat = await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    await world.choose(chat, chat_rows.set_active, active=False)
    await world.change("veiligheid", room="zaal-3")
    await passing(world, at(9, 10), at(9, 12))
    assert seen(server)[1:] == [("REQUEST", "veiligheid", 1, "CONFIRMED")]


async def test_one_refusal_is_an_accident(world: World, server: MailServer) -> None:
    await connected(world, 1, JAN, "veiligheid", lead=None)
    server.replies = ["554 not wanted"]
    await passing(world, at(9, 1), at(9, 3))
    await world.change("veiligheid", room="zaal-3")
    await passing(world, at(9, 10), at(9, 12))
    assert world.told(1) == []
    assert seen(server) == [("REQUEST", "veiligheid", 1, "CONFIRMED")]


async def test_a_code_goes_to_its_address_and_no_further(world: World, server: MailServer) -> None:
    chat = await world.joins(1)
    programme = await world.programme()
    await world.services.programmes.fresh()
    await mailing.send_code(world.services, chat, programme, JAN, code=lambda: "042317")
    await world.at(at(9))
    (mail,) = server.mails(JAN)
    assert text_of(mail) == (
        "042317 is uw code voor Netwerkdag, vrijdag 10 februari 2023.\n"
        "Typ de code binnen 15 minuten in de chat. Daarna krijgt u uw agenda op dit mailadres.\n"
        "Hebt u niet om een code gevraagd? Dan hoeft u niets te doen: zonder de code krijgt u geen berichten."
    )
    assert [p.get_content_type() for p in mail.walk()] == ["text/plain"]
    assert world.told(1) == []


async def test_a_code_that_does_not_arrive_is_told_in_the_chat(world: World, server: MailServer) -> None:
    chat = await world.joins(1)
    await world.services.programmes.fresh()
    server.refusals["jna@stad.example"] = "550 no such user"
    await mailing.send_code(world.services, chat, await world.programme(), "jna@stad.example")
    await passing(world, at(9), at(9, 0, 5))
    assert [told.partition(":")[0] for told in world.told(1)] == ["De mail naar jna@stad.example komt niet aan"]


async def test_who_stops_gets_nothing_more(world: World, server: MailServer) -> None:
    chat = await connected(world, 1, JAN, "veiligheid")
    await passing(world, at(9, 1), at(9, 3))
    assert await mailing.stop(world.services, chat) == JAN
    await world.change("veiligheid", room="zaal-3")
    await passing(world, at(9, 10), at(9, 12))
    assert len(server.raw) == 1


async def test_where_it_is_online_is_mailed_only_to_who_signed_up(world: World, server: MailServer) -> None:
    await world.change("europa", online=True)
    number = (await world.programme()).session_by_key["europa"].id
    entitled = await connected(world, 1, JAN, "europa")
    await connected(world, 2, PIET, "europa")
    await world.database.write(sign_ups.sign_up, entitled.id, number, world.now())
    await world.database.write(sign_ups.set_link, number, "https://meet.example.org/kamer", world.now())
    await passing(world, at(9, 1), at(9, 3))
    links = {to: b"meet.example.org" in calendar_of(mail) for to, mail in _all(server)}
    assert links == {JAN: True, PIET: False}
