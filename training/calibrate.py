"""Make probabilities of named spans say how many are right: `python -m training.calibrate --corpora DIR [--model DIR]`.

Slope and offset of the log odds are fitted to every other document of the dev parts and written into labels.json;
`training.evaluate` measures on the documents between them. Needs no torch.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from kg.annotate.decode import SURE, THRESHOLD, Calibration
from kg.annotate.neural import Annotator, Found
from kg.annotate.weights import FOLDER
from training.documents import Document
from training.prepare import development
from training.spans import as_annotated

BINS = 10
LEAST = 0.6
"""What a span at the threshold is said to be right with; the thresholds of extraction are set for no less."""


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


def reliability(annotator: Annotator, documents: Iterable[Document]) -> Reliability:
    out = Reliability()
    for document in documents:
        found = annotator.parse([s["words"] for s in document["sentences"]])
        for sentence, one in zip(document["sentences"], found, strict=True):
            out.add(sentence, one)
    return out


def fit(corpora: Sequence[Reliability], rounds: int = 30) -> Calibration:
    """Slope and offset by logistic regression (Newton's method), a corpus with the root of its spans as weight.

    One of the two is free: a span that is just kept shall have the probability LEAST.
    """
    weight = np.concatenate([np.full(len(c.probability), len(c.probability) ** -0.5) for c in corpora])
    p = np.clip(np.concatenate([c.probability for c in corpora]), SURE, 1 - SURE)
    right = np.concatenate([c.is_right for c in corpora]).astype(float)
    x, slope = _log_odds(p) - _log_odds(THRESHOLD), 0.0
    for _ in range(rounds):
        guess = 1 / (1 + np.exp(-slope * x - _log_odds(LEAST)))
        slope -= (weight * (guess - right) * x).sum() / (weight * guess * (1 - guess) * x * x).sum()
    return round(float(slope), 4), round(float(_log_odds(LEAST) - slope * _log_odds(THRESHOLD)), 4)


def _log_odds(p: Any) -> Any:
    return np.log(p / (1 - p))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, see training/README.md")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the exported model")
    arguments = parser.parse_args()
    path = arguments.model / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8")) | {"calibration": [1.0, 0.0]}
    path.write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    annotator = Annotator(arguments.model)
    seen = (reliability(annotator, list(documents)[::2]) for documents in development(arguments.corpora).values())
    labels["calibration"] = fit([r for r in seen if any(r.is_right)])
    path.write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{path}: calibration {labels['calibration']}")


if __name__ == "__main__":
    main()
