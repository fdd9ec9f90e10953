"""Groups that are only described are one in gold, one an article in a graph."""

from pathlib import Path

from kg.evaluate import groups_by_article

PREFIXES = """@prefix kg: <https://w3id.org/newskg/ns#> . @prefix id: <https://kg.example/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:a a kg:Document ; kg:path "a.txt" . id:b a kg:Document ; kg:path "b.txt" .
"""


def thing(name: str, type_: str, *documents: str, kind: str = "Nominal") -> str:
    """A thing of that name, mentioned once in each of the documents."""
    mentions = "".join(
        f'id:m-{name}-{d} a kg:Mention ; kg:document id:{d} ; kg:start 0 ; kg:end 8 ; kg:exact "analysts" ;\n'
        f"    kg:mentionKind kg:{kind} ; kg:refersTo id:{name} .\n"
        for d in documents
    )
    return f'id:{name} a kg:{type_}, kg:Agent, kg:Entity ; rdfs:label "analysts" .\n{mentions}'


def found(folder: Path, gold: str, built: str) -> dict[str, str]:
    (folder / "gold.ttl").write_text(PREFIXES + gold, encoding="utf-8")
    (folder / "graph.ttl").write_text(PREFIXES + built, encoding="utf-8")
    pairs = groups_by_article(folder / "graph.ttl", folder / "gold.ttl")
    return {b.rsplit("/", 1)[1]: g.rsplit("/", 1)[1] for b, g in pairs.items()}


def test_each_article_may_have_its_own(tmp_path):
    built = thing("one", "Group", "a") + thing("two", "Group", "b")
    assert found(tmp_path, thing("bucket", "Group", "a", "b"), built) == {"one": "bucket", "two": "bucket"}


def test_what_is_no_group_is_one_thing_in_all_articles(tmp_path):
    built = thing("one", "Company", "a") + thing("two", "Company", "b")
    assert found(tmp_path, thing("bucket", "Company", "a", "b"), built) == {}


def test_what_has_a_name_is_one_thing_in_all_articles(tmp_path):
    built = thing("one", "Group", "a", kind="Name") + thing("two", "Group", "b", kind="Name")
    assert found(tmp_path, thing("bucket", "Group", "a", "b", kind="Name"), built) == {}
