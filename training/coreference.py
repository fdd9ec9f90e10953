"""Train the network that compares phrases, on the states of the exported encoder, which stays as it is.

`python -m training.coreference --corpora DIR [--model DIR]` writes coreference.npz beside the model, in minutes.
"""

import argparse
import random
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from kg.annotate import coreference, pairs
from kg.annotate.neural import Annotator
from kg.annotate.phrases import Phrase, head_of, phrases
from kg.annotate.weights import FOLDER, SCORER
from kg.model import Sentence
from training import chained
from training.chained import Chained
from training.chains import METRICS, ChainScore
from training.train import HERE


@dataclass(frozen=True, slots=True)
class Article:
    """What the network is trained on of one article: n phrases, m pairs of a later and an earlier one."""

    name: str
    phrases: list[Phrase]
    states: Tensor
    """(n, hidden): the encoder's, of the heads."""
    about: Tensor
    """(n, columns of `pairs.each`)."""
    later: Tensor
    earlier: Tensor
    together: Tensor
    """(m, columns of `pairs.compare`), in half precision."""
    things: Tensor
    """(n,): what each phrase names, -1 if nothing that another one names."""
    first: list[int]
    gold: list[list[chained.Phrase]]


class Scorer(nn.Module):
    """`kg.annotate.coreference.score`, with dropout."""

    def __init__(self, config: dict[str, Any], like: Article) -> None:
        super().__init__()
        units, hidden, inner = config["units"], config["hidden"], config["inner"]
        states, about, together = (x.shape[1] for x in (like.states, like.about, like.together))
        self.rate, self.input_rate = config["dropout"], config["input_dropout"]
        self.reduce = nn.Linear(states + about, units)
        self.later = nn.Linear(units, hidden)
        self.earlier, self.both = nn.Linear(units, hidden, bias=False), nn.Linear(units, hidden, bias=False)
        self.pair = nn.Linear(together, hidden, bias=False)
        self.inner, self.out = nn.Linear(hidden, inner), nn.Linear(inner, 1)

    def forward(self, a: Article) -> Tensor:
        """(m,): the score of every pair."""
        states = F.dropout(a.states, self.input_rate, self.training)
        units = self._drop(F.relu(self.reduce(torch.cat([states, a.about], 1))))
        hidden = self.later(units)[a.later] + self.earlier(units)[a.earlier]
        hidden = hidden + self.both(units[a.later] * units[a.earlier]) + self.pair(a.together.float())
        out: Tensor = self.out(F.relu(self.inner(self._drop(F.relu(hidden)))))
        return out[:, 0]

    def _drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.rate, self.training)

    def arrays(self) -> dict[str, np.ndarray[Any, np.dtype[np.float32]]]:
        """The weights as `kg` reads them: matrices (in, out)."""
        return {k: v.detach().numpy().T.copy() for k, v in self.state_dict().items()}


def read(documents: Iterable[Chained], annotator: Annotator, types: Sequence[str]) -> Iterator[Article]:
    """The articles through the exported model, their phrases aligned with the annotated ones."""
    for document in documents:
        parse, states = annotator.states(document.given)
        first = chained.starts(parse)
        found = [p for s in parse for p in phrases(s)]
        things = align(document, parse, found, first)
        if not document.has_all:
            found = [p for p, t in zip(found, things, strict=True) if t]
            things = [t for t in things if t]
        facts = pairs.facts(parse, found, types)
        later, earlier = pairs.candidates(facts)
        arrays = (
            coreference.normalised(states[facts.word]), pairs.each(facts, parse, found, len(types)), later, earlier,
            pairs.compare(facts, later, earlier).astype(np.float16),
        )  # fmt: skip
        tensors = (torch.tensor(a) for a in arrays)
        yield Article(document.name, found, *tensors, _numbered(things), first, document.chains)


def align(
    document: Chained, sentences: Sequence[Sentence], found: Sequence[Phrase], first: Sequence[int]
) -> list[str | None]:
    """What each phrase names: by its words, or by its head where another phrase with this head is annotated."""
    places = [(first[p.sentence] + p.start, first[p.sentence] + p.end) for p in found]
    held, by_head = set(places), dict[tuple[int, int], str]()
    for (start, end), thing in document.phrases.items():
        s = int(np.searchsorted(first, start, side="right")) - 1
        if (start, end) not in held and end <= first[s] + len(sentences[s].tokens):
            by_head.setdefault((s, head_of(sentences[s].tokens, start - first[s], end - first[s])), thing)
    return [
        document.phrases.get(place) or (None if p.is_coordination else by_head.get((p.sentence, p.head)))
        for place, p in zip(places, found, strict=True)
    ]


def _numbered(things: Sequence[str | None]) -> Tensor:
    counts = Counter(t for t in things if t is not None)
    number = {t: i for i, t in enumerate(sorted(counts)) if counts[t] > 1}
    return torch.tensor([number.get(t or "", -1) for t in things])


def loss(scores: Tensor, a: Article) -> Tensor:
    """(n,): how unlikely the right earlier phrases of each are together; that it is new, if it has none."""
    n = len(a.things)
    is_right = (a.things[a.later] == a.things[a.earlier]) & (a.things[a.later] >= 0)
    top = torch.zeros(n).scatter_reduce(0, a.later, scores.detach(), "amax")
    odds, new = torch.exp(scores - top[a.later]), torch.exp(-top)
    total = torch.zeros(n).index_add(0, a.later, odds) + new
    right = torch.zeros(n).index_add(0, a.later, odds * is_right)
    has_right = torch.zeros(n).index_add(0, a.later, is_right.float()) > 0
    return total.log() - torch.where(has_right, right, new).clamp(min=1e-12).log()


def train(config: dict[str, Any], articles: Sequence[tuple[Article, float]], dev: Sequence[Article]) -> Scorer:
    """`articles` with their weights; the order is drawn anew every epoch."""
    torch.manual_seed(config["seed"])
    draw = random.Random(config["seed"])
    order = list(articles)
    scorer = Scorer(config, order[0][0])
    adam = torch.optim.AdamW(scorer.parameters(), lr=config["rate"], weight_decay=config["weight_decay"])
    steps = config["epochs"] * len(order)
    warm = config["warmup"] * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, 1) * (1 - s / steps))
    for epoch in range(1, config["epochs"] + 1):
        began, lost = time.time(), 0.0
        draw.shuffle(order)
        scorer.train()
        for article, weight in order:
            each = loss(scorer(article), article)
            adam.zero_grad()
            (weight * each.sum() / config["phrases"]).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), config["clip"])
            adam.step()
            schedule.step()
            lost += float(each.detach().mean())
        took = time.time() - began
        print(f"epoch {epoch}: loss {lost / len(order):.3f}, {shown(evaluate(scorer, dev))}, {took:.0f} s", flush=True)
    return scorer


@torch.no_grad()
def evaluate(scorer: Scorer, articles: Iterable[Article]) -> ChainScore:
    scorer.eval()
    out = ChainScore()
    for a in articles:
        joined = coreference.join(a.phrases, scorer(a).numpy(), a.later.numpy(), a.earlier.numpy())
        out.add(a.gold, [[chained.place(link, a.first) for link in chain] for chain in joined])
    return out


def shown(score: ChainScore) -> str:
    return f"CoNLL {score.conll:.4f} ({', '.join(f'{m} {score.f1(m):.3f}' for m in METRICS)})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, see training/README.md")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the exported model")
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    arguments = parser.parse_args()
    recipe = tomllib.loads(arguments.recipe.read_text(encoding="utf-8"))
    config, threads = recipe["coreference"], recipe["run"]["threads"]
    torch.set_num_threads(threads)
    annotator = Annotator(arguments.model, threads)
    corpora = {"gum": chained.gum(arguments.corpora, "train"), "litbank": chained.litbank(arguments.corpora)}
    articles = [
        (article, config["weight"][name])
        for name, documents in corpora.items() if config["weight"][name]
        for article in read(documents, annotator, annotator.types)
    ]  # fmt: skip
    dev = list(read(chained.gum(arguments.corpora, "dev"), annotator, annotator.types))
    scorer = train(config, articles, dev)
    np.savez(arguments.model / SCORER, **scorer.arrays())
    print(f"{arguments.model / SCORER}: {(arguments.model / SCORER).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
