"""What to read of an article: its title, captions and paragraphs, each once, without page furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.model import Span
from kg.read.furniture import is_credit, is_end, is_furniture, is_rights, is_tail_marker
from kg.read.lines import Line, same_words
from kg.read.pictures import is_caption, is_lone_credit
from kg.read.stamps import is_date_line

_LABEL_WORDS = 3
_TEASERS = 5
_MARGIN = 12
_DATELINE_LIKE = re.compile(r"[^\W\da-z_][^\Wa-z]{2,40}(?:\([^)]{2,40}\)\s*)?[:–—-]\s")


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of an article by their use. `body` holds the title, if there is one, and everything to read."""

    body: tuple[Line, ...]
    title: Line | None = None
    repeats: tuple[tuple[Span, Span], ...] = ()
    """(the first, the second): lines of the body that stand in the article again, letter for letter."""
    imprint: tuple[Line, ...] = ()
    """Lines left out of the body that may say who wrote this and when: rights, credits, dates."""


def layout(lines: Sequence[Line], *, title: str | None = None) -> Layout:
    """Sort the lines of an article into body and imprint; what is in neither is furniture.

    `title` is the headline when the file names it; else the first line is taken if it looks like one.
    A line that repeats an earlier one word for word is left out; a sentence repeated inside a longer paragraph stays.
    """
    kept = _without_teasers(_without_tail(lines))
    margins = {line.span for line in (*kept[:_MARGIN], *kept[-_MARGIN:]) if is_date_line(line.text)}
    imprint = tuple(line for line in lines if is_rights(line) or is_credit(line) or line.span in margins)
    wanted = [line for line in kept if not is_furniture(line) and not _is_margin(line)]
    body = _first_of_each(wanted)
    start, has_title = _title(body, title)
    body = body[start:]
    return Layout(tuple(body), body[0] if has_title else None, _repeats(body, wanted), imprint)


def _is_margin(line: Line) -> bool:
    return is_lone_credit(line.text) or is_date_line(line.text)


def _without_tail(lines: Sequence[Line]) -> Sequence[Line]:
    """Cut at the first marker ("Also worth reading") after which no article text follows."""
    sums = list(accumulate((len(line.text) if line.is_prose else 0 for line in lines), initial=0))
    for number, line in enumerate(lines):
        if sums[number] and is_tail_marker(line):
            rest = sums[-1] - sums[number]
            if rest <= (0.35 * sums[number] if is_end(line) else 0):
                return lines[:number]
    return lines


def _without_teasers(lines: Sequence[Line]) -> list[Line]:
    """Drop the headlines of other articles that stand between a marker ("Read more") and the next paragraph."""
    kept: list[Line] = []
    room = 0
    for line in lines:
        if kept and is_tail_marker(line):
            room = _TEASERS
        elif room and _is_teaser(line):
            room -= 1
            continue
        else:
            room = 0
        kept.append(line)
    return kept


def _is_teaser(line: Line) -> bool:
    return 3 < line.word_count <= 20 and not line.ends_sentence and not is_furniture(line) and not is_caption(line.text)


def _first_of_each(lines: Sequence[Line]) -> list[Line]:
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line.key, line)
    return list(first.values())


def _repeats(body: Sequence[Line], wanted: Sequence[Line]) -> tuple[tuple[Span, Span], ...]:
    first = {line.text: line.span for line in body}
    again = ((first[line.text], line.span) for line in wanted if line.text in first)
    return tuple((one, other) for one, other in again if one != other)


def _title(body: Sequence[Line], title: str | None) -> tuple[int, bool]:
    """Where reading starts, and whether that line is the title. Section labels before the title are left out."""
    for number, line in enumerate(body[:5]):
        if same_words(line, title):
            return number, True
    start = 0
    while start + 1 < len(body) and _is_section_label(body[start], body[start + 1]):
        start += 1
    return start, title is None and len(body) > start + 1 and _is_headline(body[start])


def _is_section_label(line: Line, following: Line) -> bool:
    """ "North Sea" before a headline: few words, no full stop, and what follows is a headline itself."""
    return (
        line.word_count <= _LABEL_WORDS
        and line.text[-1].isalnum()
        and following.word_count > _LABEL_WORDS
        and _is_headline(following)
    )


def _is_headline(line: Line) -> bool:
    return (
        2 <= line.word_count <= 30
        and len(line.text) <= 220
        and line.text[-1] not in ".;,:"
        and not line.text[0].islower()
        and not (line.ends_sentence and _DATELINE_LIKE.match(line.text))
        and not is_caption(line.text)
    )
