"""Does a graph keep the promises of the ontology? SHACL Core on rdflib; with `strict`, whole-graph queries as well.

pyshacl checks the shapes; the SPARQL constraints run once each over the whole graph on pyoxigraph (0.1 s where node by
node takes half a minute).
"""

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from kg.errors import InputError, ModelError
from kg.ontology import NAMESPACE, folder

_KG = NAMESPACE
_DOCUMENT, _PATH = URIRef(_KG + "document"), URIRef(_KG + "path")
_VIOLATION, _WARNING = "Violation", "Warning"
_PREFIXES = {"kg": _KG, "rdf": str(RDF)}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One broken promise: the node, the shape that says so, the property and value at fault; the document by its
    file name, where the node belongs to one."""

    severity: str
    node: str
    shape: str
    path: str | None
    value: str | None
    message: str
    document: str | None

    def __str__(self) -> str:
        about = " ".join(part for part in (self.path, self.value) if part)
        where = f" [{self.document}]" if self.document else ""
        what = f"{self.shape}: {self.message}{f' ({about})' if about else ''}"
        return f"{self.severity.lower()}: {self.node}: {what}{where}"


@dataclass(frozen=True, slots=True)
class Report:
    """Violations break the graph; warnings are things that a text did not say. Both sorted."""

    violations: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        return not self.violations

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, for JSON."""
        return {
            "conforms": self.conforms,
            "violations": [asdict(f) for f in self.violations],
            "warnings": [asdict(f) for f in self.warnings],
        }


def validate(paths: Sequence[Path], *, strict: bool = False) -> Report:
    """Return what is wrong with the graph that the RDF files make together.

    Raises InputError if a file cannot be read as RDF, or there is none.
    """
    if not paths:
        raise InputError("kg validate: no file; give a Turtle file or an output folder")
    return _check([quad for path in paths for quad in _read(path)], strict=strict)


def validate_text(turtle: str, *, strict: bool = False) -> Report:
    """Return what is wrong with a graph given as Turtle."""
    return _check(list(_parse("the text", turtle.encode("utf-8"), ox.RdfFormat.TURTLE)), strict=strict)


def _read(path: Path) -> Iterator[ox.Quad]:
    format_ = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if format_ is None:
        raise InputError(f"{path}: not an RDF file; give .ttl, .nt, .trig, .nq, .rdf or .jsonld")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    return _parse(str(path), data, format_)


def _parse(name: str, data: bytes, format_: ox.RdfFormat) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(data, format=format_, rename_blank_nodes=True)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{name}: {error}; correct the file or build the graph again") from error


def _check(quads: Sequence[ox.Quad], *, strict: bool) -> Report:
    with _quietly():
        graph = Graph()
        same = cache(_rdflib)  # most terms occur often
        for quad in quads:
            graph.add((same(quad.subject), same(quad.predicate), same(quad.object)))
        found = {*_core(graph), *(_constraints(graph, quads) if strict else ())}
    ordered = sorted(found, key=lambda f: tuple(str(part) for part in asdict(f).values()))
    return Report(
        violations=tuple(f for f in ordered if f.severity == _VIOLATION),
        warnings=tuple(f for f in ordered if f.severity != _VIOLATION),
    )


@contextmanager
def _quietly() -> Iterator[None]:
    """An ill-formed date is a finding; rdflib would also log a traceback and compare it with a deprecated idiom."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        logger.disabled = before


def _rdflib(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        datatype = None if term.language else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise InputError(f"a triple term cannot be checked: {term}; export without RDF 1.2")


@cache
def _shapes() -> Graph:
    path = folder() / "shapes.ttl"
    if not path.is_file():
        raise ModelError(f"{path} is missing; run: kg ontology build")
    return Graph().parse(path)


def _core(graph: Graph) -> Iterator[Finding]:
    _, results, text = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", advanced=False)
    if not isinstance(results, Graph):
        raise ModelError(f"the shapes cannot be used: {text}; run: kg ontology build")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        path = results.value(result, SH.resultPath)
        yield Finding(
            severity=_local(results.value(result, SH.resultSeverity)) or _VIOLATION,
            node=_name(node) or "",
            shape=_local(results.value(result, SH.sourceShape)) or "",
            path=_name(path) if isinstance(path, URIRef) else None,
            value=None if value == node else _name(value),
            message=min(str(m) for m in results.objects(result, SH.resultMessage)),
            document=_document(node, graph),
        )


def _constraints(graph: Graph, quads: Sequence[ox.Quad]) -> Iterator[Finding]:
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    for shape, message, select in _queries():
        rows = store.query(select, prefixes=_PREFIXES)
        for row in rows if isinstance(rows, ox.QuerySolutions) else ():
            node, value = _rdflib(row["this"]), _optional(row, "value")
            yield Finding(_VIOLATION, _name(node) or "", shape, None, _name(value), message, _document(node, graph))


def _optional(row: ox.QuerySolution, variable: str) -> Node | None:
    try:
        term = row[variable]
    except KeyError:
        return None
    return None if term is None else _rdflib(term)


@cache
def _queries() -> tuple[tuple[str, str, str], ...]:
    """Name, message and query of every SPARQL constraint, hand-written or generated."""
    path = folder() / "constraints.ttl"
    if not path.is_file():
        raise ModelError(f"{path} is missing; restore it from the distribution")
    both = _shapes() + Graph().parse(path)
    return tuple(
        (_local(c) or "", str(both.value(c, SH.message)), str(both.value(c, SH.select)))
        for c in sorted(both.subjects(RDF.type, SH.SPARQLConstraint), key=str)
    )


def _name(term: Node | None) -> str | None:
    """A term as people write it: kg: names and the last part of other IRIs are enough to find it."""
    if term is None:
        return None
    if isinstance(term, URIRef) and term.startswith(_KG):
        return f"kg:{term.removeprefix(_KG)}"
    if isinstance(term, Literal):
        return f'"{term}"' if term.datatype is None or term.datatype.endswith("string") else str(term)
    return str(term)


def _local(term: Node | None) -> str | None:
    return str(term).rpartition("#")[2].rpartition("/")[2] if isinstance(term, URIRef) else None


def _document(node: Node | None, graph: Graph) -> str | None:
    """The file name of the document that the node, or a claim about it, comes from."""
    if node is None:
        return None
    claims = (*graph.subjects(RDF.subject, node), *graph.subjects(RDF.object, node))
    documents = {d for n in (node, *claims) for d in graph.objects(n, _DOCUMENT)} or {node}
    paths = sorted(str(p) for d in documents for p in graph.objects(d, _PATH))
    return paths[0] if paths else None
