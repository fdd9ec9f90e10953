"""Pipeline: a folder in, three files out, the same bytes every time, and every word of evidence where it says."""

import os

import pyoxigraph as ox
import pytest
import rdflib

import kg.extract
from kg import pipeline
from kg.errors import InputError, ModelError
from kg.pipeline import reading
from kg.read import Skipped, read
from kg.store import FILE
from kg.validate import validate

KG = "https://w3id.org/newskg/ns#"
SPANS = """PREFIX kg: <https://w3id.org/newskg/ns#>
SELECT ?path ?start ?end ?exact WHERE {
  ?span kg:start ?start ; kg:end ?end ; kg:exact ?exact ; kg:document/kg:path ?path
}"""


@pytest.fixture(scope="module")
def summary(inbox, tmp_path_factory):
    return pipeline.build([str(inbox)], tmp_path_factory.mktemp("summary"))


@pytest.fixture(scope="module")
def store(built):
    found = ox.Store()
    for name in (pipeline.GRAPH, pipeline.MENTIONS):
        found.load(path=str(built / name), format=ox.RdfFormat.TURTLE)
    return found


def contents(folder):
    return {
        name: (folder / name).read_bytes()
        for name in (pipeline.GRAPH, pipeline.MENTIONS, pipeline.PAGE, pipeline.REPORT)
    }


# ---------------------------------------------------------------- what comes out


def test_four_files_are_written_beside_the_store_and_nothing_else(built):
    files = {pipeline.GRAPH, pipeline.MENTIONS, pipeline.PAGE, pipeline.REPORT}
    assert {p.name for p in built.iterdir()} == files | {FILE}


def test_the_report_names_what_was_not_read(built):
    text = (built / pipeline.REPORT).read_text(encoding="utf-8").split("## What was not read")[1]
    assert [name in text for name in ("04-empty.txt", "05-broken.json", "06-binary.txt")] == [True, True, True]


def test_the_summary_counts(summary):
    assert summary.articles == 3
    assert summary.mentions > summary.entities > 5
    assert summary.events >= 5
    assert summary.claims >= summary.events


def test_all_files_count_the_same(tmp_path):
    out, article = tmp_path / "out", tmp_path / "a.txt"
    text = "Uganda attacked Kenya on Monday. Kenya said Uganda attacked it. Uganda attacked Kenya.\n"
    article.write_text(text, encoding="utf-8")
    summary = pipeline.build([str(article)], out)
    head = (out / pipeline.REPORT).read_text(encoding="utf-8").splitlines()[1]
    assert f"{summary.entities} entities · {summary.events} events · {summary.claims} claims." in head
    assert (out / pipeline.GRAPH).read_text(encoding="utf-8").count(" a kg:Claim ;") == summary.claims


def test_the_summary_names_its_files(summary):
    assert [p.name for p in summary.files] == [pipeline.GRAPH, pipeline.MENTIONS, pipeline.PAGE, pipeline.REPORT]
    assert all(p.is_file() for p in summary.files)


def test_every_skipped_file_has_its_reason(summary):
    assert [os.path.basename(s.path) for s in summary.skipped] == ["04-empty.txt", "05-broken.json", "06-binary.txt"]
    assert all(s.reason for s in summary.skipped)


@pytest.mark.parametrize("name", [pipeline.GRAPH, pipeline.MENTIONS])
def test_the_turtle_parses_in_both_libraries_to_the_same_triples(built, name):
    theirs = rdflib.Graph().parse(built / name)
    ours = set(ox.parse(path=str(built / name), format=ox.RdfFormat.TURTLE))
    assert len(theirs) == len(ours) > 0


def test_the_graph_conforms(built):
    report = validate([built / pipeline.GRAPH, built / pipeline.MENTIONS])
    assert report.violations == ()


def test_the_graph_conforms_strictly(built):
    report = validate([built / pipeline.GRAPH, built / pipeline.MENTIONS], strict=True)
    assert report.violations == ()


def test_no_blank_node_is_written(store):
    assert not [q for q in store if ox.BlankNode in {type(q.subject), type(q.object)}]


def test_every_span_is_literal_in_the_article_as_read(store, inbox):
    documents = {d.path: d for p in sorted(inbox.iterdir()) for d in read(str(p)) if not isinstance(d, Skipped)}
    rows = list(store.query(SPANS))
    assert len(rows) > 20
    for row in rows:
        text = documents[row["path"].value].text
        assert text[int(row["start"].value) : int(row["end"].value)] == row["exact"].value


def test_every_span_of_a_text_file_is_literal_in_the_file(store, inbox):
    text = (inbox / "01-engineers.txt").read_text(encoding="utf-8")
    rows = [r for r in store.query(SPANS) if r["path"].value.endswith("01-engineers.txt")]
    assert rows
    assert all(text[int(r["start"].value) : int(r["end"].value)] == r["exact"].value for r in rows)


@pytest.mark.parametrize(
    "pattern",
    [
        "?e a kg:Deployment ; kg:destination/rdfs:label 'Mozambique'",
        "?e a kg:Killing ; kg:killed/kg:value 9",
        "?e a kg:WeaponsTest ; kg:status kg:Asserted ; ^rdf:subject/kg:modality kg:Asserted, kg:Reported",
        "?e a kg:Attack ; kg:status kg:Denied",
        "?e a kg:Deployment ; kg:status kg:Speculative ; kg:destination/rdfs:label 'Mali'",
        "?e a kg:Sanction ; kg:target/rdfs:label 'Belarus'",
        "?d a kg:Document ; kg:publisher/rdfs:label 'Rift Valley Herald'",
        "?d a kg:Document ; kg:referenceDate '2024-05-17'^^xsd:date",
        "?p a kg:Person ; rdfs:label 'Grace Odera'",
    ],
)
def test_what_the_articles_say_is_in_the_graph(store, pattern):
    w3 = {"rdf": "1999/02/22-rdf-syntax-ns#", "rdfs": "2000/01/rdf-schema#", "xsd": "2001/XMLSchema#"}
    prefixes = {"kg": KG, **{prefix: f"http://www.w3.org/{path}" for prefix, path in w3.items()}}
    assert bool(store.query(f"ASK {{ {pattern} }}", prefixes=prefixes))


def test_what_is_denied_is_a_claim_but_no_plain_triple(store):
    prefixes = {"kg": KG, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
    claim = "?c rdf:predicate kg:alliedWith ; rdf:subject ?a ; rdf:object ?b ; kg:modality kg:Denied"
    assert bool(store.query(f"ASK {{ {claim} }}", prefixes=prefixes))
    assert not bool(store.query(f"ASK {{ {claim} . ?a kg:alliedWith ?b }}", prefixes=prefixes))


# ---------------------------------------------------------------- the same bytes


def test_a_second_build_gives_the_same_bytes(inbox, built, tmp_path):
    pipeline.build([str(inbox)], tmp_path)
    assert contents(tmp_path) == contents(built)


def test_the_order_of_the_files_does_not_matter(inbox, built, tmp_path):
    pipeline.build([str(p) for p in sorted(inbox.iterdir(), reverse=True)], tmp_path)
    graph, other = (p / pipeline.GRAPH for p in (tmp_path, built))
    assert graph.read_bytes() == other.read_bytes()


def test_the_number_of_workers_does_not_matter(inbox, built, tmp_path):
    pipeline.build([str(inbox)], tmp_path, workers=2)
    assert contents(tmp_path) == contents(built)


def test_a_build_over_an_old_one_replaces_it(inbox, built, tmp_path):
    for name in (pipeline.GRAPH, pipeline.PAGE):
        (tmp_path / name).write_text("old")
    pipeline.build([str(inbox)], tmp_path)
    assert contents(tmp_path) == contents(built)


# ---------------------------------------------------------------- copies, progress, errors


def test_a_copy_of_an_article_counts_once(inbox, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes((inbox / "01-engineers.txt").read_bytes())
    summary = pipeline.build([str(tmp_path)], tmp_path / "out")
    assert summary.articles == 1
    assert [os.path.basename(s.path) for s in summary.skipped] == ["b.txt"]


def test_every_source_is_ticked_once(inbox, tmp_path):
    ticked = []
    sources = [str(inbox / "01-engineers.txt"), str(inbox / "06-binary.txt")]
    pipeline.build(sources, tmp_path, tick=ticked.append)
    assert sorted(ticked) == sources


def test_the_base_is_that_of_the_nodes(inbox, tmp_path):
    pipeline.build([str(inbox / "01-engineers.txt")], tmp_path, base="https://desk.test/id/")
    assert "https://desk.test/id/" in (tmp_path / pipeline.GRAPH).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["04-empty.txt", "05-broken.json", "06-binary.txt", "no-such-file.txt"])
def test_nothing_readable_is_an_input_error(inbox, tmp_path, name):
    with pytest.raises(InputError, match=name):
        pipeline.build([str(inbox / name)], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_is_an_input_error(tmp_path):
    with pytest.raises(InputError):
        pipeline.build([str(tmp_path)], tmp_path / "out")


def test_a_folder_that_cannot_be_written_is_an_input_error(inbox, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError, match="cannot write there"):
        pipeline.build([str(inbox / "01-engineers.txt")], tmp_path / "out")


def test_an_article_that_breaks_costs_only_itself(inbox, tmp_path, monkeypatch):
    def extract(document, parse, ontology):
        if document.path.endswith("01-engineers.txt"):
            raise ValueError("a bug")
        return real(document, parse, ontology)

    real = kg.extract.extract
    monkeypatch.setattr(kg.extract, "extract", extract)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    summary = pipeline.build([str(inbox)], tmp_path)
    assert summary.articles == 2
    assert any("ValueError: a bug" in s.reason for s in summary.skipped)


def test_so_does_one_whose_names_cannot_be_told_apart(inbox, tmp_path, monkeypatch):
    def settled(extraction, ontology):
        if extraction.document.path.endswith("01-engineers.txt"):
            raise KeyError("a bug")
        return real(extraction, ontology)

    real = reading.settled
    monkeypatch.setattr(reading, "settled", settled)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    assert pipeline.build([str(inbox)], tmp_path).articles == 2


def test_a_missing_model_ends_the_build(inbox, tmp_path, monkeypatch):
    def annotator(threads):
        raise ModelError("no model; reinstall newskg")

    monkeypatch.setattr(reading, "_annotator", annotator)
    with pytest.raises(ModelError):
        pipeline.build([str(inbox)], tmp_path)
