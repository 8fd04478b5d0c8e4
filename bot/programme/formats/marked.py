"""YAML text as plain values that remember their lines; every scalar stays text as it was typed.

YAML 1.1 would read 11:40 as the number 700 and 11.40 as 11.4, so nothing is interpreted here.
In a folded text (``>``) an empty line starts a new paragraph; in a literal one (``|``) each line break counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml
from yaml.composer import ComposerError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.errors import Mistake, ProgrammeFileInvalid

Raw: TypeAlias = str | dict[str, "Raw"] | tuple["Raw", ...]
Path: TypeAlias = tuple[str | int, ...]

EMPTY: Final = frozenset({"", "~", "null"})
"""Plain scalars that say that nothing is stated."""
SHOWN: Final = 60
"""Characters of a wrong value that a mistake repeats."""

_HINTS: Final = (
    (
        "mapping values are not allowed",
        "quotes around a text with a colon in it, or the indentation of the lines above",
    ),
    ("could not find expected ':'", "a colon and a space after the name of the field"),
    ("quoted scalar", "a closing quote"),
    ("expected <block end>", "the indentation of the lines above"),
    ("cannot start any token", "quotes around a text that starts with this character"),
    ("expected a single document", "one document in a file, without a second '---'"),
    ("alias", "the text itself, or quotes around a text that starts with * or &"),
    ("anchor", "the text itself, or quotes around a text that starts with * or &"),
)
_OTHERWISE: Final = "a name, a colon, a space and a value; two spaces more for what belongs to it"


@dataclass(frozen=True)
class Marked:
    """The mapping that a file holds, the line of each path in it, and what was wrong on the way."""

    file: str
    value: dict[str, Raw]
    lines: Mapping[Path, int]
    mistakes: tuple[Mistake, ...] = ()

    def line(self, path: Path) -> int:
        """Give the line of ``path``, or of the nearest thing around it."""
        return next(self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines)

    def at(self, path: tuple[str, ...]) -> Raw | None:
        """Give the value of a field, by the names that lead to it; None if there is none."""
        value: Raw | None = self.value
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def mistake(self, path: Path, found: str, expected: str) -> Mistake:
        """Make the mistake at ``path``."""
        return Mistake(self.file, self.line(path), _field(self.value, path), found, expected)


def read_marked(text: str, file: str) -> Marked:
    """Read the mapping in ``text``; raises ProgrammeFileInvalid where there is none."""
    try:
        root = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        raise ProgrammeFileInvalid((_syntax(error, text, file),)) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        found = f"the unprintable character U+{ord(text[error.position]):04X}"
        raise ProgrammeFileInvalid((Mistake(file, line, "", found, "readable text"),)) from error
    except RecursionError as error:
        found = "lists or fields in each other without end"
        raise ProgrammeFileInvalid((Mistake(file, 1, "", found, "a few levels at most"),)) from error
    if root is None:
        raise ProgrammeFileInvalid((Mistake(file, 1, "", "an empty file", "the line format: 1, and what follows it"),))
    walk = _Walk()
    value = walk.value(root, ())
    if not isinstance(value, dict):
        expected = "fields, each with a name, a colon and a value"
        raise ProgrammeFileInvalid((Mistake(file, walk.lines[()], "", describe(value), expected),))
    faults = (Mistake(file, line, _field(value, path), found, right) for line, path, found, right in walk.faults)
    return Marked(file, value, walk.lines, tuple(faults))


def describe(value: object) -> str:
    """Say in a word or two what a value is; a text is repeated, shortened."""
    match value:
        case dict():
            return "fields"
        case tuple():
            return "a list"
        case _:
            text = " ".join(str(value).split())
            return f"“{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”"


def _field(root: Raw, path: Path) -> str:
    """Write a path as people do: items of a list by their key, slug or name, else by number from 1."""
    words, value = "", root
    for step in path:
        if isinstance(step, int) and isinstance(value, tuple):
            value = value[step]
            names = [value.get(n) for n in ("key", "slug", "group", "name")] if isinstance(value, dict) else []
            words += f"[{next((n for n in names if isinstance(n, str)), step + 1)}]"
        elif isinstance(step, str) and isinstance(value, dict):
            words += f".{step}" if words else step
            value = value.get(step, "")
        else:  # the value stands for a longer form: a text for a mapping, a word for a list
            break
    return words


class _Loader(yaml.BaseLoader):
    """A loader that refuses aliases: a file for people needs none, and they can be made to explode."""

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # untyped in the stubs
            raise ComposerError(None, None, "alias", mark)
        return super().compose_node(parent, index)


@dataclass
class _Walk:
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[tuple[int, Path, str, str]] = field(default_factory=list)

    def value(self, node: Node, path: Path) -> Raw:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return tuple(self.value(child, (*path, n)) for n, child in enumerate(node.value))
        text = str(node.value)
        return re.sub(r"\n+", "\n\n", text) if isinstance(node, ScalarNode) and node.style == ">" else text

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Raw]:
        found: dict[str, Raw] = {}
        first: dict[str, int] = {}
        for key, child in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                self.faults.append((line, path, "a field whose name is itself a list or fields", "a name and a colon"))
                continue
            name = str(key.value)
            here = (*path, name)
            if name in first:
                self.faults.append((line, here, f"a second “{name}”, after line {first[name]}", "each field once"))
                continue
            first[name] = self.lines[here] = line
            if not (isinstance(child, ScalarNode) and child.style is None and child.value in EMPTY):
                found[name] = self.value(child, here)
        return found


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Mistake:
    """Say in plain words what keeps a text from being YAML."""
    problem = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    lines = text.splitlines() or [""]
    line = lines[min(number, len(lines) - 1)]
    if "\t" in line:
        return Mistake(file, number + 1, "", "a tab", "spaces")
    expected = next((hint for part, hint in _HINTS if part in problem), _OTHERWISE)
    return Mistake(file, number + 1, "", f"a line that is not YAML: {describe(line)}", expected)
