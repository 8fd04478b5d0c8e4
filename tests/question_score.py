"""Ask all questions that are kept as data and tell how many are answered rightly, per kind and language.

Run from the root of the project: ``make questions``; with names of files as arguments only those.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from question_days import DATA, SHARED, ask, event_on
from question_judging import failings

from bot.questions.query import Query

FILES: Final = (
    SHARED / "dev.jsonl",
    DATA / "questions.jsonl",
    DATA / "questions_dialogue.jsonl",
    DATA / "questions_fresh.jsonl",
    DATA / "questions_fresh2.jsonl",
    DATA / "questions_hurry.jsonl",
    DATA / "questions_hurry2.jsonl",
)


@dataclass(frozen=True)
class Asked:
    """One question with its answer, and what is wrong with that."""

    name: str
    kind: str
    language: str
    now: str
    question: str
    answer: str
    wrong: tuple[str, ...]


def asked(path: Path) -> tuple[Asked, ...]:
    """Ask every question of a file."""
    return tuple(found for row in rows(path) for found in _asked(row))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file of a JSON object a line."""
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def _asked(row: Mapping[str, Any]) -> Iterator[Asked]:
    """Ask a question, or the turns of a dialogue: what is kept for the next turn goes through JSON, as in storage."""
    turns = row.get("turns") or [row]
    previous: Query | None = None
    for number, turn in enumerate(turns, 1):
        day = row.get("event") or event_on(row["day"])
        answered = ask(turn["q"], turn.get("now", row["now"]), row["lang"], day=day, previous=previous)
        previous = Query.from_json(json.loads(json.dumps(answered.query.to_json())))
        text = answered.message.plain()
        name, kind = (f"{row['id']}.{number}", "dialogue") if "turns" in row else (row["id"], row["kind"])
        yield Asked(name, turn.get("kind", kind), row["lang"], row["now"], turn["q"], text, tuple(failings(turn, text)))


def percentage(found: Sequence[Asked]) -> float:
    """Give how many of a hundred were answered rightly."""
    return 100 * sum(not a.wrong for a in found) / len(found)


def failed(found: Iterable[Asked]) -> str:
    """Tell what went wrong, a paragraph for each question."""
    return "\n".join(
        f"- {a.name} [{a.kind}, {a.language}, {a.now}] {a.question}\n    {' | '.join(a.answer.splitlines())[:240]}\n"
        f"    {'; '.join(a.wrong)}"
        for a in found
        if a.wrong
    )


def _table(found: Sequence[Asked], by: str) -> Iterator[str]:
    groups: dict[str, list[Asked]] = {}
    for one in found:
        groups.setdefault(getattr(one, by), []).append(one)
    for name, group in sorted(groups.items()):
        yield f"  {name:16} {sum(not a.wrong for a in group):4} of {len(group):4} {percentage(group):6.1f} %"


def main(paths: Sequence[Path]) -> None:
    """Print the score of each file, and its failing questions."""
    lines: list[str] = []
    for path in paths:
        if not path.exists():
            lines.append(f"{path.name}: not there")
            continue
        found = asked(path)
        lines.append(f"{path.name}: {sum(not a.wrong for a in found)} of {len(found)}, {percentage(found):.1f} %")
        lines += [*_table(found, "kind"), *_table(found, "language"), failed(found), ""]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or FILES)
