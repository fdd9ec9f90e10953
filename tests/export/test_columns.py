"""Columns: one kind of value for all nodes."""

import datetime as dt

import pytest

from kg.export.columns import cells, columns
from kg.export.network import Node, Value


def node(*values: Value) -> Node:
    return Node("n", "https://a.test/n", ("T",), "n", (), {"p": values} if values else {})


@pytest.mark.parametrize(
    ("kind", "nodes"),
    [
        ("boolean", [node(True), node(False)]),
        ("int", [node(1), node(2)]),
        ("double", [node(1), node(2.5)]),
        ("date", [node(dt.date(2031, 3, 4))]),
        ("string", [node("a"), node(1)]),
        ("string", [node(True), node(1)]),
        ("string[]", [node(1, 2), node(3)]),
    ],
)
def test_the_kind_fits_all_nodes(kind: str, nodes: list[Node]) -> None:
    assert columns([*nodes, node()]) == {"p": kind}


def test_every_column_has_a_cell() -> None:
    assert cells(node(True), {"p": "boolean", "q": "string"}) == {"p": ("true",), "q": ()}
