"""The sentences of one language, kept in Fluent files and formatted with values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.programme.model import LANGUAGES, Language
from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN, clean


def _bold(text: Any) -> Any:
    return f"{BOLD_OPEN}{text}{BOLD_CLOSE}"


@dataclass(frozen=True)
class Words:
    """All sentences in one language. Call it with a key and values: ``words("room-empty", room="zaal 4")``."""

    language: Language
    bundle: FluentBundle

    def __call__(self, key: str, **values: str | int) -> str:
        """Give the sentence ``key`` with ``values`` filled in.

        Raises KeyError for an unknown key, ValueError for a value that the sentence lacks.
        """
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        cleaned: dict[str, Any] = {
            name: clean(value) if isinstance(value, str) else value for name, value in values.items()
        }
        text, errors = self.bundle.format_pattern(pattern, cleaned)
        if errors:
            raise ValueError(f"sentence {key!r} ({self.language}): {errors[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        """Say whether there is a sentence with this key."""
        return bool(self.bundle.has_message(key))


Catalogue = Mapping[Language, Words]


def read_catalogue(sources: Mapping[Language, str]) -> Catalogue:
    """Make the catalogue from the Fluent source of each language.

    In a sentence, ``{ BOLD($name) }`` says what stands out.
    """
    return {language: _words(language, sources[language]) for language in LANGUAGES}


def _words(language: Language, source: str) -> Words:
    # Isolation marks (U+2068/2069) around values would show up as boxes in some clients.
    bundle = FluentBundle([language], use_isolating=False, functions={"BOLD": _bold})
    bundle.add_resource(FluentResource(source))
    return Words(language, bundle)
