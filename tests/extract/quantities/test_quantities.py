"""Numbers with their bounds. Property first: whatever the text, spans are literal and bounds consistent."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quantities import find_quantities
from kg.extract.quantities.numbers import value
from kg.model import Bound, Quantity

WORDS = st.sampled_from(
    "at least more than up to about some between and from one two dozen dozens hundreds of thousands million "
    "12 1,000 3.5 $5 10-15 percent % , . ( ) men ships 2016 No. aged in May a an half -strong 3m x".split()
)
TEXTS = st.one_of(st.text(), st.lists(WORDS).map(" ".join))


def only(text: str) -> Quantity:
    [found] = find_quantities(text, 0, len(text))
    return found


@given(TEXTS)
def test_spans_are_literal_ordered_and_apart(text: str) -> None:
    found = find_quantities(text, 0, len(text))
    spans = [q.span for q in found if q.span]
    assert [s.of(text) for s in spans] == [q.text for q in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_bounds_say_what_their_kind_allows(text: str) -> None:
    for q in find_quantities(text, 0, len(text)):
        known = {name for name in ("minimum", "maximum", "value") if getattr(q, name) is not None}
        assert (
            known
            == {
                Bound.EXACT: {"minimum", "maximum", "value"},
                Bound.ABOUT: {"minimum", "maximum", "value"},
                Bound.BETWEEN: {"minimum", "maximum"},
                Bound.AT_LEAST: {"minimum"},
                Bound.AT_MOST: {"maximum"},
                Bound.VAGUE: {"minimum"},
            }[q.bound]
        )
        if q.minimum is not None and q.maximum is not None:
            assert q.minimum <= q.maximum


@given(TEXTS, TEXTS)
def test_only_the_given_range_is_read(before: str, text: str) -> None:
    whole = f"{before}\n{text}"
    for q in find_quantities(whole, len(before) + 1, len(whole)):
        assert q.span is not None
        assert q.span.start > len(before)


@pytest.mark.parametrize(
    ("text", "quantity", "bound", "minimum", "maximum", "unit"),
    [
        ("at least 40 tired miners left", "at least 40", Bound.AT_LEAST, 40, None, "miners"),
        ("more than 2,500 guests came", "more than 2,500", Bound.AT_LEAST, 2500, None, "guests"),
        ("no fewer than 30 shells", "no fewer than 30", Bound.AT_LEAST, 30, None, "shells"),
        ("90 or more cows", "90 or more", Bound.AT_LEAST, 90, None, "cows"),
        ("300+ cars", "300+", Bound.AT_LEAST, 300, None, "cars"),
        ("up to 10 tanks", "up to 10", Bound.AT_MOST, None, 10, "tanks"),
        ("fewer than 50 boats", "fewer than 50", Bound.AT_MOST, None, 50, "boats"),
        ("no more than six guards", "no more than six", Bound.AT_MOST, None, 6, "guards"),
        ("as many as 70 trees", "as many as 70", Bound.AT_MOST, None, 70, "trees"),
        ("about 80 tons of rice", "about 80", Bound.ABOUT, 80, 80, "tons"),
        ("nearly two dozen goats", "nearly two dozen", Bound.ABOUT, 24, 24, "goats"),
        ("a dozen villagers", "a dozen", Bound.ABOUT, 12, 12, "villagers"),
        ("half a dozen ships", "half a dozen", Bound.ABOUT, 6, 6, "ships"),
        ("more than half a million people", "more than half a million", Bound.AT_LEAST, 500_000, None, "people"),
        ("between 10 and 15 wells", "between 10 and 15", Bound.BETWEEN, 10, 15, "wells"),
        ("10 to 15 million coins", "10 to 15 million", Bound.BETWEEN, 10_000_000, 15_000_000, "coins"),
        ("10-15 boats", "10-15", Bound.BETWEEN, 10, 15, "boats"),
        ("two or three men", "two or three", Bound.BETWEEN, 2, 3, "men"),
        ("dozens of fishermen", "dozens", Bound.VAGUE, 12, None, "fishermen"),
        ("thousands more fled", "thousands more", Bound.VAGUE, 1000, None, None),
        ("tens of thousands of bees", "tens of thousands", Bound.VAGUE, 10_000, None, "bees"),
        ("several thousand hens", "several thousand", Bound.VAGUE, 1000, None, "hens"),
        ("several huts", "several", Bound.VAGUE, 2, None, "huts"),
        ("twenty-five police officers", "twenty-five", Bound.EXACT, 25, 25, "officers"),
        ("one of its trucks", "one", Bound.EXACT, 1, 1, "trucks"),
        ("20 more people", "20", Bound.EXACT, 20, 20, "people"),
        ("8 of the 10 planes", "8 of the 10", Bound.EXACT, 8, 8, "planes"),
        ("1.5 million refugees", "1.5 million", Bound.EXACT, 1_500_000, 1_500_000, "refugees"),
        ("a 12-kilogram parcel", "12-kilogram", Bound.EXACT, 12, 12, "kilogram"),
        ("a 900-strong band", "900-strong", Bound.EXACT, 900, 900, None),
        ("$5 million in aid", "$5 million", Bound.EXACT, 5_000_000, 5_000_000, "dollars"),
        ("25 percent of votes", "25", Bound.EXACT, 25, 25, "percent"),
        ("30% of them", "30%", Bound.EXACT, 30, 30, "percent"),
        ("lent Atlantis 31 sturdy rafts", "31", Bound.EXACT, 31, 31, "rafts"),
        ("a quarrel over two islands", "two", Bound.EXACT, 2, 2, "islands"),
        ("between 1900 and 2000 people", "between 1900 and 2000", Bound.BETWEEN, 1900, 2000, "people"),
        ("an estimated 2,00,000 people", "an estimated 2,00,000", Bound.ABOUT, 200_000, 200_000, "people"),
        ("2000 sailors marched", "2000", Bound.EXACT, 2000, 2000, "sailors"),
    ],
)
def test_bounds_of_a_number(
    text: str, quantity: str, bound: Bound, minimum: int | None, maximum: int | None, unit: str | None
) -> None:
    found = only(text)
    assert (found.text, found.bound, found.minimum, found.maximum, found.unit) == (
        quantity, bound, minimum, maximum, unit,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "in 2016 and since 2014",
        "the 2016 deal",
        "the disputed 2005 elections",
        "between 2002 and 2004",
        "on Dec. 31 and on 3 May",
        "at 10 a.m. or 10:30",
        "three days ago, for two weeks, a 120-day trip",
        "Decree 1718 and Article 5",
        "Doe, 41, and a 25-year-old clerk, aged 30",
        "one in five children",
        "no one came, one of the largest",
        "won 3-2",
        "an F-16, a Su-25, G7 and MH17",
        "the two-state and six-party talks",
        "No. 10",
        "up to thousands of birds",
        "the 3rd of them",
    ],
)
def test_other_numbers_are_no_quantities(text: str) -> None:
    assert find_quantities(text, 0, len(text)) == []


def test_change_is_not_a_range() -> None:
    text = "rose from 10 to 15 percent"
    assert [q.text for q in find_quantities(text, 0, len(text))] == ["10", "15"]


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("1,200.50", 1200.5),
        ("12,34,567", 1_234_567),
        ("2.3 million", 2_300_000),
        ("3bn", 3_000_000_000),
        ("two hundred and six", 206),
        ("one hundred and twenty thousand", 120_000),
        ("two million three hundred thousand", 2_300_000),
        ("two five", None),
        ("twenty thirty", None),
    ],
)
def test_value_of_a_numeral(numeral: str, number: float | None) -> None:
    assert value(numeral) == number


@pytest.mark.parametrize(
    "text", ["1,111," * 4000, "one and " * 3000, "at least " * 3000, "9" * 20_000, "a dozen of " * 2000]
)
def test_long_runs_take_linear_time(text: str) -> None:
    begin = time.perf_counter()
    find_quantities(text, 0, len(text))
    assert time.perf_counter() - begin < 3
