"""In 8 bits a model gives nearly what it gave, in a fraction of the room."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="needs onnx: pip install -r training/requirements.txt")
import onnxruntime  # noqa: E402

from training.quantise import quantise  # noqa: E402


@pytest.fixture
def tables(tmp_path):
    """Looks up rows of a table, one of which is a hundred times as large as the rest: in 32 bits and in 8."""
    rows = np.random.default_rng(1).normal(size=(400, 16)).astype(np.float32)
    rows[7] *= 100
    node = onnx.helper.make_node("Gather", ["table", "index"], ["found"], name="look")
    index = onnx.helper.make_tensor_value_info("index", onnx.TensorProto.INT64, ["n"])
    found = onnx.helper.make_tensor_value_info("found", onnx.TensorProto.FLOAT, ["n", 16])
    graph = onnx.helper.make_graph([node], "tables", [index], [found], [onnx.numpy_helper.from_array(rows, "table")])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, tmp_path / "plain.onnx")
    quantise(tmp_path / "plain.onnx", tmp_path / "small.onnx", [])
    return tmp_path


def test_a_large_row_costs_the_others_nothing(tables):
    index = {"index": np.arange(400)}
    plain, small = (
        onnxruntime.InferenceSession(str(tables / name), providers=["CPUExecutionProvider"]).run(None, index)[0]
        for name in ("plain.onnx", "small.onnx")
    )
    np.testing.assert_allclose(small[7], plain[7], atol=2)
    np.testing.assert_allclose(np.delete(small, 7, 0), np.delete(plain, 7, 0), atol=0.02)


def test_it_takes_less_room(tables):
    assert (tables / "small.onnx").stat().st_size < 0.5 * (tables / "plain.onnx").stat().st_size
