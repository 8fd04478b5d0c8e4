"""The program as people run it: real processes, ended in every way."""

import asyncio
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cli_runs import Run, Start

from handlers.stage.faults import Fault, FaultKind
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

PATIENCE = 60.0
"""Seconds in which even a slow machine starts a process."""


@pytest.fixture
def stage() -> Stage:
    return Stage(first_update_id=1)


@pytest.fixture
async def on_stage(stage: Stage) -> AsyncIterator[dict[str, str]]:
    """The settings of a bot on a stage that this test serves."""
    async with serving(stage) as address:
        yield {
            "TELEGRAM_BOT_TOKEN": stage.token,
            "TELEGRAM_API_URL": address,
            "CHANNEL": "stage",
            "EVENT": "haarlem-2023",
            "CLOCK_START": "2023-02-10T11:20",
        }


def free_port() -> int:
    """Give a port that nobody uses at this moment."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def until(look: Callable[[], Any], what: str) -> Any:
    """Wait until ``look`` gives something true."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := look():
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


async def ended(process: subprocess.Popen[bytes]) -> int:
    """Wait until a process ended and give its exit code."""
    await until(lambda: process.poll() is not None, "the end of the process")
    return process.returncode


def children(process: subprocess.Popen[bytes]) -> list[int]:
    """Give the process numbers of the children of a process."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(number) for number in found.read_text().split()] if found.exists() else []


def alive(number: int) -> bool:
    """Say whether a process runs; one that only waits to be buried does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def ask_page(port: int, path: str, body: dict[str, Any] | None = None) -> Any:
    """Work the stage of another process."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/stage/control/{path}", data, {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def said(port: int, person: int) -> list[str]:
    """Give what the bot said to a person, none where there is no such chat yet."""
    try:
        found = ask_page(port, f"chats/{person}")
    except OSError:
        return []
    return [message["text"] for message in found if message["from"]["is_bot"]]


async def test_kill_9_in_the_middle_loses_no_question(
    processes: Start, stage: Stage, on_stage: dict[str, str], workplace: Path
) -> None:
    person = stage.person(1)
    first = processes("run", environment=on_stage)
    assert (await person_asks(stage, "/taal")).startswith("Ik antwoord")
    stage.faults.add(Fault(kind=FaultKind.LATE, method="sendMessage", seconds=30))
    await person.send("zaal 3 om 11.40")
    await person.send("waar is Veiligheid?")
    await until(lambda: kept(workplace) == 3, "three updates in the inbox")
    first.kill()
    assert await ended(first) == -signal.SIGKILL
    stage.faults.clear()
    processes("run", environment=on_stage)
    room, group = await person.replies(2, timeout=PATIENCE)
    assert room.text.startswith("Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg")
    assert group.text.startswith("Themagroep Veiligheid: zaal 5")


def fetched(url: str) -> bytes:
    """Fetch what stands at an address."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return bytes(answer.read())


def fetched_if_there(url: str) -> bytes:
    """Fetch what stands at an address, nothing while nobody serves it."""
    try:
        return fetched(url)
    except OSError:
        return b""


async def person_asks(stage: Stage, text: str) -> str:
    """Ask as the first person, and wait as long as a process takes to start."""
    return (await stage.person(1).ask(text, timeout=PATIENCE)).text


def kept(workplace: Path) -> int:
    """Count the updates in the inbox."""
    with closing(sqlite3.connect(workplace / "netwerkdag.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM inbox").fetchone()[0])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_bot_on_telegram_stops_cleanly(
    processes: Start, stage: Stage, on_stage: dict[str, str], workplace: Path, number: signal.Signals
) -> None:
    process = processes("run", environment=on_stage)
    await person_asks(stage, "/taal")
    process.send_signal(number)
    assert await ended(process) == 0
    output = (workplace / "process-0.log").read_text()
    assert output.splitlines() == [
        "Answers are about haarlem-2023 (G40 network day for city executives, 10 February 2023).",
        "@netwerkdag_bot answers now",
    ]
    assert stage.token not in output


async def test_a_second_run_waits_and_takes_over_after_kill_9(
    processes: Start, stage: Stage, on_stage: dict[str, str], workplace: Path
) -> None:
    first = processes("run", environment=on_stage)
    await person_asks(stage, "/taal")
    processes("run", environment=on_stage)
    log = workplace / "process-1.log"
    standby = "another process delivers for this token; this one waits as standby"
    await until(lambda: standby in log.read_text(), "the standby")
    first.kill()
    assert (await person_asks(stage, "/mijn")).startswith("Uw programma")
    assert log.read_text().splitlines()[-1] == "the other process is gone: @netwerkdag_bot answers now"


async def test_a_wrong_token_gives_one_line(processes: Start, on_stage: dict[str, str], workplace: Path) -> None:
    process = processes("run", environment=on_stage | {"TELEGRAM_BOT_TOKEN": "123456:wrong"})
    assert await ended(process) == 1
    assert (workplace / "process-0.log").read_text().splitlines()[1:] == [
        "netwerkdag: Telegram does not know this token (setting: TELEGRAM_BOT_TOKEN); @BotFather gives it"
    ]


async def test_with_no_event_ahead_the_local_day_is_offered(
    processes: Start, stage: Stage, on_stage: dict[str, str], workplace: Path
) -> None:
    process = processes("run", environment=on_stage | {"EVENT": "", "CLOCK_START": "2024-01-01T09:00"})
    await person_asks(stage, "/taal")
    process.terminate()
    await ended(process)
    assert (
        (workplace / "process-0.log")
        .read_text()
        .startswith(
            "No event is today or ahead; answers are about the last one, haarlem-2023 "
            "(G40 network day for city executives, 10 February 2023).\n"
            "To try that day on this machine: netwerkdag run --local\n"
        )
    )


async def test_without_a_token_there_is_a_chat_page_with_the_real_bot(processes: Start, workplace: Path) -> None:
    port = free_port()
    process = processes("run", environment={"PORT": str(port)})
    log = workplace / "process-0.log"
    await until(lambda: f"Open http://127.0.0.1:{port} in a browser." in log.read_text(), "the address")
    assert "The clock says 9.25 on Friday 10 February 2023 (haarlem-2023) and runs." in log.read_text()
    ask_page(port, "people/7/send", {"text": "zaal 3 om 11.40"})
    (answer,) = await until(lambda: said(port, 7), "the answer")
    assert answer.startswith("Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg, tot 12.40 uur.")

    (bot,) = children(process)
    os.kill(bot, signal.SIGKILL)
    ask_page(port, "people/7/send", {"text": "/nu"})
    # The first answer may come once more: the bot may have been killed before it noted that it had answered.
    early = ("Om 9.25 uur", "Om 9.26 uur")
    await until(lambda: any(text.startswith(early) for text in said(port, 7)), "the answer after the bot was killed")

    process.send_signal(signal.SIGINT)
    assert await ended(process) == 0
    assert "Traceback" not in log.read_text()


async def test_the_chat_page_comes_with_web_pages_near_it(processes: Start, workplace: Path) -> None:
    port = free_port()
    process = processes("run", environment={"PORT": str(port), "LOG_LEVEL": "DEBUG"})
    log = workplace / "process-0.log"
    told = re.compile(r"Calendars to subscribe to, and web pages: (http://127\.0\.0\.1:(\d+))$", re.MULTILINE)
    match = await until(lambda: told.search(log.read_text()), "the address of the pages")
    assert port < int(match[2]) <= port + 20
    ask_page(port, "people/7/send", {"text": "/volg europa"})
    await until(lambda: said(port, 7), "the answer")
    ask_page(port, "people/7/send", {"text": "/abonneer"})
    _, answer = await until(lambda: said(port, 7)[1:] and said(port, 7), "the answer")
    page = next(line for line in answer.splitlines() if line.startswith(match[1]))
    secret = page.rpartition("/")[2]
    assert b"UID:europa.haarlem-2023@netwerkdag.g40" in await asyncio.to_thread(fetched, f"{page}.ics")
    # The pages are those of the bot, which gets the same port when it is started again.
    (bot,) = children(process)
    os.kill(bot, signal.SIGKILL)
    await until(lambda: not alive(bot) and [number for number in children(process) if number != bot], "another bot")
    calendar = await until(lambda: fetched_if_there(f"{page}.ics"), "the calendar again")
    assert b"UID:europa.haarlem-2023@netwerkdag.g40" in calendar
    process.send_signal(signal.SIGINT)
    assert await ended(process) == 0
    assert "GET /agenda/*** 200" in log.read_text()
    assert secret not in log.read_text()


async def test_beside_a_token_web_pages_stand_at_the_port_of_a_platform(
    processes: Start, stage: Stage, on_stage: dict[str, str], workplace: Path
) -> None:
    port = free_port()
    process = processes("run", environment=on_stage | {"PORT": str(port), "WEB_HOST": "127.0.0.1"})
    await person_asks(stage, "/taal")
    assert b"BEGIN:VCALENDAR" in await asyncio.to_thread(fetched, f"http://127.0.0.1:{port}/haarlem-2023.ics")
    told = (workplace / "process-0.log").read_text().splitlines()
    assert f"calendars and web pages: http://127.0.0.1:{port}" in told
    process.terminate()
    assert await ended(process) == 0


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({}, "port {port} is in use; stop what uses it, or choose another with WEB_PORT={after}"),
        (
            {"WEB_HOST": "192.0.2.1"},
            "web pages cannot be served at 192.0.2.1: Cannot assign requested address (setting: WEB_HOST)",
        ),
    ],
)
async def test_web_pages_that_cannot_be_served_give_one_line(
    processes: Start, on_stage: dict[str, str], workplace: Path, environment: dict[str, str], line: str
) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        web = {"WEB_PORT": str(port), "WEB_HOST": "127.0.0.1"} | environment
        assert await ended(processes("run", environment=on_stage | web)) == 1
    assert (workplace / "process-0.log").read_text().splitlines()[1:] == [
        f"netwerkdag: {line.format(port=port, after=port + 1)}"
    ]


async def test_kill_9_of_the_stage_leaves_no_bot_behind(processes: Start) -> None:
    port = free_port()
    process = processes("run", environment={"PORT": str(port)})
    (bot,) = await until(lambda: children(process), "the bot")
    process.kill()
    await ended(process)
    await until(lambda: not alive(bot), "the end of the bot")


def test_a_port_in_use_gives_one_line(run: Run) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("run", PORT=str(port))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"netwerkdag: port {port} is in use; stop what uses it, or choose another with PORT={port + 1}\n"
    )


@pytest.mark.parametrize("environment", [{}, {"TELEGRAM_BOT_TOKEN": "123456:abc"}])
def test_an_unknown_event_gives_one_line(run: Run, environment: dict[str, str]) -> None:
    result = run("run", EVENT="nope", PORT="0", **environment)
    assert result.exit_code == 1
    assert result.stderr == (
        "netwerkdag: there is no event 'nope'; there is: digitaal-2020, haarlem-2023, lelystad-2017\n"
    )
