"""What a reading may look at beside its match, and what it may answer."""

import datetime as dt
import re
from dataclasses import dataclass

from kg.extract.times.periods import Days, Period, part
from kg.model import Basis, Granularity, TimeBounds


@dataclass(frozen=True, slots=True)
class Context:
    """The text between `start` and `end`, the day relative expressions count from, and the days named last before."""

    text: str
    start: int
    end: int
    reference: dt.date | None
    previous: Days | None = None

    @property
    def today(self) -> dt.date:
        """The reference date where a reading has made sure that there is one."""
        if self.reference is None:
            raise ValueError("no reference date")
        return self.reference


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days or months from another event: "two days earlier" is -2 days; neither if not said how many."""

    days: int | None = None
    months: int | None = None
    granularity: Granularity = Granularity.DAY


Meaning = Period | Offset | TimeBounds
Match = re.Match[str]

EVERY = {"last": -1, "this": 0, "next": 1, "the": 0}
_PART = {"start": "early", "beginning": "early", "middle": "mid", "end": "late"}


def undated(granularity: Granularity) -> Period:
    """A reading that waits for a reference date."""
    return Period(None, granularity, Basis.INFERRED)


def lowered(match: Match, group: str) -> str:
    """The group in lower case with plain blanks, "" if it is not there."""
    return (match.groupdict().get(group) or "").lower().replace("\u00a0", " ")


def part_of(span: Days, match: Match) -> Days:
    """The early, middle or late part of the span that the match names, or all of it."""
    which = lowered(match, "part")
    return part(span, _PART.get(which, which)) if which else span


def is_one_stretch(match: Match, context: Context) -> bool:
    """True of "between August and December" and "August to December"; "August and December" are two months."""
    before = context.text[max(context.start, match.start() - 8) : match.start()]
    return lowered(match, "to").strip() != "and" or before.lower().rstrip().endswith("between")
