"""What events imply of each other, and of who is in them."""

import datetime as dt
from dataclasses import replace

import pytest

from kg.model import Modality, TimeBounds
from kg.resolve import resolve


@pytest.fixture
def deployment(draft, ontology):
    """The resolution of an article that tells of a deployment, and of more."""

    def find(more=None, **fields):
        d = draft("a")
        kenya, mali = d.state("Kenya"), d.state("Mali")
        sent = d.event("Deployment", {"actor": kenya, "destination": mali}, **fields)
        if more:
            more(d, sent, d.described("an engineering battalion", "MilitaryUnit"))
        return resolve([d.extraction()], ontology)

    return find


def roles(resolution, type_: str) -> set[tuple[str, str]]:
    return {(r.name, r.filler) for e in resolution.events if e.type == type_ for r in e.roles}


def losses(d, sent, battalion):
    d.event("Killing", {"target": battalion}, links=(("partOf", sent),))


def homecoming(d, sent, battalion):
    losses(d, sent, battalion)
    d.event("Return", {"force": battalion}, time=TimeBounds(not_after=dt.date(2024, 5, 20)))


def test_whose_men_fell_during_a_deployment_was_deployed(deployment):
    assert ("force", "engineering-battalion") in roles(deployment(losses), "Deployment")


def test_whom_a_state_deploys_is_of_that_state(deployment):
    relations = {(r.type, r.subject, r.object) for r in deployment(losses).relations}
    assert relations == {("ofState", "engineering-battalion", "kenya")}


def test_whom_a_state_may_deploy_is_of_no_state_yet(draft, ontology):
    d = draft("a")
    kenya, battalion = d.state("Kenya"), d.described("an engineering battalion", "MilitaryUnit")
    planned = replace(d.claim(), modality=Modality.PLANNED)
    d.event("Deployment", {"actor": kenya, "force": battalion}, planned)
    assert resolve([d.extraction()], ontology).relations == ()


def test_who_comes_home_had_been_sent(deployment):
    assert roles(deployment(homecoming), "Return") >= {("actor", "kenya"), ("origin", "mali")}


def test_what_is_sent_back_is_no_longer_there(deployment):
    begun = TimeBounds(not_before=dt.date(2024, 1, 1), started_by=dt.date(2024, 1, 31), duration="P120D")
    times = {e.type: e.time for e in deployment(homecoming, time=begun).events}
    assert times["Deployment"].not_after == dt.date(2024, 5, 20)
    assert times["Return"].not_before == dt.date(2024, 4, 30)


def test_who_comes_home_from_elsewhere_had_not_been_sent_there(deployment):
    def more(d, sent, battalion):
        losses(d, sent, battalion)
        d.event("Return", {"force": battalion, "origin": d.state("Chad")})

    assert roles(deployment(more), "Return") == {("force", "engineering-battalion"), ("origin", "chad")}


def test_who_came_home_before_had_not_yet_been_sent(deployment):
    begun = TimeBounds(not_before=dt.date(2024, 6, 1))
    assert roles(deployment(homecoming, time=begun), "Return") == {("force", "engineering-battalion")}


def test_a_homecoming_of_one_article_ends_no_deployment_of_another(draft, ontology):
    one, other = draft("a"), draft("b")
    unit = "Ninth Brigade", "MilitaryUnit"
    one.event("Deployment", {"force": one.organization(*unit), "destination": one.state("Mali")})
    other.event("Return", {"force": other.organization(*unit)})
    found = roles(resolve([one.extraction(), other.extraction()], ontology), "Return")
    assert found == {("force", "ninth-brigade")}


def war(parties):
    def more(d, sent, battalion):
        named = {name: d.state(name) for name in parties}
        conflict = d.event("Conflict", dict(zip(("actor", "target"), named.values(), strict=True)))
        d.event(
            "Deployment", {"actor": d.state("Uganda"), "force": battalion, "beneficiary": d.state("Chad")},
            links=(("partOf", conflict),),
        )  # fmt: skip

    return more


def test_who_sends_troops_to_help_a_party_takes_part_in_the_war(deployment):
    found = roles(deployment(war(("Chad", "Libya"))), "Conflict")
    assert {("participant", "uganda"), ("participant", "engineering-battalion")} <= found


def test_who_helps_somebody_else_does_not(deployment):
    assert ("participant", "uganda") not in roles(deployment(war(("Niger", "Libya"))), "Conflict")
