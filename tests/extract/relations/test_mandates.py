"""Mandates: what office holders head without their sentence saying so."""

import pytest


def leading(reading, text):
    return {r[1:] for r in reading(text).relations if r[0] == "leaderOf"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Home Office closed the port. Home Secretary Ida Roos said so on Monday.", ("Ida Roos", "Home Office")),
        ("Turkey's Defence Ministry denied it. Turkish Defence Minister Jan Visser had said so.",
         ("Jan Visser", "Defence Ministry")),
        ("The US State Department said Ida Roos, the Secretary of State, would travel.",
         ("Ida Roos", "US State Department")),
    ],
)  # fmt: skip
def test_a_minister_heads_the_ministry_that_the_article_names(reading, text, expected):
    assert expected[0] in {s for s, _ in leading(reading, text)}
    assert any(o.endswith(expected[1].split()[-1]) for s, o in leading(reading, text) if s == expected[0])


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office closed the port. Shadow Home Secretary Ida Roos said so on Monday.",
        "The Home Office closed the port. Former Home Secretary Ida Roos said so on Monday.",
        "The Foreign Ministry denied it. Foreign Minister Ada Roe met Foreign Minister Jan Visser of Japan.",
        "Foreign Minister Ada Roe of the junta in Niger spoke. France's foreign ministry denied it.",
        "The Chinese foreign ministry denied it. Japanese Foreign Minister Jan Visser had said so.",
    ],
)
def test_nobody_heads_the_ministry_of_another(reading, text):
    assert leading(reading, text) == set()


def test_a_president_heads_the_only_state_of_the_article(reading):
    text = "Two bombs exploded in Kenya. President Ida Roos said Kenya would find the attackers."
    assert leading(reading, text) == {("Ida Roos", "Kenya")}


def test_a_president_abroad_does_not_head_the_state_of_the_others(reading):
    text = "President Ida Roos is to visit Texas. Officials in China said a factory in China had polluted a river."
    assert leading(reading, text) == set()


def test_of_two_states_neither_is_taken(reading):
    text = "Two bombs exploded in Kenya. President Ida Roos said Kenya and Uganda would find the attackers."
    assert leading(reading, text) == set()
