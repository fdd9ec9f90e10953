"""JSON-LD: rdflib reads the same graph from it, and it reads well."""

import json
from collections.abc import Callable

import pytest
import rdflib

from kg.export.jsonld import jsonld
from kg.export.source import Source

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of itself


def both(source: Source) -> tuple[set[object], set[object]]:
    """The triples that rdflib reads from the JSON-LD, and from N-Triples."""
    plain = "".join(f"{t} .\n" for t in source.triples())
    return (
        set(rdflib.Graph().parse(data=jsonld(source), format="json-ld")),
        set(rdflib.Graph().parse(data=plain, format="nt")),
    )


def test_rdflib_reads_the_same_graph(source: Source) -> None:
    found, wanted = both(source)
    assert found == wanted


@pytest.mark.parametrize(
    "values",
    [
        'kg:title "a" , "b"@en , id:bob',
        "kg:value 1 , 1.5",
        "kg:value 007",
        "kg:value 12345678901234567890",
        "kg:contested true",
        'kg:contested "1"^^xsd:boolean',
        'kg:notBefore "2031-03-04"^^xsd:date',
        "kg:confidence 0.850",
        'kg:content "line\\n\\u2028 \\"quoted\\" </script>"',
        "a <https://other.test/Class>",
        "<https://other.test/a:b> <https://other.test/c>",
    ],
)
def test_any_value_survives(turtle_source: Callable[[str], Source], values: str) -> None:
    found, wanted = both(turtle_source(f"id:ann {values} ."))
    assert found == wanted


@pytest.mark.parametrize("prefix", ["", "x"])
def test_prefixes_that_json_ld_does_not_know_do_no_harm(turtle_source: Callable[[str], Source], prefix: str) -> None:
    odd = turtle_source(f"@prefix {prefix}: <https://odd.test/a-> .\n{prefix}:b {prefix}:c {prefix}:d .")
    found, wanted = both(odd)
    assert found == wanted
    assert prefix not in json.loads(jsonld(odd))["@context"]


def test_our_names_stand_bare_and_the_context_explains_them(source: Source) -> None:
    document = json.loads(jsonld(source))
    reyl = next(node for node in document["@graph"] if node["@id"] == "id:ana-reyl")
    assert reyl["@type"] == ["Agent", "Entity", "Person"]
    assert reyl["title"] == "President"
    claim = next(node for node in document["@graph"] if "Claim" in node["@type"])
    assert claim["source"].startswith("id:")
    assert document["@context"]["source"] == {"@id": "kg:source", "@type": "@id"}


def test_nothing_is_to_be_fetched(source: Source) -> None:
    assert isinstance(json.loads(jsonld(source))["@context"], dict)
