"""Corpora -> one JSON line per document, with the label masks that say what each corpus annotates.

A line is {"corpus", "sentences": [{"words", "types", "spans", and for treebanks "upos", "xpos", "lemma", "head",
"deprel"}]}, in treebanks with the document's "name". `types` lists the span types this corpus annotates: a model is not
blamed for the others.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pycountry
from countryinfo import all_countries

from kg.text import sentences, words

Sentence = dict[str, Any]
Document = dict[str, Any]

UNER = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
GMB = {"per": "Person", "org": "Organization", "geo": "Place", "gpe": "Demonym", "tim": "Date", "eve": "Event"}
REDOCRED = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "TIME": "Date", "NUM": "Quantity"}
CROSSNER = {
    "politician": "Person", "person": "Person", "politicalparty": "Organization", "organisation": "Organization",
    "country": "Place", "location": "Place", "election": "Event", "event": "Event", "misc": "Demonym?",
}  # fmt: skip
GROBID = {
    "LOCATION": "Place", "PERSON": "Person", "INSTITUTION": "Organization", "ORGANISATION": "Organization",
    "BUSINESS": "Organization", "MEDIA": "Organization", "INSTALLATION": "Facility", "TITLE": "Title",
    "NATIONAL": "Demonym", "PERIOD": "Date", "MEASURE": "Quantity", "EVENT": "Event",
}  # fmt: skip
RE3D = {
    "Organisation": "Organization", "Location": "Place", "Person": "Person", "Nationality": "Demonym",
    "Temporal": "Date", "Quantity": "Quantity", "Weapon": "Weapon", "MilitaryPlatform": "Vehicle",
    "Vehicle": "Vehicle", "Money": "Quantity",
}  # fmt: skip
ANNOTATED = {
    "ewt": ["Person", "Organization", "Place"],
    "gmb": ["Person", "Organization", "Place", "Demonym", "Date", "Title"],
    "redocred": ["Person", "Organization", "Place", "Demonym", "Date", "Quantity"],
    "crossner": ["Person", "Organization", "Place", "Demonym", "Event"],
    "grobid": ["Person", "Organization", "Place", "Facility", "Demonym", "Date", "Quantity", "Event", "Title"],
    "re3d": ["Person", "Organization", "Place", "Demonym", "Date", "Quantity", "Weapon", "Vehicle"],
}
TITLE_WORDS = frozenset(
    "president vice prime minister foreign defense defence interior finance deputy secretary general king queen prince "
    "princess chancellor senator representative governor mayor ambassador commander colonel major captain lieutenant "
    "admiral sergeant spokesman spokeswoman chairman director chief justice judge pope bishop archbishop cardinal "
    "professor dr. mr. mrs. ms. gen. lt. col. maj. sen. rep. gov. leader premier sheikh ayatollah attorney".split()
)
COUNTRIES = {name for c in pycountry.countries for name in (c.name, getattr(c, "common_name", c.name))}
COUNTRIES |= {"Iran", "Syria", "North Korea", "South Korea", "Russia", "Britain", "U.S.", "U.K.", "Venezuela"}
COUNTRIES |= {"Bolivia", "Vietnam", "Taiwan", "Tanzania", "Moldova", "Laos", "Ivory Coast", "Turkey", "Czech Republic"}
COUNTRIES |= {"America"}
DEMONYMS = {str(c.demonym()) for c in all_countries() if c.demonym()} | {"Kurdish", "Tamil"}


def retokenise(tokens: list[str], spans: list[tuple[int, int, str]]) -> tuple[list[str], list[list[Any]]]:
    """Split given tokens as `kg.text.words` would and carry the spans over (ends exclusive)."""
    out: list[str] = []
    first: list[int] = []
    for token in tokens:
        first.append(len(out))
        out.extend(token[a:b] for a, b in words(token))
    first.append(len(out))
    return out, [[first[a], first[b], t] for a, b, t in spans if first[b] > first[a]]


def bio_spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """(start, end, type) of IOB2 tags."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate([*tags, "O"]):
        if spans and spans[-1][1] == -1 and (not tag.startswith("I-") or tag[2:] != spans[-1][2]):
            spans[-1] = (spans[-1][0], i, spans[-1][2])
        if tag.startswith("B-") or (tag.startswith("I-") and not (spans and spans[-1][1] == -1)):
            spans.append((i, -1, tag[2:]))
    return spans


def fix_place(type_: str, surface: str) -> str:
    """Nationality adjectives are demonyms and bare country names are places, whatever the corpus calls them."""
    if surface in COUNTRIES:
        return "Place"
    if surface in DEMONYMS or (type_ == "Demonym?" and surface.rstrip("s") in DEMONYMS):
        return "Demonym"
    return type_


def read_gzip(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8")


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


def gmb(path: Path) -> Iterator[Document]:
    """VOA news, silver labels: titles taken out of person names, countries out of organizations."""
    document: Document = {"corpus": "gmb", "sentences": []}
    for block in read_gzip(path).strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line.count("\t") == 2]
        tokens = [r[0] for r in rows]
        spans = list(_gmb_spans(tokens, bio_spans(r[2] for r in rows)))
        new, moved = retokenise(tokens, spans)
        document["sentences"].append({"words": new, "types": ANNOTATED["gmb"], "spans": moved})
        if len(document["sentences"]) == 8:
            yield document
            document = {"corpus": "gmb", "sentences": []}
    yield document


def _gmb_spans(tokens: list[str], spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
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


def offsets_sentence(
    text: str, start: int, end: int, marks: Iterable[tuple[int, int, str | None]], corpus: str
) -> Sentence:
    """A sentence of running text with character marks turned into word spans; unaligned marks are dropped."""
    spans_of_words = list(words(text, start, end))
    begins = {a: i for i, (a, _) in enumerate(spans_of_words)}
    ends = {b: i + 1 for i, (_, b) in enumerate(spans_of_words)}
    spans = []
    for a, b, type_ in marks:
        surface = text[a:b]
        for article in ("the ", "The ", "a ", "an "):
            if surface.startswith(article) and type_ in {"Organization", "Weapon", "Vehicle", "Place", "Date"}:
                a += len(article)
        if type_ and a in begins and b in ends and begins[a] < ends[b]:
            spans.append([begins[a], ends[b], fix_place(type_, text[a:b])])
    return {"words": [text[a:b] for a, b in spans_of_words], "types": ANNOTATED[corpus], "spans": spans}


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
    """The corpora that come in parts."""
    return {
        "ewt": treebank(root / f"EWT/{part}.conllu.gz", "ewt", uner(root / f"UNER-EWT/{part}.iob2.gz")),
        "gum": treebank(root / f"GUM/{part}.conllu.gz", "gum"),
        "gmb": gmb(root / f"GMB/{part}.conll.gz"),
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
