"""B-cubed: which mentions of the gold the graph has, and whether it brings together what belongs together."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.evaluate.clusters import ACROSS, WITHIN, Naming, across, b_cubed, namings, within
from kg.evaluate.counts import Count
from kg.evaluate.facts import Article, Facts, Passage, Thing
from kg.ontology import load

PERSON, BODY = "Person", "GovernmentBody"


def naming(thing: str, homes: Mapping[str, float], *, is_counted: bool = True) -> Naming:
    return Naming("", "a", thing, dict(homes), is_counted)


def thing(key: str, *mentions: str, document: str = "a", aliases: tuple[str, ...] = (), **fields: object) -> Thing:
    made = Thing(key, PERSON, (mentions[0], *aliases), tuple(Passage(m, document) for m in mentions), is_named=True)
    return replace(made, **fields)


def facts(*things: Thing, document: str = "a") -> Facts:
    return Facts((Article(document, document),), things, (), ())


def test_the_same_clusters_are_perfect():
    assert b_cubed([naming("x", {"1": 1}), naming("x", {"1": 1}), naming("y", {"2": 1})]) == Count(3, 3, 3, 3)


def test_parted_lowers_recall_and_mixed_precision():
    parted = b_cubed([naming("x", {"1": 1}), naming("x", {"2": 1})])
    mixed = b_cubed([naming("x", {"1": 1}), naming("y", {"1": 1})])
    assert (parted.recall, parted.precision) == (0.5, 1)
    assert (mixed.recall, mixed.precision) == (1, 0.5)


def test_what_is_not_found_is_alone_and_lowers_recall_only():
    assert b_cubed([naming("x", {"1": 1}), naming("x", {}), naming("y", {})]) == Count(2, 3, 1, 1)


def test_what_is_only_described_counts_where_it_is_mixed_in():
    assert b_cubed([naming("x", {"1": 1}), naming("y", {"1": 1}, is_counted=False)]) == Count(1, 1, 0.5, 1)


def test_words_that_stand_in_two_places_have_their_share_in_each():
    found = b_cubed([naming("x", {"1": 1}), naming("x", {"1": 0.5, "2": 0.5})])
    assert (found.recall, found.precision) == (pytest.approx(0.625), 1)


@pytest.mark.parametrize(
    ("said", "built", "is_found"),
    [
        ("Prime Minister Ida Roos", "Ida Roos", True),
        ("Ida Roos, the minister of trade", "Ida Roos", True),
        ("the Heron (D 12)", "Heron", True),
        ("the daughter of Ida Roos", "Ida Roos", False),
        ("the north of the Republic", "Republic", False),
        ("Roosevelt", "Roos", False),
    ],
)
def test_a_mention_is_found_by_its_last_or_first_words(said, built, is_found):
    (found,) = namings(facts(thing("e1", said)), facts(thing("id:1", built)))
    assert dict(found.homes) == ({"id:1": 1.0} if is_found else {})


def test_last_words_that_are_anothers_are_no_mention():
    gold = facts(thing("e1", "Ida Roos"), thing("e2", "the house Ida Roos"))
    assert [dict(n.homes) for n in namings(gold, facts(thing("id:1", "Ida Roos")))] == [{"id:1": 1.0}, {}]


def test_words_of_two_things_are_left_out():
    gold = facts(thing("e1", "Ida Roos", "Roos"), thing("e2", "Jan Roos", "Roos"))
    assert [n.words for n in namings(gold, gold)] == ["ida roos", "jan roos"]


def test_offsets_find_what_ends_there():
    gold = facts(replace(thing("e1", "x"), mentions=(Passage("General Roos", "a", 0, 12),)))
    built = replace(thing("id:1", "x"), mentions=(Passage("Roos", "a", 8, 12),))
    other = replace(thing("id:2", "x"), mentions=(Passage("General", "a", 0, 7),))
    assert [dict(n.homes) for n in namings(gold, facts(built, other))] == [{"id:1": 1.0}]


GOLDS = (facts(thing("e1", "Ida Roos", document="a")), facts(thing("e1", "Ida Roos", document="b"), document="b"))


def built(first: str, second: str) -> tuple[Facts, Facts]:
    return (
        facts(thing(first, "Ida Roos", document="a")),
        facts(thing(second, "Ida Roos", document="b"), document="b"),
    )


@pytest.mark.parametrize(("second", "recall"), [("id:1", 1), ("id:2", 0.5)])
def test_one_name_in_two_files_is_one_thing(second, recall):
    ours = built("id:1", second)
    count, _ = across([("a", GOLDS[0], ours[0]), ("b", GOLDS[1], ours[1])], load())
    assert (count.recall, count.precision) == (recall, 1)
    assert all(within(g, b).f1 == 1 for g, b in zip(GOLDS, ours, strict=True))


def test_one_name_of_unlike_classes_is_two_things():
    other = facts(thing("e1", "Ida Roos", document="b", type=BODY), document="b")
    ours = built("id:1", "id:1")
    count, slips = across([("a", GOLDS[0], ours[0]), ("b", other, ours[1])], load())
    assert count.precision == 0.5
    assert [s.words for s in slips if s.row == ACROSS] == [
        "Person Ida Roos is mixed of: GovernmentBody Ida Roos ('b'), Person Ida Roos ('a')"
    ]


def test_what_one_file_tells_apart_stays_apart():
    gold = facts(thing("e1", "Ida Roos", document="b"), thing("e2", "Roos", document="b", aliases=("Ida Roos",)))
    ours = facts(thing("id:1", "Ida Roos", document="b"), thing("id:2", "Roos", document="b"), document="b")
    count, _ = across([("a", GOLDS[0], built("id:1", "")[0]), ("b", gold, ours)], load())
    assert count.f1 == 1


def test_a_parted_thing_is_told_of():
    gold, ours = facts(thing("e1", "Ida Roos", "Roos")), facts(thing("id:1", "Ida Roos"), thing("id:2", "Roos"))
    _, slips = across([("a", gold, ours)], load())
    assert [(s.row, s.words) for s in slips] == [
        (WITHIN, "Person Ida Roos is parted: Person Ida Roos ('ida roos'), Person Roos ('roos')")
    ]


def test_a_publisher_that_no_words_name_is_found_by_its_name():
    publisher = replace(thing("id:1", "Harbour Herald"), mentions=())
    (found,) = namings(facts(thing("e1", "Harbour Herald")), facts(publisher))
    assert dict(found.homes) == {"id:1": 1.0}
