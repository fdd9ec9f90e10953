"""Kinds: goods that are described bare are of one kind in all articles; counted, known and owned goods are not."""

import pytest

from kg.resolve import resolve
from kg.resolve.kinds import called, of
from kg.resolve.local import Local


@pytest.fixture
def kind(draft, ontology):
    """The kind of what one article describes so, the first time and again."""

    def read(*texts, type_="Item"):
        made, first = draft("doc-a"), None
        for text in texts:
            key = made.described(text, type_, first)
            first = first or key
        (cluster,) = Local(made.extraction(), ontology).clusters()
        return of(cluster, ontology)

    return read


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("missiles", "missile"),
        ("missile", "missile"),
        ("Iranian missiles", "iranian missile"),
        ("military assistance", "military aid"),
        ("urgently needed medical supplies", "medical supply"),
        ("vast modern weaponry", "weapon"),
        ("surface-to-air missiles", "surface to air missile"),
        ("food supplies", "food"),
        ("arms shipments", "weapon"),
    ],
)
def test_bare_goods_are_a_kind(kind, text, plain):
    assert kind(text) == plain


@pytest.mark.parametrize(
    "text",
    ["the missiles", "two missiles", "400 missiles", "a missile", "other missiles", "Chad's missiles", "his missiles",
     "missiles of that sort", "missiles from Chad"],
)  # fmt: skip
def test_goods_that_are_told_from_others_of_their_kind_are_none(kind, text):
    assert kind(text) is None


def test_ships_are_not_goods(kind):
    assert kind("frigates", type_="Vessel") is None


def test_what_is_told_of_again_is_of_the_kind_it_was_first(kind):
    assert kind("missiles", "the missiles") == "missile"


def test_what_has_a_name_is_no_kind(draft, ontology):
    made = draft("doc-a")
    made.described("missiles", "Weapon", made.mention("Zephyr", "Weapon"))
    (cluster,) = Local(made.extraction(), ontology).clusters()
    assert of(cluster, ontology) is None


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["missile", "missiles"], "missiles"),
        (["advanced missiles", "the missiles"], "missiles"),
        (["Missile", "missile"], "missile"),
        (["missile", "missile", "modern missile"], "missile"),
    ],
)
def test_a_kind_is_called_as_it_is_most_often_and_in_the_plural(ontology, forms, name):
    assert called(forms, "missile", ontology) == name


def test_of_two_words_for_the_same_the_more_frequent_names_it(ontology):
    assert called(["food aid", "food assistance", "food assistance"], "food aid", ontology) == "food assistance"


def test_a_kind_is_one_thing_in_all_articles(draft, ontology):
    drafts = [draft("a"), draft("b")]
    for made, words in zip(drafts, ("missiles", "missile"), strict=True):
        made.described(words, "Weapon")
    assert [e.name for e in resolve([d.extraction() for d in drafts], ontology).entities if e.mentions] == ["missiles"]


def test_a_kind_makes_no_two_articles_tell_of_one_event(draft, ontology):
    drafts = [draft("a"), draft("b")]
    for made in drafts:
        made.event("WeaponsTest", {"actor": made.state("Chad"), "item": made.described("missiles", "Weapon")})
    assert len(resolve([d.extraction() for d in drafts], ontology).events) == 2
