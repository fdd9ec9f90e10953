"""A second head for named spans, beside that of the exported model: what it adds, and how it is written in the file."""

import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import ModelProto, TensorProto, helper
from torch import Tensor, nn
from torch.nn import functional as F

from training.model import Biaffine, LockedDropout
from training.outliers import Inputs
from training.quantise import quantise
from training.spans import BROADER

OWN = ("Facility", "MilitaryUnit", "Vehicle", "Weapon")
"""Types that are left to the second head: the large corpora annotate none of them."""
SURE = 0.5
"""The probability above which the second head says that something is of the narrower of two types."""
DEEPEST = 2
"""Layers of the encoder before the last whose states the second head sees."""
PREFIX = "names/"
KNOWN = ("span_probability", "span_type")


class Names(nn.Module):
    """Scores (B, W, W, T + 1) of spans from the states of several layers of the encoder, the last one's last."""

    def __init__(self, layers: int, hidden: int, units: int, size: int, types: int, dropout: float) -> None:
        super().__init__()
        self.dropout = LockedDropout(dropout)
        self.down, self.up = nn.Linear(layers * hidden, units), nn.Linear(units, hidden)
        self.span = Biaffine(hidden, size, types + 1, dropout)
        nn.init.zeros_(self.up.weight)  # so that it begins with what the first head finds
        nn.init.zeros_(self.up.bias)

    def forward(self, states: list[Tensor]) -> Tensor:
        more = self.up(F.gelu(self.down(self.dropout(torch.cat(states, -1)))))
        scores: Tensor = self.span(self.dropout(states[-1] + more))
        return scores


class Lifted(nn.Module):
    """Probability and type (B, W, W) of every span by both heads.

    The second decides on the types that are its own. Of the others the first does, and where the second is surer, the
    mean of both: a name that only one of them sees needs nearly all of its trust.
    """

    def __init__(self, names: Names, types: list[str]) -> None:
        super().__init__()
        self.names, self.types = names, types
        broad = {t: BROADER.get(t, t) for t in types}
        narrow = {b: n for n, b in BROADER.items()}
        self.is_own: Tensor
        self.own: Tensor
        self.broad: Tensor
        self.narrow: Tensor
        self.register_buffer("is_own", torch.tensor([t in OWN for t in types]))
        self.register_buffer("own", torch.tensor([i for i, t in enumerate(types) if t in OWN]))
        self.register_buffer("broad", torch.tensor([types.index(broad[t]) for t in types]))
        self.register_buffer("narrow", torch.tensor([types.index(narrow.get(broad[t], t)) for t in types]))

    def forward(self, first: Tensor, probability: Tensor, type_: Tensor, *states: Tensor) -> tuple[Tensor, Tensor]:
        """first (B, W), probability, type_ (B, W, W): of the exported model; states: of pieces, the last of words.

        Types to which neither head gives the most get nothing: half of the second's trust is too little anyway.
        """
        index, known = first[:, :, None].expand(-1, -1, states[-1].shape[2]), type_.long()
        found = self.names([*(torch.gather(s, 1, index) for s in states[:-1]), states[-1]]).softmax(-1)

        def seen(types: Tensor) -> Tensor:
            return torch.gather(found, 3, types[..., None] + 1).squeeze(3)

        broad, narrow = self.broad[known], self.narrow[known]
        as_narrow = seen(narrow)
        is_narrow = (as_narrow > seen(broad)) & (as_narrow > SURE) & (narrow != broad)
        own = found[..., self.own + 1]
        best, which = own.max(-1)
        told = probability * is_narrow
        lifted = torch.maximum(probability, (probability + seen(known)) / 2)
        others = lifted * ~(is_narrow | self.is_own[known] | (own.sum(-1) >= 0.5))
        of_own, own_type = torch.maximum(best, told), torch.where(told > best, narrow, self.own[which])
        return torch.maximum(of_own, others), torch.where(of_own > others, own_type, known).to(torch.uint8)


def tapped(model: ModelProto) -> list[str]:
    """The values that the second head works on: states of the deepest layers before the last, and those of words."""
    norms = [n for n in model.graph.node if n.op_type == "LayerNormalization"]
    ends = [n.output[0] for n in norms if re.search(r"layers\.\d+/norm2/", n.name)]
    return [*ends[:-1][-DEEPEST:], "words"]


def session(model: ModelProto, outputs: Iterable[str]) -> onnxruntime.InferenceSession:
    """A session of the model that gives these values as well, on one thread."""
    probe = ModelProto()
    probe.CopyFrom(model)
    given = {value.name for value in probe.graph.output}
    probe.graph.output.extend(
        helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in outputs if n not in given
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(probe.SerializeToString(), options, providers=["CPUExecutionProvider"])


def graft(model: ModelProto, lifted: Lifted, examples: Iterable[Inputs]) -> None:
    """Add the second head, in 8 bits, to an exported model. What else that gives stays the same to the bit."""
    if any(n.name.startswith(PREFIX) for n in model.graph.node):
        raise SystemExit("the model has a second head for names already: export it anew (python -m training.export)")
    with TemporaryDirectory() as folder:
        plain, small = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        places = dict(zip(_exported(lifted.eval(), plain), ("first", *KNOWN, *tapped(model)), strict=True))
        quantise(plain, small, _read(model, places, examples))
        head = onnx.load(small)
    graph = model.graph
    for node in graph.node:  # what the first head gave as the model's is what it tells the second one
        node.output[:] = [f"{PREFIX}first/{o}" if o in KNOWN else o for o in node.output]
    names = {i: f"{PREFIX}first/{p}" if p in KNOWN else p for i, p in places.items()} | {k: k for k in KNOWN}
    for node in head.graph.node:
        node.name = PREFIX + node.name if node.name else ""  # several may have none, no two the same
        node.input[:] = [names.get(i, PREFIX + i) if i else i for i in node.input]
        node.output[:] = [names.get(o, PREFIX + o) for o in node.output]
    for tensor in head.graph.initializer:
        tensor.name = PREFIX + tensor.name
    graph.node.extend(head.graph.node)
    graph.initializer.extend(head.graph.initializer)
    onnx.checker.check_model(model)


def _exported(lifted: Lifted, target: Path) -> list[str]:
    """Write both heads' meeting as ONNX; the names of its inputs."""
    hidden = lifted.names.span.row.in_features
    layers = lifted.names.down.in_features // hidden
    pieces = {f"layer{i}": torch.randn(2, 9, hidden) for i in range(layers - 1)}
    example: dict[str, Tensor] = {
        "first": torch.ones(2, 5, dtype=torch.long), "known": torch.rand(2, 5, 5),
        "known_type": torch.ones(2, 5, 5, dtype=torch.uint8), **pieces, "words": torch.randn(2, 5, hidden),
    }  # fmt: skip
    axes: dict[str, Any] = {k: {0: "b", 1: "p" if k in pieces else "w"} for k in example}
    axes |= {k: {0: "b", 1: "w", 2: "w"} for k in ("known", "known_type", *KNOWN)}
    with warnings.catch_warnings():  # that this exporter has a successor, and what it does not fold
        warnings.simplefilter("ignore")
        torch.onnx.export(
            lifted, tuple(example.values()), str(target), input_names=list(example), output_names=list(KNOWN),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
    return list(example)


def _read(model: ModelProto, places: dict[str, str], examples: Iterable[Inputs]) -> Iterator[dict[str, Any]]:
    """What the second head is given as the model reads the examples."""
    values = [p for p in places.values() if p != "first"]
    reading = session(model, values)
    for each in examples:
        found = dict(zip(values, reading.run(values, dict(each)), strict=True)) | {"first": np.asarray(each["first"])}
        yield {i: found[p] for i, p in places.items()}
