"""The page: one offline file, its data intact, and nothing in it that a text could run."""

import base64
import hashlib
import json
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError
from kg.export.html import KGNetwork, html
from kg.export.view import view
from kg.graph import Graph, build
from kg.model import Claim, Document, DocumentId, Entity, EntityId, Literal, Modality, Relation, Resolution, Span
from kg.ontology import Ontology

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> {{ 7*7 }} \" ' & \u2028 \u202e \0 \ud800"


def payload(page: str) -> dict[str, Any]:
    found = re.findall(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    loaded: dict[str, Any] = json.loads(found[0])
    return loaded


def markup(page: str) -> str:
    """The page without the contents of its scripts and style."""
    return re.sub(r"(<(script|style)[^>]*>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)


@pytest.fixture
def page(graph: Graph, ontology: Ontology) -> str:
    return html(graph, ontology)


def node(data: dict[str, Any], key: str) -> dict[str, Any]:
    return next(n for n in data["nodes"] if n["key"] == key)


def crowd(size: int) -> Resolution:
    """A ring of people."""
    document = Document(DocumentId("doc-1"), "They know each other.", "1" * 64, "a.txt")
    claim: Claim[EntityId] = Claim(document.id, (Span(0, 21),), Modality.ASSERTED)
    people = tuple(Entity(EntityId(f"p{n:03}"), "Person", f"Person {n}") for n in range(size))
    ties = (Relation("alliedWith", p.id, people[n - 1].id, (claim,)) for n, p in enumerate(people))
    return Resolution((document,), (), people, {}, tuple(ties), ())


# ---------------------------------------------------------------- one offline file


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    assert re.findall(r"(?:src|href|action|data|poster)\s*=\s*[\"']?", markup(page)) == []
    assert "url(" not in page.split("</style>", maxsplit=1)[0]
    assert "sourceMappingURL" not in page


def test_the_policy_lets_only_our_two_scripts_run(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert (
        policy[1]
        .replace("&#39;", "'")
        .startswith(f"default-src 'none'; script-src 'sha256-{hashes[0]}' 'sha256-{hashes[1]}'; style-src")
    )


def test_vis_network_comes_from_pyvis_with_its_licence(page: str) -> None:
    assert "vis.js is dual licensed under both" in page


def test_bytes_do_not_depend_on_the_order_of_input(resolution: Resolution, ontology: Ontology, page: str) -> None:
    rng = random.Random(5)
    mixed = replace(
        resolution,
        entities=tuple(rng.sample(resolution.entities, len(resolution.entities))),
        events=resolution.events[::-1],
        relations=resolution.relations[::-1],
    )
    assert html(build(mixed, ontology), ontology) == page


# ---------------------------------------------------------------- data


def test_every_node_and_claim_is_in_the_page(page: str, graph: Graph) -> None:
    data = payload(page)
    assert {n["key"] for n in data["nodes"]} == set(graph.network)
    written = sum(len(s["claims"]) for s in data["statements"])
    assert written == sum(len(e.event.claims) for e in graph.events()) + sum(len(s.claims) for s in graph.statements())


def test_a_claim_leads_to_source_medium_and_sentence(page: str) -> None:
    data = payload(page)
    attack = node(data, "attack-0001")["id"]
    event = next(s for s in data["statements"] if s["s"] == attack and "p" not in s)
    denial = next(c for c in event["claims"] if c["how"] == "Denied")
    assert denial["who"] == [node(data, "ana-reyl")["id"]]
    assert denial["via"] == node(data, "radio-vest")["id"]
    article, start, end, *_ = data["passages"][denial["on"][0]]
    sentence = data["documents"][article]["text"][start:end]
    assert sentence == "“We did not fire a single shot,” Reyl told Radio Vest."


def test_looks_come_from_the_ontology(page: str, ontology: Ontology) -> None:
    data = payload(page)
    type_ = data["types"][node(data, "norland")["type"]]
    assert (type_["label"], type_["colour"], type_["shape"]) == (
        ontology.entities["State"].label,
        ontology.entities["State"].colour,
        ontology.entities["State"].shape,
    )


def test_parallel_statements_share_a_line(resolution: Resolution, ontology: Ontology) -> None:
    twice = replace(resolution.relations[1], type="memberOf")
    data = payload(html(build(replace(resolution, relations=(*resolution.relations, twice)), ontology), ontology))
    ends = {node(data, "ivo-marr")["id"], node(data, "norland-army")["id"]}
    (line,) = [e for e in data["edges"] if {e["from"], e["to"]} == ends]
    assert len(line["statements"]) == 2


def test_a_line_is_as_firm_as_its_firmest_statement(page: str) -> None:
    data = payload(page)
    ends = {node(data, "ivo-marr")["id"], node(data, "ana-reyl")["id"]}
    (line,) = [e for e in data["edges"] if {e["from"], e["to"]} == ends]
    assert (line["how"], line["both"]) == ("Speculative", True)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("attack-0001", "4 March 2031 (“on Tuesday”)"),
        ("deployment-0004", "between 1 April 2031 and 30 April 2031 (“in April”)"),
        ("killing-0002", "over by 5 March 2031"),
        ("publicstatement-0003", ""),
    ],
)
def test_an_events_time_is_said_in_words(page: str, key: str, words: str) -> None:
    assert node(payload(page), key).get("when", "") == words


def test_a_quantity_is_said_with_its_unit(page: str) -> None:
    assert {s["text"] for s in payload(page)["statements"] if "text" in s} == {
        "President",
        "at least 12 dock workers",
        "400 engineers",
    }


def test_connected_nodes_have_a_place_and_the_others_wait(page: str) -> None:
    for item in payload(page)["nodes"]:
        assert ("x" in item) == (item["degree"] > 0)


def test_a_large_graph_starts_with_its_best_connected(ontology: Ontology) -> None:
    data = payload(html(build(crowd(301), ontology), ontology))
    assert sum("x" in item for item in data["nodes"]) == 150
    assert len(data["nodes"]) == 302


def test_three_hundred_are_drawn_at_once(ontology: Ontology) -> None:
    assert sum("x" in item for item in payload(html(build(crowd(300), ontology), ontology))["nodes"]) == 300


def test_an_empty_graph_has_a_page(ontology: Ontology) -> None:
    assert payload(html(Graph(), ontology))["nodes"] == []


# ---------------------------------------------------------------- hostile text


def test_hostile_text_travels_as_data_only(ontology: Ontology) -> None:
    document = Document(DocumentId("doc-1"), HOSTILE, "1" * 64, HOSTILE, title=HOSTILE, url="javascript:alert(3)")
    person = Entity(EntityId(f"x{HOSTILE}"), "Person", HOSTILE, (HOSTILE + "!",))
    claim: Claim[EntityId] = Claim(document.id, (Span(0, len(HOSTILE)),), Modality.ASSERTED, cue=HOSTILE)
    title = Relation("title", person.id, Literal(HOSTILE), (claim,))
    graph = build(Resolution((document,), (), (person,), {}, (title,), ()), ontology)
    page = html(graph, ontology, title=HOSTILE)
    harmless = html(Graph(), ontology)
    for piece in ("<script", "</script>", "<img", "<!--"):
        assert page.count(piece) == harmless.count(piece)
    assert "7*7" in page
    assert node(payload(page), person.id.replace("\ud800", "\ufffd"))["label"] == HOSTILE.replace("\ud800", "\ufffd")
    page.encode("utf-8")


# ---------------------------------------------------------------- pyvis


def test_a_network_takes_nodes_and_edges_as_pyvis_does() -> None:
    network = KGNetwork("Mine")
    network.add_node("a", label="A")
    network.add_node("a", label="again")
    network.add_node("b")
    network.add_edge("a", "b")
    network.add_edge("a", "b")
    assert (network.num_nodes(), network.num_edges(), network.node_map["a"]["label"]) == (2, 2, "A")


def test_an_edge_into_nothing_is_refused() -> None:
    with pytest.raises(ExportError, match="no node"):
        KGNetwork().add_edge(1, 2)


def test_show_writes_one_utf8_file_and_nothing_beside_it(
    graph: Graph, ontology: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.chdir(tmp_path)
    network = KGNetwork("Knowledge graph of 2 articles")
    network.add_view(view(graph, ontology))
    network.show("page.html")
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_bytes() == page.encode()
