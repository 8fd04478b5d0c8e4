"""Sentences that change a day, told from questions and talk."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from question_days import DATA, HAARLEM, SHARED, days, every_day, moment
from question_days import event_on as event_of
from typed_sentences import changes, no_changes, read, wish, written

from bot.changing.edit import Edit, EditKind, applied
from bot.changing.sentences.asking_words import ASKING, DOES, LEADING, ME, VERBS
from bot.changing.sentences.sentence import understood
from bot.changing.sentences.sentence_words import REASONS, WORDS
from bot.changing.sentences.wish import Problem, ProblemKind, Wish
from bot.errors import NothingChanges
from bot.programme import queries
from bot.programme.model import LOGISTIC_KINDS, Session

TOLD = {"is", "one_of", "problem", "dropped"}
REQUESTS = ("kun je", "wil je", "wilt u", "kunnen we", "can you", "could you", "zou je")
OF_DAY = tuple(s for s in days()[HAARLEM].sessions if s.kind != "moving")
PIECES = [
    *sorted(WORDS | ASKING | DOES | LEADING | ME | VERBS), *(s.title.nl for s in OF_DAY), "Mike Vrolijk", "Joeri Vig",
    "zaal 4", "zaal 2 en 5", "14.00", "om 14.00", "tot 15.45", "half twee", "10 minuten", "een kwartier", "later",
    "naar", "niet door", "te klein", "zit vol", "kapot in 4", "alles wat daar staat", "daarna", "we gaan", "pas om",
    "10 minuten extra", "?", ",", ".", "24", "0", "99.99", "uur",
]  # fmt: skip


def kept_questions() -> Iterator[tuple[str, str, str]]:
    """Give every kept question with its day and moment."""
    files = [*sorted(DATA.glob("questions*.jsonl")), SHARED / "dev.jsonl"]
    for file in files:
        if file.exists():
            for line in file.read_text("utf-8").splitlines():
                row = json.loads(line)
                for turn in row.get("turns", [row]):
                    yield turn["q"], row.get("event") or event_of(row["day"]), row["now"]


@pytest.mark.parametrize("row", changes(), ids=lambda row: f"{row['q']} {row.get('now', '')} {row.get('day', '')}")
def test_a_sentence_asks_what_its_line_says(row: dict[str, Any]) -> None:
    expected = {name: value for name, value in row.items() if name in TOLD}
    assert written(read(row), every_day()[row.get("day", HAARLEM)]) == expected


def test_there_are_many_sentences() -> None:
    assert len(changes()) > 400
    assert len(no_changes()) > 100


@pytest.mark.parametrize("text", no_changes())
def test_questions_and_talk_change_nothing(text: str) -> None:
    assert wish(text) is None


def test_no_kept_question_is_a_change() -> None:
    questions = list(kept_questions())
    found = {q: wish(q, now, day=day) for q, day, now in questions}
    assert {q: w for q, w in found.items() if w is not None} == {}
    assert len(questions) > 1000


def test_no_kept_question_is_a_change_without_its_mark() -> None:
    found = {q: wish(q.replace("?", " "), now, day=day) for q, day, now in kept_questions()}
    assert {q: w for q, w in found.items() if w is not None} == {}


def test_a_question_that_names_something_is_none_whatever_one_talks_of() -> None:
    texts = (
        "gaat Europa door",
        "is de lunch digitaal",
        "duurt zjo een uur",
        "programma zaal 2",
        "waar is dat",
    )
    assert [wish(text, about="veiligheid") for text in texts] == [None] * len(texts)


def test_with_a_question_mark_nothing_changes() -> None:
    asked = [row for row in changes() if not row["q"].lower().startswith(REQUESTS)]
    assert [row["q"] for row in asked if read({**row, "q": f"{row['q']}?"}) is not None] == []


def test_the_reason_is_nowhere_in_what_is_understood() -> None:
    hidden = {w for w in REASONS if len(w) > 4}
    for row in changes():
        found = read(row)
        assert not hidden & set(repr(found).casefold().replace("'", " ").replace(",", " ").split()), row["q"]


@pytest.mark.parametrize(
    "text",
    [
        "Mike Vrolijk heeft een burn-out, Joeri Vig neemt het over",
        "Piet Jansen heeft buikgriep en is verhinderd",
        "Mike Vrolijk is verhinderd vanwege een sterfgeval in de familie",
        "Europa gaat niet door omdat de voorzitter chemotherapie krijgt",
    ],
)
def test_a_reason_in_other_words_is_not_kept(text: str) -> None:
    found = repr(wish(text))
    assert not [w for w in ("burn", "buikgriep", "sterfgeval", "familie", "chemo") if w in found]


def test_every_edit_can_be_made_unless_it_is_so_already() -> None:
    as_it_was: list[str] = []
    for row in changes():
        found, programme = read(row), every_day()[row.get("day", HAARLEM)]
        for edits in (found.edits, *found.options) if found else ():
            if edits:
                try:
                    applied(programme, edits)
                except NothingChanges:
                    as_it_was.append(written(Wish(edits=edits), programme)["is"])
    assert {edits.split()[0] for edits in as_it_was} <= {"on", "room", "time", "comes"}
    assert "time gesprek-staatssecretaris -15.45" in as_it_was


@pytest.mark.parametrize("session", OF_DAY, ids=lambda s: s.key)
def test_every_session_is_known_by_its_title(session: Session) -> None:
    programme = days()[HAARLEM]
    off = wish(f"{session.title.nl} gaat niet door")
    later = wish(f"{session.title.nl.lower()} 10 minuten later")
    assert written(off, programme) == {"is": f"off {session.key}"}
    assert written(later, programme) == {"is": f"later {session.key} +10"}


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_of_the_24_hour_clock_is_that_time(hour: int, minute: int) -> None:
    found = wish(f"Financiën begint om {hour:02}.{minute:02}")
    assert found is not None
    (edit,) = found.edits
    assert edit.start is not None
    local = days()[HAARLEM].local(edit.start)
    # Before noon with one digit it may be the afternoon: "3.15" is 15.15.
    assert (local.hour, local.minute) in {(hour, minute), ((hour + 12) % 24, minute)}
    assert local.date() == days()[HAARLEM].event.first_day


@given(st.text(max_size=120))
def test_nothing_typed_breaks_it(text: str) -> None:
    well_formed(wish(text))


@settings(max_examples=400)
@given(
    words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=9),
    now=st.sampled_from(["8.00", "11.50", "14.00", "18.00"]),
    day=st.sampled_from([*sorted(every_day())]),
    about=st.booleans(),
)
def test_no_order_of_its_words_breaks_it(words: list[str], now: str, day: str, *, about: bool) -> None:
    programme = every_day()[day]
    session = programme.sessions[-1] if about and programme.sessions else None
    found = understood(" ".join(words), programme, now=moment(programme, now), about=session)
    well_formed(found)
    for edit in found.edits if found else ():
        assert all(key in programme.session_by_key for key in edit.keys)
        assert edit.kind is not EditKind.SWAP or len(set(edit.keys)) == 2


def well_formed(found: Wish | None) -> None:
    if found is None:
        return
    said = (bool(found.edits), bool(found.options), found.undo, found.problem is not None)
    assert sum(said) == 1
    assert len(found.options) != 1
    assert len(found.options) <= 6
    assert all(found.options)


@given(minutes=st.integers(1, 59), session=st.sampled_from(OF_DAY))
def test_later_and_as_much_earlier_is_as_it_was(minutes: int, session: Session) -> None:
    programme = days()[HAARLEM]
    edits: list[Edit] = []
    for way in ("later", "eerder"):
        found = wish(f"{session.title.nl} {minutes} minuten {way}")
        assert found is not None
        edits += found.edits
    assert [e.minutes for e in edits] == [minutes, -minutes]
    assert applied(applied(programme, edits[:1]), edits[1:]) == programme


@given(minutes=st.integers(1, 50))
def test_all_after_lunch_moves_together(minutes: int) -> None:
    programme = days()[HAARLEM]
    found = wish(f"alles na de lunch {minutes} minuten later")
    assert found is not None
    lunch = programme.session_by_key["lunch-ab"]
    moved = applied(programme, found.edits)
    for session in programme.sessions:
        shift = timedelta(minutes=minutes if lunch.end and session.start >= lunch.end else 0)
        assert moved.session_by_key[session.key].start == session.start + shift


def test_cancelled_sessions_are_left_out_of_a_stretch_of_the_day() -> None:
    programme = applied(days()[HAARLEM], [Edit(kind=EditKind.OFF, keys=("europa",))])
    found = understood("alles na de lunch 10 minuten later", programme, now=moment(programme, "9.00"))
    assert found is not None
    assert "europa" not in found.edits[0].keys
    assert "financien" in found.edits[0].keys


def test_what_is_online_or_off_stays_out_of_rooms_for_all() -> None:
    found = wish("alles in zaal 3 naar de Gravenzaal")
    assert found is not None
    programme = days()[HAARLEM]
    assert all(programme.session_by_key[k].kind not in LOGISTIC_KINDS for k in found.edits[0].keys)


def test_a_group_that_meets_after_all_is_the_cancelled_one_of_two() -> None:
    two = every_day()["two days"]
    programme = applied(two, [Edit(kind=EditKind.OFF, keys=("europa-2",))])
    found = understood("Europa gaat toch door", programme, now=moment(programme, "9.00"))
    assert found == Wish(edits=(Edit(kind=EditKind.ON, keys=("europa-2",)),))


def test_who_comes_after_all_does_so_where_absent() -> None:
    day = days()[HAARLEM]
    absent = Edit(kind=EditKind.SPEAKER, keys=("plenaire-start",), name="Jos Wienen")
    programme = applied(day, [Edit(kind=EditKind.COMES, keys=("europa",), name="Jos Wienen"), absent])
    found = understood("Wienen komt toch", programme, now=moment(programme, "9.00"))
    assert found == Wish(edits=(Edit(kind=EditKind.COMES, keys=("plenaire-start",), name="Jos Wienen"),))


def test_the_day_runs_late_only_while_it_runs() -> None:
    text = "we lopen een kwartier achter"
    last = written(wish(text, "15.50"), days()[HAARLEM])
    assert last == {"is": "later borrel +15"}
    assert wish(text, "16.30") is None
    day_before = moment(days()[HAARLEM], "13.00") - timedelta(days=1)
    assert understood(text, days()[HAARLEM], now=day_before) is None
    assert written(wish(text, "13.00", about="europa"), days()[HAARLEM]) == {"is": "later europa +15"}
    assert written(wish(text, "15.20", about="europa"), days()[HAARLEM]) == {"is": "time europa -16.15"}


def test_a_swap_is_of_what_is_on_in_both_rooms_then() -> None:
    programme = days()[HAARLEM]
    found = wish("ruil zaal 2 en 5 om 11.40")
    assert found is not None
    rooms = [programme.session_by_key[key].room for key in found.edits[0].keys]
    assert rooms == ["zaal-2", "zaal-5"]
    swapped = applied(programme, found.edits)
    assert [swapped.session_by_key[key].room for key in found.edits[0].keys] == ["zaal-5", "zaal-2"]


def test_a_shift_past_midnight_is_told_in_minutes() -> None:
    assert wish("Financiën 10 uur later") == Wish(problem=Problem(kind=ProblemKind.OUTSIDE_DAY, minutes=600))


def test_the_end_of_a_session_is_after_its_start() -> None:
    programme = days()[HAARLEM]
    found = wish("Financiën duurt tot vier")
    assert found is not None
    (edit,) = found.edits
    assert edit.end == queries.moment_on(programme, programme.event.first_day, 16 * 60)
