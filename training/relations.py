"""Train the network that finds ties between names, on the states of the exported encoder, which stays as it is.

`python -m training.relations --corpora DIR [--model DIR]` writes relations.npz beside the model, in minutes.
"""

import argparse
import random
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from kg.annotate import relations
from kg.annotate.coreference import normalised
from kg.annotate.couples import Couples, couples
from kg.annotate.neural import Annotator
from kg.annotate.relations import NEVER, Head
from kg.annotate.weights import FOLDER, TIES
from kg.ontology import load
from training import related, ties
from training.related import Related
from training.ties import Labels
from training.train import HERE

NEWS, WEB = "news", "knowledgenet"
"""The corpora that say which ties are not stated: parts of them that a network has not learnt from set thresholds."""
Judged = dict[str, list[tuple[float, bool]]]
"""Of every relation, the probabilities of ties and whether each is right."""

Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Article:
    """What the network is trained on of some sentences: m couples, the w words that these need, r relations."""

    states: Tensor
    """(w, hidden): the encoder's, in half precision."""
    subject: Tensor
    object: Tensor
    about: Tensor
    """(m, columns of `couples`), in half precision."""
    way: Tensor
    way_of: Tensor
    between: Tensor
    between_of: Tensor
    labels: Tensor
    """(m, r): 1 stated, 0 not, UNKNOWN."""

    def __len__(self) -> int:
        return len(self.subject)


def read(documents: Iterable[Related], annotator: Annotator, labels: Labels) -> Iterator[Article]:
    """The articles through the exported model; couples of which nothing is known are left out."""
    fits = labels.fits().any(0)
    for document in documents:
        sentences, states = annotator.states(document.given)
        found = couples(sentences, annotator.types, fits)
        told = labels.of(document, sentences, found)
        known = np.flatnonzero((told != ties.UNKNOWN).any(1))
        if len(known):
            yield article(states, only(found, known), told[known])


def only(found: Couples, kept: Any) -> Couples:
    """The couples of these numbers, which are in order."""
    way, between = (np.isin(of, kept) for of in (found.way_of, found.between_of))
    return Couples(
        tuple(found.each[m] for m in kept), found.types[kept], found.heads[kept], found.about[kept],
        found.way[way], np.searchsorted(kept, found.way_of[way]),
        found.between[between], np.searchsorted(kept, found.between_of[between]),
    )  # fmt: skip


def article(states: Any, found: Couples, labels: Any) -> Article:
    words, (subject, object_, way, between) = found.words()
    kept, about = normalised(states[words]).astype(np.float16), found.about.astype(np.float16)
    arrays = (kept, subject, object_, about, way, found.way_of, between, found.between_of, labels)
    return Article(*(torch.tensor(a) for a in arrays))


def batched(articles: Iterable[Article], size: int) -> Iterator[Article]:
    """Articles put together until they have so many couples."""
    group: list[Article] = []
    for one in articles:
        group.append(one)
        if sum(map(len, group)) >= size:
            yield together(group)
            group = []
    if group:
        yield together(group)


def together(group: Sequence[Article]) -> Article:
    words = np.cumsum([0, *(len(a.states) for a in group)]).tolist()
    before = np.cumsum([0, *(len(a) for a in group)]).tolist()

    def moved(name: str, by: Sequence[int]) -> Tensor:
        return torch.cat([getattr(a, name) + n for a, n in zip(group, by, strict=False)])

    def joined(name: str) -> Tensor:
        return torch.cat([getattr(a, name) for a in group])

    return Article(
        joined("states"), moved("subject", words), moved("object", words), joined("about"), moved("way", words),
        moved("way_of", before), moved("between", words), moved("between_of", before), joined("labels"),
    )  # fmt: skip


class Scorer(nn.Module):
    """`kg.annotate.relations.score`, with dropout."""

    def __init__(self, config: Mapping[str, Any], like: Article) -> None:
        super().__init__()
        units, hidden, inner = config["units"], config["hidden"], config["inner"]
        states, about, out = (x.shape[1] for x in (like.states, like.about, like.labels))
        self.rate, self.input_rate = config["dropout"], config["input_dropout"]
        self.name, self.way, self.between = (nn.Linear(states, units) for _ in range(3))
        self.about = nn.Linear(about, hidden)
        self.subject, self.object, self.both, self.way_out, self.between_out = (
            nn.Linear(units, hidden, bias=False) for _ in range(5)
        )
        self.inner, self.out = nn.Linear(hidden, inner), nn.Linear(inner, out)

    def forward(self, a: Article) -> Tensor:
        """(m, r): the log odds of every relation."""
        states = F.dropout(a.states.float(), self.input_rate, self.training)
        units = self._drop(F.relu(self.name(states)))
        subject, object_ = units[a.subject], units[a.object]
        hidden = self.about(a.about.float()) + self.both(subject * object_)
        hidden = hidden + self.subject(subject) + self.object(object_)
        for layer, out, which, of in (
            (self.way, self.way_out, a.way, a.way_of), (self.between, self.between_out, a.between, a.between_of)
        ):  # fmt: skip
            hidden = hidden + out(self._drop(_most(F.relu(layer(states)), which, of, len(a))))
        out_: Tensor = self.out(F.relu(self.inner(self._drop(F.relu(hidden)))))
        return out_

    def _drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.rate, self.training)

    def arrays(self) -> dict[str, np.ndarray[Any, np.dtype[np.float32]]]:
        """The weights as `kg` reads them: matrices (in, out)."""
        return {k: v.detach().numpy().T.copy() for k, v in self.state_dict().items()}


def _most(rows: Tensor, which: Tensor, of: Tensor, count: int) -> Tensor:
    """(count, columns): `kg.annotate.relations.most`."""
    place = of[:, None].expand(-1, rows.shape[1])
    return torch.zeros(count, rows.shape[1]).scatter_reduce(0, place, rows[which], "amax")


def loss(scores: Tensor, labels: Tensor) -> Tensor:
    """How unlikely what is known of the couples is, a couple on average."""
    is_known = (labels != ties.UNKNOWN).float()
    each = F.binary_cross_entropy_with_logits(scores, (labels == 1).float(), is_known, reduction="sum")
    return each / len(labels)


def train(config: Mapping[str, Any], articles: Sequence[Article]) -> Scorer:
    """The order of the articles is drawn anew every epoch."""
    torch.manual_seed(config["seed"])
    draw, order = random.Random(config["seed"]), list(articles)
    scorer = Scorer(config, order[0])
    adam = torch.optim.AdamW(scorer.parameters(), lr=config["rate"], weight_decay=config["weight_decay"])
    steps = config["epochs"] * (1 + sum(map(len, order)) // config["couples"])
    warm = config["warmup"] * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, max(0.0, 1 - s / steps)))
    for _ in range(config["epochs"]):
        draw.shuffle(order)
        for batch in batched(order, config["couples"]):
            lost = loss(scorer(batch), batch.labels)
            adam.zero_grad()
            lost.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), config["clip"])
            adam.step()
            schedule.step()
    return scorer.eval()


def repeated(articles: Mapping[str, Sequence[Article]], rounds: Mapping[str, int]) -> list[Article]:
    """The articles of all corpora, those of each as often as it says."""
    return [a for corpus, each in articles.items() for a in each for _ in range(rounds[corpus])]


@torch.no_grad()
def judged_apart(
    config: Mapping[str, Any], articles: Mapping[str, Sequence[Article]], names: Sequence[str]
) -> dict[str, Judged]:
    """The couples of NEWS and WEB with the probabilities of networks that have learnt from the other parts of them."""
    parts, out = config["parts"], {corpus: Judged({name: [] for name in names}) for corpus in (NEWS, WEB)}
    for part in range(parts):
        others = {corpus: [a for i, a in enumerate(articles[corpus]) if i % parts != part] for corpus in out}
        with torch.enable_grad():
            scorer = train(config, repeated({**articles, **others}, config["rounds"]))
        for corpus, judged in out.items():
            for a in articles[corpus][part::parts]:
                probability = torch.sigmoid(scorer(a)).numpy()
                for m, r in np.argwhere(a.labels.numpy() != ties.UNKNOWN):
                    judged[names[r]].append((float(probability[m, r]), bool(a.labels[m, r] == 1)))
    return out


def judged_dev(documents: Iterable[Related], annotator: Annotator, head: Head) -> Judged:
    """The ties found in documents where all are annotated; the head must have thresholds of 0."""
    ontology = load()
    out: Judged = {name: [] for name in head.relations}
    for document in documents:
        sentences, states = annotator.states(document.given)
        right = ties.with_wider(ties.stated(document, ontology), ontology)
        found = ties.told(document, sentences, relations.ties(sentences, states, head, annotator.types))
        for triple, score in found.items():
            out[triple[1]].append((score, triple in right))
    return out


def threshold(judged: Sequence[tuple[float, bool]], precision: float, least: int) -> float:
    """The lowest probability from which so many are right, and so many in number; NEVER if there is none."""
    best, right = NEVER, 0
    for count, (probability, is_right) in enumerate(sorted(judged, reverse=True), 1):
        right += is_right
        if count >= least and right >= precision * count:
            best = probability
    return best


def limit(config: Mapping[str, Any], news: Sequence[tuple[float, bool]], other: Sequence[tuple[float, bool]]) -> Limits:
    """The thresholds that news and other texts ask for; others that hardly state a relation have no say."""
    has_say = sum(is_right for _, is_right in other) >= config["least"]
    return (
        threshold(news, config["news_precision"], config["least"]),
        threshold(other, config["precision"], config["least"]) if has_say else 0.0,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, see training/README.md")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the exported model")
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    arguments = parser.parse_args()
    recipe, began = tomllib.loads(arguments.recipe.read_text(encoding="utf-8")), time.time()
    config, threads = recipe["relations"], recipe["run"]["threads"]
    torch.set_num_threads(threads)
    annotator, ontology = Annotator(arguments.model, threads), load()
    names = tuple(name for name, relation in ontology.relations.items() if not relation.is_literal)
    labels = Labels(ontology, names, tuple(annotator.types))
    articles = {c: list(read(d, annotator, labels)) for c, d in related.training(arguments.corpora).items()}
    print({c: sum(map(len, a)) for c, a in articles.items()}, f"couples, {time.time() - began:.0f} s", flush=True)
    scorer = train(config, repeated(articles, config["rounds"]))
    head = Head(scorer.arrays(), names, np.zeros(len(names), np.float32), labels.fits())
    apart = judged_apart(config, articles, names)
    dev = judged_dev(related.development(arguments.corpora)[::2], annotator, head)
    limits = [limit(config, apart[NEWS][name], apart[WEB][name] + dev[name]) for name in names]
    head = replace(head, thresholds=np.array([max(each) for each in limits], np.float32))
    path = arguments.model / TIES
    np.savez(path, relations=np.array(names), thresholds=head.thresholds, fits=head.fits, **head.weights)
    for name, each in zip(names, limits, strict=True):
        print(f"{name}: news {each[0]:.2f}, other {each[1]:.2f}")
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
