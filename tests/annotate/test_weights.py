"""Weights: what is missing or damaged is named, with what to do."""

import shutil

import pytest

from kg.annotate import weights
from kg.annotate.neural import Annotator
from kg.errors import ModelError


def test_a_missing_folder_is_a_model_error(tmp_path):
    with pytest.raises(ModelError, match=r"annotator\.onnx: not found; reinstall newskg"):
        weights.load(tmp_path / "nowhere")


def test_an_annotator_without_its_model_is_a_model_error(tmp_path):
    with pytest.raises(ModelError):
        Annotator(tmp_path)


@pytest.mark.parametrize("missing", weights.PARTS)
def test_the_missing_part_is_named(tmp_path, missing):
    for name in weights.PARTS:
        if name != missing:
            (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ModelError, match=missing):
        weights.load(tmp_path)


def test_a_damaged_model_is_a_model_error(tmp_path):
    (tmp_path / "annotator.onnx").write_bytes(b"not a model")
    for name in ("tokenizer.json", "labels.json"):
        shutil.copy(weights.FOLDER / name, tmp_path)
    with pytest.raises(ModelError, match="cannot be loaded"):
        weights.load(tmp_path)


def test_the_shipped_model_has_its_label_lists():
    labels = weights.load(threads=1).labels
    assert {"upos", "xpos", "lemma", "deprel", "span"} <= labels.keys()
    assert all(labels.values())


def test_a_model_is_loaded_once():
    assert weights.load(threads=1) is weights.load(threads=1)
