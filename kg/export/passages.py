"""Evidence as a reader wants it: where the claim's words stand in the article, and the whole sentence around them.

The page counts in UTF-16 units, as browsers do; nothing of the text is written twice.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from kg.model import Document, DocumentId, Span
from kg.text import sentences

Passage = list[int]
"""[article, start and end of the sentences around, start and end of the claim's words]"""

_WIDEST = 900
"""Code points of context; a longer "sentence" is no prose, and only the claim's own words are shown."""


_start = attrgetter("start")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
"""Code points that take two units."""


class Units:
    """The UTF-16 offsets of a text's code points."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [m.start() for m in _WIDE.finditer(text)]

    def at(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)

    def of(self, span: Span) -> list[int]:
        return [self.at(span.start), self.at(span.end)] if self._wide else [span.start, span.end]


class Passages:
    """Passages of all claims, each kept once; `number` gives the place in `found`.

    The `sentences` are those that were read; an article of which none are given is cut here.
    """

    def __init__(self, documents: Iterable[Document], sentences: Mapping[DocumentId, Sequence[Span]]) -> None:
        self.found: list[Passage] = []
        self._documents = {d.id: (n, d, Units(d.text)) for n, d in enumerate(documents)}
        self._known: dict[tuple[DocumentId, int, int], int] = {}
        self._sentences = dict(sentences)

    def number(self, document: DocumentId, span: Span) -> int:
        """The passage around a span."""
        key = (document, span.start, span.end)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = len(self.found)
            number, read, units = self._documents[document]
            self.found.append([number, *units.of(self._around(read, span)), *units.of(span)])
        return known

    def exact(self, document: DocumentId, span: Span) -> list[int]:
        """[article, start, end] of the span itself."""
        number, _, units = self._documents[document]
        return [number, *units.of(span)]

    def _around(self, document: Document, span: Span) -> Span:
        """The sentences that the span touches."""
        if document.id not in self._sentences:
            self._sentences[document.id] = [Span(*ends) for ends in sentences(document.text)]
        known = self._sentences[document.id]
        first = bisect_right(known, span.start, key=_start) - 1
        start = known[first].start if first >= 0 and known[first].end > span.start else span.start
        last = bisect_left(known, span.end, key=_start) - 1
        end = known[last].end if last >= 0 else span.end
        around = Span(start, max(end, span.end))
        return around if around.end - around.start <= _WIDEST else span
