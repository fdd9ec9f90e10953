"""Places that a clause has from the words around it."""

import pytest


@pytest.fixture
def places(reading):
    def find(text, trigger, role="place"):
        read = reading(text)
        return {read.words(r.filler) for r in read.event(trigger).roles if r.name == role}

    return find


def test_a_clause_with_where_is_in_the_place_it_describes(places):
    text = "Fighting has escalated in Mali, where Kenya has sent thousands of troops."
    assert places(text, "sent", "destination") == {"Mali"}


def test_what_is_told_in_one_breath_happens_in_one_place(places):
    text = "A bomb killed six people and wounded ten in Mosul."
    assert places(text, "killed") == places(text, "wounded") == {"Mosul"}


def test_a_verb_with_a_place_of_its_own_keeps_it(places):
    assert places("Rebels killed six farmers in Mali and wounded ten in Chad.", "killed") == {"Mali"}


def test_what_somebody_else_does_is_told_elsewhere(places):
    assert places("Rebels killed six farmers and the mayor met reporters in Mosul.", "killed") == set()


def test_a_place_within_a_place_gives_both(places):
    assert places("Gunmen killed six officers in a market in Mosul.", "killed") == {"a market in Mosul", "Mosul"}


def test_a_place_that_owns_a_place_is_one_too(places):
    assert "Giza" in places("Two bombs killed six officers in Giza's Haram district.", "killed")


def test_an_outcome_is_where_its_cause_was(places):
    text = "A storm caused a crane to fall into a mosque in Mecca, killing ten pilgrims and wounding 30."
    assert places(text, "killing") == places(text, "wounding") == {"a mosque in Mecca", "Mecca"}


def test_a_participle_before_its_verb_is_no_outcome(places):
    assert places("Killing ten farmers, the rebels marched into Mosul.", "Killing") == set()


def test_two_occasions_in_one_breath_have_one_place_and_one_host(reading):
    for text in (
        "The king ended the day with a parade and a speech in Rabat.",
        "The mayor opened the fair with a concert and an address at Riverside Stadium.",
        "The bishop marked the feast with a procession and a sermon in Lima.",
    ):
        read = reading(text)
        first, second = (e for e in read.extraction.events if e.fillers("place"))
        assert first.fillers("place") == second.fillers("place")
        assert set(first.fillers("participant", "actor")) == set(second.fillers("actor"))


@pytest.fixture
def topic(reading):
    def find(text, trigger):
        read = reading(text)
        return {read.words(r.filler) for r in read.event(trigger).roles if r.name == "about"}

    return find


def test_words_are_about_whom_they_describe(topic):
    assert topic("The minister said that the governor was in prison.", "said") == {"the governor"}


def test_words_are_about_what_was_done_to(topic):
    assert topic("The minister said the helicopters were meant for Chad.", "said") == {"the helicopters"}


def test_words_are_not_about_whoever_does_something(topic):
    assert topic("The minister said that Chad was hoping for rain.", "said") == set()


def test_words_are_not_about_their_speaker(topic):
    assert topic("Omar Haddad said he was in good health.", "said") == set()


def test_an_event_that_is_said_says_better_whom_the_words_are_about(topic):
    assert topic("The minister said that ten farmers were killed in Mosul.", "said") == set()
