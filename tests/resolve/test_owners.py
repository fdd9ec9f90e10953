"""Owners: what a state has, by one key in all articles."""

import pytest

from kg.model import Kind
from kg.resolve import resolve
from kg.resolve.local import Local


def test_the_plain_forces_of_a_state_have_one_key_in_all_articles(draft, ontology):
    keys = set()
    for name, words in (("a", "Turkish troops"), ("b", "the Turkish soldiers")):
        d = draft(name)
        d.described(words, "MilitaryUnit")
        keys.update(c.key for c in Local(d.extraction(), ontology).clusters())
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("the Chilean navy", "Chile's navy", "MilitaryUnit"),
        ("Burma's junta", "the Burmese junta", "GovernmentBody"),
        ("Norway’s defence ministry", "the Norwegian Defence Ministry", "GovernmentBody"),
        ("South Korea's coast guard", "the South Korean coast guard", "MilitaryUnit"),
    ],
)
@pytest.mark.parametrize("kind", [Kind.NOMINAL, Kind.NAME])
def test_what_a_state_has_one_of_is_one_in_all_articles(draft, ontology, one, other, type_, kind):
    first, second = draft("a"), draft("b")
    first.mention(one, type_, kind=Kind.NOMINAL)
    second.mention(other, type_, kind=kind)
    assert len([e for e in resolve([first.extraction(), second.extraction()], ontology).entities if e.mentions]) == 1


@pytest.mark.parametrize("text", ["the navy", "the northern Chilean navy", "Chilean police", "a Chilean navy ship"])
def test_other_bodies_stay_in_their_article(draft, ontology, text):
    made = draft("doc-a")
    made.mention(text, "MilitaryUnit", kind=Kind.NOMINAL)
    (cluster,) = Local(made.extraction(), ontology).clusters()
    assert cluster.key[0] == "nominal"
