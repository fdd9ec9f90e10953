"""How alike two sets of chains are: MUC, B3 and CEAF over entities, and their mean, the CoNLL score.

As the reference scorer of the CoNLL 2012 shared task counts (Pradhan et al. 2014): a phrase is right only with both its
ends, chains of one phrase do not count, and several articles are added up before dividing.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

import networkx as nx

METRICS = ("muc", "b3", "ceafe")
Phrase = Hashable
Chains = Sequence[frozenset[Phrase]]


@dataclass(slots=True)
class ChainScore:
    """Counts of the articles added so far: {metric: [hits for recall, gold, hits for precision, found]}."""

    counts: dict[str, list[float]] = field(default_factory=lambda: {m: [0.0] * 4 for m in METRICS})

    def add(self, gold: Iterable[Iterable[Phrase]], found: Iterable[Iterable[Phrase]]) -> None:
        """Count one article."""
        key, answer = _without_singletons(gold), _without_singletons(found)
        aligned = _ceafe(key, answer)
        for metric, counted in (
            ("muc", (*_muc(key, answer), *_muc(answer, key))),
            ("b3", (*_b3(key, answer), *_b3(answer, key))),
            ("ceafe", (aligned, len(key), aligned, len(answer))),
        ):
            self.counts[metric] = [a + b for a, b in zip(self.counts[metric], counted, strict=True)]

    def recall(self, metric: str) -> float:
        hits, gold, _, _ = self.counts[metric]
        return hits / gold if gold else 0.0

    def precision(self, metric: str) -> float:
        _, _, hits, found = self.counts[metric]
        return hits / found if found else 0.0

    def f1(self, metric: str) -> float:
        p, r = self.precision(metric), self.recall(metric)
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def conll(self) -> float:
        """The mean F1 of the three."""
        return sum(map(self.f1, METRICS)) / len(METRICS)


def _without_singletons(chains: Iterable[Iterable[Phrase]]) -> list[frozenset[Phrase]]:
    return [c for c in map(frozenset, chains) if len(c) > 1]


def _muc(key: Chains, answer: Chains) -> tuple[float, float]:
    """The links of `key` that `answer` has, and all of them (Vilain et al. 1995)."""
    owner = {p: k for k, chain in enumerate(answer) for p in chain}
    hits = sum(len(c) - len({owner.get(p, (p,)) for p in c}) for c in key)
    return hits, sum(len(c) - 1 for c in key)


def _b3(key: Chains, answer: Chains) -> tuple[float, float]:
    """The sum over the phrases of `key` of the share of their chain that `answer` keeps together (Bagga & Baldwin)."""
    owner = {p: chain for chain in answer for p in chain}
    hits = sum(len(c & owner[p]) / len(c) for c in key for p in c if p in owner)
    return hits, sum(map(len, key))


def _ceafe(key: Chains, answer: Chains) -> float:
    """The likeness of the best alignment of chains one to one, 2 |A and B| / (|A| + |B|) each (Luo 2005)."""
    owner = {p: k for k, chain in enumerate(answer) for p in chain}
    graph = nx.Graph()
    for k, chain in enumerate(key):
        for a in {owner[p] for p in chain if p in owner}:
            alike = 2 * len(chain & answer[a]) / (len(chain) + len(answer[a]))
            graph.add_edge(("key", k), ("answer", a), weight=alike)
    return float(sum(graph.edges[e]["weight"] for e in nx.max_weight_matching(graph)))
