"""What is multiplied with weights has no channel left that is far larger than the rest."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="needs onnx: pip install -r training/requirements.txt")
import onnxruntime  # noqa: E402

from training.outliers import LARGE, peaks, tame  # noqa: E402
from training.quantise import quantise  # noqa: E402

CHANNELS = 64


@pytest.fixture
def words() -> dict[str, np.ndarray]:
    return {"words": np.arange(50)}


@pytest.fixture
def network() -> onnx.ModelProto:
    """Looks words up, makes one of their channels a hundred times as large, and multiplies them with two matrices."""
    draw = np.random.default_rng(1)
    table = draw.normal(size=(50, CHANNELS)).astype(np.float32)
    gain = np.where(np.arange(CHANNELS) == 7, 100, 1).astype(np.float32)
    sides = {name: draw.normal(size=(CHANNELS, 8)).astype(np.float32) for name in ("left", "right")}
    for side in sides.values():
        side[7] /= 100
    nodes = [onnx.helper.make_node("Gather", ["table", "words"], ["row"], name="look")]
    nodes += [onnx.helper.make_node("Mul", ["row", "gain"], ["state"], name="grow")]
    nodes += [onnx.helper.make_node("MatMul", ["state", name], [f"{name}_out"], name=name) for name in sides]
    given = [onnx.helper.make_tensor_value_info("words", onnx.TensorProto.INT64, ["n"])]
    out = [onnx.helper.make_tensor_value_info(f"{n}_out", onnx.TensorProto.FLOAT, ["n", 8]) for n in sides]
    tensors = [
        onnx.numpy_helper.from_array(value, name) for name, value in ({"table": table, "gain": gain} | sides).items()
    ]
    graph = onnx.helper.make_graph(nodes, "network", given, out, tensors)
    return onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)


def outputs(model: onnx.ModelProto, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, inputs)


def test_peaks_are_the_largest_values_of_every_channel(network, words):
    table, gain = (onnx.numpy_helper.to_array(tensor) for tensor in network.graph.initializer[:2])
    halves = [{"words": words["words"][:25]}, {"words": words["words"][25:]}]
    found = peaks(network, halves)
    assert list(found) == ["state"]
    np.testing.assert_allclose(found["state"], np.abs(table * gain).max(0))


def test_the_network_stays_as_it_was_where_it_is_looked_at(network, words):
    before = network.SerializeToString()
    peaks(network, [words])
    assert network.SerializeToString() == before


def test_a_tame_network_gives_what_it_gave(network, words):
    before = outputs(network, words)
    tame(network, peaks(network, [words]))
    onnx.checker.check_model(network)
    np.testing.assert_allclose(outputs(network, words), before, rtol=1e-4, atol=1e-4)


def test_no_channel_is_far_larger_than_the_rest(network, words):
    tame(network, peaks(network, [words]))
    found = peaks(network, [words])["state_tame"]
    assert found.max() <= LARGE * 1.01 * np.median(found)


def test_8_bits_cost_less(network, words, tmp_path, monkeypatch):
    onnx.save(network, tmp_path / "plain.onnx")
    quantise(tmp_path / "plain.onnx", tmp_path / "tame.onnx", [words])
    monkeypatch.setattr("training.outliers.LARGE", 1e9)  # nothing is
    quantise(tmp_path / "plain.onnx", tmp_path / "wild.onnx", [words])
    plain, *small = (outputs(onnx.load(tmp_path / f"{n}.onnx"), words)[0] for n in ("plain", "tame", "wild"))
    tame_error, wild_error = (np.abs(each - plain).mean() for each in small)
    assert tame_error < 0.1 * wild_error
