"""Checkpoint -> kg/models/en: int8 ONNX, tokenizer, labels. `python -m training.export --run DIR`."""

import argparse
import json
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onnx
import torch
from tokenizers import Tokenizer

from kg.annotate.neural import BUDGET, segment
from kg.annotate.windows import Pieces, pack
from kg.model import Document
from kg.read import find, read
from training import data
from training.model import Annotator, Decisions
from training.outliers import Inputs
from training.quantise import quantise
from training.train import base_encoder

TARGET = Path(__file__).parent.parent / "kg/models/en"
EXAMPLES = Path(__file__).parent.parent / "examples/articles"
ENTITY_TYPES = {
    "Person": "person", "Organization": "organization", "MilitaryUnit": "organization", "Place": "place",
    "Facility": "place", "Date": "time", "Quantity": "number", "Event": "event", "Weapon": "object",
    "Vehicle": "object",
}  # fmt: skip
"""What CorefUD calls the types of named spans; the rest are "other"."""
AXES = {"pieces": ("b", "p"), "shapes": ("b", "p"), "mask": ("b", "p"), "first": ("b", "w")}


def load(run: Path) -> tuple[Annotator, dict[str, list[str]]]:
    """The last checkpoint of a run and its labels."""
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    state = torch.load(run / "last.pt", map_location="cpu")
    model = Annotator(state["config"], labels)
    model.load_state_dict(state["model"])
    return model.eval(), labels


def examples() -> Iterator[Inputs]:
    """Our own articles as the network reads them, window by window."""
    pieces = Pieces(Tokenizer.from_file(str(base_encoder() / "tokenizer.json")))
    articles = (a for source in find([str(EXAMPLES)]).sources for a in read(source) if isinstance(a, Document))
    for article in articles:
        rows = [[w.of(article.text) for w in row] for part in article.body for row in segment(article.text, part)]
        for window in pack(rows, pieces, BUDGET):
            blank = [{"words": rows[i], "types": [], "spans": []} for i, _, _ in window.sentences]
            batch = data.collate([(window, blank)], {"span": {}})
            yield {name: batch[name].numpy() for name in AXES}


def export(run: Path, target: Path) -> None:
    """Write annotator.onnx (8 bits), labels.json and tokenizer.json."""
    model, labels = load(run)
    target.mkdir(parents=True, exist_ok=True)
    example = tuple(torch.ones(2, n, dtype=torch.long) for n in (9, 9, 9, 5))
    plain = run / "fp32.onnx"
    shapes = {k: dict(enumerate(v)) for k, v in AXES.items()}
    shapes |= {k: {0: "b", 1: "w"} for k in Decisions.names[:3]}
    shapes |= {k: {0: "b", 1: "w", 2: "w"} for k in Decisions.names[3:-1]} | {Decisions.names[-1]: {0: "b", 1: "w"}}
    with warnings.catch_warnings():  # that this exporter has a successor, and what it does not fold
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Decisions(model), example, str(plain), input_names=list(AXES), output_names=list(Decisions.names),
            dynamic_axes=shapes, opset_version=17, dynamo=False,
        )  # fmt: skip
    onnx.checker.check_model(str(plain))
    quantise(plain, target / "annotator.onnx", examples())
    label(target, labels)
    shutil.copy(base_encoder() / "tokenizer.json", target / "tokenizer.json")
    print(f"{target / 'annotator.onnx'}: {(target / 'annotator.onnx').stat().st_size / 1e6:.1f} MB")


def label(model: Path, labels: dict[str, Any]) -> None:
    """Write labels.json, with what CorefUD calls the types of named spans."""
    labels = labels | {"etype": [ENTITY_TYPES.get(t, "other") for t in labels["span"]]}
    (model / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    export(arguments.run, arguments.target)


if __name__ == "__main__":
    main()
