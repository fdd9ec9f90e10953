"""Properties of nodes as columns of a table: each has one kind of value for all nodes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.export.network import Node, Value

_KINDS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("boolean", (bool,)),
    ("int", (int,)),
    ("double", (int, float)),
    ("date", (dt.date,)),
)
"""Kinds of single values, the first that fits all wins; names are those of Neo4j's import."""


def columns(nodes: Iterable[Node]) -> dict[str, str]:
    """Return {property: kind}, sorted; `string` where values are of several kinds, `string[]` where a node has many."""
    found: dict[str, list[tuple[Value, ...]]] = defaultdict(list)
    for node in nodes:
        for name, values in node.properties.items():
            found[name].append(values)
    return {name: _kind(rows) for name, rows in sorted(found.items())}


def _kind(rows: list[tuple[Value, ...]]) -> str:
    if any(len(row) > 1 for row in rows):
        return "string[]"
    values = [row[0] for row in rows]
    return next((name for name, types in _KINDS if all(_is(value, types) for value in values)), "string")


def _is(value: Value, types: tuple[type, ...]) -> bool:
    return isinstance(value, types) and (bool in types or not isinstance(value, bool))


def cells(node: Node, kinds: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the values of every column as text; nothing where the node has none."""
    return {name: tuple(_text(v) for v in node.properties.get(name, ())) for name in kinds}


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
