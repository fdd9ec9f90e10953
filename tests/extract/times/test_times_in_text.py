"""Time expressions in running text. Property first: whatever the text, spans are literal and bounds in order."""

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import TimeExpression, anchored, find_times, shift
from kg.model import Basis, Granularity, TimeBounds

WEDNESDAY = dt.date(2024, 5, 15)
WORDS = st.sampled_from(
    "on in since until by before after between and from to the early late mid last this next Monday Sat May March "
    "December Dec. De 31 3rd 12 2016 2024 2014-16 1990s today yesterday week month year years days two a several ago "
    "earlier later for nearly four-year 120-day weekend spring of ( ) , . will said 9999 centuries Christmas New "
    "Year's Eve that same".split()
)
TEXTS = st.one_of(st.text(), st.lists(WORDS).map(" ".join))
REFERENCES = st.none() | st.dates()


def only(text: str, reference: dt.date | None = WEDNESDAY) -> TimeExpression:
    [found] = find_times(text, 0, len(text), reference)
    return found


def first_and_last(bounds: TimeBounds | None) -> tuple[str, str]:
    assert bounds is not None
    return str(bounds.not_before), str(bounds.not_after)


@given(TEXTS, REFERENCES)
def test_spans_are_literal_ordered_and_apart(text: str, reference: dt.date | None) -> None:
    found = find_times(text, 0, len(text), reference)
    assert [e.span.of(text) for e in found] == [e.bounds.text for e in found]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


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
    assert first_and_last(only("a visit on Friday").ahead) == ("2024-05-17", "2024-05-17")


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
    assert first_and_last(anchored(only(text), TimeBounds(day, day, None, day))) == (first, last)


def test_nothing_is_anchored_to_an_undated_event() -> None:
    assert anchored(only("two days earlier"), TimeBounds()) is None


def test_shift_moves_every_bound() -> None:
    moved = shift(TimeBounds(dt.date(2024, 1, 31), None, None, dt.date(2024, 2, 1)), 1)
    assert first_and_last(moved) == ("2024-02-01", "2024-02-02")


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
    assert first_and_last(only("on\u00a0Dec.\u00a031,\u00a02023").bounds) == ("2023-12-31", "2023-12-31")


@pytest.mark.parametrize("text", ["about a week ago", "about a month ago", "roughly a year ago", "an hour ago"])
def test_rough_past_ends_by_the_reference_date(text: str) -> None:
    last = only(text).bounds.not_after
    assert last is not None
    assert last <= WEDNESDAY


@pytest.mark.parametrize(
    "text", ["Monday " * 1500, "in the last " * 2000, "1-" * 8000, "late early mid-" * 1000, "2016 to " * 1500]
)
def test_long_runs_take_linear_time(text: str) -> None:
    begin = time.perf_counter()
    find_times(text, 0, len(text), WEDNESDAY)
    assert time.perf_counter() - begin < 4


def test_before_the_end_of_a_year_is_by_its_last_day() -> None:
    found = only("before the end of the year")
    assert (found.bounds.not_before, found.bounds.not_after) == (None, dt.date(2024, 12, 31))


def test_what_a_month_owns_is_past_even_in_a_plan() -> None:
    [found] = find_times("They will look into February's attack.", 0, 38, WEDNESDAY)
    assert first_and_last(found.bounds) == ("2024-02-01", "2024-02-29")


def test_what_is_named_for_a_holiday_is_no_day() -> None:
    text = "Gunmen attacked a Christmas market."
    assert find_times(text, 0, len(text), dt.date(2024, 5, 15)) == []


def test_the_present_tense_of_a_journey_looks_ahead() -> None:
    text = "The envoy arrives in Oslo on Monday."
    [found] = find_times(text, 0, len(text), dt.date(2024, 5, 15))
    assert str(found.bounds.not_before) == "2024-05-20"
