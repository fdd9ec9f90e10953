"""Claims as blocks of Turtle, in the order of the articles' text."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from kg.export.iris import Names, Stated, claim_iri, content, kg
from kg.export.spans import Place, Text, texts
from kg.export.terms import clean, more, share, string, typed
from kg.graph import EventNode, Graph, Statement
from kg.model import Claim, DocumentId, EntityId, Literal, Quantity
from kg.ontology import Ontology

_Value = TypeVar("_Value", str, dt.date)

_in_order = attrgetter("places", "iri")
_told = attrgetter("via", "cue", "quote", "as_of", "method", "score")


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
    claims: Sequence[Claim[EntityId]]
    places: Sequence[Place]


def reify(graph: Graph, stated: Iterable[Stated], ontology: Ontology, names: Names) -> dict[DocumentId, list[Reified]]:
    """The claim nodes of every article, in the order of its text, so that a reader can follow."""
    hashes = {d.id: d.sha256 for d in graph.documents}
    labels = {n: t.label for table in (ontology.counts, ontology.roles, ontology.relations) for n, t in table.items()}
    said = [_happening(e, names) for e in graph.events()]
    said += [_saying(s, target, graph, labels, names) for s, target in stated if s.claims]
    found: dict[DocumentId, list[Reified]] = {d.id: [] for d in graph.documents}
    for what in said:
        for reified in _grouped(what, hashes):
            found[reified.claims[0].document].append(reified)
    return {id_: sorted(nodes, key=_in_order) for id_, nodes in found.items()}


def _happening(node: EventNode, names: Names) -> Said:
    """That an event takes place."""
    event = node.event
    triple = (names.node(event.id), "rdf:type", kg(event.type))
    ids = f"id:{event.id}\x1frdf:type\x1fkg:{event.type}"
    return Said(triple, ids, node.label, node.source_count, event.claims)


def _saying(statement: Statement, target: str, graph: Graph, labels: Mapping[str, str], names: Names) -> Said:
    triple = (names.node(statement.subject), kg(statement.predicate), target)
    label = labels.get(statement.predicate, statement.predicate)
    words = f"{graph.label(statement.subject)} {label} {_in_words(statement, graph)}"
    return Said(triple, content(statement, target), words, statement.source_count, statement.claims)


def _in_words(statement: Statement, graph: Graph) -> str:
    target = statement.object
    if isinstance(target, Quantity):
        return target.text
    return target.value if isinstance(target, Literal) else graph.label(target)


def _grouped(said: Said, hashes: Mapping[DocumentId, str]) -> Iterator[Reified]:
    """The claim nodes of what is said; nearly always one claim on one place each."""
    together: dict[str, list[Claim[EntityId]]] = {}
    for claim in said.claims:
        together.setdefault(claim_iri(hashes[claim.document], said.content, claim), []).append(claim)
    for iri, same in together.items():
        places = [(s.start, s.end) for c in same for s in c.spans]
        yield Reified(iri, said, same, places if len(places) == 1 else sorted(set(places)))


def claims(reified: Mapping[DocumentId, Iterable[Reified]], graph: Graph, names: Names) -> Iterator[str]:
    for id_, text in texts(graph, names).items():
        for claim in reified[id_]:
            yield _claim(claim, text, graph, names)


def _claim(reified: Reified, text: Text, graph: Graph, names: Names) -> str:
    first, said = reified.claims[0], reified.said
    subject, predicate, target = said.triple
    via, cues, quotes, days, methods, scores = zip(*map(_told, reified.claims), strict=True)
    return (
        f"{reified.iri} a kg:Claim ;\n    rdfs:label {string(_label(reified, graph))} ;\n    "
        f"rdf:subject {subject} ;\n    rdf:predicate {predicate} ;\n    rdf:object {target}"
        f"{more('kg:source', [names.node(s) for s in first.sources])}"
        f"{more('kg:via', [names.node(v) for v in _each(via)])}"
        f" ;\n    kg:modality {kg(first.modality)}"
        f"{more('kg:cue', _literally(reified, text, cues))}"
        f"{more('kg:quote', _literally(reified, text, quotes))}"
        f"{more('kg:madeIn', [names.node(first.made_in)]) if first.made_in else ''}"
        f"{more('kg:asOf', [typed(day.isoformat(), 'date') for day in _each(days)[-1:]])}"
        f" ;\n    kg:document {text.iri} ;\n    kg:confidence {share(max(scores))}"
        f" ;\n    kg:sourceCount {said.source_count}"
        f"{more('kg:extractedBy', [string(m) for m in _each(methods)])}"
        f"{more('kg:evidence', [text.span(place) for place in reified.places])} .\n"
    )


def _label(reified: Reified, graph: Graph) -> str:
    """Who says what; how, unless it is a fact to them."""
    first = reified.claims[0]
    who = ", ".join([graph.label(s) for s in first.sources])
    how = "" if first.modality.is_fact else f" ({first.modality.lower()})"
    return f"{who}{how}: {reified.said.words}"


def _each(values: Iterable[_Value | None]) -> list[_Value]:
    """Those that are there, each once, in order."""
    found = [value for value in values if value]
    return found if len(found) < 2 else sorted(set(found))


def _literally(reified: Reified, text: Text, candidates: Iterable[str | None]) -> list[str]:
    """The candidates that the evidence holds, case aside; others would not survive validation."""
    wanted = _each([c and clean(c) for c in candidates])
    if not wanted:
        return []
    held = [clean(text.document.text[start:end]).lower() for start, end in reified.places]
    return [string(c) for c in wanted if any(c.lower() in words for words in held)]
