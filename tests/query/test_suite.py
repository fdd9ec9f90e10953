"""A folder of questions and rows: what passes, what fails and by which rows, and what the folder lacks."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query.suite import check, render_verdicts

WORLD = [Path(__file__).with_name("world.ttl")]
LEADERS = "# Who leads what?\nSELECT ?leader ?led { ?p kg:leaderOf ?x ; rdfs:label ?leader . ?x rdfs:label ?led }"


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "leaders.rq").write_text(LEADERS, encoding="utf-8")
    (tmp_path / "leaders.csv").write_text("leader,led\nAnn Roe,Norland\nDee Moe,1st Sappers\n", encoding="utf-8")
    return tmp_path


def test_the_same_rows_in_any_order_pass(suite):
    (verdict,) = check(suite, WORLD)
    assert verdict.passed
    assert render_verdicts([verdict]) == "ok   leaders: Who leads what?\n"


def test_rows_that_are_missing_or_too_many_are_told(suite):
    (suite / "leaders.csv").write_text("leader,led\nAnn Roe,Norland\nBo Roe,Norland\n", encoding="utf-8")
    (verdict,) = check(suite, WORLD)
    assert (verdict.missing, verdict.extra) == ((("Bo Roe", "Norland"),), (("Dee Moe", "1st Sappers"),))
    assert render_verdicts([verdict]).splitlines() == [
        "FAIL leaders: Who leads what?",
        "       leader,led",
        "     - Bo Roe,Norland",
        "     + Dee Moe,1st Sappers",
    ]


def test_a_row_counts_as_often_as_it_is_there(suite):
    (suite / "leaders.csv").write_text("leader,led\nAnn Roe,Norland\nAnn Roe,Norland\nDee Moe,1st Sappers\n")
    (verdict,) = check(suite, WORLD)
    assert verdict.missing == (("Ann Roe", "Norland"),)


def test_other_columns_fail(suite):
    (suite / "leaders.csv").write_text("who,led\nAnn Roe,Norland\n")
    (verdict,) = check(suite, WORLD)
    assert verdict.error == "gives the columns leader,led, expected are who,led"


def test_a_query_that_cannot_run_fails_and_the_others_go_on(suite):
    (suite / "broken.rq").write_text("# What?\nSELECT ?x { ?x kgg:leaderOf ?y }")
    (suite / "broken.csv").write_text("x\n")
    broken, leaders = check(suite, WORLD)
    assert "unknown prefix 'kgg:'" in broken.error
    assert leaders.passed
    assert "     query:2:28: " in render_verdicts([broken])


def test_a_question_may_ask_for_the_ontology(suite):
    (suite / "types.rq").write_text("# A class?\n# needs the ontology\nASK { kg:Capture rdfs:subClassOf ?x }")
    (suite / "types.csv").write_text("true\n")
    assert [v.passed for v in check(suite, WORLD)] == [True, True]


def test_a_table_from_a_spreadsheet_with_a_mark_and_other_line_ends_is_read(suite):
    (suite / "leaders.csv").write_bytes(b"\xef\xbb\xbfleader,led\r\nAnn Roe,Norland\r\nDee Moe,1st Sappers\r\n")
    assert check(suite, WORLD)[0].passed


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda folder: (folder / "leaders.csv").unlink(), r"leaders\.csv: missing; write it with: kg query --file"),
        (lambda folder: (folder / "leaders.csv").write_text(""), r"leaders\.csv: is empty"),
        (lambda folder: (folder / "leaders.csv").write_bytes(b"\xff\xfe\x00"), r"leaders\.csv: cannot be read"),
        (lambda folder: (folder / "leaders.rq").unlink(), "holds no questions"),
    ],
)
def test_what_a_folder_lacks_is_told(suite, change, message):
    change(suite)
    with pytest.raises(InputError, match=message):
        check(suite, WORLD)


def test_a_folder_that_is_not_there_is_the_users_error(tmp_path):
    with pytest.raises(InputError, match="no such folder"):
        check(tmp_path / "nowhere", WORLD)
