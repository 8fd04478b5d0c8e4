"""Templates to pages, each in one piece: style and script stand in it, and it asks for nothing else."""

import base64
import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.wording.catalogue import Words
from bot.wording.names import day_name
from handlers.web.site import OTHER, base_of

TEMPLATES: Final = Path(__file__).with_name("templates")
STYLE: Final = (TEMPLATES / "page.css").read_text("utf-8")
SCRIPT: Final = (TEMPLATES / "copy.js").read_text("utf-8")


def _allowed(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


HEADERS: Final = {
    "content-security-policy": (
        f"default-src 'none'; style-src {_allowed(STYLE)}; script-src {_allowed(SCRIPT)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
"""Go with every answer: a page runs and loads only what stands in it, and tells nobody its own address."""


@cache
def templates() -> Environment:
    """Read the templates; whatever is put into them is escaped."""
    # Fluent's own marks never get here: a sentence with BOLD is written span by span.
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"style": Markup(STYLE), "script": Markup(SCRIPT)}  # noqa: S704 - our own files, not input
    return made


def render(
    request: Request,
    template: str,
    words: Words,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **values: Any,
) -> Response:
    """Make a page in the language of ``words``."""
    other = OTHER[words.language]
    page = (
        templates()
        .get_template(template)
        .render(
            t=words,
            language=words.language,
            other=other,
            base=base_of(request),
            day_name=lambda day: _day(day, words),
            **values,
        )
    )
    known = {"content-language": words.language, "vary": "accept-language", "cache-control": "no-cache"}
    return HTMLResponse(page, status_code=status, headers=known | (headers or {}))


def _day(day: date, words: Words) -> str:
    return day_name(day, words)
