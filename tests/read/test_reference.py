import datetime as dt

import pytest

from kg.model import Basis
from kg.read.body import layout
from kg.read.credits import read_credits
from kg.read.lines import lines
from kg.read.reference import Dating, dating

TITLE = "Storm closes the harbour of the island"
PROSE = "No ferry left the pier, the company said, and nobody knew when the next one would go."
PICTURE = "A fisherman mends a net at the pier, May 4, 2021. (AFP)"  # a Tuesday
UNDATED = Dating()


def read(*paragraphs: str, title: str = TITLE, published: dt.date | None = None) -> Dating:
    text = "\n\n".join((title, *paragraphs))
    found = layout(lines(text))
    return dating(text, found, published=published, dateline=read_credits(found).place)


def inferred(day: int, month: int = 5, year: int = 2021) -> Dating:
    return Dating(None, dt.date(year, month, day), Basis.INFERRED)


def resolved(day: int, month: int = 5, year: int = 2021) -> Dating:
    return Dating(None, dt.date(year, month, day), Basis.RESOLVED)


def test_metadata_decide() -> None:
    day = dt.date(2020, 1, 2)
    assert read("March 3, 2021", PROSE, published=day) == Dating(day, day, Basis.EXPLICIT)


def test_an_article_without_any_date_is_undated() -> None:
    assert read(f"On Tuesday {PROSE}") == UNDATED


def test_a_date_line_is_the_publication_date() -> None:
    day = dt.date(2021, 3, 3)
    assert read("Published 3 March 2021", PROSE) == Dating(day, day, Basis.RESOLVED)


def test_a_year_of_which_the_lead_names_another_weekday_is_not_the_articles() -> None:
    lead = f"OSLO, Oct. 12 (Reuters) - The ferry sank on Sunday. {PROSE}"  # a Friday in 1951, a Wednesday in 2016
    assert read(lead, "The ferry line was founded in 1951. In 2016 it was sold.") == UNDATED


def test_the_last_year_named_is_the_articles_where_the_weekday_fits() -> None:
    lead = f"OSLO, May 5 (Reuters) - The ferry sank on Tuesday. {PROSE}"
    assert read(lead, "The line was founded in 1951 and sold in early 2021.") == resolved(5)


@pytest.mark.parametrize("end", [", 5 May 2021", " (5 May 2021)", " - May 5, 2021", " | 2021-05-05"])
def test_a_full_date_may_end_the_title(end: str) -> None:
    assert read(PROSE, title=TITLE + end) == resolved(5)


@pytest.mark.parametrize("title", ["What the island lost on 5 May 2021", "May 5, 2021: the night of the storm"])
def test_a_date_that_the_title_speaks_of_is_not_its_own(title: str) -> None:
    assert read(PROSE, title=title) == UNDATED


def test_a_line_that_says_published_comes_before_a_bare_day() -> None:
    day = dt.date(2021, 3, 3)
    found = read("Monday, March 8, 2021", "Published on March 3, 2021 1:56 AM", PROSE)
    assert found == Dating(day, day, Basis.RESOLVED)


def test_an_update_line_dates_but_does_not_publish() -> None:
    assert read("Updated 3 March 2021", PROSE) == resolved(3, 3)


def test_a_dateline_gets_its_year_from_another_date() -> None:
    assert read(f"OSLO, May 5 (Reuters) - {PROSE}", PICTURE) == resolved(5)


def test_a_dateline_with_its_year() -> None:
    assert read(f"OSLO, May 5, 2021 (Reuters) - {PROSE}") == resolved(5)


def test_a_weekday_with_its_date_gets_the_year_that_fits() -> None:
    assert read(PICTURE, f"OSLO: The captain said on Wednesday (May 5) that he would wait. {PROSE}") == resolved(5)


def test_the_year_may_turn_after_the_latest_date() -> None:
    picture = "A fisherman mends a net at the pier, Dec. 31, 2020. (AFP)"
    assert read(picture, f"OSLO: The captain said on Friday (Jan 1) that he would wait. {PROSE}") == resolved(1, 1)


def test_a_weekday_that_fits_no_year_of_the_text_dates_nothing() -> None:
    assert read(f"OSLO: The captain said on Friday (May 5) that in 2021 he would wait. {PROSE}") == UNDATED


def test_a_caption_moves_forward_to_the_weekday_of_the_lead() -> None:
    assert read(PICTURE, f"The captain said Thursday that he would wait. {PROSE}") == inferred(6)


def test_the_latest_near_weekday_of_the_lead_wins() -> None:
    assert read(
        PICTURE, "The boat sank on Tuesday.", f"The captain said on Wednesday that he would wait. {PROSE}"
    ) == inferred(5)


def test_a_weekday_just_before_the_caption_leaves_its_day() -> None:
    assert read(PICTURE, f"The boat sank on Sunday. {PROSE}") == inferred(4)


def test_a_weekday_that_may_be_before_or_after_dates_nothing() -> None:
    assert read(PICTURE, f"The boat sank on Saturday. {PROSE}") == UNDATED


def test_a_caption_alone_dates_unless_the_lead_counts_in_days() -> None:
    assert read(PICTURE, PROSE) == inferred(4)
    assert read(PICTURE, f"The boat sank yesterday. {PROSE}") == UNDATED


def test_a_date_whose_weekday_the_text_names_alone_is_close() -> None:
    seen = "Officers look at the pier after it fell into the sea on May 4, 2021, in the old town"
    assert read(
        f"The mayor wept on Wednesday. {PROSE}", "The pier fell Tuesday morning.", PROSE + " So.", seen
    ) == inferred(5)


def test_a_past_date_far_from_the_lead_dates_nothing() -> None:
    assert (
        read(f"The mayor wept on Wednesday. {PROSE}", PROSE + " So.", PROSE + " Yes.", "The treaty was of May 7, 2001.")
        == UNDATED
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will meet on Friday, May 7, 2021, to talk about it.",
        "The pier must be rebuilt by May 7, 2021.",
        "The pier has been closed since May 7, 2019.",
        "The country marked the anniversary of May 7, 1945.",
    ],
)
def test_a_date_ahead_or_in_history_is_not_the_news(sentence: str) -> None:
    assert read(f"{sentence} {PROSE}") == UNDATED


def test_a_file_photo_dates_nothing() -> None:
    assert (
        read("FILE - In this Tuesday, May 4, 2021 photo, a man mends a net.", f"The boat sank Wednesday. {PROSE}")
        == UNDATED
    )


def test_a_later_year_named_as_past_contradicts() -> None:
    assert read(PICTURE, f"The boat sank on Wednesday. {PROSE}", "It had been sold in 2023 to a bank.") == UNDATED


def test_a_later_year_ahead_does_not_contradict() -> None:
    assert read(PICTURE, f"The boat sank on Wednesday. {PROSE}", "The pier will be rebuilt in 2023.") == inferred(5)


def test_another_copyright_year_contradicts() -> None:
    assert read(PICTURE, f"The boat sank on Wednesday. {PROSE}", "Copyright 2023 Harbour Post") == UNDATED


def test_a_copyright_year_alone_dates_nothing() -> None:
    assert read(f"The boat sank on Wednesday. {PROSE}", "Copyright 2023 Harbour Post") == UNDATED
