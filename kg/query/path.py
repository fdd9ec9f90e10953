"""How two things are connected: the shortest chain of stated ties and events between them, with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import networkx as nx

from kg.ontology import load as load_ontology
from kg.query.statements import Statement, find, in_words, rows, statements
from kg.query.store import Store, load

_STATED = "?claim kg:modality ?m FILTER (?m IN (kg:Asserted, kg:Reported))"
_TIES = f"""SELECT DISTINCT ?subject ?predicate ?object WHERE {{
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object . {_STATED}
  ?subject a kg:%(entity)s . ?object a kg:%(entity)s . ?subject ?predicate ?object .
}}"""
_ROLES = """SELECT DISTINCT ?event ?role ?thing WHERE {
  VALUES ?role { %(roles)s }
  ?event a kg:%(event)s ; kg:status ?s ; ?role ?thing . FILTER (?s IN (kg:Asserted, kg:Reported))
  ?thing a kg:%(entity)s .
}"""
_OF_TIE = f"?claim rdf:subject <%s> ; rdf:predicate <%s> ; rdf:object <%s> . {_STATED}"
_OF_EVENT = f"?claim rdf:subject <%s> ; rdf:predicate rdf:type . {_STATED}"
_LABEL = "SELECT ?label WHERE { <%s> rdfs:label ?label }"


@dataclass(frozen=True, slots=True)
class Step:
    """One tie, or one part in an event: `subject` `tie` `object`, as the graph states it; `forward` if the path goes
    from subject to object."""

    subject: str
    tie: str
    object: str
    forward: bool
    evidence: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The steps from one thing to another; none if nothing that is asserted or reported connects them."""

    start: str
    end: str
    steps: tuple[Step, ...]


def path(source: Path, start: str, end: str) -> Route:
    """Return the shortest route between the things of these names; an event on the way counts as a thing.

    Only what a source asserts or reports counts. Raises InputError with the nearest name for a name that is unknown.
    """
    store = load([source])
    here, there = find(store, start).node, find(store, end).node
    graph = _graph(store)
    connected = here in graph and there in graph and nx.has_path(graph, here, there)
    nodes: list[str] = nx.shortest_path(graph, here, there) if connected else []
    steps = (_step(store, a, graph.edges[a, b]["tie"]) for a, b in pairwise(nodes))
    return Route(_label(store, here), _label(store, there), tuple(steps))


def _graph(store: Store) -> "nx.Graph[str]":
    """Things and events, an edge for each tie and each part in an event; the same whatever order they come in."""
    ontology = load_ontology()
    parts = {"entity": ontology.part("entity"), "event": ontology.part("event")}
    order = list(ontology.roles)  # of several roles in one event the most particular is told
    depth = {role: -len(ontology.super_roles(role)) for role in order}
    named = " ".join(f"kg:{role}" for role in order)
    graph: nx.Graph[str] = nx.Graph()
    taking_part = rows(store, _ROLES % {"roles": named, **parts})
    for tie in sorted(taking_part, key=lambda t: (t[0], t[2], depth[t[1].rpartition("#")[2]], t[1])):
        if not graph.has_edge(tie[0], tie[2]):
            graph.add_edge(tie[0], tie[2], tie=tie)
    for tie in sorted(rows(store, _TIES % parts)):
        if not graph.has_edge(tie[0], tie[2]):
            graph.add_edge(tie[0], tie[2], tie=tie)
    return graph


def _step(store: Store, here: str, tie: tuple[str, ...]) -> Step:
    subject, predicate, object_ = tie
    evidence = statements(store, _OF_TIE % tie) or statements(store, _OF_EVENT % subject)
    name = predicate.rpartition("#")[2]
    return Step(_label(store, subject), name, _label(store, object_), here == subject, evidence)


def _label(store: Store, node: str) -> str:
    return min((row[0] for row in rows(store, _LABEL % node)), default=node)


def render(route: Route) -> str:
    """Plain text for a terminal: a line for each step, and under it who says so on which words."""
    return "".join(f"{line}\n" for line in _lines(route))


def _lines(route: Route) -> Iterator[str]:
    told: tuple[Statement, ...] = ()
    yield route.start
    for step in route.steps:
        yield f"  —{step.tie}→ {step.object}" if step.forward else f"  ←{step.tie}— {step.subject}"
        if step.evidence != told:
            yield from (f"      {line}" for statement in step.evidence for line in in_words(statement))
        told = step.evidence
