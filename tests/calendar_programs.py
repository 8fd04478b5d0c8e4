"""Fixtures of calendar programs that others wrote; a conftest.py imports those it needs."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from calendar_readers import Calcurse, IcalJs, Khal, Libical

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
    module = HERE.parent / "var" / "tools" / "node_modules" / "ical.js" / "dist" / "ical.js"
    if not module.exists():
        absent("ical.js")
    return IcalJs(program("node"), str(HERE / "icaljs_reader.mjs"), module.as_uri())
