"""Train a second head for named spans, on the states of the exported model, which gets it beside the first.

`python -m training.names --data DIR --run DIR [--model DIR]`: it learns most from our own labels, what no corpus
annotates, and has the first head for a teacher of the rest. Nothing else of the model changes; it takes minutes.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from tokenizers import Tokenizer
from torch import Tensor

from kg.annotate.weights import FOLDER
from kg.annotate.windows import Pieces
from training import data
from training.export import AXES, examples, label
from training.lifted import Lifted, Names, graft, session, tapped
from training.model import Biaffine
from training.spans import ALL, BROADER
from training.train import HERE, base_encoder, schedule, span_loss

Document = dict[str, Any]
Labels = dict[str, list[str]]
Corpora = dict[str, list[data.Batch]]
SEEN = 0.02
"""A span that both heads give less than this teaches nothing about how sure the first one is."""


def beginning(run: Path, config: dict[str, Any]) -> tuple[Names, Biaffine, Labels]:
    """The second head before training, the first one as it was trained, and the labels with the types of the second.

    The second has the first one's weights, and a row more for every type that the first lacks: the broader type's.
    """
    state = torch.load(run / "last.pt", map_location="cpu")
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    types = labels["span"]
    first = {k.removeprefix("span."): v for k, v in state["model"].items() if k.startswith("span.")}
    hidden, size = first["row.weight"].shape[1], first["row.weight"].shape[0]
    teacher = Biaffine(hidden, size, len(types) + 1, 0)
    teacher.load_state_dict(first)
    missing = [t for t in ALL if t not in types]
    rows = [first["weight"][1 + types.index(BROADER[t])][None] for t in missing]
    names = Names(config["layers"], hidden, config["units"], size, len(types) + len(missing), config["dropout"])
    names.span.load_state_dict(first | {"weight": torch.cat([first["weight"], *rows])})
    return names, teacher.eval(), labels | {"span": [*types, *missing]}


def read(model: Path, folder: Path, labels: Labels, config: dict[str, Any]) -> Corpora:
    """The batches of each corpus of the mix, with the states of the exported model in the place of word pieces."""
    torch.manual_seed(config["names"]["seed"])
    draw, sizes, out = random.Random(config["names"]["seed"]), config["data"], Corpora()
    pieces = Pieces(Tokenizer.from_file(str(base_encoder() / "tokenizer.json")))
    network = onnx.load(model / "annotator.onnx")
    values = tapped(network)
    reading = session(network, values)
    documents = data.load(folder, "train")
    for corpus in config["names"]["share"]:
        chosen = data.sample(documents[corpus], config["names"]["part"].get(corpus, 1.0), draw)
        chosen = [*chosen, *in_company(chosen, config["names"]["company"].get(corpus, 0), draw)]
        items = [
            w for d in chosen for w in data.windows(d, pieces, draw.choice(sizes["window_pieces"]), sizes["max_pieces"])
        ]
        out[corpus] = [
            states(batch, reading.run(values, {k: batch[k].numpy() for k in AXES}))
            for batch in data.batches(items, labels, sizes["batch_pieces"], draw)
        ]
        print(f"{corpus}: {len(items)} windows", flush=True)
    return out


def in_company(documents: Sequence[Document], times: int, draw: random.Random) -> list[Document]:
    """The sentences in as many new orders, some to a document: single ones are read in windows of several."""
    sentences, out = [s for d in documents for s in d["sentences"]], list[Document]()
    for _ in range(times):
        draw.shuffle(sentences)
        left = list(sentences)
        while left:
            size = draw.randint(3, 6)
            out.append({"sentences": left[:size]})
            left = left[size:]
    return out


def states(batch: data.Batch, found: Sequence[Any]) -> data.Batch:
    """The batch with the states of its words, layer by layer, and its targets."""
    first = batch["first"]
    index = first[:, :, None].expand(-1, -1, found[-1].shape[2])
    below = [torch.gather(torch.tensor(f), 1, index) for f in found[:-1]]
    kept = {k: batch[k] for k in ("sentence", "allowed")} | {"spans": batch["spans"].to(torch.uint8)}
    return kept | {"states": torch.stack([*below, torch.tensor(found[-1])]).bfloat16()}


def loss(names: Names, teacher: Callable[[Tensor], Tensor] | None, batch: data.Batch, merged: Tensor) -> Tensor:
    """The corpus's own labels; with a teacher, also how far its probabilities are from these.

    merged (T + 1, classes): what counts as the same for the teacher.
    """
    layers = list(batch["states"])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        span = names(layers)
    span = span.float()
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    out = span_loss(span, batch | {"spans": batch["spans"].long()}, same)
    if teacher is None:
        return out
    cells = same & torch.ones_like(same[0]).triu() & (batch["sentence"][:, :, None] >= 0)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        taught = teacher(layers[-1])
    known, found = taught.float().softmax(-1)[cells], span[cells].softmax(-1)
    is_seen = (known[:, 0] < 1 - SEEN) | (found.detach()[:, 0] < 1 - SEEN)
    known, found = known[is_seen] @ merged[: known.shape[1]], found[is_seen] @ merged
    return out - (known * found.clamp(min=1e-6).log()).sum() / (batch["sentence"] >= 0).sum()


def merging(types: Sequence[str], kept: Sequence[str]) -> Tensor:
    """(T + 1, classes) of 0 and 1: the first class is nothing and all other types, then one for each of the types kept.

    Units are among the organizations; facilities are no places here, as the large corpora may leave them out.
    """
    out = torch.zeros(len(types) + 1, len(kept) + 1)
    out[0, 0] = 1
    for row, type_ in enumerate(types, 1):
        broad = type_ if type_ in kept or type_ == "Facility" else BROADER.get(type_, type_)
        out[row, kept.index(broad) + 1 if broad in kept else 0] = 1
    return out


def drawn(batches: Corpora, share: dict[str, float], draw: random.Random) -> list[tuple[str, data.Batch]]:
    """The batches of an epoch, each with its corpus: those of a corpus as often as its share says."""
    out: list[tuple[str, data.Batch]] = []
    for corpus, each in batches.items():
        whole, rest = divmod(share[corpus], 1.0)
        out += [(corpus, b) for b in each * int(whole) + draw.sample(each, round(rest * len(each)))]
    draw.shuffle(out)
    return out


def train(names: Names, teacher: Biaffine, types: Sequence[str], batches: Corpora, config: dict[str, Any]) -> None:
    torch.manual_seed(config["seed"])
    draw, merged = random.Random(config["seed"]), merging(types, config["taught"])
    steps = config["epochs"] * len(drawn(batches, config["share"], random.Random(0)))
    adam = torch.optim.AdamW(
        names.parameters(), lr=config["rate"], weight_decay=config["weight_decay"], betas=(0.9, 0.98)
    )
    rate = schedule(adam, steps, config["warmup"])
    for number in range(config["epochs"]):
        began, total = time.time(), 0.0
        names.train()
        epoch = drawn(batches, config["share"], draw)
        for corpus, batch in epoch:
            one = loss(names, None if corpus in config["untaught"] else teacher, batch, merged)
            adam.zero_grad()
            one.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(names.parameters(), config["clip"])
            adam.step()
            rate.step()
            total += float(one.detach())
        print(f"epoch {number + 1} {total / len(epoch):.4f} {time.time() - began:.0f} s", flush=True)
    names.eval()


def write(model: Path, names: Names, types: list[str]) -> None:
    """Put the head into the model's folder, and its types behind the others."""
    network = onnx.load(model / "annotator.onnx")
    labels = json.loads((model / "labels.json").read_text(encoding="utf-8"))
    graft(network, Lifted(names, types), examples())
    onnx.save(network, model / "annotator.onnx")
    label(model, labels | {"span": types})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="the run that was exported")
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.recipe.read_text(encoding="utf-8"))
    torch.set_num_threads(config["run"]["threads"])
    names, teacher, labels = beginning(arguments.run, config["names"])
    batches = read(arguments.model, arguments.data, labels, config)
    train(names, teacher, labels["span"], batches, config["names"])
    write(arguments.model, names, labels["span"])


if __name__ == "__main__":
    main()
