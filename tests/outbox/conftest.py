"""The sentences that the tests of the outbox compare with."""

import pytest

from bot.wording.catalogue import Catalogue, read_catalogue
from config.bundled import wording_sources


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue(wording_sources())
