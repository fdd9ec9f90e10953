"""HTML pages: the article's text by trafilatura, with what belongs around it.

The stored text of a page is its headline, then what stands between headline and text, then the paragraphs with the
captions between them, all separated by blank lines; every offset counts in this text. White space inside a paragraph
is collapsed; nothing else is changed.
"""

import logging
from collections.abc import Iterator
from typing import Any

from kg.errors import ReadError
from kg.read.article import Given
from kg.read.pagedata import page_data, words
from kg.read.surround import surroundings
from kg.read.teasers import prune

_LINES = frozenset("p item row head list quote table".split())
_MAX_DEPTH = 250
"""The parser stops at 256 levels and loses what is deeper."""

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read_page(source: str) -> tuple[str, Given]:
    """The stored text and the metadata of a page. Raises ReadError if it has no article text."""
    tree = _parse(source)
    given = page_data(tree)
    prune(tree, given.title)
    paragraphs = _paragraphs(tree, given.title)
    if not paragraphs:
        raise ReadError("no readable text in this page")
    added = surroundings(tree, title=given.title, paragraphs=paragraphs)
    lines = [given.title] if given.title else []
    for number in range(len(paragraphs) + 1):
        lines += [text for before, text in added if before == number]
        lines += paragraphs[number : number + 1]
    return "\n\n".join(lines) + "\n", given


def _parse(source: str) -> Any:
    from lxml import etree, html

    clean = source.encode("utf-8", "replace").replace(b"\0", b"")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(clean, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise ReadError("no readable text in this page") from error
    if _depth(tree) >= _MAX_DEPTH:
        raise ReadError(f"nested too deep: more than {_MAX_DEPTH} levels of tags")
    return tree


def _depth(tree: Any) -> int:
    from lxml import etree

    deepest = level = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def _paragraphs(tree: Any, title: str | None) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    texts = [] if body is None else [" ".join(text.split()) for element in body for text in _texts(element)]
    return [text for number, text in enumerate(texts) if text and (number or text != title)]


def _texts(element: Any) -> Iterator[str]:
    """The lines of one block of trafilatura's tree."""
    inner = [child for child in element if child.tag in _LINES]
    if element.tag == "row":
        yield " | ".join(filter(None, map(words, element)))
    elif inner:
        yield element.text or ""
        for child in inner:
            yield from _texts(child)
            yield child.tail or ""
    else:
        yield from _broken_lines(element)


def _broken_lines(element: Any) -> Iterator[str]:
    """The text of a paragraph, split at its line breaks."""
    parts = [element.text or ""]
    for child in element.iterdescendants():
        parts.append("\n" if child.tag == "lb" else child.text or "")
        parts.append(child.tail or "")
    yield from "".join(parts).split("\n")
