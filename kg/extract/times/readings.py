"""Which function reads which form of the grammar."""

import re
from collections.abc import Callable

from kg.extract.times import calendar, relative
from kg.extract.times.context import Context, Meaning

READINGS: dict[str, Callable[[re.Match[str], Context], Meaning | None]] = {
    "month_day": calendar.month_day,
    "cut_month_day": calendar.month_day,
    "day_month": calendar.month_day,
    "iso": calendar.iso,
    "numeric": calendar.numeric,
    "month_days": calendar.day_range,
    "days_month": calendar.day_range,
    "month": calendar.named_month,
    "months": calendar.months,
    "season": calendar.named_season,
    "quarter": calendar.quarter,
    "year": calendar.named_year,
    "years": calendar.years,
    "decade": calendar.decade,
    "holiday": calendar.holiday,
    "weekday": calendar.weekday,
    "weekdays": calendar.weekdays,
    "deictic": relative.deictic,
    "this": relative.this,
    "year_end": relative.year_end,
    "weekend": relative.weekend,
    "ago": relative.ago,
    "past": relative.past,
    "coming": relative.coming,
    "recent": relative.recent,
    "so_far": relative.so_far,
    "now": relative.now,
    "offset": relative.offset,
    "next_one": relative.next_one,
    "the_one": relative.the_one,
    "within": relative.within,
    "in": relative.in_,
    "for": relative.for_,
    "long": relative.long,
    "unit_long": relative.unit_long,
}
