"""The examples that the project ships are what they say they are."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import read
from kg.read import Skipped

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
QUERIES = sorted((EXAMPLES / "queries").glob("*.rq"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_a_query_begins_with_what_it_asks_and_can_be_parsed(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    ox.Store().query(text)


def test_every_article_can_be_read():
    found = read.find([str(EXAMPLES / "articles")])
    read_ones = [d for source in found.sources for d in read.read(source)]
    documents = [d for d in read_ones if not isinstance(d, Skipped)]
    assert not found.skipped
    assert len(documents) == len(read_ones) == 9
    assert all(d.title and d.source and d.dateline and d.reference_date for d in documents)
