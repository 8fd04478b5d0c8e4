from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from question_days import HAARLEM, days, moment, query

from bot.questions.query import Ask, Query, Topic, TopicKind, When

SENTENCES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text("utf-8"))


def expected(row: dict[str, Any]) -> Query:
    """Read what a row of the table says is understood."""
    fields = {key: value for key, value in row.items() if key not in {"q", "now", "day", "ask", "when"}}
    for name in ("topics", "options"):
        if name in fields:
            pairs = (topic.split(":", 1) for topic in fields[name])
            fields[name] = tuple(Topic(TopicKind(kind), key) for kind, key in pairs)
    if "unknown" in fields:
        fields["unknown"] = tuple(fields["unknown"])
    return Query(ask=Ask(row.get("ask", "what")), when=when(row), **fields)


def when(row: dict[str, Any]) -> When | None:
    written, programme = row.get("when"), days()[row.get("day", HAARLEM)]
    if written is None:
        return None
    if " to " in written:
        start, end = written.split(" to ")
        return When("span", moment(programme, start), moment(programme, end))
    if "T" in written:
        return When("at", moment(programme, written.replace(".", ":")))
    return When("day", day=date.fromisoformat(written)) if "-" in written else When("at", moment(programme, written))


HINTS = {"of_a_meeting", "of_a_room", "counts_people"}
"""How it was said, which matters only where nothing is named: compared where a row says so."""


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["q"])
def test_a_sentence_is_understood(row: dict[str, Any]) -> None:
    found = query(row["q"], row.get("now", "11.20"), day=row.get("day", HAARLEM))
    unsaid = dict.fromkeys(HINTS - row.keys(), False)
    assert replace(found, **unsaid) == expected(row)


def test_the_table_holds_enough_sentences_of_enough_kinds() -> None:
    kinds = Counter(row.get("ask", "what") for row in SENTENCES)
    assert len(SENTENCES) >= 120
    assert len(kinds) >= 35
    assert len({row["q"] for row in SENTENCES}) == len(SENTENCES)
