"""What stands around an HTML article's paragraphs and belongs to it: standfirst, byline, date, captions.

Text extractors drop these; they are found again in the page by their place between the headline and the last
paragraph, and put back where they stand.
"""

import re
from collections.abc import Sequence
from typing import Any

from kg.agencies import is_agency
from kg.model import Span
from kg.read.datelines import wire_line
from kg.read.furniture import is_furniture
from kg.read.lines import Line
from kg.read.pagedata import words
from kg.read.stamps import is_date_line

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption figure td th dt dd pre div section header footer article aside main "
    "ul ol dl table tr tbody nav form address".split()
)
_STANDFIRST = re.compile(
    r"stand-?first|sub-?title|\bdec?k\b|sub-?head|\blede?\b|\blead\b|summary|excerpt|intro|description", re.IGNORECASE
)
_CAPTION = re.compile(r"caption|cutline|photo-?text|image-?text|img-?text", re.IGNORECASE)
_PLAYER = re.compile(r"video|player|carousel|slider|gallery", re.IGNORECASE)
_BYLINE = re.compile(r"By\s+[^\W\d_a-z]")
_OUTSIDE = frozenset("nav aside footer form".split())
_PARAGRAPH = 80
"""Code points: the first extracted block of this length opens the text; what is before it is its head."""
_MAX_CAPTION = 120
"""Words: a box with a picture and more text than this is not a caption's."""


def surroundings(tree: Any, *, title: str | None, paragraphs: Sequence[str]) -> list[tuple[int, str]]:
    """Lines to add, each with the number of paragraphs that stand before it, in page order."""
    place = {text: number for number, text in reversed(list(enumerate(paragraphs)))}
    blocks = [(element, words(element)) for element in tree.iter() if _is_leaf(element)]
    matched = [n for n, (_, text) in enumerate(blocks) if len(text) > 40 and text in place]
    if not matched:
        return []
    opening = next((n for n in matched if len(blocks[n][1]) >= _PARAGRAPH), matched[0])
    head = _title_at(blocks[:opening], title)
    added: list[tuple[int, str]] = []
    done = 0
    known = {title or "", *paragraphs}
    for number in range(matched[0] if head is None else head + 1, matched[-1] + 1):
        element, text = blocks[number]
        done = max(done, place[text] + 1) if number in matched else done
        in_head = number < opening
        if text not in known and (_is_caption(element, text, place) or (in_head and _is_head(element, text))):
            known.add(text)
            added.append((done, text))
    return added


def _is_leaf(element: Any) -> bool:
    if element.tag not in _BLOCKS or any(child.tag in _BLOCKS for child in element.iterdescendants()):
        return False
    return bool(words(element)) and not any(parent.tag in _OUTSIDE for parent in element.iterancestors())


def _title_at(blocks: Sequence[tuple[Any, str]], title: str | None) -> int | None:
    found = [n for n, (_, text) in enumerate(blocks) if title and text.casefold() == title.casefold()]
    return found[-1] if found else None


def _is_head(element: Any, text: str) -> bool:
    """True for what may stand between headline and text: standfirst, byline, agency, date."""
    count = len(text.split())
    if is_date_line(text) or is_agency(text) or wire_line(text) or (_BYLINE.match(text) and count <= 20):
        return True
    named = element.tag in {"h2", "h3", "h4"} or _STANDFIRST.search(element.get("class") or "")
    return bool(named) and 6 <= count <= 80 and not _is_page(text)


def _is_caption(element: Any, text: str, place: dict[str, int]) -> bool:
    count = len(text.split())
    if not 4 <= count <= _MAX_CAPTION or _is_page(text) or _is_linked(element, text):
        return False
    for box in (element, *element.iterancestors("figcaption", "figure", "div", "span")):
        name = box.get("class") or ""
        if box.tag in {"figcaption", "figure"} and "video" in name:
            return False
        if box.tag == "figcaption" or _CAPTION.search(name):
            return "video" not in (box.getparent().get("class") or "")
        if len(words(box).split()) > _MAX_CAPTION:
            return False
        if box is not element and next(box.iter("img", "picture"), None) is not None:
            plays = any(_PLAYER.search(e.get("class") or "") for e in (box.getparent(), *box.iter()))
            return not plays and not any(words(e) in place for e in box.iter("p") if len(words(e)) > 60)
    return False


def _is_linked(element: Any, text: str) -> bool:
    return sum(len(words(a)) for a in element.iter("a")) > 0.5 * len(text)


def _is_page(text: str) -> bool:
    return is_furniture(Line(Span(0, len(text)), text))
