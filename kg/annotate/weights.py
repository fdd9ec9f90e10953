"""The shipped model's files, loaded once per process."""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from kg.errors import ModelError

FOLDER = Path(__file__).parent.parent / "models" / "en"
PARTS = ("annotator.onnx", "tokenizer.json", "labels.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """An inference session with its tokenizer and label lists ("upos", "xpos", "lemma", "deprel", "span")."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    labels: dict[str, list[str]]


@cache
def load(folder: Path = FOLDER, threads: int | None = None) -> Weights:
    """The model in `folder`; raises ModelError naming the file that is missing or damaged."""
    for name in PARTS:
        if not (folder / name).is_file():
            raise ModelError(f"{folder / name}: not found; reinstall newskg, or run `make model` in a checkout")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(folder / "annotator.onnx"), options, providers=["CPUExecutionProvider"]
        )
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        return Weights(session, Tokenizer.from_file(str(folder / "tokenizer.json")), labels)
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own that they do not export
        raise ModelError(f"{folder}: the model cannot be loaded ({error}); reinstall newskg") from error
