"""Train the named spans alone, on the finished encoder: `python -m training.names --data DIR --run DIR --out DIR`.

Reads the checkpoint of `training.train` in --run and writes one that differs in its head of spans and the last layer
before it. What the encoder gives below that layer is computed once, so this takes minutes.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from kg.annotate.windows import Pieces
from training import data
from training.model import Annotator
from training.spans import ALL, BROADER
from training.train import HERE, base_encoder, schedule, span_loss

Document = dict[str, Any]


def extended(state: dict[str, Tensor], types: list[str]) -> tuple[dict[str, Tensor], list[str]]:
    """The weights with a row for every type that `types` lacks, copied from the broader type's, and all types.

    A checkpoint of when spans had no last layer of their own gets the encoder's.
    """
    missing = [t for t in ALL if t not in types]
    weight = state["span.weight"]
    rows = [weight[1 + types.index(BROADER[t])][None] for t in missing]
    deepest = f"encoder.layers.{max(int(k.split('.')[2]) for k in state if k.startswith('encoder.layers.'))}."
    last = {f"last.{k.removeprefix(deepest)}": v for k, v in state.items() if k.startswith(deepest)}
    return last | state | {"span.weight": torch.cat([weight, *rows])}, [*types, *missing]


@torch.no_grad()
def below(model: Annotator, batches: Iterable[data.Batch]) -> Iterator[data.Batch]:
    """The batches with what the last layer works on in the place of word pieces."""
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            _, states, bias = model.encoder(batch["pieces"], batch["shapes"], batch["mask"])
        kept = {k: batch[k] for k in ("first", "sentence", "allowed")}
        yield kept | {"states": states.bfloat16(), "bias": bias, "spans": batch["spans"].to(torch.uint8)}


def loss(model: Annotator, batch: data.Batch) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = model.last(batch["states"], batch["bias"])
        index = batch["first"][:, :, None].expand(-1, -1, x.shape[2])
        span = model.span(model.dropout(torch.gather(x, 1, index)))
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    return span_loss(span.float(), batch | {"spans": batch["spans"].long()}, same)


def drawn(batches: dict[str, list[data.Batch]], share: dict[str, float], draw: random.Random) -> list[data.Batch]:
    """The batches of an epoch: those of a corpus as often as its share says, at least once."""
    out = [batch for corpus, each in batches.items() for batch in each * max(1, int(share[corpus]))]
    draw.shuffle(out)
    return out


def train(config: dict[str, Any], folder: Path, run: Path, out: Path) -> None:
    names, state = config["names"], torch.load(run / "last.pt", map_location="cpu")
    torch.manual_seed(names["seed"])
    torch.set_num_threads(config["run"]["threads"])
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    weights, labels["span"] = extended(state["model"], labels["span"])
    model = Annotator(state["config"], labels)
    model.load_state_dict(weights)
    batches = read(model, data.load(folder, "train"), labels, config)
    steps = names["epochs"] * len(drawn(batches, names["share"], random.Random(0)))
    parts = [{"params": model.last.parameters(), "lr": names["rate"]},
             {"params": model.span.parameters(), "lr": names["head_rate"]}]  # fmt: skip
    adam = torch.optim.AdamW(parts, weight_decay=names["weight_decay"], betas=(0.9, 0.98))
    rate = schedule(adam, steps, names["warmup"])
    for number in range(names["epochs"]):
        began, total = time.time(), 0.0
        model.train()
        epoch = drawn(batches, names["share"], random.Random(names["seed"] + number))
        for batch in epoch:
            one = loss(model, batch)
            adam.zero_grad()
            one.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([*model.last.parameters(), *model.span.parameters()], names["clip"])
            adam.step()
            rate.step()
            total += float(one.detach())
        print(f"epoch {number + 1} span {total / len(epoch):.4f} {time.time() - began:.0f} s", flush=True)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    torch.save({"model": model.state_dict(), "config": state["config"]}, out / "last.pt")


def read(
    model: Annotator, documents: dict[str, list[Document]], labels: dict[str, list[str]], config: dict[str, Any]
) -> dict[str, list[data.Batch]]:
    """The batches of each corpus of the mix, as `below` gives them; of a share under 1, that part of its documents."""
    draw, sizes, out = random.Random(config["names"]["seed"]), config["data"], {}
    pieces = Pieces(Tokenizer.from_file(str(base_encoder() / "tokenizer.json")))
    model.eval()
    for corpus, share in config["names"]["share"].items():
        chosen = data.sample(documents[corpus], min(1.0, share), draw)
        items = [
            w for d in chosen for w in data.windows(d, pieces, draw.choice(sizes["window_pieces"]), sizes["max_pieces"])
        ]
        out[corpus] = list(below(model, data.batches(items, labels, sizes["batch_pieces"], draw)))
        print(f"{corpus}: {len(items)} windows", flush=True)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    config = tomllib.loads(arguments.recipe.read_text(encoding="utf-8"))
    train(config, arguments.data, arguments.run, arguments.out)


if __name__ == "__main__":
    main()
