"""Rule 1: classes, relations, roles, counts and trigger words are named in `ontology/*.yaml`, never in the code.

Docstrings and comments may speak of them. Free for all code are the structural vocabulary (claims, spans, quantities,
time) and the names of parts (`ontology.part("place")`), which are how code asks for a class.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

KG = Path(__file__).resolve().parent.parent / "kg"
FILES = sorted(KG.rglob("*.py"))

EXCEPTIONS = {
    ("title", "ontology/vocabulary.py"): "key of vocabulary.yaml: the ontology's own title",
    ("purpose", "ontology/events.py"): "key of a stanza of events.yaml",
    ("about", "extract/times/evidence.py"): "English: 'about five days'",
    ("about", "extract/times/steps.py"): "English: 'about five days'",
    ("force", "resolve/local.py"): "first part of a key: the plain forces of a state",
    ("State", "places/__init__.py"): "the name of a Python class: a row of the reference data",
}
"""A type's name that means something else in one file, and what."""

PLAIN = {
    "take": "the light verb of 'take place', as in cues.yaml",
    "mark": "the relation of a conjunction to its clause",
    "force": "the kind of a key: the armed forces of a state",
}
"""Trigger words that extraction names for their grammar, or as a word of its own."""


def strings(path: Path) -> Iterator[tuple[str, int]]:
    """Every string constant of a file with its line, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value, node.lineno


def name(path: Path) -> str:
    return path.relative_to(KG).as_posix()


@pytest.fixture(scope="module")
def types(ontology):
    """The names of every type, less those that code may use."""
    every = {*ontology.entities, *ontology.events, *ontology.relations, *ontology.roles}
    every |= {*ontology.literals, *ontology.counts}
    vocabulary = ontology.vocabulary
    structural = {*vocabulary.classes, *vocabulary.properties, *vocabulary.enumerations}
    structural |= {m for e in vocabulary.enumerations.values() for m in e.members}
    return every - structural - ontology.parts.keys()


@pytest.fixture(scope="module")
def triggers(ontology):
    frames = [f for e in ontology.events.values() for f in (*e.frames, *e.inner)]
    return {word for f in frames for word in (*f.verbs, *f.nouns, *f.adjectives)}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_string_is_the_name_of_a_type(path, types):
    found = {(text, line) for text, line in strings(path) if text in types}
    assert not {(text, line) for text, line in found if (text, name(path)) not in EXCEPTIONS}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_query_in_the_code_names_a_type(path, types):
    """In SPARQL a type is `kg:Name`."""
    found = {(word, line) for text, line in strings(path) for word in re.findall(r"\bkg:(\w+)", text)}
    assert not {(word, line) for word, line in found if word in types or word in {"item", "place"}}


WITH_TRIGGERS = [p for p in FILES if re.match(r"(extract/(?!times/)|resolve/)", name(p))]
"""Where a trigger could do harm; the words of time ("in the fall", "two days back") are another matter."""


@pytest.mark.parametrize("path", WITH_TRIGGERS, ids=name)
def test_no_string_of_extraction_is_a_trigger(path, triggers, ontology):
    free = {*PLAIN, *ontology.parts}
    assert not {(text, line) for text, line in strings(path) if text in triggers - free}


def test_every_exception_is_still_needed():
    used = {(text, name(path)) for path in FILES for text, _ in strings(path)}
    assert EXCEPTIONS.keys() <= used


def test_the_rule_sees_a_violation(tmp_path):
    source = tmp_path / "code.py"
    source.write_text('"""Person in a docstring."""\n\n\ndef f():\n    """Attack."""\n    return f"{1} x", "Person"\n')
    assert sorted(text for text, _ in strings(source)) == [" x", "Person"]
