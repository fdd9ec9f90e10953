"""Claims as blocks of Turtle, in the order of the articles' text."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
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
_in_one_way = attrgetter("places", "claims")
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


@dataclass(frozen=True, slots=True)
class _Telling:
    """How some claims are told: what labels begin with; the source and all that follows it, to the count of sources;
    the evidence."""

    who: str
    source: str
    evidence: str


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
    """The blocks of the nodes; what one sentence tells in the same way is mostly several things at once."""
    for id_, text in texts(graph, names).items():
        for _, nodes in groupby(reified[id_], key=_in_one_way):
            first, *others = nodes
            telling = _telling(first, text, graph, names)
            for node in (first, *others):
                yield _claim(node, telling)


def _claim(reified: Reified, telling: _Telling) -> str:
    said = reified.said
    subject, predicate, target = said.triple
    return (
        f"{reified.iri} a kg:Claim ;\n    rdfs:label {string(telling.who + said.words)} ;\n    "
        f"rdf:subject {subject} ;\n    rdf:predicate {predicate} ;\n    rdf:object {target}{telling.source}"
        f" ;\n    kg:sourceCount {said.source_count}{telling.evidence} .\n"
    )


def _telling(reified: Reified, text: Text, graph: Graph, names: Names) -> _Telling:
    first = reified.claims[0]
    via, cues, quotes, days, methods, scores = zip(*map(_told, reified.claims), strict=True)
    source = (
        f"{more('kg:source', [names.node(s) for s in first.sources])}"
        f"{more('kg:via', [names.node(v) for v in _each(via)])}"
        f" ;\n    kg:modality {kg(first.modality)}"
        f"{more('kg:cue', _literally(reified, text, cues))}"
        f"{more('kg:quote', _literally(reified, text, quotes))}"
        f"{more('kg:madeIn', [names.node(first.made_in)]) if first.made_in else ''}"
        f"{more('kg:asOf', [typed(day.isoformat(), 'date') for day in _each(days)[-1:]])}"
        f" ;\n    kg:document {text.iri} ;\n    kg:confidence {share(max(scores))}"
    )
    by = more("kg:extractedBy", [string(m) for m in _each(methods)])
    evidence = more("kg:evidence", [text.span(place) for place in reified.places])
    return _Telling(_who(first, graph), source, f"{by}{evidence}")


def _who(claim: Claim[EntityId], graph: Graph) -> str:
    """Who says it; how, unless it is a fact to them."""
    how = "" if claim.modality.is_fact else f" ({claim.modality.lower()})"
    return f"{', '.join([graph.label(s) for s in claim.sources])}{how}: "


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
