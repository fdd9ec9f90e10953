import pytest

from kg.read.body import layout
from kg.read.credits import Credits, read_credits
from kg.read.lines import lines

TITLE = "Storm closes the harbour for a third day"
PROSE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."


def read(*paragraphs: str) -> Credits:
    return read_credits(layout(lines("\n\n".join((TITLE, *paragraphs)))))


def test_the_outlet_of_the_dateline_is_the_publisher() -> None:
    found = read(f"OSLO (Harbour24) — {PROSE}")
    assert (found.source, found.agency) == ("Harbour24", None)


def test_an_agency_in_the_dateline_is_the_agency() -> None:
    found = read(f"OSLO, March 3 (Reuters) - {PROSE}")
    assert (found.source, found.agency) == (None, "Reuters")


@pytest.mark.parametrize(
    ("line", "source", "agency"),
    [
        ("Source: AFP/jr", None, "AFP"),
        ("Source: Harbour Post/Reuters", "Harbour Post", "Reuters"),
        ("(Source: The Harbour Post)", "The Harbour Post", None),
        ("Source: Agencies", None, None),
        ("Copyright 2021 The Associated Press. All rights reserved.", None, "Associated Press"),
        ("© 2021 Harbour Media Ltd. All rights reserved.", "Harbour Media", None),
        ("With inputs from AP", None, "AP"),
        ("— Reuters", None, "Reuters"),
        ("Agence France-Presse", None, "Agence France-Presse"),
        ("All rights reserved.", None, None),
    ],
)
def test_credit_lines(line: str, source: str | None, agency: str | None) -> None:
    found = read(PROSE, line)
    assert (found.source, found.agency) == (source, agency)


def test_an_agency_after_the_last_sentence() -> None:
    assert read(PROSE, f"{PROSE} (Reuters)").agency == "Reuters"


def test_picture_credits_are_nobodys_text() -> None:
    found = read(
        "A fisherman mends a net at the pier. (Photo: STR/AFP)",
        "The pier on Monday. (AP)",
        PROSE,
        PROSE + " It rained.",
    )
    assert found == Credits()


def test_the_agency_people_talk_to() -> None:
    assert read(PROSE, "“We wait,” the captain told AFP.").agency == "AFP"


def test_two_agencies_people_talk_to_decide_nothing() -> None:
    assert read(PROSE, "“We wait,” he told AFP.", "“We go,” she told Reuters.").agency is None


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Jane Roe", "Jane Roe", None),
        ("By Jane Roe and Ali Doe Reuters", "Jane Roe and Ali Doe", "Reuters"),
        ("By JANE ROE, Associated Press", "JANE ROE", "Associated Press"),
        ("(Reporting by Jane Roe in Oslo; Editing by Ali Doe)", "Jane Roe", None),
    ],
)
def test_bylines(line: str, byline: str, agency: str | None) -> None:
    found = read(line, PROSE)
    assert (found.byline, found.agency) == (byline, agency)


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert read("By Tuesday the ferry was back.", PROSE).byline is None


def test_a_medium_that_speaks_of_itself_twice_is_the_publisher() -> None:
    found = read(PROSE, "In response to questions from HBC, the captain told HBC that he would wait.")
    assert found.source == "HBC"


@pytest.mark.parametrize(
    "line",
    [
        "“We wait,” the captain told HBC.",
        "The captain told Congress about it and told Congress again.",
        "In response to questions from HBC, the captain told QTV that he would wait, and told HBC so.",
    ],
)
def test_one_mention_or_two_media_do_not_make_a_publisher(line: str) -> None:
    assert read(PROSE, line).source is None
