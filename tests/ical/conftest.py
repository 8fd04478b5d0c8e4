"""What the calendar tests share: words, a small day, and calendar programs that others wrote."""

from pathlib import Path

import pytest
from calendar_days import day
from calendar_programs import calcurse, icaljs, khal, libical, program  # noqa: F401 - fixtures

from bot.programme.model import LANGUAGES, Programme
from bot.wording.catalogue import Catalogue, read_catalogue

ROOT = Path(__file__).parents[2]


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
