"""Routes between two things: only over what is stated, the shortest, with the words it rests on."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query.path import path, render

WORLD = Path(__file__).with_name("world.ttl")


def steps(start: str, end: str) -> list[tuple[str, str, str, bool]]:
    return [(s.subject, s.tie, s.object, s.forward) for s in path(WORLD, start, end).steps]


def test_a_stated_tie_is_one_step():
    assert steps("Ann Roe", "Norland") == [("Ann Roe", "leaderOf", "Norland", True)]


def test_the_way_back_is_the_same_tie():
    assert steps("Norland", "Ann Roe") == [("Ann Roe", "leaderOf", "Norland", False)]


def test_an_event_that_both_take_part_in_is_two_steps():
    assert steps("Norland", "Sudria") == [
        ("Deployment: sappers", "actor", "Norland", False),
        ("Deployment: sappers", "beneficiary", "Sudria", True),
    ]


def test_a_step_has_its_claims_with_source_and_words():
    (step,) = path(WORLD, "Ann Roe", "Norland").steps
    (said,) = step.evidence
    assert (said.modality, said.sources, said.evidence, said.document) == (
        "Asserted", ("Coast Herald",), "President Ann Roe", "one.txt",
    )  # fmt: skip


def test_what_is_only_believed_connects_nothing():
    """Cy may succeed Ann; that Cy is her child no claim says."""
    assert steps("Cy Roe", "Ann Roe") == []


def test_the_planned_visit_connects_nothing():
    assert steps("Ann Roe", "Oak Hall") == []


def test_names_are_told_as_the_graph_has_them():
    route = path(WORLD, "roe", "id:norland")
    assert (route.start, route.end) == ("Ann Roe", "Norland")


def test_a_thing_is_no_step_from_itself():
    assert steps("Ann Roe", "Roe") == []


def test_an_unknown_name_is_the_users_error():
    with pytest.raises(InputError, match="did you mean Norland"):
        path(WORLD, "Ann Roe", "Norlnd")


def test_a_route_in_words_tells_the_evidence_of_an_event_once():
    assert render(path(WORLD, "Dee Moe", "officials")).splitlines() == [
        "Dee Moe",
        "  —leaderOf→ 1st Sappers",
        "      Reported: Coast Herald",
        "      “Dee Moe, who leads sappers” [two.txt]",
        "  ←actor— Capture: officials",
        "      Asserted: Coast Herald",
        "      “They took five officials.” [two.txt]",
        "  —target→ officials",
    ]
