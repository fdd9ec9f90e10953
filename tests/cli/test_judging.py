"""`kg resolve`, `kg merge`, `kg split`, `kg rename`, `kg retype`."""

import json

import pytest

from kg import pipeline
from kg.resolve.judgements import FILE


@pytest.fixture
def out(inbox, tmp_path):
    """A folder of its own, built from the first two articles."""
    pipeline.build([str(inbox / n) for n in ("01-engineers.txt", "02-return.md")], tmp_path / "out")
    return tmp_path / "out"


def graph(out):
    return (out / "graph.ttl").read_text(encoding="utf-8")


def test_resolve_lists_what_has_several_names_and_why(run, out):
    result = run("resolve", "-o", out)
    assert result.exit_code == 0
    assert "Grace Odera  (grace-odera" in result.stdout
    assert "short form of a name" in result.stdout


def test_resolve_prints_json(run, out):
    found = {e["id"]: e for e in json.loads(run("resolve", "-o", out, "--json").stdout)}
    assert "Odera" in found["grace-odera"]["aliases"]


def test_resolve_explains_one_node(run, out):
    result = run("resolve", "-o", out, "--explain", "Odera", "Grace Odera")
    assert result.stdout.startswith("one: grace-odera")
    assert "kg split grace-odera" in result.stderr


def test_resolve_explains_two_nodes(run, out):
    result = run("resolve", "-o", out, "--explain", "Kenya", "Mali", "--json")
    assert json.loads(result.stdout)["is_one"] is False


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("merge", "Kenya", "Mali"), 'skos:altLabel "Mali"'),
        (("rename", "Grace Odera", "G. Odera-Wanjiru"), "id:g-odera-wanjiru a kg:Person"),
        (("retype", "Lisbon", "Region"), "id:lisbon a kg:Region"),
        (("split", "Grace Odera"), "id:grace-odera-2 a kg:Person"),
    ],
)
def test_a_judgement_is_in_the_graph_and_in_every_rebuild(run, out, inbox, words, expected):
    result = run(*words, "-o", out)
    assert result.exit_code == 0
    assert expected in graph(out)
    before = graph(out)
    pipeline.build([str(inbox / "03-test.html")], out)
    pipeline.remove(["03-test.html"], out)
    assert graph(out) == before


@pytest.mark.parametrize(
    "words", [("merge", "Kenya", "Mali"), ("rename", "Kenya", "Republic of Kenya"), ("retype", "Lisbon", "Region")]
)
def test_a_judgement_twice_is_one(run, out, words):
    run(*words, "-o", out)
    before = (out / FILE).read_bytes(), graph(out)
    result = run(*words, "-o", out)
    assert result.exit_code == 0
    assert "nothing changed" in result.stderr
    assert ((out / FILE).read_bytes(), graph(out)) == before


def test_a_split_ends_with_the_names_of_one_article(run, out):
    run("split", "Grace Odera", "-o", out)
    names = ("grace-odera", "grace-odera-2", "grace-odera", "grace-odera-2")
    told = [run("split", name, "-o", out).stdout for name in names]
    assert any("2 names in one article" in words for words in told[:2])
    assert "id:odera a kg:Person" in graph(out)
    assert all("stands alone" in words for words in told[2:])


def test_a_split_takes_back_a_merge(run, out):
    before = graph(out)
    run("merge", "Kenya", "Mali", "-o", out)
    run("split", "Kenya", "-o", out)
    assert graph(out) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("merge", "Kenya", "Grace Odera"), "cannot be one thing"),
        (("merge", "Kenya", "Kenia"), "did you mean Kenya"),
        (("split", "Lisbon Treaty"), "nothing is called"),
        (("split", "Mali"), "nothing to take apart"),
        (("rename", "Kenya", " "), "empty"),
        (("retype", "Lisbon", "Regiom"), "did you mean 'Region'"),
    ],
)
def test_what_cannot_be_judged_is_the_users_error(run, out, words, says):
    before = graph(out)
    result = run(*words, "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert graph(out) == before


def test_a_folder_never_built_is_the_users_error(run, tmp_path):
    assert run("resolve", "-o", tmp_path).exit_code == 2


def test_link_writes_addresses_into_the_graph(run, out, tmp_path):
    table = tmp_path / "list.tsv"
    table.write_text("id\tlabel\nQ1\tGrace Odera\n", encoding="utf-8")
    result = run("link", table, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "grace-odera  http://www.wikidata.org/entity/Q1\n")
    assert "schema:sameAs <http://www.wikidata.org/entity/Q1>" in graph(out)
    assert "0 new links" in run("link", table, "-o", out).stderr
