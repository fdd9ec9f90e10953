"""Corpora that others annotated, scored: rates, and sentences of our own in their forms."""

import pytest

from benchmarks.corpora import Rate, read, roles, triggers
from kg.annotate.neural import Annotator
from kg.ontology import load

SOLD = ["Rebels", "killed", "two", "guards", "in", "Bari", "on", "Monday", "."]


@pytest.fixture(scope="module")
def annotator():
    return Annotator()


def geneva(*events):
    told = [{"event_type": name, "trigger": {"start": start, "end": start + 1}} for name, start in events]
    return {"tokens": SOLD, "event_mentions": told}


def propbank(*arguments):
    return {"sent_id": "a-1", "tokens": SOLD, "frames": [{"pred": 1, "args": [list(a) for a in arguments]}]}


def test_two_found_may_hit_one():
    rates = Rate(gold=4, found=4, right=3, recalled=2).as_json()
    assert (rates["precision"], rates["recall"], rates["f1"]) == (0.75, 0.5, 0.6)


def test_words_keep_their_places(annotator):
    done = read(annotator, load(), [SOLD, ["They", "left", "."]])
    (killing,) = [e for e in done.extraction.events if done.at(e.trigger) == (0, 1)]
    assert killing.trigger.of(done.extraction.document.text) == "killed"


def test_a_trigger_of_the_same_class_is_right(annotator):
    rate = triggers(annotator, load(), [geneva(("Killing", 1))])
    assert (rate.gold, rate.found, rate.right, rate.recalled) == (1, 1, 1, 1)


def test_a_trigger_that_nobody_annotated_is_wrong(annotator):
    rate = triggers(annotator, load(), [geneva(("Statement", 3))])
    assert (rate.gold, rate.found, rate.right, rate.recalled) == (1, 1, 0, 0)


def test_a_wider_type_is_right_but_not_looked_for(annotator):
    rate = triggers(annotator, load(), [geneva(("Death", 1))])
    assert (rate.gold, rate.found, rate.right) == (0, 1, 1)


def test_a_filler_belongs_into_a_numbered_argument(annotator):
    rate = roles(annotator, load(), [propbank(("ARG0", 0, 0), ("ARG1", 2, 3), ("ARGM-TMP", 6, 7))])
    assert (rate.gold, rate.recalled) == (2, 2)
    assert rate.found - rate.right == 1  # the place is in none
