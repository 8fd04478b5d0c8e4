"""Missed questions on the command line, as the chat leaves them."""

import asyncio
import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cli_runs import Run

from storage import missed, programme
from storage.database import Database

NOW = datetime(2023, 2, 10, 10, 5, tzinfo=UTC)


@pytest.fixture
def asked(run: Run, workplace: Path) -> None:
    """Three questions that nobody could answer, of two days."""
    assert run("db", "upgrade").exit_code == 0

    async def fill() -> None:
        database = Database.open(f"sqlite:///{workplace / 'netwerkdag.db'}")
        haarlem = await database.read(programme.load, "haarlem-2023")
        digital = await database.read(programme.load, "digitaal-2020")
        for minutes, event, text in (
            (0, haarlem.event.id, "waar is de kapper?"),
            (1, haarlem.event.id, "=1+1 is een formule"),
            (2, haarlem.event.id, "Waar is de kapper"),
            (3, digital.event.id, "wie is de fotograaf"),
        ):
            moment = NOW + timedelta(minutes=minutes)
            await database.write(missed.note, event_id=event, text=text, language="nl", now=moment)
        await database.close()

    asyncio.run(fill())


@pytest.mark.usefixtures("asked")
def test_what_was_missed_is_listed_most_asked_first(run: Run) -> None:
    assert run("questions", "missed").stdout.splitlines() == [
        "   2  haarlem-2023     nl  2023-02-10 11:07  waar is de kapper?",
        "   1  digitaal-2020    nl  2023-02-10 11:08  wie is de fotograaf",
        "   1  haarlem-2023     nl  2023-02-10 11:06  =1+1 is een formule",
    ]
    assert run("questions", "missed", "digitaal-2020").stdout.splitlines() == [
        "   1  digitaal-2020    nl  2023-02-10 11:08  wie is de fotograaf",
    ]


@pytest.mark.usefixtures("asked")
def test_it_can_be_read_into_a_spreadsheet(run: Run) -> None:
    text = run("questions", "missed", "haarlem-2023", "--csv").stdout
    assert list(csv.reader(io.StringIO(text))) == [
        ["event", "count", "language", "question", "first asked", "last asked"],
        ["haarlem-2023", "2", "nl", "waar is de kapper?", "2023-02-10 11:05", "2023-02-10 11:07"],
        ["haarlem-2023", "1", "nl", "'=1+1 is een formule", "2023-02-10 11:06", "2023-02-10 11:06"],
    ]


@pytest.mark.usefixtures("asked")
def test_it_can_be_forgotten(run: Run) -> None:
    assert run("questions", "forget", "digitaal-2020").stdout == "1 forgotten\n"
    assert run("questions", "forget").stdout == "2 forgotten\n"
    assert run("questions", "missed").stdout == "no question was missed\n"


def test_an_event_that_is_not_there_gives_one_line(run: Run) -> None:
    for command in ("missed", "forget"):
        result = run("questions", command, "utrecht-2030")
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert result.stderr.startswith("netwerkdag: there is no event 'utrecht-2030'")


def test_asking_on_the_command_line_counts_nothing(run: Run) -> None:
    run("ask", "waar is de kapper?", "--event", "haarlem-2023")
    assert run("questions", "missed").stdout == "no question was missed\n"
