"""Names: what they are of, by the words in and beside them, and where else the article uses them."""

import pytest

from kg.model import Kind


@pytest.mark.parametrize(
    "text",
    [
        "Seoul has sent a warship to Busan.",
        "Tokyo accused Seoul of lying.",
        "An agreement between Tokyo and Seoul was signed.",
        "Seoul's troops have left Mali.",
    ],
)
def test_a_capital_that_acts_stands_for_its_state(reading, text):
    assert {(m.type, m.kind) for m in reading(text).named("Seoul")} == {("State", Kind.METONYM)}


@pytest.mark.parametrize(
    "text",
    [
        "The concert took place in Seoul on Monday.",
        "The minister flew to Seoul on Monday.",
        "The fair opened near Seoul.",
        "Seoul's airport was closed.",
    ],
)
def test_a_capital_in_place_is_a_city(reading, text):
    assert {(m.type, m.kind) for m in reading(text).named("Seoul")} == {("Settlement", Kind.NAME)}


def test_a_capital_that_is_said_to_be_one_is_a_city(reading):
    assert reading("Nairobi is the capital of Kenya.").types("Nairobi") == {"Settlement"}


def test_the_title_before_a_name_is_not_part_of_it(reading):
    found = reading("Norwegian Prime Minister Jonas Lindqvist visited Kenya on Monday.")
    assert found.types("Jonas Lindqvist") == {"Person"}
    assert found.types("Norwegian") == {"State"}


def test_a_name_found_once_is_known_wherever_the_article_repeats_it(reading):
    text = "The Chad Tribune newspaper said on Monday that troops had left.\n\nGuelta, wrote Chad Tribune, is calm."
    names = [m for m in reading(text).article.mentions.all.values() if m.text == "Chad Tribune"]
    assert len(names) == 2
    assert len({m.type for m in names}) == 1


def test_a_capital_once_read_as_a_town_may_still_stand_for_its_state(reading):
    text = "Officials met in Nairobi on Monday.\n\nNairobi has sent troops to Haiti."
    kinds = [m.kind for m in reading(text).article.mentions.all.values() if m.text == "Nairobi"]
    assert kinds == [Kind.NAME, Kind.METONYM]


def test_a_state_of_a_state_is_a_region(reading):
    assert reading("Floods closed two roads in Sokoto state on Monday.").types("Sokoto state") == {"Region"}
