"""Files to documents: `find` says which articles are meant, `read` turns each into a `Document` or says why not.

    for source in find(["news/", "*.jsonl", "-"]).sources:
        for item in distinct(read(source)):
            ...

Nothing here changes a text: offsets count code points of the decoded file (.txt, .md), or of the text stored for a
page or record (`page`, `records`). The same bytes give the same document, whatever the order of the arguments.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import BinaryIO

from kg.errors import ReadError
from kg.model import Document, DocumentId
from kg.read import records
from kg.read.article import compose, digest
from kg.read.decode import MAX_BYTES, check_size, decode_page, decode_text
from kg.read.markdown import read_markdown
from kg.read.sources import STDIN, SUFFIXES, Found, Skipped, find, shown

__all__ = ["MAX_BYTES", "SUFFIXES", "Found", "Skipped", "distinct", "find", "read"]

_MAX_COLLECTION = 50 * MAX_BYTES
"""A .json file is read whole; .jsonl files may be of any size."""


def read(source: str, *, stdin: BinaryIO | None = None) -> Iterator[Document | Skipped]:
    """The articles of one source of `find`; those that cannot be read as `Skipped`, never as an exception.

    A file that changes between `find` and `read` is skipped like any other. `stdin` replaces standard input.
    """
    name = shown(source)
    try:
        if source == STDIN:
            yield from _read_bytes((stdin or sys.stdin.buffer).read(_MAX_COLLECTION + 1), name)
        elif source.lower().endswith(".jsonl"):
            with open(source, "rb") as file:
                yield from _read_records(records.json_lines(records.bounded_lines(file)), name)
        else:
            yield from _read_bytes(_load(source), name)
    except ReadError as error:
        yield Skipped(name, str(error))
    except OSError as error:
        yield Skipped(name, f"cannot be opened: {error.strerror or error}")


def distinct(items: Iterable[Document | Skipped]) -> Iterator[Document | Skipped]:
    """The items, with every document that repeats an earlier one byte for byte replaced by a `Skipped`."""
    first: dict[DocumentId, str] = {}
    for item in items:
        if isinstance(item, Document) and first.setdefault(item.id, item.path) != item.path:
            yield Skipped(item.path, f"the same as {first[item.id]}")
        else:
            yield item


def _load(source: str) -> bytes:
    size = os.path.getsize(source)
    if not source.lower().endswith(".json"):
        check_size(size)
    elif size > _MAX_COLLECTION:
        raise ReadError(f"too large: over {_MAX_COLLECTION // 1_000_000} MB of JSON; use JSON lines (.jsonl)")
    with open(source, "rb") as file:
        return file.read()


def _read_bytes(data: bytes, name: str) -> Iterator[Document | Skipped]:
    suffix = os.path.splitext(name)[1].lower() if name != STDIN else _sniff(data)
    if not data:
        yield Skipped(name, "the file is empty")
    elif suffix == ".json":
        yield from _read_records(records.json_records(data), name)
    else:
        reader = {".md": _markdown, ".html": _page, ".htm": _page}.get(suffix, _plain)
        yield _attempt(partial(reader, data, name), name)


def _read_records(found: Iterator[records.Numbered], name: str) -> Iterator[Document | Skipped]:
    number: int | None = 0
    for number, value in found:
        path = name if number is None else f"{name}#{number}"
        if isinstance(value, ReadError):
            yield Skipped(path, str(value))
        else:
            yield _attempt(partial(records.read_record, value, path=path), path)
    if number == 0:
        yield Skipped(name, "no records in this file")


def _attempt(job: Callable[[], Document], path: str) -> Document | Skipped:
    try:
        return job()
    except ReadError as error:
        return Skipped(path, str(error))
    except Exception as error:  # noqa: BLE001 - one bad article never stops the others
        return Skipped(path, f"could not be read ({type(error).__name__}: {' '.join(str(error).split())[:200]})")


def _plain(data: bytes, path: str) -> Document:
    return compose(decode_text(data), path=path, sha256=digest(data))


def _markdown(data: bytes, path: str) -> Document:
    text = decode_text(data)
    given, seen = read_markdown(text)
    return compose(text, path=path, sha256=digest(data), given=given, seen=seen)


def _page(data: bytes, path: str) -> Document:
    from kg.read.page import read_page

    text, given = read_page(decode_page(data))
    return compose(text, path=path, sha256=digest(data), given=given)


def _sniff(data: bytes) -> str:
    """The suffix that standard input would have as a file."""
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"{", b"[{", b"[\n", b"[ ", b"[\r")):
        return ".json"
    return ".html" if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article")) else ".txt"
