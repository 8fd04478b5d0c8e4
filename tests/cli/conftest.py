import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from cli_runs import Run, Start
from click.testing import CliRunner, Result

from bot.__main__ import deliver, mail, settings, stage
from config.settings import Settings
from handlers.cli.app import cli
from handlers.cli.wiring import Wiring

SETTINGS = tuple(name.upper() for name in Settings.model_fields)


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own to stand in, with no setting but the database."""
    monkeypatch.chdir(tmp_path)
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'netwerkdag.db'}")
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs a command in this process and gives its exit code, output and errors."""

    def call(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
        wiring = Wiring(settings=settings, deliver=deliver, stage=stage, mail=mail)
        return CliRunner().invoke(
            cli, list(arguments), obj=wiring, input=stdin, env=environment, prog_name="netwerkdag"
        )

    return call


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Start]:
    """Starts real processes of the program, and ends what is left of them."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        log = (tmp_path / f"process-{len(started)}.log").open("wb")
        with log:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "bot", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=os.environ | dict(environment or {}),
                cwd=tmp_path,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
