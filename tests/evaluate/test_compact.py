"""Compact gold knows words, not offsets: everything is aligned by what it is called."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import Scores, compact, evaluate
from kg.evaluate.counts import Used
from kg.evaluate.score import score
from kg.ontology import load

DAY = "2031-05-03"
GOLD: dict[str, Any] = {
    "file": "border.txt",
    "reference_date": DAY,
    "publisher": "e1",
    "agency": None,
    "entities": [
        {"id": "e1", "type": "MediaOrganization", "name": "Harbour Herald", "aliases": [], "mentions": [],
         "named": True},
        {"id": "e2", "type": "State", "name": "Ruritania", "aliases": [], "mentions": ["Ruritania"], "named": True},
        {"id": "e3", "type": "Settlement", "name": "Strelsau", "aliases": [], "mentions": ["STRELSAU"], "named": True},
        {"id": "e4", "type": "Person", "name": "Ida Roos", "aliases": ["Roos"],
         "mentions": ["General Ida Roos", "Roos"], "named": True},
        {"id": "e5", "type": "Person", "name": "Jan Vos", "aliases": [], "mentions": ["Jan Vos"], "named": True},
        {"id": "e6", "type": "Group", "name": "border guards", "aliases": [], "mentions": ["three border guards"],
         "named": False},
        {"id": "e7", "type": "Group", "name": "raiders", "aliases": [], "mentions": ["The raiders"], "named": False},
    ],
    "relations": [
        {"s": "e3", "p": "locatedIn", "o": "e2", "source": "article", "modality": "Asserted", "evidence": "first"},
        {"s": "e4", "p": "title", "o": "General", "source": "article", "modality": "Asserted", "evidence": "first"},
        {"s": "e5", "p": "spouse", "o": "e4", "source": "e1", "modality": "Asserted", "evidence": "first"},
    ],
    "events": [
        {"id": "v1", "class": "Attack", "trigger": "raid",
         "roles": [["actor", "e7"], ["target", "e6"], ["place", "e3"]], "quantities": [],
         "time": {"text": "Saturday", "notBefore": DAY, "startedBy": DAY, "ongoingOn": None, "notAfter": DAY},
         "source": "e4", "via": None, "modality": "Reported",
         "claims": [{"source": "e4", "via": None, "modality": "Reported"}], "evidence": "second sentence"},
        {"id": "v2", "class": "Killing", "trigger": "killed", "roles": [["target", "e6"]],
         "quantities": [["killed", {"min": 3, "max": None, "bound": "AtLeast", "text": "at least three"}]],
         "time": None, "source": "e4", "via": None, "modality": "Reported", "claims": [], "evidence": "third"},
    ],
}  # fmt: skip


@pytest.fixture
def scores(tmp_path: Path, against: Callable[..., Scores]) -> Scores:
    """The small Turtle graph against the same article annotated in JSON."""
    against()
    gold = tmp_path / "border.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    return evaluate(tmp_path, [gold])


def test_the_same_article_in_both_forms_agrees(scores):
    assert {row: c.f1 for row, c in scores.total.counts.items()} == dict.fromkeys(scores.total.counts, 1.0)
    assert {a.share for a in scores.total.accuracies.values()} == {1.0}
    assert scores.total.counts["named entities"].gold == 5


def test_a_fact_that_goes_without_saying_is_implied(tmp_path):
    """A destination is a place: stating both is stating one."""
    gold = json.loads(json.dumps(GOLD))
    gold["events"][0]["roles"] += [["destination", "e2"], ["place", "e2"]]
    (tmp_path / "g.json").write_text(json.dumps(gold), encoding="utf-8")
    happening = compact.read(tmp_path / "g.json", load()).happenings[0]
    assert {(s.role, s.filler) for s in happening.slots} == {
        ("actor", "e7"), ("target", "e6"), ("place", "e3"), ("destination", "e2"),
    }  # fmt: skip


def test_gold_that_lies_beside_its_article_knows_its_hash(tmp_path):
    (tmp_path / "border.txt").write_text("first sentence", encoding="utf-8")
    (tmp_path / "g.json").write_text(json.dumps(GOLD), encoding="utf-8")
    assert compact.read(tmp_path / "g.json", load()).articles[0].sha256


@pytest.mark.parametrize("text", ["{", "{}", '{"file": "x", "entities": [{}], "events": [], "relations": []}'])
def test_broken_gold_names_the_file(tmp_path, text):
    (tmp_path / "g.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"g\.json: not"):
        compact.read(tmp_path / "g.json", load())


def test_every_annotated_article_agrees_with_itself(shared):
    ontology = load()
    for path in sorted((shared / "gold" / "dev").glob("*.json")):
        facts = compact.read(path, ontology)
        part, _ = score(facts, facts, Used.by([facts]), ontology)
        assert {row: c.f1 for row, c in part.counts.items() if c.f1 != 1} == {}, path.name
