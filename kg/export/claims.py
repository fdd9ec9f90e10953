"""Claims, the spans they rest on, and mentions as blocks of Turtle."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kg.errors import ExportError
from kg.export.iris import Names, content, kg
from kg.export.terms import clean, more, share, string, typed
from kg.graph import EventNode, Graph, Statement
from kg.model import Claim, Document, DocumentId, EntityId, Kind, Literal, Mention, Quantity
from kg.ontology import Ontology

_RANK = {kind: i for i, kind in enumerate(Kind)}
_Place = tuple[int, int]
"""A span's start and end, which compare faster than spans do."""


@dataclass(frozen=True, slots=True)
class Said:
    """What some claims say: the triple in Turtle, as their ids are made of it, in words; who says so in how many."""

    triple: tuple[str, str, str]
    content: str
    words: str
    source_count: int
    claims: tuple[Claim[EntityId], ...]


@dataclass(frozen=True, slots=True)
class Reified:
    """One claim node: every claim of one content in one article, and the places they rest on, in order."""

    iri: str
    said: Said
    document: Document
    claims: tuple[Claim[EntityId], ...]
    places: tuple[_Place, ...]


def reify(graph: Graph, ontology: Ontology, names: Names) -> list[Reified]:
    """Every claim node, in the order of the articles' text, so that a reader can follow."""
    documents = {d.id: d for d in graph.documents}
    said = [_happening(e, names) for e in graph.events()]
    said += [_saying(s, graph, ontology, names) for s in graph.statements() if s.claims]
    found = [reified for s in said for reified in _grouped(s, documents, names)]
    return sorted(found, key=lambda r: (r.document.id, r.places, r.iri))


def _happening(node: EventNode, names: Names) -> Said:
    """That an event takes place."""
    event = node.event
    triple = (names.node(event.id), "rdf:type", kg(event.type))
    ids = f"id:{event.id}\x1frdf:type\x1fkg:{event.type}"
    return Said(triple, ids, node.label, node.source_count, event.claims)


def _saying(statement: Statement, graph: Graph, ontology: Ontology, names: Names) -> Said:
    triple = (names.node(statement.subject), kg(statement.predicate), names.object(statement))
    words = _in_words(statement, graph, ontology)
    return Said(triple, content(statement), words, statement.source_count, statement.claims)


def _in_words(statement: Statement, graph: Graph, ontology: Ontology) -> str:
    tables = (ontology.relations, ontology.roles, ontology.counts)
    label = next((t[statement.predicate].label for t in tables if statement.predicate in t), statement.predicate)
    target = statement.object
    if isinstance(target, Quantity):
        words = target.text
    else:
        words = target.value if isinstance(target, Literal) else graph.label(target)
    return f"{graph.label(statement.subject)} {label} {words}"


def _grouped(said: Said, documents: Mapping[DocumentId, Document], names: Names) -> Iterator[Reified]:
    together: dict[str, list[Claim[EntityId]]] = defaultdict(list)
    for claim in said.claims:
        together[names.claim(documents[claim.document], said.content, claim)].append(claim)
    for iri, same in together.items():
        places = sorted({(s.start, s.end) for c in same for s in c.spans})
        yield Reified(iri, said, documents[same[0].document], tuple(same), tuple(places))


def claims(reified: Iterable[Reified], graph: Graph, names: Names) -> Iterator[str]:
    for claim in reified:
        yield _claim(claim, graph, names)


def _claim(reified: Reified, graph: Graph, names: Names) -> str:
    first, same, document = reified.claims[0], reified.claims, reified.document
    subject, predicate, target = reified.said.triple
    via = {c.via for c in same if c.via}
    dates = [c.as_of for c in same if c.as_of]
    evidence = [names.span(document, *place) for place in reified.places]
    return (
        f"{reified.iri} a kg:Claim ;\n    rdfs:label {string(_label(reified, graph))} ;\n    "
        f"rdf:subject {subject} ;\n    rdf:predicate {predicate} ;\n    rdf:object {target}"
        f"{more('kg:source', [names.node(s) for s in first.sources])}"
        f"{more('kg:via', [names.node(v) for v in sorted(via)]) if via else ''}"
        f" ;\n    kg:modality {kg(first.modality)}"
        f"{more('kg:cue', _literally(reified, {c.cue for c in same if c.cue}))}"
        f"{more('kg:quote', _literally(reified, {c.quote for c in same if c.quote}))}"
        f"{more('kg:madeIn', [names.node(first.made_in)]) if first.made_in else ''}"
        f"{more('kg:asOf', [typed(max(dates).isoformat(), 'date')]) if dates else ''}"
        f" ;\n    kg:document {names.node(document.id)} ;\n    kg:confidence {share(max([c.score for c in same]))}"
        f" ;\n    kg:sourceCount {reified.said.source_count}"
        f"{more('kg:extractedBy', [string(m) for m in sorted({c.method for c in same if c.method})])}"
        f"{more('kg:evidence', evidence)} .\n"
    )


def _label(reified: Reified, graph: Graph) -> str:
    """Who says what; how, unless it is a fact to them."""
    first = reified.claims[0]
    who = ", ".join([graph.label(s) for s in first.sources])
    how = "" if first.modality.is_fact else f" ({first.modality.lower()})"
    return f"{who}{how}: {reified.said.words}"


def _literally(reified: Reified, candidates: Collection[str]) -> list[str]:
    """The candidates that the evidence holds, case aside; others would not survive validation."""
    if not candidates:
        return []
    texts = [clean(reified.document.text[start:end]).lower() for start, end in reified.places]
    return [string(c) for c in sorted({clean(c) for c in candidates}) if any(c.lower() in text for text in texts)]


def evidence(reified: Iterable[Reified], graph: Graph, names: Names) -> Iterator[str]:
    """The spans of all claims, each once, in text order."""
    sentences = _Sentences(graph.mentions)
    found = {(r.document.id, place): r.document for r in reified for place in r.places}
    for (id_, place), document in sorted(found.items(), key=lambda item: item[0]):
        where = _position(document, names, place, sentences.of(id_, place))
        yield f"{names.span(document, *place)} a kg:TextSpan{where}"


def mentions(graph: Graph, names: Names) -> Iterator[str]:
    """The mentions that refer to something, in text order; two on the same words are one node."""
    documents = {d.id: d for d in graph.documents}
    known = (m for m in graph.mentions if m.id in graph.refers_to)
    for (id_, place), same in groupby(known, key=lambda m: (m.document, (m.span.start, m.span.end))):
        document, found = documents[id_], list(same)
        kind, sentence, things = found[0].kind, found[0].sentence, names.node(graph.refers_to[found[0].id])
        if found[1:]:
            kind = min([m.kind for m in found], key=_RANK.__getitem__)
            sentence = min([m.sentence for m in found])
            things = " , ".join([names.node(t) for t in sorted({graph.refers_to[m.id] for m in found})])
        yield (
            f"{names.span(document, *place)} a kg:Mention , kg:TextSpan ;\n    kg:refersTo {things} ;\n    "
            f"kg:mentionKind {kg(kind)}{_position(document, names, place, sentence)}"
        )


def _position(document: Document, names: Names, place: _Place, sentence: int | None) -> str:
    """The rest of a span's block: where it stands, and its words."""
    start, end = place
    exact = document.text[start:end]
    if not 0 <= start < end or len(exact) != end - start:
        raise ExportError(f"export: {document.path}: no text at {start}-{end}")
    number = "" if sentence is None else f" ;\n    kg:sentence {sentence}"
    return (
        f" ;\n    kg:document {names.node(document.id)} ;\n    kg:start {start} ;\n    kg:end {end} ;\n    "
        f"kg:exact {string(exact)}{number} .\n"
    )


class _Sentences:
    """Sentence numbers of spans, read off the mentions inside them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._inside: dict[DocumentId, list[tuple[int, int, int]]] = defaultdict(list)
        for mention in mentions:
            self._inside[mention.document].append((mention.span.start, mention.span.end, mention.sentence))
        for places in self._inside.values():
            places.sort()

    def of(self, document: DocumentId, place: _Place) -> int | None:
        """The sentence of the first mention inside the span, if there is one."""
        places, (first, last) = self._inside[document], place
        for start, end, sentence in places[bisect_left(places, (first, 0, 0)) :]:
            if start >= last:
                return None
            if end <= last:
                return sentence
        return None
