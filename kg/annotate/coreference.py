"""Sentences and the encoder's states of their words -> chains of phrases that name the same thing.

Every phrase is compared with earlier ones by a small network over both heads' states and what `pairs` knows of them,
beside the possibility that it names something new ("mention ranking", Durrett & Klein 2013; Lee et al. 2017). It joins
the chain whose phrases together are likeliest, if that is likelier than something new.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from kg.annotate.pairs import Floats, Ints, candidates, compare, each, facts
from kg.annotate.phrases import Phrase, phrases
from kg.model import Chain, Link, Sentence

Scorer = Mapping[str, Floats]
"""The network: matrices (in, out) and biases by name, as `training.coreference` writes them."""
CHUNK = 20_000
"""Pairs that are scored at once."""
EPSILON = 1e-5


def chains(sentences: Sequence[Sentence], states: Floats, scorer: Scorer, types: Sequence[str]) -> tuple[Chain, ...]:
    """The chains of an article, in order of their first phrases.

    states: (words of the article, hidden); types: those of named spans, in the order of the model.
    """
    found = [p for s in sentences for p in phrases(s)]
    if len(found) < 2:
        return ()
    known = facts(sentences, found, types)
    later, earlier = candidates(known)
    about = each(known, sentences, found, len(types))
    units = reduce(np.concatenate([normalised(states[known.word]), about], 1), scorer)
    parts = [slice(a, a + CHUNK) for a in range(0, len(later), CHUNK)]
    scores = np.concatenate(
        [score(units, compare(known, later[p], earlier[p]), later[p], earlier[p], scorer) for p in parts]
    )
    return tuple(Chain(links) for links in join(found, scores, later, earlier))


def normalised(states: Floats) -> Floats:
    """Every row with mean 0 and variance 1."""
    centred = states - states.mean(1, keepdims=True)
    out: Floats = centred / np.sqrt(centred.var(1, keepdims=True) + EPSILON)
    return out


def reduce(rows: Floats, scorer: Scorer) -> Floats:
    """(n, U): the phrases as the network compares them."""
    return _relu(rows @ scorer["reduce.weight"] + scorer["reduce.bias"])


def score(units: Floats, together: Floats, later: Ints, earlier: Ints, scorer: Scorer) -> Floats:
    """(m,): log odds that later phrase and earlier phrase name the same thing, against something new."""
    hidden = (units @ scorer["later.weight"] + scorer["later.bias"])[later]
    hidden += (units @ scorer["earlier.weight"])[earlier]
    hidden += (units[later] * units[earlier]) @ scorer["both.weight"]
    hidden += together @ scorer["pair.weight"]
    inner = _relu(_relu(hidden) @ scorer["inner.weight"] + scorer["inner.bias"])
    out: Floats = (inner @ scorer["out.weight"] + scorer["out.bias"])[:, 0]
    return out


def _relu(x: Floats) -> Floats:
    return np.maximum(x, 0)


def join(found: Sequence[Phrase], scores: Floats, later: Ints, earlier: Ints) -> list[tuple[Link, ...]]:
    """The chains of two or more links that the scores give, read from left to right."""
    chain_of = list(range(len(found)))
    members: dict[int, list[int]] = {i: [i] for i in range(len(found))}
    best: dict[int, tuple[int, float]] = {}
    bounds = np.searchsorted(later, np.arange(len(found) + 1))
    for i in range(len(found)):
        here = slice(bounds[i], bounds[i + 1])
        probability, new = _probabilities(scores[here])
        total: dict[int, float] = defaultdict(float)
        for j, p in zip(earlier[here].tolist(), probability.tolist(), strict=True):
            total[chain_of[j]] += p
        chain, p = max(total.items(), key=lambda x: (x[1], x[0]), default=(i, 0.0))
        if p <= new or any(_cross(found[i], found[m]) for m in members[chain]):
            continue
        _, nearest = max((q, j) for j, q in zip(earlier[here].tolist(), probability.tolist(), strict=True)
                         if chain_of[j] == chain)  # fmt: skip
        best[i] = nearest, round(p, 4)
        chain_of[i] = chain
        members[chain].append(i)
        del members[i]
    return [_links(found, m, best) for _, m in sorted(members.items()) if len(m) > 1]


def _probabilities(scores: Floats) -> tuple[Floats, float]:
    """Of each earlier phrase, and of something new, whose score is 0."""
    top = max(0.0, float(scores.max(initial=0.0)))
    odds, new = np.exp(scores.astype(np.float64) - top), float(np.exp(-top))
    total = odds.sum() + new
    return odds / total, new / total


def _cross(a: Phrase, b: Phrase) -> bool:
    """True if two phrases overlap and neither is inside the other."""
    return a.sentence == b.sentence and (a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end)


def _links(found: Sequence[Phrase], members: Sequence[int], best: Mapping[int, tuple[int, float]]) -> tuple[Link, ...]:
    out = []
    for i in members:
        p = found[i]
        antecedent, probability = best.get(i, (None, 1.0))
        place = None if antecedent is None else members.index(antecedent)
        out.append(Link(p.sentence, p.start, p.end, p.head, p.kind, place, probability))
    return tuple(out)
