"""Parameters of a query: written `$who` where a value goes, given as text, bound as RDF terms.

A value never becomes part of the query's own words: it is made a term first and written as N-Triples writes it, with
every quote and line break escaped. A parameter without a value stays a variable, and so leaves that place open.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.explain import mask, nearest

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DECLARED = re.compile(r"^#\s*\$(\w+) \((\w+)(?: = ([^)]+))?\): (.+)$", re.MULTILINE)
_USED = re.compile(r"\$(\w+)")
_PREFIXED = re.compile(r"([A-Za-z][\w-]*):([\w-]+)")
NAME = "name"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared parameter: a comment line of the query, `# $least (number = 100): the smallest number of dead`."""

    name: str
    kind: str
    """One of KINDS: what a value must look like."""
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A query with its values in place; `names` are those that should be the name of something in the graph."""

    text: str
    names: tuple[str, ...] = ()


def parameters(query: str) -> tuple[Parameter, ...]:
    """Return the parameters that the query declares in comments, in that order; QueryError for an unknown kind."""
    found = tuple(Parameter(*match.groups()) for match in _DECLARED.finditer(query))
    for p in found:
        if p.kind not in KINDS:
            raise QueryError(f"query: ${p.name} is declared as '{p.kind}'; use one of {', '.join(KINDS)}")
    return found


def bind(query: str, values: Mapping[str, str], prefixes: Mapping[str, str]) -> Bound:
    """Return the query with its parameters replaced by terms; what is declared with a default has it.

    >>> bind('ASK { ?p rdfs:label $who }', {"who": 'Ann "Nan" Roe'}, {}).text
    'ASK { ?p rdfs:label "Ann \\\\"Nan\\\\" Roe" }'

    Raises QueryError for a value that does not fit its parameter, and for a parameter that the query does not have.
    """
    declared = {p.name: p for p in parameters(query)}
    used = list(dict.fromkeys(_USED.findall(mask(query))))
    for name in values:
        if name not in used:
            raise QueryError(_unknown(name, used, query))
    given = {p.name: p.default for p in declared.values() if p.default is not None} | dict(values)
    terms = {n: _term(n, v, declared[n].kind if n in declared else None, prefixes) for n, v in given.items()}
    names = tuple(v for n, v in given.items() if n in declared and declared[n].kind == NAME)
    return Bound(_replaced(query, {name: str(term) for name, term in terms.items()}), names)


def _replaced(query: str, terms: Mapping[str, str]) -> str:
    out, end = [], 0
    for match in _USED.finditer(mask(query)):
        if match[1] in terms:
            out += [query[end : match.start()], terms[match[1]]]
            end = match.end()
    return "".join((*out, query[end:]))


def _unknown(name: str, used: list[str], query: str) -> str:
    if f"?{name}" in mask(query):
        return f"query: ?{name} is a result, not a parameter; write ${name} where the value should go"
    near = nearest(name, used)
    known = f"it has {', '.join(f'${u}' for u in used)}" if used else "it has none; write one as in: ?p rdfs:label $who"
    return f"query: no parameter '{name}'; " + (f"did you mean {near}?" if near else known)


def _term(name: str, value: str, kind: str | None, prefixes: Mapping[str, str]) -> ox.NamedNode | ox.Literal:
    if kind is None:
        return _guessed(value, prefixes)
    term = KINDS[kind](value, prefixes)
    if term is None:
        raise QueryError(f"query: {name} '{value}' is no {_EXAMPLES[kind]}")
    return term


def _guessed(value: str, prefixes: Mapping[str, str]) -> ox.NamedNode | ox.Literal:
    """The term that an undeclared parameter's value looks like; in double quotes it is always text."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return ox.Literal(value[1:-1])
    readings = (KINDS[kind](value, prefixes) for kind in ("number", "date", "term"))
    return next((term for term in readings if term is not None), ox.Literal(value))


def _number(value: str, _prefixes: Mapping[str, str]) -> ox.Literal | None:
    if re.fullmatch(r"[+-]?[0-9]+", value):
        return ox.Literal(str(int(value)), datatype=ox.NamedNode(f"{_XSD}integer"))
    if re.fullmatch(r"[+-]?[0-9]*\.[0-9]+", value):
        return ox.Literal(value, datatype=ox.NamedNode(f"{_XSD}decimal"))
    return None


def _date(value: str, _prefixes: Mapping[str, str]) -> ox.Literal | None:
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(f"{_XSD}date"))


def _iri(value: str, prefixes: Mapping[str, str]) -> ox.NamedNode | None:
    if prefixed := _PREFIXED.fullmatch(value):
        namespace = prefixes.get(prefixed[1])
        return ox.NamedNode(namespace + prefixed[2]) if namespace else None
    try:
        return ox.NamedNode(value[1:-1]) if value.startswith("<") and value.endswith(">") else None
    except ValueError:
        return None


def _text(value: str, _prefixes: Mapping[str, str]) -> ox.Literal:
    return ox.Literal(value)


KINDS: Mapping[str, Callable[[str, Mapping[str, str]], ox.NamedNode | ox.Literal | None]] = {
    NAME: _text,
    "text": _text,
    "number": _number,
    "date": _date,
    "term": _iri,
}
"""What a parameter may be: the name of a thing in the graph, other text, a number, a day, or a node or property."""

_EXAMPLES = {
    "number": "number; give one such as 100",
    "date": "date; give one such as 2025-12-31",
    "term": "node or property; give one such as kg:modality, id:some-thing or <https://...>",
}
