"""What the README says exists, and what exists is said: commands, make targets, settings, libraries, pictures."""

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click
import pytest

from bot.programme.formats.yaml_file import read_network, read_programme
from bot.questions.reply import reply
from config.bundled import network_source, programme_sources
from handlers.cli.app import cli
from handlers.services import read_sentences
from handlers.telegram.application import COMMANDS
from handlers.telegram.staff import COMMANDS as STAFF_COMMANDS

ROOT: Final = Path(__file__).parents[1]
README: Final = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(name for names in (*COMMANDS, *STAFF_COMMANDS) for name in names))
def test_the_readme_names_every_command_of_the_chat(name: str) -> None:
    assert re.search(rf"`/{name}\b", README), f"/{name} does not stand in README.md"


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_the_readme_names_every_command_of_the_command_line(name: str) -> None:
    assert re.search(rf"`netwerkdag {name}\b", README), f"netwerkdag {name} does not stand in README.md"


def test_the_readme_says_which_commands_speak_dutch_unless_told_otherwise() -> None:
    def speaking(commands: dict[str, click.Command], before: str = "") -> Iterator[str]:
        for name, command in commands.items():
            if any("--lang" in parameter.opts for parameter in command.params):
                yield before + name
            if isinstance(command, click.Group):
                yield from speaking(command.commands, f"{before}{name} ")

    rule = re.search(r"Commands speak English.*?--lang en", README, re.DOTALL)
    assert rule
    assert set(re.findall(r"`([a-z ]+)`", rule[0])) == set(speaking(cli.commands))


def test_the_readme_names_no_make_target_that_is_not_there_and_leaves_none_out() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) - {"clean"}
    assert set(re.findall(r"\bmake ([a-z]+)", README)) - {"clean"} == targets


def test_the_readme_says_why_each_library_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=\[]", dependency, maxsplit=1)[0] for dependency in project["dependencies"]]
    table = README.split("### Libraries", 1)[1].split("###", 1)[0].casefold()
    assert [name for name in names if name.casefold() not in table] == []


def test_every_file_that_the_readme_points_at_is_there() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert targets, "the README points at files"
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_example_question_in_the_readme_is_answered() -> None:
    haarlem = read_programme(
        programme_sources()["haarlem-2023"], "haarlem-2023", read_network(network_source(), "network")
    )
    head = README.split("## See it run", 1)[0]
    asked = re.findall(r"^> .*?$", head, re.MULTILINE)
    questions = [bold for line in asked for bold in re.findall(r"\*\*([^*]+)\*\*", line.split("—", 1)[0])]
    now = datetime(2023, 2, 10, 10, 20, tzinfo=UTC)
    sentences = read_sentences()
    unanswered = [q for q in questions if not reply(q, haarlem, now=now, language="nl", catalogue=sentences).understood]
    assert questions
    assert unanswered == []
