"""Make probabilities of named spans say how many are right: `python -m training.calibrate --corpora DIR [--model DIR]`.

Slope and offset of the log odds are fitted to the dev parts and written into labels.json; `training.evaluate` measures
each half of their documents with what is fitted to the other. Needs no torch.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from kg.annotate.decode import SURE, Calibration, calibrated
from kg.annotate.neural import Annotator, Found
from kg.annotate.weights import FOLDER
from training.documents import Document
from training.prepare import development
from training.spans import as_annotated

BINS = 10
SHARE = 0.3
"""The power of its spans that a corpus weighs: with 0.5, the web text that has few is off by more than 5 points."""
LABELS = "labels.json"


@dataclass(slots=True)
class Reliability:
    """Probabilities of the spans found, and which of them are right."""

    probability: list[float] = field(default_factory=list)
    is_right: list[bool] = field(default_factory=list)

    def add(self, sentence: dict[str, Any], found: Found) -> None:
        """Count the spans of one prepared sentence; those of types that its corpus does not annotate are left out."""
        gold = {(a, b, t) for a, b, t in sentence["spans"]}
        for span in found.spans:
            type_ = as_annotated(span.type, sentence["types"])
            if type_ in sentence["types"]:
                self.probability.append(span.score)
                self.is_right.append((span.start, span.end, type_) in gold)

    def extend(self, other: "Reliability") -> None:
        self.probability += other.probability
        self.is_right += other.is_right

    def calibrated(self, calibration: Calibration) -> "Reliability":
        return Reliability([calibrated(p, calibration) for p in self.probability], list(self.is_right))

    @property
    def curve(self) -> list[tuple[int, float, float]]:
        """(spans, mean probability, share that is right) of every tenth of probability that has spans."""
        p, right = np.array(self.probability), np.array(self.is_right)
        tenth = np.minimum((p * BINS).astype(int), BINS - 1)
        each = (tenth == k for k in range(BINS))
        return [(int(m.sum()), float(p[m].mean()), float(right[m].mean())) for m in each if m.any()]

    @property
    def error(self) -> float:
        """Expected calibration error: how far probability and share are apart, on average over the spans."""
        return sum(n * abs(p - share) for n, p, share in self.curve) / max(1, len(self.probability))


Corpora = Mapping[str, Reliability]


def reliability(annotator: Annotator, documents: Iterable[Document]) -> Reliability:
    out = Reliability()
    for document in documents:
        found = annotator.parse([s["words"] for s in document["sentences"]])
        for sentence, one in zip(document["sentences"], found, strict=True):
            out.add(sentence, one)
    return out


def fit(corpora: Iterable[Reliability], rounds: int = 30) -> Calibration:
    """Slope and offset by logistic regression (Newton's method); a corpus weighs its spans to the power of 0.3."""
    seen = [c for c in corpora if c.probability]
    weight = np.concatenate([np.full(len(c.probability), len(c.probability) ** (SHARE - 1)) for c in seen])
    p = np.clip(np.concatenate([c.probability for c in seen]), SURE, 1 - SURE)
    right = np.concatenate([c.is_right for c in seen]).astype(float)
    x = np.stack([np.log(p / (1 - p)), np.ones(len(p))])
    found = np.zeros(2)
    for _ in range(rounds):
        guess = 1 / (1 + np.exp(-found @ x))
        found -= np.linalg.solve(x * (weight * guess * (1 - guess)) @ x.T, x @ (weight * (guess - right)))
    return round(float(found[0]), 4), round(float(found[1]), 4)


def crossed(halves: Sequence[Corpora]) -> dict[str, Reliability]:
    """The spans of both halves, by corpus, each half calibrated by what is fitted to the other."""
    out: dict[str, Reliability] = {}
    for half, other in zip(halves, reversed(halves), strict=True):
        found = fit(other.values())
        for name, one in half.items():
            out.setdefault(name, Reliability()).extend(one.calibrated(found))
    return out


def raw(found: Reliability, model: Path) -> Reliability:
    """The probabilities as the network gave them, before the calibration in the model's folder."""
    slope, offset = read(model).get("calibration", (1.0, 0.0))
    return found.calibrated((1 / slope, -offset / slope))


def read(model: Path) -> dict[str, Any]:
    out: dict[str, Any] = json.loads((model / LABELS).read_text(encoding="utf-8"))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, see training/README.md")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the exported model")
    arguments = parser.parse_args()
    annotator = Annotator(arguments.model)
    seen = [raw(reliability(annotator, d), arguments.model) for d in development(arguments.corpora).values()]
    labels = read(arguments.model) | {"calibration": fit(seen)}
    (arguments.model / LABELS).write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{arguments.model / LABELS}: calibration {labels['calibration']}")


if __name__ == "__main__":
    main()
