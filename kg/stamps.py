"""Digests that tell whether a file is still what it was."""

import hashlib
from pathlib import Path


def stamp(file: Path | str) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; it is read in parts, however large. Raises OSError."""
    with open(file, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
