"""What the page knows: nodes, lines, statements with their claims, and the passages they rest on, as plain JSON.

Things are numbered and refer to each other by number; sentences are kept once.
"""

import datetime as dt
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kg.export.layout import places
from kg.export.passages import Passages
from kg.export.terms import clean
from kg.graph import EventNode, Graph, Statement
from kg.graph.statements import Claims
from kg.model import Basis, Claim, Document, Entity, EntityId, Literal, Modality, Quantity, TimeBounds
from kg.ontology import Ontology

Json = dict[str, Any]

_MONTHS = "January February March April May June July August September October November December".split()

DRAWN, START = 300, 150
"""Up to DRAWN connected nodes are drawn at once; of a larger graph the START best connected."""


@dataclass(slots=True)
class View:
    """The parts of the page's data: `nodes` and `edges` go through pyvis, the rest beside them."""

    nodes: list[Json] = field(default_factory=list)
    edges: list[Json] = field(default_factory=list)
    beside: Json = field(default_factory=dict)


def view(graph: Graph, ontology: Ontology) -> View:
    """Return everything that the page shows, numbered in the order of ids."""
    events, entities = list(graph.events()), list(graph.entities())
    ids = [*(e.id for e in entities), *(e.event.id for e in events)]
    numbers: dict[str, int] = {id_: n for n, id_ in enumerate(ids)}
    types = _types([*(e.type for e in entities), *(e.event.type for e in events)], ontology)
    writer = _Writer(graph, ontology, numbers)
    for event in events:
        writer.add_event(event)
    for statement in graph.statements():
        writer.add(statement)
    lines = writer.lines()
    nodes = [_entity(e, types) for e in entities] + [_event(e, types) for e in events]
    _place(nodes, lines)
    return View(
        [{"id": n, **node} for n, node in enumerate(nodes)],
        lines,
        {
            "types": list(types.values()),
            "modalities": _modalities(ontology),
            "predicates": _labels(ontology),
            "documents": [_document(d, graph) for d in graph.documents],
            "statements": writer.statements,
            "passages": writer.passages.found,
        },
    )


class _Writer:
    """Collects statements in their numbered form."""

    def __init__(self, graph: Graph, ontology: Ontology, numbers: dict[str, int]) -> None:
        self.statements: list[Json] = []
        self.passages = Passages(graph, numbers)
        self._numbers, self._ontology = numbers, ontology
        self._documents = {d.id: n for n, d in enumerate(graph.documents)}
        self._status: dict[str, Modality] = {e.event.id: e.status for e in graph.events()}

    def add_event(self, node: EventNode) -> None:
        """The statement that the event happens; it has no predicate."""
        subject = self._numbers[node.event.id]
        self.statements.append({"s": subject, "how": node.status, "claims": self._claims(node.event.claims)})

    def add(self, statement: Statement) -> None:
        found: Json = {"s": self._numbers[statement.subject], "p": statement.predicate}
        if isinstance(statement.object, str):
            found["o"] = self._numbers[statement.object]
        else:
            found["text"] = clean(_in_words(statement.object))
        if statement.is_symmetric:
            found["both"] = True
        if not statement.is_stated:
            found["doubtful"] = True
        found["how"] = _strongest(statement.claims) or self._status[statement.subject]
        found["claims"] = self._claims(statement.claims)
        self.statements.append(found)

    def lines(self) -> list[Json]:
        """One line per pair of nodes; parallel statements share it, its style is the firmest of them."""
        together: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, statement in enumerate(self.statements):
            if "o" in statement and statement["o"] != statement["s"]:
                ends = (statement["s"], statement["o"])
                together[min(ends), max(ends)].append(number)
        return [self._line(pair, numbers) for pair, numbers in sorted(together.items())]

    def _line(self, pair: tuple[int, int], numbers: list[int]) -> Json:
        found = [self.statements[n] for n in numbers]
        forward = any(s["s"] == pair[0] or "both" in s for s in found)
        backward = any(s["s"] == pair[1] or "both" in s for s in found)
        ends = pair if forward else pair[::-1]
        how = max((s["how"] for s in found), key=lambda m: m.strength)
        return {"from": ends[0], "to": ends[1], "both": forward and backward, "how": how, "statements": numbers}

    def _claims(self, claims: Claims) -> list[Json]:
        return [self._claim(c) for c in claims]

    def _claim(self, claim: Claim[EntityId]) -> Json:
        found: Json = {
            "doc": self._documents[claim.document],
            "who": [self._numbers[s] for s in claim.sources],
            "via": self._numbers[claim.via] if claim.via else None,
            "in": self._numbers[claim.made_in] if claim.made_in else None,
            "how": claim.modality,
            "cue": clean(claim.cue or ""),
            "asOf": _day(claim.as_of) if claim.as_of else None,
            "score": round(claim.score, 2),
            "on": [self.passages.number(claim.document, s) for s in sorted(set(claim.spans))],
        }
        return {key: value for key, value in found.items() if value not in (None, "")}


def _strongest(claims: Claims) -> Modality | None:
    return max((c.modality for c in claims), key=lambda m: m.strength, default=None)


def _in_words(value: Literal | Quantity) -> str:
    if isinstance(value, Literal):
        return value.value
    return value.text if not value.unit or value.unit in value.text else f"{value.text} {value.unit}"


def _types(used: Iterable[str], ontology: Ontology) -> dict[str, Json]:
    """The classes in use with their look, entities first, in the ontology's order."""
    counts = Counter(used)
    tables = ((ontology.entities, "entity"), (ontology.events, "event"))
    found = [(t, group) for table, group in tables for t in table.values() if counts[t.name]]
    return {
        t.name: {"n": n, "label": t.label, "colour": t.colour, "shape": t.shape, "group": group}
        for n, (t, group) in enumerate(found)
    }


def _modalities(ontology: Ontology) -> list[Json]:
    members = ontology.vocabulary.enumerations["Modality"].members
    return [{"name": m, "label": members[m].label, "comment": members[m].comment} for m in Modality]


def _labels(ontology: Ontology) -> dict[str, str]:
    tables = (ontology.counts, ontology.roles, ontology.relations)
    return dict(sorted((name, type_.label) for table in tables for name, type_ in table.items()))


def _document(document: Document, graph: Graph) -> Json:
    voices = (graph.publishers.get(document.id), graph.agencies.get(document.id))
    found = {
        "path": clean(document.path),
        "title": clean(document.title or ""),
        "by": ", ".join(dict.fromkeys(clean(graph.label(v)) for v in voices if v)),
        "date": _day(document.reference_date) if document.reference_date else "",
        "inferred": document.reference_basis is Basis.INFERRED,
        "url": clean(document.url or ""),
    }
    return {key: value for key, value in found.items() if value}


def _entity(entity: Entity, types: dict[str, Json]) -> Json:
    aliases = sorted({clean(a) for a in entity.aliases} - {clean(entity.name)})
    name = clean(entity.name)
    return {
        "label": name,
        "short": _short(name),
        "key": clean(entity.id),
        "type": types[entity.type]["n"],
        "aliases": aliases,
    }


def _event(node: EventNode, types: dict[str, Json]) -> Json:
    event = node.event
    label = clean(node.label)
    found: Json = {
        "label": label,
        "short": _short(label),
        "key": clean(event.id),
        "type": types[event.type]["n"],
        "how": node.status,
    }
    return found | {"contested": node.contested, "when": _when(event.time), "content": clean(" … ".join(event.content))}


def _short(label: str) -> str:
    """The label under a shape: two lines at most."""
    lines = textwrap.wrap(label, 24, max_lines=2, placeholder="…") or [label[:24]]
    return "\n".join(lines)


def _place(nodes: list[Json], lines: list[Json]) -> None:
    """Mark and place the nodes of the first view: all that are connected, or the best connected of many."""
    degree = Counter(end for line in lines for end in (line["from"], line["to"]))
    for number, node in enumerate(nodes):
        node["degree"] = degree[number]
    best = sorted(degree, key=lambda n: (-degree[n], n))
    first = set(best if len(best) <= DRAWN else best[:START])
    edges = [(line["from"], line["to"]) for line in lines if line["from"] in first and line["to"] in first]
    labels = {n: nodes[n]["short"] for edge in edges for n in edge}
    for number, (x, y) in places(labels, edges).items():
        nodes[number] |= {"x": x, "y": y}


def _when(time: TimeBounds) -> str:
    """The bounds in words, then the article's own: "4 March 2031 (“on Tuesday”)"."""
    if time.not_before and time.not_after:
        same = time.not_before == time.not_after
        words = _day(time.not_after) if same else f"between {_day(time.not_before)} and {_day(time.not_after)}"
    else:
        bounds = (
            ("not before", time.not_before),
            ("under way by", time.started_by),
            ("still going on on", time.ongoing_on),
            ("over by", time.not_after),
        )
        words = ", ".join(f"{how} {_day(day)}" for how, day in bounds if day)
    return clean(f"{words} (“{time.text}”)" if words and time.text else words or time.text or "")


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
