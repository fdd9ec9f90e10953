"""Treebanks in CoNLL-U, and named spans in a second file."""

from collections.abc import Iterator
from pathlib import Path

from training.documents import Document, bio_spans, read_gzip
from training.spans import ANNOTATED, UNER


def treebank(path: Path, corpus: str, names: dict[str, list[tuple[int, int, str]]] | None = None) -> Iterator[Document]:
    """CoNLL-U documents; `names` gives the spans of a sentence id where a second file annotates them."""
    document: Document = {"corpus": corpus, "sentences": []}
    for block in read_gzip(path).split("\n\n"):
        lines = block.strip().split("\n")
        for name in (line[14:] for line in lines if line.startswith("# newdoc id = ")):
            if document["sentences"]:
                yield document
            document = {"corpus": corpus, "name": name, "sentences": []}
        rows = [r for r in (line.split("\t") for line in lines if line and line[0] != "#") if r[0].isdigit()]
        if not rows:
            continue
        key = next((line[12:] for line in lines if line.startswith("# sent_id = ")), "")
        spans = (names or {}).get(key)
        document["sentences"].append(
            {
                "words": [r[1] for r in rows], "lemma": [r[2] for r in rows], "upos": [r[3] for r in rows],
                "xpos": [r[4] for r in rows], "head": [int(r[6]) for r in rows], "deprel": [r[7] for r in rows],
                "types": [] if spans is None else ANNOTATED["ewt"], "spans": spans or [],
            }
        )  # fmt: skip
    if document["sentences"]:
        yield document


def uner(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Spans by sentence id."""
    out = {}
    for block in read_gzip(path).strip().split("\n\n"):
        lines = block.split("\n")
        key = next((line[12:] for line in lines if line.startswith("# sent_id = ")), "")
        tags = [line.split("\t")[2] for line in lines if line and line[0] != "#"]
        out[key] = [(a, b, UNER[t]) for a, b, t in bio_spans(tags) if t in UNER]
    return out
