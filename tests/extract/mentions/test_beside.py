"""Beside: which name a description is of."""

import pytest


@pytest.mark.parametrize(
    ("text", "described", "name", "type_"),
    [
        (
            "The army sent troops to the southern state of Bavaria.",
            "the southern state of Bavaria",
            "Bavaria",
            "Region",
        ),
        ("Troops left the state of Israel on Monday.", "the state of Israel", "Israel", "State"),
        ("Troops reached the province of Aleppo on Monday.", "the province of Aleppo", "Aleppo", "Region"),
        ("Police reached the town of Lakeford on Monday.", "the town of Lakeford", "Lakeford", "Settlement"),
        ("Chad banned the Islamic State group, al-Qaida and others.", "the Islamic State group", "Islamic State",
         "Organization"),
        ("Sailors boarded the USS Ora Star tanker on Monday.", "the USS Ora Star tanker", "USS Ora Star", "Vessel"),
    ],
)  # fmt: skip
def test_a_description_is_of_the_name_beside_it(reading, text, described, name, type_):
    found = reading(text)
    roots = {(found.root(m.id).text, found.root(m.id).type) for m in found.named(described)}
    assert roots == {(name, type_)}


@pytest.mark.parametrize("text", ["A ship sank off the coast of Chile on Monday.", "Lawyers for Jo Roe left Oslo."])
def test_a_part_or_a_helper_of_what_is_named_is_not_it(reading, text):
    found = reading(text)
    assert not [m for m in found.article.mentions.all.values() if m.antecedent]


def test_two_nouns_with_one_determiner_are_of_one_name(reading):
    found = reading("President Adama Barrow plans to visit his close friend and ally Omar Haddad on Monday.")
    (friend,) = found.named("his close friend")
    assert found.article.mentions[friend.antecedent].text == "Omar Haddad"


def test_a_further_description_is_of_the_name_beside_the_first(reading):
    found = reading("The president's father, Omar Haddad, a tycoon who owns the Ora Star company, ran for president.")
    assert {found.root(m.id).text for m in found.named("a tycoon")} == {"Omar Haddad"}
