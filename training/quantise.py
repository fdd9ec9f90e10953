"""32-bit ONNX -> 8 bits: matrices per channel, tables of embeddings per row."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.outliers import Inputs, peaks, tame


def quantise(source: Path, target: Path, examples: Iterable[Inputs]) -> None:
    """Write the model of `source` in 8 bits; which of its channels are large is seen as it reads the examples."""
    plain = onnx.load(source)
    tame(plain, peaks(plain, examples))
    # seven bits of the eight: without it, processors lacking VNNI overflow and read other trees than the rest
    quantize_dynamic(
        plain, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm"],
    )  # fmt: skip
    model = onnx.load(target)
    for node in [n for n in model.graph.node if n.op_type == "Gather"]:
        _by_row(model, node)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def _by_row(model: ModelProto, node: NodeProto) -> None:
    """Make the table that `node` looks up one of 8-bit integers with a scale for each row; one scale for all of them
    costs twice as much of the F1 of spans."""
    graph = model.graph
    table = next((t for t in graph.initializer if t.name == node.input[0] and t.data_type == TensorProto.FLOAT), None)
    if table is None:
        return
    weights = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(weights).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    whole = np.round(weights / scale).astype(np.int8)
    rows, out = node.input[1], node.output[0]
    steps = [
        helper.make_node("Gather", [f"{table.name}_8", rows], [f"{out}_8"]),
        helper.make_node("Cast", [f"{out}_8"], [f"{out}_whole"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{table.name}_scale", rows], [f"{out}_scale"]),
        helper.make_node("Mul", [f"{out}_whole", f"{out}_scale"], [out]),
    ]
    at = list(graph.node).index(node)
    graph.node.remove(node)
    for i, step in enumerate(steps):
        graph.node.insert(at + i, step)
    graph.initializer.extend(
        [numpy_helper.from_array(whole, f"{table.name}_8"), numpy_helper.from_array(scale, f"{table.name}_scale")]
    )
    graph.initializer.remove(table)
