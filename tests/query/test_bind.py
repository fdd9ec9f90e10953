"""Values of parameters become terms of the query, and never words of it."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.bind import bind, parameters

PREFIXES = {"kg": "https://w3id.org/newskg/ns#"}
XSD = "http://www.w3.org/2001/XMLSchema#"


def answer(query: str, values: dict[str, str]) -> str:
    """The term that the query binds to ?x."""
    (row,) = ox.Store().query(bind(query, values, PREFIXES).text)
    return str(row["x"])


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_text_is_bound_as_it_is(value):
    (row,) = ox.Store().query(bind("# $v (text): v\nSELECT ?x { BIND($v AS ?x) }", {"v": value}, {}).text)
    assert row["x"] == ox.Literal(value)


@pytest.mark.parametrize(
    "attack", ['" } ; DROP ALL #', "x' . ?s ?p ?o", "\\", '\\" . }', "$who", "}\n} UNION { ?s ?p ?o"]
)
def test_no_value_reaches_the_words_of_the_query(attack):
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://a.test/a"), ox.NamedNode("http://a.test/b"), ox.Literal("secret")))
    bound = bind("# $who (text): w\nSELECT ?s { ?s ?p $who }", {"who": attack}, {})
    assert list(store.query(bound.text)) == []


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("name", "600", '"600"'),
        ("text", "kg:Killing", '"kg:Killing"'),
        ("number", "0600", f'"600"^^<{XSD}integer>'),
        ("number", "-1.5", f'"-1.5"^^<{XSD}decimal>'),
        ("date", "2031-06-02", f'"2031-06-02"^^<{XSD}date>'),
        ("term", "kg:Killing", "<https://w3id.org/newskg/ns#Killing>"),
        ("term", "<https://a.test/b>", "<https://a.test/b>"),
    ],
)
def test_a_declared_parameter_has_its_kind(kind, value, term):
    assert answer(f"# $v ({kind}): v\nSELECT ?x {{ BIND($v AS ?x) }}", {"v": value}) == term


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("Ann Roe", '"Ann Roe"'),
        ("600", f'"600"^^<{XSD}integer>'),
        ('"600"', '"600"'),
        ("2031-06-02", f'"2031-06-02"^^<{XSD}date>'),
        ("kg:Killing", "<https://w3id.org/newskg/ns#Killing>"),
        ("note: this", '"note: this"'),
        ("unknown:Killing", '"unknown:Killing"'),
    ],
)
def test_an_undeclared_value_is_what_it_looks_like(value, term):
    assert answer("SELECT ?x { BIND($v AS ?x) }", {"v": value}) == term


@pytest.mark.parametrize(
    ("kind", "value"),
    [("number", "ten"), ("number", "1e3"), ("date", "2031-06-31"), ("date", "June"), ("term", "zz:Killing"),
     ("term", "<a b>"), ("term", "Killing")],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused_with_an_example(kind, value):
    with pytest.raises(QueryError, match=f"v '{value}' is no .*; give one such as"):
        bind(f"# $v ({kind}): v\nASK {{ ?s ?p $v }}", {"v": value}, PREFIXES)


def test_a_default_holds_until_a_value_is_given():
    query = "# $v (number = 5): v\nSELECT ?x { BIND($v AS ?x) }"
    assert answer(query, {}) == f'"5"^^<{XSD}integer>'
    assert answer(query, {"v": "6"}) == f'"6"^^<{XSD}integer>'


def test_a_parameter_without_a_value_stays_a_variable():
    query = "# $v (name): v\nSELECT ?x { ?x ?p $v }"
    assert bind(query, {}, {}).text == query


def test_strings_iris_and_comments_are_left_alone():
    query = 'SELECT ?x { BIND("$v" AS ?x) FILTER (<https://a.test/$v> != $v) } # $v'
    bound = bind(query, {"v": "z"}, {}).text
    assert bound == 'SELECT ?x { BIND("$v" AS ?x) FILTER (<https://a.test/$v> != "z") } # $v'


def test_names_of_things_are_told():
    query = "# $a (name): a\n# $b (text): b\nASK { ?s $a $b }"
    assert bind(query, {"a": "Ann", "b": "Bo"}, {}).names == ("Ann",)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("ASK { ?s ?p $whom }", r"no parameter 'who'; did you mean whom\?"),
        ("ASK { ?s ?p $a , $b }", r"no parameter 'who'; it has \$a, \$b"),
        ("ASK { ?s ?p ?o }", r"no parameter 'who'; it has none"),
        ("ASK { ?s ?p ?who }", r"\?who is a result, not a parameter; write \$who"),
    ],
)
def test_a_parameter_that_is_not_there_is_explained(query, message):
    with pytest.raises(QueryError, match=message):
        bind(query, {"who": "Ann"}, {})


def test_parameters_are_declared_in_comments():
    found = parameters("# Who?\n# $who (name): the one\n# $least (number = 1): how old\nASK { ?s $least $who } # $no")
    assert [(p.name, p.kind, p.default) for p in found] == [("who", "name", None), ("least", "number", "1")]


def test_an_unknown_kind_is_refused():
    with pytest.raises(QueryError, match="declared as 'nmae'; use one of name, text, number, date, term"):
        parameters("# $who (nmae): the one\nASK { ?s ?p $who }")
