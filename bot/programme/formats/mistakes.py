"""What is wrong in a file, in plain words: from pydantic's errors, and as a line to print."""

from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from bot.errors import Mistake
from bot.programme.formats.marked import Marked, Path, describe
from bot.programme.formats.written import nearest


def mistake_text(mistake: Mistake) -> str:
    """Write a mistake as one line: file, line, field, what was found and what would be right."""
    where = f"{mistake.file}:{mistake.line}: " + (f"{mistake.field}: " if mistake.field else "")
    return f"{where}found {mistake.found}; expected {mistake.expected}"


def from_validation(error: ValidationError, marked: Marked, model: type[BaseModel]) -> tuple[Mistake, ...]:
    """Turn each of pydantic's errors into a mistake in the file."""
    return tuple(
        marked.mistake(details["loc"], *_said(details["type"], details["loc"], details, model))
        for details in error.errors()
    )


def _said(kind: str, path: Path, details: Any, model: type[BaseModel]) -> tuple[str, str]:
    """Say what was found and what was expected."""
    value = details["input"]
    match kind:
        case "written":
            return details["ctx"]["found"] or describe(value), details["ctx"]["expected"]
        case "missing":
            return "nothing", f"a line “{path[-1]}: …”"
        case "extra_forbidden":
            fields = _model_at(model, path[:-1]).model_fields
            return f"the unknown field “{path[-1]}”", nearest(str(path[-1]), fields)
        case "tuple_type":
            return describe(value), "a list: each item on a line that begins with a hyphen"
        case "model_type":
            fields = _model_at(model, path).model_fields
            needed = [name for name, field in fields.items() if field.is_required()] or list(fields)[:3]
            return describe(value), f"fields: {', '.join(needed)}, …"
        case _:
            return describe(value), str(details["msg"])


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Give the model that describes what stands at ``path`` in a file of ``model``."""
    for step in path:
        if isinstance(step, str):
            model = _model_in(model.model_fields[step].annotation) or model
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)
