"""A file to hand over that is no calendar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file with its name; ``protected`` when it is meant for whoever gets it, and not to be passed on."""

    name: str
    content: bytes
    protected: bool = False
