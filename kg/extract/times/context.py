"""What a reading may look at beside its match, and what it may answer."""

import datetime as dt
from dataclasses import dataclass

from kg.extract.times.periods import Days, Period
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


def undated(granularity: Granularity) -> Period:
    """A reading that waits for a reference date."""
    return Period(None, granularity, Basis.INFERRED)
