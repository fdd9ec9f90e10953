"""The 25 competency questions on the hand-made gold graph: our general questions, with the right values, give the
expected rows. Labels of events are not asked for where the official count leaves them out as well."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.competency import Question, questions
from kg.query import Store, Term, load, run
from kg.query.named import find

KIM, NORTH, RUSSIA = "Kim Jong Un", "North Korea", "Russia"
TROOPS = "North Korea's deployment of troops to fight for Russia"

# Competency question -> our question, its values (several calls give their rows together), and the columns that stand
# for the expected ones, in their order.
ASKED: dict[str, tuple[str, list[dict[str, str]], str]] = {
    "CQ1": ("who-leads", [{}], "leader led"),
    "CQ2": ("family", [{"of": KIM}], "who tie"),
    "CQ3": ("parents", [{"of": "Kim Ju Ae", "besides": KIM}], "parent"),
    "CQ4": ("successors", [{"of": KIM}], "successor how source cue"),
    "CQ5": ("deaths", [{}], "figure atLeast atMost source asOf"),
    "CQ6": ("large-killings", [{"least": "100"}], "atLeast"),
    "CQ7": ("figure-evidence", [{"figure": "600", "of": "kg:killed"}], "file start end words"),
    "CQ8": ("arms", [{"from": NORTH, "to": RUSSIA}], "weapon"),
    "CQ9": ("transfers", [{"from": RUSSIA, "to": NORTH}], "item source how"),
    "CQ10": ("deployments", [{}], "sentBy force to status"),
    "CQ11": ("plans", [{}], ""),
    "CQ12": ("happened-between", [{"first": "2025-12-01", "last": "2025-12-31"}], "from until"),
    "CQ13": ("messages", [{"from": KIM}], "addressee day medium"),
    "CQ14": ("quotes", [{"who": KIM}], "quote"),
    "CQ15": ("sources-of", [{"event": TROOPS}], "source file"),
    "CQ16": (
        "admissions",
        [{"who": NORTH, "kind": "kg:Deployment"}, {"who": NORTH, "kind": "kg:Killing"}],
        "cue from until",
    ),
    "CQ17": ("corroborated", [{}], ""),
    "CQ18": ("captures", [{}], "captor captive number from until grain"),
    "CQ19": ("deployment-length", [{"to": "Kursk region"}], "duration from startedBy over why"),
    "CQ20": ("at-place", [{"place": "May Day Stadium"}], "who within"),
    "CQ21": ("meanings", [{"word": "Pyongyang"}], "meant kind times"),
    "CQ22": ("losses", [{}], "unit state kind atLeast"),
    "CQ23": ("speaker", [{"who": "Lim Eul-chul"}], "title employer within said"),
    "CQ24": ("shared-events", [{"one": NORTH, "other": RUSSIA}], "status"),
    "CQ25": ("plover", [{"who": NORTH}], "plover events"),
}


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[bool, Store]:
    """The gold graph, without and with the ontology."""
    graph = shared / "gold" / "seed_gold.ttl"
    return {False: load([graph]), True: load([graph], with_ontology=True)}


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[str, Question]:
    return {q.name: q for q in questions(shared / "gold" / "competency.md")}


def shown(term: Term | None) -> str:
    return "" if term is None else str(getattr(term, "value", term))


@pytest.mark.parametrize("name", ASKED)
def test_a_competency_question_has_its_rows(gold, expected, name):
    ours, calls, columns = ASKED[name]
    asked = find(ours)
    found: Counter[tuple[str, ...]] = Counter()
    for values in calls:
        result = run(gold[asked.needs_ontology], asked.text, values=values)
        places = [result.variables.index(c) for c in columns.split()]
        found.update(tuple(shown(row[i]) for i in places) for row in result.rows)
    assert found == expected[name].rows


def test_every_competency_question_is_asked(expected):
    assert ASKED.keys() == expected.keys()
