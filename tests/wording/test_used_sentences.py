"""Every sentence that the code asks for is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from question_days import sentences

from bot.programme.model import KNOWN_KINDS, LANGUAGES, Language
from bot.questions.glossary import TERMS
from bot.questions.vocabulary import TABLES
from config.bundled import wording_sources

ROOT = Path(__file__).parents[2]
WORDING = sorted((ROOT / "bot/wording").glob("*.py"))
PREFIXES = ("answer-", "button-", "name-", "kind-", "kinds-", "fact-", "glossary-")
KEY = re.compile(rf"^({'|'.join(PREFIXES)})[a-z0-9-]*$")
PUT_TOGETHER = ("answer-now-", "answer-slot-", "answer-next-", "answer-after-", "answer-before-")
"""Beginnings that stand in the code apart from their ends ("answer-now" and "-one")."""


def keys_in(path: Path) -> Iterator[tuple[str, bool]]:
    """Give the keys that a module writes out, and whether each is only the beginning of one."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            yield str(node.values[0].value), True
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, False


def known() -> set[str]:
    return {
        key
        for source in wording_sources().values()
        for key in re.findall(r"^([a-z][a-z0-9-]*) =", source, re.MULTILINE)
    }


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_every_key_that_is_written_in_the_wording_is_a_sentence_or_begins_one(path: Path) -> None:
    every = known()
    missing = [
        key
        for key, begins in keys_in(path)
        if KEY.match(key)
        and (begins or not key.endswith("-"))
        and key not in every
        and not any(k.startswith(f"{key}-" if not begins else key) for k in every)
    ]
    assert missing == []


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_what_is_said_of_a_session_can_be_said_without_an_end(path: Path) -> None:
    asked = [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "both"
        and isinstance(node.args[0], ast.Constant)
    ]
    always_with_an_end = {"answer-duration"}
    missing = [key for key in asked if not {key, f"{key}-open"} <= known() and key not in always_with_an_end]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_practical_matter_and_term_has_its_words(language: Language) -> None:
    words = sentences()[language]
    matters = {fact for table in TABLES for fact in table.facts}
    wanted = [
        *(f"kind-{kind}" for kind in KNOWN_KINDS),
        *(f"fact-{fact}" for fact in matters),
        *(f"glossary-{term}" for term in TERMS),
    ]
    assert [key for key in wanted if not words.has(key)] == []


def test_every_sentence_of_an_answer_is_used() -> None:
    written = [key for path in [*WORDING, *(ROOT / "handlers").rglob("*.py")] for key in keys_in(path)]
    whole = {key for key, begins in written if not begins}
    begun = tuple(key for key, begins in written if begins and KEY.match(key))
    unused = [
        key
        for key in sorted(known())
        if key.startswith(PREFIXES)
        and key not in whole
        and key.removesuffix("-open") not in whole
        and not (begun and key.startswith(begun))
        and not key.startswith(PUT_TOGETHER)
    ]
    assert unused == []
