"""Readings of the forms that count from another event ("two days earlier") and of durations ("for three weeks")."""

import re

from kg.extract.times.context import Context, Match, Meaning, lowered, undated
from kg.extract.times.periods import Period, day
from kg.extract.times.steps import (
    BEYOND,
    DAYS,
    MONTHS_OF,
    count,
    duration,
    granularity_of,
    is_loose,
    moved,
    offset,
    singular,
    unit_around,
    window,
)
from kg.model import Granularity, TimeBounds

_EARLIER = frozenset({"earlier", "before", "beforehand", "previously", "prior"})
_WAYS = {"previous": -1, "preceding": -1, "following": 1, "next": 1}
_KNOWN = re.compile(r"(?i)(?:\b(?:the|its|his|her|their|our|this|that)|['’]s?) $")
"""Before "nine-year": the thing is known, so it is as old as that; "a nine-year term" may lie ahead."""


def away(m: Match, _: Context) -> Meaning | None:
    """ "two days earlier", "weeks later"."""
    if m["n"] is None and lowered(m, "unit") == singular(m["unit"]):
        return None  # "week after week"
    n = None if is_loose(m) else count(m)
    sign = -1 if lowered(m, "way") in _EARLIER else 1
    return offset(None if n is None else sign * n, singular(m["unit"]))


def next_one(m: Match, _: Context) -> Meaning | None:
    """ "the previous month", "the following day", "that week"."""
    unit = lowered(m, "unit")
    sign = _WAYS.get(lowered(m, "way").removeprefix("the "), 0)
    return offset(sign, unit if unit in DAYS | MONTHS_OF else "day")


def the_one(m: Match, _: Context) -> Meaning | None:
    """ "the day before", "the year after"."""
    unit = lowered(m, "unit")
    return offset(-1 if lowered(m, "way") == "before" else 1, "day" if unit == "night" else unit)


def within(m: Match, c: Context) -> Meaning | None:
    """ "in less than a month": up to the reference date, or from it on if the sentence looks ahead."""
    n, unit = count(m), singular(m["unit"])
    if c.reference is None or n is None:
        return undated(Granularity.UNDATED)
    ahead = (c.reference, moved(c.reference, n, unit))
    back = (moved(c.reference, -n, unit), c.reference)
    return Period(ahead if lowered(m, "how") == "within" else back, granularity_of(unit), ahead=ahead)


def in_time(m: Match, c: Context) -> Meaning | None:
    """ "in two weeks": then, if the sentence looks ahead; otherwise how long it took."""
    n, unit = count(m), singular(m["unit"])
    length = None if is_loose(m) else duration(n, unit)
    if c.reference is None or n is None or unit not in DAYS | MONTHS_OF:
        return TimeBounds(duration=length)
    then = moved(c.reference, n, unit)
    span = day(then) if unit == "day" else unit_around(then, unit, 0)
    return Period(None, granularity_of(unit), ahead=span, duration=length)


def for_time(m: Match, _: Context) -> Meaning | None:
    return TimeBounds(duration=None if is_loose(m) else duration(count(m), singular(m["unit"])))


def long(m: Match, c: Context) -> Meaning | None:
    """ "the nearly four-year war" began about four years ago and goes on; "a 120-day mission" only says how long."""
    n, unit = count(m), lowered(m, "unit")
    length = None if is_loose(m) else duration(n, unit)
    is_known = is_loose(m) or _KNOWN.search(c.text, max(c.start, m.start() - 6), m.start()) is not None
    if c.reference is None or n is None or unit not in {"month", "year", "decade"} or not is_known:
        return TimeBounds(duration=length)
    mod = lowered(m, "mod")
    first, last = window(c.reference, n, unit, mod)
    return TimeBounds(
        None if mod in BEYOND else first, last, c.reference, None, granularity=granularity_of(unit), duration=length
    )


def unit_long(_: Match, __: Context) -> Meaning | None:
    return TimeBounds()
