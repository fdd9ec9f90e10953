"""Who holds the same office elsewhere."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkish President Tarik Aydin met his Greek counterpart, Nikos Markou, in Izmir.",
            ("leaderOf", "Nikos Markou", "Greek"),
        ),
        (
            "Turkish President Tarik Aydin spoke on Sunday. Aydin and his Greek counterpart Nikos Markou will meet.",
            ("leaderOf", "Nikos Markou", "Greek"),
        ),
        (
            "Norway's Foreign Minister Kari Dahl spoke with Danish counterpart Lise Holm.",
            ("title", "Lise Holm", "foreign minister"),
        ),
        (
            "Foreign Minister Kari Dahl of Norway spoke. Defence Minister Kari Dahl met Danish counterpart Lise Holm.",
            ("title", "Lise Holm", "defence minister"),
        ),
    ],
)
def test_a_counterpart_holds_the_same_office(reading, text, expected):
    assert expected in reading(text).relations


def test_the_title_of_another_state_s_leader_is_not_known(reading):
    found = reading("German Chancellor Jan Roth met his Japanese counterpart, Aki Mori, in Osaka.").relations
    assert not any(type_ == "title" and subject == "Aki Mori" for type_, subject, _ in found)


def test_the_counterpart_of_nobody_known_holds_nothing(reading):
    found = reading("He met his Greek counterpart, Nikos Markou, in Izmir.").relations
    assert {type_ for type_, _, _ in found} <= {"ofState"}


def test_of_two_offices_the_one_given_last_is_held_elsewhere(reading):
    text = "Foreign Minister Kari Dahl of Norway spoke. Defence Minister Kari Dahl met Danish counterpart Lise Holm."
    assert ("title", "Lise Holm", "foreign minister") not in reading(text).relations
