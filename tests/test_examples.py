"""The examples that the project ships, and those of the ontology's stanzas, are what they say they are."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import pipeline, read
from kg.ontology import load
from kg.query import load as load_graph
from kg.query import run
from kg.query.suite import check
from kg.read import Skipped
from kg.resolve.clusters import bare
from kg.resolve.names import normal

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
QUERIES = sorted((EXAMPLES / "queries").glob("*.rq"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_a_query_begins_with_what_it_asks_and_can_be_parsed(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    ox.Store().query(text)


def test_every_article_can_be_read():
    found = read.find([str(EXAMPLES / "articles")])
    read_ones = [d for source in found.sources for d in read.read(source)]
    documents = [d for d in read_ones if not isinstance(d, Skipped)]
    assert not found.skipped
    assert len(documents) == len(read_ones) == 9
    assert all(d.title and d.source and d.dateline and d.reference_date for d in documents)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the example articles."""
    out = tmp_path_factory.mktemp("examples")
    pipeline.build([str(EXAMPLES / "articles")], out)
    return out


def test_the_graph_of_the_articles_passes_the_example_suite(graph):
    verdicts = check(EXAMPLES / "suite", [graph])
    assert len(verdicts) == 4
    assert [v for v in verdicts if not v.passed] == []


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_every_query_runs_on_the_graph_of_the_articles(graph, path):
    result = run(load_graph([graph]), path.read_text(encoding="utf-8"))
    assert result.variables


# ---------------------------------------------------------------- the ontology's own examples

ONTOLOGY = load()


def same(found: str, wanted: str) -> bool:
    """True if both name one thing: alike without articles, or the one that the other describes ("President Roe")."""
    a, b = (normal(bare(text)) for text in (found, wanted))
    return bool(a and b) and (a == b or a in b or b in a)


@pytest.mark.parametrize(
    ("type_", "example"),
    [pytest.param(name, e, id=f"{name}: {e.mention}") for name, t in ONTOLOGY.entities.items() for e in t.examples],
)
def test_the_mention_of_an_example_has_its_class(reading, type_, example):
    article = reading(example.text).article
    found = {(m.text, m.type) for m in article.mentions.all.values()}
    found |= {(e.trigger.of(example.text), e.type) for e in article.extraction().events}
    stanza = ONTOLOGY.entities[type_]
    is_abstract = not (stanza.heads or stanza.plural_heads or stanza.annotator)
    fits = ONTOLOGY.is_a if is_abstract else str.__eq__
    assert any(fits(t, type_) and same(text, example.mention) for text, t in found), found


@pytest.mark.parametrize(
    ("type_", "example"),
    [
        pytest.param(name, e, id=f"{name}: {e.subject} - {e.object}")
        for name, t in ONTOLOGY.relations.items()
        for e in t.examples
    ],
)
def test_the_relation_of_an_example_is_found(reading, type_, example):
    found = reading(example.text).relations
    assert any(r == type_ and same(s, example.subject) and same(o, example.object) for r, s, o in found), found


@pytest.mark.parametrize(
    ("type_", "example"),
    [pytest.param(name, e, id=f"{name}: {e.trigger}") for name, t in ONTOLOGY.events.items() for e in t.examples],
)
def test_the_event_of_an_example_is_found_with_its_roles(reading, type_, example):
    found = reading(example.text)
    assert type_ in {e.type for e in found.events(example.trigger)}
    roles = found.roles(example.trigger)
    missing = {r: w for r, w in example.roles.items() if not any(same(f, w) for f in roles.get(r, ()))}
    assert not missing, roles


def test_every_type_has_an_example():
    concrete = [*ONTOLOGY.entities.values(), *ONTOLOGY.relations.values(), *ONTOLOGY.events.values()]
    assert [t.name for t in concrete if not t.examples] == []
