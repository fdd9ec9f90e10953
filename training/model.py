"""The annotator: a MiniLM encoder over word pieces and a head per task over words.

Shapes: B windows, P pieces, W words, T span types + none, R dependency relations.
"""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F


class LockedDropout(nn.Module):
    """Dropout whose mask is shared by all positions of a window (Gal & Ghahramani 2016); also ten times cheaper."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        mask = (torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate).to(x.dtype)
        dropped: Tensor = x * mask / (1 - self.rate)
        return dropped


class Layer(nn.Module):
    """One post-norm transformer block, as in BERT (Devlin et al. 2019)."""

    def __init__(self, hidden: int, heads: int, intermediate: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, LockedDropout(dropout)
        self.query, self.key, self.value, self.out = (nn.Linear(hidden, hidden) for _ in range(4))
        self.up, self.down = nn.Linear(hidden, intermediate), nn.Linear(intermediate, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, p, h = x.shape
        q, k, v = (
            f(x).view(b, p, self.heads, h // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        scores = (q / (h // self.heads) ** 0.5) @ k.transpose(2, 3)  # B heads P P
        mixed = ((scores + bias.to(scores.dtype)).softmax(-1) @ v).transpose(1, 2).reshape(b, p, h)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        x = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return x


class Encoder(nn.Module):
    """Word pieces and their letter shapes -> hidden states (B, P, hidden)."""

    def __init__(self, config: dict[str, Any], vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        hidden = config["hidden"]
        self.words = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(positions, hidden)
        self.shapes = nn.Embedding(config["shapes"], hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(hidden, config["heads"], config["intermediate"], 0.1) for _ in range(config["layers"])
        )

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x: Tensor = self.norm(self.words(pieces) + self.positions(place)[None] + self.shapes(shapes))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, path: Path) -> None:
        """Start from a BERT checkpoint; letter shapes start as the first token type."""
        source = load_file(path)
        state = {"words.weight": source["embeddings.word_embeddings.weight"]}
        state["positions.weight"] = source["embeddings.position_embeddings.weight"]
        first = source["embeddings.token_type_embeddings.weight"][:1]
        state["shapes.weight"] = first.repeat(self.shapes.num_embeddings, 1)
        parts = {
            "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
            "attention.output.dense": "out", "attention.output.LayerNorm": "norm1", "intermediate.dense": "up",
            "output.dense": "down", "output.LayerNorm": "norm2",
        }  # fmt: skip
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = source[f"embeddings.LayerNorm.{kind}"]
            for i in range(len(self.layers)):
                for theirs, ours in parts.items():
                    state[f"layers.{i}.{ours}.{kind}"] = source[f"encoder.layer.{i}.{theirs}.{kind}"]
        self.load_state_dict(state)


class Biaffine(nn.Module):
    """Scores (B, W, W, out) of pairs (row, column): Dozat & Manning 2017, with a bias on both sides."""

    def __init__(self, hidden: int, size: int, out: int, dropout: float) -> None:
        super().__init__()
        self.row, self.column = nn.Linear(hidden, size), nn.Linear(hidden, size)
        self.weight = nn.Parameter(torch.zeros(out, size + 1, size + 1))
        nn.init.normal_(self.weight, std=size**-0.5 * 0.5)
        self.dropout = LockedDropout(dropout)

    def sides(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The rows multiplied by the weight (B, W, out, size + 1) and the columns (B, W, size + 1)."""
        row = self.dropout(F.leaky_relu(self.row(x), 0.1))
        column = self.dropout(F.leaky_relu(self.column(x), 0.1))
        row, column = F.pad(row, (0, 1), value=1.0), F.pad(column, (0, 1), value=1.0)
        return torch.einsum("bid,rde->bire", row, self.weight), column

    def forward(self, x: Tensor) -> Tensor:
        left, column = self.sides(x)
        return torch.einsum("bire,bje->bijr", left, column)

    def chosen(self, x: Tensor, columns: Tensor) -> Tensor:
        """Scores (B, W, out) of every row with one column each, (B, W) positions: all that training needs."""
        left, column = self.sides(x)
        index = columns[:, :, None].expand(-1, -1, column.shape[2])
        return torch.einsum("bire,bie->bir", left, torch.gather(column, 1, index))


class Annotator(nn.Module):
    """All heads over the first piece of every word.

    `forward` gives upos, xpos, lemma logits (B, W, n), arc scores (B, W, W) of (dependent, head) where the diagonal
    means root, label scores (B, W, W, R), and span scores (B, W, W, T + 1) of (first, last) with "none" first.
    """

    def __init__(self, config: dict[str, Any], labels: dict[str, list[str]]) -> None:
        super().__init__()
        heads, hidden = config["heads"], config["encoder"]["hidden"]
        self.encoder = Encoder(config["encoder"])
        self.dropout = LockedDropout(heads["dropout"])
        self.upos, self.xpos, self.lemma = (nn.Linear(hidden, len(labels[k])) for k in ("upos", "xpos", "lemma"))
        self.arc = Biaffine(hidden, heads["arc"], 1, heads["dropout"])
        self.label = Biaffine(hidden, heads["label"], len(labels["deprel"]), heads["dropout"])
        self.span = Biaffine(hidden, heads["span"], len(labels["span"]) + 1, heads["dropout"])

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, heads: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """With `heads` (B, W) given, label scores are (B, W, R), for these heads only."""
        return self.scores(self.dropout(self.words(pieces, shapes, mask, first)), heads)

    def words(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """The encoder's states (B, W, hidden) of the first piece of every word."""
        states: Tensor = self.encoder(pieces, shapes, mask)
        return torch.gather(states, 1, first[:, :, None].expand(-1, -1, states.shape[2]))

    def scores(self, x: Tensor, heads: Tensor | None = None) -> tuple[Tensor, ...]:
        label = self.label(x) if heads is None else self.label.chosen(x, heads)
        return self.upos(x), self.xpos(x), self.lemma(x), self.arc(x).squeeze(3), label, self.span(x)


class Decisions(nn.Module):
    """What the exported model gives: choices instead of logits, so that little leaves the runtime.

    upos, xpos, lemma (B, W) and label (B, W, W) class indices; arc (B, W, W) scores; span probability and type
    (B, W, W), the best type of each span whatever the probability of "none"; words (B, W, hidden), the state of every
    word, for the coreference that works on it.
    """

    names = ("upos", "xpos", "lemma", "arc", "label", "span_probability", "span_type", "words")

    def __init__(self, model: Annotator) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        words = self.model.words(pieces, shapes, mask, first)
        upos, xpos, lemma, arc, label, span = self.model.scores(words)
        probability, type_ = span.softmax(-1)[..., 1:].max(-1)
        choices = [x.argmax(-1).to(torch.int32) for x in (upos, xpos, lemma)]
        return (*choices, arc, label.argmax(-1).to(torch.uint8), probability, type_.to(torch.uint8), words)
