import pytest

from bot.addresses import RESERVED
from bot.errors import ProgrammeFileInvalid
from bot.programme.formats.yaml_file import read_network, read_programme
from config.bundled import network_source, programme_sources

HAARLEM = programme_sources()["haarlem-2023"]


@pytest.mark.parametrize("key", sorted(RESERVED))
def test_an_event_cannot_take_an_address_that_is_anothers(key: str) -> None:
    network = read_network(network_source(), "network.yaml")
    source = HAARLEM.replace("key: haarlem-2023", f"key: {key}", 1)
    with pytest.raises(ProgrammeFileInvalid) as caught:
        read_programme(source, "day.yaml", network)
    (mistake,) = caught.value.mistakes
    assert (mistake.field, mistake.expected) == (
        "event.key",
        "another key: the web pages need this one for themselves",
    )
    assert read_programme(HAARLEM.replace("key: haarlem-2023", f"key: {key}-1", 1), "day.yaml", network)
