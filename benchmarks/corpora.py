"""Extraction on sentences that others annotated for other ends: triggers, roles and names.

Triggers: GENEVA's, of the types that have a class of ours (geneva.yaml). Roles: PropBank's on the English Web Treebank;
what fills a role of an event of ours should stand in a numbered argument of the same predicate. Names: CrossNER's of
politics, as the annotator finds them. Words are as given. None of these corpora draws the line where we do (an event of
ours needs its participants and a claim), so a figure is worth its change from one version to the next.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from kg.annotate.neural import Annotator
from kg.extract import extract
from kg.model import Document, DocumentId, Extraction, Span
from kg.ontology import Ontology, load
from training.evaluate import score
from training.prepare import development

Row = dict[str, Any]


@dataclass(slots=True)
class Rate:
    """What was looked for, what was found, and what of it was right."""

    gold: int = 0
    found: int = 0
    right: int = 0
    recalled: int = 0
    """Gold that something found hit; two things found may hit one."""

    def as_json(self) -> dict[str, float]:
        """{"gold", "found", "precision", "recall", "f1"}; rates with four digits."""
        precision, recall = self.right / max(1, self.found), self.recalled / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        rates = {"precision": precision, "recall": recall, "f1": f1}
        return {"gold": self.gold, "found": self.found, **{k: round(v, 4) for k, v in rates.items()}}


@dataclass(frozen=True, slots=True)
class Read:
    """An article with given words, and what was extracted from it; `words[s][w]` is a word's place in the text."""

    words: tuple[tuple[Span, ...], ...]
    extraction: Extraction

    def at(self, span: Span) -> tuple[int, int]:
        """The sentence and the word that a span begins at."""
        return next(
            (s, w) for s, row in enumerate(self.words) for w, one in enumerate(row) if one.start <= span.start < one.end
        )


def measure(corpora: Path) -> dict[str, dict[str, float]]:
    """{"triggers (GENEVA)": rates, "roles (PropBank)": rates, "names (CrossNER)": rates} of the dev parts."""
    annotator, ontology = Annotator(), load()
    names, _ = score(annotator, development(corpora)["crossner"])
    rates = Rate(names.gold.total(), names.found.total(), names.hit.total(), names.hit.total())
    return {
        "triggers (GENEVA)": triggers(annotator, ontology, _rows(corpora / "GENEVA" / "dev.jsonl.gz")).as_json(),
        "roles (PropBank)": roles(annotator, ontology, _rows(corpora / "EWT-PropBank" / "dev.jsonl.gz")).as_json(),
        "names (CrossNER)": rates.as_json(),
    }


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def read(annotator: Annotator, ontology: Ontology, sentences: Sequence[Sequence[str]]) -> Read:
    """Extract from an article of given words, its sentences one a line."""
    text, words = "", []
    for sentence in sentences:
        row = []
        for word in sentence:
            row.append(Span(len(text), len(text) + len(word)))
            text += f"{word} "
        words.append(tuple(row))
        text += "\n"
    document = Document(DocumentId("given"), text, "", "given", body=(Span(0, len(text)),))
    given = [list(zip(row, sentence, strict=True)) for row, sentence in zip(words, sentences, strict=True)]
    parse = annotator.annotate_words(document.id, given, with_chains=True)
    return Read(tuple(words), extract(document, parse, ontology))


def triggers(annotator: Annotator, ontology: Ontology, rows: Iterable[Row]) -> Rate:
    """Words that tell of an event, each sentence by itself: right with one of the classes of its gold type, or kin."""
    text = Path(__file__).with_name("geneva.yaml").read_text(encoding="utf-8")
    same, near = (yaml.safe_load(text)[part] for part in ("same", "near"))
    scored = {name for names in same.values() for name in names}
    out = Rate()
    for row in rows:
        told = [(m["trigger"]["start"], m["trigger"]["end"], m["event_type"]) for m in row["event_mentions"]]
        done = read(annotator, ontology, [row["tokens"]])
        found = {(done.at(e.trigger)[1], e.type) for e in done.extraction.events}
        hits = [
            ((at, type_), number)
            for at, type_ in found
            for number, (start, end, name) in enumerate(told)
            if start <= at < end and _fits(ontology, type_, [*same.get(name, ()), *near.get(name, ())])
        ]
        out.gold += sum(name in same for _, _, name in told)
        out.found += sum(_fits(ontology, type_, scored) for _, type_ in found)
        out.right += len({one for one, _ in hits if _fits(ontology, one[1], scored)})
        out.recalled += len({number for _, number in hits if told[number][2] in same})
    return out


def _fits(ontology: Ontology, type_: str, names: Iterable[str]) -> bool:
    return any(ontology.are_kin(type_, name) for name in names)


def roles(annotator: Annotator, ontology: Ontology, rows: Iterable[Row]) -> Rate:
    """What fills the roles of events whose trigger is a predicate: right if it stands in a numbered argument of it."""
    out = Rate()
    for _, group in groupby(rows, key=lambda r: r["sent_id"].rsplit("-", 1)[0]):
        article = list(group)
        done = read(annotator, ontology, [row["tokens"] for row in article])
        mentions = {m.id: m for m in done.extraction.mentions}
        frames = {(s, f["pred"]): _numbered(f) for s, row in enumerate(article) for f in row["frames"]}
        for event in done.extraction.events:
            at = done.at(event.trigger)
            if at not in frames:
                continue
            arguments, hit = frames[at], set()
            fillers = [mentions[r.filler] for r in event.roles if mentions[r.filler].sentence == at[0]]
            for filler in fillers:
                inside = {a for a in arguments if a[0] <= filler.head <= a[1]}
                out.found += 1
                out.right += bool(inside)
                hit |= inside
            out.gold += len(arguments)
            out.recalled += len(hit)
    return out


def _numbered(frame: Row) -> list[tuple[int, int]]:
    """The first and last word of what is ARG0 to ARG5."""
    return [(start, end) for label, start, end in frame["args"] if label[:3] == "ARG" and label[3:].isdigit()]
