"""Dev scores of the torch model between the epochs of a run; `training.evaluate` scores what was exported."""

from typing import Any

import torch

from kg.annotate.neural import findings
from kg.annotate.windows import POSITIONS, Pieces
from training import data
from training.model import Annotator, Decisions
from training.score import Score


@torch.no_grad()
def evaluate(
    model: Annotator, dev: dict[str, list[dict[str, Any]]], labels: dict[str, list[str]], pieces: Pieces,
    limit: int = 250,
) -> dict[str, dict[str, float]]:  # fmt: skip
    """{"gum": {"upos", "lemma", "uas", ...}, "ewt": {..., "f1"}, ...} of the first `limit` windows of each corpus."""
    model.eval()
    decide = Decisions(model)
    device = next(model.parameters()).device
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    scores = {}
    for corpus, documents in dev.items():
        score = Score()
        items = [w for d in documents for w in data.windows(d, pieces, 128, POSITIONS)][:limit]
        items.sort(key=lambda x: len(x[0].pieces))
        for i in range(0, len(items), 16):
            group = items[i : i + 16]
            batch = data.collate(group, index)
            inputs = (batch[k].to(device) for k in ("pieces", "shapes", "mask", "first"))
            *outputs, _states = (o.cpu().numpy() for o in decide(*inputs))
            for b, (window, sentences) in enumerate(group):
                out = [o[b] for o in outputs]
                for (_, start, _), sentence in zip(window.sentences, sentences, strict=True):
                    score.add(sentence, findings(out, start, sentence["words"], labels))
        scores[corpus] = score.rates()
    return scores
