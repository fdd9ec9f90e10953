"""The index of an output folder: used while it fits its files, and never otherwise."""

import shutil
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query import load, run
from kg.query.index import NAME, build, is_stale, opened

NAMES = "SELECT ?n { ?x rdfs:label ?n } ORDER BY ?n"
HEAD = "@prefix id: <https://desk.test/id/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(f'{HEAD}id:ann rdfs:label "Ann" .')
    (tmp_path / "graph.mentions.ttl").write_text(f'{HEAD}id:mention rdfs:label "Ann again" .')
    return tmp_path


def names(folder: Path) -> list[str]:
    return [row[0].value for row in run(load([folder]), NAMES).rows]


def test_an_index_holds_the_graph_and_the_mentions_with_their_prefixes(out):
    assert build(out) == 2
    ready = opened(out)
    assert ready is not None
    assert ready.prefixes["id"] == "https://desk.test/id/"
    assert len(ready.triples) == 2


def test_the_index_answers_as_the_files_do(out):
    before = names(out)
    build(out)
    assert names(out) == before == ["Ann", "Ann again"]


def test_loading_opens_the_index_for_reading_only(out):
    load([out]).triples.update("DELETE WHERE { ?s ?p ?o }")  # a copy in memory may be changed
    build(out)
    with pytest.raises(RuntimeError, match="read-write"):
        load([out]).triples.update("DELETE WHERE { ?s ?p ?o }")


@pytest.mark.parametrize("name", ["graph.ttl", "graph.mentions.ttl"])
def test_a_changed_file_makes_it_stale(out, name):
    build(out)
    assert not is_stale(out)
    (out / name).write_text(f'{HEAD}id:bo rdfs:label "Bo" .')
    assert opened(out) is None
    assert is_stale(out)
    assert "Bo" in names(out)


def test_the_same_contents_written_anew_leave_it_fresh(out):
    build(out)
    (out / "graph.ttl").write_bytes((out / "graph.ttl").read_bytes())
    assert opened(out) is not None


def test_a_file_more_or_less_makes_it_stale(out):
    build(out)
    (out / "graph.mentions.ttl").unlink()
    assert is_stale(out)


def test_a_stale_index_is_made_anew(out):
    build(out)
    (out / "graph.ttl").write_text(f'{HEAD}id:bo rdfs:label "Bo" .')
    assert build(out) == 2
    assert names(out) == ["Ann again", "Bo"]
    assert sorted(p.name for p in out.iterdir()) == [NAME, "graph.mentions.ttl", "graph.ttl"]


@pytest.mark.parametrize("damage", ["index.json", "triples"])
def test_a_damaged_index_is_as_good_as_none(out, damage):
    build(out)
    target = out / NAME / damage
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.write_text("{")
    assert opened(out) is None
    assert names(out) == ["Ann", "Ann again"]


def test_a_folder_without_index_has_none_and_none_is_stale(out):
    assert opened(out) is None
    assert not is_stale(out)


def test_only_output_folders_have_an_index(out, tmp_path_factory):
    with pytest.raises(InputError, match="made of an output folder"):
        build(out / "graph.ttl")
    with pytest.raises(InputError, match=r"holds no graph\.ttl"):
        build(tmp_path_factory.mktemp("empty"))


def test_a_file_that_is_no_turtle_leaves_nothing_behind(out):
    (out / "graph.ttl").write_text("no Turtle")
    with pytest.raises(InputError, match=r"graph\.ttl:1"):
        build(out)
    assert sorted(p.name for p in out.iterdir()) == ["graph.mentions.ttl", "graph.ttl"]
