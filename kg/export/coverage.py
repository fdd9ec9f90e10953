"""What was read of each article: the sentences that gave a claim, and those that gave none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Document, Extraction, Span

LONGEST = 300
"""Characters of a sentence that are shown."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article's sentences; `silent` are those that no claim rests on, in order of the text."""

    document: Document
    sentences: int
    silent: tuple[Span, ...]

    @property
    def share(self) -> float:
        """The part of the sentences that some claim rests on, between 0 and 1; 0 of none."""
        return 1 - len(self.silent) / self.sentences if self.sentences else 0.0


def coverage(extraction: Extraction) -> Coverage:
    """The coverage of one article; a sentence counts if a span of evidence lies in it or holds it."""
    sentences = extraction.sentences
    claims = [c for r in extraction.relations for c in r.claims] + [c for e in extraction.events for c in e.claims]
    told: set[Span] = set()
    for span in {span for claim in claims for span in claim.spans}:
        first = bisect_right(sentences, span.start, key=lambda s: s.end)
        last = bisect_left(sentences, span.end, key=lambda s: s.start)
        told.update(sentences[first:last])
    return Coverage(extraction.document, len(sentences), tuple(s for s in sentences if s not in told))


def markdown(extractions: Iterable[Extraction]) -> str:
    """A report on all articles in Markdown, the least read first; each with its sentences that gave no claim."""
    rows = sorted((coverage(e) for e in extractions), key=lambda c: (c.share, c.document.path, c.document.id))
    total, silent = sum(c.sentences for c in rows), sum(len(c.silent) for c in rows)
    lines = ["# What was read", "", f"{total - silent} of {total} sentences gave at least one claim.", ""]
    lines += ["| article | sentences | with a claim |", "|---|---:|---:|"]
    lines += [f"| {_cell(c.document.path)} | {c.sentences} | {c.share:.0%} |" for c in rows]
    for c in rows:
        if c.silent:
            lines += ["", f"## {_line(c.document.title or c.document.path)}", ""]
            lines += [f"- {_line(s.of(c.document.text))}" for s in c.silent]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")


def _line(text: str) -> str:
    """Text of an article on one line, cut if it is long, with nothing left that Markdown or HTML would act on."""
    plain = " ".join(text.split())
    plain = plain if len(plain) <= LONGEST else plain[:LONGEST].rstrip() + " …"
    return "".join(f"\\{c}" if c in "\\`*_[]<>#!" else c for c in plain)
