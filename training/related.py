"""Corpora with ties between named things -> articles in words, their names, and the ties between these.

Re-DocRED says which sentences state a tie, KnowledgeNet which kinds of tie it looked for in a passage, re3d ties of two
phrases of a sentence. `news` reads our own judgements on sentences of GMB. Needs no torch.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import Span
from kg.text import sentences, words
from training import gmb
from training.documents import read_gzip, retokenise
from training.spans import REDOCRED

Place = tuple[int, int, int]
"""Sentence, first word, end word."""
Offsets = tuple[int, ...]
"""Start and end in the text of a record."""

JUDGED = Path(__file__).parent / "labels/ties.jsonl"
KNOWLEDGENET = {
    "SPOUSE": "P26", "CHILD_OF": "P22", "NATIONALITY": "P27", "POLITICAL_AFFILIATION": "P102", "SUBSIDIARY_OF": "P749",
    "EMPLOYEE_OR_MEMBER_OF": "P463", "HEADQUARTERS": "P159", "CEO": "P169",
}  # fmt: skip
RE3D = {"AlliesOf": "alliedWith", "BelongsTo": "memberOf", "InChargeOf": "leaderOf"}
"""Kinds of tie that Wikidata has no property for, as relations of the ontology."""
SURE = 0.5
"""Confidence of re3d's annotators from which a tie is believed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A tie between two things: `kind` is the number of a property of Wikidata, or a relation of the ontology.

    `sentences` state it; none if the corpus does not say which.
    """

    kind: str
    subject: int
    object: int
    sentences: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Related:
    """An article in words, sentence by sentence; what its names name, as numbers; the ties between these."""

    name: str
    sentences: list[list[str]]
    names: dict[Place, int]
    facts: tuple[Fact, ...]
    denied: tuple[Fact, ...] = ()
    """Ties that somebody has looked for and not found stated."""
    kinds: frozenset[str] | None = None
    """The kinds of tie that were looked for between all names; None: every kind that Wikidata knows ..."""
    open: frozenset[str] = frozenset()
    """... and kinds that the corpus annotates, but not here."""
    things: tuple[tuple[str, str], ...] = ()
    """What each number is, if the corpus says: the label that a named span has, and the longest name."""

    @property
    def given(self) -> list[list[tuple[Span, str]]]:
        """The sentences as `Annotator.annotate_words` takes them."""
        return [[(Span(0, len(word)), word) for word in row] for row in self.sentences]


def training(root: Path) -> dict[str, list[Related]]:
    """What the network learns from, by corpus."""
    return {
        "redocred": list(redocred(root / "Re-DocRED/train_revised_partial.json.gz")),
        "knowledgenet": list(knowledgenet(root / "KnowledgeNet/train.jsonl.gz")),
        "re3d": list(re3d(root / "re3d/train.jsonl.gz")),
        "news": list(news(root / "GMB/train.conll.gz")),
    }


def development(root: Path) -> list[Related]:
    """The documents that thresholds are set on (every other one) and that are scored (the others)."""
    return list(redocred(root / "Re-DocRED/dev_revised.json.gz"))


def redocred(path: Path) -> Iterator[Related]:
    """Beginnings of articles of Wikipedia, where all names are annotated and all ties between them."""
    for record in json.loads(read_gzip(path)):
        rows, names, things = [], {}, []
        marks: dict[int, list[tuple[int, int, str]]] = {}
        for number, cluster in enumerate(record["vertexSet"]):
            for m in cluster:
                marks.setdefault(m["sent_id"], []).append((*m["pos"], str(number)))
            longest = max(cluster, key=lambda m: len(m["name"]))
            things.append((REDOCRED.get(longest["type"], ""), longest["name"]))
        for i, tokens in enumerate(record["sents"]):
            new, moved = retokenise(tokens, marks.get(i, []))
            rows.append(new)
            names |= {(i, a, b): int(thing) for a, b, thing in moved}
        facts = tuple(Fact(f["r"], f["h"], f["t"], frozenset(f["evidence"])) for f in record["labels"])
        yield Related(record["title"], rows, names, facts, things=tuple(things))


def knowledgenet(path: Path) -> Iterator[Related]:
    """Sentences from the web, each searched for some kinds of tie."""
    every = frozenset(KNOWLEDGENET.values())
    for record in map(json.loads, read_gzip(path).splitlines()):
        kinds = frozenset(KNOWLEDGENET[p] for p in record["annotated_properties"] if p in KNOWLEDGENET)
        facts = (f for f in record["facts"] if f["prop"] in KNOWLEDGENET)
        ties = [(KNOWLEDGENET[f["prop"]], tuple(f["s"]), tuple(f["o"])) for f in facts]
        if kinds:
            yield _by_offsets(record, ties, kinds, every - kinds)


def re3d(path: Path) -> Iterator[Related]:
    """Reports on a war, where some kinds of tie are annotated."""
    for record in map(json.loads, read_gzip(path).splitlines()):
        facts = (f for f in record["relations"] if f["type"] in RE3D and f["conf"] >= SURE)
        ties = [(RE3D[f["type"]], tuple(f["s"]), tuple(f["o"])) for f in facts]
        yield _by_offsets(record, ties, frozenset(RE3D.values()), frozenset())


def _by_offsets(
    record: dict[str, Any], ties: Collection[tuple[str, Offsets, Offsets]], kinds: frozenset[str], open_: frozenset[str]
) -> Related:
    """Running text with ties between stretches of a sentence: each stretch a thing of its own."""
    text, rows, place = record["text"], [], dict[Offsets, Place]()
    marks = {mark for _, a, b in ties for mark in (a, b)}
    for spans in (found for start, end in sentences(text) if (found := list(words(text, start, end)))):
        for a, b in marks:
            inside = [i for i, (x, y) in enumerate(spans) if x < b and y > a]
            if inside:
                place.setdefault((a, b), (len(rows), inside[0], inside[-1] + 1))
        rows.append([text[a:b] for a, b in spans])
    number = _numbered(place.values())
    facts = [
        Fact(kind, number[place[a]], number[place[b]], frozenset({place[a][0]}))
        for kind, a, b in ties
        if a in place and b in place and place[a][0] == place[b][0]
    ]
    return Related(str(record["doc"]), rows, number, tuple(facts), kinds=kinds, open=open_)


def news(path: Path, judged: Path = JUDGED) -> Iterator[Related]:
    """Sentences of GMB with the couples that we have judged (labels/TIES.md)."""
    labelled = [json.loads(line) for line in judged.read_text(encoding="utf-8").splitlines()]
    for label, row in gmb.with_words(path, labelled):
        ties = [((0, a, b + 1), (0, c, d + 1), kind, is_stated) for a, b, c, d, kind, is_stated in label["ties"]]
        number = _numbered(place for tie in ties for place in tie[:2])
        facts = [(Fact(kind, number[a], number[b], frozenset({0})), is_stated) for a, b, kind, is_stated in ties]
        stated, denied = (tuple(fact for fact, x in facts if x is wanted) for wanted in (True, False))
        yield Related(f"gmb-{label['sentence']}", [row], number, stated, denied, kinds=frozenset())


def _numbered(places: Iterable[Place]) -> dict[Place, int]:
    return {place: i for i, place in enumerate(sorted(set(places)))}
