"""Quotations of an article: where they are, so that their words can be given to whoever says them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.model import Document, Span

_PAIR = re.compile(
    r"“[^“”\n]{2,2000}(?:”|(?=\n|\Z))|\"[^\"\n]{2,2000}(?:\"|(?=\n|\Z))|«[^«»\n]{2,2000}»|„[^„“”\n]{2,2000}[“”]"
)


def find(document: Document) -> list[Span]:
    """The words between quotation marks, marks and closing commas left out, in order of the text.

    A quotation that runs on over a paragraph is left open at its end, as newspapers print it.
    """
    found = []
    for part in document.body:
        for match in _PAIR.finditer(document.text, part.start, part.end):
            start, end = match.start() + 1, match.end()
            while end > start and document.text[end - 1] in '”"»“,. ':
                end -= 1
            if end > start:
                found.append(Span(start, end))
    return found


def inside(quotes: Sequence[Span], span: Span) -> Span | None:
    """The quotation a span lies in, if any."""
    at = bisect_right(quotes, span.start, key=lambda q: q.start) - 1
    return quotes[at] if at >= 0 and quotes[at].contains(span) else None


def within(quotes: Sequence[Span], span: Span) -> Sequence[Span]:
    """The quotations that lie in a span."""
    first = bisect_left(quotes, span.start, key=lambda q: q.start)
    return [q for q in quotes[first : bisect_left(quotes, span.end, key=lambda q: q.start)] if span.contains(q)]
