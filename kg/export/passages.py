"""Evidence as a reader wants it: the whole sentence, with the claim's words and every mention in it marked."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from kg.export.terms import clean
from kg.graph import Graph
from kg.model import Document, DocumentId, EntityId, Span
from kg.text import sentences

Part = list[str | int | None]
"""[text, node mentioned or None, 1 if inside the claim's words]"""

_WIDEST = 900
"""Code points of context; a longer "sentence" is no prose, and only the claim's own words are shown."""


class Passages:
    """Passages of all claims, each kept once; `number` gives the place in `found`."""

    def __init__(self, graph: Graph, numbers: Mapping[str, int]) -> None:
        self.found: list[list[Part]] = []
        self._documents = {d.id: d for d in graph.documents}
        self._known: dict[tuple[DocumentId, Span], int] = {}
        self._sentences: dict[DocumentId, list[tuple[int, int]]] = {}
        self._mentions: dict[DocumentId, list[tuple[Span, int]]] = defaultdict(list)
        for mention in sorted(graph.mentions, key=lambda m: (m.span.start, -m.span.end, m.id)):
            node: EntityId | None = graph.refers_to.get(mention.id)
            if node is not None:
                self._mentions[mention.document].append((mention.span, numbers[node]))

    def number(self, document: DocumentId, span: Span) -> int:
        """The passage around a span."""
        key = (document, span)
        if key not in self._known:
            self._known[key] = len(self.found)
            self.found.append(self._parts(self._documents[document], span))
        return self._known[key]

    def _parts(self, document: Document, span: Span) -> list[Part]:
        around = self._around(document, span)
        mentions = _apart([m for m in self._mentions[document.id] if around.contains(m[0])])
        cuts = {around.start, around.end, span.start, span.end}
        cuts |= {edge for inner, _ in mentions for edge in (inner.start, inner.end)}
        places = sorted(cuts)
        return [
            [
                clean(document.text[a:b]),
                next((node for inner, node in mentions if inner.start <= a and b <= inner.end), None),
                int(span.start <= a and b <= span.end),
            ]
            for a, b in pairwise(places)
        ]

    def _around(self, document: Document, span: Span) -> Span:
        """The sentences that the span touches."""
        if document.id not in self._sentences:
            self._sentences[document.id] = list(sentences(document.text))
        known = self._sentences[document.id]
        first = bisect_right(known, (span.start, len(document.text))) - 1
        start = known[first][0] if first >= 0 and known[first][1] > span.start else span.start
        last = bisect_left(known, (span.end, 0)) - 1
        end = known[last][1] if last >= 0 else span.end
        around = Span(start, max(end, span.end))
        return around if around.end - around.start <= _WIDEST else span


def _apart(mentions: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The outermost mentions, none overlapping another; they come sorted by start, longest first."""
    kept: list[tuple[Span, int]] = []
    for span, node in mentions:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, node))
    return kept
