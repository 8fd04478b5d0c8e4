"""How wide text is in a TrueType font, so that nothing is drawn wider than its place.

Read from the tables cmap, hhea, hmtx and head (ISO/IEC 14496-22). Kerning is left out: it only brings letters closer.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_WINDOWS: Final = 3
_FULL: Final = 12
_BASIC: Final = 4


@dataclass(frozen=True)
class Typeface:
    """The advance of each character in ``units`` to the em; ``missing`` is that of a character it lacks."""

    units: int
    missing: int
    advances: Mapping[int, int]

    def width(self, text: str, size: float) -> float:
        """Give the width of a text in a size."""
        return sum(self.advances.get(ord(c), self.missing) for c in text) * size / self.units


@dataclass(frozen=True)
class Faces:
    """The two weights that a picture is written in."""

    regular: Typeface
    bold: Typeface


def read_typeface(data: bytes) -> Typeface:
    """Read the advances of a font file. Raises ValueError for one without a Unicode table we can read."""
    tables = _tables(data)
    units = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    found = struct.unpack_from(">" + "Hh" * count, data, tables["hmtx"])[::2]
    glyphs = _glyphs(data, tables["cmap"])
    # Glyphs after the last one with an advance of its own have that of the last.
    advances = {character: found[min(glyph, count - 1)] for character, glyph in glyphs.items() if glyph}
    return Typeface(units, found[0], advances)


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * i) for i in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    found: dict[int, int] = {}
    for i in range(count):
        platform, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * i)
        kind = struct.unpack_from(">H", data, cmap + offset)[0]
        if platform in {0, _WINDOWS} and kind == _FULL:
            found |= _segments(data, cmap + offset)
        elif platform in {0, _WINDOWS} and kind == _BASIC:
            found |= _basic(data, cmap + offset)
    if not found:
        raise ValueError("the font has no Unicode table of format 4 or 12")
    return found


def _segments(data: bytes, at: int) -> dict[int, int]:
    count = struct.unpack_from(">I", data, at + 12)[0]
    groups = (struct.unpack_from(">III", data, at + 16 + 12 * i) for i in range(count))
    return {c: glyph + c - first for first, last, glyph in groups for c in range(first, last + 1)}


def _basic(data: bytes, at: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, deltas, ranges = (at + 14 + (2 * count + 2) * (i > 0) + 2 * count * max(i - 1, 0) for i in range(4))
    found: dict[int, int] = {}
    for i in range(count):
        end, start, delta, back = (struct.unpack_from(">H", data, t + 2 * i)[0] for t in (ends, starts, deltas, ranges))
        for character in range(start, min(end, 0xFFFE) + 1):
            glyph = character
            if back:
                glyph = struct.unpack_from(">H", data, ranges + 2 * i + back + 2 * (character - start))[0]
            if not back or glyph:
                found[character] = (glyph + delta) & 0xFFFF
    return found
