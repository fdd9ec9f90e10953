"""The articles as the page carries them: text, where each mention stands, who published it and when."""

from collections import defaultdict
from collections.abc import Mapping

from kg.export.nodes import shortened
from kg.export.passages import Units
from kg.export.terms import clean
from kg.graph import Graph
from kg.model import Basis, Document, DocumentId, Span
from kg.ontology import Ontology

Placed = dict[DocumentId, list[tuple[Span, int]]]


def articles(graph: Graph, ontology: Ontology, numbers: Mapping[str, int]) -> list[dict[str, object]]:
    """Return one record per article; `numbers` are the page's numbers of nodes."""
    bases = ontology.vocabulary.enumerations["TimeBasis"].members
    labels = {Basis(name): member.label for name, member in bases.items()}
    mentions = _mentions(graph, numbers)
    return [_article(d, graph, numbers, mentions[d.id], labels) for d in graph.documents]


def _article(
    document: Document,
    graph: Graph,
    numbers: Mapping[str, int],
    mentions: list[tuple[Span, int]],
    labels: Mapping[Basis, str],
) -> dict[str, object]:
    voices = (graph.publishers.get(document.id), graph.agencies.get(document.id))
    named = list(dict.fromkeys(v for v in voices if v))
    units = Units(document.text)
    found: dict[str, object] = {
        "key": clean(document.id),
        "path": shortened(document.path),
        "headline": shortened(document.title or ""),
        "by": ", ".join(shortened(graph.label(v)) for v in named),
        "voices": [numbers[v] for v in named],
        "date": document.reference_date.isoformat() if document.reference_date else "",
        "basis": labels[document.reference_basis] if document.reference_date and document.reference_basis else "",
        "url": clean(document.url or ""),
        "text": clean(document.text),
        "mentions": [[*units.of(span), node] for span, node in mentions],
    }
    return {key: value for key, value in found.items() if value}


def _mentions(graph: Graph, numbers: Mapping[str, int]) -> Placed:
    """Every article's mentions in order of the text, the outermost where several overlap."""
    refers_to = graph.refers_to
    placed: Placed = defaultdict(list)
    for mention in graph.mentions:
        if mention.id in refers_to:
            placed[mention.document].append((mention.span, numbers[refers_to[mention.id]]))
    return defaultdict(list, {document: _apart(found) for document, found in placed.items()})


def _apart(mentions: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The outermost of mentions that are given in order of where they start and end."""
    found: list[tuple[Span, int]] = []
    start = end = 0
    for mention in mentions:
        span = mention[0]
        if span.start >= end:
            found.append(mention)
        elif span.start == start and span.end > end:
            found[-1] = mention
        else:
            continue
        start, end = span.start, span.end
    return found
