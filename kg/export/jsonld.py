"""JSON-LD, compact: names of our vocabulary stand bare, and the context says how each is to be read."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import pyoxigraph as ox

from kg.export.source import Object, Source, iri
from kg.ontology import NAMESPACE

_TYPE = iri("rdf:type")
_XSD = iri("xsd:")
_STRING = f"{_XSD}string"
_NATIVE: Mapping[str, Callable[[str], int | bool]] = {f"{_XSD}integer": int, f"{_XSD}boolean": "true".__eq__}
"""Datatypes that JSON has itself; decimals stay strings, as JSON's numbers would become doubles."""

_ENDS = ":/?#[]@"
"""How an IRI must end that a JSON-LD processor takes for a prefix."""


def jsonld(source: Source) -> str:
    """Return one object per node, in the order of their IRIs; the context is inside, nothing is to be fetched."""
    writer = _Writer(source)
    nodes = [writer.node(node) for node in source.nodes]
    return json.dumps({"@context": writer.context(), "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


class _Writer:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._prefixes = {p: n for p, n in source.prefixes.items() if p.isalnum() and n[-1] in _ENDS and p != "kg"}
        kinds: dict[str, set[str]] = defaultdict(set)
        for properties in source.nodes.values():
            for predicate, objects in properties.items():
                kinds[predicate] |= {_kind(o) for o in objects}
        self._kind = {predicate: found.pop() if len(found) == 1 else "" for predicate, found in sorted(kinds.items())}
        """Property to the one kind that all its values are of, or nothing."""

    def context(self) -> dict[str, Any]:
        coerced = {
            self._key(p): self._coercion(p, k) for p, k in self._kind.items() if p != _TYPE and self._is_coerced(k)
        }
        return {"@version": 1.1, **self._prefixes, "kg": NAMESPACE, "@vocab": NAMESPACE, **coerced}

    def node(self, node: str) -> dict[str, Any]:
        found: dict[str, Any] = {"@id": self._name(node)}
        for predicate, objects in self._source.nodes[node].items():
            if predicate == _TYPE:
                found["@type"] = [self._key(o.value) for o in objects]
            else:
                values = [self._value(o, self._kind[predicate]) for o in objects]
                found[self._key(predicate)] = values[0] if len(values) == 1 else values
        return found

    def _value(self, value: Object, kind: str) -> Any:
        if isinstance(value, ox.NamedNode):
            return self._name(value.value) if kind == "@id" else {"@id": self._name(value.value)}
        datatype = value.datatype.value
        if value.language or kind not in {"", datatype}:
            return {"@value": value.value, **({"@language": value.language} if value.language else {"@type": datatype})}
        native = _NATIVE.get(datatype)
        if native and str(ox.Literal(native(value.value))) == str(value):
            return native(value.value)
        if datatype in (kind, _STRING):
            return value.value
        return {"@value": value.value, "@type": self._name(datatype)}

    def _coercion(self, predicate: str, kind: str) -> dict[str, str]:
        return {"@id": self._name(predicate), "@type": kind if kind == "@id" else self._name(kind)}

    def _is_coerced(self, kind: str) -> bool:
        return kind not in ("", _STRING)

    def _key(self, name: str) -> str:
        """A term of ours bare, others prefixed."""
        return name.removeprefix(NAMESPACE) if name.startswith(NAMESPACE) else self._name(name)

    def _name(self, name: str) -> str:
        for prefix, namespace in (*self._prefixes.items(), ("kg", NAMESPACE)):
            local = name.removeprefix(namespace)
            if local != name and local and not local.startswith("//"):
                return f"{prefix}:{local}"
        return name


def _kind(value: Object) -> str:
    if isinstance(value, ox.NamedNode):
        return "@id"
    return "" if value.language else value.datatype.value
