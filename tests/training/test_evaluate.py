"""The exported model is scored document by document, and the card says so of the files beside it."""

import hashlib
import re
from pathlib import Path

import pytest

from kg.annotate.neural import Found
from kg.annotate.weights import FOLDER
from kg.model import NamedSpan
from training import evaluate
from training.chained import Chained
from training.chains import ChainScore

SENTENCE = {
    "words": ["Bergen", "sleeps"], "upos": ["PROPN", "VERB"], "lemma": ["Bergen", "sleep"], "head": [2, 0],
    "deprel": ["nsubj", "root"], "types": ["Place"], "spans": [[0, 1, "Place"]],
}  # fmt: skip


class Reader:
    """Finds in every sentence what SENTENCE has, and remembers what it was given."""

    def __init__(self):
        self.given = []

    def parse(self, forms):
        self.given.append(forms)
        one = Found(["PROPN", "VERB"], ["NNP", "VBZ"], ["Bergen", "sleep"], [1, 1], ["nsubj", "root"],
                    [NamedSpan(0, 1, "Place", 0.9)])  # fmt: skip
        return [one] * len(forms)


def test_every_document_is_read_by_itself():
    reader = Reader()
    score, _ = evaluate.score(reader, [{"sentences": [SENTENCE, SENTENCE]}, {"sentences": [SENTENCE]}])
    assert [len(forms) for forms in reader.given] == [2, 1]
    assert (score.sentences, score.words) == (3, 6)


def test_reliability_is_of_every_other_document_and_of_the_rest():
    _, halves = evaluate.score(Reader(), [{"sentences": [SENTENCE]}, {"sentences": [SENTENCE, SENTENCE]}])
    assert [half.probability for half in halves] == [[0.9], [0.9, 0.9]]


def test_tables_have_a_row_for_each_corpus():
    score, (reliability, _) = evaluate.score(Reader(), [{"sentences": [SENTENCE]}] * 2)
    chains = ChainScore()
    chains.add(["abc"], ["ab"])
    scores = evaluate.Scores({"ewt": score, "gum-news": score}, {"ewt": reliability}, {"gum": chains})
    lines = evaluate.tables(scores).splitlines()
    assert "| EWT | 2 | 4 | 100.0 | 100.0 | 100.0 | 100.0 | 100.0 |" in lines
    assert "| GUM, news only | 2 | 4 | 100.0 | 100.0 | 100.0 | 100.0 | 100.0 |" in lines
    assert "| Universal NER on EWT | 2 | 100.0 | 100.0 | 100.0 | Place 100.0 (2) |" in lines
    assert "| Universal NER on EWT | 10.0 | 1: 90.0, 100.0 |" in lines
    assert "| all together | 10.0 | 1: 90.0, 100.0 |" in lines
    assert any(line.startswith("| GUM | ") and "66.7 (100.0 / 50.0)" in line for line in lines)


def test_the_shipped_model_reads_given_words(annotator):
    score, _ = evaluate.score(annotator, [{"sentences": [SENTENCE]}])
    assert score.words == 2


def test_the_shipped_model_finds_chains_in_given_words(annotator):
    words = [["Ada", "Roe", "slept", "."], ["She", "snored", "."]]
    score = evaluate.score_chains(annotator, [Chained("roe", words, {(0, 2): "1", (4, 5): "1"}, has_all=True)])
    assert score.conll == 1


def test_a_card_keeps_all_but_what_stands_between_its_markers(tmp_path: Path):
    card = tmp_path / "CARD.md"
    card.write_text("before\n{}\nold\n{}\nafter\n".format(*evaluate.MARKERS), encoding="utf-8")
    evaluate.rewrite(card, "new")
    evaluate.rewrite(card, "newer")
    assert card.read_text(encoding="utf-8") == "before\n{}\nnewer\n{}\nafter\n".format(*evaluate.MARKERS)


def test_a_card_without_markers_is_an_error_that_says_so(tmp_path: Path):
    (tmp_path / "CARD.md").write_text("no place for scores", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"CARD.md: no <!-- scores:start -->"):
        evaluate.rewrite(tmp_path / "CARD.md", "new")


def test_the_card_was_scored_at_the_threshold_in_use():
    assert f"above a probability of {evaluate.THRESHOLD}." in (FOLDER / "CARD.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", evaluate.DIGESTED)
def test_the_card_was_scored_on_the_model_beside_it(name):
    """If this fails after an export: `python -m training.evaluate --corpora ... --card`."""
    found = re.search(rf"`{name}` ([0-9a-f]{{64}})", (FOLDER / "CARD.md").read_text(encoding="utf-8"))
    assert found is not None
    assert found[1] == hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
