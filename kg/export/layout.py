"""Places for the nodes of the first view, computed once so that the page opens at rest and the same every time."""

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_SEED = 7
_STEP = 105.0
"""Pixels between neighbours, about."""
_LETTER, _LINE, _SIGN = 6.6, 16.0, 34.0
"""Width of a letter, height of a line of label, height of the shape above it."""
_FAR = 0.85
"""Below 1, long paths are drawn shorter, and a far-off chain leaves room to the rest."""
_STRETCH = 1.3
"""Screens are wider than high."""
_GAP = 70.0


def places(labels: Mapping[int, str], edges: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Return x, y in pixels for every node: connected parts each laid out, labels pushed apart, parts side by side."""
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(sorted(labels))
    graph.add_edges_from(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    laid = [_part(graph, part, [labels[n] for n in part]) for part in parts]
    return dict(zip((n for part in parts for n in part), _side_by_side(laid), strict=True))


def _part(graph: nx.Graph, order: Sequence[int], labels: Sequence[str]) -> tuple[Array, Array]:
    """Positions of one connected part, n x 2, and the half sizes of its boxes, n x 2."""
    lines = [label.split("\n") for label in labels]
    halves = np.array([(max(map(len, ls)) * _LETTER / 2 + 8, (_SIGN + len(ls) * _LINE) / 2) for ls in lines])
    if len(order) == 1:
        return np.zeros((1, 2)), halves
    return _apart(_stress(graph, order) * (_STEP * _STRETCH, _STEP), halves), halves


def _stress(graph: nx.Graph, order: Sequence[int], rounds: int = 200) -> Array:
    """Positions, n x 2, whose distances come close to the lengths of shortest paths.

    Stress majorization (Gansner, Koren, North 2004), from a spring layout. Edges at busy nodes are longer, so that
    the neighbours of a hub have room around it.
    """
    part: nx.Graph = nx.Graph()
    part.add_nodes_from(order)
    for a, b in graph.edges(order):
        part.add_edge(a, b, weight=1 + 0.3 * np.log2(min(graph.degree(a), graph.degree(b))))
    paths = np.asarray(nx.floyd_warshall_numpy(part, nodelist=list(order)), dtype=np.float64)  # n x n
    wanted = paths**_FAR
    start = nx.spring_layout(nx.Graph(part), seed=_SEED, iterations=60, method="force", scale=wanted.max() / 2)
    positions = np.array([start[n] for n in order], dtype=np.float64)
    weights = np.where(wanted > 0, 1 / np.maximum(wanted, 1e-9) ** 2, 0.0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights, hermitian=True)
    for _ in range(rounds):
        lengths = np.linalg.norm(positions[:, None] - positions[None, :], axis=2)
        pull = np.where(lengths > 0, weights * wanted / np.maximum(lengths, 1e-9), 0.0)
        positions = inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ positions)
    return positions


def _apart(positions: Array, halves: Array, rounds: int = 150) -> Array:
    """Push overlapping boxes apart along the axis where they overlap less, a little in every round."""
    moved = positions.copy()
    order = np.arange(len(moved))
    tie = np.where(order[:, None] > order[None, :], 1.0, -1.0)[:, :, None]
    for _ in range(rounds):
        gaps = moved[:, None, :] - moved[None, :, :]  # n x n x 2
        overlap = halves[:, None, :] + halves[None, :, :] - np.abs(gaps)
        touching = (overlap > 0).all(axis=2) & ~np.eye(len(moved), dtype=bool)
        if not touching.any():
            break
        sign = np.where(gaps == 0, tie, np.sign(gaps))
        narrow = overlap == overlap.min(axis=2, keepdims=True)
        moved += 0.3 * (overlap * sign * narrow * touching[:, :, None]).sum(axis=1)
    return moved


def _side_by_side(parts: Sequence[tuple[Array, Array]]) -> list[tuple[int, int]]:
    """Rows of parts, the largest first, about as wide as a screen; whole pixels."""
    boxes = [(positions - (positions - halves).min(axis=0), halves) for positions, halves in parts]
    sizes = [(placed + halves).max(axis=0) + _GAP for placed, halves in boxes]
    width = max([size[0] for size in sizes] + [(1.6 * sum(size[0] * size[1] for size in sizes)) ** 0.5], default=0.0)
    result: list[tuple[int, int]] = []
    x = y = height = 0.0
    for (placed, _), size in zip(boxes, sizes, strict=True):
        if x > 0 and x + size[0] > width:
            x, y, height = 0.0, y + height, 0.0
        result += [(round(px + x), round(py + y)) for px, py in placed]
        x, height = x + size[0], max(height, size[1])
    return result
