import pytest

from bot.picture.typeface import Faces
from handlers.studio import fonts


@pytest.fixture(scope="session")
def faces() -> Faces:
    return fonts()
