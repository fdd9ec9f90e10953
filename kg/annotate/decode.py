"""Scores -> trees and spans, in numpy."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Heads = NDArray[np.int64]

THRESHOLD = 0.65
"""The probability, as the network gives it, above which a span is kept."""


def tree(scores: Floats) -> Heads:
    """The head of every word (its own position: root), the best tree with exactly one root.

    scores (n, n): row = dependent, column = head, diagonal = root. Greedy if that is already a tree, else
    Chu-Liu/Edmonds over every plausible root.

    >>> tree(np.array([[0, 9, 0], [0, 5, 0], [0, 7, 1]], dtype=np.float32)).tolist()
    [1, 1, 1]
    """
    n = len(scores)
    greedy: Heads = scores.argmax(1)
    roots = np.flatnonzero(greedy == np.arange(n))
    if len(roots) == 1 and not _has_cycle(greedy):
        return greedy
    logp = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    candidates = np.argsort(-np.diag(logp), kind="stable")[: max(3, len(roots))]
    trees = [(_rooted(logp, int(r))) for r in candidates]
    totals = [float(logp[np.arange(n), t].sum()) for t in trees]
    return trees[int(np.argmax(totals))]


def _has_cycle(heads: Heads) -> bool:
    state = np.zeros(len(heads), dtype=np.int8)
    for i in range(len(heads)):
        path, at = [], i
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        if state[at] == 1 and heads[at] != at:
            return True
        state[path] = 2
    return False


def _rooted(logp: Floats, root: int) -> Heads:
    scores = logp.astype(np.float64).copy()
    np.fill_diagonal(scores, -np.inf)
    scores[root] = -np.inf
    heads = _edmonds(scores, root)
    heads[root] = root
    return heads


def _edmonds(scores: NDArray[np.float64], root: int) -> Heads:
    n = len(scores)
    heads: Heads = scores.argmax(1)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    # Contract the cycle to one node, placed last.
    m = len(rest) + 1
    small = np.full((m, m), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    best_in = scores[cycle, heads[cycle]]
    enter = scores[np.ix_(cycle, rest)] - best_in[:, None]
    enter_from = enter.argmax(0)
    small[-1, :-1] = enter.max(0)
    leave = scores[np.ix_(rest, cycle)]
    leave_to = leave.argmax(1)
    small[:-1, -1] = leave.max(1)
    np.fill_diagonal(small, -np.inf)
    new_root = int(np.flatnonzero(rest == root)[0])
    sub = _edmonds(small, new_root)
    for i, head in enumerate(sub[:-1]):
        if i != new_root:
            heads[rest[i]] = cycle[leave_to[i]] if head == m - 1 else rest[head]
    outside = int(sub[-1])
    heads[cycle[enter_from[outside]]] = rest[outside]
    return heads


def _find_cycle(heads: Heads, root: int) -> Heads | None:
    done = np.zeros(len(heads), dtype=bool)
    done[root] = True
    for i in range(len(heads)):
        path: list[int] = []
        at = i
        while not done[at] and at not in path:
            path.append(at)
            at = int(heads[at])
        if at in path:
            return np.array(path[path.index(at) :])
        done[path] = True
    return None


def best_spans(
    probability: Floats, types: NDArray[np.uint8], threshold: float = THRESHOLD
) -> list[tuple[int, int, int, float]]:
    """(start, end, type, probability) of the spans above `threshold`: the likeliest first, crossing ones dropped.

    probability, types (n, n): row = first word, column = last word. Nested spans are allowed.
    """
    rows, columns = np.nonzero(np.triu(probability) > threshold)
    found = sorted(
        ((int(a), int(b) + 1, int(types[a, b]), float(probability[a, b])) for a, b in zip(rows, columns, strict=True)),
        key=lambda s: (-s[3], s[0], s[1]),
    )
    kept: list[tuple[int, int, int, float]] = []
    for span in found:
        if not any(s[0] < span[0] < s[1] < span[1] or span[0] < s[0] < span[1] < s[1] for s in kept):
            kept.append(span)
    return sorted(kept)


SURE = 1e-4
"""Probabilities nearer to 0 or 1 than this are taken for this."""
Calibration = tuple[float, float]
"""Slope and offset between the log odds the model gives and those it has earned (Platt 1999)."""


def calibrated(probability: float, calibration: Calibration) -> float:
    """The share of spans of this probability that are right, as far as the dev parts of the corpora tell.

    >>> round(calibrated(0.9, (0.5, 0.1)), 2), calibrated(0.75, (1.0, 0.0))
    (0.77, 0.75)
    """
    slope, offset = calibration
    p = min(max(probability, SURE), 1 - SURE)
    odds = math.log(p / (1 - p))
    return 1 / (1 + math.exp(-slope * odds - offset))
