"""Every question that kg comes with, asked of a small invented world whose answers are known by heart."""

import csv
import io
import re
from pathlib import Path

import pytest

from kg.query import Store, load, render, run
from kg.query.explain import mask
from kg.query.named import questions

ANN, NORLAND, SUDRIA, SAPPERS, HERALD = "Ann Roe", "Norland", "Sudria", "1st Sappers", "Coast Herald"
DEPLOYMENT, KILLING = "Deployment: sappers", "Killing: sappers"
SENT, DIED, DENIED = "“We sent our best,” Roe said.", "at least two died, officials said.", "Sudria denied it."
SPRING = ("2031-03-01", "2031-06-01", DEPLOYMENT, "Asserted")
APRIL = ("2031-04-17", "2031-04-17", KILLING, "Reported")
MAY = ("2031-05-01", "2031-05-31", "Capture: officials", "Asserted")
JUNE = ("2031-06-02", "2031-06-02", "Message: Roe", "Asserted")
CY = "Cy Roe"

# Question, values of its parameters, rows in their order.
ANSWERS: list[tuple[str, dict[str, str], list[tuple[str, ...]]]] = [
    ("admissions", {"who": NORLAND}, [(DEPLOYMENT, "said", "2031-06-02", "2031-06-02")]),
    ("admissions", {"who": ANN, "kind": "kg:Killing"}, []),
    ("arms", {}, [(SUDRIA, NORLAND, "rifles", "Speculative")]),
    ("arms", {"to": "Republic of Norland"}, [(SUDRIA, NORLAND, "rifles", "Speculative")]),
    ("arms", {"from": NORLAND}, []),
    ("at-place", {"place": "Oak Hall"}, [("Oak Hall", "Visit: Roe", ANN, "Vik")]),
    ("captures", {"by": SAPPERS}, [(SAPPERS, "officials", "5", "2031-05-01", "2031-05-31", "Month")]),
    ("captures", {"by": SUDRIA}, []),
    ("contested", {}, [(KILLING, "Denied", SUDRIA), (KILLING, "Reported", "officials")]),
    ("corroborated", {}, [(DEPLOYMENT, "2"), (KILLING, "2")]),
    (
        "deaths",
        {},
        [
            ("Killing: guard", "a guard", "1", "1", HERALD, "Reported", "", "A guard was shot"),
            (KILLING, "at least two", "2", "", "officials", "Reported", "2031-04-18", DIED),
        ],
    ),
    ("denials", {}, [(SUDRIA, KILLING, DENIED)]),
    (
        "deployment-length",
        {"to": SUDRIA},
        [(SAPPERS, SUDRIA, "P90D", "2031-03-01", "2031-03-02", "2031-06-01", "clear mines")],
    ),
    ("deployment-length", {"to": "Vik"}, []),
    ("deployments", {"by": NORLAND}, [(NORLAND, SAPPERS, SUDRIA, "2031-03-02", "2031-06-01", "Asserted")]),
    ("deployments", {"by": SUDRIA}, []),
    ("family", {"of": "Roe"}, [(ANN, CY, "child"), (ANN, "Bo Roe", "spouse")]),
    ("family", {"of": CY}, [(CY, ANN, "parent"), (CY, "Bo Roe", "parent")]),
    ("figure-evidence", {"figure": "2", "of": "kg:killed"}, [(KILLING, "killed", "2", "one.txt", "30", "64", DIED)]),
    ("figure-evidence", {"figure": "3"}, []),
    ("happened-between", {}, [SPRING, APRIL, MAY, JUNE]),
    ("happened-between", {"first": "2031-04-01", "last": "2031-05-31"}, [APRIL, MAY]),
    ("hearsay", {}, [("officials", KILLING, DIED)]),
    ("large-killings", {}, []),
    ("large-killings", {"least": "2"}, [(KILLING, "2", "Reported")]),
    ("losses", {"of": NORLAND}, [(SAPPERS, NORLAND, "killed", "2")]),
    ("losses", {"of": SUDRIA}, []),
    ("meanings", {"word": "Vik"}, [("Vik", NORLAND, "Metonym", "1"), ("Vik", "Vik", "Name", "1")]),
    ("messages", {"from": ANN}, [(ANN, "Message: Roe", SAPPERS, "2031-06-02", HERALD)]),
    ("parents", {"of": CY}, [(CY, ANN), (CY, "Bo Roe")]),
    ("parents", {"of": CY, "besides": "Roe"}, [(CY, "Bo Roe")]),
    ("plans", {}, [("Visit: Roe", "2032-01-01", "")]),
    ("plover", {"who": NORLAND}, [("AID", "1")]),
    ("quotes", {"who": "Roe"}, [(ANN, "We sent our best", "Sappers home")]),
    (
        "shared-events",
        {"one": NORLAND, "other": SUDRIA},
        [(NORLAND, SUDRIA, DEPLOYMENT, "Asserted"), (NORLAND, SUDRIA, "Transfer: rifles", "Speculative")],
    ),
    (
        "sources-of",
        {"event": KILLING},
        [(KILLING, SUDRIA, "Denied", "two.txt"), (KILLING, "officials", "Reported", "one.txt")],
    ),
    ("speaker", {"who": ANN}, [(ANN, "president", "Peace Institute", "Vik University", SENT)]),
    ("successors", {"of": ANN}, [(CY, ANN, "Speculative", HERALD, "is expected to")]),
    ("timeline", {}, [SPRING, APRIL, MAY, JUNE]),
    ("transfers", {}, [(SUDRIA, NORLAND, "rifles", HERALD, "Speculative")]),
    ("transfers", {"from": NORLAND, "to": SUDRIA}, []),
    ("units", {}, [(SAPPERS, NORLAND, "Dee Moe")]),
    ("who-leads", {}, [("Dee Moe", SAPPERS), (ANN, NORLAND)]),
    ("who-leads", {"what": "Republic of Norland"}, [(ANN, NORLAND)]),
    ("who-said-what", {"who": ANN}, [(ANN, DEPLOYMENT, "Reported", SENT, "two.txt")]),
    (
        "who-said-what",
        {"about": KILLING},
        [(SUDRIA, KILLING, "Denied", DENIED, "two.txt"), ("officials", KILLING, "Reported", DIED, "one.txt")],
    ),
]
QUESTIONS = questions()


@pytest.fixture(scope="module")
def world() -> dict[bool, Store]:
    """The invented world, without and with the ontology."""
    path = [Path(__file__).with_name("world.ttl")]
    return {wide: load(path, with_ontology=wide) for wide in (False, True)}


@pytest.mark.parametrize(("name", "values", "rows"), ANSWERS, ids=lambda x: x if isinstance(x, str) else "")
def test_a_question_has_its_answer(world, name, values, rows):
    asked = QUESTIONS[name]
    answer = render(run(world[asked.needs_ontology], asked.text, values=values), "csv")
    assert [tuple(row) for row in csv.reader(io.StringIO(answer))][1:] == rows


def test_every_question_is_answered_with_rows_and_asked_with_each_of_its_parameters():
    answered = {name for name, _, rows in ANSWERS if rows}
    asked = {(name, parameter) for name, values, _ in ANSWERS for parameter in values}
    assert answered == QUESTIONS.keys()
    open_ = {(q.name, p.name) for q in QUESTIONS.values() for p in q.parameters} - asked
    assert open_ == set()


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_what_it_asks_and_declares_its_parameters(name):
    asked = QUESTIONS[name]
    assert asked.asks.rstrip(")")[-1] in "?."
    assert "?" in asked.asks
    used = set(re.findall(r"\$(\w+)", mask(asked.text)))
    assert used == {p.name for p in asked.parameters}
    assert not used & set(re.findall(r"\?(\w+)", mask(asked.text))), "a parameter and a result have one name"
