"""Places for the nodes of the first view, computed once so that the page opens at rest and the same every time."""

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_SEED = 7
_SPREAD = 115.0
"""Pixels between neighbours, about: enough for a label."""
_ROW = 52.0
"""Height of a node with its label."""
_LETTER = 6.6
_STRETCH = 1.35
"""Screens are wider than high."""
_GAP = 60.0


def places(labels: Mapping[int, str], edges: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Return x, y in pixels for every node: each connected part by springs, labels pushed apart, parts side by side."""
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(sorted(labels))
    graph.add_edges_from(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    laid = [_part(graph.subgraph(part), part, [labels[n] for n in part]) for part in parts]
    return dict(zip((n for part in parts for n in part), _side_by_side(laid), strict=True))


def _part(graph: nx.Graph, order: Sequence[int], labels: Sequence[str]) -> tuple[Array, Array]:
    """Positions of one connected part, n x 2, and the half sizes of its boxes, n x 2."""
    ordered: nx.Graph = nx.Graph()
    ordered.add_nodes_from(order)
    ordered.add_edges_from(sorted((min(e), max(e)) for e in graph.edges()))
    scale = _SPREAD * max(len(order), 2) ** 0.5
    found = nx.spring_layout(ordered, seed=_SEED, iterations=150, scale=scale / 2, method="force")
    positions = np.array([found[n] for n in order], dtype=np.float64) * (_STRETCH, 1.0)
    halves = np.array([(max(len(label), 4) * _LETTER / 2 + 6, _ROW / 2) for label in labels])
    return _apart(positions, halves), halves


def _apart(positions: Array, halves: Array, rounds: int = 80) -> Array:
    """Push overlapping boxes apart along the axis where they overlap less, a little in every round."""
    moved = positions.copy()
    for _ in range(rounds):
        gaps = moved[:, None, :] - moved[None, :, :]  # n x n x 2
        overlap = halves[:, None, :] + halves[None, :, :] - np.abs(gaps)
        touching = (overlap > 0).all(axis=2) & ~np.eye(len(moved), dtype=bool)
        if not touching.any():
            break
        sign = np.where(gaps > 0, 1.0, -1.0)
        sign[np.tril_indices(len(moved))] *= np.where(gaps[np.tril_indices(len(moved))] == 0, -1.0, 1.0)
        narrow = overlap == overlap.min(axis=2, keepdims=True)
        moved += 0.25 * (overlap * sign * narrow * touching[:, :, None]).sum(axis=1)
    return moved


def _side_by_side(parts: Sequence[tuple[Array, Array]]) -> list[tuple[int, int]]:
    """Rows of parts, the largest first, about as wide as a screen; whole pixels."""
    boxes = [(positions - (positions - halves).min(axis=0), positions, halves) for positions, halves in parts]
    sizes = [(placed + halves).max(axis=0) + _GAP for placed, _, halves in boxes]
    width = max([size[0] for size in sizes] + [(1.6 * sum(size[0] * size[1] for size in sizes)) ** 0.5], default=0.0)
    result: list[tuple[int, int]] = []
    x = y = height = 0.0
    for (placed, _, _), size in zip(boxes, sizes, strict=True):
        if x > 0 and x + size[0] > width:
            x, y, height = 0.0, y + height, 0.0
        result += [(round(px + x), round(py + y)) for px, py in placed]
        x, height = x + size[0], max(height, size[1])
    return result
