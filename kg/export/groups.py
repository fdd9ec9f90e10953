"""A large graph in some sixty groups: every node with the best connected node nearest to it.

Louvain's communities take 110 s for 100,000 nodes; nearness to a hub takes 0.6 s, and can be said in words: "around
Norland".
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from typing import Any

from kg.export.layout import places

MOST = 60
"""Groups at most; the nodes that no line leads to from any of them stand apart."""


def groups(labels: Sequence[str], lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return `of` (the group of every node, or -1), `hubs` (the node each group is named for) and `at` (x, y)."""
    near: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        near[line["from"]].append(line["to"])
        near[line["to"]].append(line["from"])
    hubs = _hubs(near)
    of = _nearest(hubs, near, len(labels))
    ties = {(of[line["from"]], of[line["to"]]) for line in lines}
    crossing = [(a, b) for a, b in ties if a != b and a >= 0 and b >= 0]
    at = places({g: labels[hub] for g, hub in enumerate(hubs)}, crossing).at
    return {"of": of, "hubs": hubs, "at": [list(at[g]) for g in range(len(hubs))]}


def _hubs(near: Mapping[int, list[int]]) -> list[int]:
    """The best connected nodes, none a neighbour of another, so that they lie spread over the graph."""
    found: list[int] = []
    taken: set[int] = set()
    for node in sorted(near, key=lambda n: (-len(near[n]), n)):
        if len(found) == MOST:
            break
        if node not in taken:
            found.append(node)
            taken |= {node, *near[node]}
    return found


def _nearest(hubs: Sequence[int], near: Mapping[int, list[int]], count: int) -> list[int]:
    """The group of every node by breadth-first search from all hubs at once; -1 where none leads."""
    of = [-1] * count
    for group, hub in enumerate(hubs):
        of[hub] = group
    waiting = deque(hubs)
    while waiting:
        node = waiting.popleft()
        for other in near[node]:
            if of[other] < 0:
                of[other] = of[node]
                waiting.append(other)
    return of
