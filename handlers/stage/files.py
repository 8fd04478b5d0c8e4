"""Files that were sent, kept under the id by which they can be sent again."""

import base64
import hashlib
import mimetypes
import re
import struct
from dataclasses import dataclass
from typing import Final, Literal

from handlers.stage.bodies import UPLOAD_LIMIT, Parameters, Upload
from handlers.stage.refusals import Json, Refused, bad_request

FileKind = Literal["document", "photo"]
FILE_KINDS: Final[frozenset[FileKind]] = frozenset({"document", "photo"})
DOWNLOAD_LIMIT: Final = 20 * 1024 * 1024
PHOTO_LIMIT: Final = 10 * 1024 * 1024
PHOTO_SIDES: Final = 10_000
PHOTO_RATIO: Final = 20
_ID_PREFIX: Final[dict[FileKind, str]] = {"document": "BQAC", "photo": "AgAC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file on the stage; ``width`` and ``height`` are of a photo."""

    id: str
    unique_id: str
    path: str
    kind: FileKind
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.data)

    def to_json(self) -> Json:
        """Give the file as Document, or as the only PhotoSize."""
        facts: Json = {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}
        if self.kind == "photo":
            return facts | {"width": self.width, "height": self.height}
        return facts | {"file_name": self.name, "mime_type": self.mime}


class Files:
    """All files of a stage. The same content under the same name keeps its id, also on the next stage."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: FileKind, upload: Upload) -> StoredFile:
        """Keep a file. Raises Refused for one that is empty, too large, or no picture where one is asked."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > UPLOAD_LIMIT:
            raise Refused(413, "Request Entity Too Large")
        width, height = _photo_size(upload.data) if kind == "photo" else (0, 0)
        name = _clean_name(upload.name)
        digest = hashlib.sha256(f"{kind}/{name}/".encode() + upload.data).digest()
        code = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        suffix = re.search(r"\.\w{1,8}$", name)
        stored = StoredFile(
            id=_ID_PREFIX[kind] + code,
            unique_id="AQAD" + code[:12],
            path=f"{kind}s/{code[:16]}{suffix.group() if suffix else ''}",
            kind=kind,
            name=name,
            mime=_mime(name, upload.mime),
            data=upload.data,
            width=width,
            height=height,
        )
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def given(self, kind: FileKind, parameters: Parameters) -> StoredFile:
        """Give the file of a send call: uploaded with it, or sent before and named by its id."""
        reference = parameters.text(kind)
        field = reference.removeprefix("attach://") if reference.startswith("attach://") else kind
        if field in parameters.uploads:
            return self.add(kind, parameters.uploads[field])
        if not reference:
            raise bad_request(f"there is no {kind} in the request")
        if "://" in reference:
            raise bad_request("failed to get HTTP URL content")
        stored = self.by_id(reference)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """Give the file with this ``file_id``."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """Give the file with the path that getFile told."""
        return self._by_path.get(path)


def _clean_name(name: str) -> str:
    cleaned = re.sub(r"[\x00-\x1f/\\<>:\"|?*]+", "_", name).strip(" .")
    return cleaned[-60:] or "file"


def _mime(name: str, told: str) -> str:
    """Guess from the name, as Telegram does; what the bot told counts where the name says nothing."""
    return mimetypes.guess_type(name)[0] or told or "application/octet-stream"


def _photo_size(data: bytes) -> tuple[int, int]:
    if len(data) > PHOTO_LIMIT:
        raise bad_request(f"file of size {len(data)} bytes is too big for a photo")
    width, height = _png_size(data) or _jpeg_size(data) or (0, 0)
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if width + height > PHOTO_SIDES or max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) < struct.calcsize(">16xII"):
        return None
    width, height = struct.unpack_from(">16xII", data)
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Read the size from the first start-of-frame segment (ITU T.81, B.2.2)."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while match := re.compile(rb"\xff([\xc0-\xfe])(..)", re.DOTALL).match(data, at):
        marker, length = match[1][0], int.from_bytes(match[2], "big")
        if marker in _START_OF_FRAME and len(data) >= at + 9:
            height, width = struct.unpack_from(">5xHH", data, at)
            return width, height
        at += 2 + length
    return None


_START_OF_FRAME: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
