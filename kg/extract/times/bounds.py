"""From days and the preposition before them to SEM's four bounds."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from kg.extract.times.periods import Days, Period, add_months
from kg.model import Granularity, TimeBounds


def _since(days: Days, reference: dt.date | None) -> TimeBounds:
    going = reference if reference and reference >= days[0] else None
    return TimeBounds(days[0], min(days[1], going) if going else days[1], ongoing_on=going)


def _from(days: Days, _: dt.date | None) -> TimeBounds:
    return TimeBounds(days[0], days[1])


def _until(days: Days, _: dt.date | None) -> TimeBounds:
    return TimeBounds(ongoing_on=days[0], not_after=days[1])


def _by(days: Days, _: dt.date | None) -> TimeBounds:
    return TimeBounds(started_by=days[1], not_after=days[1])


def _before(days: Days, _: dt.date | None) -> TimeBounds:
    eve = later(days[0], -1)
    return TimeBounds(started_by=eve, not_after=eve)


def _after(days: Days, _: dt.date | None) -> TimeBounds:
    return TimeBounds(not_before=days[0])


_LEADS: dict[str, Callable[[Days, dt.date | None], TimeBounds]] = {
    "since": _since,
    "from": _from,
    "starting": _from,
    "beginning": _from,
    "until": _until,
    "till": _until,
    "through": _until,
    "up to": _until,
    "by": _by,
    "no later than": _by,
    "before": _before,
    "ahead of": _before,
    "after": _after,
    "following": _after,
    "not until": _after,
    "not before": _after,
}


def bounds_of(period: Period, days: Days | None, lead: str, reference: dt.date | None) -> TimeBounds:
    """The bounds of something that happened within the days, or since, until, by, before or after them.

    Something since the days began in them and goes on at the reference date; something until them ended in them.
    """
    rule = _LEADS.get(lead) or _LEADS.get(lead.split(" ", maxsplit=1)[0])
    if days is None:
        found = TimeBounds()
    elif rule is not None and not period.is_range:
        found = rule(days, reference)
    else:
        inner = _moved(period, days)
        started, going = (days[1], None) if lead == "between" or inner is None else inner
        found = TimeBounds(days[0], started, going, days[1])
    known = replace(found, granularity=period.granularity, basis=period.basis, duration=period.duration)
    return sound(known) if days else known


def _moved(period: Period, days: Days) -> Days | None:
    """The days by which a range has begun and goes on, moved as far as `days` lie from the period's own: "from July 6
    to 8" may be last year's or this year's."""
    if period.inner is None or period.days is None or days == period.days:
        return period.inner
    months = 12 * (days[0].year - period.days[0].year) + days[0].month - period.days[0].month
    return add_months(period.inner[0], months), add_months(period.inner[1], months)


def sound(bounds: TimeBounds) -> TimeBounds:
    """The bounds, with the granularity of a day only where both ends are known: the ontology's shapes ask for both."""
    if bounds.granularity is Granularity.DAY and not (bounds.not_before and bounds.not_after):
        return replace(bounds, granularity=Granularity.UNDATED)
    return bounds


def shift(bounds: TimeBounds, days: int) -> TimeBounds | None:
    """The bounds so many days later; None if there is nothing to count from."""
    moved = replace(
        bounds,
        not_before=later(bounds.not_before, days),
        started_by=later(bounds.started_by, days),
        ongoing_on=later(bounds.ongoing_on, days),
        not_after=later(bounds.not_after, days),
    )
    return moved if moved.is_bounded else None


def later(day: dt.date | None, days: int) -> dt.date | None:
    """The day so many days later, None if the calendar ends before."""
    try:
        return day + dt.timedelta(days=days) if day else None
    except OverflowError:
        return None
