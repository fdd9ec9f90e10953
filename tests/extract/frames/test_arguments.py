"""Arguments from further away: over the border, out of the noun, behind the money."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        pytest.param(
            "Thousands of villagers fled across the border into Chad.", "fled", "destination", {"Chad"},
            id="behind a noun that names nothing",
        ),
        pytest.param(
            "Mali completed the withdrawal of all its troops from Chad.", "withdrawal", "origin", {"Chad"},
            id="hung on what moves",
        ),
        pytest.param(
            "Norway gave $5 million in aid to Chad.", "gave", "recipient", {"Chad"}, id="hung on what is paid for",
        ),
        pytest.param(
            "The envoy met with Lena Ortiz in Lisbon, where he spoke.", "met", "place", {"Lisbon"}, id="hung on a name",
        ),
        pytest.param(
            "Kenya sent troops to the villages of Lisse and Anwil.", "sent", "destination", {"Lisse", "Anwil"},
            id="listed behind their noun",
        ),
        pytest.param(
            "Mali welcomed the withdrawal of Kenyan troops from Chad.", "withdrawal", "actor", {"Kenyan"},
            id="whose troops a noun tells of",
        ),
        pytest.param(
            "Kenya sent troops to Chad to rescue stranded families.", "sent", "beneficiary",
            {"stranded families"}, id="whom they are to save",
        ),
        pytest.param("Omar Haddad arrived in Lisbon from Dakar.", "arrived", "destination", {"Lisbon"}, id="arrival"),
        pytest.param("Omar Haddad arrived in Lisbon from Dakar.", "arrived", "origin", {"Dakar"}, id="departure"),
    ],
)  # fmt: skip
def test_what_the_tree_hangs_elsewhere_is_found(reading, text, trigger, role, expected):
    assert expected <= reading(text).roles(trigger)[role]


def test_goods_given_for_money_are_what_is_given(reading):
    (item,) = reading("Norway gave $5 million in food aid to Chad.").roles("gave")["item"]
    assert item.startswith("food aid")


def test_all_that_a_counting_noun_is_of_is_given(reading):
    assert reading("Norway sent hundreds of rifles and shells to Chad.").roles("sent")["item"] == {"rifles", "shells"}


def test_who_attends_a_meeting_takes_part_in_it(reading):
    found = reading("At a conference in Geneva, Lena Ortiz said on Monday that the ships had left.")
    assert found.roles("conference") == {"actor": {"Lena Ortiz"}, "place": {"Geneva"}}


def test_who_judges_a_meeting_takes_no_part_in_it(reading):
    assert not reading("Lena Ortiz criticised the talks.").events("talks")
