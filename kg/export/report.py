"""GRAPH.md: the graph on one page, for who wants to know what is in it before opening it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from kg.export.terms import clean
from kg.graph import EventNode, Graph, NodeId, Statement
from kg.graph.statements import Claims, Object
from kg.model import Claim, EntityId, Literal, Modality, Quantity, claims_made
from kg.ontology import Ontology

MOST = 10
"""Rows of every list."""
_LONGEST = 100
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_UNQUIET = re.compile(r"[^A-Za-z0-9 .,:;()'\"/$%&+=?-]|  ")
"""What a plain line has none of."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
"""Line breaks, and the characters that turn the direction of writing."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was not read: a file or article, and why or how much of it."""

    path: str
    reason: str


def report(graph: Graph, ontology: Ontology, unread: Iterable[Unread] = ()) -> str:
    """Return the page in Markdown; text from articles cannot act as markup in it."""
    writer = _Writer(graph, ontology)
    rows = [(plain(u.path), plain(u.reason)) for u in sorted(unread, key=lambda u: (u.path, u.reason))]
    parts = [
        writer.head(),
        _section("Best connected", ["", "kind", "ties"], writer.connected()),
        _section("Best supported", ["statement", "sources", "said by"], writer.supported()),
        _section("Contested", ["statement", "says so", "denies it"], writer.contested()),
        _section("More than one figure", ["event", "figures"], writer.figures()),
        _section("Newest events", ["until", "event", "how firmly", "said by"], writer.newest()),
        _section("What was not read", ["what", "why"], rows) or "## What was not read\nEverything given was read.\n",
        writer.silent(),
    ]
    return "\n".join(part for part in parts if part)


def plain(text: str) -> str:
    """The text on one line, as Markdown that shows it and does nothing else."""
    if len(text) <= _LONGEST and not _UNQUIET.search(text):
        return text.strip()
    line = " ".join(_CONTROLS.sub(" ", clean(text)).split())
    return _MARKUP.sub(r"\\\1", line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…")


def _section(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    lines = [head, ["---"] * len(head), *rows[:MOST]]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    more = f"\n\n… and {len(rows) - MOST:,} more." if len(rows) > MOST else ""
    return f"## {title}\n{table}{more}\n"


class _Writer:
    """The lists, each row a tuple of cells."""

    def __init__(self, graph: Graph, ontology: Ontology) -> None:
        self._graph, self._ontology = graph, ontology
        self._statements = list(graph.statements())
        self._events = list(graph.events())
        self._entities = list(graph.entities())
        self._said = list(self._claimed())
        self._near = self._neighbours()

    def head(self) -> str:
        graph = self._graph
        claims = sum(1 if len(claims) == 1 else claims_made(claims) for _, claims in self._said)
        numbers = {"articles": graph.documents, "entities": self._entities, "events": self._events}
        counted = [f"{len(found):,} {word}" for word, found in numbers.items()]
        return (
            f"# The graph on one page\n{' · '.join(counted)} · {claims:,} claims. "
            "To explore: [graph.html](graph.html). To ask: [graph.ttl](graph.ttl).\n\n"
            "A claim says what a text says, never that it is so. Articles of one news agency count as one source.\n"
        )

    def connected(self) -> list[tuple[str, ...]]:
        near = {n: len(others) for n, others in self._near.items()}
        best = nsmallest(MOST, near, key=lambda n: (-near[n], n))
        things, happenings = self._ontology.entities, self._ontology.events
        labels: dict[NodeId, str] = {e.id: things[e.type].label for e in self._entities if e.id in best}
        labels |= {e.event.id: happenings[e.event.type].label for e in self._events if e.event.id in best}
        return [(self._name(n), labels[n], str(near[n])) for n in best]

    def _neighbours(self) -> dict[NodeId, set[NodeId]]:
        """The others that a node has a tie to, for those that have any."""
        near: dict[NodeId, set[NodeId]] = defaultdict(set)
        for statement in self._statements:
            if isinstance(statement.object, str) and statement.subject != statement.object:
                near[statement.subject].add(statement.object)
                near[statement.object].add(statement.subject)
        return near

    def supported(self) -> list[tuple[str, ...]]:
        counted = [(self._sources(claims), said, claims) for said, claims in self._said if len(claims) > 1]
        several = [(number, self._words(said), claims) for number, said, claims in counted if number > 1]
        best = sorted(several, key=lambda c: (-c[0], c[1]))
        return [(words, str(number), self._who(claims)) for number, words, claims in best]

    def contested(self) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        for said, claims in self._said:
            denying = [c for c in claims if c.modality is Modality.DENIED]
            if denying and len(denying) < len(claims):
                saying = [c for c in claims if c.modality is not Modality.DENIED]
                found.append((self._words(said), self._who(saying), self._who(denying)))
        return found

    def figures(self) -> list[tuple[str, ...]]:
        together: dict[tuple[NodeId, str], list[tuple[Quantity, Claims]]] = {}
        for statement in self._statements:
            if isinstance(statement.object, Quantity):
                given = statement.object, statement.claims
                together.setdefault((statement.subject, statement.predicate), []).append(given)
        label = {name: type_.label for name, type_ in self._ontology.counts.items()}
        return [
            (f"{self._name(event)}: {label[predicate]}", "; ".join(self._figure(*figure) for figure in figures))
            for (event, predicate), figures in together.items()
            if any(not _are_parts(a, b) for a, b in combinations(figures, 2))
        ]

    def _figure(self, quantity: Quantity, claims: Claims) -> str:
        return plain(quantity.text) + (f" ({self._who(claims)})" if claims else "")

    def newest(self) -> list[tuple[str, ...]]:
        dated = [(e.event.time.not_after, e) for e in self._events if e.event.time.not_after]
        newest = sorted(dated, key=lambda d: (-d[0].toordinal(), d[1].event.id))[:MOST]
        return [
            (day.isoformat(), plain(e.label), self._modality(e.status), self._who(e.event.claims)) for day, e in newest
        ]

    def silent(self) -> str:
        """How much was read and gave nothing: articles without a claim, names that stand in no statement."""
        speaking = {c.document for _, claims in self._said for c in claims}
        mute = [plain(d.title or d.path) for d in self._graph.documents if d.id not in speaking]
        alone = sum(1 for e in self._entities if e.id not in self._near)
        notes = [f"{alone:,} of {len(self._entities):,} entities are only mentioned: no tie to another was found."]
        if mute:
            more = f" and {len(mute) - MOST:,} more" if len(mute) > MOST else ""
            notes.append(f"No claim was found in {len(mute):,} articles: {'; '.join(mute[:MOST])}{more}.")
        return "## What says nothing\n" + "\n".join(f"- {note}" for note in notes) + "\n"

    def _claimed(self) -> Iterator[tuple[EventNode | Statement, Claims]]:
        """Every event and statement that has claims."""
        for node in self._events:
            yield node, node.event.claims
        for statement in self._statements:
            if statement.claims:
                yield statement, statement.claims

    def _words(self, statement: EventNode | Statement) -> str:
        if isinstance(statement, EventNode):
            return plain(statement.label)
        tables = (self._ontology.relations, self._ontology.roles, self._ontology.counts)
        label = next(table[statement.predicate].label for table in tables if statement.predicate in table)
        return f"{self._name(statement.subject)} – {label} – {self._end(statement.object)}"

    def _end(self, value: Object) -> str:
        if isinstance(value, str):
            return self._name(value)
        return plain(value.value if isinstance(value, Literal) else value.text)

    def _sources(self, claims: Claims) -> int:
        """Independent ones: the agencies, else the publishers, of the articles that do not deny it."""
        graph = self._graph
        saying = {c.document for c in claims if c.modality is not Modality.DENIED}
        return len({graph.agencies.get(d) or graph.publishers.get(d) or d for d in saying})

    def _who(self, claims: Iterable[Claim[EntityId]]) -> str:
        sources = dict.fromkeys([s for c in claims for s in c.sources])
        names = list(dict.fromkeys([self._name(s) for s in sources]))
        return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")

    def _modality(self, modality: Modality) -> str:
        return self._ontology.vocabulary.enumerations["Modality"].members[modality].label

    def _name(self, node: NodeId) -> str:
        return plain(self._graph.label(node))


def _are_parts(one: tuple[Quantity, Claims], other: tuple[Quantity, Claims]) -> bool:
    """True of "six officers and a civilian": figures of one sentence that count different things."""
    places = [{(c.document, span) for c in claims for span in c.spans} for _, claims in (one, other)]
    units = one[0].unit, other[0].unit
    return (not units[0] or units[0] != units[1]) and bool(places[0] & places[1])
