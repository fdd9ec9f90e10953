"""Corpora with coreference: words by sentence, phrases by what they name."""

import gzip
import json

import pytest

from kg.model import Kind, Link
from training import chained

TOKENS = ["Ada", "slept", ".", "She", "snored", "."]
NUMBERS = [0, 0, 0, 1, 1, 1]


@pytest.fixture
def corpora(tmp_path):
    """A document of each corpus in its format."""
    mentions = [{"id": "1", "start": 0, "end": 0}, {"id": "1", "start": 3, "end": 3}]
    base = {"doc": "GUM_news_ada", "tokens": TOKENS, "sent": NUMBERS}
    for path, record in (
        ("GUM/entities-coref-dev.jsonl.gz", base | {"mentions": mentions}),
        ("LitBank/coref.jsonl.gz", base | {"mentions": [[0, 0, 7], [3, 4, 8]]}),
    ):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_bytes(gzip.compress((json.dumps(record) + "\n").encode()))
    return tmp_path


def test_gum_has_inclusive_ends(corpora):
    (document,) = chained.gum(corpora, "dev")
    assert document.sentences == [["Ada", "slept", "."], ["She", "snored", "."]]
    assert document.phrases == {(0, 1): "1", (3, 4): "1"}
    assert document.has_all


def test_litbank_has_inclusive_ends(corpora):
    (document,) = chained.litbank(corpora)
    assert document.phrases == {(0, 1): "7", (3, 5): "8"}
    assert not document.has_all


def test_chains_are_the_phrases_of_each_thing(corpora):
    assert chained.gum(corpora, "dev")[0].chains == [[(0, 1), (3, 4)]]
    assert chained.litbank(corpora)[0].chains == [[(0, 1)], [(3, 5)]]


def test_a_link_has_its_place_in_the_article(sentence_of):
    sentences = [sentence_of(["Ada", "slept"], 0), sentence_of(["She", "snored"], 1)]
    assert chained.starts(sentences) == [0, 2]
    assert chained.place(Link(1, 0, 2, 0, Kind.NOMINAL), [0, 2]) == (2, 4)
