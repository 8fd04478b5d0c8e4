from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.people.desk import Missed
from bot.programme.model import Programme
from storage import missed

Transaction = Callable[[], AbstractContextManager[Connection]]
NOW = datetime(2023, 2, 10, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


def test_the_same_question_is_counted(transaction: Transaction, saved: Programme) -> None:
    event = saved.event.id
    with transaction() as conn:
        missed.note(conn, event_id=event, text="Is er een kapper?", language="nl", now=NOW)
        missed.note(conn, event_id=event, text="Waar is de bar", language="nl", now=NOW)
        missed.note(conn, event_id=event, text="is er een  KAPPER", language="nl", now=LATER)
        missed.note(conn, event_id=event, text="???", language="nl", now=LATER)
        found = missed.missed(conn, "dag-1")
        assert missed.missed(conn) == found
        assert missed.missed(conn, "dag-2") == ()
    assert found == (
        Missed(event="dag-1", sample="Is er een kapper?", language="nl", count=2, first_at=NOW, last_at=LATER),
        Missed(event="dag-1", sample="Waar is de bar", language="nl", count=1, first_at=NOW, last_at=NOW),
    )


def test_nothing_that_leads_to_a_person_is_kept(transaction: Transaction, saved: Programme) -> None:
    text = "bel mij op 06-1234 5678 of +31 (0)20 123 45 67, of mail jan.de.vries@stad.example.org over zaal 3 om 11.40"
    with transaction() as conn:
        missed.note(conn, event_id=saved.event.id, text=text, language="nl", now=NOW)
        missed.note(conn, event_id=saved.event.id, text="x" * 300, language="en", now=NOW)
        samples = {m.sample for m in missed.missed(conn)}
    assert samples == {"bel mij op *** of ***, of mail *** over zaal 3 om 11.40", "x" * 200}


def test_what_was_missed_can_be_forgotten(transaction: Transaction, saved: Programme) -> None:
    with transaction() as conn:
        missed.note(conn, event_id=saved.event.id, text="kapper", language="nl", now=NOW)
        assert missed.forget(conn, "dag-2") == 0
        assert missed.forget(conn, "dag-1") == 1
        missed.note(conn, event_id=saved.event.id, text="kapper", language="nl", now=NOW)
        assert missed.forget(conn) == 1
        assert missed.missed(conn) == ()
