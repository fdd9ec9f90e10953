"""The table of the query benchmark says what the figures say; rdflib and kg are asked the same."""

from benchmarks import query, synthetic_graph
from kg.query.named import questions

SIZE = {
    "triples": 1_001_907,
    "first_query": {"kg": 4.0, "rdflib": 100.0, "ratio": 25.0},
    "ten_queries": {"kg": 0.5, "rdflib": 20.04, "ratio": 40.1},
    "index": {"made_and_first_query": 9.0, "later_queries": [0.3, 0.42]},
}


def test_the_table_has_a_line_for_each_figure():
    table = query.table({"sizes": [SIZE], "validate": {"triples": 100_242, "core": 4.2, "strict": 9.96}})
    assert table.splitlines()[2:] == [
        "| first query, Turtle loaded | 1,001,907 | 4.00 s | 100.0 s | 25 |",
        "| ten questions, graph loaded | 1,001,907 | 0.50 s | 20.0 s | 40 |",
        "| first query of a process, with an index | 1,001,907 | 0.42 s | | |",
        "| `kg validate` | 100,242 | 4.2 s | | |",
        "| `kg validate --strict` | 100,242 | 10.0 s | | |",
    ]


def test_the_ten_questions_are_ten_that_need_no_value():
    assert len(set(query.TEN)) == 10
    assert query.FIRST in query.TEN
    assert set(query.TEN) <= questions().keys()


def test_both_engines_find_the_same_rows(tmp_path):
    synthetic_graph.write(tmp_path, 1)
    few = ("who-leads", "units", "denials")
    theirs = query.rdflib(tmp_path, few)
    assert {n: rows for n, (_, rows) in query.ours(tmp_path, few).items()} == {
        n: rows for n, (_, rows) in theirs["queries"].items()
    }
    assert theirs["first_query"] > 0
