"""Lines that give a date and say nothing else."""

import datetime as dt

import pytest

from kg.read.stamps import is_date_line, read_date_line


@pytest.mark.parametrize(
    "line",
    [
        "March 3, 2021",
        "Published 3 March 2021, 10:15 GMT",
        "Posted on: Wednesday, March 3, 2021 at 9:00 a.m.",
        "By Jane Roe | March 3, 2021",
        "By Jane Roe, 3 March 2021",
        "Published March 3, 2021 | Updated March 9, 2021 10:00 pm",
        "March 3, 2021 • 4 min read",
        "Release No: 21-0234 March 3, 2021",
        "Press release | 3 March 2021",
        "This story was published on March 3, 2021",
        "Nairobi, 3 March 2021",
        "By Jane Roe and Ada Moe | NAIROBI | 3 March 2021",
        "By a staff reporter, Cape Town, March 3, 2021",
    ],
)
def test_a_date_line_gives_its_publication_date(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found[0].date == dt.date(2021, 3, 3)
    assert found[1]


def test_an_update_is_no_publication() -> None:
    found = read_date_line("Updated 3 March 2021")
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    "line",
    [
        "The dam broke on March 3, 2021",
        "The release of the miners, March 3, 2021",
        "A boat at the pier, March 3, 2021",
        "March 3, 2021 was the last day of the strike",
        "March 2021",
        "1" * 100 + " 2021-03-03",
    ],
)
def test_a_line_that_says_more_than_a_date_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "(Orla News Agency March 3, 2021)",
        "By Jane Roe, Harbour Post | March 3, 2021",
        "The Harbour Times · Posted: Mar 03, 2021 4:00 AM ET",
        "Mar 3, 2021 / 10:00 AM EST / QRS News",
        "March 3, 2021 5:34 AM By Jane Roe",
        "Published: 10:00 GMT, 3 March 2021 | Updated: 11:00 GMT, 4 March 2021",
        "Source: Orla Daily Published: 2021/3/3 10:23:33",
        "Reuters, Mar 3, 2021",
        "Published in The Morning Gull, March 3rd, 2021.",
    ],
)
def test_whose_article_it_is_may_stand_beside_the_date(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found[0].date, found[1]) == (dt.date(2021, 3, 3), True)


@pytest.mark.parametrize("line", ["Updated 3:14 PM ET, Wed March 3, 2021", "Orla Press | Updated: 2021-03-03 10:00"])
def test_the_label_before_the_date_is_the_one_that_counts(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    "line",
    [
        "Updated 5 min ago",
        "Published: 03/04/2021",
        "Roe visits Moe, March 3, 2021",
        "Rain falls on March 3, 2021 By night",
    ],
)
def test_without_a_certain_day_or_with_news_it_is_none(line: str) -> None:
    assert not is_date_line(line)
