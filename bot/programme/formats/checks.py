"""What only the file as a whole can show: its format, things named twice, and the tree of the groups."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.errors import Mistake
from bot.programme.formats.marked import Marked, Path, Raw, describe
from bot.programme.formats.schema import FORMAT
from bot.programme.model import Group, GroupKind


def format_mistakes(marked: Marked) -> Iterator[Mistake]:
    """Check the line ``format: 1``."""
    found = marked.at(("format",))
    if found is None:
        yield marked.mistake(("format",), "no format", f"the line format: {FORMAT}")
    elif newer(marked):
        expected = f"format {FORMAT}, the newest that this version of netwerkdag reads"
        yield marked.mistake(("format",), f"the newer format {describe(found)}", expected)
    elif found != FORMAT:
        yield marked.mistake(("format",), f"the unknown format {describe(found)}", f"format: {FORMAT}")


def newer(marked: Marked) -> bool:
    """Say whether the file is of a format that came after this version of the program."""
    found = marked.at(("format",))
    return isinstance(found, str) and re.fullmatch("[1-9][0-9]{0,5}", found) is not None and int(found) > int(FORMAT)


def items(marked: Marked, *path: str) -> tuple[tuple[Path, dict[str, Raw]], ...]:
    """Give the items of a list in the file, those that are not fields left out, each with its path."""
    found = marked.at(path)
    rows = enumerate(found) if isinstance(found, tuple) else ()
    return tuple(((*path, number), row) for number, row in rows if isinstance(row, dict))


def names(marked: Marked, section: str, field: str) -> tuple[str, ...]:
    """Give the values of one field in the items of a section."""
    return tuple(value for _, row in items(marked, section) if isinstance(value := row.get(field), str))


def twice(marked: Marked, section: str, field: str) -> Iterator[Mistake]:
    """Find values of a field that must differ in a section and do not."""
    first: dict[str, int] = {}
    for path, row in items(marked, section):
        value = row.get(field)
        if not isinstance(value, str):
            continue
        line = marked.line((*path, field))
        if value in first:
            expected = f"each {field} once in {section}"
            yield marked.mistake((*path, field), f"“{value}” a second time, after line {first[value]}", expected)
        first.setdefault(value, line)


def group_mistakes(marked: Marked, network: Sequence[Group], usual: GroupKind) -> Iterator[Mistake]:
    """Check that a pijler is a pijler and has none itself, and that successors lead somewhere."""
    rows = dict(_by_slug(items(marked, "groups")))
    kinds = {group.slug: str(group.kind) for group in network}
    kinds.update({slug: _text(row.get("kind")) or str(usual) for slug, (_, row) in rows.items()})
    next_of = {group.slug: group.successor for group in network if group.successor}
    next_of.update({slug: _text(row.get("successor")) for slug, (_, row) in rows.items()})
    told: set[str] = set()
    for slug, (path, row) in rows.items():
        above = _text(row.get("pijler"))
        if above in kinds and kinds[above] != GroupKind.PIJLER:
            pijlers = ", ".join(sorted(name for name, kind in kinds.items() if kind == GroupKind.PIJLER))
            expected = f"one of: {pijlers}" if pijlers else "a group with kind: pijler"
            yield marked.mistake((*path, "pijler"), f"“{above}”, which is not a pijler", expected)
        elif above and kinds[slug] == GroupKind.PIJLER:
            yield marked.mistake((*path, "pijler"), f"a pijler of the pijler “{slug}”", "a pijler without one above it")
        circle = _circle(slug, next_of)
        if circle and not told & set(circle):
            told.update(circle)
            found = f"successors in a circle: {' → '.join((*circle, slug))}"
            yield marked.mistake((*path, "successor"), found, "a successor that does not lead back")


def tracks_in_network(marked: Marked, network: Sequence[Group]) -> Iterator[Mistake]:
    """Find tracks of the event that carry the slug of a group of the network."""
    taken = {group.slug for group in network}
    for path, row in items(marked, "groups"):
        slug = _text(row.get("slug"))
        if slug in taken and _text(row.get("kind")) in ("", GroupKind.TRACK):
            expected = "another slug, or kind: themagroep to say the group of the network anew"
            yield marked.mistake((*path, "slug"), f"“{slug}”, a group of the network, for a track", expected)


def _by_slug(rows: Iterable[tuple[Path, dict[str, Raw]]]) -> Iterator[tuple[str, tuple[Path, dict[str, Raw]]]]:
    for path, row in rows:
        slug = _text(row.get("slug"))
        if slug:
            yield slug, (path, row)


def _circle(start: str, next_of: Mapping[str, str]) -> tuple[str, ...]:
    """Follow successors from ``start``; the way, if it leads back there, else nothing."""
    way = [start]
    while (following := next_of.get(way[-1], "")) not in ("", *way):
        way.append(following)
    return tuple(way) if following == start else ()


def _text(value: Raw | None) -> str:
    return value if isinstance(value, str) else ""
