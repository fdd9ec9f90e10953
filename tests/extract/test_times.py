"""Time expressions against a Wednesday, 15 May 2024. Property first: whatever the text, spans are literal."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import TimeExpression, anchored, find_times, shift
from kg.model import Basis, Granularity, TimeBounds

WEDNESDAY = dt.date(2024, 5, 15)
WORDS = st.sampled_from(
    "on in since until by before after between and from to the early late mid last this next Monday Sat May March December "
    "Dec. De 31 3rd 12 2016 2024 2014-16 1990s today yesterday week month year years days two a several ago earlier later "
    "for nearly four-year 120-day weekend spring of ( ) , . will said 9999 centuries Christmas New Year's Eve that same".split()
)
TEXTS = st.one_of(st.text(), st.lists(WORDS).map(" ".join))
REFERENCES = st.none() | st.dates()

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


@given(TEXTS, REFERENCES)
def test_spans_are_literal_ordered_and_apart(text: str, reference: dt.date | None) -> None:
    found = find_times(text, 0, len(text), reference)
    assert [e.span.of(text) for e in found] == [e.bounds.text for e in found]
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))


@given(TEXTS, REFERENCES)
def test_bounds_are_in_order(text: str, reference: dt.date | None) -> None:
    for e in find_times(text, 0, len(text), reference):
        b = e.bounds
        if b.not_before and b.started_by:
            assert b.not_before <= b.started_by
        if b.started_by and b.not_after:
            assert b.started_by <= b.not_after
        if b.ongoing_on and b.not_after:
            assert b.ongoing_on <= b.not_after


@given(TEXTS, REFERENCES)
def test_a_day_has_both_ends(text: str, reference: dt.date | None) -> None:
    for e in find_times(text, 0, len(text), reference):
        if e.bounds.granularity is Granularity.DAY and e.bounds.is_bounded:
            assert e.bounds.not_before
            assert e.bounds.not_after


@given(TEXTS, REFERENCES)
def test_only_the_given_range_is_read(text: str, reference: dt.date | None) -> None:
    whole = f"In 2001\n{text}"
    assert all(e.span.start >= 8 for e in find_times(whole, 8, len(whole), reference))


@given(TEXTS)
def test_without_reference_only_full_dates_are_resolved(text: str) -> None:
    for e in find_times(text, 0, len(text), None):
        assert e.bounds.basis is not Basis.RESOLVED
        assert e.bounds.is_bounded == (e.bounds.basis is Basis.EXPLICIT)


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
        ("the nearly four-year siege", ("2020-01-01", "2020-12-31", "2024-05-15", None)),
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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("He will arrive on Friday.", "2024-05-17"),
        ("On Friday, the two will meet.", "2024-05-17"),
        ("She is due to speak on Monday.", "2024-05-20"),
        ("They are to be questioned on Monday.", "2024-05-20"),
        ("The vote is on 20 May.", "2024-05-20"),
        ("The bridge was due to open but burned on Monday.", "2024-05-13"),
        ("It fell on Monday.", "2024-05-13"),
    ],
)
def test_sentence_decides_between_past_and_coming_day(text: str, date: str) -> None:
    assert str(only(text).bounds.not_before) == date


def test_each_date_of_a_sentence_leans_by_itself() -> None:
    text = "He said on Monday that talks would resume on Thursday."
    assert [str(e.bounds.not_before) for e in find_times(text, 0, len(text), WEDNESDAY)] == ["2024-05-13", "2024-05-16"]


def test_other_reading_is_kept_for_planned_events() -> None:
    assert days(only("a visit on Friday").ahead) == within("2024-05-17", "2024-05-17")


def test_the_month_is_the_one_named_before() -> None:
    text = "In early February they vowed to leave by the end of the month."
    assert str(find_times(text, 0, len(text), WEDNESDAY)[1].bounds.not_after) == "2024-02-29"


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("the day before", -1),
        ("a day after", 1),
        ("just two days earlier", -2),
        ("the previous day", -1),
        ("the following week", 7),
        ("that day", 0),
        ("hours later", None),
    ],
)
def test_relative_expression_waits_for_its_anchor(text: str, offset: int | None) -> None:
    found = only(text)
    assert (found.is_relative, found.offset_days) == (True, offset)
    assert not found.bounds.is_bounded


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("two days earlier", "2024-03-08", "2024-03-08"),
        ("the previous month", "2024-02-01", "2024-02-29"),
        ("a year later", "2025-01-01", "2025-12-31"),
    ],
)
def test_anchored_relative_expression(text: str, first: str, last: str) -> None:
    day = dt.date(2024, 3, 10)
    assert days(anchored(only(text), TimeBounds(day, day, None, day))) == within(first, last)


def test_nothing_is_anchored_to_an_undated_event() -> None:
    assert anchored(only("two days earlier"), TimeBounds()) is None


def test_shift_moves_every_bound() -> None:
    moved = shift(TimeBounds(dt.date(2024, 1, 31), None, None, dt.date(2024, 2, 1)), 1)
    assert days(moved) == ("2024-02-01", None, None, "2024-02-02")


def test_shift_of_nothing_is_nothing() -> None:
    assert shift(TimeBounds(duration="P1D"), 1) is None


def test_past_expression_ends_by_the_reference_date() -> None:
    assert only("in May").bounds.not_after == WEDNESDAY


@pytest.mark.parametrize("text", ["on Thursday", "in April", "last year", "yesterday", "earlier this month"])
def test_without_reference_date_text_and_granularity_remain(text: str) -> None:
    found = only(text, None).bounds
    assert (found.text, found.basis, found.is_bounded) == (text, Basis.INFERRED, False)
    assert found.granularity is not Granularity.UNDATED


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march",
        "the fall of the town",
        "April said so",
        "the Sunday Times",
        "Good Friday",
        "2000 men, 2,016 cows and killed 2000 people",
        "3/4/2024",
        "at 10 a.m.",
        "week after week",
        "a 25-year-old clerk",
        "the next step",
        "31 June",
        "No 10",
    ],
)
def test_other_words_are_no_times(text: str) -> None:
    assert [e for e in find_times(text, 0, len(text), WEDNESDAY) if e.bounds.is_bounded] == []


def test_no_break_space_is_a_blank() -> None:
    assert days(only("on\u00a0Dec.\u00a031,\u00a02023").bounds) == within("2023-12-31", "2023-12-31")


@pytest.mark.parametrize("text", ["Monday " * 1500, "in the last " * 2000, "1-" * 8000, "late early mid-" * 1000, "2016 to " * 1500])
def test_long_runs_take_linear_time(text: str) -> None:
    begin = time.perf_counter()
    find_times(text, 0, len(text), WEDNESDAY)
    assert time.perf_counter() - begin < 4
