"""Spelling: what is heard as one name, and what is not."""

import pytest

from kg.resolve.spelling import is_alike, sound, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zelensky", "zelenskyy"),
        ("yevgeny", "evgeniy"),
        ("kiev", "kyiv"),
        ("qaddafi", "kaddafi"),
        ("wladimir", "vladimir"),
        ("defence", "defense"),
        ("organisation", "organization"),
        ("centre", "center"),
        ("jeong", "jong"),
        ("khartoum", "kartum"),
    ],
)
def test_one_sound(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("un", "il"), ("li", "lee"), ("petrov", "petrova"), ("74", "75"), ("north", "south"), ("omar", "amir")],
)
def test_two_sounds(one, other):
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mohammed", "muhammad"), ("hussein", "hussain"), ("aleksandr", "alexander")]
)
def test_alike(one, other):
    assert is_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("petrov", "petrova"), ("mario", "maria"), ("daniel", "daniela"), ("jong", "jang"), ("un", "il")]
)
def test_not_alike(one, other):
    assert not is_alike(one, other)


def test_a_name_sounds_word_by_word():
    assert sounds("volodymyr zelenskyy") == (sound("volodymyr"), sound("zelensky"))
