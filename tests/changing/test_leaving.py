"""A room that cannot be used, said alone."""

import pytest
from question_days import HAARLEM, every_day, moment
from test_sentence import kept_questions

from bot.changing.sentences.leaving import leaving


def keys(text: str, now: str = "9.00", *, day: str = HAARLEM) -> list[str] | None:
    """Give the sessions that leave a room; None where the sentence says no such thing."""
    programme = every_day()[day]
    found = leaving(text, programme, now=moment(programme, now))
    return None if found is None else [s.key for s in found.sessions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Europa past niet meer in zaal 2", ["europa"]),
        ("zaal 4 is te klein voor Financiën", ["financien"]),
        ("zaal 2 is te klein", ["interbestuurlijke-samenwerking", "europa"]),
        ("room 2 is too small", ["interbestuurlijke-samenwerking", "europa"]),
        ("helaas, de Gravenzaal is niet beschikbaar vandaag", ["gesprek-staatssecretaris", "borrel"]),
        ("we passen niet in zaal 2", ["interbestuurlijke-samenwerking", "europa"]),
        ("Europa past niet in zaal 2?", None),
        ("ik pas niet in zaal 2", None),
        ("zaal 3 is vol, ik ga naar zaal 4", None),
        ("de beamer in zaal 4 is kapot", None),
        ("de koffie past niet in zaal 4", None),
        ("Europa past niet", None),
    ],
)
def test_what_must_leave_a_room(text: str, expected: list[str] | None) -> None:
    assert keys(text, "13.00") == expected


def test_no_kept_question_says_so() -> None:
    found = {t: keys(t, now, day=day) for q, day, now in kept_questions() for t in (q, q.replace("?", " "))}
    assert {t: k for t, k in found.items() if k is not None} == {}
