from datetime import UTC, datetime

import sqlalchemy as sa
from cli_runs import Run

from bot.outbox.model import OutboxState, Planned
from bot.people.model import ChatKind
from storage import chat_rows, choice_rows, outbox, pauses, programme
from storage.database import engine_for, normalise_url
from storage.tables import outbox as rows

NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)


def crowd(url: str, count: int) -> None:
    """Let so many people follow Veiligheid, and let one message be sent and one skipped."""
    engine = engine_for(normalise_url(url), "test")
    with engine.begin() as conn:
        group = next(g.id for g in programme.groups(conn) if g.slug == "veiligheid")
        event = programme.load(conn, "haarlem-2023").event.id
        for number in range(count):
            chat, _ = chat_rows.chat_for(
                conn,
                channel="telegram",
                address=str(number),
                kind=ChatKind.PRIVATE,
                telegram_language=None,
                now=NOW,
            )
            choice_rows.follow(conn, chat.id, group, NOW)
        for number in range(2):
            outbox.plan(
                conn,
                [
                    Planned(
                        key=str(number),
                        kind="reminder",
                        chat_id=1,
                        event_id=event,
                        starts_at=NOW,
                        due_at=NOW,
                        expires_at=NOW,
                    )
                ],
            )
        first, second = conn.execute(sa.select(rows.c.id).order_by(rows.c.id)).scalars()
        outbox.sent(conn, first, 7, NOW)
        outbox.skip(conn, second, "not at the event")
        assert outbox.reasons(conn, event, "telegram") == {
            (OutboxState.SENT, ""): 1,
            (OutboxState.SKIPPED, "not at the event"): 1,
        }
    engine.dispose()


def test_status_counts_by_state_and_says_that_all_fits(run: Run, workplace: object) -> None:
    run("db", "upgrade")
    run("programme", "import", "haarlem-2023")
    crowd(f"sqlite:///{workplace}/netwerkdag.db", 3)
    result = run("status", "haarlem-2023")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "haarlem-2023, revision 1, published",
        "chats with something chosen: 3 (channel telegram)",
        "planned: 0",
        "sending: 0",
        "sent: 1",
        "unknown: 0",
        "skipped: 1 (not at the event: 1)",
        "failed: 0",
        "withdrawn: 0",
        "pace: all reminders can be sent in time, at 29 messages a second",
    ]


def test_status_says_when_it_does_not_fit(run: Run, workplace: object) -> None:
    run("db", "upgrade")
    run("programme", "import", "haarlem-2023")
    crowd(f"sqlite:///{workplace}/netwerkdag.db", 30)
    # A clock that runs 3600 times as fast has two minutes of the day for a message.
    result = run("status", "haarlem-2023", CLOCK_SPEED="3600", EVENT="haarlem-2023")
    last = result.stdout.splitlines()[-1]
    assert last.startswith("pace: DOES NOT FIT: ")
    assert last.endswith("are for 11.40")


def test_an_unknown_event_is_one_line(run: Run) -> None:
    result = run("status", "nergens-2030")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_status_says_that_all_that_goes_out_is_held(run: Run, workplace: object) -> None:
    run("db", "upgrade")
    run("programme", "import", "haarlem-2023")
    engine = engine_for(normalise_url(f"sqlite:///{workplace}/netwerkdag.db"), "test")
    with engine.begin() as conn:
        pauses.pause(conn, programme.load(conn, "haarlem-2023").event.id, NOW)
    engine.dispose()
    told = run("status", "haarlem-2023").stdout.splitlines()
    assert "PAUSED since 2023-02-10 10:00: 0 messages wait; an organiser says /hervat to go on" in told
