"""What the editor's page is made of: its files, the named queries, and the words that it completes."""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from kg.ontology import Ontology, load
from kg.query.named import questions

Json = dict[str, Any]

FILES = {name: "text/css" if name.endswith(".css") else "text/javascript" for name in (
    "query.css", "complete.js", "table.js", "query.js",
)}  # fmt: skip
"""Beside query.html, with their media types."""


def read(name: str) -> str:
    """The content of one of the page's files."""
    return (files("kg.serve") / "page" / name).read_text(encoding="utf-8")


def with_link(explorer: bytes) -> bytes:
    """The explorer's page with a link to the editor among its tools; a page without tools stays as it is."""
    tools = b'<div class="tools">'
    return explorer.replace(tools, tools + b'\n    <a href="query">Ask in SPARQL</a>', 1)


def queries() -> list[Json]:
    """Return the named queries in the order of their names: name, what it asks, text."""
    return [{"name": q.name, "asks": q.asks, "text": q.text} for q in questions().values()]


def vocabulary(prefixes: Mapping[str, str]) -> Json:
    """Return what can be completed: prefixes, and the classes and properties of the ontology with what they mean."""
    ontology = load()
    return {
        "prefixes": dict(prefixes),
        "thing": f"kg:{ontology.part('entity')}",
        "terms": [*_classes(ontology), *_properties(ontology), *_individuals(ontology), *_borrowed()],
    }


def _classes(ontology: Ontology) -> Iterator[Json]:
    tables = (ontology.entities, ontology.events, ontology.vocabulary.classes)
    return (_term(t.name, "class", t.label, t.comment) for table in tables for t in table.values())


def _properties(ontology: Ontology) -> Iterator[Json]:
    tables = (ontology.relations, ontology.roles, ontology.literals, ontology.counts)
    found = {t.name: t for table in tables for t in table.values()}
    found |= {name: p.term for name, p in ontology.vocabulary.properties.items()}  # type: ignore[misc]
    return (_term(t.name, "property", t.label, t.comment) for t in found.values())


def _individuals(ontology: Ontology) -> Iterator[Json]:
    for enumeration in ontology.vocabulary.enumerations.values():
        for member in enumeration.members.values():
            yield _term(member.name, enumeration.term.label.lower(), member.label, member.comment)


def _borrowed() -> Iterable[Json]:
    """Terms of others that every graph uses."""
    names = {
        "rdfs:label": "name of a thing", "skos:altLabel": "another name", "schema:sameAs": "the same thing elsewhere",
        "rdf:type": "class", "rdf:subject": "of a claim: what it is about", "rdf:predicate": "of a claim: its relation",
        "rdf:object": "of a claim: its other end", "schema:headline": "of a document", "schema:url": "of a document",
    }  # fmt: skip
    return [{"name": name, "kind": "property", "label": "", "comment": comment} for name, comment in names.items()]


def _term(name: str, kind: str, label: str, comment: str) -> Json:
    return {"name": f"kg:{name}", "kind": kind, "label": label, "comment": comment}
