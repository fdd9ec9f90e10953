"""Readings of the forms that count from the reference date: "yesterday", "earlier this month", "two years ago"."""

from kg.extract.times.context import EVERY, Context, Match, Meaning, lowered, part_of, undated
from kg.extract.times.periods import Days, Period, add_months, clipped, day, until
from kg.extract.times.steps import (
    BEYOND,
    MONTHS_OF,
    ONE,
    count,
    granularity_of,
    is_loose,
    moved,
    singular,
    unit_around,
    window,
)
from kg.model import Basis, Granularity, TimeBounds

_AWAY = {
    "yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def deictic(m: Match, c: Context) -> Meaning | None:
    if c.reference is None:
        return undated(Granularity.DAY)
    word = lowered(m, "word")
    if word == "overnight":
        return Period((c.reference - ONE, c.reference), Granularity.DAY, ahead=(c.reference, c.reference + ONE))
    return Period(day(c.reference + _AWAY.get(word, 0) * ONE), Granularity.DAY)


def this(m: Match, c: Context) -> Meaning | None:
    """ "this week", "earlier this month", "late last year", "the end of the month"."""
    rel, unit, when = lowered(m, "rel"), lowered(m, "unit"), lowered(m, "when")
    if rel == "the" and (unit == "weekend" or not (when or m["part"])):
        return None
    if c.reference is None:
        return undated(granularity_of(unit))
    anchor = c.previous[0] if c.previous and rel == "the" and m["part"] else c.reference
    span = unit_around(anchor, unit, EVERY[rel])
    if when:
        span = (span[0], min(span[1], c.reference)) if when == "earlier" else (max(span[0], c.reference), span[1])
        return Period(span, granularity_of(unit))
    span = part_of(span, m)
    if rel == "next" or anchor != c.reference:
        return Period(span, granularity_of(unit))
    return clipped(span, c.reference, granularity_of(unit))


def before_last(m: Match, c: Context) -> Meaning | None:
    unit = lowered(m, "unit")
    return (
        Period(unit_around(c.reference, unit, -2), granularity_of(unit))
        if c.reference
        else undated(granularity_of(unit))
    )


def year_end(m: Match, c: Context) -> Meaning | None:
    """ "year-end", "by the month's end"."""
    unit = lowered(m, "unit")
    if c.reference is None:
        return undated(granularity_of(unit))
    whole = unit_around(c.previous[0] if c.previous else c.reference, unit, 0)
    first = max(whole[0], add_months(whole[1], -1) + ONE)
    return Period((first, whole[1]), granularity_of(unit))


def weekend(_: Match, c: Context) -> Meaning | None:
    """The last one, also if it is not over yet; the next one if the sentence looks ahead."""
    if c.reference is None:
        return undated(Granularity.DAY)
    nearest = unit_around(c.reference, "weekend", 0)
    past = nearest if c.reference >= nearest[0] else unit_around(c.reference, "weekend", -1)
    return Period(until(past, c.reference), Granularity.DAY, ahead=(max(nearest[0], c.reference), nearest[1]))


def ago(m: Match, c: Context) -> Meaning | None:
    """ "two years ago": in that year; "more than two years ago": by the end of it; "years ago": by now."""
    n, unit = count(m), singular(m["unit"])
    if c.reference is None:
        return undated(granularity_of(unit))
    if n is None:
        return so_far(m, c)
    span = window(c.reference, n, unit, lowered(m, "mod"))
    if lowered(m, "mod") in BEYOND:
        return TimeBounds(started_by=span[1], not_after=span[1], granularity=granularity_of(unit), basis=Basis.INFERRED)
    return Period(span, granularity_of(unit), Basis.INFERRED if is_loose(m) else Basis.RESOLVED)


def past(m: Match, c: Context) -> Meaning | None:
    """ "in the last month": within it; "for the past two years": since then, and still. What is told of a month or more
    may go on, so only a shorter stretch is over by the reference date."""
    unit = singular(m["unit"])
    n = count(m) if m["n"] else 1 if lowered(m, "unit") == unit else None
    if n == 1 and not m["n"] and unit in {"minute", "hour"}:
        return None  # "the last minute"
    if c.reference is None or n is None:
        return TimeBounds(started_by=c.reference, basis=Basis.INFERRED)
    if lowered(m, "how") == "for":
        return _going_on(window(c.reference, n, unit, lowered(m, "mod")), c, unit)
    last = None if unit in MONTHS_OF else c.reference
    first = moved(c.reference, -n, unit)
    return TimeBounds(first, c.reference, None, last, granularity=granularity_of(unit), basis=Basis.RESOLVED)


def _going_on(begin: Days, c: Context, unit: str) -> TimeBounds:
    return TimeBounds(begin[0], begin[1], c.reference, None, granularity=granularity_of(unit))


def coming(m: Match, c: Context) -> Meaning | None:
    """ "the coming days", "over the next two weeks", "in the year ahead"."""
    if lowered(m, "coming") == "next" and not m["n"] and not m["how"]:
        return None  # "the next day" counts from another event, "next week" is this week's sister
    word = lowered(m, "unit") or lowered(m, "unit2")
    unit = singular(word)
    n = count(m) if m["n"] else 1 if word == unit else None
    if c.reference is None:
        return undated(Granularity.UNDATED)
    if n is None:
        return TimeBounds(not_before=c.reference, basis=Basis.RESOLVED)
    last = moved(c.reference, n, unit) - (ONE if unit in MONTHS_OF else 0 * ONE)
    return Period((c.reference, max(last, c.reference)), granularity_of(unit))


def recent(_: Match, c: Context) -> Meaning | None:
    return TimeBounds(started_by=c.reference, basis=Basis.INFERRED)


def so_far(_: Match, c: Context) -> Meaning | None:
    return TimeBounds(started_by=c.reference, not_after=c.reference, basis=Basis.INFERRED)


def now(_: Match, c: Context) -> Meaning | None:
    return TimeBounds(started_by=c.reference, ongoing_on=c.reference, basis=Basis.INFERRED)
