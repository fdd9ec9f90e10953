"""SPARQL over exported graphs: load files, run one query, get typed rows. Reading only, and never the network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.bind import bind
from kg.query.explain import explain, refuse_service
from kg.query.notes import why_empty
from kg.query.render import FORMATS, render
from kg.query.store import PREFIXES, Store, load
from kg.rdf import turtle_files

__all__ = ["FORMATS", "PREFIXES", "Result", "Store", "Term", "ask", "load", "render", "run", "turtle_files"]

_TRIPLE = ("subject", "predicate", "object")

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gives: rows of terms (None where unbound); for CONSTRUCT and DESCRIBE the rows are triples
    (`is_graph`), for ASK there are none, only the `answer`. `notes` say why an empty result may be empty, and that
    there were more rows."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    prefixes: Mapping[str, str]
    answer: bool | None = None
    is_graph: bool = False
    notes: tuple[str, ...] = ()


def run(store: Store, query: str, *, values: Mapping[str, str] | None = None, limit: int | None = None) -> Result:
    """Return the result of a SELECT, ASK, CONSTRUCT or DESCRIBE query; `values` are those of its parameters (`$who`),
    `limit` is the number of rows to stop at.

    Raises QueryError: with line, column and the nearest name if it does not parse, and for updates and SERVICE.
    """
    refuse_service(query)
    bound = bind(query, values or {}, store.prefixes)
    try:
        found = store.triples.query(bound.text, prefixes=dict(store.prefixes))
        if isinstance(found, ox.QueryBoolean):
            return Result((), (), store.prefixes, answer=bool(found))
        is_graph = isinstance(found, ox.QueryTriples)
        rows = [_row(solution) for solution in islice(found, None if limit is None else limit + 1)]
        variables = _TRIPLE if isinstance(found, ox.QueryTriples) else tuple(v.value for v in found.variables)
    except SyntaxError as error:
        raise QueryError(_explained(query, bound.text, error, store.prefixes)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: {error}") from error
    kept = rows[:limit]
    notes = why_empty(store, query, bound.names) if not rows else _cut(len(rows), limit)
    if is_graph:
        kept = sorted(set(kept), key=str)
    return Result(variables, tuple(kept), store.prefixes, is_graph=is_graph, notes=notes)


def ask(
    paths: Sequence[Path],
    query: str,
    *,
    values: Mapping[str, str] | None = None,
    limit: int | None = None,
    with_ontology: bool = False,
) -> Result:
    """Return the result of a query on files or folders: loading and running in one, as a process of its own does."""
    return run(load(paths, with_ontology=with_ontology), query, values=values, limit=limit)


def _row(solution: "ox.QuerySolution | ox.Triple") -> tuple[Term | None, ...]:
    if isinstance(solution, ox.Triple):
        return (solution.subject, solution.predicate, solution.object)
    return tuple(solution)


def _explained(query: str, bound: str, error: SyntaxError, prefixes: Mapping[str, str]) -> str:
    """Where the fault lies in the query as written, if it is at fault without its values, too."""
    try:
        ox.Store().query(query, prefixes=dict(prefixes))
    except SyntaxError as own:
        return explain(query, str(own), prefixes)
    return explain(bound, str(error), prefixes)


def _cut(number: int, limit: int | None) -> tuple[str, ...]:
    if limit is None or number <= limit:
        return ()
    return (f"only the first {limit} rows are shown, there are more; raise --limit to see them",)
