"""Layout: no labels on top of each other, the same places every time."""

import itertools
import random

import pytest

from kg.export.layout import places


def overlapping(found: dict[int, tuple[int, int]], width: int, height: int) -> list[tuple[int, int]]:
    pairs = itertools.combinations(found, 2)
    return [
        (a, b) for a, b in pairs if abs(found[a][0] - found[b][0]) < width and abs(found[a][1] - found[b][1]) < height
    ]


@pytest.mark.parametrize("edges", [[], [(0, n) for n in range(1, 30)], [(n, n + 1) for n in range(29)]])
def test_labels_keep_apart(edges: list[tuple[int, int]]) -> None:
    found = places(dict.fromkeys(range(30), "Eight or so"), edges).at
    assert overlapping(found, width=60, height=35) == []


def test_neighbours_are_nearer_than_strangers() -> None:
    found = places(dict.fromkeys(range(6), "x"), [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]).at
    assert abs(found[0][0] - found[1][0]) + abs(found[0][1] - found[1][1]) < 300
    assert (found[0][0] - found[5][0]) ** 2 + (found[0][1] - found[5][1]) ** 2 > 300**2


def test_the_order_of_edges_and_directions_leaves_no_trace() -> None:
    edges = [(n % 7, n) for n in range(1, 25)]
    turned = [(b, a) for a, b in random.Random(2).sample(edges, len(edges))]
    labels = {n: f"node {n}" for n in range(25)}
    assert places(labels, edges) == places(dict(reversed(labels.items())), turned)


def test_a_node_tied_to_itself_and_no_node_at_all() -> None:
    assert places({3: "x"}, [(3, 3)]).at.keys() == {3}
    assert places({}, []).at == {}


def test_every_node_knows_the_size_of_its_part() -> None:
    assert places(dict.fromkeys(range(5), "x"), [(0, 1), (1, 2)]).sizes == {0: 3, 1: 3, 2: 3, 3: 1, 4: 1}
