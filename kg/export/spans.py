"""The places in the articles that claims rest on and mentions stand at, as blocks of Turtle."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from kg.errors import ExportError
from kg.export.iris import Names, kg
from kg.export.terms import string
from kg.graph import Graph
from kg.model import Document, DocumentId, Kind

Place = tuple[int, int]
"""A span's start and end, which compare faster than spans do."""

_RANK = {kind: n for n, kind in enumerate(Kind)}
_KINDS = {kind: kg(kind) for kind in Kind}
_article = attrgetter("document")
_where = attrgetter("span.start", "span.end")
_numbered = attrgetter("span.start", "span.end", "sentence")


class Text:
    """An article with the names of its spans."""

    def __init__(self, document: Document, names: Names) -> None:
        stem = names.node(f"span-{document.sha256[:8]}")
        self.document, self.iri = document, names.node(document.id)
        self._stem, self._end = (stem, "") if stem[-1] != ">" else (stem[:-1], ">")

    def span(self, place: Place) -> str:
        return f"{self._stem}-{place[0]}-{place[1]}{self._end}"

    def position(self, place: Place, sentence: int | None) -> str:
        """The rest of a span's block: where it stands, and its words."""
        start, end = place
        exact = self.document.text[start:end]
        if not 0 <= start < end or len(exact) != end - start:
            raise ExportError(f"export: {self.document.path}: no text at {start}-{end}")
        number = "" if sentence is None else f" ;\n    kg:sentence {sentence}"
        return (
            f" ;\n    kg:document {self.iri} ;\n    kg:start {start} ;\n    kg:end {end} ;\n    "
            f"kg:exact {string(exact)}{number} .\n"
        )


def texts(graph: Graph, names: Names) -> dict[DocumentId, Text]:
    """The articles by their ids, in their order."""
    return {d.id: Text(d, names) for d in graph.documents}


def evidence(places: Mapping[DocumentId, Iterable[Place]], graph: Graph, names: Names) -> Iterator[str]:
    """The spans that claims rest on, each once, in text order."""
    inside = {id_: sorted(map(_numbered, found)) for id_, found in groupby(graph.mentions, key=_article)}
    for id_, text in texts(graph, names).items():
        for place in sorted(set(places.get(id_, ()))):
            sentence = _sentence(place, inside.get(id_, []))
            yield f"{text.span(place)} a kg:TextSpan{text.position(place, sentence)}"


def _sentence(place: Place, inside: list[tuple[int, int, int]]) -> int | None:
    """The sentence of the first mention inside the place, if there is one; the mentions of its article are given."""
    for n in range(bisect_left(inside, (place[0],)), len(inside)):
        start, end, sentence = inside[n]
        if start >= place[1]:
            return None
        if end <= place[1]:
            return sentence
    return None


def mentions(graph: Graph, names: Names) -> Iterator[str]:
    """The mentions that refer to something, in text order; two on the same words are one node."""
    refers_to, known = graph.refers_to, texts(graph, names)
    for id_, there in groupby([m for m in graph.mentions if m.id in refers_to], key=_article):
        text = known[id_]
        for place, same in groupby(there, key=_where):
            found = list(same)
            kind, sentence, things = found[0].kind, found[0].sentence, names.node(refers_to[found[0].id])
            if len(found) > 1:
                kind = min([m.kind for m in found], key=_RANK.__getitem__)
                sentence = min([m.sentence for m in found])
                things = " , ".join([names.node(t) for t in sorted({refers_to[m.id] for m in found})])
            yield (
                f"{text.span(place)} a kg:Mention , kg:TextSpan ;\n    kg:refersTo {things} ;\n    "
                f"kg:mentionKind {_KINDS[kind]}{text.position(place, sentence)}"
            )
