"""Couples of names and the encoder's states of their words -> ties that the sentence is likely to state.

A small network over the states of both heads, of the words between them on the way in the tree and in the text, and
what `couples` knows. Each relation has a threshold of its own, below which nothing is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.annotate.coreference import normalised
from kg.annotate.couples import Bools, Couples, couples
from kg.annotate.pairs import Floats, Ints
from kg.model import NamedTie, Sentence

NEVER = 2.0
"""The threshold of a relation that is not told."""


@dataclass(frozen=True, slots=True)
class Head:
    """The network as `training.relations` writes it: matrices (in, out) and biases by name.

    relations: the R names; thresholds (R,): probabilities from which a tie is told; fits (R, T, T): whether names of
    these types may be its subject and object.
    """

    weights: Mapping[str, Floats]
    relations: tuple[str, ...]
    thresholds: Floats
    fits: Bools


def ties(sentences: Sequence[Sentence], states: Floats, head: Head, types: Sequence[str]) -> tuple[NamedTie, ...]:
    """The ties of an article in order of the text.

    states: (words of the article, hidden); types: those of named spans, in the order of the model.
    """
    possible: Bools = np.logical_or.reduce(head.fits[head.thresholds < NEVER])
    found = couples(sentences, types, possible)
    if not len(found):
        return ()
    probability = _sigmoid(score(found, states, head.weights)) * head.fits[:, found.types[:, 0], found.types[:, 1]].T
    return tuple(_told(found, sentences, probability, head))


def _told(found: Couples, sentences: Sequence[Sentence], probability: Floats, head: Head) -> Iterator[NamedTie]:
    for m, r in np.argwhere((probability >= head.thresholds) & (probability > 0)):
        couple = found.each[m]
        place = sentences[couple.sentence].index
        score = round(float(probability[m, r]), 4)
        yield NamedTie(place, couple.subject, couple.object, head.relations[r], score)


def score(found: Couples, states: Floats, weights: Mapping[str, Floats]) -> Floats:
    """(m, R): log odds of every relation."""
    words, (subject, object_, way, between) = found.words()
    used = normalised(states[words])
    units = _relu(used @ weights["name.weight"] + weights["name.bias"])
    hidden = found.about @ weights["about.weight"] + weights["about.bias"]
    hidden += (units @ weights["subject.weight"])[subject] + (units @ weights["object.weight"])[object_]
    hidden += (units[subject] * units[object_]) @ weights["both.weight"]
    for name, which, of in (("way", way, found.way_of), ("between", between, found.between_of)):
        said = _relu(used @ weights[f"{name}.weight"] + weights[f"{name}.bias"])
        hidden += most(said, which, of, len(found)) @ weights[f"{name}_out.weight"]
    inner = _relu(_relu(hidden) @ weights["inner.weight"] + weights["inner.bias"])
    out: Floats = inner @ weights["out.weight"] + weights["out.bias"]
    return out


def most(rows: Floats, which: Ints, of: Ints, count: int) -> Floats:
    """(count, columns): the maxima over the rows of each couple, 0 for a couple without one; `of` is in order."""
    out = np.zeros((count, rows.shape[1]), np.float32)
    if len(which):
        has, start = np.unique(of, return_index=True)
        out[has] = np.maximum.reduceat(rows[which], start, axis=0)
    return out


def _sigmoid(odds: Floats) -> Floats:
    out: Floats = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return out


def _relu(x: Floats) -> Floats:
    return np.maximum(x, 0)
