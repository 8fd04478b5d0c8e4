import json
from pathlib import Path
from typing import Any

import pytest
from cli_runs import Run

WONEN = (
    "Zaal 3, 11.40 uur: themagroep Wonen, welzijn en zorg, tot 12.40 uur.\n"
    "Daarna in zaal 3: themagroep Sterke keten van participatie, leren, werken en ondernemen, 13.55 uur."
)
HAARLEM = {"event": "haarlem-2023", "now": "2023-02-10T11:20"}
QUESTIONS = Path(__file__).parents[2] / "../shared/questions/dev.jsonl"


def jsonl(run: Run, *lines: Any) -> list[dict[str, Any]]:
    """Ask lines (values, or bytes as they are) and give what is written."""
    given = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    result = run("ask", "--jsonl", stdin=b"\n".join(given) + b"\n")
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout_bytes.splitlines()]


def test_an_empty_database_is_set_up_by_the_first_question(run: Run, workplace: Path) -> None:
    result = run("ask", "zaal 3 om 11.40", "--event", "haarlem-2023", "--now", "2023-02-10T11:20", "--lang", "nl")
    assert (result.exit_code, result.stdout, result.stderr) == (0, WONEN + "\n", "")
    assert (workplace / "netwerkdag.db").exists()


def test_english(run: Run) -> None:
    result = run("ask", "room 3 at 11.40", "--event", "haarlem-2023", "--now", "2023-02-10T11:20", "--lang", "en")
    assert result.stdout.splitlines()[0] == (
        "Room (zaal) 3, 11.40: themagroep Wonen, welzijn en zorg (housing, welfare and care), until 12.40."
    )


def test_the_moment_is_local_unless_it_names_a_zone(run: Run) -> None:
    local = run("ask", "nu", "--event", "haarlem-2023", "--now", "2023-02-10T11:50")
    utc = run("ask", "nu", "--event", "haarlem-2023", "--now", "2023-02-10T10:50Z")
    assert local.stdout.startswith("Nu, 11.50 uur:")
    assert utc.stdout == local.stdout


@pytest.mark.parametrize(("now", "where"), [("2020-09-24T09:00", "online"), ("2023-02-01T09:00", "zaal 5")])
def test_without_an_event_the_day_is_that_of_the_moment(run: Run, now: str, where: str) -> None:
    assert where in run("ask", "waar is Veiligheid?", "--now", now).stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("nu", "--event", "nope"), "there is no event 'nope'; there is: digitaal-2020, haarlem-2023, lelystad-2017"),
        (("nu", "--now", "straks"), '"now" must be a moment such as 2023-02-10T11:20, not "straks"'),
    ],
)
def test_a_wrong_option_gives_one_line(run: Run, arguments: tuple[str, ...], line: str) -> None:
    result = run("ask", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"netwerkdag: {line}\n")


@pytest.mark.parametrize("arguments", [(), ("nu", "--jsonl")])
def test_either_a_question_or_lines(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("ask", *arguments)
    assert result.exit_code == 2
    assert "give either a QUESTION or --jsonl" in result.stderr


def test_lines_are_answered_in_order(run: Run) -> None:
    asked = [{"id": n, "q": "zaal 3 om 11.40", "lang": "nl"} | HAARLEM for n in (3, 1, "b")]
    assert jsonl(run, *asked) == [{"id": n, "reply": WONEN} for n in (3, 1, "b")]


def test_a_date_chooses_the_event(run: Run) -> None:
    (answer,) = jsonl(run, {"id": 1, "q": "waar is Veiligheid", "day": "2020-09-24", "now": "2020-09-24T09:00"})
    assert "online" in answer["reply"]


def test_a_wrong_line_is_an_error_and_the_rest_goes_on(run: Run) -> None:
    right = {"id": "right", "q": "zaal 3 om 11.40"} | HAARLEM
    wrong: list[tuple[Any, dict[str, Any]]] = [
        (b"nonsense", {"error": "not JSON: Expecting value at character 1"}),
        (b'{"id": 1, "q": ', {"error": "not JSON: Expecting value at character 16"}),
        (b"\xff\xfe", {"error": "not UTF-8 text"}),
        ([], {"error": "a line must be a JSON object"}),
        ({"id": 1}, {"id": 1, "error": '"q" must be the question, a text'}),
        ({"id": 2, "q": 5}, {"id": 2, "error": '"q" must be the question, a text'}),
        (right | {"id": 3, "lang": "fr"}, {"id": 3, "error": '"lang" must be nl or en, not "fr"'}),
        (right | {"id": 3, "lang": ["nl"]}, {"id": 3, "error": '"lang" must be nl or en, not ["nl"]'}),
        (right | {"id": 4, "event": 7}, {"id": 4, "error": '"event" must be the key of an event, not 7'}),
        (
            {"id": 5, "q": "nu", "day": "2022-01-01"},
            {"id": 5, "error": "there is no event on 2022-01-01; there is on: 2017-11-30, 2020-09-24, 2023-02-10"},
        ),
        ({"id": 6, "q": "nu", "day": "x"}, {"id": 6, "error": '"day" must be a date such as 2023-02-10, not "x"'}),
        (
            right | {"id": None, "now": 5},
            {"id": None, "error": '"now" must be a moment such as 2023-02-10T11:20, not 5'},
        ),
    ]
    lines = [line for line, _ in wrong]
    assert jsonl(run, *lines, right) == [*(error for _, error in wrong), {"id": "right", "reply": WONEN}]


def test_empty_lines_and_a_mark_at_the_start_are_passed_over(run: Run) -> None:
    asked = b"\xef\xbb\xbf" + json.dumps({"id": 1, "q": "zaal 3 om 11.40"} | HAARLEM).encode()
    assert jsonl(run, asked, b"", b"  ") == [{"id": 1, "reply": WONEN}]


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("", "In uw bericht lees ik geen vraag."),
        ("😀", "In uw bericht lees ik geen vraag."),
        ("x" * 5000, "Uw bericht is te lang voor mij."),
        ("<b>zaal 3</b> om 11.40", "Zaal 3, 11.40 uur:"),
        ("/zaal 3 om 11.40", "Zaal 3, 11.40 uur:"),
    ],
)
def test_odd_questions_get_the_answer_of_the_chat(run: Run, question: str, start: str) -> None:
    (answer,) = jsonl(run, {"id": 1, "q": question} | HAARLEM)
    assert answer["reply"].startswith(start)


@pytest.mark.skipif(not QUESTIONS.exists(), reason="the questions of people are not at hand")
def test_every_question_that_people_asked_gets_a_reply(run: Run) -> None:
    lines = QUESTIONS.read_bytes().splitlines()
    answers = jsonl(run, *lines)
    assert [answer["id"] for answer in answers] == [json.loads(line)["id"] for line in lines]
    assert [answer["id"] for answer in answers if not answer.get("reply")] == []
