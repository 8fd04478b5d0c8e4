"""The data that comes with the program: three days, the network's groups, and the sentences."""

from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

LANGUAGES: Final[tuple[Literal["nl"], Literal["en"]]] = ("nl", "en")


def programme_sources() -> dict[str, str]:
    """Give the text of each bundled programme by its name, which is the event's key."""
    folder = files("config") / "programmes"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return {file.name.removesuffix(".yaml"): file.read_text("utf-8") for file in found}


def network_source() -> str:
    """Give the text of the file with the pijlers and themagroepen of the network."""
    return (files("config") / "network.yaml").read_text("utf-8")


def font_files() -> tuple[Path, Path]:
    """Give where the regular and the bold weight of the bundled font are."""
    folder = Path(__file__).parent / "fonts"
    return folder / "RobotoCondensed-Regular.ttf", folder / "RobotoCondensed-Bold.ttf"


def wording_sources() -> dict[Literal["nl", "en"], str]:
    """Give all Fluent sources of each language, one after the other."""
    folder = files("config") / "wording"
    sources: dict[Literal["nl", "en"], str] = {}
    for language in LANGUAGES:
        found = sorted((f for f in (folder / language).iterdir() if f.name.endswith(".ftl")), key=lambda f: f.name)
        sources[language] = "\n".join(file.read_text("utf-8") for file in found)
    return sources
