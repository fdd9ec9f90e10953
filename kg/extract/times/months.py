"""Readings of the forms that name months, seasons, quarters, years and decades."""

from kg.extract.times import evidence
from kg.extract.times.context import EVERY, Context, Match, Meaning, is_one_stretch, lowered, part_of, undated
from kg.extract.times.days import month_number
from kg.extract.times.periods import Days, Period, clipped, month, picked, ranged, season, year
from kg.model import Basis, Granularity

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def named_month(m: Match, c: Context) -> Meaning | None:
    """ "in April", "early last March", "August 2025"; without a year the last one that began by the reference date."""
    is_bare = not (m["y"] or m["yrel"] or m["rel"] or m["part"])
    if is_bare and not evidence.is_month(c.text, c.start, m.start(), m["m"]):
        return None
    number = month_number(m["m"])
    return _in_year(m, c, {y: month(y, number) for y in _years(m, c)})


def named_season(m: Match, c: Context) -> Meaning | None:
    """ "the spring of 2023", "last summer", "in the fall"."""
    is_bare = not (m["y"] or m["yrel"] or m["rel"])
    if is_bare and not (m["the"] and evidence.is_season(c.text, c.start, m.start(), m.end())):
        return None
    return _in_year(m, c, {y: season(y, lowered(m, "s")) for y in _years(m, c)})


def _years(m: Match, c: Context) -> list[int]:
    """The years to choose from: the one named, or those around the reference date."""
    if m["y"]:
        return [int(m["y"])]
    if c.reference is None:
        return []
    now = c.reference.year
    return [now + EVERY[lowered(m, "yrel")]] if m["yrel"] else list(range(now - 2, now + 3))


def _in_year(m: Match, c: Context, by_year: dict[int, Days]) -> Meaning:
    """The month or season of the year that is named, or of the one that "last", "next" or the news habit means."""
    spans = [part_of(span, m) for span in by_year.values()]
    if m["y"]:
        return Period(spans[0], Granularity.MONTH, Basis.EXPLICIT)
    if c.reference is None:
        return undated(Granularity.MONTH)
    rel = lowered(m, "rel")
    if m["yrel"] or rel == "this":
        return clipped(
            part_of(by_year[c.reference.year + EVERY[lowered(m, "yrel") or rel]], m), c.reference, Granularity.MONTH
        )
    if rel in {"next", "this coming"}:
        return Period(next(span for span in spans if span[0] > c.today), Granularity.MONTH)
    if rel in {"last", "this past"}:
        return Period(next(span for span in reversed(spans) if span[1] < c.today), Granularity.MONTH)
    return picked(spans, c.reference, Granularity.MONTH)


def months(m: Match, c: Context) -> Meaning | None:
    """ "from January to March 2024", "between August and December"."""
    first, second = month_number(m["m"]), month_number(m["m2"])
    if not is_one_stretch(m, c):
        return None
    if m["y2"]:
        begin = int(m["y"] or int(m["y2"]) - (first > second))
        span = month(begin, first)[0], month(int(m["y2"]), second)[1]
        return ranged(Period(span, Granularity.MONTH, Basis.EXPLICIT)) if span[0] < span[1] else None
    if c.reference is None:
        return undated(Granularity.MONTH)
    years = range(c.reference.year - 1, c.reference.year + 2)
    spans = [(month(y - (first > second), first)[0], month(y, second)[1]) for y in years]
    return ranged(picked(spans, c.reference, Granularity.MONTH))


def quarter(m: Match, c: Context) -> Meaning | None:
    """ "the third quarter of 2024", "Q1 2024"."""
    number = int(m["q2"] or _QUARTERS[m["q"]])
    named = m["y2"] or m["y"]
    if not named and c.reference is None:
        return undated(Granularity.MONTH)
    of = int(named) if named else c.today.year + EVERY[lowered(m, "yrel")]
    span = month(of, 3 * number - 2)[0], month(of, 3 * number)[1]
    return Period(span, Granularity.MONTH, Basis.EXPLICIT) if named else clipped(span, c.today, Granularity.MONTH)


def named_year(m: Match, c: Context) -> Meaning | None:
    if not m["part"] and not evidence.is_year(c.text, c.start, m.start("y"), m.end()):
        return None
    return Period(part_of(year(int(m["y"])), m), Granularity.YEAR, Basis.EXPLICIT)


def years(m: Match, c: Context) -> Meaning | None:
    """ "from 2014 to 2016", "2014-16"."""
    first, text = int(m["y"]), m["y2"]
    second = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if not is_one_stretch(m, c) or not first < second <= first + 150:
        return None
    return ranged(Period(year(first, second), Granularity.YEAR, Basis.EXPLICIT))


def decade(m: Match, _: Context) -> Meaning | None:
    return Period(part_of(year(int(m["y"]), int(m["y"]) + 9), m), Granularity.YEAR, Basis.EXPLICIT)
