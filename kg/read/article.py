"""One article's text and what its file says about it, put together as a `Document`."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import ReadError
from kg.model import Document, DocumentId
from kg.read.body import layout
from kg.read.credits import read_credits
from kg.read.lines import Line, lines
from kg.read.reference import dating


@dataclass(frozen=True, slots=True)
class Given:
    """What the file states about its article outside the text: page metadata, front matter, record fields."""

    title: str | None = None
    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    url: str | None = None
    published: dt.date | None = None
    language: str = "en"


def compose(
    text: str, *, path: str, sha256: str, given: Given | None = None, seen: Sequence[Line] | None = None
) -> Document:
    """Read one article. `seen` are its visible lines if markup hides some of the text; else all lines are.

    Raises ReadError if nothing is left to read.
    """
    given = given or Given()
    found = layout(lines(text) if seen is None else seen, title=given.title)
    if not found.body:
        raise ReadError("no readable text")
    said = read_credits(found)
    date = dating(text, found, published=given.published, dateline=said.place)
    return Document(
        id=DocumentId(f"doc-{sha256[:12]}"),
        text=text,
        sha256=sha256,
        path=path,
        body=tuple(line.span for line in found.body),
        repeats=found.repeats,
        title=given.title or (found.title.key if found.title else None),
        source=given.source or said.source,
        agency=given.agency or said.agency,
        byline=given.byline or said.byline,
        url=given.url,
        dateline=said.place,
        published=date.published,
        reference_date=date.reference,
        reference_basis=date.basis,
        language=given.language,
    )


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
