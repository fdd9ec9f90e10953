"""Match: what follows from a frame found at a word."""

import pytest

from kg.extract.frames.match import Filler, Match
from kg.model import DocumentId, Kind, Mention, MentionId, Span
from kg.ontology import load


def filler(word: int) -> Filler:
    mention = Mention(
        MentionId(str(word)), DocumentId("d"), Span(word, word + 1), "x", "Person", Kind.NAME, 1.0, 0, word
    )
    return Filler(word, mention)


@pytest.fixture
def match() -> Match:
    event = next(e for e in load().events.values() if e.frames)
    return Match(event, event.frames[0], 3, (("a", filler(0)), ("b", filler(5)), ("a", filler(7))))


def test_fillers_of_a_role_keep_the_order_of_the_text(match):
    assert [f.word for f in match.fillers("a")] == [0, 7]


def test_a_role_that_nobody_fills_has_no_fillers(match):
    assert match.fillers("c") == []


@pytest.mark.parametrize(("saying", "verb"), [(None, 3), (1, 1)])
def test_what_is_said_hangs_on_the_verb_of_saying_if_the_trigger_is_none(match, saying, verb):
    assert Match(match.type, match.frame, match.trigger, match.roles, saying=saying).verb == verb
