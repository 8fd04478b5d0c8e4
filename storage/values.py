"""Domain values as JSON and back, every field of them, nested ones included."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def codec(kind: Any) -> TypeAdapter[Any]:
    """Give what turns a value of ``kind`` (a frozen dataclass, a tuple of them) into JSON and back."""
    return TypeAdapter(kind)


def to_json(kind: Any, value: object) -> Any:
    """Give ``value`` as what JSON can hold; moments in UTC."""
    return codec(kind).dump_python(value, mode="json")


def from_json(kind: Any, data: object) -> Any:
    """Read a value of ``kind``; a field that the data does not have gets its default."""
    return codec(kind).validate_python(data)
