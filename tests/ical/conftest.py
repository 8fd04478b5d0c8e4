"""What the calendar tests share: words, a small day, and calendar programs that others wrote."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from calendar_days import day
from calendar_readers import Calcurse, IcalJs, Khal, Libical

from bot.programme.model import LANGUAGES, Programme
from bot.wording.catalogue import Catalogue, read_catalogue

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


def absent(what: str) -> NoReturn:
    """Skip a test for lack of a program, with the reason; in CI, where it must be there, fail."""
    reason = f"{what} is not installed; `make tools` installs it"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Give a function that finds an installed program by name."""

    def find(name: str) -> str:
        return shutil.which(name) or absent(name)

    return find


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    wording = ROOT / "config" / "wording"
    return read_catalogue(
        {
            lang: "\n".join(path.read_text("utf-8") for path in sorted((wording / lang).glob("*.ftl")))
            for lang in LANGUAGES
        }
    )


@pytest.fixture
def programme() -> Programme:
    return day()


@pytest.fixture
def khal(program: Callable[[str], str], tmp_path: Path) -> Khal:
    return Khal(program("khal"), tmp_path / "khal")


@pytest.fixture
def calcurse(program: Callable[[str], str], tmp_path: Path) -> Calcurse:
    return Calcurse(program("calcurse"), tmp_path / "calcurse")


@pytest.fixture(scope="session")
def libical(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Libical:
    compiler = program("gcc")
    if not Path("/usr/include/libical/ical.h").exists():
        absent("libical-dev")
    reader = tmp_path_factory.mktemp("libical") / "reader"
    source = HERE / "libical_reader.c"
    subprocess.run([compiler, "-O0", "-Wall", "-Werror", "-o", reader, source, "-lical"], check=True, timeout=60)
    return Libical(str(reader))


@pytest.fixture(scope="session")
def icaljs(program: Callable[[str], str]) -> IcalJs:
    module = ROOT / "var" / "tools" / "node_modules" / "ical.js" / "dist" / "ical.js"
    if not module.exists():
        absent("ical.js")
    return IcalJs(program("node"), str(HERE / "icaljs_reader.mjs"), module.as_uri())
