"""What an event takes from the one it is part of."""

import datetime as dt

import pytest

from kg.model import TimeBounds
from kg.resolve import resolve


@pytest.fixture
def killing(draft, ontology):
    """The killing of a text in which it is part of another event."""

    def find(whole="Attack", roles=None, own=None, **more):
        d = draft("a")
        place, actor, victims = d.mention("Bonn", "Settlement"), d.state("Uganda"), d.described("six men", "Group")
        part_of = d.event(whole, {"place": place, "actor": actor}, **more)
        mine = {"target": victims} | ({"place": d.mention("Kyiv", "Settlement")} if roles else {})
        d.event("Killing", mine, links=(("partOf", part_of),), time=own or TimeBounds())
        return next(e for e in resolve([d.extraction()], ontology).events if e.type == "Killing")

    return find


def test_it_happens_where_the_whole_does_and_by_whom(killing):
    assert {(r.name, r.filler) for r in killing().roles} >= {("place", "bonn"), ("actor", "uganda")}


def test_what_it_says_itself_stays(killing):
    assert [r.filler for r in killing(roles=True).roles if r.name == "place"] == ["kyiv"]


def test_it_happens_when_the_whole_does(killing, day):
    assert killing(time=day(3)).time == day(3)


def test_words_that_say_when_say_more_than_a_tense(killing, day):
    assert killing(own=TimeBounds(not_after=dt.date(2024, 5, 9)), time=day(3)).time == day(3)
    assert killing(own=day(2), time=day(3)).time == day(2)


def test_a_war_says_nothing_of_a_single_death(killing):
    assert {r.name for r in killing(whole="Conflict").roles} == {"target"}


def test_who_sent_the_troops_is_not_who_killed_them(killing):
    assert "actor" not in {r.name for r in killing(whole="Deployment").roles}


def test_it_happens_at_some_time_of_what_lasts(killing):
    begun = TimeBounds(not_before=dt.date(2024, 5, 1), started_by=dt.date(2024, 5, 31), text="in May")
    found = killing(whole="Deployment", time=begun).time
    assert (found.not_before, found.started_by, found.text) == (dt.date(2024, 5, 1), None, None)
