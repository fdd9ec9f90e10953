"""Cluster: whatever the names and the order, what speaks against two being one is never overruled."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.cluster import join
from kg.resolve.compare import Verdict, is_different
from kg.resolve.contexts import Context
from kg.resolve.things import Thing

GIVEN = ["omar", "umar", "o", "maria", "maria e", "maria luz", "mohamed", "mohammed"]
SURNAMES = ["haddad", "hadad", "vega", "salah", "salakh"]
NAMES = [*(f"{g} {s}" for g in GIVEN for s in SURNAMES), *SURNAMES]


def thing(number, name, document, company=(), states=()):
    context = Context(frozenset(states), frozenset(), frozenset(("person", c) for c in company))
    return Thing(("person", name, str(number)), [], lambda: context, frozenset({document}))


@st.composite
def things(draw):
    names = draw(st.lists(st.sampled_from(NAMES), max_size=12))
    return [
        thing(
            i, name, draw(st.sampled_from("abcdef")), draw(st.sets(st.sampled_from(["x", "y"]))),
            draw(st.sets(st.sampled_from(["NO", "KE"]), max_size=1)),
        )
        for i, name in enumerate(names)
    ]  # fmt: skip


@given(things())
def test_no_two_that_are_different_come_together(found):
    groups, _ = join(found)
    assert sorted(t.key for g in groups for t in g) == sorted(t.key for t in found)
    assert not any(is_different(a, b) for g in groups for a, b in combinations(g, 2))


@given(things().flatmap(lambda ts: st.tuples(st.just(ts), st.permutations(ts))))
def test_the_order_does_not_matter(pair):
    ways = [{frozenset(t.key for t in g) for g in join(order)[0]} for order in pair]
    assert ways[0] == ways[1]


@given(things())
def test_every_group_has_the_links_that_made_it(found):
    groups, links = join(found)
    assert len(links) == len(found) - len(groups)
    homes = {t: i for i, g in enumerate(groups) for t in g}
    assert all(homes[link.one] == homes[link.other] for link in links)


@given(things())
def test_what_is_only_likely_joins_a_core_and_is_no_bridge(found):
    _, links = join(found)
    weak = [link for link in links if link.comparison.verdict < Verdict.SAME]
    leaves = [link.one for link in weak]
    assert len(leaves) == len(set(leaves))
    assert not {link.other for link in weak} & set(leaves)


@pytest.mark.parametrize("verdict", ["SAME", "LIKELY", "POSSIBLE"])
def test_the_reason_has_both_names(verdict):
    pairs = {
        "SAME": ("mohamed salah", "mohammed salah"),
        "LIKELY": ("mohamed salah", "muhammad salah"),
        "POSSIBLE": ("m salah", "mohamed salah"),
    }
    one, other = pairs[verdict]
    _, (link,) = join([thing(0, one, "a", "x"), thing(1, other, "b", "x")])
    assert link.comparison.verdict is Verdict[verdict]
    assert one in link.reason
    assert other in link.reason
