import datetime as dt

import pytest

from kg.read.dates import bare_weekdays, parse_date, written_dates

DAY = dt.date(2021, 3, 3)


@pytest.mark.parametrize(
    "words",
    [
        "March 3, 2021",
        "Mar. 3, 2021",
        "March 3rd, 2021",
        "3 March 2021",
        "3rd of March 2021",
        "MARCH 3, 2021",
        "2021-03-03",
    ],
)
def test_a_full_date_is_read_in_every_english_form(words: str) -> None:
    assert [date.date for date in written_dates(f"The bridge was opened on {words} by the mayor.")] == [DAY]


def test_the_span_covers_the_date_with_its_weekday() -> None:
    text = "It rained on Tuesday (March 2) in the hills."
    [date] = written_dates(text)
    assert date.span.of(text) == "Tuesday (March 2"
    assert (date.weekday, date.month, date.day, date.year) == (1, 3, 2, None)


@pytest.mark.parametrize(
    "words", ["03/04/2021", "3.4.2021", "March 2021", "in 2021", "February 30, 2021", "May 300 people"]
)
def test_what_is_no_certain_day_is_not_read(words: str) -> None:
    assert list(written_dates(f"Seen {words} there.")) == []


def test_a_bare_weekday_is_found_with_its_position() -> None:
    text = "The council said on Monday it would meet."
    assert list(bare_weekdays(text, 0, len(text))) == [(0, text.index("Monday"))]


@pytest.mark.parametrize(
    "words",
    ["last Monday", "every Monday", "since Monday", "Black Friday", "the Sunday Times", "Mondays", "Monday, May 3"],
)
def test_a_weekday_of_another_week_or_use_is_not_bare(words: str) -> None:
    text = f"People met {words} in the square."
    assert list(bare_weekdays(text, 0, len(text))) == []


@pytest.mark.parametrize(
    "value",
    ["2021-03-03", "2021-03-03T23:30:00+08:00", "20210303", "2021/03/03 10:00", "Wed, 03 Mar 2021 10:00:00 GMT"],
)
def test_metadata_dates_keep_the_day_as_stated(value: str) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize("value", ["", "yesterday", "2021", "2021-13-40", "03/04/2021"])
def test_unclear_metadata_dates_are_none(value: str) -> None:
    assert parse_date(value) is None
