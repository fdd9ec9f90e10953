"""Numbers of a graph: every thing once, for its most particular class."""

from pathlib import Path

import pytest

from kg.query.stats import render, stats

WORLD = Path(__file__).with_name("world.ttl")


@pytest.fixture(scope="module")
def world():
    return stats(WORLD)


def test_totals(world):
    assert {name: n for name, n in world.totals.items() if name != "triples"} == {
        "articles": 2, "mentions": 2, "claims": 13, "contested events": 1, "events of several articles": 2,
    }  # fmt: skip


def test_a_thing_counts_once_for_its_most_particular_class(world):
    assert world.entities == {
        "Person": 4, "Organization": 2, "State": 2, "Facility": 1, "Group": 1, "MediaOrganization": 1,
        "MilitaryUnit": 1, "Settlement": 1, "Weapon": 1,
    }  # fmt: skip


def test_events_are_counted_apart(world):
    assert world.events == {
        "Killing": 2, "ArmsTransfer": 1, "Capture": 1, "Deployment": 1, "Message": 1, "Visit": 1,
    }  # fmt: skip


def test_ties_claims_and_sources_stand_from_the_largest_down(world):
    assert list(world.relations.items())[:3] == [("childOf", 2), ("leaderOf", 2), ("locatedIn", 2)]
    assert world.modalities == {"Reported": 5, "Asserted": 4, "Speculative": 2, "Denied": 1, "Planned": 1}
    assert world.sources == {"Coast Herald": 9, "officials": 2, "Ann Roe": 1, "Sudria": 1}


def test_a_graph_whose_articles_have_no_day_has_no_days(world):
    assert (world.first, world.last) == ("", "")


def test_an_empty_graph_has_nothing(tmp_path):
    (tmp_path / "graph.ttl").write_text("")
    found = stats(tmp_path)
    assert set(found.totals.values()) == {0}
    assert found.entities == found.events == found.relations == {}


def test_numbers_in_words(world):
    lines = render(world).splitlines()
    assert "       13 claims" in lines
    assert lines[lines.index("events (7)") + 1] == "        2 Killing"


def test_the_days_of_the_articles_are_told(built):
    found = stats(built)
    assert f"articles from {found.first} to {found.last}" in render(found)
    assert found.first <= found.last
