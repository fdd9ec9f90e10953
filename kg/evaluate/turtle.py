"""Comparable facts out of a graph in our own Turtle, built or made by hand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.evaluate.facts import (
    OWN_VOICE,
    Article,
    Facts,
    Figure,
    Happening,
    Passage,
    Said,
    Slot,
    Thing,
    Tie,
    telling,
    united,
)
from kg.model import Bound, Kind, Modality
from kg.ontology import NAMESPACE, Ontology

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE, _SUBJECT, _PREDICATE, _OBJECT = (_RDF + name for name in ("type", "subject", "predicate", "object"))
_LABELS = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel")
_BOUNDS = ("notBefore", "startedBy", "ongoingOn", "notAfter")


def files(built: Path) -> tuple[Path, ...]:
    """Return the Turtle files of a built folder, or one file and its mentions.

    Raises InputError if there is no graph.
    """
    graph = built / "graph.ttl" if built.is_dir() else built
    if not graph.is_file():
        raise InputError(f"{built}: no graph here; run `kg build` first, or name a .ttl file")
    mentions = graph.with_suffix(".mentions.ttl")
    return (graph, mentions) if mentions.is_file() else (graph,)


def read(paths: Iterable[Path], ontology: Ontology) -> Facts:
    """Return the facts of Turtle files taken together. Raises InputError on a syntax error."""
    return _Reader(_load(paths), ontology).facts()


@dataclass(frozen=True, slots=True)
class _Triples:
    """{subject: {predicate: objects}}; IRIs are plain strings, literals their lexical forms."""

    of: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def all(self, subject: str, *properties: str) -> list[str]:
        row = self.of.get(subject, {})
        return [o for p in properties for o in row.get(p if ":" in p else NAMESPACE + p, ())]

    def one(self, subject: str, *properties: str) -> str | None:
        return next(iter(self.all(subject, *properties)), None)


def _load(paths: Iterable[Path]) -> _Triples:
    triples = _Triples()
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                subject, value = (n.value for n in (quad.subject, quad.object) if not isinstance(n, ox.Triple))
                triples.of[subject][quad.predicate.value].append(value)
        except (SyntaxError, ValueError) as error:
            raise InputError(f"{path}: not Turtle: {error}") from error
    return triples


class _Reader:
    """Goes through a graph once per kind of node, in sorted order."""

    def __init__(self, triples: _Triples, ontology: Ontology) -> None:
        self.triples, self.ontology = triples, ontology
        self.types = {s: t for s in sorted(triples.of) if (t := self._type(s))}
        self.events = {s: t for s, t in self.types.items() if ontology.is_a(t, ontology.part("event"))}
        self.mentions = self._by_entity()
        self.claims = self._by_statement()
        self.claimed = self._by_count()

    def facts(self) -> Facts:
        return Facts(
            articles=tuple(self._article(s) for s in self._instances("Document")),
            things=tuple(self._thing(s) for s in self.types if s not in self.events),
            ties=united((self._tie(*key) for key in sorted(self.claims) if self._is_tie(*key)), self._symmetric()),
            happenings=tuple(self._happening(s) for s in self.events),
        )

    def _symmetric(self) -> set[str]:
        return {name for name, relation in self.ontology.relations.items() if relation.symmetric}

    def _instances(self, name: str) -> list[str]:
        return sorted(s for s in self.triples.of if NAMESPACE + name in self.triples.all(s, _TYPE))

    def _type(self, subject: str) -> str | None:
        """The most specific class of the ontology that a node has."""
        known = {*self.ontology.entities, *self.ontology.events}
        names = {_local(t) for t in self.triples.all(subject, _TYPE)} & known
        above = {a for name in names for a in self.ontology.ancestors(name)}
        return min(names - above, default=None)

    def _article(self, subject: str) -> Article:
        path = self.triples.one(subject, "path") or subject
        nodes = self.triples.all(subject, "publisher", "agency", "dateline")
        return Article(subject, path, self.triples.one(subject, "sha256"), frozenset(nodes))

    def _passage(self, subject: str) -> Passage:
        start, end = self.triples.one(subject, "start"), self.triples.one(subject, "end")
        text, document = self.triples.one(subject, "exact") or "", self.triples.one(subject, "document") or ""
        return Passage(text, document, int(start or -1), int(end or -1))

    def _by_entity(self) -> dict[str, list[tuple[Passage, str]]]:
        """{entity: [(words, kind of mention)]}."""
        found: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
        for mention in self._instances("Mention"):
            kind = _local(self.triples.one(mention, "mentionKind") or "")
            for entity in self.triples.all(mention, "refersTo"):
                found[entity].append((self._passage(mention), kind))
        return found

    def _by_statement(self) -> dict[tuple[str, str, str], list[Said]]:
        """{(subject, property IRI, object): claims}."""
        found: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
        for claim in self._instances("Claim"):
            statement = [self.triples.one(claim, p) or "" for p in (_SUBJECT, _PREDICATE, _OBJECT)]
            found[statement[0], statement[1], statement[2]].append(self._said(claim))
        return found

    def _by_count(self) -> dict[str, set[tuple[str, str]]]:
        """{event: {(what is counted, quantity)}}, plain or only claimed: what is planned has a number, too."""
        names = {NAMESPACE + count: count for count in self.ontology.counts}
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for event in self.events:
            found[event] |= {(count, q) for count in names.values() for q in self.triples.all(event, count)}
        for event, predicate, quantity in self.claims:
            if event in self.events and predicate in names:
                found[event].add((names[predicate], quantity))
        return found

    def _said(self, claim: str) -> Said:
        document = self.triples.one(claim, "document") or ""
        own = {document, *self.triples.all(document, "publisher", "agency")}
        sources = {OWN_VOICE if s in own else s for s in self.triples.all(claim, "source")}
        return Said(
            document=document,
            sources=frozenset(sources or {OWN_VOICE}),
            modality=Modality(_local(self.triples.one(claim, "modality") or Modality.ASSERTED)),
            evidence=tuple(sorted(self._passage(s) for s in self.triples.all(claim, "evidence"))),
        )

    def _thing(self, subject: str) -> Thing:
        names, mentions = self.triples.all(subject, *_LABELS), self.mentions.get(subject, ())
        kinds = {kind for _, kind in mentions}
        return Thing(
            id=subject,
            type=self.types[subject],
            names=tuple(names),
            mentions=tuple(sorted(words for words, _ in mentions)),
            is_named=Kind.NAME in kinds if kinds else any(n[:1].isupper() for n in names[:1]),
        )

    def _is_tie(self, subject: str, predicate: str, value: str) -> bool:
        relation = self.ontology.relations.get(_local(predicate))
        if relation is None or subject not in self.types:
            return False
        return relation.is_literal or (subject not in self.events and value in self.types)

    def _tie(self, subject: str, predicate: str, value: str) -> Tie:
        return Tie(
            subject=subject,
            predicate=_local(predicate),
            object=value,
            is_literal=self.ontology.relations[_local(predicate)].is_literal,
            is_direct=value in self.triples.all(subject, predicate),
            claims=tuple(self.claims[subject, predicate, value]),
        )

    def _happening(self, subject: str) -> Happening:
        claims = [c for t in self.triples.all(subject, _TYPE) for c in self.claims.get((subject, _TYPE, t), ())]
        bounds = {b: day for b in _BOUNDS if (day := self.triples.one(subject, b))}
        return Happening(
            id=subject,
            type=self.types[subject],
            label=self.triples.one(subject, _LABELS[0]) or subject,
            slots=frozenset(self._slots(subject)),
            figures=tuple(self._figures(subject)),
            bounds=telling(bounds),
            claims=tuple(claims),
            words=tuple(sorted({p for c in claims for p in c.evidence})),
        )

    def _slots(self, subject: str) -> Iterable[Slot]:
        """Every link from an event to a thing or an event; super-properties that a finer one implies are left out."""
        links = {
            (_local(p), o)
            for p, objects in self.triples.of[subject].items()
            for o in objects
            if p.startswith(NAMESPACE) and o in self.types
        }
        implied = {(above, filler) for role, filler in links for above in self._above(role)}
        for role, filler in sorted(links - implied):
            yield Slot(role, filler, filler in self.events, self._documents(subject, role, filler))

    def _above(self, role: str) -> tuple[str, ...]:
        known = role in self.ontology.roles or role in self.ontology.counts
        return self.ontology.super_roles(role) if known else ()

    def _documents(self, subject: str, role: str, filler: str) -> frozenset[str]:
        return frozenset(c.document for c in self.claims.get((subject, NAMESPACE + role, filler), ()))

    def _figures(self, subject: str) -> Iterable[Figure]:
        links = self.claimed[subject]
        implied = {(above, q) for count, q in links for above in self._above(count)}
        for count, quantity in sorted(links - implied):
            yield self._figure(count, quantity, self._documents(subject, count, quantity))

    def _figure(self, count: str, quantity: str, documents: frozenset[str]) -> Figure:
        one = self.triples.one
        bound = _local(one(quantity, "bound") or Bound.EXACT)
        value = one(quantity, "value")
        least, most = (one(quantity, p) or value for p in ("minValue", "maxValue"))
        return Figure(count, bound, _number(least), _number(most), one(quantity, "text") or "", documents)


def _local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)


def _number(lexical: str | None) -> float | None:
    return None if lexical is None else float(lexical)
