"""Steps through the calendar: counts and units of time, and the days so many of them away from a date."""

import datetime as dt
import math

from kg.extract.quantities.numbers import value
from kg.extract.times.context import Match, Offset, lowered
from kg.extract.times.periods import Days, add_months, day, month, shifted_month, week, year
from kg.model import Granularity

DAYS = {"day": 1, "week": 7}
MONTHS_OF = {"month": 1, "year": 12, "decade": 120, "century": 1200}
ONE = dt.timedelta(days=1)
_UNCOUNTED = frozenset({"a few", "few", "several", "many", "a couple of"})
_ROUGHLY = frozenset({"about", "around", "roughly", "some", "approximately"})
_NEARLY = frozenset({"nearly", "almost", "just under", "less than", "under", "up to"})
BEYOND = frozenset({"more than", "over", "at least", "just over"})
_EXACT = frozenset({"just", "only", "barely"})
_GRANULARITY = {"month": Granularity.MONTH} | dict.fromkeys(("year", "decade", "century"), Granularity.YEAR)
_DURATIONS = {"minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}D", "month": "P{}M"}


def granularity_of(unit: str) -> Granularity:
    """Of the wording: a week or an hour is told in days."""
    return _GRANULARITY.get(unit, Granularity.DAY)


def count(m: Match, group: str = "n") -> int | None:
    """The counted number, None if there is none or it is not known ("several")."""
    word = lowered(m, group)
    if not word or word in _UNCOUNTED:
        return None
    number = 1 if word in {"a", "an"} else value(word)
    return int(number) if number is not None else None


def singular(unit: str) -> str:
    word = unit.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def is_loose(m: Match) -> bool:
    """True of "nearly four", not of "just four"."""
    return lowered(m, "mod") not in _EXACT | {""}


def duration(n: int | None, unit: str) -> str | None:
    """The length as an xsd:duration, which has no weeks: three weeks are P21D."""
    if n is None:
        return None
    return _DURATIONS.get(unit, "P{}Y").format(n * {"week": 7, "decade": 10, "century": 100}.get(unit, 1))


def offset(n: int | None, unit: str) -> Offset:
    """So many units from another event; hours and minutes stay on its day."""
    if n is None:
        return Offset(granularity=Granularity.UNDATED)
    if unit in MONTHS_OF:
        return Offset(months=n * MONTHS_OF[unit], granularity=granularity_of(unit))
    return Offset(days=n * DAYS.get(unit, 0))


def unit_around(date: dt.date, unit: str, away: int) -> Days:
    """The week, weekend, month, year ... around the day, or the one so many before or after it."""
    if unit in {"week", "weekend"}:
        first, last = week(date + 7 * away * ONE)
        return (first + 5 * ONE, last) if unit == "weekend" else (first, last)
    if unit == "month":
        return month(*shifted_month(date, away))
    length = MONTHS_OF[unit] // 12
    begin = (date.year // length + away) * length
    return year(begin, begin + length - 1)


def moved(date: dt.date, n: int, unit: str) -> dt.date:
    """The day so many units later, or earlier if negative; part of a day counts as a day."""
    if unit in MONTHS_OF:
        return add_months(date, n * MONTHS_OF[unit])
    if unit in DAYS:
        return date + n * DAYS[unit] * ONE
    whole = math.ceil(abs(n) / (24 if unit == "hour" else 1440))
    return date + (whole if n > 0 else -whole) * ONE


def window(reference: dt.date, n: int, unit: str, mod: str = "") -> Days:
    """The days that "n units ago" may mean: that day, the days around it, that month, that year. "Nearly four years
    ago" is in the year after the day four years ago, "about four" between five and three years ago."""
    if mod in _ROUGHLY:
        return window(reference, n + 1, unit)[0], min(window(reference, max(n - 1, 0), unit)[1], reference)
    then = moved(reference, -n, unit)
    if mod in _NEARLY:
        return then, moved(then, 1, unit) - ONE if unit in MONTHS_OF else min(then + n * ONE, reference)
    if unit == "week":
        return then - 3 * ONE, then + 3 * ONE
    if unit == "month":
        return month(then.year, then.month)
    if unit in MONTHS_OF:
        slack = {"year": 0, "decade": 1}.get(unit, 10)
        return year(then.year - slack, then.year + slack)
    return day(then) if unit == "day" else (then, reference)
