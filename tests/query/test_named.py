"""Questions that kg comes with are found by name, and tell what they ask and need."""

import pytest

from kg.errors import QueryError
from kg.query.named import find, question, questions

TEXT = """# Who is older than that?
# $years (number = 30): an age
# needs the ontology
ASK { ?p kg:age ?a FILTER (?a > $years) }
"""


def test_a_question_tells_what_it_asks_with_which_parameters():
    asked = question("older", TEXT)
    assert (asked.name, asked.asks, asked.needs_ontology) == ("older", "Who is older than that?", True)
    assert [(p.name, p.kind, p.default, p.meaning) for p in asked.parameters] == [("years", "number", "30", "an age")]


def test_a_query_without_comments_is_a_question_without_words():
    asked = question("plain", "ASK { ?s ?p ?o }")
    assert (asked.asks, asked.parameters, asked.needs_ontology) == ("", (), False)


def test_questions_are_sorted_by_name():
    assert list(questions()) == sorted(questions())


def test_the_nearest_question_is_suggested():
    assert find("who-leads").name == "who-leads"
    with pytest.raises(QueryError, match=r"'who-leds'; did you mean who-leads\?"):
        find("who-leds")


def test_a_name_like_no_other_leads_to_the_list():
    with pytest.raises(QueryError, match="kg query --list"):
        find("zzzzzzzz")
