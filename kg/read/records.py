"""JSON: a file with one article, a list of them, or one on each line.

A record is an object with a text; its other fields are optional, in any case. The stored text of a record is its
headline, a blank line and its text (the text alone if it begins with the headline); a text in HTML is read as a page.
Characters no text can hold (NUL, half a surrogate pair) become U+FFFD, one for one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from kg.errors import ReadError
from kg.model import Document
from kg.read.article import Given, compose, digest
from kg.read.dates import date_in_address, parse_date
from kg.read.decode import MAX_BYTES

_TEXT = "text body content article_body articlebody".split()
_HEADLINE = "title headline".split()
_OUTLET = "source publisher outlet site_name sitename".split()
_AGENCY = "agency wire".split()
_BYLINE = "byline author authors".split()
_ADDRESS = "url link".split()
_DAY = "published date datetime published_at publishedat pubdate date_published".split()
_LANGUAGE = "language lang".split()
_LISTS = "articles records documents items results".split()
_MARKUP = re.compile(r"<(?:p|div|br|body|article|h[1-6]|ul)\b[^>]{0,300}>", re.IGNORECASE)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

Numbered = tuple[int | None, "object | ReadError"]
"""The number of a record in its file (None for the only one), and its value or what is wrong with it."""


def json_records(data: bytes) -> Iterator[Numbered]:
    """The records of a .json file: one object, a list of objects, an object that holds such a list, or JSON lines."""
    try:
        value = _parse(data)
    except ReadError as error:
        first, _, rest = data.strip().partition(b"\n")
        if rest and _is_object(first):
            yield from json_lines(iter(data.splitlines(keepends=True)))
        else:
            yield None, error
        return
    inner = _list_in(value)
    if inner is None:
        yield None, value
    else:
        yield from enumerate(inner, 1)


def json_lines(lines: Iterator[bytes]) -> Iterator[Numbered]:
    """The records of a .jsonl file, numbered by line; empty lines count but are no records."""
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_BYTES:
            yield number, ReadError(f"too large: the limit for one article is {MAX_BYTES // 1_000_000} MB")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                yield number, _parse(line.rstrip(), at_line=False)
            except ReadError as error:
                yield number, error


def bounded_lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of a line over the limit only the beginning, just over the limit."""
    while line := file.readline(MAX_BYTES + 1):
        yield line
        while not line.endswith(b"\n") and len(line) > MAX_BYTES:
            line = file.readline(MAX_BYTES + 1)


def read_record(record: object, *, path: str) -> Document:
    """One record as a document. Raises ReadError if it has no text."""
    if not isinstance(record, Mapping):
        raise ReadError("not an object with a text field")
    fields = {str(key).lower(): record[key] for key in sorted(record, key=str, reverse=True)}
    text = _string(fields, _TEXT)
    if text is None:
        raise ReadError("no text field; name it text, body or content")
    given = _given(fields)
    if _MARKUP.search(text):
        from kg.read.page import read_page

        text, page = read_page(text)
        given = replace(given, title=given.title or page.title)
    text = _with_title(text, given.title)
    canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return compose(text, path=path, sha256=digest(canonical.encode("utf-8", "surrogatepass")), given=given)


def _given(fields: Mapping[str, object]) -> Given:
    url = _line(_string(fields, _ADDRESS))
    published = parse_date(_string(fields, _DAY) or "") or date_in_address(url or "")
    return Given(
        title=_line(_string(fields, _HEADLINE)),
        source=_line(_string(fields, _OUTLET)),
        agency=_line(_string(fields, _AGENCY)),
        byline=_line(_string(fields, _BYLINE)),
        url=url,
        published=published,
        language=(_string(fields, _LANGUAGE) or "en").split("-")[0].lower(),
    )


def _string(fields: Mapping[str, object], names: list[str]) -> str | None:
    """The first of the named fields that has words: a string, the name of an object, or a list of such."""
    return next((text for text in (_words(fields.get(name)) for name in names) if text), None)


def _words(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_words, value[:20])))
    if not isinstance(value, str) or not value.strip():
        return None
    return _UNSTORABLE.sub("\ufffd", value)


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) if value else None


def _with_title(text: str, title: str | None) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not title or " ".join(first.split()).casefold() == title.casefold():
        return text
    return f"{title}\n\n{text}"


def _list_in(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and not any(str(key).lower() in _TEXT for key in value):
        return next((value[key] for key in value if str(key).lower() in _LISTS and isinstance(value[key], list)), None)
    return None


def _parse(data: bytes, *, at_line: bool = True) -> object:
    try:
        return json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}" if at_line else f"column {error.colno}"
        raise ReadError(f"broken JSON at {place}: {error.msg}") from error
    except RecursionError as error:
        raise ReadError("JSON nested too deep") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"undecodable: not UTF-8 at byte {error.start}") from error
    except ValueError as error:
        raise ReadError("broken JSON: a number with too many digits") from error


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(_parse(line), Mapping)
    except ReadError:
        return False
