"""What each form of time expression means in an article of Wednesday, 15 May 2024."""

import datetime as dt

import pytest

from kg.extract.times import TimeExpression, find_times
from kg.model import Basis, Granularity, TimeBounds

WEDNESDAY = dt.date(2024, 5, 15)
Days = tuple[str | None, str | None, str | None, str | None]


def only(text: str, reference: dt.date | None = WEDNESDAY) -> TimeExpression:
    [found] = find_times(text, 0, len(text), reference)
    return found


def days(bounds: TimeBounds | None) -> Days:
    assert bounds is not None
    four = bounds.not_before, bounds.started_by, bounds.ongoing_on, bounds.not_after
    a, b, c, d = (str(day) if day else None for day in four)
    return a, b, c, d


def within(first: str, last: str) -> Days:
    return first, last, None, last


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Dec. 31, 2023", "2023-12-31"),
        ("31 December 2023", "2023-12-31"),
        ("December 31st, 2023", "2023-12-31"),
        ("DEC. 31, 2023", "2023-12-31"),
        ("the 3rd of May 2023", "2023-05-03"),
        ("2023-12-31", "2023-12-31"),
        ("12/31/2023", "2023-12-31"),
        ("31.12.2023", "2023-12-31"),
        ("Christmas Eve 2022", "2022-12-24"),
    ],
)
def test_full_date_is_explicit(text: str, date: str) -> None:
    found = only(text, None)
    assert days(found.bounds) == within(date, date)
    assert (found.bounds.granularity, found.bounds.basis) == (Granularity.DAY, Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on April 30", "2024-04-30"),
        ("on 20 December", "2023-12-20"),
        ("on De 12", "2023-12-12"),
        ("Sept 3", "2023-09-03"),
        ("on Saturday (May 11)", "2024-05-11"),
        ("Friday, May 17", "2024-05-17"),
        ("on Wednesday", "2024-05-15"),
        ("on Thursday", "2024-05-09"),
        ("Sunday morning", "2024-05-12"),
        ("last Friday", "2024-05-10"),
        ("last Wednesday", "2024-05-08"),
        ("next Monday", "2024-05-20"),
        ("on Friday last week", "2024-05-10"),
        ("Tuesday this week", "2024-05-14"),
        ("today", "2024-05-15"),
        ("this morning", "2024-05-15"),
        ("tonight", "2024-05-15"),
        ("yesterday evening", "2024-05-14"),
        ("last night", "2024-05-14"),
        ("tomorrow", "2024-05-16"),
        ("the day before yesterday", "2024-05-13"),
        ("three days ago", "2024-05-12"),
        ("New Year's Day", "2024-01-01"),
        ("two days after New Year's Eve", "2024-01-02"),
    ],
)
def test_day_counts_from_the_reference_date(text: str, date: str) -> None:
    found = only(text)
    assert days(found.bounds) == within(date, date)
    assert (found.bounds.granularity, found.bounds.basis) == (Granularity.DAY, Basis.RESOLVED)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("overnight", "2024-05-14", "2024-05-15"),
        ("over the weekend", "2024-05-11", "2024-05-12"),
        ("last weekend", "2024-05-11", "2024-05-12"),
        ("last week", "2024-05-06", "2024-05-12"),
        ("next week", "2024-05-20", "2024-05-26"),
        ("earlier this week", "2024-05-13", "2024-05-15"),
        ("the week before last", "2024-04-29", "2024-05-05"),
        ("a week ago", "2024-05-05", "2024-05-11"),
        ("earlier this month", "2024-05-01", "2024-05-15"),
        ("this month", "2024-05-01", "2024-05-15"),
        ("last month", "2024-04-01", "2024-04-30"),
        ("in April", "2024-04-01", "2024-04-30"),
        ("in May", "2024-05-01", "2024-05-15"),
        ("in early February", "2024-02-01", "2024-02-10"),
        ("in August 2023", "2023-08-01", "2023-08-31"),
        ("last March", "2024-03-01", "2024-03-31"),
        ("next March", "2025-03-01", "2025-03-31"),
        ("August last year", "2023-08-01", "2023-08-31"),
        ("the spring of 2023", "2023-03-01", "2023-05-31"),
        ("last summer", "2023-06-01", "2023-08-31"),
        ("in the winter", "2023-12-01", "2024-02-29"),
        ("the third quarter of 2023", "2023-07-01", "2023-09-30"),
        ("two months ago", "2024-03-01", "2024-03-31"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("the 2019 treaty", "2019-01-01", "2019-12-31"),
        ("late 2022", "2022-09-01", "2022-12-31"),
        ("mid-2017", "2017-05-01", "2017-08-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("earlier this year", "2024-01-01", "2024-05-15"),
        ("later this year", "2024-05-15", "2024-12-31"),
        ("next year", "2025-01-01", "2025-12-31"),
        ("in the year ahead", "2024-05-15", "2025-05-14"),
        ("two years ago", "2022-01-01", "2022-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("between August and December 2023", "2023-08-01", "2023-12-31"),
        ("between 2014 and 2016", "2014-01-01", "2016-12-31"),
        ("in less than a month", "2024-04-15", "2024-05-15"),
        ("within two weeks", "2024-05-15", "2024-05-29"),
    ],
)
def test_stretch_of_days(text: str, first: str, last: str) -> None:
    assert days(only(text).bounds) == within(first, last)


def test_a_conviction_last_year_of_doing_something_was_last_year() -> None:
    assert days(only("convicted last year of killing him").bounds) == within("2023-01-01", "2023-12-31")
    assert find_times("his last year of school", 0, 23, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2014", ("2014-01-01", "2014-12-31", "2024-05-15", None)),
        ("since the 24 February 2022 attack", ("2022-02-24", "2022-02-24", "2024-05-15", None)),
        ("since January", ("2024-01-01", "2024-01-31", "2024-05-15", None)),
        ("until mid-2017", (None, None, "2017-05-01", "2017-08-31")),
        ("by 2030", (None, "2030-12-31", None, "2030-12-31")),
        ("by the end of the month", (None, "2024-05-31", None, "2024-05-31")),
        ("before Monday", (None, "2024-05-12", None, "2024-05-12")),
        ("after Monday", ("2024-05-13", None, None, None)),
        ("from 3 to 5 May", ("2024-05-03", "2024-05-03", "2024-05-05", "2024-05-05")),
        ("from January to March 2024", ("2024-01-01", "2024-01-31", "2024-03-01", "2024-03-31")),
        ("2014-16", ("2014-01-01", "2014-12-31", "2016-01-01", "2016-12-31")),
        ("more than two years ago", (None, "2022-12-31", None, "2022-12-31")),
        ("in recent years", (None, "2024-05-15", None, None)),
        ("over the past two years", ("2022-05-15", "2024-05-15", None, None)),
        ("for the past two years", ("2022-01-01", "2022-12-31", "2024-05-15", None)),
        ("in the coming days", ("2024-05-15", None, None, None)),
        ("so far", (None, "2024-05-15", None, "2024-05-15")),
        ("the nearly four-year siege", ("2020-05-15", "2021-05-14", "2024-05-15", None)),
        ("a nearly four-year siege", ("2020-05-15", "2021-05-14", "2024-05-15", None)),
        ("its nine-year war", ("2015-01-01", "2015-12-31", "2024-05-15", None)),
        ("their more than nine-year war", (None, "2015-12-31", "2024-05-15", None)),
        ("nearly four years ago", ("2020-05-15", "2021-05-14", None, "2021-05-14")),
        ("about four years ago", ("2019-01-01", "2021-12-31", None, "2021-12-31")),
    ],
)
def test_open_bounds(text: str, expected: Days) -> None:
    assert days(only(text).bounds) == expected


def test_age_of_a_war_follows_the_ontology() -> None:
    found = only("the nearly four-year war", dt.date(2026, 1, 1)).bounds
    assert days(found) == ("2022-01-01", "2022-12-31", "2026-01-01", None)
    assert found.basis is Basis.INFERRED


@pytest.mark.parametrize(
    ("text", "duration"),
    [("a 120-day trip", "P120D"), ("for three weeks", "P21D"), ("a five-year term", "P5Y"), ("for 48 hours", "PT48H")],
)
def test_duration_is_no_date(text: str, duration: str) -> None:
    found = only(text).bounds
    assert found.duration == duration
    assert not found.is_bounded


def test_a_range_still_to_come_begins_in_its_own_year():
    text = "The queen will visit Ghana from July 6 to 8."
    ((bounds,),) = [[e.ahead for e in find_times(text, 0, len(text), dt.date(2010, 3, 1))]]
    first, last = dt.date(2010, 7, 6), dt.date(2010, 7, 8)
    assert (bounds.not_before, bounds.started_by, bounds.ongoing_on, bounds.not_after) == (first, first, last, last)
