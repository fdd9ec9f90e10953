"""The shipped model's files, loaded once per process."""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kg.annotate.decode import Calibration
from kg.annotate.relations import Head
from kg.errors import ModelError

FOLDER = Path(__file__).parent.parent / "models" / "en"
PARTS = ("annotator.onnx", "tokenizer.json", "labels.json")
SCORER = "coreference.npz"
TIES = "relations.npz"


@dataclass(frozen=True, slots=True)
class Weights:
    """An inference session with its tokenizer and label lists.

    "upos", "xpos", "lemma", "deprel", "span"; and "etype", what CorefUD calls each of "span", "" for nothing.
    """

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    labels: dict[str, list[str]]
    calibration: Calibration = (1.0, 0.0)
    """Of the probabilities of named spans; in the file, "calibration" beside the labels."""


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
        slope, offset = labels.pop("calibration", (1.0, 0.0))
        return Weights(session, Tokenizer.from_file(str(folder / "tokenizer.json")), labels, (slope, offset))
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own that they do not export
        raise ModelError(f"{folder}: the model cannot be loaded ({error}); reinstall newskg") from error


@cache
def scorer(folder: Path = FOLDER) -> dict[str, NDArray[np.float32]]:
    """The network that compares phrases (`coreference`); raises ModelError if it is missing or damaged."""
    return {name: array.astype(np.float32) for name, array in _arrays(folder / SCORER).items()}


@cache
def head(folder: Path = FOLDER) -> Head:
    """The network that finds ties between names; raises ModelError if it is missing or damaged."""
    arrays = _arrays(folder / TIES)
    try:
        names, thresholds, fits = (arrays.pop(key) for key in ("relations", "thresholds", "fits"))
    except KeyError as error:
        raise ModelError(f"{folder / TIES}: {error} is missing; reinstall newskg") from None
    weights = {name: array.astype(np.float32) for name, array in arrays.items()}
    return Head(weights, tuple(names.tolist()), thresholds, fits)


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except FileNotFoundError:
        raise ModelError(f"{path}: not found; reinstall newskg, or run `make model` in a checkout") from None
    except (OSError, ValueError, BadZipFile) as error:
        raise ModelError(f"{path}: cannot be loaded ({error}); reinstall newskg") from error
