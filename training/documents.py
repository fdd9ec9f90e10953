"""Documents of one form, and what the readers of corpora share: words cut as `kg.text` cuts them, spans over words.

A document is {"corpus", "sentences": [{"words", "types", "spans", and for treebanks "upos", "xpos", "lemma", "head",
"deprel"}]}, in treebanks with its "name". `types` lists the span types that the corpus annotates: a model is not blamed
for the others. Spans are (first word, end word, type).
"""

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.text import words
from training.spans import ANNOTATED, fix_place

Sentence = dict[str, Any]
Document = dict[str, Any]
_CLITIC = re.compile(r"(?i)['’](?:s|re|ve|ll|d|m)|n['’]t")


def read_gzip(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8")


def retokenise(tokens: list[str], spans: list[tuple[int, int, str]]) -> tuple[list[str], list[list[Any]]]:
    """Cut given tokens as `kg.text.words` cuts running text, and carry the spans over.

    Clitics are joined to what they follow before: alone, "'s" would fall apart.
    """
    text, begins = "", []
    for token in tokens:
        text += " " if text and not _CLITIC.fullmatch(token) else ""
        begins.append(len(text))
        text += token
    cut = list(words(text))
    starts = [a for a, _ in cut]
    first = [*(bisect_left(starts, b) for b in begins), len(cut)]
    return [text[a:b] for a, b in cut], [[first[a], first[b], t] for a, b, t in spans if first[b] > first[a]]


def bio_spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """(start, end, type) of IOB2 tags."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate([*tags, "O"]):
        if spans and spans[-1][1] == -1 and (not tag.startswith("I-") or tag[2:] != spans[-1][2]):
            spans[-1] = (spans[-1][0], i, spans[-1][2])
        if tag.startswith("B-") or (tag.startswith("I-") and not (spans and spans[-1][1] == -1)):
            spans.append((i, -1, tag[2:]))
    return spans


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
