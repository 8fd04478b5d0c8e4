import asyncio
import json
from typing import Any

import pytest
import sqlalchemy as sa
from chat_bots import Bots, EventClockByHand, sentences
from sqlalchemy import Connection

from bot.outbox.model import OutboxState
from bot.people.model import Chat
from bot.people.privacy import Kept
from bot.wording import privacy
from handlers.services import Services
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import chat_rows, choice_rows, mailboxes, own_day, personal
from storage.tables import metadata
from storage.tables import outbox as outbox_table

NUMBER = 4815162342


@pytest.fixture
def private(stage: Stage, services: Services) -> Person:  # noqa: ARG001 - a bot runs meanwhile
    """Somebody whose number and name are found wherever they stand."""
    return stage.person(NUMBER, "Zwaluwstaart")


def rows_with(conn: Connection, *traces: str) -> list[tuple[str, str]]:
    """List every column of every table that holds one of these, or that refers to a chat."""
    found = []
    for table in metadata.sorted_tables:
        for row in conn.execute(sa.select(table)).mappings():
            found += [(table.name, name) for name, value in row.items() if any(t in str(value) for t in traces)]
            found += [
                (table.name, key.parent.name)
                for key in table.foreign_keys
                if key.column.table.name == "chats" and row[key.parent.name] is not None
            ]
    return found


async def chat_of(services: Services, person: Person) -> Chat:
    def find(conn: Connection) -> Chat:
        chat, _ = chat_rows.chat_for(
            conn,
            channel="stage",
            address=str(person.id),
            kind=person.chat.kind,
            telegram_language=None,
            now=services.clock(),
        )
        return chat

    return await services.database.write(find)


async def fill(services: Services, person: Person) -> Chat:
    """Let somebody use much of what there is."""
    for said in ("/volg veiligheid", "/ics", "/abonneer", "waar is europa?"):
        await person.ask(said)
    chat = await chat_of(services, person)
    programme = await services.programmes.current()
    session = programme.session_by_key["europa"]

    def write(conn: Connection) -> None:
        choice_rows.keep(conn, chat.id, session.id, kept=True)
        own_day.attend(conn, chat.id, programme.event.id, services.clock())
        address = "zwaluwstaart@stad.example"
        mailboxes.make_code(conn, chat, channel="mail", address=address, code="654321", now=services.clock())

    await services.database.write(write)
    return chat


async def test_privacy_says_what_is_kept_and_how_long(guest: Person, visitor: Person) -> None:
    told = await guest.ask("/privacy")
    lines = told.text.splitlines()
    assert lines[:2] == [
        "Wat ik van u bewaar",
        "De organisator heeft nog niet ingevuld wie verantwoordelijk is voor deze gegevens.",
    ]
    assert any(
        line.startswith("Tot 30 dagen na de netwerkdag: welke sessies u zelf koos of niet wilt; ") for line in lines
    )
    assert any(line.startswith("6 dagen: uw laatste vraag; uw berichten zoals Telegram ze doorgeeft") for line in lines)
    assert "buiten de Europese Unie" in told.text
    assert "/mijngegevens" in told.text
    assert "/vergeet" in told.text
    assert "outside the European Union" in (await visitor.ask("/privacy")).text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_is_kept_has_words_of_its_own(language: Any) -> None:
    words = sentences()[language]
    kept = personal.retention(30)
    named = [privacy.what(one, words) for one in kept]
    assert len(set(named)) == len(kept)
    assert [one.table for one in kept if one.table in privacy.what(one, words)] == []
    text = privacy.privacy(kept, words).plain()
    assert [what for what in named if what not in text] == []
    new = Kept("shoe_sizes", ("size",), 1)
    assert "shoe_sizes" in privacy.privacy((*kept, new), words).plain()


def test_privacy_names_who_is_responsible() -> None:
    said = privacy.privacy((), sentences()["nl"], controller="Stichting Voorbeeld", contact="avg@voorbeeld.example")
    assert said.plain().splitlines()[1] == (
        "Verantwoordelijk voor deze gegevens is Stichting Voorbeeld. Vragen of een verzoek? avg@voorbeeld.example"
    )


@pytest.mark.usefixtures("with_pages")
async def test_my_data_are_all_in_one_file(private: Person, services: Services, clock: EventClockByHand) -> None:
    chat = await fill(services, private)
    clock.local("9.30")
    answer = await private.ask("/mijngegevens")
    assert answer.text.startswith("Dit is alles wat ik van deze chat bewaar.")
    assert answer.document is not None
    assert answer.document.name == "netwerkdag-2023-02-10.json"
    data = json.loads(answer.document.data)
    assert data["made_at"] == "2023-02-10T09:30:00+01:00"
    given = {part["table"]: part["rows"] for part in data["kept"]}
    known = await services.database.read(personal.known_about, chat.id)
    with_rows = {name: rows for name, rows in known.items() if rows}
    assert given.keys() == with_rows.keys() >= {"follows", "kept_sessions", "attendance", "feeds", "mail_codes"}
    for one in personal.PERSONAL:
        for row in given.get(one.table.name, ()):
            assert set(one.columns) <= set(row), one.table.name
    assert (given["follows"][0]["group"], given["follows"][0]["since"]) == ("Veiligheid", "2023-02-10T09:25:00+01:00")
    assert given["kept_sessions"][0]["session"] == "Europa"
    assert {row["address"] for row in given["chats"]} == {str(NUMBER), "zwaluwstaart@stad.example"}
    assert given["inbox"][0]["data"]["message"]["from"]["first_name"] == "Zwaluwstaart"
    assert data["kept"][0]["what"] == "welke pijlers en themagroepen u volgt"


async def test_my_data_do_not_tell_a_code_that_proves_who_reads_the_mail(private: Person, services: Services) -> None:
    await fill(services, private)
    answer = await private.ask("/mydata")
    assert answer.document is not None
    assert b'"code": "\xe2\x80\xa6"' in answer.document.data
    assert b"654321" not in answer.document.data


@pytest.mark.usefixtures("with_pages")
async def test_forgetting_asks_once_and_leaves_nothing(private: Person, services: Services) -> None:
    chat = await fill(services, private)
    traces = (str(NUMBER), "waluwstaart")
    asked = await private.ask("/vergeet")
    assert asked.labels == (("Verwijder alles",), ("Bewaar alles",))
    tables = {table for table, _ in await services.database.read(rows_with, *traces)}
    assert tables >= {"chats", "follows", "kept_sessions", "attendance", "feeds", "inbox", "mail_codes"}
    await private.press(asked, "Verwijder alles")
    done = await private.edited(asked)
    assert done.text.splitlines()[0] == ("Alles wat ik van u bewaarde, is verwijderd. Met /start begint u opnieuw.")
    assert done.labels == ()
    assert await services.database.read(rows_with, *traces) == []
    again = await private.ask("/start")
    assert again.text.startswith("Welkom bij ")
    fresh = await chat_of(services, private)
    assert fresh.id > chat.id
    assert await services.database.read(choice_rows.followed, fresh.id) == frozenset()


async def test_who_keeps_all_keeps_all(private: Person, services: Services) -> None:
    chat = await fill(services, private)
    before = await services.database.read(personal.known_about, chat.id)
    asked = await private.ask("/forget")
    await private.press(asked, "Bewaar alles")
    assert (await private.edited(asked)).text == "Er is niets verwijderd."
    after = await services.database.read(personal.known_about, chat.id)
    assert {k: v for k, v in after.items() if k != "inbox"} == {k: v for k, v in before.items() if k != "inbox"}


async def test_going_away_after_that_leaves_no_chat(private: Person, services: Services, stage: Stage) -> None:
    await fill(services, private)
    asked = await private.ask("/vergeet")
    await private.press(asked, "Verwijder alles")
    await private.edited(asked)
    await private.block()
    await stage.until(lambda s: not s.updates.waiting)
    assert {table for table, _ in await services.database.read(rows_with, str(NUMBER))} <= {"inbox"}


async def test_after_a_refusal_nothing_more_is_sent_until_they_are_back(
    bots: Bots, stage: Stage, clock: EventClockByHand
) -> None:
    person = stage.person(NUMBER)
    async with bots.running(clockwork=True) as services:

        async def reasons(count: int) -> list[str]:
            """Give why reminders did not arrive, once there are so many."""
            while True:
                found = await services.database.read(reasons_of)
                if len(found) >= count:
                    return found
                await asyncio.sleep(0.02)

        for said in ("/volg veiligheid", "/volg europa"):
            await person.ask(said)
        # Telegram does not tell, so that the first refusal must.
        person.blocked, person.chat.bot_status = (
            True,
            "kicked",
        )
        before = len(stage.called("sendMessage"))
        clock.local("11.31")
        assert await reasons(1) == ["blocked: Forbidden: bot was blocked by the user"]
        clock.local("14.51")
        services.planned.set()
        assert (await reasons(2))[1] == "chat inactive"
        assert len(stage.called("sendMessage")) == before + 1
        welcome = await person.ask("/start")
        assert welcome.text.startswith("Welkom bij ")
        assert "themagroep Europa, 15.00 uur" in (await person.reply()).text


def reasons_of(conn: Connection) -> list[str]:
    done = (outbox_table.c.reason != "", outbox_table.c.state != OutboxState.SENDING)
    query = sa.select(outbox_table.c.reason).where(*done).order_by(outbox_table.c.starts_at)
    return list(conn.execute(query).scalars())
