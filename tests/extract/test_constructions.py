"""Ties by participles, verbs, prepositions, possessors and demonyms."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Iran-backed militia attacked Lisbon.", ("alliedWith", "The Iran-backed militia", "Iran")),
        ("The Institute for Polar Research at Uppsala University published the data.",
         ("partOf", "The Institute for Polar Research at Uppsala University", "Uppsala University")),
        ("Kenyan state television reported the arrest.", ("controlledBy", "Kenyan state television", "Kenyan")),
        ("The Chilean Navy rescued the crew.", ("ofState", "Chilean Navy", "Chilean")),
    ],
)  # fmt: skip
def test_a_construction_states_a_tie(reading, text, expected):
    assert expected in reading(text).relations


def test_each_owner_has_its_own_forces(reading):
    found = reading("Australian, British and Japanese forces took part in the drills.").relations
    assert {o for r, _, o in found if r == "ofState"} == {"Australian", "British", "Japanese"}
    assert len({s for r, s, _ in found if r == "ofState"}) == 3


def test_an_official_delegation_is_run_by_nobody(reading):
    found = reading("The official Kenyan delegation left Lisbon.").relations
    assert not [r for r in found if r[0] == "controlledBy"]
