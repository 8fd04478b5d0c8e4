import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.query import Ask, Query, Topic, TopicKind, When

TOPICS = st.builds(Topic, st.sampled_from(TopicKind), st.text(max_size=8))
MOMENTS = st.datetimes(timezones=st.just(UTC))
WHENS = (
    st.builds(lambda at: When("at", at), MOMENTS)
    | st.builds(lambda a, b: When("span", a, b), MOMENTS, MOMENTS)
    | st.builds(lambda day: When("day", day=day), st.dates())
)
QUERIES = st.builds(
    Query,
    ask=st.sampled_from(Ask),
    room=st.none() | st.text(max_size=8),
    unknown_room=st.text(max_size=8),
    when=st.none() | WHENS,
    topics=st.lists(TOPICS, max_size=3).map(tuple),
    options=st.lists(TOPICS, max_size=3).map(tuple),
    unknown=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    all_of=st.booleans(),
    sessions=st.lists(st.text(max_size=5), max_size=3).map(tuple),
)


@given(QUERIES)
def test_a_query_survives_being_kept(query: Query) -> None:
    assert Query.from_json(json.loads(json.dumps(query.to_json()))) == query


@pytest.mark.parametrize(
    "data",
    [None, [], "what", {"ask": "dance"}, {"ask": "what", "when": {"kind": "never"}}, {"topics": [{"kind": "group"}]}],
)
def test_what_another_version_kept_is_no_query(data: Any) -> None:
    assert Query.from_json(data) is None


def test_a_query_of_an_older_version_is_read_with_what_it_lacks_empty() -> None:
    assert Query.from_json({"ask": "where"}) == Query(ask=Ask.WHERE)


def test_a_kept_query_is_readable() -> None:
    query = Query(
        ask=Ask.WHERE,
        when=When("at", datetime(2023, 2, 10, 10, 40, tzinfo=UTC)),
        topics=(Topic(TopicKind.GROUP, "europa"),),
    )
    kept = query.answered_with(("europa",)).to_json()
    assert (kept["ask"], kept["when"]["at"], kept["topics"], kept["sessions"]) == (
        "where",
        "2023-02-10T10:40:00Z",
        [{"kind": "group", "key": "europa"}],
        ["europa"],
    )
    assert When("day", day=date(2023, 2, 10)).at is None
