"""Dev scores between epochs: what is trained can be scored as it stands."""

import pytest

torch = pytest.importorskip("torch", reason="needs torch: pip install -r training/requirements.txt")
model = pytest.importorskip("training.model")
progress = pytest.importorskip("training.progress")


@pytest.fixture
def network(config, labels):
    return model.Annotator(config, labels)


def test_every_corpus_is_scored_by_what_it_annotates(network, labels, pieces, tree, names):
    dev = {"trees": [{"sentences": [tree]}], "names": [{"sentences": [names]}]}
    rates = progress.evaluate(network, dev, labels, pieces)
    assert {corpus: set(scores) for corpus, scores in rates.items()} == {
        "trees": {"upos", "lemma", "uas", "las", "full_las", "f1"},
        "names": {"f1"},
    }
