"""Which function reads which form of the grammar."""

from collections.abc import Callable

from kg.extract.times import days, lengths, months, relative
from kg.extract.times.context import Context, Match, Meaning

READINGS: dict[str, Callable[[Match, Context], Meaning | None]] = {
    "month_day": days.month_day,
    "cut_month_day": days.month_day,
    "day_month": days.month_day,
    "iso": days.iso,
    "numeric": days.numeric,
    "month_days": days.day_range,
    "days_month": days.day_range,
    "month": months.named_month,
    "months": months.months,
    "season": months.named_season,
    "quarter": months.quarter,
    "year": months.named_year,
    "years": months.years,
    "decade": months.decade,
    "holiday": days.holiday,
    "weekday": days.weekday,
    "weekdays": days.weekdays,
    "deictic": relative.deictic,
    "this": relative.this,
    "before_last": relative.before_last,
    "year_end": relative.year_end,
    "weekend": relative.weekend,
    "ago": relative.ago,
    "past": relative.past,
    "coming": relative.coming,
    "recent": relative.recent,
    "so_far": relative.so_far,
    "now": relative.now,
    "offset": lengths.away,
    "next_one": lengths.next_one,
    "the_one": lengths.the_one,
    "within": lengths.within,
    "in": lengths.in_time,
    "for": lengths.for_time,
    "long": lengths.long,
    "unit_long": lengths.unit_long,
}
