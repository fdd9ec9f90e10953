"""Tables: YAML mappings, by whichever parser is there."""

import importlib

import yaml

from kg import tables


def test_a_table_is_the_mapping_that_its_file_holds(tmp_path):
    (tmp_path / "rows.yaml").write_text("Café: {short: [a, b]}\nmany: |\n  one\n  two\n", encoding="utf-8")
    assert tables.table(tmp_path / "rows.yaml") == {"Café": {"short": ["a", "b"]}, "many": "one\ntwo\n"}


def test_where_yaml_was_not_compiled_the_plain_parser_reads(monkeypatch):
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    try:
        assert importlib.reload(tables).Loader is yaml.SafeLoader
    finally:
        monkeypatch.undo()
        importlib.reload(tables)
