"""Corpora with named spans and no trees."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from kg.text import sentences
from training.documents import Document, Sentence, bio_spans, offsets_sentence, read_gzip, retokenise
from training.spans import ANNOTATED, CROSSNER, GROBID, RE3D, REDOCRED, fix_place


def crossner(path: Path) -> Iterator[Document]:
    for block in read_gzip(path).strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line]
        tokens = [r[0] for r in rows]
        spans = []
        for a, b, tag in bio_spans(r[1] for r in rows):
            type_ = fix_place(CROSSNER.get(tag, ""), " ".join(tokens[a:b]))
            if type_ and not type_.endswith("?"):
                spans.append((a, b, type_))
        new, moved = retokenise(tokens, spans)
        yield {"corpus": "crossner", "sentences": [{"words": new, "types": ANNOTATED["crossner"], "spans": moved}]}


def grobid(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.xml.gz")):
        root = ElementTree.fromstring(gzip.decompress(path.read_bytes()))
        out = [s for s in (_grobid_sentence(node) for node in root.iter("sentence")) if s["words"]]
        for i in range(0, len(out), 8):
            yield {"corpus": "grobid", "sentences": out[i : i + 8]}


def _grobid_sentence(node: ElementTree.Element) -> Sentence:
    text, marks = node.text or "", []
    for child in node:
        inner = "".join(child.itertext())
        marks.append((len(text), len(text) + len(inner), GROBID.get(child.get("type", ""))))
        text += inner + (child.tail or "")
    return offsets_sentence(text, 0, len(text), marks, "grobid")


def re3d(path: Path) -> Iterator[Document]:
    """Defence reports; only spans that look like names, but all weapons, vehicles, dates and numbers."""
    for line in read_gzip(path).splitlines():
        record = json.loads(line)
        text, out = record["text"], []
        for start, end in sentences(text):
            marks = []
            for e in record["entities"]:
                type_ = RE3D.get(e["type"])
                inside = start <= e["start"] and e["end"] <= end
                if not inside or not type_ or (e["type"] == "Vehicle" and re.match(r"(st|ss|ts|my)\b|SS M", e["text"])):
                    continue
                named = re.search(r"[A-Z]", re.sub(r"^(The|A|An|We|It|They|He|She)\b", "", e["text"]))
                if named or type_ in {"Weapon", "Vehicle", "Date", "Quantity"}:
                    marks.append((e["start"], e["end"], type_))
            out.append(offsets_sentence(text, start, end, marks, "re3d"))
        yield {"corpus": "re3d", "sentences": [s for s in out if s["words"]]}


def redocred(path: Path) -> Iterator[Document]:
    for record in json.loads(read_gzip(path)):
        marks: dict[int, set[tuple[int, int, str]]] = {}
        for cluster in record["vertexSet"]:
            for m in cluster:
                if type_ := REDOCRED.get(m["type"]):
                    name = " ".join(record["sents"][m["sent_id"]][m["pos"][0] : m["pos"][1]])
                    marks.setdefault(m["sent_id"], set()).add((m["pos"][0], m["pos"][1], fix_place(type_, name)))
        out = []
        for i, tokens in enumerate(record["sents"]):
            new, moved = retokenise(tokens, sorted(marks.get(i, set())))
            out.append({"words": new, "types": ANNOTATED["redocred"], "spans": moved})
        yield {"corpus": "redocred", "sentences": out}
