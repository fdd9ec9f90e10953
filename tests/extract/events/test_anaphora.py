"""Events told of again in a later sentence."""

import datetime as dt

import pytest


def test_a_definite_noun_adds_the_day(reading):
    event = reading("Gunmen attacked a hotel in Beira. The attack happened on 3 May 2024.").event("attacked")
    assert (event.time.not_before, event.time.not_after) == (dt.date(2024, 5, 3), dt.date(2024, 5, 3))


def test_a_definite_noun_adds_a_claim_with_its_own_source(reading):
    found = reading("A blast in Cairo killed nine people. Officials said the explosion happened on 3 May 2024.")
    assert [len(c.sources) for c in found.event("blast").claims] == [0, 1]


def test_it_took_place_adds_the_place(reading):
    found = reading("Rebels ambushed a Kenyan convoy. It happened near Garissa on Monday.")
    assert "Garissa" in found.roles("ambushed")["place"]


def test_what_died_in_it_is_part_of_it(reading):
    found = reading("Rebels clashed with troops in Goma. Nine soldiers were killed in the fighting.")
    assert found.event("killed").links == (("partOf", found.event("clashed").id),)


@pytest.mark.parametrize(
    "text",
    [
        "An attack in Mosul killed three people. The attack in Basra happened on 3 May 2024.",
        "Gunmen attacked a hotel in Beira. An attack happened on 3 May 2024 in Durban.",
        "Gunmen attacked a hotel in Beira. The visit happened on 3 May 2024.",
    ],
)
def test_another_event_stays_apart(reading, text):
    events = [e for e in reading(text).extraction.events if e.type == "Attack"]
    assert events[0].time.not_before is None


def test_it_names_no_one_of_two_events(reading):
    text = "Rebels ambushed a convoy near Garissa and shelled the port of Lamu. It happened on 3 May 2024."
    assert all(e.time.not_before is None for e in reading(text).extraction.events)


def test_a_described_place_may_be_the_one_named(reading):
    read = reading("A bomb attack on Holm Cathedral shocked Mali. The attack near the church lasted an hour.")
    assert len([e for e in read.extraction.events if e.type == "Attack"]) == 1


def test_what_a_superlative_tells_of_is_another_event(reading):
    read = reading("Rebels attacked Rwanda on Monday. Kenya recalled the deadliest attack on Rwanda.")
    assert len([e for e in read.extraction.events if e.type == "Attack"]) == 2


def test_what_did_not_happen_is_not_told_of_again(reading):
    read = reading("Kenya denied that rebels attacked Rwanda. The attack on Rwanda in 2012 is remembered.")
    assert len([e for e in read.extraction.events if e.type == "Attack"]) == 2


def test_what_a_sentence_mainly_tells_of_is_told_again_before_what_stands_inside(reading):
    text = (
        "A blast in Kenya on 3 May 2024 killed a man who had attacked a convoy. Nine people were wounded in the attack."
    )
    assert reading(text).event("wounded").time.not_before == dt.date(2024, 5, 3)


def test_a_definite_noun_adds_how_long_it_took(reading):
    event = reading(
        "Kenya sent troops to Mali on 3 May 2024. A 90-day deployment is long. Six men fell ill during the "
        "90-day deployment."
    ).event("sent")
    assert (event.time.duration, event.time.not_before) == ("P90D", dt.date(2024, 5, 3))


def test_the_attack_of_a_day_is_the_one_told_of(reading):
    found = reading("A bomb exploded in Lisbon on Monday. Kenya condemned Monday's attack near a church in Lisbon.")
    assert len(found.events("exploded")) == 1
    assert found.events("attack") == []


def test_the_attack_of_another_day_is_another(reading):
    found = reading("A bomb exploded in Lisbon on Monday. Kenya condemned Friday's attack near a church in Lisbon.")
    assert len(found.events("attack")) == 1


def test_what_happened_in_the_incident_happened_with_what_was_told_last(reading):
    text = "A train derailed near Gao on 3 May 2024. It was raining. Nine people were injured in the incident."
    assert reading(text).event("injured").time.not_before == dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were injured in the incident in Gao.",
        "A train derailed near Gao on 3 May 2024. Nine people were injured in an incident in Mali.",
    ],
)
def test_an_incident_that_was_not_told_of_has_no_day(reading, text):
    assert reading(text).event("injured").time.not_before is None


def test_one_attack_is_not_what_was_told_as_several(reading):
    text = (
        "An attack on Gao on 3 May 2024 killed nine men. Rebels behind a string of attacks on Somalia deny it. "
        "Lena Ortiz condemned the attack."
    )
    read = reading(text)
    assert [i for _, i in read.event("condemned").links] == [read.event("attack").id]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan leaders held a summit in Lisbon. President Ida Roos attended the meeting.",
        "Kenyan leaders held talks in Lisbon. President Ida Roos took part in the talks.",
    ],
)
def test_who_joins_in_was_there_too(reading, text):
    found = reading(text)
    (meeting,) = found.extraction.events
    assert {found.words(m) for m in meeting.fillers("actor")} == {"Kenyan leaders", "Ida Roos"}


def test_who_meets_elsewhere_does_not_join_in(reading):
    found = reading("Kenyan leaders held talks in Lisbon. Ida Roos began the talks in Dakar.")
    assert len(found.extraction.events) == 2


def test_who_is_hurt_in_the_incident_is_hurt_in_what_was_told_of(reading):
    found = reading("Rebels ambushed a Kenyan convoy near Garissa. Nine soldiers were wounded in the incident.")
    assert found.event("wounded").links == (("partOf", found.event("ambushed").id),)


def test_who_speaks_of_an_arrest_did_not_make_it(reading):
    found = reading(
        "Police arrested Omar Haddad on Monday. The mayor of Lisbon, Ana Salas, called the arrest an outrage."
    )
    assert found.roles("arrested")["actor"] == {"Police"}
    assert found.event("called").type != found.event("arrested").type


def test_the_attack_on_a_market_is_told_of_for_the_first_time(reading):
    read = reading("Rebels attacked Rwanda on Monday. Lena Ortiz spoke of the attack on a market in Lisbon.")
    assert len([e for e in read.extraction.events if e.type == "Attack"]) == 2


def test_what_the_year_before_a_noun_says_is_another_event(reading):
    read = reading(
        "Prince Omar Bello was stripped of his titles. General Moe led the 2014 coup against the government."
    )
    assert len([e for e in read.extraction.events if e.type == "Dismissal"]) == 2


def test_the_peace_talks_are_no_meeting_told_of_before(reading):
    read = reading("Chad and Mali held a meeting in Lisbon on 3 May 2024. The peace talks began in 2014.")
    assert [e.time.not_before.year for e in read.extraction.events if e.type == "Meeting"] == [2024]
