"""From days and the preposition before them to SEM's four bounds."""

import datetime as dt
from dataclasses import replace

from kg.extract.times.periods import Days, Period
from kg.model import Basis, Granularity, TimeBounds

_UNTIL = frozenset({"until", "till", "through", "up to"})
_BY = frozenset({"by", "no later than"})
_BEFORE = frozenset({"before", "ahead of"})
_AFTER = frozenset({"after", "following"})
_FROM = frozenset({"from", "starting", "beginning"})
_FIELDS = ("not_before", "started_by", "ongoing_on", "not_after")


def bounds_of(period: Period, days: Days | None, lead: str, reference: dt.date | None) -> TimeBounds:
    """The bounds of something that happened within the days, or since, until, by, before or after them.

    Something since the days began in them and goes on at the reference date; something until them ended in them.
    """
    known = TimeBounds(granularity=period.granularity, basis=period.basis, duration=period.duration)
    if days is None:
        return known
    first, last = days
    word = lead.split()[0] if lead else ""
    if lead == "since":
        ongoing = reference if reference and reference >= first else None
        started = min(last, ongoing) if ongoing else last
        return sound(replace(known, not_before=first, started_by=started, ongoing_on=ongoing))
    if lead in _UNTIL:
        return sound(replace(known, ongoing_on=first, not_after=last))
    if lead in _BY:
        return sound(replace(known, started_by=last, not_after=last))
    if lead in _BEFORE:
        eve = later(first, -1)
        return sound(replace(known, started_by=eve, not_after=eve))
    if lead in _AFTER:
        return sound(replace(known, not_before=first))
    if word in _FROM and not period.is_range:
        return sound(replace(known, not_before=first, started_by=last))
    started, going = (last, None) if lead == "between" or period.inner is None else period.inner
    return replace(known, not_before=first, started_by=started, ongoing_on=going, not_after=last)


def sound(bounds: TimeBounds) -> TimeBounds:
    """The bounds, with the granularity of a day only where both ends are known: the ontology's shapes ask for both."""
    if bounds.granularity is Granularity.DAY and not (bounds.not_before and bounds.not_after):
        return replace(bounds, granularity=Granularity.UNDATED)
    return bounds


def shift(bounds: TimeBounds, days: int) -> TimeBounds | None:
    """The bounds so many days later; None if there is nothing to count from."""
    if not bounds.is_bounded:
        return None
    moved = {field: later(getattr(bounds, field), days) for field in _FIELDS}
    return replace(bounds, **moved) if any(moved.values()) else None


def later(day: dt.date | None, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days) if day else None
    except OverflowError:
        return None
