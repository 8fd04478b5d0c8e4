"""What stands in a PDF, read with a program of its own."""

import shutil
import subprocess
from pathlib import Path

from calendar_programs import absent


def text_of(content: bytes, folder: Path) -> str:
    """Give the text of a PDF, its lines joined where they were wrapped."""
    if shutil.which("pdftotext") is None:
        absent("pdftotext")
    path = folder / "read.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, timeout=60)
    return " ".join(done.stdout.decode().split())
