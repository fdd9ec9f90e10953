"""Events: when two reports are of one event, and when they are not."""

import datetime as dt
from dataclasses import replace

import pytest

from kg.model import Kind, TimeBounds
from kg.resolve import resolve


@pytest.fixture
def events(ontology):
    return lambda *drafts: resolve([d.extraction() for d in drafts], ontology).events


def attack(draft, name, actor="Uganda", target="Rwanda", **more):
    d = draft(name)
    d.event("Attack", {"actor": d.state(actor), "target": d.state(target)}, **more)
    return d


def test_the_same_parties_and_class_are_one_event(draft, events):
    assert len(events(attack(draft, "a"), attack(draft, "b"))) == 1


def test_a_merged_event_has_the_claims_of_both(draft, events):
    (event,) = events(attack(draft, "a"), attack(draft, "b"))
    assert {c.document for c in event.claims} == {"a", "b"}


def test_another_target_is_another_event(draft, events):
    assert len(events(attack(draft, "a"), attack(draft, "b", target="Burundi"))) == 2


def test_another_actor_is_another_event(draft, events):
    assert len(events(attack(draft, "a"), attack(draft, "b", actor="Burundi"))) == 2


def test_another_class_is_another_event(draft, events):
    d = draft("b")
    d.event("Conflict", {"actor": d.state("Uganda"), "target": d.state("Rwanda")})
    assert len(events(attack(draft, "a"), d)) == 2


def test_the_same_day_is_one_event(draft, events, day):
    assert len(events(attack(draft, "a", time=day(3)), attack(draft, "b", time=day(3)))) == 1


def test_another_day_is_another_event(draft, events, day):
    assert len(events(attack(draft, "a", time=day(3)), attack(draft, "b", time=day(9)))) == 2


def test_an_undated_report_joins_a_dated_one(draft, events, day):
    (event,) = events(attack(draft, "a"), attack(draft, "b", time=day(3)))
    assert event.time == day(3)


def test_an_undated_report_brings_no_two_days_together(draft, events, day):
    found = events(attack(draft, "a", time=day(3)), attack(draft, "b"), attack(draft, "c", time=day(9)))
    assert all(len({c.document for c in e.claims} & {"a", "c"}) <= 1 for e in found)


def test_one_described_party_is_not_enough(draft, events):
    drafts = []
    for name in "ab":
        d = draft(name)
        d.event("Killing", {"target": d.described("two soldiers", "Group")})
        drafts.append(d)
    assert len(events(*drafts)) == 2


def test_figures_that_differ_stay_side_by_side(draft, events):
    (event,) = events(attack(draft, "a", killed=9), attack(draft, "b", killed=12))
    assert sorted(c.quantity.value for c in event.counts) == [9, 12]


def test_the_same_figure_is_one_count_with_both_claims(draft, events):
    (event,) = events(attack(draft, "a", killed=9), attack(draft, "b", killed=9))
    (count,) = event.counts
    assert {c.document for c in count.claims} == {"a", "b"}


@pytest.mark.parametrize(("killed", "nodes"), [(3, 2), (240, 1)])
def test_a_large_number_is_one_toll_and_a_small_one_two_of_two_groups(draft, events, killed, nodes):
    d = draft("a")
    for group in ("civilians", "sons"):
        d.event("Killing", {"target": d.described(group, "Group")}, killed=killed)
    assert len(events(d)) == nodes


def test_a_capital_and_its_state_are_one_party(draft, events):
    d = draft("b")
    d.event("Attack", {"actor": d.state("Kampala", Kind.METONYM), "target": d.state("Rwanda")})
    assert len(events(attack(draft, "a"), d)) == 1


def test_roles_only_one_report_has_are_kept(draft, events):
    d = draft("b")
    place = d.mention("Gulu", "Settlement")
    d.event("Attack", {"actor": d.state("Uganda"), "target": d.state("Rwanda"), "place": place})
    (event,) = events(attack(draft, "a"), d)
    assert {r.name for r in event.roles} == {"actor", "target", "place"}


def test_statements_of_one_speaker_are_not_one_statement(draft, events):
    drafts = []
    for name in "ab":
        d = draft(name)
        d.event("PublicStatement", {"actor": d.person("Omar Haddad")})
        drafts.append(d)
    assert len(events(*drafts)) == 2


def test_an_id_has_the_class_and_does_not_depend_on_the_order(draft, events):
    one, other = events(attack(draft, "a"), attack(draft, "b")), events(attack(draft, "b"), attack(draft, "a"))
    assert one == other
    assert one[0].id.startswith("attack-")


def test_links_follow_the_merged_event(draft, events):
    d = attack(draft, "b")
    inner = d.events[0].id
    d.event("Killing", {"target": d.state("Rwanda"), "actor": d.state("Uganda")}, links=(("partOf", inner),))
    found = {e.type: e for e in events(attack(draft, "a"), d)}
    assert found["Killing"].links == (("partOf", found["Attack"].id),)


def test_an_event_is_never_part_of_itself(draft, events):
    d = attack(draft, "a")
    first = d.events[0].id
    d.event("Attack", {"actor": d.state("Uganda"), "target": d.state("Rwanda")}, links=(("partOf", first),))
    assert all(target != e.id for e in events(d) for _, target in e.links)


def test_a_claim_made_in_a_merged_speech_points_at_it(draft, events):
    d = draft("a")
    speaker = d.person("Omar Haddad")
    speech = d.event("Speech", {"actor": speaker})
    d.event("Attack", {"actor": d.state("Uganda"), "target": d.state("Rwanda")}, d.claim(speaker, made_in=speech))
    found = {e.type: e for e in events(d)}
    assert found["Attack"].claims[0].made_in == found["Speech"].id


def test_what_the_tense_of_another_report_says_narrows_the_days(draft, events, day):
    begun = TimeBounds(started_by=day(5).not_after)
    (event,) = events(attack(draft, "a", time=begun), attack(draft, "b", time=TimeBounds(not_before=day(3).not_before)))
    assert (event.time.not_before, event.time.started_by) == (day(3).not_before, day(5).not_before)


def test_days_told_in_other_words_are_not_mixed(draft, events, day):
    long = replace(day(3), started_by=None, not_after=None, text="since May 3")
    (event,) = events(attack(draft, "a", time=long), attack(draft, "b", time=replace(day(9), text="on May 9")))
    assert event.time == long


def test_what_had_begun_by_april_is_not_what_began_in_august(draft, events):
    early = TimeBounds(started_by=dt.date(2024, 4, 30), text="by April")
    late = TimeBounds(not_before=dt.date(2024, 8, 1), started_by=dt.date(2024, 8, 31), text="in August")
    assert len(events(attack(draft, "a", time=early), attack(draft, "b", time=late))) == 2
