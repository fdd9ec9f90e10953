"""Readings of the forms that name days of the calendar: dates, holidays, weekdays."""

import datetime as dt
import re

from kg.extract.times.context import EVERY, Context, Match, Meaning, is_one_stretch, lowered, undated
from kg.extract.times.periods import MONTHS, WEEKDAYS, Days, Period, day, month, picked, ranged, week
from kg.model import Basis, Granularity

_ONE = dt.timedelta(days=1)
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Good|Ash|Palm|Holy|Super|Cyber|Maundy) $")
_HOLIDAYS = {
    "new year day": (1, 1), "new year eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25),
    "christmas eve": (12, 24), "boxing day": (12, 26), "halloween": (10, 31), "valentine day": (2, 14),
}  # fmt: skip
"""Month and day of the holidays that fall on the same day everywhere and every year."""


def month_day(m: Match, c: Context) -> Meaning | None:
    """ "Dec. 31, 2025", "3 May"; a weekday beside it decides the year."""
    number, date = month_number(m["m"]), _day_number(m["d"])
    if named := lowered(m, "y"):
        return Period(day(dt.date(int(named), number, date)), Granularity.DAY, Basis.EXPLICIT)
    if c.reference is None:
        return undated(Granularity.DAY)
    years = range(c.reference.year - 3, c.reference.year + 4)
    dates = [dt.date(y, number, date) for y in years if date <= month(y, number)[1].day]
    if named := lowered(m, "wd"):
        fitting = [d for d in dates if d.weekday() == weekday_number(named)]
        dates = sorted(fitting, key=lambda d: abs(d - c.today))[:1] or dates
    return picked([day(d) for d in dates], c.reference, Granularity.DAY) if dates else None  # 31 June


def iso(m: Match, _: Context) -> Meaning | None:
    return Period(day(dt.date(int(m["y"]), int(m["m"]), int(m["d"]))), Granularity.DAY, Basis.EXPLICIT)


def numeric(m: Match, _: Context) -> Meaning | None:
    """ "12/31/2025"; 3/4/2025 is March 4 in one country and 3 April in another, so it says nothing."""
    a, b = int(m["a"]), int(m["b"])
    if m["sep"] == "/" and a <= 12 and b <= 12 and a != b:
        return None
    number, date = (a, b) if b > 12 else (b, a)
    return Period(day(dt.date(int(m["y"]), number, date)), Granularity.DAY, Basis.EXPLICIT)


def day_range(m: Match, c: Context) -> Meaning | None:
    """ "from 3 to 5 May", "Dec. 30 - Jan. 2", "May 3 and 4"."""
    first, second = month_number(m["m"] or m["m2"]), month_number(m["m2"] or m["m"])
    dates = _day_number(m["d"]), _day_number(m["d2"])
    is_listed = not is_one_stretch(m, c)
    if (first == second and dates[0] >= dates[1]) or (is_listed and (first != second or _counts_something(m))):
        return None
    if m["y"]:
        span = _between(int(m["y"]), (first, dates[0]), (second, dates[1]))
        return ranged(Period(span, Granularity.DAY, Basis.EXPLICIT))
    if c.reference is None:
        return undated(Granularity.DAY)
    years = range(c.reference.year - 1, c.reference.year + 2)
    spans = [_between(y, (first, dates[0]), (second, dates[1])) for y in years]
    return ranged(picked(spans, c.reference, Granularity.DAY))


def _between(year: int, first: tuple[int, int], last: tuple[int, int]) -> Days:
    return dt.date(year - (first > last), *first), dt.date(year, *last)


def _counts_something(m: Match) -> bool:
    """True of "May 3 and 4 soldiers"."""
    return not m["y"] and re.match(r" [a-z]", m.string[m.end() : m.end() + 2]) is not None


def holiday(m: Match, c: Context) -> Meaning | None:
    """ "New Year's Eve"; "Christmas" alone is the day, its eve and the day after."""
    name = re.sub(r"['’]?s? ", " ", lowered(m, "holiday")) if " " in lowered(m, "holiday") else lowered(m, "holiday")
    number, date = _HOLIDAYS[name.replace("christma ", "christmas ")]
    around = _ONE if name == "christmas" else dt.timedelta()
    if m["y"]:
        on = dt.date(int(m["y"]), number, date)
        return Period((on - around, on + around), Granularity.DAY, Basis.EXPLICIT)
    if c.reference is None:
        return undated(Granularity.DAY)
    dates = [dt.date(y, number, date) for y in range(c.reference.year - 1, c.reference.year + 2)]
    return picked([(d - around, d + around) for d in dates], c.reference, Granularity.DAY)


def weekday(m: Match, c: Context) -> Meaning | None:
    """ "on Friday": the last one up to the reference date, or the next if the sentence looks ahead."""
    if _NAMED_DAY.search(c.text, max(c.start, m.start() - 9), m.start()):
        return None
    if c.reference is None:
        return undated(Granularity.DAY)
    number, rel = weekday_number(m["wd"]), lowered(m, "rel")
    if m["week"] or rel == "this":
        weeks = EVERY[lowered(m, "week") or rel]
        return Period(day(week(c.reference)[0] + dt.timedelta(days=number + 7 * weeks)), Granularity.DAY)
    back = dt.timedelta(days=(c.reference.weekday() - number) % 7)
    on = dt.timedelta(days=(number - c.reference.weekday()) % 7)
    if rel in {"last", "past", "this past"}:
        return Period(day(c.reference - (back or 7 * _ONE)), Granularity.DAY)
    if rel in {"next", "coming", "this coming"}:
        return Period(day(c.reference + (on or 7 * _ONE)), Granularity.DAY)
    return Period(day(c.reference - back), Granularity.DAY, ahead=day(c.reference + on))


def weekdays(m: Match, c: Context) -> Meaning | None:
    """ "Monday to Wednesday"."""
    first, second = weekday_number(m["wd"]), weekday_number(m["wd2"])
    if not is_one_stretch(m, c):
        return None
    if c.reference is None:
        return undated(Granularity.DAY)
    length = dt.timedelta(days=(second - first) % 7)
    last = c.reference - dt.timedelta(days=(c.reference.weekday() - second) % 7)
    ahead = last if last == c.reference else last + 7 * _ONE
    return ranged(Period((last - length, last), Granularity.DAY, ahead=(ahead - length, ahead)))


def month_number(name: str) -> int:
    """The month of a name, an abbreviation ("Sept.") or a cut-off name ("De")."""
    begin = name.lower().rstrip(".")
    return next(number for full, number in MONTHS.items() if full.startswith(begin))


def weekday_number(name: str) -> int:
    return next(number for full, number in WEEKDAYS.items() if full.startswith(name.lower()[:3]))


def _day_number(text: str) -> int:
    return int(text.rstrip("stndrh"))
