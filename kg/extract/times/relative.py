"""Readings of the forms that count from the reference date or from another event, and of durations."""

import datetime as dt
import math
import re

from kg.extract.numbers import value
from kg.extract.times.context import Context, Meaning, Offset, undated
from kg.extract.times.periods import Days, Period, add_months, day, month, part, shifted_month, until, week, year
from kg.model import Basis, Granularity, TimeBounds

Match = re.Match[str]
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_GRANULARITY = {"month": Granularity.MONTH, "year": Granularity.YEAR, "decade": Granularity.YEAR, "century": Granularity.YEAR}
_EVERY = {"last": -1, "this": 0, "next": 1, "the": 0}
_PART = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}
_LOOSE = frozenset({"a few", "few", "several", "many", "a couple of"})
_ONE = dt.timedelta(days=1)


def deictic(m: Match, c: Context) -> Meaning | None:
    word = m["word"].lower().replace("\u00a0", " ")
    if c.reference is None:
        return undated(Granularity.DAY)
    away = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "the day after tomorrow": 2}
    if word == "overnight":
        return Period((c.reference - _ONE, c.reference), Granularity.DAY, ahead=(c.reference, c.reference + _ONE))
    return Period(day(c.reference + away.get(word, 0) * _ONE), Granularity.DAY)


def this(m: Match, c: Context) -> Meaning | None:
    """ "this week", "earlier this month", "late last year", "the end of the month"."""
    rel, unit = m["rel"].lower(), m["unit"].lower()
    when, which = (m["when"] or "").lower(), (m["part"] or "").lower().replace("\u00a0", " ")
    if rel == "the" and (not (when or which) or unit == "weekend"):
        return None
    granularity = _GRANULARITY.get(unit, Granularity.DAY)
    if c.reference is None:
        return undated(granularity)
    around = c.previous[0] if rel == "the" and which and c.previous else c.reference
    span = _unit_around(around, unit, _EVERY[rel])
    if when == "earlier":
        return Period((span[0], min(span[1], c.reference)), granularity)
    if when == "later":
        return Period((max(span[0], c.reference), span[1]), granularity)
    if which:
        whole, span = span, part(span, _PART.get(which, which))
        if which == "end" and unit in {"month", "week"} and rel == "the":
            span = (span[0], whole[1])
    if rel == "next" or span[0] > c.reference or around != c.reference:
        return Period(span, granularity)
    ahead = (max(span[0], c.reference), span[1]) if span[1] > c.reference else None
    return Period(until(span, c.reference), granularity, ahead=ahead)


def year_end(m: Match, c: Context) -> Meaning | None:
    unit = m["unit"].lower()
    if c.reference is None:
        return undated(_GRANULARITY.get(unit, Granularity.DAY))
    return Period(part(_unit_around(c.previous[0] if c.previous else c.reference, unit, 0), "late"), Granularity.MONTH)


def weekend(_: Match, c: Context) -> Meaning | None:
    """The last one, also if it is not over yet; the next one if the sentence looks ahead."""
    if c.reference is None:
        return undated(Granularity.DAY)
    this_one = _unit_around(c.reference, "weekend", 0)
    past = this_one if c.reference >= this_one[0] else _unit_around(c.reference, "weekend", -1)
    return Period(until(past, c.reference), Granularity.DAY, ahead=(max(this_one[0], c.reference), this_one[1]))


def ago(m: Match, c: Context) -> Meaning | None:
    n, unit, mod = _count(m["n"]), _singular(m["unit"]), (m["mod"] or "").lower()
    granularity = _GRANULARITY.get(unit, Granularity.DAY)
    if c.reference is None:
        return undated(granularity)
    if n is None:
        return TimeBounds(started_by=c.reference, not_after=c.reference, basis=Basis.INFERRED)
    span = _window(c.reference, n, unit)
    if mod in {"more than", "over", "at least", "just over"}:
        return TimeBounds(started_by=span[1], not_after=span[1], granularity=granularity, basis=Basis.INFERRED)
    return Period(span, granularity, Basis.INFERRED if mod else Basis.RESOLVED)


def past(m: Match, c: Context) -> Meaning | None:
    """ "in the last month", "over the past two years": within; "for the past two years": since then and still."""
    n, unit = _count(m["n"]) if m["n"] else 1, _singular(m["unit"])
    if m["n"] is None and m["unit"].lower().endswith("s") and unit != "century":
        n = None
    if c.reference is None or n is None:
        return TimeBounds(started_by=c.reference, basis=Basis.INFERRED)
    first = _back(c.reference, n, unit)
    if (m["how"] or "").lower() == "for":
        begin = _window(c.reference, n, unit)
        return TimeBounds(begin[0], begin[1], c.reference, None, granularity=_GRANULARITY.get(unit, Granularity.UNDATED))
    is_short = unit not in _MONTHS
    last = c.reference if is_short else None
    granularity = Granularity.DAY if is_short else _GRANULARITY[unit]
    return TimeBounds(first, c.reference, None, last, granularity=granularity, basis=Basis.RESOLVED)


def coming(m: Match, c: Context) -> Meaning | None:
    unit = _singular(m["unit"] or m["unit2"])
    if m["coming"] and m["coming"].lower() == "next" and not m["n"] and not m["how"]:
        return None  # "the next day" counts from another event, "next week" is this week's sister
    plural = (m["unit"] or m["unit2"]).lower().endswith("s")
    n = _count(m["n"]) if m["n"] else None if plural else 1
    if c.reference is None:
        return undated(Granularity.UNDATED)
    if n is None:
        return TimeBounds(not_before=c.reference, basis=Basis.RESOLVED)
    last = add_months(c.reference, n * _MONTHS[unit]) - _ONE if unit in _MONTHS else _on(c.reference, n, unit)
    return Period((c.reference, max(last, c.reference)), _GRANULARITY.get(unit, Granularity.DAY))


def recent(_: Match, c: Context) -> Meaning | None:
    return TimeBounds(started_by=c.reference, basis=Basis.INFERRED)


def so_far(_: Match, c: Context) -> Meaning | None:
    return TimeBounds(started_by=c.reference, not_after=c.reference, basis=Basis.INFERRED)


def now(_: Match, c: Context) -> Meaning | None:
    return TimeBounds(started_by=c.reference, ongoing_on=c.reference, basis=Basis.INFERRED)


def offset(m: Match, _: Context) -> Meaning | None:
    sign = -1 if m["way"].lower() in {"earlier", "before", "beforehand", "previously", "prior"} else 1
    n = None if m["mod"] else _count(m["n"])
    return _offset(None if n is None else sign * n, _singular(m["unit"]))


def next_one(m: Match, _: Context) -> Meaning | None:
    way, unit = m["way"].lower().removeprefix("the").strip(" \u00a0"), m["unit"].lower()
    sign = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(way, 0)
    return _offset(sign, unit if unit in _DAYS | _MONTHS else "day")


def the_one(m: Match, _: Context) -> Meaning | None:
    unit = m["unit"].lower()
    return _offset(-1 if m["way"].lower() == "before" else 1, "day" if unit == "night" else unit)


def within(m: Match, c: Context) -> Meaning | None:
    """ "in less than a month": up to the reference date, or from it if the sentence looks ahead."""
    n, unit = _count(m["n"]), _singular(m["unit"])
    if c.reference is None or n is None:
        return undated(Granularity.UNDATED)
    ahead = (c.reference, _on(c.reference, n, unit))
    span = ahead if m["how"].lower() == "within" else (_back(c.reference, n, unit), c.reference)
    return Period(span, _GRANULARITY.get(unit, Granularity.DAY), ahead=ahead)


def in_(m: Match, c: Context) -> Meaning | None:
    """ "in two weeks": then, if the sentence looks ahead; otherwise how long it took."""
    n, unit = _count(m["n"]), _singular(m["unit"])
    span = None
    if c.reference is not None and n is not None and unit in _DAYS | _MONTHS:
        span = day(_on(c.reference, n, unit)) if unit == "day" else week(_on(c.reference, n, unit))
        span = _unit_around(_on(c.reference, n, unit), unit, 0) if unit in _MONTHS else span
    length = None if m["mod"] else duration(n, unit)
    if span is None:
        return TimeBounds(duration=length)
    return Period(None, _GRANULARITY.get(unit, Granularity.DAY), ahead=span, duration=length)


def for_(m: Match, _: Context) -> Meaning | None:
    return TimeBounds(duration=None if m["mod"] else duration(_count(m["n"]), _singular(m["unit"])))


def long(m: Match, c: Context) -> Meaning | None:
    """ "the nearly four-year war" began about four years ago and goes on; "a 120-day mission" only says how long."""
    n, unit, mod = _count(m["n"]), m["unit"].lower(), m["mod"]
    length = None if mod else duration(n, unit)
    is_known = mod is not None or re.search(r"(?i)(?:\b(?:the|its|his|her|their|our|this|that)|['’]s?)[ ]$", c.text[max(c.start, m.start() - 6) : m.start()])
    if c.reference is None or n is None or unit not in {"month", "year", "decade"} or not is_known:
        return TimeBounds(duration=length)
    begin = _window(c.reference, n, unit)
    return TimeBounds(begin[0], begin[1], c.reference, None, granularity=_GRANULARITY[unit], duration=length)


def unit_long(_: Match, __: Context) -> Meaning | None:
    return TimeBounds()


def duration(n: int | None, unit: str) -> str | None:
    """The length as an xsd:duration, which has no weeks: three weeks are P21D."""
    if n is None:
        return None
    form = {"minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}D", "month": "P{}M"}.get(unit, "P{}Y")
    return form.format(n * {"week": 7, "decade": 10, "century": 100}.get(unit, 1))


def _count(text: str | None) -> int | None:
    word = (text or "").lower().replace("\u00a0", " ")
    if not word or word in _LOOSE:
        return None
    number = 1 if word in {"a", "an"} else value(word)
    return int(number) if number is not None else None


def _singular(unit: str) -> str:
    word = unit.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def _offset(n: int | None, unit: str) -> Offset:
    granularity = _GRANULARITY.get(unit, Granularity.DAY)
    if n is None:
        return Offset(granularity=Granularity.UNDATED)
    if unit in _MONTHS:
        return Offset(months=n * _MONTHS[unit], granularity=granularity)
    return Offset(days=n * _DAYS.get(unit, 0), granularity=granularity)


def _unit_around(date: dt.date, unit: str, away: int) -> Days:
    """The week, month ... around the day, or the one so many before or after it."""
    if unit in {"week", "weekend", "day"}:
        first, last = week(date + 7 * away * _ONE)
        return (first + 5 * _ONE, last) if unit == "weekend" else (first, last)
    if unit == "month":
        return month(*shifted_month(date, away))
    length = _MONTHS[unit] // 12
    begin = (date.year // length + away) * length
    return year(begin, begin + length - 1)


def _on(date: dt.date, n: int, unit: str) -> dt.date:
    if unit in _MONTHS:
        return add_months(date, n * _MONTHS[unit])
    return date + dt.timedelta(days=n * _DAYS[unit] if unit in _DAYS else _whole_days(n, unit))


def _back(date: dt.date, n: int, unit: str) -> dt.date:
    return _on(date, -n, unit)


def _whole_days(n: int, unit: str) -> int:
    """Days that so many hours or minutes reach back or forward into."""
    days = math.ceil(abs(n) / (24 if unit == "hour" else 1440))
    return days if n > 0 else -days


def _window(reference: dt.date, n: int, unit: str) -> Days:
    """The days that "n units ago" may mean: that day, the days around it, that month, that year."""
    then = _back(reference, n, unit)
    if unit == "week":
        return then - 3 * _ONE, then + 3 * _ONE
    if unit == "month":
        return month(then.year, then.month)
    if unit in _MONTHS:
        slack = {"year": 0, "decade": 1}.get(unit, 10)
        return year(then.year - slack, then.year + slack)
    return (then, reference) if unit not in _DAYS and then < reference else day(then)
