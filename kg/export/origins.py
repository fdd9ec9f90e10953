"""Which articles a triple comes from, so that each article can have a named graph of its own.

A claim, its spans and its mentions belong to their article. A plain triple belongs to the articles whose claims state
it; what a node is called, and of which class it is, to every article that speaks of it.
"""

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from kg.export.source import Source, iri

_TYPE = iri("rdf:type")
_ENDS = ("rdf:subject", "rdf:object", "source", "via", "madeIn")
_VOICES = ("publisher", "agency", "dateline")

_Articles = dict[str, set[str]]
_Pair = tuple[str, str]


def quads(source: Source) -> Iterator[ox.Quad]:
    """Yield every triple once for each article it comes from, in the graph with the article's IRI.

    What no article states stays in the default graph. All graphs together hold the triples of the source, no more.
    """
    origin = _Origins(source)
    for triple in source.triples():
        for article in sorted(origin.of(triple)) or [""]:
            graph = ox.NamedNode(article) if article else None
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


class _Origins:
    """Article by article, what its claims and mentions touch."""

    def __init__(self, source: Source) -> None:
        self._nodes: _Articles = defaultdict(set)
        self._exact: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._between: dict[_Pair, set[str]] = defaultdict(set)
        self._frames: _Articles = defaultdict(set)
        self._own = {n: set(source.values(n, "document")) for n in source.nodes if source.values(n, "document")}
        self._own |= {n: {n} for n in source.of_class("Document")}
        for node, articles in self._own.items():
            self._touch(source, node, articles)
        self._spread(source)

    def of(self, triple: ox.Triple) -> set[str]:
        subject = _value(triple.subject)
        if subject in self._own:
            return self._own[subject]
        stated = self._stated(triple)
        if stated or not isinstance(triple.object, ox.NamedNode) or triple.predicate.value == _TYPE:
            return stated or self._nodes[subject]
        return self._frames[subject] or self._nodes[subject]

    def _stated(self, triple: ox.Triple) -> set[str]:
        """The articles with a claim of this triple; failing that, of one between the same two, which entails it."""
        ends = (_value(triple.subject), _value(triple.object))
        return self._exact.get((ends[0], triple.predicate.value, ends[1])) or self._between.get(_pair(*ends)) or set()

    def _touch(self, source: Source, node: str, articles: set[str]) -> None:
        for other in source.values(node, *_ENDS, *_VOICES, "refersTo"):
            self._nodes[other] |= articles
        for subject in source.values(node, "rdf:subject"):
            target, predicate = source.first(node, "rdf:object"), source.first(node, "rdf:predicate")
            self._exact[subject, predicate, target] |= articles
            if predicate == _TYPE:
                self._frames[subject] |= articles
            else:
                self._between[_pair(subject, target)] |= articles

    def _spread(self, source: Source) -> None:
        """What a stated triple points to is spoken of where the triple is: fillers of roles, quantities."""
        for triple in source.triples():
            if isinstance(triple.object, ox.NamedNode) and _value(triple.subject) not in self._own:
                self._nodes[triple.object.value] |= self.of(triple)


def _pair(one: str, other: str) -> _Pair:
    return (min(one, other), max(one, other))


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return "" if isinstance(term, ox.Triple) else term.value
