"""A text as lines that know where they are: the units that are kept for reading or left out as page furniture."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_ITEM = re.compile(r"(?:#{1,6}|[-*+•–—]|\d{1,3}[.)])\s|[>|]|```|~~~")
_WRAP_MIN, _WRAP_MAX = 45, 120


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of the text to read in one go: `text` is exactly what stands at `span`."""

    span: Span
    text: str

    @property
    def key(self) -> str:
        """The words alone: two lines with the same key say the same."""
        return " ".join(self.text.split())

    @property
    def word_count(self) -> int:
        return len(self.text.split())

    @property
    def has_letters(self) -> bool:
        return bool(_LETTER.search(self.text))

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_prose(self) -> bool:
        """Whole sentences of an article, not a headline, label or teaser."""
        return len(self.text) >= 80 and self.ends_sentence


def visible(text: str, start: int, end: int) -> Line | None:
    """The line at [start, end) without surrounding white space and invisible characters; None if nothing is left."""
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Line(Span(start, end), text[start:end]) if start < end else None


def lines(text: str) -> list[Line]:
    """The lines of the text that show something, hard-wrapped paragraphs as one line each."""
    found = [visible(text, *match.span()) for match in _LINE.finditer(text)]
    return _unwrap(text, [line for line in found if line])


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _INVISIBLE


def _unwrap(text: str, found: list[Line]) -> list[Line]:
    """Join the lines of a text that was broken at a fixed width (an e-mail, a wire dump)."""
    adjacent = [_is_adjacent(text, a, b) for a, b in pairwise(found)]
    runs_on = [near and _runs_on(a, b) for near, (a, b) in zip(adjacent, pairwise(found), strict=True)]
    if sum(runs_on) < 3 or max(len(line.text) for line in found) > _WRAP_MAX:
        return found
    joined = found[:1]
    for near, (previous, line) in zip(adjacent, pairwise(found), strict=True):
        if near and len(previous.text) >= _WRAP_MIN:
            joined[-1] = _merge(text, joined[-1], line)
        else:
            joined.append(line)
    return joined


def _is_adjacent(text: str, first: Line, second: Line) -> bool:
    """True if the second line may go on the first's paragraph: next line, no heading, no list item."""
    between = text[first.span.end : second.span.start].strip(" \t")
    return between in {"\n", "\r\n", "\r"} and not _ITEM.match(second.text) and not first.text.startswith("#")


def _runs_on(first: Line, second: Line) -> bool:
    return len(first.text) >= _WRAP_MIN and not first.ends_sentence and second.text[0].islower()


def _merge(text: str, first: Line, second: Line) -> Line:
    span = Span(first.span.start, second.span.end)
    return Line(span, span.of(text))


def same_words(line: Line, words: str | None) -> bool:
    return words is not None and line.key.casefold() == " ".join(words.split()).casefold()
