import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from cli_runs import Run

from bot.people.model import ChatKind
from storage import chat_rows, choice_rows, programme
from storage.database import engine_for, normalise_url

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)


def test_a_day_is_reported_in_numbers(run: Run, workplace: Path) -> None:
    run("db", "upgrade")
    engine = engine_for(normalise_url(f"sqlite:///{workplace}/netwerkdag.db"), "test")
    with engine.begin() as conn:
        slugs = {g.slug: g.id for g in programme.groups(conn)}
        for number, slug in enumerate(("veiligheid", "veiligheid", "veiligheid", "europa")):
            chat, _ = chat_rows.chat_for(
                conn,
                channel="telegram",
                address=str(number),
                kind=ChatKind.PRIVATE,
                telegram_language=None,
                now=NOW,
            )
            choice_rows.follow(conn, chat.id, slugs[slug], NOW)
    engine.dispose()
    said = run("report", "haarlem-2023")
    assert said.exit_code == 0
    assert "Veiligheid: 3 personen" in said.stdout
    assert "Andere, elk: minder dan 3 personen" in said.stdout
    assert "Europa" not in said.stdout
    rows = list(csv.reader(io.StringIO(run("report", "haarlem-2023", "--csv", "--lang", "en").stdout)))
    assert rows[0] == ["part", "what", "detail", "number"]
    assert ["session", "11.40 Veiligheid", "people", "3"] in rows
    assert ["session", "15.00 Europa", "people", "fewer than 3"] in rows
    assert run("report", "nergens").exit_code == 1
