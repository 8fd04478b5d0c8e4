"""Random days for property tests of calendars."""

from datetime import UTC, datetime, timedelta

from calendar_days import day, session
from hypothesis import strategies as st

from bot.programme.model import Programme, Session, Speaker, Status, Text

AMSTERDAM_CHANGES = (datetime(2023, 3, 26, 1, tzinfo=UTC), datetime(2023, 10, 29, 1, tzinfo=UTC))
ANY_TEXT = st.text(max_size=120)
AWKWARD = st.text(alphabet="a;,:\\nN\"'é–^%\r\n\t 👩\u2028\x07", max_size=120)


@st.composite
def sessions(draw: st.DrawFn, key: str) -> Session:
    """Draw a session, on any day of fifteen years and often around a change of summer time."""
    around = st.sampled_from(AMSTERDAM_CHANGES).flatmap(
        lambda change: st.integers(-36 * 60, 36 * 60).map(lambda minutes: change + timedelta(minutes=minutes))
    )
    anywhere = st.datetimes(datetime(2017, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    start = draw(st.one_of(around, anywhere)).replace(second=0, microsecond=0)
    minutes = draw(st.none() | st.integers(1, 3 * 24 * 60))
    status = draw(st.sampled_from(Status))
    return session(
        key,
        title=Text("Over " + draw(AWKWARD | ANY_TEXT), draw(AWKWARD)),
        kind=draw(st.sampled_from(("themagroep", "plenary", "drinks", "workshop"))),
        start=start,
        end=None if minutes is None else start + timedelta(minutes=minutes),
        room=draw(st.sampled_from((None, "gravenzaal", "zaal-2"))),
        online=draw(st.booleans()),
        status=status,
        text=Text(draw(AWKWARD | ANY_TEXT)),
        speakers=(Speaker(name=draw(AWKWARD) or None, count=draw(st.integers(1, 1200))),),
        sequence=draw(st.integers(0, 9)),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Draw a day, or several, with awkward names of its own."""
    zone = draw(st.sampled_from(("Europe/Amsterdam", "Europe/Amsterdam", "America/New_York", "America/Santiago")))
    made = [draw(sessions(f"s{number}")) for number in range(draw(st.integers(1, 4)))]
    return day(*made, timezone=zone, title=Text("Dag " + draw(AWKWARD)), city=draw(AWKWARD), address=draw(AWKWARD))
