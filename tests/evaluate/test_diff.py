"""Diff: what one graph has and the other has not, whatever its nodes are called."""

from dataclasses import replace

import pytest

from kg.evaluate.diff import Change, Recount, compare
from kg.evaluate.facts import Article, Facts, Figure, Happening, Passage, Said, Slot, Thing, Tie
from kg.model import Modality

OMAR = Thing("omar", "Person", ("Omar Haddad",), (Passage("Omar Haddad", "d", 0, 11),), True)
KENYA = Thing("kenya", "State", ("Kenya",), (Passage("Kenya", "d", 20, 25),), True)
SAID = Said("d", frozenset({"desk"}), Modality.REPORTED, ())
DENIED = replace(SAID, modality=Modality.DENIED)
LEADS = Tie("omar", "leaderOf", "kenya", False, True, (SAID,))
NINE = Figure("killed", "Exact", 9, 9, "nine", frozenset())
RAID = Happening(
    "attack-1", "Attack", "Raid", frozenset({Slot("actor", "kenya", False, frozenset())}), (NINE,), frozenset(),
    (SAID,), (Passage("raid", "d", 30, 34),),
)  # fmt: skip


def facts(*, things=(OMAR, KENYA), ties=(LEADS,), happenings=(RAID,), articles=("d",)):
    return Facts(tuple(Article(a, f"{a}.txt", None, frozenset()) for a in articles), things, ties, happenings)


def test_nothing_differs_from_itself():
    assert not compare(facts(), facts())


@pytest.mark.parametrize(
    ("less", "kind", "words"),
    [
        ({"articles": ()}, "article", "d.txt"),
        ({"things": (KENYA,), "ties": ()}, "entity", "Person Omar Haddad"),
        ({"ties": ()}, "relation", "Omar Haddad leaderOf Kenya"),
        ({"happenings": ()}, "event", "Attack 'Raid' (actor Kenya)"),
    ],
)
def test_what_only_one_has(less, kind, words):
    there, here = compare(facts(), facts(**less)), compare(facts(**less), facts())
    assert Change(kind, words) in there.removed
    assert there.added == here.removed == ()
    assert here.added == there.removed


def test_a_thing_that_is_numbered_otherwise_is_the_same():
    renamed = replace(OMAR, id="omar-2")
    assert not compare(facts(), facts(things=(renamed, KENYA), ties=(replace(LEADS, subject="omar-2"),)))


def test_an_event_with_the_id_of_an_earlier_report_is_the_same():
    assert not compare(facts(), facts(happenings=(replace(RAID, id="attack-0"),)))


def test_a_figure_more_is_a_recount():
    twelve = replace(NINE, text="twelve", minimum=12, maximum=12)
    (found,) = compare(facts(), facts(happenings=(replace(RAID, figures=(NINE, twelve)),))).figures
    assert found == Recount("Attack 'Raid'", "killed", ("nine",), ("nine", "twelve"))


def test_a_denial_more_makes_an_event_contested():
    found = compare(facts(), facts(happenings=(replace(RAID, claims=(SAID, DENIED)),)))
    assert found.contested == (Change("event", "Attack 'Raid'"),)


def test_a_denial_more_makes_a_relation_contested():
    found = compare(facts(), facts(ties=(replace(LEADS, claims=(SAID, DENIED)),)))
    assert found.contested == (Change("relation", "Omar Haddad leaderOf Kenya"),)
