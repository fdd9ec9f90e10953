"""Claims, the spans they rest on, and mentions as records."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import ExportError
from kg.export.iris import claim_iri, kg, node, object_term, span_iri
from kg.export.terms import LABEL, A, Iri, Record, Term, Value, clean, number, record, share
from kg.graph import Graph, Statement
from kg.model import Claim, Document, DocumentId, EntityId, Kind, Literal, Mention, Quantity, Span
from kg.ontology import Ontology

_RANK = {kind: i for i, kind in enumerate(Kind)}
_Triple = tuple[Iri, Iri, Iri | Value]


@dataclass(frozen=True, slots=True)
class Reified:
    """One claim node: what it says, and every claim of that content in one article."""

    iri: Iri
    triple: _Triple
    words: str
    source_count: int
    document: Document
    claims: tuple[Claim[EntityId], ...]

    @property
    def spans(self) -> list[Span]:
        return sorted({s for c in self.claims for s in c.spans})


def reify(graph: Graph, ontology: Ontology) -> list[Reified]:
    """Every claim node, in the order of the articles' text, so that a reader can follow."""
    documents = {d.id: d for d in graph.documents}
    found: list[Reified] = []
    for event in graph.events():
        happens: _Triple = (node(event.event.id), A, kg(event.event.type))
        found += _grouped(documents, happens, event.event.claims, words=event.label, count=event.source_count)
    for statement in graph.statements():
        triple = (node(statement.subject), kg(statement.predicate), object_term(statement))
        words = _in_words(statement, graph, ontology)
        found += _grouped(documents, triple, statement.claims, words=words, count=statement.source_count)
    return sorted(found, key=lambda r: (r.document.id, r.spans, r.iri))


def claims(reified: Iterable[Reified], graph: Graph) -> Iterator[Record]:
    for claim in reified:
        yield _claim(claim, graph)


def evidence(reified: Iterable[Reified], graph: Graph) -> Iterator[Record]:
    """The spans of all claims, each once, in text order."""
    sentences = _Sentences(graph.mentions)
    spans = {(r.document.id, s): r.document for r in reified for s in r.spans}
    for (_, span), document in sorted(spans.items(), key=lambda item: item[0]):
        sentence = sentences.of(document.id, span)
        yield record(span_iri(document, span), [(A, [kg("TextSpan")]), *_position(document, span, sentence)])


def mentions(graph: Graph) -> Iterator[Record]:
    """The mentions that refer to something, in text order; two on the same words are one node."""
    documents = {d.id: d for d in graph.documents}
    together: dict[tuple[DocumentId, Span], list[Mention]] = defaultdict(list)
    for mention in graph.mentions:
        if mention.id in graph.refers_to:
            together[mention.document, mention.span].append(mention)
    for (document, span), found in together.items():
        kind = min((m.kind for m in found), key=_RANK.__getitem__)
        yield record(
            span_iri(documents[document], span),
            [
                (A, [kg("Mention"), kg("TextSpan")]),
                (kg("refersTo"), [node(e) for e in sorted({graph.refers_to[m.id] for m in found})]),
                (kg("mentionKind"), [kg(kind)]),
                *_position(documents[document], span, min(m.sentence for m in found)),
            ],
        )


def _position(document: Document, span: Span, sentence: int | None) -> list[tuple[Iri, list[Term | None]]]:
    exact = span.of(document.text)
    if not 0 <= span.start < span.end or len(exact) != span.end - span.start:
        raise ExportError(f"export: {document.path}: no text at {span.start}-{span.end}")
    return [
        (kg("document"), [node(document.id)]),
        (kg("start"), [number(span.start)]),
        (kg("end"), [number(span.end)]),
        (kg("exact"), [Value(exact)]),
        (kg("sentence"), [None if sentence is None else number(sentence)]),
    ]


def _grouped(
    documents: Mapping[DocumentId, Document],
    triple: _Triple,
    all_claims: Iterable[Claim[EntityId]],
    *,
    words: str,
    count: int,
) -> Iterator[Reified]:
    together: dict[Iri, list[Claim[EntityId]]] = defaultdict(list)
    for claim in all_claims:
        together[claim_iri(documents[claim.document], triple, claim)].append(claim)
    for iri, same in together.items():
        yield Reified(iri, triple, words, count, documents[same[0].document], tuple(same))


def _claim(reified: Reified, graph: Graph) -> Record:
    first, same = reified.claims[0], reified.claims
    texts = [clean(s.of(reified.document.text)).lower() for s in reified.spans]
    dates = [c.as_of for c in same if c.as_of]
    subject, predicate, target = reified.triple
    return record(
        reified.iri,
        [
            (A, [kg("Claim")]),
            (LABEL, [Value(_label(reified, graph))]),
            (Iri("rdf", "subject"), [subject]),
            (Iri("rdf", "predicate"), [predicate]),
            (Iri("rdf", "object"), [target]),
            (kg("source"), [node(s) for s in first.sources]),
            (kg("via"), [node(v) for v in sorted({c.via for c in same if c.via})]),
            (kg("modality"), [kg(first.modality)]),
            (kg("cue"), _literally(texts, (c.cue for c in same))),
            (kg("quote"), _literally(texts, (c.quote for c in same))),
            (kg("madeIn"), [node(first.made_in) if first.made_in else None]),
            (kg("asOf"), [Value(max(dates).isoformat(), "date") if dates else None]),
            (kg("document"), [node(reified.document.id)]),
            (kg("confidence"), [share(max(c.score for c in same))]),
            (kg("sourceCount"), [number(reified.source_count)]),
            (kg("extractedBy"), [Value(m) for m in sorted({c.method for c in same if c.method})]),
            (kg("evidence"), [span_iri(reified.document, s) for s in reified.spans]),
        ],
    )


def _label(reified: Reified, graph: Graph) -> str:
    """Who says what; how, unless it is a fact to them."""
    first = reified.claims[0]
    who = ", ".join(graph.label(s) for s in first.sources)
    how = "" if first.modality.is_fact else f" ({first.modality.lower()})"
    return f"{who}{how}: {reified.words}"


def _in_words(statement: Statement, graph: Graph, ontology: Ontology) -> str:
    tables = (ontology.relations, ontology.roles, ontology.counts)
    label = next((t[statement.predicate].label for t in tables if statement.predicate in t), statement.predicate)
    target = statement.object
    if isinstance(target, Quantity):
        words = target.text
    else:
        words = target.value if isinstance(target, Literal) else graph.label(target)
    return f"{graph.label(statement.subject)} {label} {words}"


def _literally(texts: Iterable[str], candidates: Iterable[str | None]) -> list[Term]:
    """The candidates that the evidence holds, case aside; others would not survive validation."""
    found = {clean(c) for c in candidates if c}
    return [Value(c) for c in sorted(found) if any(c.lower() in text for text in texts)]


class _Sentences:
    """Sentence numbers of spans, read off the mentions inside them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._inside: dict[DocumentId, list[tuple[int, int, int]]] = defaultdict(list)
        for mention in mentions:
            self._inside[mention.document].append((mention.span.start, mention.span.end, mention.sentence))
        for places in self._inside.values():
            places.sort()

    def of(self, document: DocumentId, span: Span) -> int | None:
        """The sentence of the first mention inside the span, if there is one."""
        places = self._inside[document]
        for start, end, sentence in places[bisect_left(places, (span.start, 0, 0)) :]:
            if start >= span.end:
                return None
            if end <= span.end:
                return sentence
        return None
