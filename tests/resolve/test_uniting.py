"""Uniting: one event has what all who tell of it say."""

import pytest

from kg.model import EntityId, EventId
from kg.resolve.claims import Claims
from kg.resolve.events import Told
from kg.resolve.uniting import united


@pytest.fixture
def unite(ontology):
    def unite(*drafts, roles):
        told = [
            Told(d.events[0], ontology.events["Attack"], d.id, frozenset(r), frozenset())
            for d, r in zip(drafts, roles, strict=True)
        ]
        ids = {t.event.id: EventId("attack-1") for t in told}
        return united(told, ids, Claims({}, {}, {}, ontology))

    return unite


def attack(draft, name, **more):
    d = draft(name)
    d.event("Attack", {}, **more)
    return d


def test_what_one_article_tells_keeps_its_days_and_words(draft, unite, day):
    d = attack(draft, "a", time=day(3), content=("fire", "fire"), purpose="revenge", label="raid")
    event = unite(d, roles=[{("actor", EntityId("peru"))}])
    assert (event.id, event.time, event.content) == ("attack-1", day(3), ("fire",))
    assert (event.purpose, event.label, event.fillers()) == ("revenge", "raid", ("peru",))


def test_an_event_has_the_roles_and_claims_of_all(draft, unite):
    roles = [{("actor", EntityId("peru"))}, {("target", EntityId("chad")), ("actor", EntityId("peru"))}]
    event = unite(attack(draft, "a"), attack(draft, "b"), roles=roles)
    assert [(r.name, r.filler) for r in event.roles] == [("actor", "peru"), ("target", "chad")]
    assert [c.document for c in event.claims] == ["a", "b"]


def test_each_number_is_one_count_with_the_claims_of_all(draft, unite):
    roles = [{("actor", EntityId("peru"))}] * 3
    event = unite(*(attack(draft, name, killed=n) for name, n in (("a", 9), ("b", 12), ("c", 9))), roles=roles)
    assert {c.quantity.value: [x.document for x in c.claims] for c in event.counts} == {9: ["a", "c"], 12: ["b"]}


def test_a_link_to_an_event_that_was_dropped_is_none(draft, unite):
    d = attack(draft, "a", links=(("partOf", EventId("dropped")),))
    assert unite(d, roles=[{("actor", EntityId("peru"))}]).links == ()
