"""Score the exported 8-bit model as `kg` runs it, on the words of the corpora's dev parts; needs no torch.

`python -m training.evaluate --corpora DIR` prints the tables, `--card` writes them into the model card.
"""

import argparse
import hashlib
import inspect
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.annotate.decode import best_spans
from kg.annotate.neural import Annotator
from kg.annotate.weights import FOLDER
from training.prepare import Document, development
from training.score import WORD_ROWS, Score

MARKERS = ("<!-- scores:start -->", "<!-- scores:end -->")
DIGESTED = ("annotator.onnx", "labels.json")
THRESHOLD: float = inspect.signature(best_spans).parameters["threshold"].default
TREEBANKS = {"ewt": "EWT", "gum": "GUM", "gum-news": "GUM, news only"}
NAMES = {
    "ewt": "Universal NER on EWT", "gmb": "GMB (silver labels)", "redocred": "Re-DocRED",
    "crossner": "CrossNER, politics", "re3d": "re3d",
}  # fmt: skip


def score(annotator: Annotator, documents: Iterable[Document]) -> Score:
    """Document by document, every sentence of it, however long."""
    out = Score()
    for document in documents:
        found = annotator.parse([s["words"] for s in document["sentences"]])
        for sentence, one in zip(document["sentences"], found, strict=True):
            out.add(sentence, one)
    return out


def evaluate(corpora: Path, model: Path) -> dict[str, Score]:
    """{"ewt": score, "gum": ..., "gum-news": ..., ...} of every corpus with a dev part."""
    annotator, out = Annotator(model), {}
    for corpus, documents in development(corpora).items():
        held = list(documents)
        print(f"{corpus}: {len(held)} documents", file=sys.stderr, flush=True)
        out[corpus] = score(annotator, held)
        if news := [d for d in held if "_news_" in d.get("name", "")]:
            out[f"{corpus}-news"] = score(annotator, news)
    return out


def tables(scores: Mapping[str, Score]) -> str:
    """The scores in Markdown, in per cent."""
    lines = [
        "| treebank, given words | sentences | words | UPOS | lemma | UAS | LAS | LAS with subtypes |",
        "|---|" + "---:|" * 7,
    ]
    for key, name in TREEBANKS.items():
        if key in scores:
            s = scores[key]
            lines.append(_row(name, f"{s.sentences:,}", f"{s.words:,}", *(_percent(s.share(r)) for r in WORD_ROWS)))
    lines += ["", "| named spans | spans | precision | recall | F1 | F1 by type (spans) |"]
    lines.append("|---|---:|---:|---:|---:|---|")
    for key, name in NAMES.items():
        if key in scores:
            s = scores[key]
            rates = (_percent(rate(s.types)) for rate in (s.precision, s.recall, s.f1))
            by_type = ", ".join(f"{t} {_percent(s.f1([t]))} ({s.gold[t]:,})" for t in s.types)
            lines.append(_row(name, f"{s.gold.total():,}", *rates, by_type))
    return "\n".join(lines)


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
