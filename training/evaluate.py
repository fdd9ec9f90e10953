"""Score the exported 8-bit model as `kg` runs it, on the words of the corpora's dev parts: words, trees, spans, chains,
ties.

Needs no torch.

`python -m training.evaluate --corpora DIR` prints the tables, `--card` writes them into the model card.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.annotate.decode import THRESHOLD
from kg.annotate.neural import Annotator
from kg.annotate.weights import FOLDER, SCORER, TIES
from kg.model import DocumentId
from kg.ontology import load
from training import chained, related
from training.calibrate import Reliability, crossed, raw
from training.chained import Chained
from training.chains import METRICS, ChainScore
from training.documents import Document
from training.prepare import development
from training.related import Related
from training.score import WORD_ROWS, Score
from training.told import TieScore

MARKERS = ("<!-- scores:start -->", "<!-- scores:end -->")
DIGESTED = ("annotator.onnx", "labels.json", SCORER, TIES)
IS_NEWS = "_news_"
"""In the names of documents of GUM."""
TREEBANKS = {"ewt": "EWT", "gum": "GUM", "gum-news": "GUM, news only"}
NAMES = {
    "ewt": "Universal NER on EWT", "gmb": "GMB (silver labels)", "redocred": "Re-DocRED",
    "crossner": "CrossNER, politics", "re3d": "re3d", "hand": "GMB (labelled by hand)",
}  # fmt: skip


@dataclass(slots=True)
class Scores:
    """What was measured, by corpus: "ewt", "gum", "gum-news" ..."""

    corpora: dict[str, Score] = field(default_factory=dict)
    reliability: dict[str, Reliability] = field(default_factory=dict)
    """Of named spans, calibrated by what is fitted to other documents than theirs."""
    chains: dict[str, ChainScore] = field(default_factory=dict)
    ties: TieScore = field(default_factory=TieScore)
    """Of Re-DocRED, on the documents that no threshold was set on."""


def score(annotator: Annotator, documents: Iterable[Document]) -> tuple[Score, Sequence[Reliability]]:
    """Document by document, every sentence of it, however long; the reliability of every other, and of the rest."""
    out, halves = Score(), (Reliability(), Reliability())
    for number, document in enumerate(documents):
        found = annotator.parse([s["words"] for s in document["sentences"]])
        for sentence, one in zip(document["sentences"], found, strict=True):
            out.add(sentence, one)
            halves[number % 2].add(sentence, one)
    return out, halves


def score_chains(annotator: Annotator, documents: Iterable[Chained]) -> ChainScore:
    """Chains of phrases found, on given words."""
    out = ChainScore()
    for document in documents:
        parse = annotator.annotate_words(DocumentId(document.name), document.given, with_chains=True)
        first = chained.starts(parse.sentences)
        out.add(document.chains, [[chained.place(link, first) for link in c.links] for c in parse.chains])
    return out


def score_ties(annotator: Annotator, documents: Iterable[Related]) -> TieScore:
    """Ties between names found, on given words."""
    out = TieScore()
    for document in documents:
        parse = annotator.annotate_words(DocumentId(document.name), document.given, with_chains=True)
        out.add(document, parse.sentences, parse.ties, load())
    return out


def evaluate(corpora: Path, model: Path) -> Scores:
    """Everything, on every corpus with a dev part."""
    annotator, out = Annotator(model), Scores()
    halves: tuple[dict[str, Reliability], ...] = ({}, {})
    for corpus, documents in development(corpora).items():
        held = list(documents)
        print(f"{corpus}: {len(held)} documents", file=sys.stderr, flush=True)
        out.corpora[corpus], found = score(annotator, held)
        for half, one in zip(halves, found, strict=True):
            half[corpus] = raw(one, model)
        if news := [d for d in held if IS_NEWS in d.get("name", "")]:
            out.corpora[f"{corpus}-news"], _ = score(annotator, news)
    out.reliability = crossed(halves)
    dev = chained.gum(corpora, "dev")
    out.chains["gum"] = score_chains(annotator, dev)
    out.chains["gum-news"] = score_chains(annotator, [d for d in dev if IS_NEWS in d.name])
    out.ties = score_ties(annotator, related.development(corpora)[1::2])
    return out


def tables(scores: Scores) -> str:
    """The scores in Markdown, in per cent."""
    return "\n\n".join(
        "\n".join(lines)
        for lines in (
            _treebanks(scores.corpora), _names(scores.corpora), _calibration(scores.reliability),
            _chains(scores.chains), _ties(scores.ties),
        )
    )  # fmt: skip


def _treebanks(scores: Mapping[str, Score]) -> list[str]:
    lines = [
        "| treebank, given words | sentences | words | UPOS | lemma | UAS | LAS | LAS with subtypes |",
        "|---|" + "---:|" * 7,
    ]
    for key, name in TREEBANKS.items():
        if key in scores:
            s = scores[key]
            lines.append(_row(name, f"{s.sentences:,}", f"{s.words:,}", *(_percent(s.share(r)) for r in WORD_ROWS)))
    return lines


def _names(scores: Mapping[str, Score]) -> list[str]:
    lines = ["| named spans | spans | precision | recall | F1 | F1 by type (spans) |", "|---|---:|---:|---:|---:|---|"]
    for key, name in NAMES.items():
        if key in scores:
            s = scores[key]
            rates = (_percent(rate(s.types)) for rate in (s.precision, s.recall, s.f1))
            by_type = ", ".join(f"{t} {_percent(s.f1([t]))} ({s.gold[t]:,})" for t in s.types)
            lines.append(_row(name, f"{s.gold.total():,}", *rates, by_type))
    return lines


def _calibration(found: Mapping[str, Reliability]) -> list[str]:
    """Of the spans of each tenth of probability: how many, their mean probability, how many of them are right."""
    lines = [
        "| probabilities of named spans | expected calibration error | spans: probability, right, by tenths |",
        "|---|---:|---|",
    ]
    every = Reliability()
    for one in found.values():
        every.extend(one)
    for name, one in [*((NAMES[key], found[key]) for key in NAMES if key in found), ("all together", every)]:
        curve = "; ".join(f"{n:,}: {_percent(p)}, {_percent(right)}" for n, p, right in one.curve)
        lines.append(_row(name, _percent(one.error), curve))
    return lines


def _chains(scores: Mapping[str, ChainScore]) -> list[str]:
    lines = [
        "| coreference, phrases found, chains of two or more | CoNLL | MUC | B3 | CEAF, entities |",
        "|---|---:|---:|---:|---:|",
    ]
    for key, name in TREEBANKS.items():
        if key in scores:
            s = scores[key]
            each = (f"{_percent(s.f1(m))} ({_percent(s.precision(m))} / {_percent(s.recall(m))})" for m in METRICS)
            lines.append(_row(name, _percent(s.conll), *each))
    return lines


def _ties(s: TieScore) -> list[str]:
    """Every relation that is told, then all that are annotated together."""
    lines = [
        "| ties of Re-DocRED, names found | annotated | in one sentence | found | precision | recall "
        "| recall in one sentence | F1 |",
        "|---|" + "---:|" * 7,
    ]
    for name, each in [*((n, [n]) for n in s.relations if s.found[n]), ("all relations", s.relations)]:
        counts = (f"{sum(c[n] for n in each):,}" for c in (s.gold, s.near, s.found))
        lines.append(
            _row(name, *counts, *(_percent(rate(each)) for rate in (s.precision, s.recall, s.recall_near, s.f1)))
        )
    return lines


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def digests(model: Path) -> str:
    """For the card, so that it can be told whether the scores are those of the files beside it."""
    each = (f"`{name}` {hashlib.sha256((model / name).read_bytes()).hexdigest()}" for name in DIGESTED)
    return f"Spans above a probability of {THRESHOLD}. SHA-256 of what was scored: {', '.join(each)}."


def rewrite(card: Path, text: str) -> None:
    """Put the text between the markers of the card."""
    before, start, rest = card.read_text(encoding="utf-8").partition(MARKERS[0])
    _, end, after = rest.partition(MARKERS[1])
    if not start or not end:
        raise SystemExit(f"{card}: no {' ... '.join(MARKERS)}; add them where the tables should stand")
    card.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, see training/README.md")
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder of the exported model")
    parser.add_argument("--card", action="store_true", help="write the tables into CARD.md of the model's folder")
    arguments = parser.parse_args()
    text = f"{tables(evaluate(arguments.corpora, arguments.model))}\n\n{digests(arguments.model)}"
    print(text)
    if arguments.card:
        rewrite(arguments.model / "CARD.md", text)


if __name__ == "__main__":
    main()
