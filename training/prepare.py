"""Corpora -> one JSON line per document (see `training.documents`), a file for each corpus and part."""

import argparse
import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from training import gmb
from training.documents import Document
from training.named import crossner, grobid, re3d, redocred
from training.treebanks import treebank, uner


def development(root: Path) -> dict[str, Iterable[Document]]:
    """The dev part of every corpus that has one; every tenth report of re3d, which has none of its own."""
    return _parted(root, "dev") | {
        "re3d": islice(re3d(root / "re3d/train.jsonl.gz"), 0, None, 10),
        "redocred": redocred(root / "Re-DocRED/dev_revised.json.gz"),
    }


def training(root: Path) -> dict[str, Iterable[Document]]:
    """The train part of every corpus of the mix."""
    wiki = ("train_revised_partial", "train_extra132_original_labels", "entities_coref_only")
    return _parted(root, "train") | {
        "grobid": grobid(root / "GROBID-NER"),
        "re3d": (d for i, d in enumerate(re3d(root / "re3d/train.jsonl.gz")) if i % 10),
        "redocred": (d for name in wiki for d in redocred(root / f"Re-DocRED/{name}.json.gz")),
    }


def _parted(root: Path, part: str) -> dict[str, Iterable[Document]]:
    """The corpora that come in parts; what is labelled by hand is no silver any more."""
    labelled = {label["sentence"] for label in gmb.labels()}
    return {
        "ewt": treebank(root / f"EWT/{part}.conllu.gz", "ewt", uner(root / f"UNER-EWT/{part}.iob2.gz")),
        "gum": treebank(root / f"GUM/{part}.conllu.gz", "gum"),
        "gmb": gmb.silver(root / f"GMB/{part}.conll.gz", labelled if part == "train" else ()),
        "hand": gmb.by_hand(root / "GMB/train.conll.gz", gmb.labels(part)),
        "crossner": crossner(root / f"CrossNER-politics/{part}.txt.gz"),
    }


def write(path: Path, documents: Iterable[Document]) -> None:
    counts = []
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
            counts.append([len(s["words"]) for s in document["sentences"]])
    print(f"{path.stem}: {len(counts)} documents, {sum(map(len, counts))} sentences, {sum(map(sum, counts))} words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, see training/README.md")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for part, corpora in (("train", training(arguments.corpora)), ("dev", development(arguments.corpora))):
        for corpus, documents in corpora.items():
            write(arguments.out / f"{part}.{corpus}.jsonl", documents)


if __name__ == "__main__":
    main()
