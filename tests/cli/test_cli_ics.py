from pathlib import Path

from cli_runs import Run
from icalendar import Calendar


def entries(content: bytes) -> list[str]:
    """Give the UIDs of the entries in a file."""
    return [str(entry["UID"]) for entry in Calendar.from_ical(content).walk("VEVENT")]


def test_a_whole_day_on_standard_output(run: Run) -> None:
    result = run("ics", "haarlem-2023")
    assert result.exit_code == 0
    assert len(entries(result.stdout_bytes)) == 22
    assert result.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")


def test_one_session_into_a_file(run: Run, workplace: Path) -> None:
    result = run("ics", "haarlem-2023", "--session", "veiligheid", "-o", "veiligheid.ics", "--lang", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "veiligheid.ics: 1 entry\n")
    content = (workplace / "veiligheid.ics").read_bytes()
    assert entries(content) == ["veiligheid.haarlem-2023@netwerkdag.g40"]
    assert b"ORGANIZER" in content


def test_the_organiser_is_a_setting(run: Run) -> None:
    result = run("ics", "haarlem-2023", "--session", "europa", CALENDAR_ORGANIZER="dag@example.org")
    assert b"mailto:dag@example.org" in result.stdout_bytes.replace(b"\r\n ", b"")


def test_what_is_not_there_gives_one_line(run: Run) -> None:
    result = run("ics", "haarlem-2023", "--session", "nope")
    assert (result.exit_code, result.stderr) == (
        1,
        "netwerkdag: there is no session 'nope' in haarlem-2023; see its programme file for the keys\n",
    )
    assert run("ics", "nope").exit_code == 1
    unwritable = run("ics", "haarlem-2023", "-o", "no/such/folder/x.ics")
    assert (unwritable.exit_code, unwritable.stderr) == (
        1,
        "netwerkdag: no/such/folder/x.ics: No such file or directory\n",
    )
