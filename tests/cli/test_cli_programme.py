from pathlib import Path

import pytest
from cli_runs import Run

from config.bundled import programme_sources

HAARLEM = programme_sources()["haarlem-2023"]


@pytest.fixture
def file(workplace: Path) -> Path:
    """The Haarlem day as a file to change."""
    path = workplace / "dag.yaml"
    path.write_text(HAARLEM, "utf-8")
    return path


def test_a_bundled_day_is_there_already(run: Run) -> None:
    result = run("programme", "import", "haarlem-2023")
    assert (result.exit_code, result.stdout) == (0, "haarlem-2023: nothing changed\n")


def test_a_change_is_told_in_plain_words_and_only_once(run: Run, file: Path) -> None:
    run("db", "upgrade")
    start = HAARLEM.index("- key: veiligheid\n")
    entry = HAARLEM[start : HAARLEM.index("\n  - key:", start)]
    changed = entry.replace('"11.40-12.40"', '"11.50-12.40"').replace("11.40-12.40", "11.50-12.40")
    file.write_text(HAARLEM.replace(entry, changed), "utf-8")
    first = run("programme", "import", "dag.yaml")
    assert first.stdout.splitlines() == [
        "haarlem-2023: changed, revision 2",
        "  veiligheid: start was 11.40, is now 11.50",
    ]
    assert run("programme", "import", "dag.yaml").stdout == "haarlem-2023: nothing changed\n"
    assert "11.50 tot 12.40 uur: themagroep Veiligheid, zaal 5" in run("programme", "show", "haarlem-2023").stdout


def test_what_people_changed_is_not_undone_by_setting_up_again(run: Run, file: Path) -> None:
    file.write_text(HAARLEM.replace("Bestuurlijke netwerkdag G40", "Netwerkdag in Haarlem", 1), "utf-8")
    run("programme", "import", "dag.yaml")
    assert run("db", "upgrade").stdout == "the database is up to date\n"
    assert "Netwerkdag in Haarlem" in run("programme", "list").stdout


def test_a_new_day(run: Run, workplace: Path) -> None:
    (workplace / "nieuw.yaml").write_text(
        "format: 1\n"
        "event: {key: assen-2024, title: Netwerkdag, day: 2024-03-01, city: Assen}\n"
        "sessions: [{key: start, title: Opening, kind: plenary, time: 10.00-11.00}]\n",
        "utf-8",
    )
    result = run("programme", "import", "nieuw.yaml")
    assert result.stdout == "assen-2024: new event with 1 sessions and 0 rooms\n"
    assert "assen-2024           2024-03-01  Assen        Netwerkdag\n" in run("programme", "list").stdout


def test_mistakes_are_told_with_file_line_and_field_and_change_nothing(run: Run, file: Path) -> None:
    file.write_text(HAARLEM.replace("room: 3\n", "room: 9\n"), "utf-8")
    result = run("programme", "import", "dag.yaml")
    assert result.exit_code == 1
    assert result.stdout == ""
    number = HAARLEM.splitlines().index("    room: 3") + 1
    first, *others = result.stderr.splitlines()
    assert first == (
        f"dag.yaml:{number}: sessions[pijler-fysiek].room: found the unknown room “9”, "
        "one of: gravenzaal, zaal-2, zaal-3, zaal-4, zaal-5"
    )
    assert len(others) == 3
    assert run("programme", "import", "haarlem-2023").stdout == "haarlem-2023: nothing changed\n"


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("weg.yaml", None, "weg.yaml: no such file, and no bundled programme (those are: digitaal-2020, "),
        ("latin.yaml", "format: 1\ntitle: Financiën".encode("latin-1"), "latin.yaml:2: not UTF-8 text; "),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_line(
    run: Run, workplace: Path, name: str, content: bytes | None, line: str
) -> None:
    if content is not None:
        (workplace / name).write_bytes(content)
    result = run("programme", "import", name)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"netwerkdag: {line}")
    assert result.stderr.count("\n") == 1


def test_a_folder_is_no_file(run: Run, workplace: Path) -> None:
    (workplace / "map").mkdir()
    result = run("programme", "import", "map")
    assert (result.exit_code, result.stderr) == (1, "netwerkdag: map: Is a directory\n")


def test_list_and_show(run: Run) -> None:
    assert run("programme", "list").stdout.splitlines() == [
        "lelystad-2017        2017-11-30  Lelystad     Bestuurlijke netwerkdag G32",
        "digitaal-2020        2020-09-24  online       Bestuurlijke netwerkdag G40 (digitaal)",
        "haarlem-2023         2023-02-10  Haarlem      Bestuurlijke netwerkdag G40",
    ]
    shown = run("programme", "show", "haarlem-2023").stdout
    assert shown.startswith("haarlem-2023, revision 1, published\nProgramma Bestuurlijke netwerkdag G40 in Haarlem")
    assert "Zaal 3: themagroep Wonen, welzijn en zorg\n" in shown
    assert "Room 3: themagroep Wonen" in run("programme", "show", "haarlem-2023", "--lang", "en").stdout
    unknown = run("programme", "show", "nope")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert unknown.stderr.startswith("netwerkdag: there is no event 'nope'; there is: ")


def test_a_day_is_checked_and_a_script_hears_what_cannot_be_so(run: Run, file: Path) -> None:
    fine = run("programme", "check", "haarlem-2023", "--strict")
    assert fine.exit_code == 0
    assert "Geen toelichting: Sociaal (10.30)." in fine.stdout
    wrong = HAARLEM.replace("    time: 10.30-11.30\n    room: 3\n", "    time: 10.30-11.30\n    room: 2\n", 1)
    assert wrong != HAARLEM
    file.write_text(wrong, "utf-8")
    run("programme", "import", "dag.yaml")
    told = run("programme", "check", "haarlem-2023", "--lang", "en")
    assert told.exit_code == 0
    assert (
        "Two things at once in room 2: pijler Fysiek and pijler Sociaal, from 10.30 to 11.30 (60 minutes)."
        in told.stdout
    )
    assert run("programme", "check", "haarlem-2023", "--strict").exit_code == 1
    assert run("programme", "check", "nergens").exit_code == 1
