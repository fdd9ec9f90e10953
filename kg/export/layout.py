"""Places for the nodes of the first view, computed once so that the page opens at rest and the same every time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rustworkx as rx
from threadpoolctl import threadpool_limits

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
_GAP = 50.0
_ASPECT = 1.35
"""Width to height of the place for the drawing."""
_WIDER = 1.25
"""How much wider than the column a part may be that is put under another."""
_ROUNDS = 200
_STILL = 1e-4
"""Movement, in steps between neighbours, that nobody sees."""
_TRIES = 5
"""Starts from which the drawing is tried; the best of a small part is worth the time."""


@dataclass(frozen=True, slots=True)
class Places:
    """x, y in pixels of every node, and how many nodes its connected part has."""

    at: dict[int, tuple[int, int]]
    sizes: dict[int, int]


def places(labels: Mapping[int, str], edges: Iterable[tuple[int, int]]) -> Places:
    """Return a place for every node: connected parts each laid out, labels pushed apart, parts side by side."""
    names = sorted(labels)
    index = {name: n for n, name in enumerate(names)}
    graph: rx.PyGraph[int, float] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(names)
    graph.add_edges_from(
        [(index[a], index[b], 1.0) for a, b in sorted({(min(e), max(e)) for e in edges if e[0] != e[1]})]
    )
    parts = sorted((sorted(part) for part in rx.connected_components(graph)), key=lambda part: (-len(part), part))
    with threadpool_limits(1, user_api="blas"):  # several only wait for each other here, and round otherwise than one
        laid = [_part(graph, part, [labels[names[n]] for n in part]) for part in parts]
    order = [names[n] for part in parts for n in part]
    sizes = [len(part) for part in parts for _ in part]
    return Places(dict(zip(order, _side_by_side(laid), strict=True)), dict(zip(order, sizes, strict=True)))


def _part(graph: "rx.PyGraph[int, float]", order: Sequence[int], labels: Sequence[str]) -> tuple[Array, Array]:
    """Positions of one connected part, n x 2, and the half sizes of its boxes, n x 2."""
    lines = [label.split("\n") for label in labels]
    halves = np.array([(max(map(len, ls)) * _LETTER / 2 + 8, (_SIGN + len(ls) * _LINE) / 2) for ls in lines])
    if len(order) == 1:
        return np.zeros((1, 2)), halves
    return _apart(_stress(graph, order) * (_STEP * _STRETCH, _STEP), halves), halves


def _stress(graph: "rx.PyGraph[int, float]", order: Sequence[int]) -> Array:
    """Positions, n x 2, whose distances come close to the lengths of shortest paths.

    Stress majorization (Gansner, Koren, North 2004), from a spring layout. Edges at busy nodes are longer, so that
    the neighbours of a hub have room around it.
    """
    part = graph.subgraph(list(order))
    for a, b in part.edge_list():
        part.update_edge(a, b, 1 + 0.3 * float(np.log2(min(part.degree(a), part.degree(b)))))
    paths = np.asarray(rx.graph_floyd_warshall_numpy(part, weight_fn=float), dtype=np.float64)  # n x n
    wanted = paths**_FAR
    weights = np.where(wanted > 0, 1 / np.maximum(wanted, 1e-9) ** 2, 0.0)
    mean, laplacian = 1 / len(order), np.diag(weights.sum(axis=1)) - weights
    inverse = np.asarray(np.linalg.inv(laplacian + mean) - mean, dtype=np.float64)  # of a Laplacian, the pseudo-inverse
    tries = [_majorized(part, _SEED + n, (wanted, weights, inverse)) for n in range(_TRIES if len(order) <= 120 else 1)]
    return min(tries, key=lambda found: found[0])[1]


def _majorized(part: "rx.PyGraph[int, float]", seed: int, terms: tuple[Array, Array, Array]) -> tuple[float, Array]:
    """(stress left, positions n x 2) after some rounds from one start."""
    wanted, weights, inverse = terms
    start = rx.spring_layout(part, seed=seed, num_iter=60, scale=wanted.max() / 2)
    positions = np.array([start[n] for n in range(len(wanted))], dtype=np.float64)
    for _ in range(_ROUNDS):
        lengths = _lengths(positions)
        pull = np.where(lengths > 0, weights * wanted / np.maximum(lengths, 1e-9), 0.0)
        before, positions = positions, inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ positions)
        if np.abs(positions - before).max() < _STILL:
            break
    lengths = _lengths(positions)
    return float((weights * (lengths - wanted) ** 2).sum()), positions


def _lengths(positions: Array) -> Array:
    """The distances of all pairs, n x n; one axis after the other is several times faster than a norm over both."""
    x, y = (positions[:, None, axis] - positions[None, :, axis] for axis in (0, 1))
    return np.sqrt(x * x + y * y)


def _apart(positions: Array, halves: Array, rounds: int = 150) -> Array:
    """Push overlapping boxes apart along the axis where they overlap less, a little in every round."""
    moved = positions.copy()
    touch_at = [half[:, None] + half[None, :] for half in halves.T]  # n x n for each axis
    np.fill_diagonal(touch_at[0], -np.inf)  # nothing touches itself
    for _ in range(rounds):
        gaps = [side[:, None] - side[None, :] for side in moved.T]
        overlaps = [at - np.abs(gap) for at, gap in zip(touch_at, gaps, strict=True)]
        one, other = np.nonzero((overlaps[0] > 0) & (overlaps[1] > 0))  # the few pairs that touch
        if not len(one):
            break
        tie = np.where(one > other, 1.0, -1.0)
        narrow = np.minimum(*(overlap[one, other] for overlap in overlaps))
        for axis, (gap, overlap) in enumerate(zip(gaps, overlaps, strict=True)):
            sign = np.where(gap[one, other] == 0, tie, np.sign(gap[one, other]))
            push = np.where(overlap[one, other] == narrow, narrow * sign, 0.0)
            moved[:, axis] += 0.3 * np.bincount(one, push, len(moved))
    return moved


def _side_by_side(parts: Sequence[tuple[Array, Array]]) -> list[tuple[int, int]]:
    """Whole pixels of all parts together, in as many rows as fill the place for the drawing best."""
    boxes = [(positions - (positions - halves).min(axis=0), halves) for positions, halves in parts]
    sizes = [(float(x), float(y)) for x, y in ((placed + halves).max(axis=0) + _GAP for placed, halves in boxes)]
    widest, area = max((x for x, _ in sizes), default=0.0), sum(x * y for x, y in sizes)
    widths = [max(widest, (_ASPECT * area * more) ** 0.5) for more in (1.0, 1.3, 1.7, 2.2, 3.0)]
    corners = min((_rows(sizes, width) for width in widths), key=lambda found: _needed(found, sizes))
    return [
        (round(float(px) + x), round(float(py) + y))
        for (placed, _), (x, y) in zip(boxes, corners, strict=True)
        for px, py in placed
    ]


def _needed(corners: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]) -> float:
    """How high a place of the right proportions must be to hold all."""
    ends = [(x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    return max((max(x / _ASPECT, y) for x, y in ends), default=0.0)


def _rows(sizes: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """The upper left corners of boxes in rows no wider than `width`, the largest first, smaller ones on each other."""
    corners: list[tuple[float, float]] = []
    row = height = left = column = top = 0.0
    for wide, high in sizes:
        if top + high > height or wide > column * _WIDER:  # no room under the box before: a new column
            left, column, top = left + column, wide, 0.0
        if left > 0 and left + wide > width:  # no room beside it either: a new row
            row, left, column, height, top = row + height, 0.0, wide, 0.0, 0.0
        corners.append((left, row + top))
        top += high
        column, height = max(column, wide), max(height, top)
    return corners
