"""The parameters of a call, however the bot sends them: in the address, as a form, as JSON, or with files."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message as Headers
from typing import Any, Final
from urllib.parse import parse_qsl

from handlers.stage.refusals import Refused, bad_request

UPLOAD_LIMIT: Final = 50 * 1024 * 1024
BODY_LIMIT: Final = UPLOAD_LIMIT + 1024 * 1024
_TRUE: Final = frozenset({"true", "yes", "1"})
_SURROGATE_PAIR: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of a call as text, and the files that came with it, by field."""

    fields: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """Give a parameter as text."""
        return self.fields.get(name, default)

    def integer(self, name: str, default: int = 0) -> int:
        """Give a parameter as a whole number; what is not a number counts as absent, as on Telegram."""
        value = self.fields.get(name, "").strip()
        return int(value) if re.fullmatch(r"-?\d{1,19}", value) else default

    def flag(self, name: str) -> bool:
        """Give a parameter as a boolean."""
        return self.fields.get(name, "").strip().lower() in _TRUE

    def value(self, name: str, default: Any = None) -> Any:
        """Give a parameter that holds JSON. Raises Refused when it does not."""
        source = self.fields.get(name, "")
        if not source:
            return default
        try:
            return json.loads(source)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None


def read_parameters(query: str, content_type: str, body: bytes) -> Parameters:
    """Read the parameters of a call; those in the body win over those in the address."""
    fields = dict(parse_qsl(query, keep_blank_values=True))
    headers = Headers()
    headers["content-type"] = content_type or "application/octet-stream"
    uploads: dict[str, Upload] = {}
    match headers.get_content_type():
        case "application/json":
            fields |= _json_fields(body)
        case "application/x-www-form-urlencoded":
            fields |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        case "multipart/form-data":
            more, uploads = _parts(body, str(headers.get_param("boundary") or ""))
            fields |= more
    return Parameters({name: _whole(value) for name, value in fields.items()}, uploads)


def _whole(value: str) -> str:
    """Replace lone surrogates, which JSON can smuggle in and no text can hold."""
    return _SURROGATE_PAIR.sub("\ufffd", value)


def _json_fields(body: bytes) -> dict[str, str]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse request JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected as request body")
    return {
        name: item if isinstance(item, str) else json.dumps(item) for name, item in value.items() if item is not None
    }


def _parts(body: bytes, boundary: str) -> tuple[dict[str, str], dict[str, Upload]]:
    """Take a multipart/form-data body apart (RFC 7578)."""
    if not boundary:
        raise bad_request("boundary not found in multipart/form-data")
    fields: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        if part.startswith(b"--"):
            return fields, uploads
        head, _, data = part.partition(b"\r\n\r\n")
        headers = Headers()
        for line in head.decode("utf-8", "replace").strip().split("\r\n"):
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        disposition = headers.get("content-disposition", "")
        field_name = _attribute(disposition, "name")
        file_name = _attribute(disposition, "filename")
        if file_name is None:
            fields[field_name or ""] = data.decode("utf-8", "replace")
        else:
            uploads[field_name or ""] = Upload(file_name, headers.get_content_type(), data)
    raise Refused(400, "Bad Request: can't find the end of multipart/form-data")


def _attribute(disposition: str, name: str) -> str | None:
    match = re.search(rf';\s*{name}="([^"]*)"', disposition)
    return match[1].replace("%22", '"').replace("%0D", "").replace("%0A", "") if match else None
