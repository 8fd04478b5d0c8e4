"""Settings and the database, as the command line tells about them."""

import re
import sqlite3
from pathlib import Path

import pytest
from cli_runs import Run

from config.settings import RIGHT, Settings, WrongSetting, read_settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "70000"),
        ("CLOCK_SPEED", "0"),
        ("CLOCK_SPEED", "nan"),
        ("CLOCK_START", "gisteren"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("CALENDAR_ORGANIZER", "niemand"),
        ("CHANNEL", "mail"),
        ("WEB_PORT", "-1"),
        ("WEB_HOST", "a b"),
        ("PUBLIC_URL", "netwerkdag.example.org"),
        ("PUBLIC_URL", "https://"),
        ("PUBLIC_URL", "https://netwerkdag.example.org/?a=1"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_setting_gives_one_line_with_what_would_be_right(run: Run, name: str, value: str) -> None:
    result = run("programme", "list", **{name: value})
    line = f"netwerkdag: {name}: {value!r} cannot be used; it must be {RIGHT[name.lower()]}\n"
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", line)


def test_a_wrong_token_is_not_repeated(run: Run) -> None:
    result = run("programme", "list", TELEGRAM_BOT_TOKEN="not-a-token")
    assert result.exit_code == 1
    assert "not-a-token" not in result.stderr
    assert result.stderr.startswith("netwerkdag: TELEGRAM_BOT_TOKEN: it must be the token that @BotFather gave")


def test_the_environment_goes_before_the_file_and_empty_is_not_set(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workplace / ".env").write_text("PORT=1234\nEVENT=lelystad-2017\nCLOCK_SPEED=\n", "utf-8")
    monkeypatch.setenv("EVENT", "haarlem-2023")
    found = read_settings()
    assert (found.port, found.event, found.clock_speed) == (1234, "haarlem-2023", 1.0)
    (workplace / ".env").write_bytes(b"EVENT=\xff")
    with pytest.raises(WrongSetting, match=r"^\.env: cannot be read"):
        read_settings()


@pytest.mark.parametrize(
    ("given", "port"),
    [
        ({}, None),
        ({"PORT": "5000"}, None),
        ({"TELEGRAM_BOT_TOKEN": "1:a"}, None),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "PORT": "5000"}, 5000),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "PORT": "5000", "WEB_PORT": "0"}, 0),
        ({"WEB_PORT": "8081"}, 8081),
    ],
)
def test_where_web_pages_are_served(given: dict[str, str], port: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert read_settings(None).pages_port == port


def test_the_public_address_stands_before_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://g40.example.org/dag/")
    assert read_settings(None).public_url == "https://g40.example.org/dag"


@pytest.mark.parametrize(
    ("given", "organizer", "by_mail"),
    [
        ({}, "agenda@netwerkdag.invalid", False),
        ({"MAIL_FROM": "Dag <dag@g40.example>"}, "agenda@netwerkdag.invalid", False),
        ({"SMTP_URL": "smtp://mail.example"}, "agenda@netwerkdag.invalid", False),
        ({"SMTP_URL": "smtp://mail.example", "MAIL_FROM": "Dag <dag@g40.example>"}, "dag@g40.example", True),
        (
            {"SMTP_URL": "smtps://u:p@mail.example:465", "MAIL_FROM": "d@g.nl", "CALENDAR_ORGANIZER": "d@g.nl"},
            "d@g.nl",
            True,
        ),
    ],
)
def test_who_sends_mail_is_the_organiser(
    given: dict[str, str], organizer: str, monkeypatch: pytest.MonkeyPatch, *, by_mail: bool
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    found = read_settings(None)
    assert (found.calendar_organizer, found.by_mail) == (organizer, by_mail)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"SMTP_URL": "http://u:geheim@mail.example"}, "SMTP_URL"),
        ({"SMTP_URL": "smtp://u:geheim@"}, "SMTP_URL"),
        ({"SMTP_URL": "smtp://u:geheim@mail.example:geheim"}, "SMTP_URL"),
        ({"SMTP_URL": "smtp://u:geheim@mail.example?starttls=soms"}, "SMTP_URL"),
        ({"MAIL_FROM": "Dag"}, "MAIL_FROM"),
        ({"MAIL_FROM": "Dag <dag@g40>"}, "MAIL_FROM"),
        ({"MAIL_FROM": "Dag\r\nBcc: a@b.nl <dag@g40.example>"}, "MAIL_FROM"),
        ({"MAIL_FROM": "dag@g40.example", "CALENDAR_ORGANIZER": "ander@g40.example"}, "MAIL_FROM"),
        ({"MAIL_PACE": "0"}, "MAIL_PACE"),
    ],
)
def test_wrong_settings_of_mail_are_named_and_tell_no_password(
    given: dict[str, str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as caught:
        read_settings(None)
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{named}:")
    assert "geheim" not in line


def test_every_setting_stands_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    assert re.findall(r"^([A-Z_]+)=$", example, re.MULTILINE) == sorted(
        (name.upper() for name in Settings.model_fields), key=lambda name: example.index(f"\n{name}=")
    )
    assert set(RIGHT) >= set(Settings.model_fields) - {"database_url"}


def test_a_newer_database_gives_one_line(run: Run, workplace: Path) -> None:
    assert run("db", "upgrade").stdout.splitlines() == [
        "added digitaal-2020",
        "added haarlem-2023",
        "added lelystad-2017",
        "the database is up to date",
    ]
    with sqlite3.connect(workplace / "netwerkdag.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'z999'")
    connection.close()
    for arguments in (("db", "upgrade"), ("ask", "nu"), ("run",)):
        result = run(*arguments)
        assert result.exit_code == 1
        assert re.fullmatch(
            r"netwerkdag: the database was written by a newer version of netwerkdag "
            r"\(it is at z999, this version knows up to \w+\); use that newer version\n",
            result.stderr,
        )


@pytest.mark.parametrize("url", ["sqlite:////proc/nope/x.db", "sqlite://", "mysql://x/y", "nonsense"])
def test_a_database_that_cannot_be_used_gives_one_line(run: Run, url: str) -> None:
    for arguments in (("db", "upgrade"), ("programme", "list"), ("run",)):
        result = run(*arguments, DATABASE_URL=url)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"netwerkdag: the database {url} cannot be used: ")
        assert result.stderr.count("\n") == 1


def test_a_file_that_is_no_database_gives_one_line(run: Run, workplace: Path) -> None:
    (workplace / "netwerkdag.db").write_bytes(b"This is no database at all, but it is long enough to look at." * 20)
    result = run("programme", "list")
    assert result.exit_code == 1
    assert "file is not a database" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("run",), ("ask",), ("ics",), ("programme", "import"), ("db", "upgrade")])
def test_help_says_what_a_command_does(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: netwerkdag {' '.join(arguments)}".rstrip())
