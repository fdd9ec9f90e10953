"""Prepared documents -> padded batches of windows with their targets."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from kg.annotate.lemmas import rule
from kg.annotate.windows import Pieces, Window, pack
from training.spans import narrowed, told

IGNORE = -100
Batch = dict[str, Tensor]


def load(folder: Path, part: str) -> dict[str, list[dict[str, Any]]]:
    """{"ewt": documents, ...} of one part ("train" or "dev")."""
    out = {}
    for path in sorted(folder.glob(f"{part}.*.jsonl")):
        with path.open(encoding="utf-8") as file:
            out[path.name.split(".")[1]] = [json.loads(line) for line in file]
    return out


def collect_labels(documents: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """Every label list of the model, most frequent first; lemma edits seen at least three times."""
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("upos", "xpos", "lemma", "deprel", "span")}
    for corpus in documents.values():
        for s in (s for d in corpus for s in d["sentences"]):
            counts["span"].update(t for t in s["types"])
            for key in ("upos", "xpos", "deprel"):
                counts[key].update(s.get(key, ()))
            counts["lemma"].update(rule(w, x) for w, x in zip(s["words"], s.get("lemma", ()), strict=False))
    out = {k: [x for x, _ in sorted(c.items(), key=lambda p: (-p[1], p[0]))] for k, c in counts.items()}
    out["lemma"] = [x for x in out["lemma"] if counts["lemma"][x] >= 3]
    out["span"].sort()
    return out


def sample(documents: list[dict[str, Any]], share: float, draw: random.Random) -> list[dict[str, Any]]:
    """`share` of the documents (above 1: whole repeats and a drawn rest), shuffled."""
    whole, rest = divmod(share, 1.0)
    chosen = documents * int(whole) + draw.sample(documents, round(rest * len(documents)))
    draw.shuffle(chosen)
    return chosen


Item = tuple[Window, list[dict[str, Any]]]
"""A window and its prepared sentences."""


def windows(document: dict[str, Any], pieces: Pieces, budget: int, longest: int) -> Iterator[Item]:
    """The windows of a document but for those of more than `longest` pieces: a few sentences are not learnt from."""
    sentences = document["sentences"]
    for window in pack((s["words"] for s in sentences), pieces, budget):
        if len(window.pieces) <= longest:
            yield window, [sentences[i] for i, _, _ in window.sentences]


def batches(items: list[Item], labels: dict[str, list[str]], size: int, draw: random.Random | None) -> Iterator[Batch]:
    """Padded batches of about `size` pieces, windows of like length together; shuffled if `draw` is given."""
    items = sorted(items, key=lambda x: len(x[0].pieces))
    groups: list[list[Item]] = [[]]
    for item in items:
        if groups[-1] and len(item[0].pieces) * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(item)
    if draw:
        draw.shuffle(groups)
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    for group in groups:
        yield collate(group, index)


def collate(group: list[Item], index: dict[str, dict[str, int]]) -> Batch:
    """One batch. heads point at word positions in the window (root: at itself); span targets are type + 1, 0 none,
    and `allowed` (B, T + 1) says which types the window's corpus annotates."""
    n, p = len(group), max(len(w.pieces) for w, _ in group)
    m = max(len(w.first) for w, _ in group)
    out = {
        "pieces": torch.zeros(n, p, dtype=torch.long), "shapes": torch.zeros(n, p, dtype=torch.long),
        "mask": torch.zeros(n, p, dtype=torch.long), "first": torch.zeros(n, m, dtype=torch.long),
        "sentence": torch.full((n, m), -1), "allowed": torch.zeros(n, len(index["span"]) + 1, dtype=torch.bool),
        "spans": torch.zeros(n, m, m, dtype=torch.long),
    }  # fmt: skip
    out |= {k: torch.full((n, m), IGNORE) for k in ("upos", "xpos", "lemma", "head", "deprel")}
    for b, (window, sentences) in enumerate(group):
        size = len(window.pieces)
        out["pieces"][b, :size] = torch.tensor(window.pieces)
        out["shapes"][b, :size] = torch.tensor(window.shapes)
        out["mask"][b, :size] = 1
        out["first"][b, : len(window.first)] = torch.tensor(window.first)
        for number, ((_, start, end), s) in enumerate(zip(window.sentences, sentences, strict=True)):
            out["sentence"][b, start:end] = number
            _fill(out, b, start, s, index)
    return out


def _fill(out: Batch, b: int, start: int, s: dict[str, Any], index: dict[str, dict[str, int]]) -> None:
    end = start + len(s["words"])
    if "head" in s:
        for key in ("upos", "xpos", "deprel"):
            out[key][b, start:end] = torch.tensor([index[key].get(x, IGNORE) for x in s[key]])
        rules = [index["lemma"].get(rule(w, x), IGNORE) for w, x in zip(s["words"], s["lemma"], strict=True)]
        out["lemma"][b, start:end] = torch.tensor(rules)
        heads = [start + (h - 1 if h else i) for i, h in enumerate(s["head"])]
        out["head"][b, start:end] = torch.tensor(heads)
    for t in told(s["types"]) & index["span"].keys():
        out["allowed"][b, index["span"][t] + 1] = True
    for a, z, t in s["spans"]:
        narrow = narrowed(t, s["words"][a:z])
        out["spans"][b, start + a, start + z - 1] = index["span"].get(narrow, index["span"][t]) + 1


def epoch(
    documents: dict[str, list[dict[str, Any]]], config: dict[str, Any], pieces: Pieces,
    labels: dict[str, list[str]], draw: random.Random,
) -> Iterable[Batch]:  # fmt: skip
    """The shuffled batches of one pass over the mix."""
    data = config["data"]
    items: list[Item] = []
    for corpus, share in data["share"].items():
        for document in sample(documents[corpus], share, draw):
            budget = draw.choice(data["window_pieces"])
            items.extend(windows(document, pieces, budget, data["max_pieces"]))
    draw.shuffle(items)
    return batches(items, labels, data["batch_pieces"], draw)
