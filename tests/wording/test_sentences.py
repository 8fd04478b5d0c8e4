"""Both languages say the same things."""

import re

import pytest

from config.bundled import wording_sources

SOURCES = wording_sources()
SENTENCE = re.compile(r"^([a-z][a-z0-9-]*) =((?:.*\n)(?:[ ].*\n)*)", re.MULTILINE)


def sentences(language: str) -> dict[str, set[str]]:
    """Give the values that each sentence of a language is filled with."""
    return {key: set(re.findall(r"\$([a-z_]+)", text)) for key, text in SENTENCE.findall(SOURCES[language] + "\n")}


def test_both_languages_have_the_same_sentences() -> None:
    assert sentences("nl").keys() == sentences("en").keys()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_is_written_twice(language: str) -> None:
    keys = [key for key, _ in SENTENCE.findall(SOURCES[language] + "\n")]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_a_sentence_is_filled_with_the_same_values_in_both_languages() -> None:
    dutch, english = sentences("nl"), sentences("en")
    different = {key: (dutch[key], english[key]) for key in dutch if dutch[key] != english[key]}
    glosses = {"name-gloss", "name-the"}  # only English explains a Dutch name, only Dutch has two articles
    assert {key: pair for key, pair in different.items() if key not in glosses} == {}
