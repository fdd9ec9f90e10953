"""GMB's news: silver spans, and sentences of it that were labelled by hand (labels/GUIDELINE.md)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from training.documents import Document, bio_spans, read_gzip, retokenise
from training.spans import ANNOTATED, GMB, fix_place

LABELS = Path(__file__).parent / "labels/gmb.jsonl"
TITLE_WORDS = frozenset(
    "president vice prime minister foreign defense defence interior finance deputy secretary general king queen prince "
    "princess chancellor senator representative governor mayor ambassador commander colonel major captain lieutenant "
    "admiral sergeant spokesman spokeswoman chairman director chief justice judge pope bishop archbishop cardinal "
    "professor dr. mr. mrs. ms. gen. lt. col. maj. sen. rep. gov. leader premier sheikh ayatollah attorney".split()
)


def silver(path: Path, without: Collection[int] = ()) -> Iterator[Document]:
    """All sentences but these: titles taken out of person names, countries out of organizations."""
    document: Document = {"corpus": "gmb", "sentences": []}
    for number, rows in enumerate(_rows(path)):
        if number in without:
            continue
        tokens = [r[0] for r in rows]
        spans = list(_silver_spans(tokens, bio_spans(r[2] for r in rows)))
        new, moved = retokenise(tokens, spans)
        document["sentences"].append({"words": new, "types": ANNOTATED["gmb"], "spans": moved})
        if len(document["sentences"]) == 8:
            yield document
            document = {"corpus": "gmb", "sentences": []}
    yield document


def by_hand(path: Path, labelled: Iterable[dict[str, Any]]) -> Iterator[Document]:
    """The labelled sentences, each a document: they come from different articles."""
    for label, words in with_words(path, labelled):
        spans = [[first, last + 1, type_] for first, last, type_ in label["spans"]]
        yield {"corpus": "hand", "sentences": [{"words": words, "types": ANNOTATED["hand"], "spans": spans}]}


def with_words(path: Path, labelled: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Labels with the words of their sentences."""
    given = [[r[0] for r in rows] for rows in _rows(path)]
    for label in labelled:
        words, _ = retokenise(given[label["sentence"]] if label["sentence"] < len(given) else [], [])
        if digest(words) != label["digest"]:
            raise SystemExit(
                f"{path}: sentence {label['sentence']} is not the one that was labelled: this is another version of "
                "GMB, or words are cut otherwise than then; see training/labels/GUIDELINE.md"
            )
        yield label, words


def labels(part: str | None = None) -> list[dict[str, Any]]:
    """The labels of one part or all, as they stand in the file: {"sentence", "digest", "part", "spans"}."""
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    return [x for x in map(json.loads, lines) if part in {None, x["part"]}]


def digest(words: Iterable[str]) -> str:
    """What a labelled sentence is known by again."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def _rows(path: Path) -> Iterator[list[list[str]]]:
    """(word, tag, IOB2 tag) of every word, sentence by sentence."""
    for block in read_gzip(path).strip().split("\n\n"):
        yield [line.split("\t") for line in block.split("\n") if line.count("\t") == 2]


def _silver_spans(tokens: list[str], spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    for a, b, tag in spans:
        type_ = GMB.get(tag)
        if type_ is None or type_ == "Event":
            continue
        surface = " ".join(tokens[a:b])
        if type_ == "Person":
            begin = a
            while a < b and tokens[a].lower() in TITLE_WORDS:
                a += 1
            while begin > 0 and tokens[begin - 1].lower() in TITLE_WORDS and a == begin:
                begin -= 1
            if begin < a:
                yield begin, a, "Title"
            if a < b:
                yield a, b, "Person"
        elif type_ in {"Organization", "Place", "Demonym"}:
            yield a, b, fix_place(type_, surface)
        else:
            yield a, b, type_
