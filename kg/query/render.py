"""Results as text: a table for people; CSV, TSV, JSON and XML as SPARQL 1.1 defines them; Turtle for graphs."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query import Result, Term

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?")


def render(result: "Result", format_: str, *, width: int | None = None) -> str:
    """Return the result in one of FORMATS; `width` is of the table, by default the terminal's."""
    if format_ not in FORMATS:
        raise QueryError(f"--format '{format_}': use one of {', '.join(FORMATS)}")
    if format_ == "table":
        return _table(result, width or shutil.get_terminal_size((120, 24)).columns)
    return FORMATS[format_](result)


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI as a prefixed name if it can be typed as one, else in angle brackets."""
    for prefix, namespace in sorted(prefixes.items(), key=lambda item: -len(item[1])):
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _table(result: "Result", width: int) -> str:
    if result.answer is not None:
        return _lexical_answer(result)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for variable in result.variables:
        table.add_column(Text(variable), overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(_visible(_shown(term, result.prefixes))) for term in row))
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _shown(term: "Term | None", prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    return compact(term.value, prefixes) if isinstance(term, ox.NamedNode) else _lexical(term)


def _visible(text: str) -> str:
    """Nothing of a text from the web may steer a terminal: what is not printable is shown as its code."""
    return "".join(c if c.isprintable() else " " if c.isspace() else f"\\u{ord(c):04x}" for c in text)


def _lexical(term: "Term | None") -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple | ox.BlankNode) else term.value


def _lexical_answer(result: "Result") -> str:
    return "true\n" if result.answer else "false\n"


def _csv(result: "Result") -> str:
    if result.answer is not None:
        return _lexical_answer(result)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(result.variables)
    writer.writerows([_lexical(term) for term in row] for row in result.rows)
    return out.getvalue()


def _tsv(result: "Result") -> str:
    if result.answer is not None:
        return _lexical_answer(result)
    lines = ["\t".join(f"?{v}" for v in result.variables)]
    lines += ["\t".join("" if t is None else str(t).replace("\t", "\\t") for t in row) for row in result.rows]
    return "".join(f"{line}\n" for line in lines)


def _json(result: "Result") -> str:
    if result.answer is not None:
        return json.dumps({"head": {}, "boolean": result.answer}) + "\n"
    bindings = [
        {v: _binding(t) for v, t in zip(result.variables, row, strict=True) if t is not None} for row in result.rows
    ]
    whole = {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _xml(result: "Result") -> str:
    parsed = ox.parse_query_results(_json(result).encode(), format=ox.QueryResultsFormat.JSON)
    return (parsed.serialize(format=ox.QueryResultsFormat.XML) or b"").decode() + "\n"


def _binding(term: "Term") -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _binding(part) for name, part in parts.items()}}
    extra: dict[str, object] = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
    plain = extra.get("datatype") == "http://www.w3.org/2001/XMLSchema#string"
    return {"type": "literal", "value": term.value} | ({} if plain else extra)


def _turtle(result: "Result") -> str:
    if not result.is_graph:
        raise QueryError("--format turtle: only CONSTRUCT and DESCRIBE give a graph; use table, csv, tsv, json or xml")
    triples = [ox.Triple(*row) for row in result.rows]  # type: ignore[arg-type]  # rows of a graph are triples
    written = (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(result.prefixes)) or b"").decode()
    lines = written.splitlines(keepends=True)
    body = [line for line in lines if not line.startswith("@prefix ")]
    used = [p for p in lines if p.startswith("@prefix ") and any(f"{p.split()[1]}" in line for line in body)]
    return "".join((*sorted(used), *body))


FORMATS: Mapping[str, Callable[["Result"], str]] = {
    "table": lambda result: _table(result, 120),
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
    "turtle": _turtle,
}
"""By name, in the order to offer them."""
