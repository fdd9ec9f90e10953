"""The words after `kg query` are sorted into files, a query and its values."""

import io
from pathlib import Path

import pytest
import typer.main

from kg.cli import app
from kg.cli.asked import OPTIONS, read
from kg.errors import InputError
from kg.query.named import questions

ASK = "ASK { ?s ?p $o }"


def sorted_(
    *words: str, file: Path | None = None, given: tuple[str, ...] = ()
) -> tuple[list[str], str, dict[str, str]]:
    asked = read(words, file=file, given=given)
    return [str(p) for p in asked.paths], asked.text, asked.values


@pytest.mark.parametrize(
    ("words", "paths"),
    [((ASK,), ["out"]), (("a", ASK), ["a"]), (("a.ttl", "b", ASK), ["a.ttl", "b"])],
)
def test_the_last_word_is_the_query_and_out_the_default_folder(words, paths):
    assert sorted_(*words) == (paths, ASK, {})


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (("who-leads",), ["out"]),
        (("who-leads", "a"), ["a"]),
        (("a", "who-leads"), ["a"]),
        (("who-leads", "a", "b"), ["a", "b"]),
    ],
)
def test_a_question_may_stand_first_or_last(words, paths):
    found, text, _ = sorted_(*words)
    assert found == paths
    assert text.startswith("# Who leads what?")


@pytest.mark.parametrize("words", [("--what", "Kenya"), ("--what=Kenya",)])
def test_the_parameters_of_a_question_are_options(words):
    assert sorted_("who-leads", *words)[2] == {"what": "Kenya"}
    assert sorted_(*words, "who-leads")[2] == {"what": "Kenya"}


def test_a_value_may_hold_anything():
    assert sorted_("who-leads", "--what", "--a = b")[2] == {"what": "--a = b"}
    assert sorted_(ASK, given=("o=a=b",))[2] == {"o": "a=b"}


def test_a_question_that_needs_the_ontology_says_so():
    assert read(["plover"], file=None, given=[]).needs_ontology
    assert not read(["who-leads"], file=None, given=[]).needs_ontology


def test_a_file_holds_the_query_and_every_word_is_a_path(tmp_path):
    file = tmp_path / "mine.rq"
    file.write_text(f"# Mine?\n# $o (name): it\n{ASK}", encoding="utf-8")
    assert sorted_("a", "b", "--o", "x", file=file)[::2] == (["a", "b"], {"o": "x"})
    assert sorted_(file=file)[0] == ["out"]


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(ASK))
    assert sorted_(file=Path("-"))[1] == ASK


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "give a query"),
        (("{folder}",), "give a file or folder and a query"),
        (("who-leds",), r"no question is called 'who-leds'; did you mean who-leads\?"),
        (("who-leads", "--wat", "x"), r"no option --wat; did you mean --what\?"),
        (("who-leads", "--fromat", "x"), r"no option --fromat; did you mean --format\?"),
        (("who-leads", "--zzzzzz", "x"), "who-leads has --what"),
        (("plans", "--zzzzzz", "x"), "plans has no parameters"),
        (("who-leads", "--what"), "--what: needs a value"),
        ((ASK, "--o", "x"), "no option --o"),
    ],
)
def test_what_cannot_be_sorted_is_explained(tmp_path, words, message):
    with pytest.raises(InputError, match=message):
        sorted_(*(w.replace("{folder}", str(tmp_path)) for w in words))


def test_a_query_may_be_longer_than_any_file_name():
    long = f"ASK {{ ?s ?p {', '.join(map(repr, range(2000)))} }}"
    assert sorted_("a", long)[1] == long


def test_no_parameter_of_a_question_has_the_name_of_an_option():
    assert not {f"--{p.name}" for q in questions().values() for p in q.parameters} & set(OPTIONS)


def test_a_value_without_a_name_is_refused():
    with pytest.raises(InputError, match="give NAME=VALUE"):
        sorted_(ASK, given=("Ann",))


def test_the_options_that_are_suggested_are_those_of_the_command():
    known = {o for p in typer.main.get_command(app).commands["query"].params for o in p.opts if o.startswith("--")}
    assert set(OPTIONS) == known - {"--help"}
