"""Owners: what a state has, by one key in all articles."""

import pytest

from kg.model import Kind
from kg.resolve.local import Local


def test_the_plain_forces_of_a_state_have_one_key_in_all_articles(draft, ontology):
    keys = set()
    for name, words in (("a", "Turkish troops"), ("b", "the Turkish soldiers")):
        d = draft(name)
        d.described(words, "MilitaryUnit")
        keys.update(c.key for c in Local(d.extraction(), ontology).clusters())
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("text", "type_", "key"),
    [
        ("the Chilean navy", "MilitaryUnit", ("body", "CL", "navy")),
        ("Chile's navy", "MilitaryUnit", ("body", "CL", "navy")),
        ("Norway’s defence ministry", "GovernmentBody", ("body", "NO", "defence ministry")),
    ],
)
def test_what_a_state_has_one_of_has_one_key_in_all_articles(draft, ontology, text, type_, key):
    made = draft("doc-a")
    made.mention(text, type_, kind=Kind.NOMINAL)
    assert [c.key for c in Local(made.extraction(), ontology).clusters()] == [key]


@pytest.mark.parametrize("text", ["the navy", "the northern Chilean navy", "Chilean police", "a Chilean navy ship"])
def test_other_bodies_stay_in_their_article(draft, ontology, text):
    made = draft("doc-a")
    made.mention(text, "MilitaryUnit", kind=Kind.NOMINAL)
    (cluster,) = Local(made.extraction(), ontology).clusters()
    assert cluster.key[0] == "nominal"
