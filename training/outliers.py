"""Channels with values far larger than the rest, made smaller before 8 bits: one scale serves them all, so that a few
large ones leave the others few steps. Their rows of the weights grow as much (Xiao et al. 2023, SmoothQuant)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

Inputs = Mapping[str, NDArray[np.int64]]
Peaks = dict[str, NDArray[np.float32]]
"""The largest absolute value of each channel of what is multiplied with weights, by the name of the value."""

LARGE = 3
"""Times the peak of the median channel: what no channel exceeds afterwards."""


def peaks(model: ModelProto, inputs: Iterable[Inputs]) -> Peaks:
    """What the channels reach while the model reads these inputs, which may not be padded."""
    probe, names = ModelProto(), list(_products(model))
    probe.CopyFrom(model)
    given = {value.name for value in probe.graph.output}
    probe.graph.output.extend(
        helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in names if n not in given
    )
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    runs = [[np.abs(v).reshape(-1, v.shape[-1]).max(0) for v in session.run(names, dict(each))] for each in inputs]
    return {name: np.max(found, axis=0) for name, *found in zip(names, *runs, strict=True)}


def tame(model: ModelProto, found: Peaks) -> None:
    """Divide the large channels by what they exceed and multiply their rows of the weights by it."""
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    for name, products in _products(model).items():
        factor = np.maximum(1, found[name] / (LARGE * np.median(found[name]))).astype(np.float32)
        first = min(i for i, node in enumerate(graph.node) if node in products)
        graph.node.insert(first, helper.make_node("Mul", [name, f"{name}_factor"], [f"{name}_tame"]))
        graph.initializer.append(numpy_helper.from_array(1 / factor, f"{name}_factor"))
        for node in products:
            rows = numpy_helper.to_array(weights[node.input[1]]) * factor[:, None]
            node.input[:] = [f"{name}_tame", f"{node.output[0]}_weights"]
            graph.initializer.append(numpy_helper.from_array(rows, node.input[1]))
    used = {name for node in graph.node for name in node.input}
    for name in weights.keys() - used:
        graph.initializer.remove(weights[name])


def _products(model: ModelProto) -> dict[str, list[NodeProto]]:
    """The nodes that multiply a value with weights, by the name of the value."""
    weights = {tensor.name for tensor in model.graph.initializer}
    out: dict[str, list[NodeProto]] = defaultdict(list)
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            out[node.input[0]].append(node)
    return out
