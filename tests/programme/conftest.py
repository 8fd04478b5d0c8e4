"""The network and the bundled days, read once; and what they were made from, where it lies beside the project."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Group, Programme
from config.bundled import network_source, programme_sources

SHARED = Path(__file__).parents[2] / "../shared"


@pytest.fixture(scope="session")
def network() -> tuple[Group, ...]:
    return read_network(network_source(), "network.yaml")


@pytest.fixture(scope="session")
def days(network: tuple[Group, ...]) -> Mapping[str, Programme]:
    return {name: read_programme(text, f"{name}.yaml", network) for name, text in programme_sources().items()}


@pytest.fixture(scope="session")
def sources() -> Path:
    folder = SHARED / "sources"
    if not folder.is_dir():
        pytest.skip("the source documents do not lie beside the project")
    return folder


@pytest.fixture(scope="session")
def readings(sources: Path) -> Mapping[str, Any]:
    found = json.loads((sources / "programmes.json").read_text("utf-8"))
    return {day["day"]: day for day in found["days"]}
