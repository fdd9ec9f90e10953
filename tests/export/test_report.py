"""GRAPH.md: what matters on one page, and nothing in it that a text could do."""

import weakref
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.html import html
from kg.export.report import Unread, plain, report
from kg.export.turtle import turtle
from kg.graph import Graph, build
from kg.memory import collector_at_rest
from kg.model import Bound, Count, EntityId, Quantity, Resolution
from kg.ontology import Ontology


def rows(text: str, title: str) -> list[str]:
    """The rows of the table under a heading, without its head."""
    table = text.split(f"## {title}\n")[1].split("\n\n", maxsplit=1)[0]
    return [line for line in table.splitlines()[2:] if line]


def test_it_begins_with_the_numbers(graph: Graph, ontology: Ontology) -> None:
    assert "2 articles · 14 entities · 4 events · 13 claims." in report(graph, ontology)


def test_the_best_connected_come_first(graph: Graph, ontology: Ontology) -> None:
    first, second, *_ = rows(report(graph, ontology), "Best connected")
    assert first.startswith("| Attack:")
    assert int(first.split("|")[3]) >= int(second.split("|")[3])


def test_what_two_sources_say_is_supported(graph: Graph, ontology: Ontology) -> None:
    (row,) = rows(report(graph, ontology), "Best supported")
    assert row.startswith("| Attack:")
    assert "| 2 |" in row


def test_two_articles_of_one_agency_are_one_source(resolution: Resolution, ontology: Ontology) -> None:
    agency = {d.id: EntityId("radio-vest") for d in resolution.documents}
    text = report(build(replace(resolution, agencies=agency), ontology), ontology)
    assert "Best supported" not in text


def test_a_denial_makes_it_contested(graph: Graph, ontology: Ontology) -> None:
    (row,) = rows(report(graph, ontology), "Contested")
    assert row.endswith("| Estmark defence ministry, officials in Estmark | Ana Reyl |")


@pytest.mark.parametrize(("unit", "rivals"), [("officers", 1), ("civilian", 0)])
def test_figures_for_different_people_in_one_sentence_are_no_rivals(
    resolution: Resolution, ontology: Ontology, unit: str, rivals: int
) -> None:
    event = next(e for e in resolution.events if e.type == "Killing")
    claim = (event.claims[0],)
    counts = tuple(
        Count("killed", Quantity(text, Bound.EXACT, n, n, unit=of), claim)
        for text, n, of in (("six", 6, "officers"), ("one", 1, unit))
    )
    events = tuple(replace(e, counts=counts) if e.id == event.id else e for e in resolution.events)
    text = report(build(replace(resolution, events=events), ontology), ontology)
    assert text.count("six") == rivals


def test_the_newest_event_comes_first(graph: Graph, ontology: Ontology) -> None:
    days = [row.split("|")[1].strip() for row in rows(report(graph, ontology), "Newest events")]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2031-04-30"


def test_what_was_not_read_is_listed_in_order(graph: Graph, ontology: Ontology) -> None:
    text = report(graph, ontology, [Unread("b.txt", "is empty"), Unread("a_b.txt", "is | binary")])
    assert rows(text, "What was not read") == ["| a\\_b.txt | is \\| binary |", "| b.txt | is empty |"]


def test_a_graph_of_nothing_has_a_report(ontology: Ontology) -> None:
    assert "Everything given was read." in report(Graph(), ontology)


def test_markup_and_turned_writing_are_made_plain() -> None:
    assert plain("[x](javascript:y)\n# <b>\u202e|") == r"\[x\](javascript:y) \# \<b\> \|"


@given(st.text())
def test_a_name_never_leaves_its_cell(name: str) -> None:
    written = plain(name)
    assert "\n" not in written
    assert "|" not in written.replace("\\|", "")


def test_a_graph_is_let_go_of_without_the_collector(resolution: Resolution, ontology: Ontology) -> None:
    graph = build(resolution, ontology)
    turtle(graph, ontology)
    html(graph, ontology)
    report(graph, ontology)
    network = weakref.ref(graph.network)
    with collector_at_rest():
        del graph
        assert network() is None
