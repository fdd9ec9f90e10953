"""Pointers to other articles inside an HTML page, taken out of the tree before the text is extracted.

Two signs: a paragraph or list item that is one link, and a heading that says so ("You might also like").
"""

from itertools import islice
from typing import Any

from kg.model import Span
from kg.read.furniture import is_tail_marker
from kg.read.lines import Line
from kg.read.pagedata import words

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = ("script", "style", "noscript", "template", "svg", "button", "iframe")
_BOXES = frozenset("ul ol div section aside".split())
_SMALL_SHARE = 0.25
"""A part with more of the page's paragraph text than this is never taken out."""
_LONG = 250
_MAX_MARKERS = 100


def prune(tree: Any, title: str | None) -> None:
    """Remove scripts and teasers from the tree, in place."""
    for element in [e for e in tree.iter(*_UNSEEN) if e.get("type") != "application/ld+json"]:
        _drop(element)
    total = _prose(tree)
    for element in [e for e in tree.iter("p", "li", *_HEADINGS[2:]) if _is_one_link(e)]:
        _drop(element)
    for link in [e for e in tree.iter("a") if _is_card(e) and _prose(e) <= _SMALL_SHARE * total]:
        _drop(link)
    markers = (e for e in tree.iter(*_HEADINGS, "p", "div", "strong", "span") if _is_marker(e))
    for marker in list(islice(markers, _MAX_MARKERS)):
        _drop_section(marker, total, title)


def _drop(element: Any) -> None:
    """Take an element out and leave the text behind it; it may already be gone with a part that held it."""
    if element.getparent() is not None:
        element.drop_tree()


def _prose(element: Any) -> int:
    return sum(len(words(p)) for p in element.iter("p"))


def _is_one_link(element: Any) -> bool:
    text = words(element)
    linked = sum(len(words(a)) for a in element.iter("a") if a.get("href"))
    return text.count(" ") >= 3 and linked >= 0.9 * len(text)


def _is_card(link: Any) -> bool:
    """A link around a whole block with its own heading or paragraph: the front of another article."""
    has_block = next(link.iter("p", *_HEADINGS), None) is not None
    return bool(link.get("href")) and has_block and next(link.iter("figcaption"), None) is None


def _is_marker(element: Any) -> bool:
    if len(element) > 2 or sum(len(text) for text in islice(element.itertext(), 8)) > 200:
        return False
    text = words(element)
    return 0 < len(text) <= 60 and is_tail_marker(Line(Span(0, len(text)), text))


def _drop_section(marker: Any, total: int, title: str | None) -> None:
    """Remove what a marker heads: the box around it, or the lists and boxes that follow it in a larger one."""
    text = words(marker)
    box = marker
    while box.getparent() is not None and words(box.getparent()) == text:
        box = box.getparent()
    section = box.getparent()
    if section is None or section.tag in {"body", "html"} or not _is_aside(section, total, title):
        section = None
    if section is None and marker.tag in _HEADINGS:
        while (after := box.getnext()) is not None and after.tag in _BOXES and _is_aside(after, total, title):
            _drop(after)
    _drop(box if section is None else section)


def _is_aside(element: Any, total: int, title: str | None) -> bool:
    if title and any(words(h) == title for h in element.iter(*_HEADINGS)):
        return False
    longest = max((len(words(p)) for p in element.iter("p")), default=0)
    return element.tag != "p" and longest <= _LONG and _prose(element) <= _SMALL_SHARE * total
