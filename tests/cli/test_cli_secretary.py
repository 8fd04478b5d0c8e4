import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli_runs import Run
from sqlalchemy import Connection, Engine

from bot.people.model import ChatKind
from storage import acts, chat_rows, outbox, programme, sign_ups
from storage.database import engine_for, normalise_url
from storage.tables import session_links

DAY = "digitaal-2020"
LINK = "https://meet.example.org/geheim"
NOW = datetime(2020, 9, 20, 10, tzinfo=UTC)


@pytest.fixture
def engine(run: Run, workplace: Path) -> Engine:
    run("db", "upgrade")
    return engine_for(normalise_url(f"sqlite:///{workplace / 'netwerkdag.db'}"), "write")


def joins(conn: Connection, address: str, key: str, name: str = "", city: str = "") -> int:
    chat, _ = chat_rows.chat_for(
        conn, channel="stage", address=address, kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
    )
    session = programme.load(conn, DAY).session_by_key[key]
    made, _ = sign_ups.sign_up(conn, chat.id, session.id, NOW)
    sign_ups.give(conn, made.id, name=name, city=city)
    return chat.id


def test_the_secretary_sees_what_people_chose_to_give(run: Run, engine: Engine) -> None:
    with engine.begin() as conn:
        joins(conn, "1", "woningmarkt", "Ans", "Assen")
        joins(conn, "2", "woningmarkt")
        joins(conn, "3", "veiligheid", "=HYPERLINK(1)")
    shown = run("signups", DAY, "--session", "woningmarkt").stdout
    assert shown.splitlines()[1:] == ["  Ans, Assen", "  (no name), (no city)"]
    assert shown.splitlines()[0] == "woningmarkt (Woningmarkt, 11.00): 2"
    rows = list(csv.DictReader(io.StringIO(run("signups", DAY, "--csv").stdout)))
    assert [(row["session"], row["name"], row["city"], row["signed_up_at"]) for row in rows] == [
        ("woningmarkt", "Ans", "Assen", "2020-09-20T12:00:00+02:00"),
        ("woningmarkt", "", "", "2020-09-20T12:00:00+02:00"),
        ("veiligheid", "'=HYPERLINK(1)", "", "2020-09-20T12:00:00+02:00"),
    ]
    assert "haarlem-2023: there is no session that one signs up for" in run("signups", "haarlem-2023").stdout


def test_a_link_goes_to_those_who_signed_up_and_stands_nowhere_else(run: Run, engine: Engine, workplace: Path) -> None:
    with engine.begin() as conn:
        chat_id = joins(conn, "1", "woningmarkt")
        joins(conn, "2", "veiligheid")
    assert run("session", "link", DAY, "woningmarkt", LINK).stdout == "woningmarkt: the link goes to 1 person\n"
    assert run("session", "link", DAY, "woningmarkt", LINK).stdout == "woningmarkt: that is its link already\n"
    (workplace / "agenda.pdf").write_bytes(b"%PDF geheim-stuk")
    assert run("session", "document", DAY, "woningmarkt", "agenda.pdf").stdout == "woningmarkt: it goes to 1 person\n"
    with engine.begin() as conn:
        planned = outbox.planned_for(conn, programme.load(conn, DAY).event.id, "stage")
    assert {row.chat_id for row in planned} == {chat_id}
    assert len(planned) == 2
    shown = [
        run("programme", "show", DAY),
        run("programme", "list"),
        run("ics", DAY),
        run("ics", DAY, "--session", "woningmarkt"),
        run("signups", DAY, "--csv"),
        *(
            run("ask", text, "--event", DAY)
            for text in (
                "wat is de link van woningmarkt?",
                "waar is woningmarkt",
                "hoe meld ik me aan",
                "welke stukken zijn er",
            )
        ),
    ]
    assert [result.exit_code for result in shown] == [0] * len(shown)
    assert not [result.stdout for result in shown if "geheim" in result.stdout]


@pytest.mark.parametrize(
    "url",
    [
        "http://meet.example.org/x",
        "javascript:alert(1)",
        "https://",
        "https://user@meet.example.org",
        "https://meet.example.org/a b",
        "https://localhost/x",
        "meet.example.org",
        "https://[meet.example.org",
        "https://meet.example.org/" + "x" * 2000,
    ],
)
def test_what_is_no_safe_link_is_refused_and_not_repeated(run: Run, engine: Engine, url: str) -> None:
    result = run("session", "link", DAY, "woningmarkt", url)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "netwerkdag: the link must be an https address, such as https://meet.example.org/room\n"
    with engine.begin() as conn:
        assert conn.execute(session_links.select()).all() == []


def test_what_cannot_be_handed_out_is_told(run: Run, workplace: Path) -> None:
    (workplace / "leeg.pdf").write_bytes(b"")
    assert "there is no session 'x' in digitaal-2020" in run("session", "link", DAY, "x", LINK).stderr
    refused = run("session", "link", "haarlem-2023", "veiligheid", LINK)
    assert refused.stderr.startswith("netwerkdag: one does not sign up for veiligheid")
    assert "1 byte to 10 MB" in run("session", "document", DAY, "woningmarkt", "leeg.pdf").stderr
    assert run("session", "document", DAY, "woningmarkt", "geen.pdf").exit_code == 1
    assert "there is no session 'x'" in run("signups", DAY, "--session", "x").stderr


def test_a_link_and_a_document_are_taken_away(run: Run, engine: Engine, workplace: Path) -> None:
    with engine.begin() as conn:
        joins(conn, "1", "woningmarkt", "Ans", "Assen")
        session = programme.load(conn, DAY).session_by_key["woningmarkt"]
        sign_ups.add_by_hand(conn, session.id, "Jan", "Zwolle", NOW)
    run("session", "link", DAY, "woningmarkt", LINK)
    (workplace / "agenda.pdf").write_bytes(b"%PDF geheim-stuk")
    run("session", "document", DAY, "woningmarkt", "agenda.pdf")
    assert run("session", "withdraw-link", DAY, "woningmarkt").stdout == "woningmarkt: the link is taken away\n"
    assert run("session", "withdraw-link", DAY, "woningmarkt").stdout == "woningmarkt: there was no link\n"
    wrong = run("session", "withdraw-document", DAY, "woningmarkt", "x.pdf")
    assert wrong.stderr == "netwerkdag: woningmarkt: there is no document 'x.pdf'; there is: agenda.pdf\n"
    gone = run("session", "withdraw-document", DAY, "woningmarkt", "agenda.pdf")
    assert gone.stdout == "woningmarkt: agenda.pdf is taken away\n"
    assert run("signups", DAY, "--session", "woningmarkt").stdout.splitlines()[1:] == [
        "  Ans, Assen",
        "  Jan, Zwolle, added by hand",
    ]
    with engine.begin() as conn:
        log = acts.recent(conn, programme.load(conn, DAY).event.id, 10)
    assert [(a.role, a.what, a.about) for a in log] == [
        ("command line", what, "woningmarkt") for what in ("paper-away", "link-away", "paper", "link")
    ]
    assert "geheim" not in str(log)
