"""Readings of the forms that name a place in the calendar: days, months, seasons, years, holidays, weekdays."""

import datetime as dt
import re
from dataclasses import replace

from kg.extract.times import evidence
from kg.extract.times.context import Context, Meaning, undated
from kg.extract.times.periods import (
    MONTHS,
    WEEKDAYS,
    Days,
    Period,
    day,
    month,
    nearest,
    part,
    season,
    until,
    week,
    year,
)
from kg.model import Basis, Granularity

Match = re.Match[str]
_EVERY = {"last": -1, "this": 0, "next": 1}
_PART = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}
_ONE = dt.timedelta(days=1)


def month_day(m: Match, c: Context) -> Meaning | None:
    number, date = month_number(m["m"]), _day_number(m["d"])
    groups = m.groupdict()
    if groups.get("y"):
        return Period(day(dt.date(int(m["y"]), number, date)), Granularity.DAY, Basis.EXPLICIT)
    if c.reference is None:
        return undated(Granularity.DAY)
    years = range(c.reference.year - 3, c.reference.year + 3)
    dates = [dt.date(y, number, date) for y in years if date <= month(y, number)[1].day]
    if weekday := groups.get("wd"):
        fitting = [d for d in dates if d.weekday() == weekday_number(weekday)]
        dates = [min(fitting, key=lambda d: abs(d - c.today))] if fitting else dates
    return _pick([day(d) for d in dates], c, Granularity.DAY)


def iso(m: Match, _: Context) -> Meaning | None:
    return Period(day(dt.date(int(m["y"]), int(m["m"]), int(m["d"]))), Granularity.DAY, Basis.EXPLICIT)


def numeric(m: Match, _: Context) -> Meaning | None:
    a, b = int(m["a"]), int(m["b"])
    if m["sep"] == "/" and a <= 12 and b <= 12 and a != b:
        return None  # 3/4/2025 is March 4 in one country and 3 April in another
    number, date = (a, b) if b > 12 else (b, a)
    return Period(day(dt.date(int(m["y"]), number, date)), Granularity.DAY, Basis.EXPLICIT)


def day_range(m: Match, c: Context) -> Meaning | None:
    """ "from 3 to 5 May", "Dec. 30 - Jan. 2": a range of days."""
    first, second = month_number(m["m"] or m["m2"]), month_number(m["m2"] or m["m"])
    if not _is_range(m, c) and m["m"] and m["m2"]:
        return None
    dates = _day_number(m["d"]), _day_number(m["d2"])
    if m["y"] or c.reference is None:
        years = [int(m["y"])] if m["y"] else []
    else:
        years = list(range(c.reference.year - 1, c.reference.year + 2))
    spans = [(dt.date(y - (first > second), first, dates[0]), dt.date(y, second, dates[1])) for y in years]
    if (first == second and dates[0] >= dates[1]) or (m.group("to").strip() == "and" and not m["y"] and _counts(m)):
        return None
    if m["y"]:
        return _range(Period(spans[0], Granularity.DAY, Basis.EXPLICIT))
    return _range(_pick(spans, c, Granularity.DAY))


def named_month(m: Match, c: Context) -> Meaning | None:
    number, rel = month_number(m["m"]), (m["rel"] or "").lower()
    bare = not (m["y"] or m["yrel"] or rel or m["part"])
    if bare and not evidence.is_month(c.text, c.start, m.start(), m["m"]):
        return None
    if m["y"]:
        return Period(_part(month(int(m["y"]), number), m), Granularity.MONTH, Basis.EXPLICIT)
    if c.reference is None:
        return undated(Granularity.MONTH)
    now = c.reference.year
    if m["yrel"]:
        return _clipped(_part(month(now + _EVERY[m["yrel"].lower()], number), m), c, Granularity.MONTH)
    if rel in {"next", "this coming"}:
        return Period(_part(month(now + (number <= c.reference.month), number), m), Granularity.MONTH)
    if rel in {"last", "this past"}:
        return Period(_part(month(now - (number >= c.reference.month), number), m), Granularity.MONTH)
    years = [now] if rel == "this" else [now - 1, now, now + 1]
    return _pick([_part(month(y, number), m) for y in years], c, Granularity.MONTH)


def months(m: Match, c: Context) -> Meaning | None:
    first, second = month_number(m["m"]), month_number(m["m2"])
    if not _is_range(m, c):
        return None
    if m["y2"] is None and c.reference is None:
        return undated(Granularity.MONTH)
    years = [int(m["y2"])] if m["y2"] else [c.today.year - 1, c.today.year, c.today.year + 1]
    spans = [(month(int(m["y"] or y - (first > second)), first)[0], month(y, second)[1]) for y in years]
    if m["y2"]:
        return _range(Period(spans[0], Granularity.MONTH, Basis.EXPLICIT)) if spans[0][0] < spans[0][1] else None
    return _range(_pick(spans, c, Granularity.MONTH))


def named_season(m: Match, c: Context) -> Meaning | None:
    rel, name = (m["rel"] or "").lower(), m["s"].lower()
    if not (m["y"] or m["yrel"] or rel) and not (m["the"] and evidence.is_season(c.text, c.start, m.start(), m.end())):
        return None
    if m["y"]:
        return Period(_part(season(int(m["y"]), name), m), Granularity.MONTH, Basis.EXPLICIT)
    if c.reference is None:
        return undated(Granularity.MONTH)
    now = c.reference.year
    if m["yrel"]:
        return _clipped(_part(season(now + _EVERY[m["yrel"].lower()], name), m), c, Granularity.MONTH)
    spans = [_part(season(y, name), m) for y in range(now - 2, now + 3)]
    if rel.startswith("next") or rel == "this coming":
        return Period(next(s for s in spans if s[0] > c.reference), Granularity.MONTH)
    if rel == "last":
        return Period(next(s for s in reversed(spans) if s[1] < c.reference), Granularity.MONTH)
    return _pick(spans, c, Granularity.MONTH)


def quarter(m: Match, c: Context) -> Meaning | None:
    number = int(m["q2"] or {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[m["q"]])
    if m["yrel"] and c.reference is None:
        return undated(Granularity.MONTH)
    of = int(m["y2"] or m["y"]) if m["y2"] or m["y"] else c.today.year + _EVERY[m["yrel"].lower()]
    span = month(of, 3 * number - 2)[0], month(of, 3 * number)[1]
    return Period(span, Granularity.MONTH, Basis.EXPLICIT) if not m["yrel"] else _clipped(span, c, Granularity.MONTH)


def named_year(m: Match, c: Context) -> Meaning | None:
    if not m["part"] and not evidence.is_year(c.text, c.start, m.start("y"), m.end()):
        return None
    span = _part(year(int(m["y"])), m)
    return Period(span, Granularity.MONTH if m["part"] else Granularity.YEAR, Basis.EXPLICIT)


def years(m: Match, c: Context) -> Meaning | None:
    first, text = int(m["y"]), m["y2"]
    second = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    if not _is_range(m, c) or not first < second <= first + 150:
        return None
    return _range(Period(year(first, second), Granularity.YEAR, Basis.EXPLICIT))


def decade(m: Match, _: Context) -> Meaning | None:
    return Period(_part(year(int(m["y"]), int(m["y"]) + 9), m), Granularity.YEAR, Basis.EXPLICIT)


def holiday(m: Match, c: Context) -> Meaning | None:
    """Fixed days only. "Christmas" alone is the day and its eve and the day after."""
    name = m["holiday"].lower().replace("'", "").replace("’", "").replace("years", "year").replace("\u00a0", " ")
    number, date = {
        "new year day": (1, 1), "new year eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25),
        "christmas eve": (12, 24), "boxing day": (12, 26), "halloween": (10, 31), "valentines day": (2, 14),
        "valentine day": (2, 14),
    }[name]  # fmt: skip
    around = _ONE if name == "christmas" else dt.timedelta()
    if m["y"] is None and c.reference is None:
        return undated(Granularity.DAY)
    numbers = [int(m["y"])] if m["y"] else [c.today.year - 1, c.today.year, c.today.year + 1]
    spans = [(dt.date(y, number, date) - around, dt.date(y, number, date) + around) for y in numbers]
    return Period(spans[0], Granularity.DAY, Basis.EXPLICIT) if m["y"] else _pick(spans, c, Granularity.DAY)


def weekday(m: Match, c: Context) -> Meaning | None:
    if re.search(r"\b(?:Black|Bloody|Good|Ash|Palm|Holy|Super|Cyber|Maundy)[ ]$", c.text[max(c.start, m.start() - 9) : m.start()]):
        return None
    if c.reference is None:
        return undated(Granularity.DAY)
    number, rel = weekday_number(m["wd"]), (m["rel"] or "").lower()
    if m["week"]:
        date = week(c.reference)[0] + dt.timedelta(days=number + 7 * _EVERY[m["week"].lower()])
        return Period(day(date), Granularity.DAY)
    if rel == "this":
        return Period(day(week(c.reference)[0] + dt.timedelta(days=number)), Granularity.DAY)
    back = dt.timedelta(days=(c.reference.weekday() - number) % 7)
    on = dt.timedelta(days=(number - c.reference.weekday()) % 7)
    if rel in {"last", "past", "this past"}:
        return Period(day(c.reference - (back or 7 * _ONE)), Granularity.DAY)
    if rel in {"next", "coming", "this coming"}:
        return Period(day(c.reference + (on or 7 * _ONE)), Granularity.DAY)
    return Period(day(c.reference - back), Granularity.DAY, ahead=day(c.reference + on))


def weekdays(m: Match, c: Context) -> Meaning | None:
    first, second = weekday_number(m["wd"]), weekday_number(m["wd2"])
    if not _is_range(m, c):
        return None
    if c.reference is None:
        return undated(Granularity.DAY)
    length = dt.timedelta(days=(second - first) % 7)
    last = c.reference - dt.timedelta(days=(c.reference.weekday() - second) % 7)
    ahead = last + 7 * _ONE if last < c.reference else last
    return _range(Period((last - length, last), Granularity.DAY, ahead=(ahead - length, ahead)))


def month_number(name: str) -> int:
    """The month of a name, an abbreviation ("Sept.") or a cut-off name ("De")."""
    begin = name.lower().rstrip(".").replace("sept", "sep", 1) if len(name) < 6 else name.lower().rstrip(".")
    return next(number for full, number in MONTHS.items() if full.startswith(begin))


def weekday_number(name: str) -> int:
    start = name.lower().rstrip(".")[:3]
    return next(number for full, number in WEEKDAYS.items() if full.startswith(start))


def _day_number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _part(span: Days, m: Match) -> Days:
    which = (m["part"] or "").lower().replace("\u00a0", " ")
    return part(span, _PART.get(which, which)) if which else span


def _pick(spans: list[Days], c: Context, granularity: Granularity) -> Period:
    if c.reference is None:
        return undated(granularity)
    meant, ahead = nearest(spans, c.reference)
    return Period(meant, granularity, ahead=ahead)


def _range(period: Period) -> Period:
    """The period as one that lasts from its first to its last day, month or year."""
    if period.days is None:
        return period
    (first, last), unit = period.days, period.granularity
    if unit is Granularity.MONTH:
        inner = month(first.year, first.month)[1], month(last.year, last.month)[0]
    else:
        inner = (year(first.year)[1], year(last.year)[0]) if unit is Granularity.YEAR else (first, last)
    return replace(period, inner=inner if inner[0] <= inner[1] else None, is_range=True)


def _clipped(span: Days, c: Context, granularity: Granularity) -> Period:
    """The span as told: up to the reference date, or from it on if the sentence looks ahead."""
    return Period(until(span, c.today), granularity, ahead=(max(span[0], c.today), span[1]) if span[1] > c.today else None)


def _is_range(m: Match, c: Context) -> bool:
    """ "August and December" are two months; "between August and December" is one stretch."""
    return m["to"].strip("\u00a0 ") != "and" or c.text[max(c.start, m.start() - 8) : m.start()].lower().endswith("between ")


def _counts(m: Match) -> bool:
    """ "May 3 and 4 soldiers": the second number counts something."""
    return re.match(r"[ ][a-z]", m.string[m.end() : m.end() + 2]) is not None
