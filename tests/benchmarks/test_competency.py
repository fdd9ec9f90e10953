"""Questions in Markdown are asked, and rows compared, as an analyst would see them."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks import competency
from benchmarks.quality import MARKERS, rewrite

PAGE = """# Questions

```sparql
PREFIX ex: <https://example.org/>
```

## CQ1. Who likes what?

```sparql
SELECT ?who ?thing ?what WHERE { ?p ex:name ?who ; ex:likes ?thing . OPTIONAL { ?p ex:note ?what } }
```

| who | thing | what |
|---|---|---|
| Ada | tea | any words |
| Bob |  | any words |

## CQ2. Who flies?

```sparql
SELECT ?who WHERE { ?p ex:flies true ; ex:name ?who }
```

No row.
"""


@pytest.fixture
def questions(tmp_path: Path) -> list[competency.Question]:
    (tmp_path / "questions.md").write_text(PAGE, encoding="utf-8")
    return list(competency.questions(tmp_path / "questions.md"))


def graph(text: str) -> ox.Store:
    store = ox.Store()
    store.load(f"@prefix ex: <https://example.org/> . {text}".encode(), format=ox.RdfFormat.TURTLE)
    return store


def test_questions_have_their_rows_without_labels_of_events(questions):
    assert [(q.name, q.text) for q in questions] == [("CQ1", "Who likes what?"), ("CQ2", "Who flies?")]
    assert questions[0].rows == Counter({("Ada", "tea"): 1, ("Bob", ""): 1})
    assert questions[1].rows == Counter()


def test_missing_and_extra_rows_are_told(questions):
    answer = competency.ask(questions[0], graph('ex:a ex:name "Ada" ; ex:likes "tea", "milk" .'))
    assert not answer.passed
    assert answer.missing == Counter({("Bob", ""): 1})
    assert answer.extra == Counter({("Ada", "milk"): 1})


def test_no_row_where_none_is_expected_passes(questions):
    assert competency.ask(questions[1], graph("")).passed


def test_a_row_where_none_is_expected_fails(questions):
    assert not competency.ask(questions[1], graph('ex:a ex:flies true ; ex:name "Ada" .')).passed


def test_only_the_text_between_the_markers_is_rewritten(tmp_path: Path):
    page = tmp_path / "README.md"
    page.write_text(f"before\n{MARKERS[0]}\nold\n{MARKERS[1]}\nafter\n", encoding="utf-8")
    rewrite(page, "new")
    assert page.read_text(encoding="utf-8") == f"before\n{MARKERS[0]}\nnew\n{MARKERS[1]}\nafter\n"


def test_the_gold_graph_answers_its_own_questions(shared: Path):
    gold = shared / "gold"
    found = competency.answers(gold / "seed_gold.ttl", gold / "competency.md", gold=gold / "seed_gold.ttl")
    assert [a.question.name for a in found if not a.passed and not a.question.needs_ontology] == []
