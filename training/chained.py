"""Corpora with coreference -> articles in words with their gold chains; needs no torch."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Link, Sentence, Span

Phrase = tuple[int, int]
"""Words [start, end) of the article."""


@dataclass(frozen=True, slots=True)
class Chained:
    """An article in words, sentence by sentence, and its annotated phrases: what each names, as a number."""

    name: str
    sentences: list[list[str]]
    phrases: dict[Phrase, str]
    has_all: bool
    """True if every phrase of the article is annotated, whatever kind of thing it names."""

    @property
    def chains(self) -> list[list[Phrase]]:
        """The phrases of each thing, the things that only one phrase names among them."""
        by_thing: dict[str, list[Phrase]] = {}
        for phrase, thing in self.phrases.items():
            by_thing.setdefault(thing, []).append(phrase)
        return list(by_thing.values())

    @property
    def given(self) -> list[list[tuple[Span, str]]]:
        """The sentences as `Annotator.annotate_words` takes them."""
        return [[(Span(0, len(word)), word) for word in words] for words in self.sentences]


def gum(root: Path, part: str) -> list[Chained]:
    """Documents of GUM, where everything is annotated."""
    return [_gum(line) for line in _lines(root / f"GUM/entities-coref-{part}.jsonl.gz")]


def litbank(root: Path) -> list[Chained]:
    """Beginnings of novels, where people, places, buildings, vehicles and groups are annotated."""
    return [_litbank(line) for line in _lines(root / "LitBank/coref.jsonl.gz")]


def _lines(path: Path) -> Iterator[str]:
    yield from gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()


def _gum(line: str) -> Chained:
    record = json.loads(line)
    phrases = {(m["start"], m["end"] + 1): m["id"] for m in record["mentions"]}
    return Chained(record["doc"], _sentences(record["tokens"], record["sent"]), phrases, has_all=True)


def _litbank(line: str) -> Chained:
    record = json.loads(line)
    phrases = {(start, last + 1): str(thing) for start, last, thing in record["mentions"]}
    return Chained(record["doc"], _sentences(record["tokens"], record["sent"]), phrases, has_all=False)


def _sentences(tokens: Iterable[str], numbers: Iterable[int]) -> list[list[str]]:
    out: list[list[str]] = []
    before = None
    for token, number in zip(tokens, numbers, strict=True):
        if number != before:
            out.append([])
        out[-1].append(token)
        before = number
    return out


def starts(sentences: Sequence[Sentence]) -> list[int]:
    """Of every sentence, the place of its first word in the article."""
    out, at = [], 0
    for sentence in sentences:
        out.append(at)
        at += len(sentence.tokens)
    return out


def place(link: Link, first: Sequence[int]) -> Phrase:
    """The words of a link in the article; `first` as `starts` gives it."""
    return first[link.sentence] + link.start, first[link.sentence] + link.end
