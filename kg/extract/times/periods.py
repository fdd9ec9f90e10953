"""Stretches of days: months, seasons, thirds of a year, the week of a day; and which of several is meant."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from kg.model import Basis, Granularity

Days = tuple[dt.date, dt.date]
"""First and last day, both included."""

MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month on the northern hemisphere, where most English-language agencies are."""

_STALE = 300
_NEAR = 60
"""A date without a year is the last one before the reference date, unless that is `_STALE` days past and the next one
is less than `_NEAR` days ahead: in news of 2 March "March 5" is three days ahead, not 362 days ago."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days an expression means; without days if the reference date it counts from is not known."""

    days: Days | None
    granularity: Granularity
    basis: Basis = Basis.RESOLVED
    ahead: Days | None = None
    """The days meant if the sentence looks forward, where the wording leaves that open ("Thursday", "in April")."""
    is_stale: bool = False
    """True if nothing but a past verb speaks for the days rather than for those ahead."""
    duration: str | None = None
    inner: Days | None = None
    """Of a range "from May to July": the last day of May and the first of July."""
    is_range: bool = False


def day(date: dt.date) -> Days:
    return date, date


def month(year: int, number: int) -> Days:
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def year(number: int, last: int | None = None) -> Days:
    return dt.date(number, 1, 1), dt.date(last or number, 12, 31)


def season(number: int, name: str) -> Days:
    """The three months; a winter is that which begins in December of the year."""
    first = month(number, SEASONS[name])[0]
    return first, month(*shifted_month(first, 2))[1]


def week(date: dt.date) -> Days:
    """Monday to Sunday around the day."""
    monday = date - dt.timedelta(days=date.weekday())
    return monday, monday + dt.timedelta(days=6)


def shifted_month(date: dt.date, months: int) -> tuple[int, int]:
    """Year and month, so many months later."""
    count = date.year * 12 + date.month - 1 + months
    return count // 12, count % 12 + 1


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    first, last = month(*shifted_month(date, months))
    return min(first.replace(day=1) + dt.timedelta(days=date.day - 1), last)


def part(days: Days, which: str) -> Days:
    """An early, middle or late third, a half, or an end, of a month, year or decade.

    >>> part(month(2020, 2), "early")[1].day
    10
    """
    first, last = days
    if which in {"first half", "second half"}:
        middle = first + (last - first) / 2
        return (first, middle) if which == "first half" else (middle + dt.timedelta(days=1), last)
    length = (last - first).days + 1
    if length > 31:
        months = round(length / 30.44)
        cuts = add_months(first, months // 3), add_months(first, months - months // 3)
    else:
        third = 10 if length > 7 else length // 3
        cuts = first + dt.timedelta(days=third), first + dt.timedelta(days=2 * third)
    one = dt.timedelta(days=1)
    thirds = {"early": (first, cuts[0] - one), "mid": (cuts[0], cuts[1] - one), "late": (cuts[1], last)}
    return thirds[which]


def until(days: Days, reference: dt.date) -> Days:
    """The days up to the reference date: what is told as past does not reach beyond it."""
    return days if days[0] > reference else (days[0], min(days[1], reference))


def picked(candidates: list[Days], reference: dt.date, granularity: Granularity) -> Period:
    """Of candidates in order (one a year, say): the last that began by the reference date, with the next that is not
    over as the reading ahead."""
    past = [days for days in candidates if days[0] <= reference]
    future = next((days for days in candidates if days[1] >= reference), None)
    if not past:
        return Period(candidates[0], granularity)
    far = (reference - past[-1][0]).days > _STALE
    is_stale = future is not None and far and (future[0] - reference).days < _NEAR
    return Period(until(past[-1], reference), granularity, ahead=future, is_stale=is_stale)


def clipped(span: Days, reference: dt.date, granularity: Granularity) -> Period:
    """The span up to the reference date, and from it on as the reading ahead."""
    ahead = (max(span[0], reference), span[1]) if span[1] > reference else None
    return Period(until(span, reference), granularity, ahead=ahead)


def ranged(period: Period) -> Period:
    """The period as one that lasts from its first to its last day, month or year."""
    if period.days is None:
        return period
    (first, last), unit = period.days, period.granularity
    if unit is Granularity.MONTH:
        inner = month(first.year, first.month)[1], month(last.year, last.month)[0]
    else:
        inner = (year(first.year)[1], year(last.year)[0]) if unit is Granularity.YEAR else (first, last)
    return replace(period, inner=inner if inner[0] <= inner[1] else None, is_range=True)
