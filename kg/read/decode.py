"""Bytes to text: UTF-8 first, byte-order marks and declared encodings next, a guess last.

A UTF-8 byte-order mark stays in the text as U+FEFF, so that offsets agree with every program that decodes the
file as plain UTF-8; it is never part of the body. The marks of UTF-16 and UTF-32 belong to the encoding and go.
"""

import codecs
import re

from kg.errors import ReadError

MAX_BYTES = 20_000_000
"""An article larger than this is not an article."""

_MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode_text(data: bytes) -> str:
    """The text of a plain file, code point for code point. Raises ReadError for empty, large and binary files."""
    check_size(len(data))
    _refuse_binary(data)
    return _known(data) or _guessed(data)


def decode_page(data: bytes) -> str:
    """The source of an HTML page: as `decode_text`, but a declared encoding is believed before a guess."""
    check_size(len(data))
    _refuse_binary(data)
    return _known(data) or _declared(data) or _guessed(data)


def check_size(size: int) -> None:
    if size == 0:
        raise ReadError("the file is empty")
    if size > MAX_BYTES:
        raise ReadError(f"too large: {size / 1e6:.0f} MB, the limit for one article is {MAX_BYTES // 1_000_000} MB")


def _refuse_binary(data: bytes) -> None:
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise ReadError(f"{kind}, not text")
    if b"\0" in data and not _wide_encoding(data):
        raise ReadError("a binary file, not text")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark, or unmarked UTF-16 by its zero bytes, all on one side of the pairs."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    half = len(data) // 2
    low, high = data[0 : half * 2 : 2].count(0), data[1 : half * 2 : 2].count(0)
    if high > 0.6 * half and low < 0.02 * half:
        return "utf-16-le"
    if low > 0.6 * half and high < 0.02 * half:
        return "utf-16-be"
    return None


def _known(data: bytes) -> str | None:
    encoding = _wide_encoding(data)
    if encoding:
        try:
            return _plain(data.decode(encoding))
        except UnicodeDecodeError as error:
            raise ReadError(f"undecodable: broken {encoding.upper()} at byte {error.start}") from error
    try:
        return _plain(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str | None:
    match = _META.search(data[:8192])
    if not match:
        return None
    name = match.group(1).decode("ascii").lower()
    encoding = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name  # as browsers do
    try:
        return _plain(data.decode(encoding))
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise ReadError("undecodable: neither UTF-8 nor a known older encoding")
    rank = (best.chaos, best.coherence)
    # Latin code pages tie on most Western texts; the most common one wins.
    ties = [m for m in matches if (m.chaos, m.coherence) == rank and m.encoding == "cp1252"]
    return _plain(str((ties or [best])[0]))


def _plain(text: str) -> str:
    if len(_CONTROL.findall(text)) > 0.02 * len(text):
        raise ReadError("a binary file, not text")
    return text
