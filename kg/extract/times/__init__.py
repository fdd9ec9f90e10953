"""Time expressions of English news, resolved against an article's date: "Thursday", "in April", "two days earlier".

Bounds follow SEM: it began in [not_before, started_by] and ended in [ongoing_on, not_after]. A past expression never
reaches beyond the reference date. Without a reference date, relative expressions keep text and granularity, no days.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, replace

from kg.extract.times.bounds import bounds_of, later, shift, sound
from kg.extract.times.context import Context, Match, Meaning, Offset
from kg.extract.times.evidence import Lean, lean
from kg.extract.times.grammar import LEAD, RULES
from kg.extract.times.periods import Days, Period, add_months
from kg.extract.times.readings import READINGS
from kg.extract.times.steps import unit_around
from kg.model import Granularity, Span, TimeBounds

__all__ = ["TimeExpression", "anchored", "find_times", "shift"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and what they say."""

    span: Span
    bounds: TimeBounds
    is_relative: bool = False
    """True if the days count from another event ("two days earlier", "that week"); see `anchored`."""
    offset_days: int | None = None
    offset_months: int | None = None
    ahead: TimeBounds | None = None
    """The reading for something still to come, where the wording leaves it open: "Thursday" of a planned visit."""


def find_times(text: str, start: int, end: int, reference: dt.date | None) -> list[TimeExpression]:
    """The time expressions of text[start:end] in order; they do not overlap, and the longest wins.

    `reference` is the day that relative expressions count from.

    >>> [(e.bounds.text, str(e.bounds.not_before)) for e in find_times("Out since Monday.", 0, 17, dt.date(2024, 5, 8))]
    [('since Monday', '2024-05-06')]
    """
    context = Context(text, start, end, reference)
    chosen = _chosen(context)
    out: list[TimeExpression] = []
    floor = start
    while chosen:
        name, match, meaning = chosen.popleft()
        if name in _ANCHORED and (again := _read(name, match, replace(context, previous=_days_before(out)))):
            meaning = again
        stop = match.end()
        if isinstance(meaning, Offset) and chosen and (counted := _counted(meaning, match, chosen[0])):
            meaning, stop = counted, chosen.popleft()[1].end()
        out.append(_expression(meaning, Span(match.start(), stop), context, floor=floor))
        floor = stop
    return out


def anchored(expression: TimeExpression, anchor: TimeBounds, way: int = 1) -> TimeBounds | None:
    """The bounds of a relative expression, counted from when the anchor began; None if one of them does not say.

    `way` -1 counts back, to what the expression itself is counted from.

    >>> [found] = find_times("a month earlier", 0, 15, None)
    >>> str(anchored(found, TimeBounds(dt.date(2024, 5, 8), dt.date(2024, 5, 8))).not_after)
    '2024-04-30'
    """
    first, last = anchor.not_before, anchor.started_by or anchor.not_after
    if first is None or last is None:
        return None
    if expression.offset_months is not None:
        unit = "year" if expression.bounds.granularity is Granularity.YEAR else "month"
        first = unit_around(add_months(first, way * expression.offset_months), unit, 0)[0]
        last = unit_around(add_months(last, way * expression.offset_months), unit, 0)[1]
    elif expression.offset_days is None:
        return None
    counted = replace(expression.bounds, not_before=first, started_by=last, not_after=last)
    return shift(counted, way * (expression.offset_days or 0))


_END = re.compile(r"(?i)(?:the )?end of ")
_ANCHORED = frozenset({"this", "year_end"})
Chosen = tuple[str, Match, Meaning]


def _chosen(context: Context) -> deque[Chosen]:
    """The longest readable matches that do not overlap, in order of the text."""
    found = [
        (name, match, meaning)
        for name, pattern in RULES.items()
        for match in pattern.finditer(context.text, context.start, context.end)
        if (meaning := _read(name, match, context)) is not None
    ]
    found.sort(key=lambda one: (one[1].start() - one[1].end(), one[1].start()))
    starts, ends, kept = list[int](), list[int](), list[Chosen]()
    for one in found:
        at = bisect_left(starts, one[1].end())
        if at == 0 or ends[at - 1] <= one[1].start():
            starts.insert(at, one[1].start())
            ends.insert(at, one[1].end())
            kept.insert(at, one)
    return deque(kept)


def _read(name: str, match: Match, context: Context) -> Meaning | None:
    try:
        return READINGS[name](match, context)
    except (ValueError, OverflowError):  # 31 June 2024; 9999 centuries ago
        return None


def _days_before(out: list[TimeExpression]) -> Days | None:
    last = next((e.bounds for e in reversed(out) if e.bounds.not_before and e.bounds.started_by), None)
    return (last.not_before, last.started_by) if last and last.not_before and last.started_by else None


def _counted(offset: Offset, match: Match, following: Chosen) -> Period | None:
    """ "two days before Christmas": the offset from the period named right after it."""
    meaning = following[2]
    if match.string[match.end() : following[1].start()] not in {" ", "\u00a0"} or offset.days is None:
        return None
    if not isinstance(meaning, Period) or meaning.days is None or match["way"].lower() not in {"before", "after"}:
        return None
    first, last = (later(day, offset.days) for day in meaning.days)
    return replace(meaning, days=(first, last), ahead=None) if first and last else None


def _expression(meaning: Meaning, span: Span, context: Context, *, floor: int) -> TimeExpression:
    is_end = _END.match(span.of(context.text)) is not None
    word, span = _lead(span, meaning, context, floor)
    word = "by" if is_end and word in {"before", "ahead of"} else word  # an end is a day, not a third of the year
    text = span.of(context.text)
    if isinstance(meaning, Offset):
        bounds = TimeBounds(text=text, granularity=meaning.granularity)
        return TimeExpression(span, bounds, True, meaning.days, meaning.months)
    if isinstance(meaning, TimeBounds):
        return TimeExpression(span, sound(replace(meaning, text=text)))
    ahead = bounds_of(meaning, meaning.ahead, word, context.reference) if meaning.ahead else None
    looks_on = ahead is not None and _looks_on(meaning, word, span, context)
    bounds = ahead if ahead and looks_on else bounds_of(meaning, meaning.days, word, context.reference)
    return TimeExpression(span, replace(bounds, text=text), ahead=replace(ahead, text=text) if ahead else None)


def _looks_on(period: Period, word: str, span: Span, context: Context) -> bool:
    """True if the days ahead are meant: the clause looks there, or nothing looks back and the past ones are stale."""
    is_past = period.granularity is Granularity.MONTH and context.text[span.end : span.end + 2] in {"'s", "’s"}
    if word == "since" or is_past:  # "will look into May's attacks"
        return False
    way = lean(context.text, context.start, span.start, span.end)
    return way is Lean.AHEAD or (way is Lean.OPEN and period.is_stale)


def _lead(span: Span, meaning: Meaning, context: Context, floor: int) -> tuple[str, Span]:
    """The preposition that belongs to the expression, and the span with it."""
    text = context.text
    found = LEAD.search(text, max(floor, span.start - 28), span.start)
    is_possessive = text[span.end : span.end + 2] in {"'s", "’s"}
    if found is None or not isinstance(meaning, Period) or is_possessive:
        return "", span
    lead = found["lead"].lower()
    if (found["the"] and lead != "since") or (lead == "between" and not meaning.is_range):
        return "", span
    return lead, Span(found.start(), span.end)
