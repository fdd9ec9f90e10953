"""One question, answered: a query and what the client accepts become a status, a media type and bytes."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import Store
from kg.query.explain import explain, refuse_service
from kg.rdf import serialize
from kg.serve.accept import preferred

TEXT = "text/plain"

ROWS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
"""Media types of SELECT and ASK, the default first."""

GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "application/xml": ox.RdfFormat.RDF_XML,
    "application/json": ox.RdfFormat.JSON_LD,
}
"""Media types of CONSTRUCT, DESCRIBE and the service description, the default first."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query as the protocol hands it over; `default` and `named` are the graphs that it is asked of, if any."""

    query: str
    accept: str = "*/*"
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A response without its transport. All bodies are UTF-8."""

    status: int
    media_type: str
    body: bytes


def answer(store: Store, question: Question, *, limit: int) -> Reply:
    """Return the reply to a question: 200; 400 if the query is wrong, 406 if no format suits, 403 for a result of more
    than `limit` bytes."""
    try:
        refuse_service(question.query)
        found = store.triples.query(
            question.query,
            prefixes=dict(store.prefixes),
            default_graph=_graphs(question.default),
            named_graphs=_graphs(question.named),
        )
        table: Mapping[str, object] = GRAPHS if isinstance(found, ox.QueryTriples) else ROWS
        media_type = preferred(question.accept, list(table))
        if media_type is None:
            return refusal(406, f"no such format; ask for one of {', '.join(table)}")
        return Reply(200, media_type, _written(found, media_type, store.prefixes, limit))
    except SyntaxError as error:
        return refusal(400, explain(question.query, str(error), store.prefixes))
    except _TooLargeError:
        return refusal(403, f"the result is larger than {limit // 1_000_000} MB; add a LIMIT, or ask for less")
    except (QueryError, ValueError) as error:
        return refusal(400, str(error))
    except (OSError, RuntimeError) as error:
        return refusal(500, f"query: {error}")


def refusal(status: int, reason: str) -> Reply:
    """The reply that says why there is no result."""
    return Reply(status, TEXT, f"{reason}\n".encode())


def triples(found: Iterable[ox.Triple], media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """A graph in one of GRAPHS; the same triples give the same bytes."""
    return serialize(found, GRAPHS[media_type], prefixes).encode()


class _TooLargeError(ValueError):
    """More was to be written than is allowed."""


class _Limited(io.BytesIO):
    """Takes so many bytes and no more, so that a result that nobody can use does not fill the memory."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._left = limit

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._left -= len(data)
        if self._left < 0:
            raise _TooLargeError
        return super().write(data)


def _graphs(iris: tuple[str, ...]) -> list[Any] | None:
    """The protocol's graphs, which win over FROM in the query (SPARQL 1.1 Protocol, 2.1.4), if there are any."""
    return [ox.NamedNode(iri) for iri in iris] or None


def _written(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    media_type: str,
    prefixes: Mapping[str, str],
    limit: int,
) -> bytes:
    if isinstance(found, ox.QueryTriples):
        body = triples(found, media_type, prefixes)
        if len(body) > limit:
            raise _TooLargeError
        return body
    out = _Limited(limit)
    found.serialize(out, format=ROWS[media_type])
    return out.getvalue()
