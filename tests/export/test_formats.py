"""All formats: the same graph gives the same bytes, in whatever order its triples come."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.export.formats import FORMATS, format_of
from kg.export.source import Source, read
from kg.ontology import Ontology


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_graph_gives_the_same_bytes(name: str, tmp_path: Path, source: Source, ontology: Ontology) -> None:
    lines = [f"{t} .\n" for t in source.triples()]
    (tmp_path / "graph.nt").write_text("".join(reversed(lines)), encoding="utf-8")
    other = Source(read(tmp_path / "graph.nt").nodes, source.prefixes)
    assert FORMATS[name].write(other, ontology) == FORMATS[name].write(source, ontology)


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_is_written_where_the_format_says_so(name: str, source: Source, ontology: Ontology) -> None:
    assert isinstance(FORMATS[name].write(source, ontology), str) is not FORMATS[name].is_folder


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean graphml"):
        format_of("GraphML2")
