"""Whether all is ready: against a bot on the stage, and each line by itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from cli_runs import Run
from mail_server import mail_server

from bot.checking.findings import Finding, Kind
from bot.people.access import Grant, Role
from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Programme, State
from config.bundled import network_source, programme_sources
from handlers.cli import readiness
from handlers.cli.probes import ahead
from handlers.cli.readiness import Level, Waiting
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

NOW = datetime(2020, 9, 23, 8, tzinfo=UTC)


@pytest.fixture
def online() -> Programme:
    """The digital day as it is read from its file, with ids as storage gives them."""
    network = read_network(network_source(), "network")
    day = read_programme(programme_sources()["digitaal-2020"], "digitaal-2020", network)
    groups = tuple(replace(g, id=number) for number, g in enumerate(day.groups, start=1))
    sessions = tuple(replace(s, id=number) for number, s in enumerate(day.sessions, start=1))
    return replace(day, groups=groups, sessions=sessions)


@asynccontextmanager
async def telling(date: datetime) -> AsyncIterator[str]:
    """A Bot API of which the clock stands at another moment."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        body = b'{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "x", "username": "netwerkdag_bot"}}'
        head = f"HTTP/1.1 200 OK\r\nDate: {format_datetime(date, usegmt=True)}\r\nContent-Length: {len(body)}\r\n"
        writer.write(head.encode() + b"Content-Type: application/json\r\nConnection: close\r\n\r\n" + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_all_is_looked_at_and_the_test_message_only_comes_when_asked(run: Run) -> None:
    stage = Stage(first_update_id=1)
    desk = stage.person(7, "Organisatie")
    await desk.send("/start")
    async with serving(stage) as address:
        settings = {
            "TELEGRAM_BOT_TOKEN": stage.token,
            "TELEGRAM_API_URL": address,
            "DESK_CHAT": "7",
            "PUBLIC_URL": address,
        }
        plain = await asyncio.to_thread(run, "check", "haarlem-2023", **settings)
        assert plain.exit_code == 0, plain.output
        lines = plain.stdout.splitlines()
        for line in (
            "ok    database: answers, and is up to date",
            "ok    clock: agrees with that of the database",
            "ok    programme: haarlem-2023 is published, revision 1",
            "ok    links: no online session is ahead",
            "ok    outbox: nothing waits, and all reminders can go in time",
            "ok    token: that of @netwerkdag_bot",
        ):
            assert line in lines
        assert any(line.startswith("warn  secretaries: nobody joined for ") for line in lines)
        assert any(line.startswith("warn  organisers: nobody joined -> netwerkdag invite") for line in lines)
        assert not [m for m in desk.messages if m.from_bot]
        assert "test message" not in plain.stdout
        told = await asyncio.to_thread(run, "check", "haarlem-2023", "--test-message", **settings)
        assert "ok    test message: arrived in chat 7" in told.stdout
        assert (await desk.reply()).text.startswith("Dit is een proefbericht voor haarlem-2023.")
        refused = await asyncio.to_thread(run, "check", "haarlem-2023", "--test-message", "--to", "99", **settings)
        assert refused.exit_code == 1
        assert "FAIL  test message: chat 99 refuses it" in refused.stdout
        wrong = await asyncio.to_thread(run, "check", "haarlem-2023", **(settings | {"TELEGRAM_BOT_TOKEN": "1:x"}))
        assert wrong.exit_code == 1
        assert "FAIL  token: Telegram does not know it" in wrong.stdout
        assert stage.token not in plain.output + told.output + refused.output


async def test_a_clock_that_is_off_is_told(run: Run) -> None:
    async with telling(datetime.now(UTC) + timedelta(minutes=5)) as address:
        settings = {"TELEGRAM_BOT_TOKEN": "1:x", "TELEGRAM_API_URL": address, "CLOCK_SPEED": "2"}
        told = await asyncio.to_thread(run, "check", "haarlem-2023", **settings)
    assert told.exit_code == 1
    assert "s behind that of Telegram -> let this machine set its clock (NTP)" in told.stdout
    assert "warn  clock: CLOCK_START or CLOCK_SPEED is set" in told.stdout


async def test_a_mail_server_is_asked_without_sending(run: Run) -> None:
    async with mail_server() as server:
        settings = {"SMTP_URL": server.url, "MAIL_FROM": "agenda@g40.example"}
        told = await asyncio.to_thread(run, "check", "haarlem-2023", **settings)
        assert "ok    mail: the server takes our name" in told.stdout
        assert server.mails() == []
    gone = await asyncio.to_thread(run, "check", "haarlem-2023", **settings)
    assert "FAIL  mail: " in gone.stdout


def test_what_cannot_be_looked_at_is_told(run: Run) -> None:
    bare = run("check", "haarlem-2023")
    assert bare.exit_code == 1
    assert "FAIL  token: none is set" in bare.stdout
    assert "warn  pages: PUBLIC_URL is not set" in bare.stdout
    silent = run(
        "check",
        "haarlem-2023",
        TELEGRAM_BOT_TOKEN="1:x",
        TELEGRAM_API_URL="http://127.0.0.1:1",
        PUBLIC_URL="http://127.0.0.1:1",
    )
    assert "FAIL  token: Telegram does not answer (ConnectError)" in silent.stdout
    assert "warn  pages: http://127.0.0.1:1 does not answer (ConnectError)" in silent.stdout
    assert run("check", "nergens").stderr.startswith("netwerkdag: there is no event 'nergens'")
    assert "set DESK_CHAT, or give --to" in run("check", "haarlem-2023", "--test-message").stderr
    assert "--to is the number of a chat" in run("check", "haarlem-2023", "--test-message", "--to", "x").stderr
    away = run("check", "haarlem-2023", DATABASE_URL="postgresql://x@127.0.0.1:1/x")
    assert "FAIL  database: " in away.stdout
    assert away.exit_code == 1


def test_online_sessions_need_their_link_and_most_of_all_the_day_before(online: Programme) -> None:
    assert readiness.links(online, [], NOW - timedelta(days=7)).level is Level.WARN
    urgent = readiness.links(online, [], NOW)
    assert urgent.level is Level.FAIL
    assert "duurzaamheid" in urgent.what
    assert readiness.links(online, [s.id for s in online.sessions], NOW).level is Level.OK
    assert readiness.links(online, [], NOW + timedelta(days=3)).what == "links: no online session is ahead"


def test_who_joined_and_who_did_not(online: Programme) -> None:
    group = online.group_by_slug["duurzaamheid"]
    joined = (
        Grant(id=1, chat_id=1, role=Role.ORGANISER, event_id=online.event.id, since=NOW),
        Grant(id=2, chat_id=2, role=Role.SECRETARY, group_id=group.id, since=NOW),
    )
    organiser, secretaries = readiness.people(online, joined)
    assert (organiser.level, secretaries.level) == (Level.OK, Level.WARN)
    assert "duurzaamheid" not in secretaries.what
    every = [Grant(id=g.id, chat_id=1, role=Role.STAND_IN, group_id=g.id, since=NOW) for g in online.groups]
    assert readiness.people(online, every)[1].level is Level.OK


@pytest.mark.parametrize(
    ("offset", "level"), [(0.4, Level.OK), (-1.9, Level.OK), (5, Level.WARN), (-31, Level.FAIL), (None, Level.WARN)]
)
def test_a_clock_may_differ_a_little(offset: float | None, level: Level) -> None:
    assert readiness.clock("Telegram", offset).level is level


def test_a_date_that_is_no_date_tells_nothing() -> None:
    assert ahead(None, 0.1) is None
    assert ahead("gisteren", 0.1) is None
    found = ahead(format_datetime(datetime.now(UTC), usegmt=True), 0.0)
    assert found is not None
    assert abs(found) <= 1


def test_the_other_lines(online: Programme) -> None:
    draft = replace(online, event=replace(online.event, state=State.DRAFT))
    assert readiness.published(draft).level is Level.FAIL
    assert readiness.findings([Finding(kind=Kind.ROOM_TWICE)], "x").level is Level.FAIL
    assert readiness.findings([Finding(kind=Kind.NO_TEXT)], "x").what == "day: 1 thing to look at"
    assert readiness.findings([Finding(kind=Kind.NO_SECRETARY)], "x").level is Level.OK
    assert [readiness.disk(free).level for free in (10**6, 10**8, 10**10)] == [Level.FAIL, Level.WARN, Level.OK]
    busy = readiness.outbox(Waiting(due=2, failed=1, late=3, paused=True))
    assert [line.level for line in busy] == [Level.WARN] * 4
