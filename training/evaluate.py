"""Dev scores of a torch model on given words: UPOS, lemma, UAS, LAS (tree decoded), and span F1 by corpus."""

from typing import Any

import torch

from kg.annotate.decode import best_spans, tree
from kg.annotate.lemmas import apply
from kg.annotate.windows import Pieces
from training import data
from training.model import Annotator, Decisions


@torch.no_grad()
def evaluate(
    model: Annotator, dev: dict[str, list[dict[str, Any]]], labels: dict[str, list[str]], pieces: Pieces,
    config: dict[str, Any], limit: int = 250,
) -> dict[str, dict[str, float]]:  # fmt: skip
    """{"gum": {"upos", "lemma", "uas", "las"}, "ewt": {..., "f1"}, ...}; at most `limit` windows a corpus."""
    model.eval()
    decide = Decisions(model)
    device = next(model.parameters()).device
    scores = {}
    for corpus, documents in dev.items():
        items = [w for d in documents for w in data.windows(d, pieces, 128, 512)][:limit]
        items.sort(key=lambda x: len(x[0].pieces))
        counts: dict[str, float] = {}
        for i in range(0, len(items), 16):
            group = items[i : i + 16]
            batch = data.collate(group, {k: {x: j for j, x in enumerate(v)} for k, v in labels.items()})
            inputs = (batch[k].to(device) for k in ("pieces", "shapes", "mask", "first"))
            outputs = [o.cpu().numpy() for o in decide(*inputs)]
            for b, (window, sentences) in enumerate(group):
                for (_, start, end), s in zip(window.sentences, sentences, strict=True):
                    _count(counts, [o[b] for o in outputs], start, end, s, labels)
        scores[corpus] = _rates(counts)
    return scores


def _count(
    counts: dict[str, float], out: list[Any], start: int, end: int, s: dict[str, Any], labels: dict[str, list[str]]
) -> None:
    def add(key: str, value: float) -> None:
        counts[key] = counts.get(key, 0) + value

    upos, _, lemma, arc, label, probability, types = out
    if "head" in s:
        heads = tree(arc[start:end, start:end])
        for i, gold in enumerate(s["head"]):
            head = int(heads[i])
            relation = labels["deprel"][label[start + i, start + head]]
            right = head == (gold - 1 if gold else i)
            add("words", 1)
            add("uas", right)
            add("las", right and relation == s["deprel"][i])
            add("upos", labels["upos"][upos[start + i]] == s["upos"][i])
            add("lemma", apply(s["words"][i], labels["lemma"][lemma[start + i]]) == s["lemma"][i])
    if s["types"]:
        found = best_spans(probability[start:end, start:end], types[start:end, start:end])
        guess = {(a, b, labels["span"][t]) for a, b, t, _ in found if labels["span"][t] in s["types"]}
        gold = {(a, b, t) for a, b, t in s["spans"]}
        add("guess", len(guess))
        add("gold", len(gold))
        add("hit", len(guess & gold))


def _rates(counts: dict[str, float]) -> dict[str, float]:
    out = {}
    if words := counts.get("words"):
        out |= {k: round(counts[k] / words, 4) for k in ("upos", "lemma", "uas", "las")}
    if "gold" in counts:
        out["f1"] = round(2 * counts["hit"] / max(1, counts["guess"] + counts["gold"]), 4)
    return out
