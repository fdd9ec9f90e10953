"""SPARQL over exported graphs: load files, run one query, get typed rows. Reading only, and never the network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg import rdf
from kg.errors import InputError, QueryError
from kg.ontology import DEFAULT_BASE, NAMESPACE, folder
from kg.query.explain import explain, mask, refuse_service, unknown_names
from kg.query.render import FORMATS, render
from kg.rdf import turtle_files

__all__ = ["FORMATS", "PREFIXES", "Result", "Store", "Term", "load", "render", "run", "turtle_files"]

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

PREFIXES = {
    "kg": NAMESPACE,
    "id": DEFAULT_BASE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
"""Known in every query without a PREFIX line; a file's own `id:` wins over the default one."""

_MAX_NOTES = 5


@dataclass(frozen=True, slots=True)
class Store:
    """Loaded triples and the prefixes that queries on them may use."""

    triples: ox.Store
    prefixes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gives: rows of terms (None where unbound); for CONSTRUCT and DESCRIBE the rows are triples
    (`is_graph`), for ASK there are none, only the `answer`. `notes` say why an empty result may be empty."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    prefixes: Mapping[str, str]
    answer: bool | None = None
    is_graph: bool = False
    notes: tuple[str, ...] = ()


def load(paths: Sequence[Path], *, with_ontology: bool = False) -> Store:
    """Return a store of the given RDF files; of a folder, its graph.ttl and graph.mentions.ttl.

    Raises InputError for what is missing or cannot be parsed.
    """
    if not paths:
        raise InputError("query: no graph given; name a .ttl file or an output folder of `kg build`")
    files = [f for path in paths for f in turtle_files(path)]
    triples, declared = rdf.load((*files, *([folder() / "kg.ttl"] if with_ontology else [])))
    return Store(triples, PREFIXES | declared)


def run(store: Store, query: str) -> Result:
    """Return the result of a SELECT, ASK, CONSTRUCT or DESCRIBE query.

    Raises QueryError: with line, column and the nearest name if it does not parse, and for updates and SERVICE.
    """
    refuse_service(query)
    try:
        found = store.triples.query(query, prefixes=dict(store.prefixes))
        if isinstance(found, ox.QueryBoolean):
            return Result((), (), store.prefixes, answer=bool(found))
        if isinstance(found, ox.QueryTriples):
            triples = sorted({(t.subject, t.predicate, t.object) for t in found}, key=str)
            return Result(("subject", "predicate", "object"), tuple(triples), store.prefixes, is_graph=True)
        rows = tuple(tuple(row) for row in found)
        variables = tuple(v.value for v in found.variables)
    except SyntaxError as error:
        raise QueryError(explain(query, str(error), store.prefixes)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: {error}") from error
    return Result(variables, rows, store.prefixes, notes=() if rows else _notes(store, query))


def _notes(store: Store, query: str) -> tuple[str, ...]:
    """Names in the query that occur nowhere in the graph: the usual reason for an empty answer."""

    def occurs(iri: str) -> bool:
        name = ox.NamedNode(iri)
        patterns = ((name, None, None), (None, name, None), (None, None, name))
        return any(next(iter(store.triples.quads_for_pattern(*p)), None) is not None for p in patterns)

    def vocabulary() -> list[str]:
        names = store.triples.query("SELECT DISTINCT ?n { { ?s ?n ?o } UNION { ?s a ?n } }")
        assert isinstance(names, ox.QuerySolutions)  # noqa: S101  (narrows the type)
        return [row["n"].value for row in names if isinstance(row["n"], ox.NamedNode)]

    return tuple(unknown_names(mask(query), store.prefixes, occurs, vocabulary))[:_MAX_NOTES]
